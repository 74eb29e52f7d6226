"""Slots: where signed texts and their steps stand in a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import IntEnum
from functools import cached_property

from tabletop.pack.clauses import Agreements
from tabletop.pack.names import Names, failed_label, text_label
from tabletop.rules.position import FAR, Column

from .deal import Deal
from .terms import Term


class Head(IntEnum):
    """Columns of a text, in order."""

    STAGE = 0
    FORUM = 1
    PARTIES = 2
    """One bit for each role, in the pack's order."""
    BROKER = 3
    SIGNED = 4
    ENDS = 5
    NOTICE = 6
    """One more than the turns of notice; 0 if there is no way out."""
    SEALED = 7
    SNAPBACK = 8
    LINKED = 9
    RATIFIED = 10
    LEAVING = 11
    """The turn in which a notice takes effect."""
    RUNG = 12
    """How far up the ladder of responses the parties have gone: a decimal digit each, the first party's on the right."""
    FIRST = 13
    """Who took the first step, counted from 1."""
    MOVED = 14
    """The turn of an unanswered first step."""
    ANSWERED = 15
    """The turn in which a party last answered a wrong."""


class Part(IntEnum):
    """Columns of a step, in order."""

    TERM = 0
    DUE = 1
    STATE = 2
    AFTER = 3
    TOGETHER = 4
    VERIFIED = 5
    READING = 6
    EVIDENCE = 7
    SINCE = 8
    ANNEX = 9


@dataclass(frozen=True)
class Layout:
    """Where the columns of texts stand in a pack's rows."""

    start: int
    agreements: Agreements
    names: Names
    terms: tuple[Term, ...]
    read_before: dict[tuple[int, tuple[int, ...]], Deal] = field(default_factory=dict, repr=False, compare=False)
    """Texts already read, by slot and numbers."""

    @cached_property
    def width(self) -> int:
        """Columns of one text with all its steps."""
        return len(Head) + self.agreements.steps * len(Part)

    @property
    def slots(self) -> range:
        """Numbers of the texts there can be."""
        return range(1, self.agreements.texts + 1)

    def head(self, slot: int, column: Head = Head.STAGE) -> int:
        """Where a column of a text stands."""
        return self.start + (slot - 1) * self.width + column

    def part(self, slot: int, number: int, column: Part) -> int:
        """Where a column of a step stands."""
        return self.head(slot) + len(Head) + (number - 1) * len(Part) + column

    def span(self, slot: int) -> range:
        """Every place of a text."""
        return range(self.head(slot), self.head(slot) + self.width)

    def taken(self, row: Sequence[int]) -> tuple[int, ...]:
        """The slots in which a text lives."""
        return tuple(slot for slot in self.slots if row[self.head(slot)])

    def free(self, row: Sequence[int]) -> int | None:
        """A slot for a new text, if there is one."""
        return next((slot for slot in self.slots if not row[self.head(slot)]), None)


def text_columns(agreements: Agreements, names: Names) -> Iterator[Column]:
    """The columns of all texts, in order, and after them those of fora whose meetings can fail."""
    for slot in range(1, agreements.texts + 1):
        for head in Head:
            high = 10 ** len(names.roles) - 1 if head is Head.RUNG else FAR
            yield Column(text_label(slot, head.name.lower()), "text", 0, high)
        for number in range(1, agreements.steps + 1):
            for part in Part:
                yield Column(f"step[{slot}.{number}].{part.name.lower()}", "text", 0, FAR)
    for id_, forum in names.pack.forum.items():
        if forum.prepared is not None:
            yield Column(failed_label(id_), "text", 0, FAR, None if forum.public else forum.members)
