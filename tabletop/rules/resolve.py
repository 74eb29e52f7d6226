"""Resolve: sealed orders become the next position, step by step, with a cause for every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from .acts import Act, Order, Orders
from .chance import happens
from .charges import GRANTED
from .consents import decide, needed_keepers, pending
from .happened import Chronicle, Event, Step
from .position import Row, consent_label
from .referee import check
from .rulebook import Rulebook
from .telling import agreed_to, asked_for, done, moved_on, refused
from .verdict import Level, Verdict


@dataclass(frozen=True, slots=True)
class Resolution:
    """A position and how it came about."""

    row: Row
    events: tuple[Event, ...]


def resolve(book: Rulebook, row: Row, orders: Mapping[str, Orders], seed: int) -> Resolution:
    """The position after a turn. Law is judged as it stood when the orders were sealed.

    Steps, in this order: costs, consents and votes, overt acts, covert acts, evidence, responses and
    snap-backs, the world, derived tracks, home politics, incidents, clocks, endings. Signatures and steps
    due take their place between consents and overt acts when a pack has clauses.
    """
    turn = row[book.schema.index["turn"]]
    chronicle = Chronicle(row, book.schema)
    sealed = [(role, order) for role in book.names.roles if role in orders for order in orders[role].acts]
    verdicts = {order.act: check(book, row, order.act) for _, order in sealed}
    for _, order in sealed:
        _pay(book, chronicle, turn, order.act)
    granted = _consents(book, chronicle, turn, orders)
    for _, order in sealed:
        if order.ask:
            _ask(book, chronicle, turn, order.act)
    for act in granted:
        _perform(book, chronicle, turn, act, check(book, row, act), lawful=True)
    for step in ("overt", "covert"):
        for _, order in sealed:
            if not order.ask and _step_of(book, order) == step:
                _perform(book, chronicle, turn, order.act, verdicts[order.act], lawful=False)
    _drift(book, chronicle, turn, "evidence", "evidence")
    _respond(book, chronicle, turn)
    _drift(book, chronicle, turn, "world", "world")
    _derive(book, chronicle, turn)
    _drift(book, chronicle, turn, "home", "home")
    _incidents(book, chronicle, turn, seed)
    _drift(book, chronicle, turn, "clock", "clocks")
    _close_turn(book, chronicle, turn)
    return Resolution(chronicle.row, tuple(chronicle.events))


def _step_of(book: Rulebook, order: Order) -> Step:
    return "covert" if book.pack.move[order.act.move].visibility == "covert" else "overt"


def _pay(book: Rulebook, chronicle: Chronicle, turn: int, act: Act) -> None:
    cost = book.cost(chronicle.row, act)
    if cost:
        place = book.schema.index[f"{book.pack.header.play.capital}[{act.role}]"]
        says = f"{book.pack.role[act.role].short} spends {cost} on {book.pack.move[act.move].name}."
        event = Event(turn, "costs", f"move:{act.move}", says, actor=act.role, act=act.key, seen_by=(act.role,))
        chronicle.record(event, lambda row: _add(row, place, -cost))


def _consents(book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders]) -> list[Act]:
    """Answers what was asked a turn ago; the acts that were granted."""
    granted = []
    for act in pending(book, chronicle.row):
        decisions = decide(book, chronicle.row, act, orders)
        place = book.schema.index[consent_label(act)]
        agreed = all(decision.agreed for decision in decisions)
        says = agreed_to(book, act, decisions) if agreed else refused(book, act, decisions)
        seen_by = book.schema.columns[place].seen_by
        event = Event(turn, "consents", f"consent:{act.move}", says, actor=act.role, act=act.key, seen_by=seen_by)
        if agreed:
            value = 0 if _decided_each_time(book, act) else GRANTED + turn
            chronicle.record(event, partial(_put, place=place, value=value))
            granted.append(act)
        else:
            chronicle.record(event, partial(_refuse, book=book, act=act, place=place))
    return granted


def _decided_each_time(book: Rulebook, act: Act) -> bool:
    """A forum's or partner's yes is for one occasion; an exemption can be used again for a while."""
    move = book.pack.move[act.move]
    return move.forum is not None or move.partner


def _refuse(row: Row, book: Rulebook, act: Act, place: int) -> None:
    row[place] = 0
    capital = book.schema.index[f"{book.pack.header.play.capital}[{act.role}]"]
    row[capital] = min(book.schema.columns[capital].high, row[capital] + book.cost(row, act))
    book.functions.refusals[book.place[act]](row)


def _ask(book: Rulebook, chronicle: Chronicle, turn: int, act: Act) -> None:
    place = book.schema.index[consent_label(act)]
    says = asked_for(book, act, needed_keepers(book, chronicle.row, act))
    seen_by = book.schema.columns[place].seen_by
    event = Event(turn, "overt", f"ask:{act.move}", says, actor=act.role, act=act.key, seen_by=seen_by)
    chronicle.record(event, partial(_put, place=place, value=turn))


def _perform(book: Rulebook, chronicle: Chronicle, turn: int, act: Act, verdict: Verdict, *, lawful: bool) -> None:
    move = book.pack.move[act.move]
    broken = (
        [] if lawful else [finding for finding in verdict.findings if finding.level in (Level.CONSENT, Level.BREACH)]
    )
    place = book.place[act]
    last = book.schema.index[f"last[{act.role}, {act.move}]"]

    def change(row: Row) -> None:
        if broken:
            book.functions.breaches[place](row)  # first: the act's own effects must not hide what it broke
        book.functions.effects[place](row)
        row[last] = turn

    event = Event(
        turn, "covert" if move.visibility == "covert" else "overt", f"move:{act.move}", done(book, act, broken),
        actor=act.role, act=act.key, level=(Level.BREACH if broken else Level.PERMITTED).word,
        cites=tuple(f"{finding.cite}" for finding in broken), seen_by=_witnesses(book, act),
    )  # fmt: skip
    chronicle.record(event, change)


def _witnesses(book: Rulebook, act: Act) -> tuple[str, ...] | None:
    match book.pack.move[act.move].visibility:
        case "open":
            return None
        case "covert":
            return (act.role,)
        case "known":
            return (act.role, act.target) if act.target else (act.role,)


def _respond(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    for label, effect in book.functions.moves_on:
        place = book.schema.index[label]
        trial = chronicle.row[:]
        effect(trial)
        if trial[place] != chronicle.row[place]:
            says = moved_on(book, label, chronicle.row[place], trial[place])
            chronicle.record(Event(turn, "responses", f"provision:{label}", says), effect)


def _drift(book: Rulebook, chronicle: Chronicle, turn: int, phase: str, step: Step) -> None:
    for (id_, drift, role), effect in zip(book.drifts, book.functions.drifts, strict=True):
        if drift.phase == phase:
            event = Event(turn, step, f"drift:{id_}", drift.says, actor=role)
            chronicle.record(event, effect, always=False)


def _derive(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    says = "Worked out anew from the measures in force and how they are applied."
    chronicle.record(Event(turn, "derived", "derived", says), book.functions.derive, always=False)


def _incidents(book: Rulebook, chronicle: Chronicle, turn: int, seed: int) -> None:
    for (id_, incident), odds, effect in zip(
        book.pack.incident.items(), book.functions.odds, book.functions.incidents, strict=True
    ):
        chance = min(100, max(0, odds(chronicle.row)))
        if chance == 0:
            continue
        cause = f"incident:{id_}"
        if happens(seed, turn, cause, chance):
            chronicle.record(
                Event(turn, "incidents", cause, f"{incident.says} (It had {chance} chances in 100.)"), effect
            )
        elif incident.averted is not None:
            chronicle.record(
                Event(turn, "incidents", cause, f"{incident.averted} (The chance was {chance} in 100.)"), _nothing
            )


def _close_turn(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    index = book.schema.index
    derived = Event(turn, "derived", "derived", "Worked out anew at the end of the turn.")
    chronicle.record(derived, book.functions.derive, always=False)
    place = _ending(book, chronicle.row)
    if place is not None:
        ending = list(book.pack.ending.items())[place]
        event = Event(turn, "ending", f"ending:{ending[0]}", f"{ending[1].name}. {ending[1].says}")
        chronicle.record(event, partial(_put, place=index["ending"], value=place + 1))
        return
    play = book.pack.header.play
    for role in book.names.roles:
        capital = index[f"{play.capital}[{role}]"]
        says = f"{book.pack.role[role].short} keeps up to {play.bank} and receives {play.income}."
        event = Event(turn, "clocks", "clock:income", says, actor=role, seen_by=book.schema.columns[capital].seen_by)
        chronicle.record(event, partial(_income, place=capital, bank=play.bank, income=play.income), always=False)
    chronicle.record(
        Event(turn, "clocks", "clock:turn", f"Turn {turn} ends."), partial(_put, place=index["turn"], value=turn + 1)
    )


def _ending(book: Rulebook, row: Row) -> int | None:
    """The place of the ending that holds now, if the game ends here."""
    index = book.schema.index
    closing = row[index["turn"]] >= row[index["turns"]]
    for place, (ending, holds) in enumerate(zip(book.pack.ending.values(), book.functions.endings, strict=True)):
        if (ending.at == "any" or closing) and holds(row):
            return place
    return None


def _income(row: Row, place: int, bank: int, income: int) -> None:
    row[place] = min(row[place], bank) + income


def _put(row: Row, place: int, value: int) -> None:
    row[place] = value


def _add(row: Row, place: int, amount: int) -> None:
    row[place] += amount


def _nothing(row: Row) -> None:
    """An averted incident changes no column; it is told all the same."""
