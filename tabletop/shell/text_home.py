"""Text home: what a draft costs to sign, and how it would fare at home. For a role's own eyes."""

from __future__ import annotations

from tabletop.rules.agreements.signing import signing_cost, sure_of
from tabletop.rules.agreements.winset import HomeView, after_failing, at_home
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View

from .readings import label_name


def home_of(book: Rulebook, view: View, draft: Draft) -> HomeView | None:
    """How a draft signed today would fare at a party's own home; `None` for whoever has nothing to lose there.

    What falls out for want of preparation does not count; with dice it may all stand, and all of it counts.
    """
    if view.role not in draft.parties or book.pack.role[view.role].home is None:
        return None
    row, left = list(view.row), _left(book, view, draft)
    return at_home(book, row, view.role, left) if left.steps else after_failing(book, row, view.role)


def _left(book: Rulebook, view: View, draft: Draft) -> Draft:
    row = list(view.row)
    return draft if book.with_dice(row) else sure_of(book, row, draft).draft


def home_lines(book: Rulebook, view: View, draft: Draft) -> tuple[str, ...]:
    """The same in sentences."""
    found = home_of(book, view, draft)
    if found is None:
        return ()
    home = label_name(book, str(book.pack.role[view.role].home))
    left = _left(book, view, draft)
    when = (
        "once the meeting has failed"
        if not left.steps
        else "when all that you owe is done"
        if left == draft
        else "when all that you owe of what is left is done"
    )
    lines = [f"{home}: {found.before} now, {found.after} {when}."]
    if found.first_step:
        lines.append(f"You would move first: {found.first_step} less there until the other side answers.")
    if found.body is not None:
        would = "would" if found.passes else "would not"
        lines.append(f"{found.body} must ratify it and {would}, once you have done what need not wait for that.")
    return tuple(lines)


def price_line(book: Rulebook, view: View, draft: Draft) -> str:
    """What signing costs a role."""
    cost = signing_cost(book, list(view.row), draft, view.role)
    return f"Signing costs you {cost} of {book.capital(list(view.row), view.role)} political capital."
