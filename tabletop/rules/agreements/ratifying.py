"""Ratifying: what was signed, and a body at home that says yes to it.

Some clauses wait for it. Any other text runs without, as an executive deal: it lasts no longer than the administration
that signed it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import mask
from tabletop.rules.texts.deal import Deal, DutyState, Stage
from tabletop.rules.texts.slots import Head, Part
from tabletop.rules.texts.terms import Term

from .moment import Moment, about_deal
from .reputation import pay, rates
from .telling import deal_name, short

COST = 1
"""Political capital that putting a text to the vote at home takes."""


def ratify_texts(moment: Moment) -> None:
    """Every ratification that was sealed; a text that all have ratified enters into force."""
    for slot in moment.layout.taken(moment.row):
        for role in may_ratify(moment.book, moment.deal(slot)):
            orders = moment.orders.get(role)
            if orders is not None and orders.responses.get(str(slot)) == "ratify":
                _ratify(moment, moment.deal(slot), role)


def ratifiers(book: Rulebook, parties: Sequence[str], terms: Iterable[Term]) -> tuple[str, ...]:
    """Parties that have a body at home which must pass a text with these terms."""
    asked: dict[str, None] = {}
    for term in terms:
        ratify = book.pack.clause[term.clause].ratify
        owner = (term.role,) if isinstance(ratify, tuple) and term.role in ratify else ()
        asked |= dict.fromkeys(parties if ratify is True else owner)
    return tuple(role for role in parties if role in asked and book.pack.role[role].ratifies is not None)


def to_ratify(book: Rulebook, deal: Deal) -> tuple[str, ...]:
    """Parties whose ratification a text still waits for."""
    if deal.stage is not Stage.PROVISIONAL:
        return ()
    asked = ratifiers(book, deal.parties, (duty.term for duty in deal.duties))
    return tuple(role for role in asked if role not in deal.ratified)


def may_ratify(book: Rulebook, deal: Deal) -> tuple[str, ...]:
    """Parties that may put a text to the vote at home: those it waits for, and those whose word would not outlast them.
    Nobody votes on what is sealed.
    """
    shown = () if deal.sealed else executive(book, deal)
    return tuple(dict.fromkeys((*to_ratify(book, deal), *shown)))


def executive(book: Rulebook, deal: Deal) -> tuple[str, ...]:
    """Parties for whom a text is an executive deal: a body at home has not passed it, and another administration need not
    keep it. Nobody where administrations do not change, for a promise that one makes alone, and for what a forum decides
    by vote: that is the forum's.
    """
    if rates(book).turnover is None or len(deal.parties) < 2 or book.pack.forum[deal.forum].rule == "vote":
        return ()
    return tuple(role for role in deal.parties if book.pack.role[role].elections and role not in deal.ratified)


def passes(book: Rulebook, row: Row, role: str) -> bool:
    """Whether the body that ratifies for a role would pass a text now."""
    body = book.pack.role[role].ratifies
    return body is None or bool(book.fora[body].passes(row))


def _ratify(moment: Moment, deal: Deal, role: str) -> None:
    book = moment.book
    body = book.pack.forum[str(book.pack.role[role].ratifies)]
    agreed = passes(book, moment.row, role)
    verdict = "ratifies" if agreed else "does not ratify"
    why = "" if agreed else f" {body.refusal}"
    says = f"{body.name} {verdict} {deal_name(book, deal)} for {short(book, role)}.{why}"

    def change(row: Row) -> None:
        pay(book, row, role, COST)
        if agreed:
            row[moment.layout.head(deal.slot, Head.RATIFIED)] |= mask((role,), book.names.roles)

    moment.chronicle.record(about_deal(moment, deal, "ratifications", says, role), change)
    after = moment.deal(deal.slot)
    if agreed and deal.stage is Stage.PROVISIONAL and not to_ratify(book, after):
        says = f"Everybody has ratified {deal_name(book, deal)}. It is in force."
        event = about_deal(moment, deal, "ratifications", says)
        moment.chronicle.record(event, lambda row: _enter_into_force(moment, row, after))


def _enter_into_force(moment: Moment, row: Row, deal: Deal) -> None:
    """What waited for ratification falls due from the next turn on."""
    row[moment.layout.head(deal.slot)] = int(Stage.IN_FORCE)
    for duty in deal.duties:
        if moment.book.pack.clause[duty.term.clause].ratify and duty.state is DutyState.WAITING:
            place = moment.layout.part(deal.slot, duty.number, Part.DUE)
            row[place] = max(row[place], moment.turn + 1)
