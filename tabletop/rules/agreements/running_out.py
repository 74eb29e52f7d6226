"""Running out: texts end on their day, when a notice takes effect, or with the administration that signed them alone.

What can be undone is undone.
"""

from __future__ import annotations

from tabletop.rules.telling import sentence
from tabletop.rules.texts.coding import clear
from tabletop.rules.texts.deal import Deal, DutyState

from .counterparts import reversible
from .moment import Moment, about_deal
from .ratifying import executive
from .reputation import taken_over
from .responses import undo
from .telling import deal_name, short


def run_out(moment: Moment) -> None:
    """Every text whose time is over."""
    for slot in moment.layout.taken(moment.row):
        deal = moment.deal(slot)
        if deal.leaving is not None and deal.leaving <= moment.turn:
            _end(moment, deal, "The notice has run out.")
        elif deal.ends <= moment.turn:
            _end(moment, deal, "Its time is over.")
        else:
            _drop_executive(moment, deal)


def _drop_executive(moment: Moment, deal: Deal) -> None:
    """An administration that took over this turn keeps nothing of its predecessor's that its body at home never passed."""
    book = moment.book
    for role in executive(book, deal):
        if deal.signed < moment.turn == taken_over(book, moment.row, role):
            body = book.pack.forum[str(book.pack.role[role].ratifies)].name
            _end(moment, deal, f"{short(book, role)} has another administration, and {body} never passed it.")
            return


def _end(moment: Moment, deal: Deal, why: str) -> None:
    for duty in deal.duties:
        if reversible(moment.book, duty):
            undo(moment, deal, duty, DutyState.LAPSED, "The text it stood in ends.")
    says = f"{sentence(deal_name(moment.book, deal))} ends. {why}"
    event = about_deal(moment, deal, "responses", says)
    moment.chronicle.record(event, lambda row: clear(moment.layout, row, deal.slot))
