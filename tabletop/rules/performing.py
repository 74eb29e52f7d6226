"""Performing: what delegations sealed, in order — costs, answers to what was asked, acts open and covert."""

from __future__ import annotations

from collections.abc import Mapping

from .acts import Act
from .agreements.course import before_acts
from .agreements.moment import Moment
from .answering import answer_asked
from .asking import ask_for
from .deeds import Deed
from .happened import Chronicle, Event
from .orders import Orders
from .position import TURN, Row
from .referee import check
from .rulebook import Rulebook
from .telling import done
from .verdict import Finding, Level


def perform_orders(
    book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders], texts: Moment | None = None
) -> None:
    """Carry out everything sealed this turn, everything agreed to, and what signed texts make due."""
    opening = chronicle.row[:]
    sealed = [
        (book.deeds[order.act], order.ask)
        for role in book.names.actors
        if role in orders
        for order in orders[role].acts
    ]
    for deed, _ in sealed:
        cost = deed.cost(opening)
        if cost > 0 and deed.capital is not None:
            _pay(book, chronicle, deed.act, deed.capital, cost)
    granted = answer_asked(book, chronicle, turn, orders) if book.askable else []
    for deed, ask in sealed:
        if ask:
            ask_for(book, chronicle, turn, deed.act, deed.cost(opening))
    for act in granted:
        deed = book.deeds[act]
        if (deed, False) not in sealed:  # whoever did not wait does it once, and as it was sealed
            _perform(book, chronicle, turn, deed)
    if texts is not None:
        before_acts(texts)
    for step in ("overt", "covert"):
        for deed, ask in sealed:
            if deed.step == step and not ask:
                _perform(book, chronicle, turn, deed, opening)


def _pay(book: Rulebook, chronicle: Chronicle, act: Act, purse: int, cost: int) -> None:
    turn = chronicle.row[TURN]

    def tell() -> Event:
        says = f"{book.pack.actors[act.role].short} spends {cost} on {book.pack.move[act.move].name}."
        return Event(turn, "costs", f"move:{act.move}", says, actor=act.role, act=act.key, seen_by=(act.role,))

    chronicle.record(tell, _add, purse, -cost)


def _perform(book: Rulebook, chronicle: Chronicle, turn: int, deed: Deed, opening: Row | None = None) -> None:
    """An act happens. It is judged by the law of the opening position; without one, it was agreed to."""

    def tell() -> Event:
        act = deed.act
        broken = _broken(book, opening, deed)
        return Event(
            turn, deed.step, f"move:{act.move}", done(book, act, broken), actor=act.role, act=act.key,
            level=(Level.BREACH if broken else Level.PERMITTED).word, cites=tuple(str(finding.cite) for finding in broken),
            seen_by=_witnesses(book, act),
        )  # fmt: skip

    chronicle.record(tell, deed.carry_out, turn, opening)


def _broken(book: Rulebook, opening: Row | None, deed: Deed) -> list[Finding]:
    """What an act breaks, by the law as it stood when it was sealed."""
    if opening is None or not deed.breaks(opening):
        return []
    found = check(book, opening, deed.act).findings
    return [finding for finding in found if finding.level in (Level.CONSENT, Level.BREACH)]


def _witnesses(book: Rulebook, act: Act) -> tuple[str, ...] | None:
    match book.pack.move[act.move].visibility:
        case "open":
            return None
        case "covert":
            return (act.role,)
        case "known":
            return (act.role, act.target) if act.target else (act.role,)


def _add(row: Row, place: int, amount: int) -> None:
    row[place] += amount
