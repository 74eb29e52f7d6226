"""Invariants: what must be true of every step of every game, told as sentences where it is not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from tabletop.rules.agreements.ratifying import ratifiers
from tabletop.rules.happened import Event, changes_between
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import advance
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import KEPT, Deal, DutyState, Stage
from tabletop.rules.texts.slots import Layout, Part


def broken_invariants(book: Rulebook, before: Row, after: Row, events: Iterable[Event]) -> Iterator[str]:
    """What is wrong with one step: numbers moved out of their bounds, changes without an event, events without words,
    and texts that no law of texts allows.
    """
    for change in changes_between(before, after, book.schema):
        column = book.schema.columns[book.schema.index[change.column]]
        if not column.low <= change.after <= column.high:
            yield f"{column.label} is {change.after}; its bounds are {column.low} and {column.high}."
    told = list(events)
    for event in told:
        if not (event.says and event.cause):
            yield f"An event of the step {event.step} has no words or no cause."
    yield from _unaccounted(book, before, after, told)
    for deal in deals(book.layout, after):
        yield from _unlawful(book, deal)
    yield from _voted_back(book, told)


def otherwise_untold(book: Rulebook, before: Row, after: Row, orders: Mapping[str, Orders], seed: int) -> Iterator[str]:
    """Columns that come out otherwise when a turn is worked out and nobody is told."""
    for label, told, untold in zip(book.schema.labels, after, advance(book, before, orders, seed), strict=True):
        if told != untold:
            yield f"{label} is {told} if the turn is told and {untold} if not."


def _unlawful(book: Rulebook, deal: Deal) -> Iterator[str]:
    """Steps without an owner or an end, and texts in force that somebody has not ratified."""
    for duty in deal.duties:
        if duty.term.role not in deal.parties:
            yield f"{duty.term.role} owes step {duty.key} and is no party to its text."
        if not deal.signed < duty.due <= deal.ends:
            yield f"Step {duty.key} is due in turn {duty.due} of a text from {deal.signed} to {deal.ends}."
        missing = [role for role in ratifiers(book, deal.parties, [duty.term]) if role not in deal.ratified]
        if missing and (deal.stage is Stage.IN_FORCE or duty.state in KEPT):
            yield f"Step {duty.key} counts, and {', '.join(missing)} has not ratified it."


def _voted_back(book: Rulebook, events: Iterable[Event]) -> Iterator[str]:
    """Steps that a vote has undone: a text snaps back by itself, and only an owner suspends."""
    if book.layout is None:
        return
    for event in events:
        undone = any(
            change.after == DutyState.SUSPENDED and book.schema.index[change.column] in _states_of_steps(book.layout)
            for change in event.changes
        )
        if undone and (event.step != "responses" or not event.cause.startswith("step:")):
            yield f"{event.cause} undid a step in {event.step}; only its text or its owner can."


def _states_of_steps(layout: Layout) -> frozenset[int]:
    numbers = range(1, layout.agreements.steps + 1)
    return frozenset(layout.part(slot, number, Part.STATE) for slot in layout.slots for number in numbers)


def _unaccounted(book: Rulebook, before: Row, after: Row, events: list[Event]) -> Iterator[str]:
    """Changes that the events, taken back one by one, do not lead back from."""
    row = after[:]
    for event in reversed(events):
        for change in event.changes:
            place = book.schema.index[change.column]
            if row[place] != change.after:
                yield f"{event.cause} says that {change.column} became {change.after}; it was {row[place]}."
            row[place] = change.before
    for change in changes_between(before, row, book.schema):
        yield f"{change.column} changed from {change.before} to {change.after} and no event says why."
