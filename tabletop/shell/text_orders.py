"""Text orders: what is drafted of texts — signatures, steps, responses, readings — one change at a time.

Each gives back another draft, or refuses with the sentence with which the table would refuse it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.judging import judge
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View

from .composing import Unsealed

Said = TypeVar("Said")


def sign(book: Rulebook, view: View, draft: Unsealed, text: Draft) -> Unsealed:
    """What is drafted, with a signature to a text on the table, in place of a vote against it.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    kept = unveto(unsign(draft, text), text)
    return _judged(book, view, replace(kept, signs=(*kept.signs, text)))


def unsign(draft: Unsealed, text: Draft) -> Unsealed:
    """What is drafted, without a signature."""
    return replace(draft, signs=tuple(other for other in draft.signs if other != text))


def veto(book: Rulebook, view: View, draft: Unsealed, text: Draft) -> Unsealed:
    """What is drafted, with a vote against a text on the table, in place of a signature to it.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    kept = unveto(unsign(draft, text), text)
    return _judged(book, view, replace(kept, vetoes=(*kept.vetoes, text)))


def unveto(draft: Unsealed, text: Draft) -> Unsealed:
    """What is drafted, without a vote against a text."""
    return replace(draft, vetoes=tuple(other for other in draft.vetoes if other != text))


def treat(book: Rulebook, view: View, draft: Unsealed, key: str, conduct: Conduct | None) -> Unsealed:
    """What is drafted, with the way a step of one's own is treated; `None` says nothing about it.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, duties=_said(draft.duties, key, conduct)))


def respond(book: Rulebook, view: View, draft: Unsealed, key: str, response: Response | None) -> Unsealed:
    """What is drafted, with what is done about a whole text; `None` does nothing.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, responses=_said(draft.responses, key, response)))


def read(book: Rulebook, view: View, draft: Unsealed, key: str, reading: str | None) -> Unsealed:
    """What is drafted, with what a step's open word is taken to mean; `None` leaves it to the role's own preference.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, readings=_said(draft.readings, key, reading)))


def _said(pairs: tuple[tuple[str, Said], ...], key: str, says: Said | None) -> tuple[tuple[str, Said], ...]:
    kept = tuple(pair for pair in pairs if pair[0] != key)
    return kept if says is None else (*kept, (key, says))


def _judged(book: Rulebook, view: View, draft: Unsealed) -> Unsealed:
    judge(book, list(view.row), view.role, draft.sealed())
    return draft
