"""Counterparts: which steps are given for which, and so what a side may take back when one of them is missed."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import KEPT, Deal, Duty, DutyState


@dataclass(frozen=True, slots=True)
class Suspension:
    """What a party takes back if it suspends its part of a text."""

    duties: tuple[Duty, ...]
    lawful: bool
    """Whether a step that these were given for was missed; if none was, taking them back breaks the text."""


def counterparts(book: Rulebook, deal: Deal, broken: Duty) -> tuple[Duty, ...]:
    """The others' steps that were given for one: all of a linked text, in a split one those of the same topic."""
    topic = book.pack.clause[broken.term.clause].topic
    return tuple(
        duty
        for duty in deal.duties
        if duty.term.role != broken.term.role
        if deal.linked or book.pack.clause[duty.term.clause].topic == topic
    )


def reversible(book: Rulebook, duty: Duty) -> bool:
    """Whether a step that was done can be undone. What was so already the text did not bring, and does not take away."""
    return duty.state in KEPT and duty.state is not DutyState.COUNTED and book.term_deeds[duty.term].reversible


def suspension(book: Rulebook, deal: Deal, role: str) -> Suspension:
    """What a party takes back: what it gave for a step that was missed and no more, or else all that it gave.

    A step that is late is not missed yet. It can be asked about.
    """
    given = tuple(duty for duty in deal.duties if duty.term.role == role and reversible(book, duty))
    missed = [duty for duty in deal.duties if duty.state is DutyState.MISSED]
    freed = {duty.number for broken in missed for duty in counterparts(book, deal, broken)}
    lawful = tuple(duty for duty in given if duty.number in freed)
    return Suspension(lawful or given, bool(lawful))
