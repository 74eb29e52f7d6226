"""Prices: what an act would change and cost, in words, before anybody seals it."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Finding, Level, Verdict
from tabletop.rules.views import View

from .forecasts import forecast, in_words


@dataclass(frozen=True, slots=True)
class Price:
    """What a breach costs."""

    capital: int
    have: int
    broken: tuple[Finding, ...]
    """The provisions it would break."""
    changes: tuple[str, ...]
    """What it would change, the answers of the others not counted."""
    says: str
    """The cost that numbers do not show; may be empty."""


def expected(book: Rulebook, view: View, act: Act, *, breach: bool = False) -> tuple[str, ...]:
    """What the act itself would change: `Tension +5 → 65`. What its role may not see is left out, and what depends on
    it is told as a range.
    """
    return in_words(book, forecast(book, view, act, breach=breach))


def seen_by(book: Rulebook, act: Act) -> str:
    """Who will know of an act that is not done openly: `you and DPRK alone; ...`; empty if everybody will."""
    visibility = book.pack.move[act.move].visibility
    if visibility == "open":
        return ""
    target = f" and {book.pack.actors[act.target].short}" if visibility == "known" and act.target else ""
    return f"you{target} alone; others see what it changes, and what comes to light"


def price_of_breach(book: Rulebook, view: View, act: Act, verdict: Verdict) -> Price:
    """Everything a player should see once more before breaking a provision."""
    return Price(
        capital=verdict.cost,
        have=book.capital(list(view.row), act.role),
        broken=tuple(finding for finding in verdict.findings if finding.level in (Level.CONSENT, Level.BREACH)),
        changes=expected(book, view, act, breach=True),
        says=book.pack.move[act.move].price or "",
    )
