"""Sight: what a role may know of the signed texts."""

from __future__ import annotations

from tabletop.rules.position import Row
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import Deal, DutyState, Stage
from tabletop.rules.texts.slots import Head, Layout, Part

from .proof import SUSPECTED


def mask_texts(layout: Layout, row: Row, role: str) -> frozenset[int]:
    """Blot out of a row what a role may not know of its texts; gives back the places that are hidden.

    Of a sealed text others know that there is one, and nothing else; of an open one all but what could stand in an annex,
    whether one is there or not. A false report looks to others like the truth, and evidence of it shows only once it makes
    them doubt.
    """
    hidden: set[int] = set()
    for slot in layout.taken(row):
        deal = deal_in(layout, row, slot)
        if deal.knowers is not None and role not in deal.knowers:
            hidden.update(place for place in layout.span(slot) if place not in _known_of_sealed(layout, slot))
            row[layout.head(slot)] = int(Stage.IN_FORCE)
            continue
        if role not in deal.signers:
            hidden.update(_annex(layout, deal))
        for duty in deal.duties:
            state = layout.part(slot, duty.number, Part.STATE)
            evidence = layout.part(slot, duty.number, Part.EVIDENCE)
            if duty.state is DutyState.FEIGNED and duty.term.role != role:
                row[state] = int(DutyState.DONE)
            if duty.evidence < SUSPECTED or role not in deal.parties:
                hidden.add(evidence)
    for place in hidden:
        row[place] = 0
    return frozenset(hidden)


def _annex(layout: Layout, deal: Deal) -> range:
    """Every place after the last open step of a text."""
    last = sum(not duty.annex for duty in deal.duties)
    return range(layout.part(deal.slot, last + 1, Part.TERM), layout.span(deal.slot).stop)


def _known_of_sealed(layout: Layout, slot: int) -> tuple[int, int]:
    """What everybody sees of a text that is none of their business: it is there, and it is sealed."""
    return layout.head(slot), layout.head(slot, Head.SEALED)
