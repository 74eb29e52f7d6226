"""What happened: changes of columns, each with the cause that made it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import compress, count
from operator import ne
from typing import Literal, TypeVarTuple

from .position import Row, Schema

Details = TypeVarTuple("Details")
"""What a change needs to know besides the row."""

Step = Literal[
    "dispatch", "costs", "consents", "signatures", "ratifications", "steps", "overt", "covert", "evidence", "responses", "world", "derived", "home",
    "incidents", "clocks", "ending",
]  # fmt: skip
STEPS: tuple[Step, ...] = (
    "dispatch", "costs", "consents", "signatures", "ratifications", "steps", "overt", "covert", "evidence", "responses", "world", "derived", "home",
    "incidents", "clocks", "ending",
)  # fmt: skip
"""The order in which a turn is worked out."""
STRETCH = 64
"""Columns that are compared in one go."""


@dataclass(frozen=True, slots=True)
class Change:
    """One column that moved."""

    column: str
    before: int
    after: int


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that happened, and every change it made."""

    turn: int
    step: Step
    cause: str
    """What did it: `move:nuclear-test`, `drift:approval-fades`, `event:flood`."""
    says: str
    """A sentence for people."""
    changes: tuple[Change, ...] = ()
    actor: str | None = None
    act: str | None = None
    """The key of the act, if an act did it."""
    level: str | None = None
    """How the act stood in law."""
    cites: tuple[str, ...] = ()
    """What it breached."""
    seen_by: tuple[str, ...] | None = None
    """Roles that know of it; `None` for everybody."""
    term: str | None = None
    """The key of the term, if a step of a signed text did it."""

    def having(self, changes: tuple[Change, ...]) -> Event:
        """The same event with what it changed; said out, since every change of every game goes through here."""
        return Event(
            self.turn, self.step, self.cause, self.says, changes, self.actor, self.act, self.level, self.cites,
            self.seen_by, self.term,
        )  # fmt: skip


def changes_between(before: Row, after: Row, schema: Schema) -> tuple[Change, ...]:
    """Every column in which two rows differ. Few move at a time, so whole stretches are compared first."""
    if before == after:
        return ()
    labels, found = schema.labels, []
    for start in range(0, len(before), STRETCH):
        one, other = before[start : start + STRETCH], after[start : start + STRETCH]
        if one != other:
            moved = compress(count(start), map(ne, one, other))
            found += [Change(labels[place], before[place], after[place]) for place in moved]
    return tuple(found)


class Chronicle:
    """Collects the events of one turn and sees to it that no change goes unnamed.

    Every change to the row happens inside `record`, which compares the row before and after. When nobody
    listens (`telling` is false) the same changes are made and nothing is written down.
    """

    __slots__ = ("events", "row", "schema", "telling")

    def __init__(self, row: Row, schema: Schema, *, telling: bool = True) -> None:
        self.row, self.schema, self.telling = row[:], schema, telling
        self.events: list[Event] = []

    def record(
        self,
        event: Event | Callable[[], Event],
        change: Callable[[Row, *Details], object],
        *details: *Details,
        always: bool = True,
    ) -> None:
        """Carry out a change under an event's name; with `always` false, it is told only if something moved."""
        if not self.telling:
            change(self.row, *details)
            return
        before = self.row[:]
        change(self.row, *details)
        moved = changes_between(before, self.row, self.schema)
        if moved or always:
            told = event if isinstance(event, Event) else event()
            self.events.append(told.having(moved) if moved else told)


def put(row: Row, place: int, value: int) -> None:
    """A change of one column, for `Chronicle.record`."""
    row[place] = value


def nothing(row: Row) -> None:
    """What is told and moves no column, for `Chronicle.record`."""
