"""Standing: what happens each turn whoever does what — texts move on, the world, home, incidents, clocks."""

from __future__ import annotations

from functools import partial

from .chance import happens
from .happened import Chronicle, Event, Step
from .position import Row
from .rulebook import Rulebook
from .telling import moved_on

PHASES: tuple[tuple[str, Step], ...] = (
    ("evidence", "evidence"),
    ("world", "world"),
    ("home", "home"),
    ("clock", "clocks"),
)
"""Phases of drifts, and the step in which each is told."""


def pass_time(book: Rulebook, chronicle: Chronicle, turn: int, seed: int) -> None:
    """Everything that moves by itself at the end of a turn, in the order `happened.STEPS` names."""
    if chronicle.telling:
        _drift(book, chronicle, turn, "evidence")
        _respond(book, chronicle, turn)
        _drift(book, chronicle, turn, "world")
        _derive(book, chronicle, turn)
        _drift(book, chronicle, turn, "home")
    else:
        book.functions.before_incidents(chronicle.row)
    _incidents(book, chronicle, turn, seed)
    if chronicle.telling:
        _drift(book, chronicle, turn, "clock")
        _derive(book, chronicle, turn)
    else:
        book.functions.after_incidents(chronicle.row)
    _close(book, chronicle, turn)


def _drift(book: Rulebook, chronicle: Chronicle, turn: int, phase: str) -> None:
    step = dict(PHASES)[phase]
    for (id_, drift, role), effect in zip(book.drifts, book.functions.drifts, strict=True):
        if drift.phase == phase:
            event = Event(turn, step, f"drift:{id_}", drift.says, actor=role)
            chronicle.record(event, effect, always=False)


def _respond(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    for label, effect in book.functions.moves_on:
        place = book.schema.index[label]
        trial = chronicle.row[:]
        effect(trial)
        if trial[place] != chronicle.row[place]:
            says = moved_on(book, label, chronicle.row[place], trial[place])
            event = Event(turn, "responses", f"provision:{label}", says)
            chronicle.record(event, effect)


def _derive(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    event = Event(turn, "derived", "derived", "Worked out anew from the measures in force and how they are applied.")
    chronicle.record(event, book.functions.derive, always=False)


def _incidents(book: Rulebook, chronicle: Chronicle, turn: int, seed: int) -> None:
    for (id_, incident), odds, effect in zip(
        book.pack.incident.items(), book.functions.odds, book.functions.incidents, strict=True
    ):
        chance = min(100, max(0, odds(chronicle.row)))
        if chance == 0:
            continue
        cause = f"incident:{id_}"
        if happens(seed, turn, cause, chance):
            says = f"{incident.says} (It had {chance} chances in 100.)"
            chronicle.record(Event(turn, "incidents", cause, says), effect)
        elif incident.averted is not None:
            says = f"{incident.averted} (The chance was {chance} in 100.)"
            chronicle.record(Event(turn, "incidents", cause, says), _nothing)


def _close(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    place = _ending(book, chronicle.row)
    if place is not None:
        id_, ending = list(book.pack.ending.items())[place]
        event = Event(turn, "ending", f"ending:{id_}", f"{ending.name}. {ending.says}")
        chronicle.record(event, partial(_put, place=book.schema.index["ending"], value=place + 1))
        return
    play = book.pack.header.play
    for role in book.names.roles:
        capital = book.schema.index[f"{play.capital}[{role}]"]

        def tell(role: str = role, capital: int = capital) -> Event:
            says = f"{book.pack.role[role].short} keeps up to {play.bank} and receives {play.income}."
            seen_by = book.schema.columns[capital].seen_by
            return Event(turn, "clocks", "clock:income", says, actor=role, seen_by=seen_by)

        high = book.schema.columns[capital].high
        income = partial(_income, place=capital, bank=play.bank, income=play.income, high=high)
        chronicle.record(tell, income, always=False)
    event = Event(turn, "clocks", "clock:turn", f"Turn {turn} ends.")
    chronicle.record(event, partial(_put, place=book.schema.index["turn"], value=turn + 1))


def _ending(book: Rulebook, row: Row) -> int | None:
    """The place of the ending that holds now, if the game ends here."""
    index = book.schema.index
    closing = row[index["turn"]] >= row[index["turns"]]
    for place, (ending, holds) in enumerate(zip(book.pack.ending.values(), book.functions.endings, strict=True)):
        if (ending.at == "any" or closing) and holds(row):
            return place
    return None


def _income(row: Row, place: int, bank: int, income: int, high: int) -> None:
    row[place] = min(high, min(row[place], bank) + income)


def _put(row: Row, place: int, value: int) -> None:
    row[place] = value


def _nothing(row: Row) -> None:
    """An averted incident changes no column; it is told all the same."""
