"""Columns: the rows of a record in the columns that its pack has today.

Rules gain and lose columns. A record names those of its own rows, so that it can be looked at all the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook

from .format import Entry, RecordError
from .reading import Record


def in_todays_columns(record: Record, book: Rulebook) -> Record:
    """The record as if its rows had been written today: a column they have not stands as at the opening, and one that
    is counted no more is left out.

    Raises:
        RecordError: naming the first entry whose row has not the columns that the header names.
        KeyError: if the pack has no such scenario.
    """
    opening = book.opening(record.header.scenario, dice=record.header.dice)
    return replace(
        record, entries=tuple(_today(book, record.header.columns, entry, opening) for entry in record.entries)
    )


def _today(book: Rulebook, labels: Sequence[str], entry: Entry, opening: Row) -> Entry:
    row = entry.row
    if row is not None:
        if len(row) != len(labels):
            what = f"its row has {len(row)} columns, and the header names {len(labels)}."
            raise RecordError(f"Entry {entry.number}: {what} Go back to a copy.")
        kept = dict(zip(labels, row, strict=True))
        row = [kept.get(label, before) for label, before in zip(book.schema.labels, opening, strict=True)]
    events = [
        event.model_copy(update={"changes": [each for each in event.changes if each[0] in book.schema.index]})
        for event in entry.events
    ]
    return entry.model_copy(update={"row": row, "events": events})
