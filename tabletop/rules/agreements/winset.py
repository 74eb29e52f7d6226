"""The win-set: how a draft would fare at a role's home. It is for the role's own eyes, unless it shows it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.rules.position import TURN, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.terms import Term

from .counting import only_counted
from .preparing import sure_of
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


def fare(book: Rulebook, row: Row, role: str, draft: Draft) -> HomeView | None:
    """How a draft signed today would fare at a party's home; `None` for whoever has nothing to lose there.

    What falls out for want of preparation does not count; with dice it may all stand, and all of it counts.
    """
    if role not in draft.parties or book.pack.role[role].home is None:
        return None
    left = left_today(book, row, draft)
    return at_home(book, row, role, left) if left.steps else after_failing(book, row, role)


def left_today(book: Rulebook, row: Row, draft: Draft) -> Draft:
    """What could stand of a draft that was signed today."""
    return draft if book.with_dice(row) else sure_of(book, row, draft).draft


def at_home(book: Rulebook, row: Row, role: str, draft: Draft) -> HomeView:
    """How a draft would fare at a role's home: its own steps are carried out on a copy of the row, their acts included."""
    place = book.homes.get(role)
    terms = [step.term for step in draft.owed_by(role)]
    asked = ratifiers(book, (role,), (step.term for step in draft.steps))
    body = book.pack.role[role].ratifies if asked else None
    name = book.pack.forum[body].name if body is not None else None
    when_asked = kept(book, row, [term for term in terms if not book.pack.clause[term.clause].ratify])
    before, after = (row[place], kept(book, row, terms)[place]) if place is not None else (0, 0)
    agrees = body is None or passes(book, when_asked, role)
    return HomeView(before, after, name, agrees, premium(book, role, draft))


def premium(book: Rulebook, role: str, draft: Draft) -> int:
    """What moving first costs a role at home until it is answered; 0 if it does not."""
    return rates(book).premium if first_mover(draft) == role else 0


def kept(book: Rulebook, row: Row, terms: Iterable[Term]) -> Row:
    """The row as it would be if these terms were carried out now. What is so already is only counted."""
    then = row[:]
    for term in terms:
        deed = book.term_deeds[term]
        if only_counted(book, then, term):
            continue
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
    """Who would have to move before anybody else, if all goes as written; nobody where two move in one turn.

    Of what is sealed nobody at home hears.
    """
    free = [step for step in map(draft.step, draft.in_the_open) if step.after is None]
    soonest = min((step.due for step in free), default=0)
    movers = {step.term.role for step in free if step.due == soonest}
    return movers.pop() if len(movers) == 1 and len(draft.parties) > 1 else None
