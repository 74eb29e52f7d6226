"""Words: how levels are spelled, signed and tinted. The only place that says so.

A level is never told by colour alone: sign, word and tint always come together.
"""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.verdict import Level


@dataclass(frozen=True, slots=True)
class Mark:
    """How a level looks: a sign one cell wide, a word, and the name of a tint in the theme."""

    sign: str
    word: str
    tint: str


MARKS: dict[Level, Mark] = {
    Level.PERMITTED: Mark("✓", "permitted", "permitted"),
    Level.CONSENT: Mark("◇", "needs consent", "consent"),
    Level.BREACH: Mark("✗", "breach", "breach"),
    Level.BARRED: Mark("⊘", "barred", "barred"),
}
CONTESTED = Mark("≈", "contested", "contested")

RISING, FALLING, STEADY = "▲", "▼", "·"


def trend_sign(change: int) -> str:
    """The direction of a change; whether it is good news is never implied."""
    return RISING if change > 0 else FALLING if change < 0 else STEADY


def plain_state(state: str) -> str:
    """The name of a state as people write it: `in force`."""
    return state.replace("-", " ")


def signed(number: int) -> str:
    """A change with its sign: `+5`, `-3`."""
    return f"{number:+d}"


def points(tenths: int) -> str:
    """A score in points: 65 tenths are `6.5`."""
    sign = "-" if tenths < 0 else ""
    return f"{sign}{abs(tenths) // 10}.{abs(tenths) % 10}"
