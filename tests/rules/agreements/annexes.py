"""Annexes: what stands in them, a position without them, and what others are told of them by mistake."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from tabletop.rules.agreements.telling import owed
from tabletop.rules.happened import Event
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.slots import Part
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import seen_events


def annexed(book: Rulebook, row: Row, role: str) -> Iterator[tuple[Deal, Duty]]:
    """Every step that stands in an annex which a role did not sign, with its text; sealed texts have none."""
    return (
        (deal, duty)
        for deal in deals(book.layout, row)
        if role not in deal.signers
        for duty in deal.duties
        if duty.annex
    )


def without_annexes(book: Rulebook, row: Row, role: str) -> Row:
    """The same position, and nothing stands in the annexes that a role did not sign."""
    assert book.layout is not None
    bare = row[:]
    for _, duty in annexed(book, row, role):
        for part in Part:
            bare[book.layout.part(duty.slot, duty.number, part)] = 0
    return bare


def let_out(
    book: Rulebook, rows: Sequence[Row], orders: Mapping[str, Orders], events: Sequence[Event], role: str
) -> list[Event]:
    """What a role was told in a turn of steps in annexes that it did not sign, unless it may know them from elsewhere.

    `rows` are the positions before and after. Of texts that were leaked in this turn all may be told, and acts that
    somebody makes of its own accord can be called as steps are.
    """
    leaked = {key for sealed in orders.values() for key, response in sealed.responses.items() if response == "leak"}
    drafts = [draft for sealed in orders.values() for draft in (*sealed.signs, *sealed.vetoes)]
    texts = [deal for row in rows for deal in deals(book.layout, row)]
    known: set[Term] = set()
    secret: set[Term] = set()
    for text in texts:
        for duty in text.duties:
            open_to_it = text.key in leaked or role in (text.knowers_of(duty) or (role,))
            (known if open_to_it else secret).add(duty.term)
    for draft in drafts:
        for step in draft.steps:
            open_to_it = role in draft.signers or not (draft.sealed or step.annex)
            (known if open_to_it else secret).add(step.term)
    hidden = secret - known
    keys, phrases = {term.key for term in hidden}, [rf"\b{re.escape(owed(book, term))}" for term in hidden]
    seen = [each for each in seen_events(book, tuple(events), role) if each.act is None]
    return [each for each in seen if each.term in keys or any(re.search(phrase, each.says) for phrase in phrases)]
