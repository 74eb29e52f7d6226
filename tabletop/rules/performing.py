"""Performing: what delegations sealed, in order — costs, answers to what was asked, acts open and covert."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from tabletop.pack.names import last_label

from .acts import Act, Orders
from .charges import GRANTED
from .consents import decide, needed_keepers, pending
from .happened import Chronicle, Event, Step
from .position import Row, consent_label
from .referee import check
from .rulebook import Rulebook
from .telling import agreed_to, asked_for, done, refused
from .verdict import Finding, Level

TOO_LATE = "The yes comes too late: the act is no longer open, or a yes no longer makes it lawful."


def perform_orders(book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders]) -> None:
    """Carry out everything sealed this turn and everything agreed to."""
    opening = chronicle.row[:]
    sealed = [order for role in book.names.roles if role in orders for order in orders[role].acts]
    for order in sealed:
        _pay(book, chronicle, turn, order.act, book.cost(opening, order.act))
    impatient = {order.act for order in sealed if not order.ask}
    granted = _answer(book, chronicle, turn, orders)
    for order in sealed:
        if order.ask:
            _ask(book, chronicle, turn, order.act)
    for act in granted:
        if act not in impatient:  # whoever did not wait for the answer does it once, and as it was sealed
            _perform(book, chronicle, turn, act, [])
    for step in ("overt", "covert"):
        for order in sealed:
            if not order.ask and _step(book, order.act) == step:
                _perform(book, chronicle, turn, order.act, _broken(book, opening, order.act, chronicle))


def _broken(book: Rulebook, opening: Row, act: Act, chronicle: Chronicle) -> list[Finding]:
    """What an act breaks, by the law as it stood when it was sealed."""
    if book.functions.levels[book.place[act]](opening) not in (Level.CONSENT, Level.BREACH):
        return []
    if not chronicle.telling:
        return [UNTOLD]
    return [finding for finding in check(book, opening, act).findings if finding.level in (Level.CONSENT, Level.BREACH)]


UNTOLD = Finding("breach", Level.BREACH, "A breach nobody asked to have explained.")


def _pay(book: Rulebook, chronicle: Chronicle, turn: int, act: Act, cost: int) -> None:
    if not cost:
        return
    place = book.schema.index[f"{book.pack.header.play.capital}[{act.role}]"]

    def tell() -> Event:
        says = f"{book.pack.role[act.role].short} spends {cost} on {book.pack.move[act.move].name}."
        return Event(turn, "costs", f"move:{act.move}", says, actor=act.role, act=act.key, seen_by=(act.role,))

    chronicle.record(tell, partial(_add, place=place, amount=-cost))


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
            change = partial(_put, place=place, value=value)
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


def _ask(book: Rulebook, chronicle: Chronicle, turn: int, act: Act) -> None:
    place = book.schema.index[consent_label(act)]

    def tell() -> Event:
        says = asked_for(book, act, needed_keepers(book, chronicle.row, act))
        seen_by = book.schema.columns[place].seen_by
        return Event(turn, "overt", f"ask:{act.move}", says, actor=act.role, act=act.key, seen_by=seen_by)

    chronicle.record(tell, partial(_put, place=place, value=turn))


def _perform(book: Rulebook, chronicle: Chronicle, turn: int, act: Act, broken: list[Finding]) -> None:
    place = book.place[act]
    last = book.schema.index[last_label(act.move, act.role)]

    def change(row: Row) -> None:
        if broken:
            book.functions.breaches[place](row)  # first: the act's own effects must not hide what it broke
        book.functions.effects[place](row)
        row[last] = turn

    def tell() -> Event:
        level = Level.BREACH if broken else Level.PERMITTED
        cites = tuple(str(finding.cite) for finding in broken)
        return Event(
            turn, _step(book, act), f"move:{act.move}", done(book, act, broken), actor=act.role, act=act.key,
            level=level.word, cites=cites, seen_by=_witnesses(book, act),
        )  # fmt: skip

    chronicle.record(tell, change)


def _step(book: Rulebook, act: Act) -> Step:
    return "covert" if book.pack.move[act.move].visibility == "covert" else "overt"


def _witnesses(book: Rulebook, act: Act) -> tuple[str, ...] | None:
    match book.pack.move[act.move].visibility:
        case "open":
            return None
        case "covert":
            return (act.role,)
        case "known":
            return (act.role, act.target) if act.target else (act.role,)


def _put(row: Row, place: int, value: int) -> None:
    row[place] = value


def _add(row: Row, place: int, amount: int) -> None:
    row[place] += amount
