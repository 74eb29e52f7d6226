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
    _drift(book, chronicle, turn, "evidence")
    if texts is not None:
        evidence(texts)
    _respond(book, chronicle, turn)
    if texts is not None:
        responses(texts)
    _drift(book, chronicle, turn, "world")
    _derive(book, chronicle, turn)
    _drift(book, chronicle, turn, "home")
    _incidents(book, chronicle, turn, seed)
    _drift(book, chronicle, turn, "clock")
    _derive(book, chronicle, turn)
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
    """Each happens or is averted. Odds drawn from what is hidden are told to those alone who may see it."""
    for (id_, incident), odds, effect in zip(
        book.pack.incident.items(), book.functions.odds, book.functions.incidents, strict=True
    ):
        chance = min(100, max(0, odds(chronicle.row)))
        if chance == 0:
            continue
        cause, seers = f"incident:{id_}", book.odds_told_to[id_]
        if happens(seed, turn, cause, chance):
            odds_told = f"It had {chance} chances in 100."
            says = f"{incident.says} ({odds_told})" if seers is None else incident.says
            chronicle.record(Event(turn, "incidents", cause, says), effect)
            if seers is not None:
                aside = f"{incident.name}. {odds_told}"
                chronicle.record(Event(turn, "incidents", f"odds:{id_}", aside, seen_by=seers), nothing)
        elif incident.averted is not None:
            says = f"{incident.averted} (The chance was {chance} in 100.)"
            chronicle.record(Event(turn, "incidents", cause, says, seen_by=seers), nothing)


def _close(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    number = ending_of(book, chronicle.row)
    if number:
        id_, ending = list(book.pack.ending.items())[number - 1]
        chronicle.record(Event(turn, "ending", f"ending:{id_}", f"{ending.name}. {ending.says}"), put, ENDING, number)
        return
    bank = book.pack.header.play.bank
    for role, capital, income in book.purses:
        received = max(0, income(chronicle.row))
        says = f"{book.pack.role[role].short} keeps up to {bank} and receives {received}."
        seen_by = book.schema.columns[capital].seen_by
        event = Event(turn, "clocks", "clock:income", says, actor=role, seen_by=seen_by)
        chronicle.record(event, pay_in, book, capital, received, always=False)
    chronicle.record(Event(turn, "clocks", "clock:turn", f"Turn {turn} ends."), put, TURN, turn + 1)


def ending_of(book: Rulebook, row: Row) -> int:
    """The number of the ending that holds now, if the game ends here; 0 if it goes on."""
    for number, holds in book.endings_at_close if row[TURN] >= row[TURNS] else book.endings_at_any:
        if holds(row):
            return number
    return 0


def pay_in(row: Row, book: Rulebook, capital: int, income: int) -> None:
    """A turn's income comes in, on top of what may be kept."""
    kept = min(row[capital], book.pack.header.play.bank)
    row[capital] = min(book.schema.columns[capital].high, kept + income)
