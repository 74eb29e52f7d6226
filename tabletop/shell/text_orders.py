"""Text orders: what a desk draft says of texts — signatures, steps, responses, readings — one change at a time.

Each gives back another draft, or refuses with the sentence with which the table would refuse it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from tabletop.rules.acts import Conduct, Response
from tabletop.rules.agreements.draft import Draft as Text
from tabletop.rules.orders import judge
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View

from .composing import Draft

Said = TypeVar("Said")


def sign(book: Rulebook, view: View, draft: Draft, text: Text) -> Draft:
    """The desk draft with a signature to a text on the table.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    kept = tuple(other for other in draft.signs if other != text)
    return _judged(book, view, replace(draft, signs=(*kept, text)))


def unsign(draft: Draft, text: Text) -> Draft:
    """The desk draft without a signature."""
    return replace(draft, signs=tuple(other for other in draft.signs if other != text))


def treat(book: Rulebook, view: View, draft: Draft, key: str, conduct: Conduct | None) -> Draft:
    """The desk draft with the way a step of one's own is treated; `None` says nothing about it.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, duties=_said(draft.duties, key, conduct)))


def respond(book: Rulebook, view: View, draft: Draft, key: str, response: Response | None) -> Draft:
    """The desk draft with what is done about a whole text; `None` does nothing.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, responses=_said(draft.responses, key, response)))


def read(book: Rulebook, view: View, draft: Draft, key: str, reading: str | None) -> Draft:
    """The desk draft with what a step's open word is taken to mean; `None` leaves it to the role's own preference.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    return _judged(book, view, replace(draft, readings=_said(draft.readings, key, reading)))


def _said(pairs: tuple[tuple[str, Said], ...], key: str, says: Said | None) -> tuple[tuple[str, Said], ...]:
    kept = tuple(pair for pair in pairs if pair[0] != key)
    return kept if says is None else (*kept, (key, says))


def _judged(book: Rulebook, view: View, draft: Draft) -> Draft:
    judge(book, list(view.row), view.role, draft.sealed())
    return draft
