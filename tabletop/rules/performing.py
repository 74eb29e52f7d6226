"""Performing: what delegations sealed, in order — costs, answers to what was asked, acts open and covert."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from .acts import Act, Orders
from .agreements.course import before_acts
from .agreements.moment import Moment
from .asking import ask_for
from .charges import GRANTED
from .consents import decide, pending
from .deeds import Deed
from .happened import Chronicle, Event, put
from .position import Row, consent_label
from .referee import check
from .rulebook import Rulebook
from .telling import agreed_to, done, refused
from .verdict import Finding, Level

PERMITTED, BARRED = int(Level.PERMITTED), int(Level.BARRED)
"""As the generated functions give them; plain numbers compare faster."""
TOO_LATE = "The yes comes too late: the act is no longer open, or a yes no longer makes it lawful."


def perform_orders(
    book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders], texts: Moment | None = None
) -> None:
    """Carry out everything sealed this turn, everything agreed to, and what signed texts make due."""
    opening = chronicle.row[:]
    sealed = [
        (book.deeds[order.act], order.ask) for role in book.names.roles if role in orders for order in orders[role].acts
    ]
    for deed, _ in sealed:
        cost = deed.cost(opening)
        if cost > 0:
            _pay(book, chronicle, turn, deed, cost)
    granted = _answer(book, chronicle, turn, orders) if book.askable else []
    for deed, ask in sealed:
        if ask:
            ask_for(book, chronicle, turn, deed.act)
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


def _pay(book: Rulebook, chronicle: Chronicle, turn: int, deed: Deed, cost: int) -> None:
    def tell() -> Event:
        act = deed.act
        says = f"{book.pack.role[act.role].short} spends {cost} on {book.pack.move[act.move].name}."
        return Event(turn, "costs", f"move:{act.move}", says, actor=act.role, act=act.key, seen_by=(act.role,))

    chronicle.record(tell, _add, deed.capital, -cost)


def _answer(book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders]) -> list[Act]:
    """Answers what was asked a turn ago; the acts that were granted and can still be done."""
    granted = []
    for act in pending(book, chronicle.row):
        decisions = decide(book, chronicle.row, act, orders)
        agreed = all(decision.agreed for decision in decisions)
        possible = book.level(chronicle.row, act) <= Level.CONSENT
        place = book.schema.index[consent_label(act)]
        if agreed and not possible:
            says = f"{agreed_to(book, act, decisions)} {TOO_LATE}"
            change = partial(_take_back, book=book, act=act, place=place)
        elif agreed:
            says = agreed_to(book, act, decisions)
            value = 0 if _decided_each_time(book, act) else GRANTED + turn
            change = partial(put, place=place, value=value)
        else:
            says = refused(book, act, decisions)
            change = partial(_refuse, book=book, act=act, place=place)
        event = Event(
            turn, "consents", f"consent:{act.move}", says, actor=act.role, act=act.key,
            seen_by=book.schema.columns[place].seen_by,
        )  # fmt: skip
        chronicle.record(event, change)
        if agreed and possible:
            granted.append(act)
    return granted


def _decided_each_time(book: Rulebook, act: Act) -> bool:
    """A forum's or partner's yes is for one occasion; an exemption can be used again for a while."""
    move = book.pack.move[act.move]
    return move.forum is not None or move.partner


def _refuse(row: Row, book: Rulebook, act: Act, place: int) -> None:
    _take_back(row, book, act, place)
    book.functions.refusals[book.place[act]](row)


def _take_back(row: Row, book: Rulebook, act: Act, place: int) -> None:
    """What was asked for does not happen, and its cost is returned."""
    row[place] = 0
    capital = book.schema.index[f"{book.pack.header.play.capital}[{act.role}]"]
    row[capital] = min(book.schema.columns[capital].high, row[capital] + book.cost(row, act))


def _perform(book: Rulebook, chronicle: Chronicle, turn: int, deed: Deed, opening: Row | None = None) -> None:
    """An act happens. It is judged by the law of the opening position; without one, it was agreed to."""
    broken_law = opening if opening is not None and PERMITTED < deed.level(opening) < BARRED else None
    if not chronicle.telling:
        _carry_out(chronicle.row, deed, turn, broken_law)
        return
    act = deed.act
    broken = _broken(book, broken_law, act) if broken_law is not None else []
    event = Event(
        turn, deed.step, f"move:{act.move}", done(book, act, broken), actor=act.role, act=act.key,
        level=(Level.BREACH if broken_law is not None else Level.PERMITTED).word, cites=tuple(str(finding.cite) for finding in broken),
        seen_by=_witnesses(book, act),
    )  # fmt: skip
    chronicle.record(event, _carry_out, deed, turn, broken_law)


def _broken(book: Rulebook, opening: Row, act: Act) -> list[Finding]:
    """What an act breaks, by the law as it stood when it was sealed."""
    found = check(book, opening, act).findings
    return [finding for finding in found if finding.level in (Level.CONSENT, Level.BREACH)]


def _carry_out(row: Row, deed: Deed, turn: int, broken_law: Row | None) -> None:
    if broken_law is not None:
        deed.breach(row, broken_law)  # first: the act's own effects must not hide what it broke
    deed.effect(row)
    row[deed.last] = turn


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
