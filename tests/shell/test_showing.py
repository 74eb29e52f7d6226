"""Showing a tight home: who can, what it takes, and who hears of it at the table and in a record."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack
from tabletop.record.format import Seat
from tabletop.record.reading import read_record
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Step
from tabletop.shell.commands import COMMANDS, available, command_named
from tabletop.shell.composing import Unsealed, take_back
from tabletop.shell.moment import Moment
from tabletop.shell.purse import purse, spent
from tabletop.shell.session import resume, start
from tabletop.shell.starting import new_game
from tabletop.shell.talks_watched import drafts_at
from tabletop.shell.text_editing import begun_from, with_step
from tabletop.shell.text_home import show_home, shown_lines, why_not_show
from tabletop.shell.text_orders import sign
from tabletop.shell.text_settings import turned
from tabletop.shell.unsealed_kept import keep_unsealed, kept_unsealed
from tabletop.shell.watching import Reel

from ..rules.agreements.river_texts import BORDER, FLOUR, RIVER, draft
from ..rules.small_pack import SCENARIO as DRY_SUMMER
from ..tui.bargain import BARGAINING, STRAINED
from ..tui.river import SCENARIO


def talks(folder, *people, files=STRAINED, capital=None):
    """The first talks, with a text of the north on the table that its people can hardly bear."""
    session = new_game(Rulebook(read_pack(files, "river")), SCENARIO, people, folder=folder, seed=7)
    if capital is not None:
        session.table.row[session.book.schema.index["capital[north]"]] = capital
    session.circulate("north", turned(session.book, begun_from(session.book, "water-for-grain", "north"), "reading:1"))
    return session


def first(session):
    return session.table.drafts[0]


def why_not(session, role="north", desk=None):
    return why_not_show(session, role, desk or Unsealed(), first(session))


# ---- who can, and what it takes ----


def test_a_party_whose_home_is_tight_can_show_it_once(tmp_path):
    session = talks(tmp_path, "north", "south")
    assert why_not(session) is None
    desk = show_home(session, "north", Unsealed(), first(session))
    assert desk.shows == (first(session).draft,)
    assert why_not(session, desk=desk) == "The home is shown on draft 1 already. Once is enough."


def test_a_home_that_would_fare_well_has_nothing_to_show(tmp_path):
    assert "there is nothing to show" in why_not(talks(tmp_path, "north", "south"), "south")
    assert "there is nothing to show" in why_not(talks(tmp_path, "north", "south", files=BARGAINING))


def test_whoever_is_no_party_shows_nothing(tmp_path):
    session = talks(tmp_path, "north", "south", "hills")
    assert why_not(session, "hills").startswith("Draft 1 is between others.")
    with pytest.raises(IllegalOrder, match="between others"):
        show_home(session, "hills", Unsealed(), first(session))
    assert first(session).shown == ()


def test_what_is_drafted_leaves_less_for_a_proof(tmp_path):
    session = talks(tmp_path, "north", "south", capital=1)
    signature = sign(session.book, session.view("north"), Unsealed(), first(session).draft)
    assert why_not(session) is None
    assert why_not(session, desk=signature) == (
        "The proof takes 1 of political capital, and 0 is left once what you drafted is paid."
    )
    with pytest.raises(IllegalOrder, match="0 is left"):
        show_home(session, "north", signature, first(session))
    assert first(session).shown == ()


def test_a_proof_is_counted_in_what_is_spent_and_cannot_be_taken_back(tmp_path):
    session = talks(tmp_path, "north", "south")
    view, desk = session.view("north"), show_home(session, "north", Unsealed(), first(session))
    assert (spent(session.book, view, desk), desk.pieces) == (1, 0)
    assert purse(session.book, view, desk) == "Capital 2 of 3 left"
    assert take_back(sign(session.book, view, desk, first(session).draft)) == desk


def test_what_cannot_be_paid_for_besides_a_proof_is_refused_while_it_is_drafted(tmp_path):
    session = talks(tmp_path, "north", "south", capital=1)
    desk = show_home(session, "north", Unsealed(), first(session))
    with pytest.raises(IllegalOrder, match="These orders cost 2 and you have 1"):
        sign(session.book, session.view("north"), desk, first(session).draft)
    session.seal("north", desk.sealed())


def test_what_was_shown_is_known_again_after_a_crash(tmp_path):
    session = talks(tmp_path, "north", "south")
    desk = show_home(session, "north", Unsealed(), first(session))
    signed = sign(session.book, session.view("north"), desk, first(session).draft)
    keep_unsealed(session, "north", signed)
    again, _ = resume(session.writer.path)
    assert kept_unsealed(again, "north") == signed
    keep_unsealed(session, "north", desk)
    again, _ = resume(session.writer.path)
    assert kept_unsealed(again, "north") == desk
    assert kept_unsealed(again, "south") == Unsealed()


# ---- what the others hear ----


def test_the_other_signers_are_told_how_tight_it_is(tmp_path):
    session = talks(tmp_path, "north", "south", "hills")
    session.show("north", 1)

    def lines(role):
        homes = session.homes_shown(first(session), role)
        return shown_lines(session.book, session.view(role), first(session).draft, homes)

    assert lines("south") == (
        "NOR shows how tight it is at home, with proof: Standing NOR: 42 now, 37 when all that it owes is done. "
        "It would move first: 10 less there until the other side answers.",
    )
    assert lines("north") == ("You have shown the other signers, with proof, how tight it is at your home.",)
    assert lines("hills") == ()


def test_a_body_at_home_is_named_with_what_it_would_say(tmp_path):
    session = talks(tmp_path, "north", "south")
    ferries = Step(session.book.term_by_key["north/ferries"])
    session.circulate("north", with_step(first(session).draft, ferries))
    session.show("north", 2)
    each = session.table.drafts[1]
    (line,) = shown_lines(session.book, session.view("south"), each.draft, session.homes_shown(each, "south"))
    assert "Assembly of the north must ratify it and would not, once it has done what need not wait for that." in line


def test_delegations_answer_anew_when_a_home_is_shown(tmp_path):
    session = talks(tmp_path, "north")
    said = len(session.entries)
    first(session).answers["south"] = "refuse"
    session.show("north", 1)
    kinds = [(entry.command.kind, entry.command.role) for entry in session.entries[said:]]
    assert kinds == [("show", "north"), ("answer", "south")]


# ---- the command ----


def test_the_command_says_why_it_cannot_be_given():
    command = command_named("show", "talks")
    assert command.why_not(Moment("talks", text="paper")) == "Choose a draft on the table first."
    assert command.why_not(Moment("talks", text="draft", unshowable="Nothing to show.")) == "Nothing to show."
    assert command in available(Moment("talks", text="draft"))


def test_its_key_means_nothing_else_on_any_screen():
    (key,) = command_named("show", "talks").keys
    assert {command.id for command in COMMANDS if key in command.keys} == {"show"}


# ---- in a record ----


@pytest.fixture
def shown(tmp_path):
    """A turn in which the south had said no, the north showed its home, and all sealed."""
    session = talks(tmp_path, "north", "south", "hills")
    session.answer("south", 1, "refuse")
    session.show("north", 1)
    session.answer("south", 1, "near")
    for role in ("north", "south", "hills"):
        session.seal(role, Orders())
    return session


def test_a_record_follows_the_table_entry_by_entry(shown):
    book, entries = shown.book, shown.entries
    kinds = [entry.command.kind for entry in entries]
    for place in range(kinds.index("circulate"), len(entries)):
        (each,) = drafts_at(book, entries, place + 1)
        assert each.shown == (("north",) if "show" in kinds[: place + 1] else ())
    (each,) = drafts_at(book, entries, kinds.index("show") + 1)
    assert each.answers == {"north": "accept"}
    (each,) = drafts_at(book, entries, len(entries))
    assert each == first(shown)


@pytest.mark.parametrize(("role", "hears"), [("north", True), ("south", True), ("hills", False)])
def test_a_home_that_was_shown_is_seen_in_a_record_by_the_signers_alone(shown, role, hears):
    record = read_record(shown.writer.path)
    at = next(entry.number for entry in record.entries if entry.command.kind == "show")
    reel = Reel(shown.book, record, role, at=at)
    if hears:
        assert (
            reel.says
            == "North bank shows, with proof, how tight it is at home: draft 1 (NOR and SOU, River commission)."
        )
        assert [line.text for line in reel.sealed] == [
            "Standing NOR: 42 now, 37 when all that it owes is done. "
            "It would move first: 10 less there until the other side answers."
        ]
    else:
        assert reel.says == "Others talk."
        assert [line.text for line in reel.sealed] == ["What it was stays between them."]


def test_whoever_could_veto_a_draft_reads_it_and_hears_nothing_of_homes(tmp_path):
    seats = {role: Seat(kind="person") for role in RIVER.names.actors}
    session = start(RIVER, DRY_SUMMER, 1, seats, tmp_path / "game.jsonl")
    session.circulate("south", draft(FLOUR, BORDER, forum="council", by="south"))
    session.show("south", 1)
    record = read_record(tmp_path / "game.jsonl")
    assert Reel(RIVER, record, "hills", at=2).says.startswith("South bank circulates draft 1")
    assert Reel(RIVER, record, "hills", at=3).says == "Others talk."
    assert Reel(RIVER, record, "north", at=3).says.startswith("South bank shows")
