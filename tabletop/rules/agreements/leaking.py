"""Leaking: a text that was sealed to its signers, or the annex of one, becomes known to everybody."""

from __future__ import annotations

from dataclasses import replace

from tabletop.rules.happened import nothing
from tabletop.rules.position import Row
from tabletop.rules.telling import sentence
from tabletop.rules.texts.deal import Deal
from tabletop.rules.texts.slots import Head, Part

from .moment import Moment, about_deal
from .reputation import home, pay, rates, trust
from .telling import deal_name, owed, short

COST = 1
"""Political capital that passing a text to the press takes."""


def leak(moment: Moment, deal: Deal, role: str) -> None:
    """Whoever leaks breaks its word to the others, and they must explain themselves at home. Twice leaked is once told."""
    if not deal.has_secrets:
        return
    book, others = moment.book, [party for party in deal.parties if party != role]
    secret = [duty for duty in deal.duties if deal.knowers_of(duty) is not None]
    what = deal_name(book, deal) if deal.sealed else f"the sealed annex of {deal_name(book, deal)}"

    def change(row: Row) -> None:
        pay(book, row, role, COST)
        row[moment.layout.head(deal.slot, Head.SEALED)] = 0
        for duty in secret:
            row[moment.layout.part(deal.slot, duty.number, Part.ANNEX)] = 0
        trust(book, row, role, others, -rates(book).missed)
        for other in others:
            home(book, row, other, -rates(book).audience)

    says = f"{short(book, role)} breaks its word and leaks {what}."
    event = about_deal(moment, deal, "responses", says, role)
    moment.chronicle.record(replace(event, seen_by=deal.signers), change)
    terms = "; ".join(owed(book, duty.term) for duty in secret)
    known = about_deal(moment, deal, "responses", f"{sentence(what)} was secret and is in the press: {terms}.")
    moment.chronicle.record(replace(known, seen_by=None), nothing)
