"""The purse: political capital that is left once what is drafted is paid, and what falls due is kept ready."""

from __future__ import annotations

from tabletop.rules.agreements.judging import texts_cost
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.views import View

from .composing import Unsealed
from .falling_due import capital_due, due_now


def spent(book: Rulebook, view: View, draft: Unsealed) -> int:
    """Political capital that is paid for the draft when the seals open. Steps are paid for when they are done."""
    row = list(view.row)
    texts = texts_cost(book, row, view.role, draft.sealed())
    return sum(book.cost(row, act) for act in draft.acts) + texts


def kept_ready(book: Rulebook, view: View, draft: Unsealed) -> int:
    """Political capital for the steps that are done this turn: those that fall due and are not held back, and those
    that the draft has done before their day.
    """
    said = dict(draft.duties)
    due = {each.duty.key for each in due_now(book, view)} | said.keys()
    return sum(
        capital_due(book, view, deal, duty)
        for deal in deals(book.layout, view.row)
        for duty in deal.duties
        if duty.key in due and said.get(duty.key) != "withhold"
    )


def purse(book: Rulebook, view: View, draft: Unsealed) -> str:
    """What is left to spend, in words: `Capital 2 of 3 left`."""
    if view.role in book.pack.desk:
        return "A desk pays nothing"
    have = book.capital(list(view.row), view.role)
    left, due = have - spent(book, view, draft), kept_ready(book, view, draft)
    if due > left:
        return f"Capital {left} of {have} left, but steps to be done need {due}"
    return f"Capital {left - due} of {have} left{f', {due} kept for steps' if due else ''}"
