"""Positions: the whole state of a game as one row of whole numbers, and what each column means."""

from __future__ import annotations

import hashlib
import struct
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations
from typing import Literal

from tabletop.pack.law import Machine, Provision
from tabletop.pack.names import Names, last_label, track_label
from tabletop.pack.sight import last_seers, track_seers
from tabletop.pack.tracks import Track

from .acts import Act

Row = list[int]
"""A position. Copying it is a slice; nothing outside a row decides what happens next."""

Kind = Literal["clock", "track", "provision", "since", "last", "drawn", "consent", "paid", "text"]
TURN, TURNS, ENDING = 0, 1, 2
"""Where the clock stands in every pack's positions."""
FAR = 9_999
"""Upper bound of columns that count turns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One whole number of a position."""

    label: str
    """`tension`, `trust[us, dprk]`, `un-2375.textiles`, `last[us, statement-support]`."""
    kind: Kind
    low: int
    high: int
    seen_by: tuple[str, ...] | None = None
    """Roles that may know it; `None` for everybody."""

    def visible_to(self, role: str) -> bool:
        """Whether a role may know this number."""
        return self.seen_by is None or role in self.seen_by


@dataclass(frozen=True)
class Schema:
    """The columns of a pack's positions, in order.

    Raises:
        ValueError: if two columns have the same label.
    """

    columns: tuple[Column, ...]

    def __post_init__(self) -> None:
        if len(self.index) < len(self.columns):
            twice = next(label for place, label in enumerate(self.labels) if self.index[label] != place)
            raise ValueError(f"Two columns of a position are called {twice!r}.")

    @cached_property
    def index(self) -> dict[str, int]:
        """Where each label stands."""
        return {column.label: place for place, column in enumerate(self.columns)}

    @cached_property
    def labels(self) -> tuple[str, ...]:
        """Every label, in order."""
        return tuple(column.label for column in self.columns)

    @cached_property
    def provisions(self) -> tuple[int, ...]:
        """Where the states of provisions stand."""
        return tuple(place for place, column in enumerate(self.columns) if column.kind == "provision")


def consent_label(act: Act) -> str:
    """The column that says whether an act was asked for or agreed to."""
    return f"consent[{act.key}]"


def paid_label(act: Act) -> str:
    """The column with what was paid for an act while it waits for an answer."""
    return f"paid[{act.key}]"


def since_label(provision: str) -> str:
    """The column with the turn in which a provision entered its state."""
    return f"since[{provision}]"


def drawn_label(event: str) -> str:
    """The column with the turn in which a card was drawn."""
    return f"drawn[{event}]"


def timed(provision: Provision, machine: Machine) -> bool:
    """Whether a provision needs to remember since when it has been in its state."""
    return any(transition.after for transition in (*machine.transition, *provision.transition))


def schema_of(names: Names, consents: Iterable[Column], texts: Iterable[Column] = ()) -> Schema:
    """The columns a pack needs, with those of acts that somebody may have to agree to.

    `texts` are the columns of signed texts and of meetings about them; they come last.
    """
    columns = [
        Column("turn", "clock", 1, FAR),
        Column("turns", "clock", 1, FAR),
        Column("ending", "clock", 0, len(names.pack.ending)),
        Column("foreshadowed", "clock", 0, len(names.pack.event)),
    ]
    if names.pack.header.play.dice:
        columns.append(Column("dice", "clock", 0, 1))
    for id_, track in names.pack.track.items():
        columns += _track_columns(id_, track, names)
    for label, provision in names.provisions.items():
        machine = names.machine(label)
        columns.append(Column(label, "provision", 0, len(machine.states) - 1))
        if timed(provision, machine):
            columns.append(Column(since_label(label), "since", 0, FAR))
    for id_, move in names.pack.move.items():
        for actor in names.actors:
            if actor in move.by:
                columns.append(Column(last_label(id_, actor), "last", 0, FAR, last_seers(move, actor)))
    columns += [Column(drawn_label(id_), "drawn", 0, FAR) for id_ in names.pack.event]
    columns += consents
    columns += texts
    return Schema(tuple(columns))


def digest(row: Row) -> str:
    """A position's fingerprint, the same on every machine: 32 hexadecimal digits."""
    return hashlib.blake2b(struct.pack(f"<{len(row)}i", *row), digest_size=16).hexdigest()


def _track_columns(id_: str, track: Track, names: Names) -> list[Column]:
    low, high = track.range
    owners: list[tuple[str, ...]]
    match track.per:
        case "table":
            owners = [()]
        case "role":
            owners = [(role,) for role in names.roles]
        case "pair":
            owners = list(combinations(names.roles, 2))
    return [
        Column(track_label(id_, owner, names.roles), "track", low, high, track_seers(track, owner)) for owner in owners
    ]


def in_range(value: int, column: Column) -> int:
    """A value within a column's bounds."""
    return min(column.high, max(column.low, value))
