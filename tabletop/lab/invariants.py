"""Invariants: what must be true of every step of every game, told as sentences where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import compress, count
from operator import ne

from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook


def broken_invariants(book: Rulebook, before: Row, after: Row, events: Iterable[Event]) -> Iterator[str]:
    """What is wrong with one step: numbers moved out of their bounds, changes without an event, events without words."""
    for place in compress(count(), map(ne, before, after)):
        column, value = book.schema.columns[place], after[place]
        if not column.low <= value <= column.high:
            yield f"{column.label} is {value}; its bounds are {column.low} and {column.high}."
    told = list(events)
    for event in told:
        if not (event.says and event.cause):
            yield f"An event of the step {event.step} has no words or no cause."
    yield from _unaccounted(book, before, after, told)


def _unaccounted(book: Rulebook, before: Row, after: Row, events: list[Event]) -> Iterator[str]:
    """Changes that the events, taken back one by one, do not lead back from."""
    row = after[:]
    for event in reversed(events):
        for change in event.changes:
            place = book.schema.index[change.column]
            if row[place] != change.after:
                yield f"{event.cause} says that {change.column} became {change.after}; it was {row[place]}."
            row[place] = change.before
    for place in compress(count(), map(ne, row, before)):
        yield f"{book.schema.labels[place]} changed from {before[place]} to {row[place]} and no event says why."
