"""Step costs: what a step takes from its owner now, in political capital, and whether its act is paid for already."""

from __future__ import annotations

from tabletop.rules.position import Row, consent_label
from tabletop.rules.referee import asked
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.yeses import granted_in


def step_cost(book: Rulebook, row: Row, deal: Deal, duty: Duty) -> int:
    """What doing a step costs its owner now, its act included. What is so already costs nothing, but to report it does."""
    return max(0, book.term_deeds[duty.term].cost(row)) + act_cost(book, row, deal, duty)


def act_cost(book: Rulebook, row: Row, deal: Deal, duty: Duty) -> int:
    """What the act of a step costs now. One that was asked for or agreed to is paid for."""
    deed = book.term_deeds[duty.term].deed
    if deed is None or asked(book, row, deed.act) or agreed_to(book, row, deal, duty):
        return 0
    return max(0, deed.cost(row))


def agreed_to(book: Rulebook, row: Row, deal: Deal, duty: Duty) -> bool:
    """Whether a step's act was asked for and agreed to since the text was signed: it has happened, and is paid for."""
    deed = book.term_deeds[duty.term].deed
    place = book.schema.index.get(consent_label(deed.act)) if deed is not None else None
    return place is not None and granted_in(row[place]) > deal.signed
