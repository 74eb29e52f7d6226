"""Running out: texts end on their day, or when a notice takes effect, and what can be undone is undone."""

from __future__ import annotations

from tabletop.rules.telling import sentence
from tabletop.rules.texts.coding import clear
from tabletop.rules.texts.deal import Deal, DutyState

from .counterparts import reversible
from .moment import Moment, about_deal
from .responses import undo
from .telling import deal_name


def run_out(moment: Moment) -> None:
    """Every text whose time is over."""
    for slot in moment.layout.taken(moment.row):
        deal = moment.deal(slot)
        if deal.leaving is not None and deal.leaving <= moment.turn:
            _end(moment, deal, "The notice has run out.")
        elif deal.ends <= moment.turn:
            _end(moment, deal, "Its time is over.")


def _end(moment: Moment, deal: Deal, why: str) -> None:
    for duty in deal.duties:
        if reversible(moment.book, duty):
            undo(moment, deal, duty, DutyState.LAPSED, "The text it stood in ends.")
    says = f"{sentence(deal_name(moment.book, deal))} ends. {why}"
    event = about_deal(moment, deal, "responses", says)
    moment.chronicle.record(event, lambda row: clear(moment.layout, row, deal.slot))
