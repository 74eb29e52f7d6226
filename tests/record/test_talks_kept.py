"""Talks in a record: annexes and homes that were shown are read and played again as they were written."""

from __future__ import annotations

from pathlib import Path

from tabletop.record.format import Entry, Seat, told
from tabletop.record.header import header_of
from tabletop.record.reading import Record, read_record
from tabletop.record.replaying import table_of
from tabletop.record.writing import create
from tabletop.rules.texts.coding import deals
from tabletop.table.commands import AnyCommand, Next, Open, Seal, Show, circulate
from tabletop.table.table import Table

from ..actors.river_minds import river
from ..rules.agreements.river_texts import BORDER, FLOUR, GRAIN, draft, step
from ..rules.small_pack import SCENARIO

BOOK = river()
TEXT = draft(FLOUR, BORDER, step(GRAIN, 2, annex=True))


def kept(path: Path, *commands: AnyCommand) -> tuple[Table, Record]:
    """A game of these commands as it was saved, and the table built from it again."""
    table = Table(BOOK, SCENARIO, 1)
    writer = create(path, header_of(BOOK, SCENARIO, 1, {role: Seat(kind="person") for role in BOOK.names.actors}))
    for number, command in enumerate(commands, start=1):
        turn = table.turn
        outcome = table.send(command)
        row = table.row if outcome.moved else None
        events = [told(event) for event in outcome.events]
        phase = table.phase.value
        writer.append(Entry(number=number, turn=turn, phase=phase, command=command, events=events, row=row))
    record = read_record(path)
    again, parting = table_of(record, BOOK)
    assert parting is None
    assert again.row == table.row
    return again, record


def test_a_home_that_was_shown_is_shown_still_when_the_game_goes_on(tmp_path: Path) -> None:
    shown = Show(role="south", number=1, because="So it is.")
    table, record = kept(tmp_path / "game.jsonl", Next(), circulate(TEXT, "north"), shown)
    assert record.entries[-1].command == shown
    assert table.drafts[0].draft == TEXT
    assert table.shown_by("south") == (TEXT,)
    ((party, home),) = table.homes_shown(table.drafts[0], "north")
    assert (party, home.passes) == ("south", False)


def test_a_turn_in_which_a_home_was_shown_and_an_annex_signed_is_played_again(tmp_path: Path) -> None:
    seals = [Seal(role=role, signs=(1,)) for role in TEXT.parties] + [Seal(role="hills")]
    words = (Next(), circulate(TEXT, "north"), Show(role="south", number=1), *seals, Open())
    table, record = kept(tmp_path / "game.jsonl", *words)
    (deal,) = deals(BOOK.layout, table.row)
    assert [duty.annex for duty in deal.duties] == [False, False, True]
    paid = [event.says for event in record.entries[-1].events if "proof" in event.says]
    assert paid == ["S spends 1 on proof that the text of N and S in The bank is hard at home."]
