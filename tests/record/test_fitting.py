"""Fitting: a record is looked at in today's columns, and one that speaks of what is not there is named, not shown."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tabletop.record.fitting import fitted
from tabletop.record.format import Entry, RecordError, Seat, Told, told
from tabletop.record.header import header_of
from tabletop.record.reading import Record
from tabletop.rules.texts.coding import deals
from tabletop.table.commands import Answer, AnyCommand, Circulate, Next, Open, Seal, Show, StepText, circulate
from tabletop.table.table import Table

from ..actors.river_minds import river
from ..rules.agreements.river_texts import FLOUR, GRAIN, OPEN_GATE, STILL_MILL, draft
from ..rules.small_pack import SCENARIO

BOOK = river()
TEXT = draft(STILL_MILL, OPEN_GATE)
LAID = circulate(TEXT, "north")


def record_of(*commands: AnyCommand, **changed: Any) -> Record:
    """A record of a game of these commands, as far as the table takes them; `changed` is another header."""
    table, entries = Table(BOOK, SCENARIO, 1), []
    for number, command in enumerate(commands, start=1):
        turn, outcome = table.turn, table.send(command)
        events, row = [told(event) for event in outcome.events], table.row if outcome.moved else None
        entries.append(
            Entry(number=number, turn=turn, phase=table.phase.value, command=command, events=events, row=row)
        )
    header = header_of(BOOK, SCENARIO, 1, {role: Seat(kind="person") for role in BOOK.names.actors})
    return Record(header.model_copy(update=changed), tuple(entries), "", 0)


def and_then(record: Record, command: AnyCommand, **more: Any) -> Record:
    """The record with one more entry, written by hand."""
    entry = Entry(number=len(record.entries) + 1, turn=1, phase="talks", command=command, **more)
    return replace(record, entries=(*record.entries, entry))


SIGNED = record_of(Next(), LAID, *(Seal(role=role, signs=(1,)) for role in TEXT.parties), Seal(role="hills"), Open())


def test_what_was_written_today_is_looked_at_as_it_is() -> None:
    assert fitted(SIGNED, BOOK) == SIGNED


def test_a_row_of_other_columns_is_read_by_their_labels() -> None:
    """As written before a step could stand in an annex, by rules that also counted something else."""
    left = [place for place, label in enumerate(BOOK.schema.labels) if not label.endswith(".annex")]
    labels = ["weather", *(BOOK.schema.labels[place] for place in left)]
    entries = tuple(
        entry.model_copy(update={"row": [7, *(entry.row[place] for place in left)]}) if entry.row is not None else entry
        for entry in SIGNED.entries
    )
    old = replace(SIGNED, header=SIGNED.header.model_copy(update={"columns": labels}), entries=entries)
    now = fitted(old, BOOK)
    assert now.rows == SIGNED.rows
    (deal,) = deals(BOOK.layout, now.rows[-1][1])
    assert [duty.term.key for duty in deal.duties] == [STILL_MILL, OPEN_GATE]


def test_a_column_that_a_record_has_not_stands_as_at_the_opening() -> None:
    place = BOOK.schema.index["wells"]
    labels = [label for label in BOOK.schema.labels if label != "wells"]
    begun = record_of(Next())
    (first,) = begun.entries
    assert first.row is not None
    short = first.model_copy(update={"row": [*first.row[:place], *first.row[place + 1 :]]})
    old = Record(begun.header.model_copy(update={"columns": labels}), (short,), "", 0)
    ((_, row),) = fitted(old, BOOK).rows
    assert row[place] == BOOK.opening(SCENARIO)[place] == 50


def test_a_change_of_what_is_counted_no_more_is_left_out() -> None:
    event = Told(turn=1, step="world", cause="drift:weather", says="It rains.", changes=[("weather", 0, 1)])
    (*_, last) = fitted(and_then(SIGNED, Next(), events=[event]), BOOK).entries
    assert [(each.says, each.changes) for each in last.events] == [("It rains.", [])]


def laid(**fields: Any) -> Circulate:
    return LAID.model_copy(update={"draft": LAID.draft.model_copy(update=fields)})


@pytest.mark.parametrize(
    ("command", "why"),
    [
        (Show(role="south", number=2), "no draft 2 lay on the table."),
        (Show(role="hills", number=1), "hills is no party to draft 1 and has no home to show on it."),
        (Show(role="france", number=1), "there is no role 'france' in the pack of this record."),
        (Answer(role="south", number=2, says="near"), "no draft 2 lay on the table."),
        (Answer(role="france", number=1, says="near"), "there is no role 'france' in the pack of this record."),
        (Seal(role="france"), "there is no role 'france' in the pack of this record."),
        (Seal(role="south", signs=(0,)), "no draft 0 lay on the table."),
        (Seal(role="south", vetoes=(2,)), "no draft 2 lay on the table."),
        (circulate(draft(FLOUR, GRAIN), "south", counters=2), "no draft 2 lay on the table."),
        (laid(forum="moon"), "there is no forum 'moon' in the pack of this record."),
        (laid(parties=("north", "france")), "there is no role 'france' in the pack of this record."),
        (laid(broker="france"), "there is no role 'france' in the pack of this record."),
        (laid(steps=(StepText(term="north/fly"),)), "there is no term 'north/fly' in the pack of this record."),
        (laid(steps=()), "the draft has no steps."),
    ],
)  # fmt: skip
def test_a_command_about_what_is_not_there_is_named(command: AnyCommand, why: str) -> None:
    with pytest.raises(RecordError) as refusal:
        fitted(and_then(record_of(Next(), LAID), command), BOOK)
    assert str(refusal.value) == f"Entry 3: {why} Go back to a copy."


def test_the_drafts_of_a_turn_are_gone_when_the_seals_are_open() -> None:
    with pytest.raises(RecordError, match=r"Entry 7: no draft 1 lay on the table\."):
        fitted(and_then(SIGNED, Answer(role="south", number=1, says="near")), BOOK)


@pytest.mark.parametrize(
    ("label", "number"), [("step[1.1].term", 999), ("text[1].stage", 9), ("tension", 1_000), ("ending", 50)]
)
def test_a_row_that_no_position_has_is_named(label: str, number: int) -> None:
    row = list(SIGNED.rows[-1][1])
    row[BOOK.schema.index[label]] = number
    with pytest.raises(RecordError, match="Entry 7: its row is not one of any position"):
        fitted(and_then(SIGNED, Next(), row=row), BOOK)


def test_a_row_without_the_columns_that_the_header_names_is_named() -> None:
    with pytest.raises(RecordError, match="Entry 7: its row has 2 columns, and the header names "):
        fitted(and_then(SIGNED, Next(), row=[1, 2]), BOOK)


def test_an_event_of_no_step_is_named() -> None:
    event = Told(turn=1, step="supper", cause="move:eat", says="All eat.")
    with pytest.raises(RecordError, match="Entry 7: 'supper' is no step of a turn"):
        fitted(and_then(SIGNED, Next(), events=[event]), BOOK)
