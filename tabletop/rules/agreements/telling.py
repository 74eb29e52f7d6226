"""Telling: sentences about texts and steps, from the pack's own names."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name, plain_word
from tabletop.rules.texts.deal import Deal
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.terms import Term


def term_phrase(book: Rulebook, term: Term) -> str:
    """A term without its owner: `Freeze on testing, No nuclear tests`."""
    name = book.pack.clause[term.clause].name
    if term.choice is None:
        return name
    about = choice_name(book, term.choice)
    return about if about.startswith(name) else f"{name}, {about}"


def owed(book: Rulebook, term: Term) -> str:
    """A term with its owner: `DPRK: Freeze on testing, No nuclear tests`."""
    return f"{short(book, term.role)}: {term_phrase(book, term)}"


def short(book: Rulebook, role: str) -> str:
    """A role in a narrow column."""
    return book.pack.actors[role].short


def shorts(book: Rulebook, roles: Iterable[str]) -> str:
    """Roles in a sentence: `US, DPRK and PRC`."""
    return listed([short(book, role) for role in roles] or ["nobody"])


def listed(words: Sequence[str], word: str = "and") -> str:
    """Words in a sentence: `1, 2 and 3`."""
    *most, last = words
    return f"{', '.join(most)} {word} {last}" if most else last


def topics_named(book: Rulebook, topics: Iterable[str], word: str = "or") -> str:
    """Chapters of a negotiation in a sentence: `relief, freeze or inter-Korean`."""
    return listed([plain_word(book, topic) for topic in topics], word)


def draft_name(book: Rulebook, draft: Draft) -> str:
    """A draft in a sentence: `the text of US and DPRK in US-DPRK talks`."""
    return f"the text of {shorts(book, draft.parties)} in {book.pack.forum[draft.forum].name}"


def deal_name(book: Rulebook, deal: Deal) -> str:
    """A signed text in a sentence."""
    return f"the text that {shorts(book, deal.parties)} signed in {book.pack.forum[deal.forum].name}"
