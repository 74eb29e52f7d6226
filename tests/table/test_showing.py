"""Showing one's home: during talks a party of a draft proves to the other signers how tight it is."""

from __future__ import annotations

from typing import Any

import pytest
from pydantic import TypeAdapter

from tabletop.rules.agreements.winset import HomeView
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step
from tabletop.table.commands import Answer, AnyCommand, Next, Open, Seal, Show, circulate
from tabletop.table.table import OutOfTurn, Table

from ..actors.river_minds import river
from ..rules.agreements.river_texts import BORDER, FLOUR, GRAIN, OPEN_GATE, STILL_MILL, draft, step
from ..rules.small_pack import SCENARIO, value, with_

DESK = """
[desk.gazette]
name = "River gazette"
short = "GAZ"
brokers = true
dilemma = "To print or not to print."
powers = "It is read on both banks."
"""
LEVY = """
[clause.levy]
name = "Levy"
says = "It is paid by the bucket."
type = "aid"
by = ["south"]
topic = "grain"
effects = [{ track = "standing[south]", add = "0 - wells" }]
"""
BOOK = river(DESK)
HARD = draft(FLOUR, BORDER)
"""At the opening the south's assembly would not pass it."""
EASY = draft(OPEN_GATE, STILL_MILL)
SHOW = Show(role="south", number=1)


def talks(*drafts: Draft, book: Rulebook = BOOK, **changed: Any) -> Table:
    """The talks of the first turn, with these drafts on the table."""
    table = Table(book, SCENARIO, 1)
    table.send(Next())
    table.row = with_(book, table.row, changed)
    for each in drafts:
        table.send(circulate(each, each.by))
    return table


def refused(table: Table, command: Show) -> str:
    """Why a command is refused; nothing changes."""
    before = [(each.shown, dict(each.answers)) for each in table.drafts]
    with pytest.raises((IllegalOrder, OutOfTurn)) as refusal:
        table.send(command)
    assert [(each.shown, dict(each.answers)) for each in table.drafts] == before
    return str(refusal.value)


def opened(table: Table) -> Table:
    """The same table after all have sealed."""
    for role in table.waiting_for:
        table.send(Seal(role=role))
    table.send(Open())
    return table


# ---- to whom ----


def test_a_home_that_was_shown_is_seen_by_the_signers_of_that_draft_and_by_nobody_else() -> None:
    table = talks(draft(FLOUR, BORDER, broker="gazette"), EASY)
    assert not table.send(SHOW).moved
    home = HomeView(60, 45, "Southern assembly", passes=False, first_step=8)
    for role in ("north", "south", "gazette"):
        assert table.homes_shown(table.drafts[0], role) == (("south", home),)
    assert table.homes_shown(table.drafts[0], "hills") == ()
    assert table.homes_shown(table.drafts[1], "north") == ()


def test_nobody_proves_what_it_cannot_see_itself() -> None:
    """What the north really pumps weighs on the south's people, and the south does not know how much."""
    book = river(LEVY)
    text = Draft("north", "bank", ("north", "south"), (Step(book.term_by_key["south/levy"]),))
    for wells in (0, 90):
        table = talks(text, book=book, wells=wells)
        assert "fare well enough" in refused(table, SHOW)
        table = talks(text, book=book, wells=wells, **{"standing[south]": 40})
        table.send(SHOW)
        ((_, home),) = table.homes_shown(table.drafts[0], "north")
        assert (home.before, home.after) == (40, 40)


def test_a_draft_lies_before_its_signers_alone_with_all_its_steps() -> None:
    table = talks(draft(OPEN_GATE, STILL_MILL, step(GRAIN, annex=True)))
    assert [len(table.drafts_before(role)) for role in ("north", "south", "hills", "gazette")] == [1, 1, 0, 0]


def test_whoever_had_not_accepted_is_asked_again() -> None:
    parties = ("north", "south", "hills")
    table = talks(draft(FLOUR, BORDER, OPEN_GATE, parties=parties, by="south"))
    table.send(Answer(role="north", number=1, says="near"))
    table.send(Answer(role="hills", number=1, says="refuse"))
    table.send(SHOW)
    assert table.drafts[0].answers == {"south": "accept"}
    table.send(Answer(role="north", number=1, says="accept"))
    assert table.drafts[0].answers == {"south": "accept", "north": "accept"}


def test_what_was_accepted_and_what_oneself_said_stands() -> None:
    table = talks(HARD)
    table.send(Answer(role="south", number=1, says="near"))
    table.send(SHOW)
    assert table.drafts[0].answers == {"north": "accept", "south": "near"}


# ---- what it takes ----


@pytest.mark.parametrize(
    ("drafts", "command", "why"),
    [
        ((HARD,), Show(role="hills", number=1), "No draft 1 lies before hills."),
        ((HARD,), Show(role="south", number=2), "No draft 2 lies before south."),
        ((draft(FLOUR, BORDER, broker="hills"),), Show(role="hills", number=1), "Draft 1 is between others."),
        ((draft(FLOUR, BORDER, broker="gazette"),), Show(role="gazette", number=1), "Draft 1 is between others."),
        ((EASY,), SHOW, "It would fare well enough at home: there is nothing to show."),
        ((HARD,), Show(role="france", number=1), "There is no role 'france' at this table."),
    ],
    ids=["a stranger", "no such draft", "a broker", "a desk that brokers", "not tight", "nobody"],
)  # fmt: skip
def test_who_shows_nothing(drafts: tuple[Draft, ...], command: Show, why: str) -> None:
    assert refused(talks(*drafts), command).startswith(why)


def test_a_home_is_shown_once_a_draft() -> None:
    table = talks(HARD)
    table.send(SHOW)
    assert refused(table, SHOW) == "The home is shown on draft 1 already. Once is enough."


def test_the_proof_must_be_paid_for_and_with_it_every_other_of_this_turn() -> None:
    poor = "The proof takes 1 of political capital, and there is none left for it."
    assert refused(talks(HARD, **{"capital[south]": 0}), SHOW) == poor
    table = talks(HARD, draft(FLOUR, BORDER, snapback=True), **{"capital[south]": 1})
    table.send(SHOW)
    assert refused(table, Show(role="south", number=2)) == poor


def test_whoever_has_sealed_shows_no_more() -> None:
    table = talks(HARD)
    table.send(Seal(role="south"))
    assert "has sealed and talks no more this turn" in refused(table, SHOW)


def test_nothing_is_shown_before_the_talks() -> None:
    assert "during talks" in refused(Table(BOOK, SCENARIO, 1), SHOW)


# ---- and then ----


def test_it_is_paid_for_when_the_seals_open() -> None:
    table = talks(HARD)
    table.send(SHOW)
    assert table.shown_by("south") == (HARD,)
    assert value(BOOK, table.row, "capital[south]") == 3, "nothing is paid yet"
    for role in table.waiting_for:
        table.send(Seal(role=role))
    paid = [event for event in table.send(Open()).events if "proof" in event.says]
    assert [(event.actor, event.seen_by) for event in paid] == [("south", ("south",))]
    assert table.shown_by("south") == ()


def test_what_was_shown_leaves_so_much_less_for_what_is_sealed() -> None:
    table = talks(HARD, draft(STILL_MILL, OPEN_GATE, by="south"), **{"capital[south]": 1})
    table.send(SHOW)
    with pytest.raises(IllegalOrder, match="These orders cost 2 and you have 1"):
        table.send(Seal(role="south", signs=(2,)))
    table.send(Seal(role="south"))


def test_next_turn_the_same_can_be_shown_again() -> None:
    table = talks(HARD)
    table.send(SHOW)
    opened(table).send(Next())
    table.send(circulate(HARD, "north"))
    table.send(SHOW)
    assert table.shown_by("south") == (HARD,)


def test_it_is_read_back_as_it_was_written() -> None:
    commands: TypeAdapter[object] = TypeAdapter(AnyCommand)
    command = Show(role="south", number=1, because="They are near.")
    assert commands.validate_json(commands.dump_json(command)) == command
