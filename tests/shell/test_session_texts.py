"""A session with texts: delegations talk as soon as a person does, seal when no person is left to, and games go on rightly."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.record.format import Seat
from tabletop.record.header import header_of
from tabletop.record.keeping import carried_out
from tabletop.record.reading import read_record
from tabletop.record.replaying import table_of
from tabletop.record.writing import create
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Orders
from tabletop.rules.texts.draft import from_template
from tabletop.shell.session import Session, branch_off, resume, start
from tabletop.table.commands import Next, Seal
from tabletop.table.table import OutOfTurn, Phase, Table

from ..actors.river_minds import GRAIN_TOO, MILL_FOR_GATE, mind, river
from ..rules.agreements.river_texts import GRAIN, OPEN_GATE, STILL_MILL, draft, step
from ..rules.small_pack import SCENARIO

WANTED = 'worth: clause = "still-mill"; worth = 60'
BOOK = river(
    mind("north", WANTED, 'tabling: template = "mill-for-gate"'),
    mind("south", 'worth: clause = "open-gate"; worth = 60', 'worth: clause = "grain"; worth = -90'),
    mind("hills"),
    MILL_FOR_GATE, GRAIN_TOO,
)  # fmt: skip
ROLES = ("north", "south", "hills")
TRADE = draft(STILL_MILL, OPEN_GATE)


def game(*people: str, path: Path | None = None, seed: int = 1) -> Session:
    seats = {
        role: Seat(kind="person") if role in people else Seat(kind="doctrine", doctrine=f"{role}-mind")
        for role in ROLES
    }
    return start(BOOK, SCENARIO, seed, seats, path)


def sealed_roles(session: Session) -> list[str]:
    return [entry.command.role for entry in session.entries if isinstance(entry.command, Seal)]


def test_delegations_have_talked_before_a_person_is_asked() -> None:
    session = game("south")
    (tabled,) = session.drafts_before("south")
    assert tabled.draft == from_template(BOOK.pack.template["mill-for-gate"], "north")
    assert session.drafts_before("hills") == ()
    assert sealed_roles(session) == []


def test_a_persons_draft_is_answered_at_once() -> None:
    session = game("north")
    session.circulate("north", TRADE)
    assert session.drafts_before("north")[0].answers == {"north": "accept", "south": "accept"}


def test_a_persons_draft_that_asks_too_much_is_countered_at_once() -> None:
    session = game("north")
    session.circulate("north", draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GRAIN, due=2)))
    asked, counter = session.drafts_before("north")
    assert asked.answers["south"] != "accept"
    assert (counter.role, counter.counters) == ("south", 1)
    assert "north" not in counter.answers


def test_a_persons_answer_and_counter_are_kept() -> None:
    session = game("south")
    session.answer("south", 1, "near")
    session.circulate("south", TRADE, counters=None)
    assert session.drafts_before("south")[0].answers["south"] == "near"
    kinds = [entry.command.kind for entry in session.entries]
    assert kinds == ["next", "circulate", "answer", "circulate", "answer"]


def test_what_the_table_refuses_changes_nothing() -> None:
    session = game("south")
    before = len(session.entries)
    with pytest.raises(IllegalOrder):
        session.answer("south", 9, "accept")
    with pytest.raises(IllegalOrder):
        session.circulate("south", draft(STILL_MILL, parties=("south", "hills"), forum="ford"))
    session.seal("south", Orders())
    with pytest.raises(OutOfTurn):
        session.circulate("south", TRADE)
    assert [entry.command.kind for entry in session.entries[before:]] == ["seal", "seal", "seal"]


def test_delegations_seal_after_the_last_person() -> None:
    session = game("south", "hills")
    session.seal("hills", Orders())
    assert sealed_roles(session) == ["hills"]
    session.seal("south", Orders())
    assert sealed_roles(session) == ["hills", "south", "north"]


def test_a_person_and_a_delegation_sign_the_same_text() -> None:
    session = game("north")
    session.circulate("north", TRADE)
    session.seal("north", Orders(signs=(TRADE,)))
    session.open()
    assert BOOK.layout is not None
    assert BOOK.layout.taken(session.table.row) == (1,)


def test_in_a_game_nobody_plays_texts_are_signed_and_kept() -> None:
    session = game()
    for _ in range(3):
        session.open()
        session.next()
    assert BOOK.state(session.table.row, "river.gate") == "agreed"
    assert BOOK.state(session.table.row, "river.mill") == "agreed"


# ---- saved games ----


def played(path: Path) -> Session:
    """A game of two turns with drafts, answers and a signed text, saved."""
    session = game("north", path=path)
    session.circulate("north", draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GRAIN, due=2)))
    session.answer("north", 2, "accept")
    session.seal("north", Orders(signs=(session.drafts_before("north")[1].draft,)))
    session.open()
    session.next()
    return session


def go_on(session: Session) -> None:
    """As the saved game went on."""
    if session.table.turn == 1 and session.to_seal:
        if not session.drafts_before("north"):
            session.circulate("north", draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GRAIN, due=2)))
        if "north" not in session.drafts_before("north")[1].answers:
            session.answer("north", 2, "accept")
        session.seal("north", Orders(signs=(session.drafts_before("north")[1].draft,)))
    if session.table.turn == 1:
        session.open()
    if session.table.phase is Phase.LEDGER:
        session.next()


def test_a_record_keeps_every_word_and_replays_to_the_same_row(tmp_path: Path) -> None:
    session = played(tmp_path / "game.jsonl")
    record = read_record(tmp_path / "game.jsonl")
    table, parting = table_of(record, BOOK)
    assert parting is None
    assert table.row == session.table.row
    assert {entry.command.kind for entry in record.entries} == {"next", "circulate", "answer", "seal", "open"}


def test_a_game_that_was_cut_off_anywhere_goes_on_as_if_it_had_not_been(tmp_path: Path) -> None:
    whole = tmp_path / "game.jsonl"
    played(whole)
    lines = whole.read_bytes().splitlines(keepends=True)
    for kept in range(1, len(lines) + 1):
        path = tmp_path / f"cut-{kept}.jsonl"
        path.write_bytes(b"".join(lines[:kept]))
        session, _ = resume(path)
        go_on(session)
        assert path.read_bytes() == whole.read_bytes(), kept


def test_a_branch_leaves_in_the_middle_of_the_talks(tmp_path: Path) -> None:
    session = played(tmp_path / "game.jsonl")
    branch = branch_off(tmp_path / "game.jsonl", 2, tmp_path / "if.jsonl", people=["south"])
    assert set(branch.people) == {"north", "south"}
    assert [each.role for each in branch.drafts_before("south")] == ["north"]
    assert branch.drafts_before("south")[0].answers == {"north": "accept"}, "nobody answers for a person"
    assert session.table.turn == 2


def test_an_old_record_in_which_delegations_had_sealed_first_goes_on(tmp_path: Path) -> None:
    path = tmp_path / "old.jsonl"
    seats = {role: Seat(kind="doctrine", doctrine=f"{role}-mind") for role in ROLES} | {"south": Seat(kind="person")}
    table, writer = Table(BOOK, SCENARIO, 1), create(path, header_of(BOOK, SCENARIO, 1, seats))
    for number, command in enumerate((Next(), Seal(role="north"), Seal(role="hills")), start=1):
        writer.append(carried_out(table, command, number))
    session, _ = resume(path)
    assert session.to_seal == ("south",)
    assert session.drafts_before("south") == ()
    session.seal("south", Orders())
    session.open()
    assert sealed_roles(session) == ["north", "hills", "south"]
    assert session.table.phase is Phase.LEDGER
