"""Scoring: each role against its own par, never against the others."""

from __future__ import annotations

from dataclasses import dataclass

from .position import Row
from .rulebook import Rulebook

ENDING_SHARE, PUBLIC_SHARE, PRIVATE_SHARE = 50, 30, 20
"""Percent of a score that the ending, the public aims and the private aims are worth."""


@dataclass(frozen=True, slots=True)
class AimScore:
    """How far one aim was reached, 0-100."""

    id: str
    name: str
    public: bool
    points: int


@dataclass(frozen=True, slots=True)
class Score:
    """A role's result, in tenths of a point: 0-100."""

    role: str
    ending: str | None
    ending_value: int
    aims: tuple[AimScore, ...]
    total: int
    par: int

    @property
    def against_par(self) -> int:
        """Better (+) or worse (-) than par, in tenths."""
        return self.total - self.par


def score(book: Rulebook, row: Row, scenario: str, role: str) -> Score:
    """What a game was worth to a role. While it is not over, the ending counts as nothing yet."""
    ending_id = book.ending(row)
    ending = book.pack.ending[ending_id] if ending_id else None
    value = ending.values[role] if ending else 0
    void = ending is not None and ending.void_aims
    aims = tuple(
        AimScore(id_, aim.name, aim.public, 0 if void else min(100, max(0, points(row))))
        for (id_, aim), points in zip(book.pack.aim.items(), book.functions.aims, strict=True)
        if aim.role == role
    )
    public = _mean([aim.points for aim in aims if aim.public])
    private = _mean([aim.points for aim in aims if not aim.public])
    total = (ENDING_SHARE * value + PUBLIC_SHARE * public + PRIVATE_SHARE * private) // 100
    return Score(role, ending_id, value, aims, 0 if void else total, book.pack.scenario[scenario].par[role])


def _mean(points: list[int]) -> int:
    return sum(points) // len(points) if points else 0
