"""Proof: false reports come to light, and steps that were done are found undone."""

from __future__ import annotations

from dataclasses import replace

from tabletop.rules.chance import happens
from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.texts.deal import DONE, Deal, Duty, DutyState
from tabletop.rules.texts.slots import Part

from .moment import Moment, about_duty
from .outcomes import miss
from .reputation import verification
from .telling import owed

POINTS = (30, 60, 100, 140)
"""Evidence that a false report leaves each turn, by how well things are verified."""
SUSPECTED, PROVEN = 60, 100


def find_out(moment: Moment) -> None:
    """What each text's parties come to know this turn."""
    for slot in moment.layout.taken(moment.row):
        for duty in moment.deal(slot).duties:
            deal = moment.deal(slot)
            if duty.state is DutyState.FEIGNED:
                _gather(moment, deal, duty, POINTS[verification(moment.book, moment.row)])
            elif duty.state in DONE and not moment.book.term_deeds[duty.term].holds(moment.row):
                miss(moment, deal, duty, "is broken: what was done does not hold any more.")


def add_evidence(moment: Moment, deal: Deal, duty: Duty, points: int) -> None:
    """Evidence against a false report grows by so many points; at 60 it is suspected, at 100 proven."""
    place = moment.layout.part(deal.slot, duty.number, Part.EVIDENCE)
    before, after = duty.evidence, min(duty.evidence + points, 200)

    def change(row: Row) -> None:
        row[place] = after

    if after >= PROVEN:
        moment.chronicle.record(_told(moment, deal, duty, "was reported done and was not: it is proven."), change)
        miss(moment, deal, moment.deal(deal.slot).duties[duty.number - 1], "counts as missed.")
    elif before < SUSPECTED <= after:
        moment.chronicle.record(_told(moment, deal, duty, "is doubted: signs point to a false report."), change)
    else:
        moment.chronicle.record(replace(_told(moment, deal, duty, "leaves traces."), seen_by=()), change)


def _gather(moment: Moment, deal: Deal, duty: Duty, points: int) -> None:
    """In fair mode evidence adds up; with dice each turn may bring it all to light, with the points as the odds."""
    place = moment.book.schema.index.get("dice")
    if place is None or not moment.row[place]:
        add_evidence(moment, deal, duty, points)
    elif happens(moment.seed, moment.turn, f"proof/{duty.key}/{duty.term.key}", min(points, PROVEN) // 2):
        add_evidence(moment, deal, duty, PROVEN)


def _told(moment: Moment, deal: Deal, duty: Duty, what: str) -> Event:
    return about_duty(moment, deal, duty, "evidence", f"{owed(moment.book, duty.term)} {what}")
