"""Text home: what a draft costs to sign, and how it would fare at home: for a role's own eyes, and those it shows it to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from tabletop.rules.agreements.publicly import in_the_way
from tabletop.rules.agreements.showing import COST
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.agreements.telling import short
from tabletop.rules.agreements.winset import HomeView, fare, left_today
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View, view
from tabletop.table.drafts import Circulated

from .composing import Unsealed
from .purse import spent
from .readings import label_name
from .session import Session


def home_of(book: Rulebook, view: View, draft: Draft) -> HomeView | None:
    """How a draft signed today would fare at a party's own home; `None` for whoever has nothing to lose there, and while
    nothing is written yet.
    """
    return fare(book, list(view.row), view.role, draft) if draft.steps else None


def home_lines(book: Rulebook, view: View, draft: Draft) -> tuple[str, ...]:
    """The same in sentences, with what it alone can see to stand in the way of its own steps."""
    found = home_of(book, view, draft)
    fares = _fares(book, list(view.row), draft, view.role, found, own=True) if found is not None else ()
    return (*fares, *_hidden_hindrances(book, view, draft))


def _hidden_hindrances(book: Rulebook, view: View, draft: Draft) -> Iterator[str]:
    """What no linter tells, for the others could not see it."""
    for number, step in enumerate(draft.steps, start=1):
        if step.term.role == view.role and step.term in book.term_deeds:
            why = in_the_way(book, list(view.row), step.term, anyway=True)
            if why is not None and not why.public:
                yield f"You could not do step {number} today, and you alone can see why: {why.why}"


def shown_lines(book: Rulebook, view: View, draft: Draft, homes: Iterable[tuple[str, HomeView]]) -> tuple[str, ...]:
    """What was shown of homes about a draft, a few sentences for each, to the eyes of one of its signers."""
    row = list(view.row)
    return tuple(
        "You have shown the other signers, with proof, how tight it is at your home."
        if role == view.role
        else f"{short(book, role)} shows how tight it is at home, with proof: {_told(book, row, draft, role, found)}"
        for role, found in homes
    )


def shown_home(book: Rulebook, row: Row, draft: Draft, role: str) -> str:
    """How a draft would fare at a party's home, as the party knows it and tells it to those to whom that is shown; empty
    if it has none.
    """
    seen = list(view(book, row, role).row)
    found = fare(book, seen, role, draft)
    return _told(book, seen, draft, role, found) if found is not None else ""


def why_not_show(session: Session, role: str, desk: Unsealed, each: Circulated) -> str | None:
    """Why a role cannot show the other signers of a draft how tight it is at its home; `None` if it can.

    `desk` is what it has drafted, which must still be paid for.
    """
    book, view = session.book, session.view(role)
    why = session.table.why_not_show(role, each)
    left = book.capital(list(view.row), role) - spent(book, view, desk)
    if why is None and left < COST:
        return f"The proof takes {COST} of political capital, and {left} is left once what you drafted is paid."
    return why


def show_home(session: Session, role: str, desk: Unsealed, each: Circulated) -> Unsealed:
    """Show the other signers of a draft how tight it is at a role's home; gives back what it has drafted, which pays for
    that too from now on.

    Raises:
        IllegalOrder, OutOfTurn: if it cannot be shown, or not be paid for besides what is drafted; nothing changes.
    """
    why = why_not_show(session, role, desk, each)
    if why is not None:
        raise IllegalOrder(why)
    session.show(role, each.number)
    return replace(desk, shows=session.table.shown_by(role))


def _told(book: Rulebook, row: Row, draft: Draft, role: str, found: HomeView) -> str:
    return " ".join(_fares(book, row, draft, role, found, own=False))


def _fares(book: Rulebook, row: Row, draft: Draft, role: str, found: HomeView, *, own: bool) -> Iterator[str]:
    """How a draft would fare at a role's home, told to the role itself or to those to whom it is shown."""
    who, owes, done = ("You", "you owe", "you have done") if own else ("It", "it owes", "it has done")
    home = label_name(book, str(book.pack.role[role].home))
    left = left_today(book, row, draft)
    when = (
        "once the meeting has failed"
        if not left.steps
        else f"when all that {owes} is done"
        if left == draft
        else f"when all that {owes} of what is left is done"
    )
    yield f"{home}: {found.before} now, {found.after} {when}."
    if found.first_step:
        yield f"{who} would move first: {found.first_step} less there until the other side answers."
    if found.body is not None:
        would = "would" if found.passes else "would not"
        yield f"{found.body} must ratify it and {would}, once {done} what need not wait for that."


def price_line(book: Rulebook, view: View, draft: Draft) -> str:
    """What signing costs a role."""
    cost = signing_cost(book, list(view.row), draft, view.role)
    return f"Signing costs you {cost} of {book.capital(list(view.row), view.role)} political capital."
