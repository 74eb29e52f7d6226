"""Text home: what a draft costs to sign, and how it would fare at home. For a role's own eyes."""

from __future__ import annotations

from tabletop.rules.agreements.draft import Draft
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.agreements.winset import HomeView, at_home
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View

from .readings import label_name


def home_of(book: Rulebook, view: View, draft: Draft) -> HomeView | None:
    """How a draft would fare at a party's own home; `None` for whoever has nothing to lose there."""
    if view.role not in draft.parties or book.pack.role[view.role].home is None:
        return None
    return at_home(book, list(view.row), view.role, draft)


def home_lines(book: Rulebook, view: View, draft: Draft) -> tuple[str, ...]:
    """The same in sentences."""
    found = home_of(book, view, draft)
    if found is None:
        return ()
    home = label_name(book, str(book.pack.role[view.role].home))
    lines = [f"{home}: {found.before} now, {found.after} when all that you owe is done."]
    if found.first_step:
        lines.append(f"You would move first: {found.first_step} less there until the other side answers.")
    if found.body is not None:
        lines.append(f"{found.body} must ratify it and {'would today' if found.passes else 'would not today'}.")
    return tuple(lines)


def price_line(book: Rulebook, view: View, draft: Draft) -> str:
    """What signing costs a role."""
    cost = signing_cost(book, list(view.row), draft, view.role)
    return f"Signing costs you {cost} of {book.capital(list(view.row), view.role)} political capital."
