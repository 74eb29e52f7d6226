"""Showing: a tight home shown to the other signers of a draft, with proof, so that they ask for less."""

from __future__ import annotations

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft

from .moment import Moment, spend
from .telling import draft_name, short
from .winset import HomeView, fare

COST = 1
"""Political capital that the proof takes: whoever gives it shows its hand."""
TIGHT = 40
"""A home is tight that would be left with no more than this, in hundredths of its range."""


def unshowable(book: Rulebook, row: Row, role: str, draft: Draft) -> str | None:
    """Why a role cannot show that its home is tight, as a sentence; `None` if it can."""
    found = fare(book, row, role, draft)
    if found is None:
        return f"{short(book, role)} has no home that this text could strain."
    if not tight(book, role, found):
        return "It would fare well enough at home: there is nothing to show. Argue it another way."
    return None


def tight(book: Rulebook, role: str, found: HomeView) -> bool:
    """Whether a draft leaves a role little at home, or a body there would not pass it."""
    place = book.homes.get(role)
    if place is None:
        return False
    column = book.schema.columns[place]
    return not found.passes or (found.after - column.low) * 100 <= TIGHT * (column.high - column.low)


def pay_for_proofs(moment: Moment) -> None:
    """Everybody who showed its home this turn pays for it."""
    for role, orders in moment.orders.items():
        for draft in orders.shows:
            spend(moment, draft, role, COST, f"proof that {draft_name(moment.book, draft)} is hard at home")
