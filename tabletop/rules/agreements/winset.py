"""The win-set: how a draft would fare at home, for a role's own eyes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.rules.position import TURN, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.terms import Term

from .ratifying import passes, ratifiers
from .reputation import home, rates


@dataclass(frozen=True, slots=True)
class HomeView:
    """What signing and keeping a text would do at home."""

    before: int
    """The home track now."""
    after: int
    """The home track once all that the role owes is done and paid for, on its own scale."""
    body: str | None
    """Whose consent it needs at home, if anybody's."""
    passes: bool
    """Whether that body would agree once the role has done what does not wait for it."""
    first_step: int
    """What moving first costs there until it is answered; 0 if somebody else moves first."""


def at_home(book: Rulebook, row: Row, role: str, draft: Draft) -> HomeView:
    """How a draft would fare at a role's home: its own steps are carried out on a copy of the row, their acts included."""
    place = book.homes.get(role)
    terms = [step.term for step in draft.owed_by(role)]
    asked = ratifiers(book, (role,), (step.term for step in draft.steps))
    body = book.pack.role[role].ratifies if asked else None
    name = book.pack.forum[body].name if body is not None else None
    when_asked = _kept(book, row, [term for term in terms if not book.pack.clause[term.clause].ratify])
    before, after = (row[place], _kept(book, row, terms)[place]) if place is not None else (0, 0)
    agrees = body is None or passes(book, when_asked, role)
    return HomeView(before, after, name, agrees, premium(book, role, draft))


def premium(book: Rulebook, role: str, draft: Draft) -> int:
    """What moving first costs a role at home until it is answered; 0 if it does not."""
    return rates(book).premium if first_mover(draft) == role else 0


def _kept(book: Rulebook, row: Row, terms: Iterable[Term]) -> Row:
    """The row as it would be if these terms were carried out now. What is so already is only counted."""
    then = row[:]
    for term in terms:
        deed = book.term_deeds[term]
        if deed.deed is not None and not deed.done(then):
            deed.deed.carry_out(then, then[TURN], None)
        deed.effect(then)
        home(book, then, term.role, -deed.home(then))
    return then


def after_failing(book: Rulebook, row: Row, role: str) -> HomeView:
    """How a role's home takes a meeting at which nothing was ready."""
    failed = row[:]
    home(book, failed, role, -rates(book).audience)
    place = book.homes.get(role)
    before, after = (row[place], failed[place]) if place is not None else (0, 0)
    return HomeView(before, after, None, passes=True, first_step=0)


def first_mover(draft: Draft) -> str | None:
    """Who would have to move before anybody else, if all goes as written; nobody where two move in one turn."""
    free = [step for step in draft.steps if step.after is None]
    soonest = min((step.due for step in free), default=0)
    movers = {step.term.role for step in free if step.due == soonest}
    return movers.pop() if len(movers) == 1 and len(draft.parties) > 1 else None
