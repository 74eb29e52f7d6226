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
    premium = rates(book).premium if first_mover(draft) == role else 0
    after = in_range(before - price, book.schema.columns[place]) if place is not None else 0
    ratify = any(book.pack.clause[step.term.clause].ratify for step in draft.steps)
    body = book.pack.role[role].ratifies if ratify else None
    name = book.pack.forum[body].name if body is not None else None
    return HomeView(before, after, name, body is None or passes(book, row, role), premium)


def first_mover(draft: Draft) -> str | None:
    """Who would have to move before anybody else, if all goes as written; nobody where two move in one turn."""
    free = [step for step in draft.steps if step.after is None]
    soonest = min((step.due for step in free), default=0)
    movers = {step.term.role for step in free if step.due == soonest}
    return movers.pop() if len(movers) == 1 and len(draft.parties) > 1 else None
