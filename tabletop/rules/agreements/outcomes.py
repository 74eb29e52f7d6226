"""Outcomes: what it is worth that a step was done, is late, was missed or is owed no longer."""

from __future__ import annotations

from tabletop.rules.happened import Step
from tabletop.rules.position import Row
from tabletop.rules.texts.deal import KEPT, Deal, Duty, DutyState
from tabletop.rules.texts.slots import Head

from .moment import Moment, about_deal, about_duty
from .reputation import audience, home, rates, trust
from .telling import owed, short, shorts

ANSWERED_WITHIN = 2
"""Turns in which a first step must be answered for its premium to be returned."""


def late(moment: Moment, deal: Deal, duty: Duty, why: str) -> None:
    """A step was due and is not done; there is one more turn."""

    def change(row: Row) -> None:
        moment.enter(row, duty, DutyState.LATE)
        trust(moment.book, row, duty.term.role, deal.parties, -rates(moment.book).late)

    says = f"{owed(moment.book, duty.term)} is late. {why}"
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)


def miss(moment: Moment, deal: Deal, duty: Duty, why: str) -> None:
    """A step is proven missed or broken: trust goes, and standing at home where everybody knew the promise."""
    book = moment.book

    def change(row: Row) -> None:
        moment.enter(row, duty, DutyState.MISSED)
        book.term_deeds[duty.term].broken(row)
        trust(book, row, duty.term.role, deal.parties, -rates(book).missed)
        if deal.knowers_of(duty) is None:
            home(book, row, duty.term.role, -audience(book, row, duty.term.role))

    step: Step = "evidence" if duty.state in KEPT else "steps"
    says = f"{owed(book, duty.term)} {why}"
    moment.chronicle.record(about_duty(moment, deal, duty, step, says), change)


def lapse(moment: Moment, deal: Deal, duty: Duty, why: str) -> None:
    """Nobody owes a step any more, and nobody is to blame."""
    says = f"{owed(moment.book, duty.term)} lapses. {why}"
    event = about_duty(moment, deal, duty, "steps", says)
    moment.chronicle.record(event, lambda row: moment.enter(row, duty, DutyState.LAPSED))


def credit(moment: Moment, row: Row, deal: Deal, duty: Duty) -> None:
    """What it is worth to have done a step: trust if it was in time, and its cost at home."""
    book = moment.book
    if duty.state is not DutyState.LATE:
        trust(book, row, duty.term.role, deal.parties, rates(book).kept)
    home(book, row, duty.term.role, -book.term_deeds[duty.term].home(row))


def count_first_steps(moment: Moment, deal: Deal) -> None:
    """The first step towards the other side costs its owner at home, and is returned if it is answered soon.

    A pledge by one alone, and steps that are done in the same turn, have no first mover. Of what is sealed nobody at home
    hears.
    """
    heard = [duty for duty in deal.duties if deal.knowers_of(duty) is None]
    movers = tuple(dict.fromkeys(duty.term.role for duty in heard if _moved_now(moment, duty)))
    if not movers or len(deal.parties) < 2:
        return
    if deal.first is None:
        _first(moment, deal, movers)
    elif deal.moved and movers != (deal.first,):
        _answered(moment, deal, deal.first, next(role for role in movers if role != deal.first))


def _moved_now(moment: Moment, duty: Duty) -> bool:
    return duty.state in (DutyState.DONE, DutyState.FEIGNED) and duty.since == moment.turn


def _first(moment: Moment, deal: Deal, movers: tuple[str, ...]) -> None:
    role, head = movers[0], moment.layout.head(deal.slot)
    alone = len(movers) == 1
    says = f"{short(moment.book, role)} moves first, and is asked at home what it got for it."
    if not alone:
        says = f"{shorts(moment.book, movers)} move in the same turn: nobody goes first."

    def charge(row: Row) -> None:
        row[head + Head.FIRST] = moment.book.names.roles.index(role) + 1
        if alone:
            row[head + Head.MOVED] = moment.turn
            home(moment.book, row, role, -rates(moment.book).premium)

    moment.chronicle.record(about_deal(moment, deal, "steps", says, role), charge)


def _answered(moment: Moment, deal: Deal, first: str, role: str) -> None:
    in_time = moment.turn - deal.moved <= ANSWERED_WITHIN
    says = f"{short(moment.book, role)} answers {short(moment.book, first)}'s first step"
    says += ", which stands better at home again." if in_time else "; it comes late for those who waited at home."

    def refund(row: Row) -> None:
        row[moment.layout.head(deal.slot, Head.MOVED)] = 0
        if in_time:
            home(moment.book, row, first, rates(moment.book).premium)

    moment.chronicle.record(about_deal(moment, deal, "steps", says, role), refund)
