"""The win-set: how a draft would fare at home, for a role's own eyes."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.position import Row, in_range
from tabletop.rules.rulebook import Rulebook

from .draft import Draft
from .ratifying import passes
from .reputation import rates


@dataclass(frozen=True, slots=True)
class HomeView:
    """What signing and keeping a text would do at home."""

    before: int
    """The home track now."""
    after: int
    """The home track once everything is paid for, on its own scale."""
    body: str | None
    """Whose consent it needs at home, if anybody's."""
    passes: bool
    """Whether that body would agree today."""
    first_step: int
    """What moving first costs there until it is answered; 0 if somebody else moves first."""


def at_home(book: Rulebook, row: Row, role: str, draft: Draft) -> HomeView:
    """How a draft would fare at a role's home."""
    place = book.homes.get(role)
    before = row[place] if place is not None else 0
    price = sum(book.term_deeds[step.term].home(row) for step in draft.owed_by(role))
    first = min(draft.steps, key=lambda step: step.due, default=None)
    moves_first = first is not None and first.term.role == role and first.together is None and len(draft.parties) > 1
    premium = rates(book).premium if moves_first else 0
    after = in_range(before - price, book.schema.columns[place]) if place is not None else 0
    ratify = any(book.pack.clause[step.term.clause].ratify for step in draft.steps)
    body = book.pack.role[role].ratifies if ratify else None
    name = book.pack.forum[body].name if body is not None else None
    return HomeView(before, after, name, body is None or passes(book, row, role), premium)
