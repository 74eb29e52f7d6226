"""The ledger: a turn as it is read out, step by step, with every change under its cause."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.rules.happened import STEPS, Event
from tabletop.rules.rulebook import Rulebook

from .readings import label_name
from .words import plain_state, signed

TITLES = {
    "dispatch": "Dispatch", "costs": "Costs", "consents": "Consents and votes",
    "signatures": "Signatures", "ratifications": "Ratifications", "steps": "Steps of signed texts", "overt": "Acts", "covert": "Covert acts",
    "evidence": "Evidence", "responses": "Texts move on", "world": "The world", "derived": "Pressure and other sums",
    "home": "At home", "incidents": "Incidents", "clocks": "Clocks", "ending": "The end",
}  # fmt: skip
QUIET_KINDS = ("last[", "drawn[", "consent[", "paid[", "since[", "text[", "step[", "foreshadowed", "turn", "ending")


@dataclass(frozen=True, slots=True)
class LedgerLine:
    """One event as it is read out."""

    step: str
    says: str
    changes: tuple[str, ...]
    """`Tension +15`, `Textiles: absent → in force`."""
    event: Event


@dataclass(frozen=True, slots=True)
class LedgerPart:
    """One step of a turn with what happened in it."""

    title: str
    lines: tuple[LedgerLine, ...]


def ledger(book: Rulebook, events: Iterable[Event]) -> tuple[LedgerPart, ...]:
    """A turn's events by step, in the order in which the turn is worked out."""
    by_step: dict[str, list[LedgerLine]] = {step: [] for step in STEPS}
    for event in events:
        if event.cause == "clock:turn":
            continue
        by_step[event.step].append(LedgerLine(event.step, event.says, change_texts(book, event), event))
    return tuple(LedgerPart(TITLES[step], tuple(lines)) for step, lines in by_step.items() if lines)


def change_texts(book: Rulebook, event: Event) -> tuple[str, ...]:
    """What an event changed, in words, without bookkeeping."""
    return tuple(
        change_text(book, change.column, change.before, change.after)
        for change in event.changes
        if not quiet(change.column)
    )


def change_text(book: Rulebook, column: str, before: int, after: int) -> str:
    """One change in words."""
    name = label_name(book, column)
    if column in book.names.provisions:
        states = book.names.machine(column).states
        return f"{name}: {plain_state(states[before])} → {plain_state(states[after])}"
    return f"{name} {signed(after - before)} → {after}"


def quiet(column: str) -> bool:
    """Whether a column is bookkeeping, kept in the record and not read out."""
    return column.startswith(QUIET_KINDS)
