"""Words: what was left undefined, and whether the parties mean the same by it when it counts."""

from __future__ import annotations

from tabletop.pack.clauses import Word
from tabletop.rules.happened import put
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import Deal, Duty, DutyState
from tabletop.rules.texts.draft import Step
from tabletop.rules.texts.slots import Part
from tabletop.rules.texts.terms import readings_of

from .moment import Moment, about_duty
from .reputation import alarm, home, rates
from .telling import owed, short


def undefined(book: Rulebook, step: Step) -> bool:
    """Whether a step's word is left open."""
    return book.pack.clause[step.term.clause].word is not None and step.reading is None


def understood(moment: Moment, deal: Deal, duty: Duty) -> bool:
    """Whether the parties mean the same by a step's word; if so it is settled from now on, if not the step stalls."""
    readings = readings_of(moment.book.names, duty.term)
    if not readings or duty.reading is not None:
        return True
    meant = {role: _meant(moment, role, duty) for role in deal.parties}
    if len(set(meant.values())) > 1:
        if duty.state is not DutyState.STALLED:
            _stall(moment, deal, duty, meant)
        return False
    agreed = readings.index(meant[deal.parties[0]])
    word = _word(moment, duty)
    says = f"{owed(moment.book, duty.term)}. All take “{word.name}” to mean: {word.readings[agreed].says}"
    place = moment.layout.part(deal.slot, duty.number, Part.READING)
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), put, place, agreed + 1)
    return True


def _meant(moment: Moment, role: str, duty: Duty) -> str:
    """What a party takes the word to mean this turn: what it sealed, or its own preference."""
    readings = readings_of(moment.book.names, duty.term)
    orders = moment.orders.get(role)
    chosen = orders.readings.get(duty.key) if orders is not None else None
    return chosen if chosen in readings else _word(moment, duty).prefers.get(role, readings[0])


def _stall(moment: Moment, deal: Deal, duty: Duty, meant: dict[str, str]) -> None:
    word = _word(moment, duty)
    says = {reading.id: reading.says for reading in word.readings}
    sides = " ".join(f"{short(moment.book, role)} reads it so: {says[reading]}" for role, reading in meant.items())
    told = f"{owed(moment.book, duty.term)} stalls over the word “{word.name}”. {sides}"

    def change(row: Row) -> None:
        moment.enter(row, duty, DutyState.STALLED)
        alarm(moment.book, row, rates(moment.book).dispute)
        for role in deal.parties:
            home(moment.book, row, role, -rates(moment.book).dispute)

    moment.chronicle.record(about_duty(moment, deal, duty, "steps", told), change)


def _word(moment: Moment, duty: Duty) -> Word:
    return moment.book.pack.word[str(moment.book.pack.clause[duty.term.clause].word)]
