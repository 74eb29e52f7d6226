"""Standing: what happens each turn whoever does what — texts move on, the world, home, incidents, clocks."""

from __future__ import annotations

from functools import partial

from .agreements.course import evidence, responses
from .agreements.moment import Moment
from .chance import happens
from .happened import Chronicle, Event, Step, nothing, put
from .position import ENDING, TURN, TURNS, Row
from .rulebook import Rulebook
from .telling import moved_on

PHASES: tuple[tuple[str, Step], ...] = (
    ("evidence", "evidence"),
    ("world", "world"),
    ("home", "home"),
    ("clock", "clocks"),
)
"""Phases of drifts, and the step in which each is told."""


def pass_time(book: Rulebook, chronicle: Chronicle, turn: int, seed: int, texts: Moment | None = None) -> None:
    """Everything that moves by itself at the end of a turn, in the order `happened.STEPS` names."""
    alive = texts is not None and texts.layout.taken(chronicle.row)
    if chronicle.telling or alive:
        _drift(book, chronicle, turn, "evidence")
        if texts is not None:
            evidence(texts)
        _respond(book, chronicle, turn)
        if texts is not None:
            responses(texts)
        _drift(book, chronicle, turn, "world")
        _derive(book, chronicle, turn)
        _drift(book, chronicle, turn, "home")
    else:
        book.functions.before_incidents(chronicle.row)
    if book.pack.incident:
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
            event = partial(Event, turn, step, f"drift:{id_}", drift.says, actor=role)
            chronicle.record(event, effect, always=False)


def _respond(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    trial = chronicle.row[:]  # it goes along with the row, so that one copy serves them all
    for label, effect in book.functions.moves_on:
        place = book.schema.index[label]
        before = trial[place]
        effect(trial)
        if trial[place] != before:
            event = Event(turn, "responses", f"provision:{label}", moved_on(book, label, before, trial[place]))
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
            chronicle.record(Event(turn, "incidents", cause, says), nothing)


def _close(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    number = _ending(book, chronicle.row)
    if number:

        def tell_ending() -> Event:
            id_, ending = list(book.pack.ending.items())[number - 1]
            return Event(turn, "ending", f"ending:{id_}", f"{ending.name}. {ending.says}")

        chronicle.record(tell_ending, put, ENDING, number)
        return
    for role, capital in book.purses:
        _pay_in(book, chronicle, turn, role, capital)
    chronicle.record(lambda: Event(turn, "clocks", "clock:turn", f"Turn {turn} ends."), put, TURN, turn + 1)


def _ending(book: Rulebook, row: Row) -> int:
    """The number of the ending that holds now, if the game ends here; 0 if it goes on."""
    for number, holds in book.endings_at_close if row[TURN] >= row[TURNS] else book.endings_at_any:
        if holds(row):
            return number
    return 0


def _pay_in(book: Rulebook, chronicle: Chronicle, turn: int, role: str, capital: int) -> None:
    play = book.pack.header.play
    high = book.schema.columns[capital].high

    def tell() -> Event:
        says = f"{book.pack.role[role].short} keeps up to {play.bank} and receives {play.income}."
        seen_by = book.schema.columns[capital].seen_by
        return Event(turn, "clocks", "clock:income", says, actor=role, seen_by=seen_by)

    chronicle.record(tell, _income, capital, play.bank, play.income, high, always=False)


def _income(row: Row, place: int, bank: int, income: int, high: int) -> None:
    row[place] = min(high, min(row[place], bank) + income)
