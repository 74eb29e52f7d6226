"""Verdicts: the engine's answer about an act, and the findings behind it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import Literal


class Level(IntEnum):
    """How an act stands in law; only `BARRED` stops a player."""

    PERMITTED = 0
    CONSENT = 1
    BREACH = 2
    BARRED = 3

    @property
    def word(self) -> str:
        """The level as it is written everywhere: `permitted`, `consent`, `breach`, `barred`."""
        return self.name.lower()


FindingKind = Literal[
    "power", "need", "competence", "forum", "partner", "breach", "consent", "held", "contested", "right",
    "promise", "dormant", "exception", "released",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason behind a verdict."""

    kind: FindingKind
    level: Level
    """What this finding alone would make of the act."""
    reason: str
    """Why it applies here, in one sentence."""
    instrument: str | None = None
    provision: str | None = None
    state: str | None = None
    cite: str | None = None
    keeper: str | None = None
    readings: tuple[tuple[str, str], ...] = ()
    """Who holds which reading, where good-faith readings differ."""


@dataclass(frozen=True, slots=True)
class Keeper:
    """Who could make an act lawful, and how they decide."""

    id: str
    name: str
    rule: str
    members: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Verdict:
    """The whole answer about one act."""

    level: Level
    contested: bool
    findings: tuple[Finding, ...]
    """Gravest first."""
    keepers: tuple[Keeper, ...]
    cost: int
    """Political capital."""
    may_ask: bool
    """Whether somebody's yes would make it lawful or make it happen."""
    may_do: bool
    """Whether it can be done this turn, lawfully or not."""
