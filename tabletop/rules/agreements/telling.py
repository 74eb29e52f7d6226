"""Telling: sentences about texts and steps, from the pack's own names."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name

from .deal import Deal
from .draft import Draft
from .terms import Term


def term_phrase(book: Rulebook, term: Term) -> str:
    """A term without its owner: `Freeze on testing, No nuclear tests`."""
    name = book.pack.clause[term.clause].name
    return f"{name}, {choice_name(book, term.choice)}" if term.choice is not None else name


def owed(book: Rulebook, term: Term) -> str:
    """A term with its owner: `DPRK: Freeze on testing, No nuclear tests`."""
    return f"{short(book, term.role)}: {term_phrase(book, term)}"


def short(book: Rulebook, role: str) -> str:
    """A role in a narrow column."""
    return book.pack.actors[role].short


def shorts(book: Rulebook, roles: Iterable[str]) -> str:
    """Roles in a sentence: `US, DPRK and PRC`."""
    *most, last = [short(book, role) for role in roles] or ["nobody"]
    return f"{', '.join(most)} and {last}" if most else last


def draft_name(book: Rulebook, draft: Draft) -> str:
    """A draft in a sentence: `the text of US and DPRK in US-DPRK talks`."""
    return f"the text of {shorts(book, draft.parties)} in {book.pack.forum[draft.forum].name}"


def deal_name(book: Rulebook, deal: Deal) -> str:
    """A signed text in a sentence."""
    return f"the text that {shorts(book, deal.parties)} signed in {book.pack.forum[deal.forum].name}"
