"""Falling due: the steps that a role does this turn unless it says otherwise, what they wait for, and what they take."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.agreements.reputation import verification
from tabletop.rules.agreements.step_costs import step_cost
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import KEPT, OWED, Deal, Duty, Stage
from tabletop.rules.views import View


@dataclass(frozen=True, slots=True)
class Due:
    """A step that is done this turn unless its owner says otherwise."""

    deal: Deal
    duty: Duty
    when: str = ""
    """What has to come first, this turn still: `when step 1 is done`; empty if nothing has."""


def due_now(book: Rulebook, view: View) -> tuple[Due, ...]:
    """What a role owes this turn: steps due or late that can be done, or will be able to when the turn is worked out."""
    return tuple(
        Due(deal, duty, _when(book, view, deal, duty))
        for deal in deals(book.layout, view.row)
        for duty in deal.duties
        if duty.term.role == view.role and duty.state in OWED and duty.due <= turn_of(book, view)
        if may_come(book, view, deal, duty)
    )


def capital_due(book: Rulebook, view: View, deal: Deal, duty: Duty) -> int:
    """What doing a step would take of its owner's political capital; nothing for what is so already."""
    row = list(view.row)
    return 0 if book.term_deeds[duty.term].done(row) else step_cost(book, row, deal, duty)


def may_come(book: Rulebook, view: View, deal: Deal, duty: Duty) -> bool:
    """Whether all that a step waits for is there, or may come this turn before the step is taken up.

    Steps are taken up in the order in which they were written; what is ratified falls due from the next turn on.
    """
    if _unratified(book, deal, duty):
        return False
    if duty.after is None:
        return True
    first = deal.duties[duty.after - 1]
    if first.state in KEPT:
        return _seen(book, view) >= duty.verified
    return first.state in OWED and first.due <= turn_of(book, view) and may_come(book, view, deal, first)


def waits_for(book: Rulebook, view: View, deal: Deal, duty: Duty) -> tuple[str, ...]:
    """What must happen before a step can be done; nothing if it can be done now."""
    found = ["waits for ratification"] if _unratified(book, deal, duty) else []
    if duty.after is not None:
        seen = _seen(book, view)
        found += [] if deal.duties[duty.after - 1].state in KEPT else [f"waits for step {duty.after}"]
        found += [f"needs verification {duty.verified} of 3, now {seen}"] if seen < duty.verified else []
    return tuple(found)


def turn_of(book: Rulebook, view: View) -> int:
    """The turn in which a role sees this."""
    return view.row[book.schema.index["turn"]]


def _when(book: Rulebook, view: View, deal: Deal, duty: Duty) -> str:
    if duty.after is None or deal.duties[duty.after - 1].state in KEPT:
        return ""
    seen = f" and verification is {duty.verified} of 3" if _seen(book, view) < duty.verified else ""
    return f"when step {duty.after} is done{seen}"


def _unratified(book: Rulebook, deal: Deal, duty: Duty) -> bool:
    return deal.stage is Stage.PROVISIONAL and bool(book.pack.clause[duty.term.clause].ratify)


def _seen(book: Rulebook, view: View) -> int:
    return verification(book, list(view.row))
