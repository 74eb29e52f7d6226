"""Annexes: a position as it would be if none of its texts had one."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.slots import Part


def annexed(book: Rulebook, row: Row) -> Iterator[tuple[Deal, Duty]]:
    """Every step that stands in an annex now, with its text."""
    return ((deal, duty) for deal in deals(book.layout, row) for duty in deal.duties if duty.annex)


def without_annexes(book: Rulebook, row: Row) -> Row:
    """The same position, and nothing stands in any annex."""
    assert book.layout is not None
    bare = row[:]
    for _, duty in annexed(book, row):
        for part in Part:
            bare[book.layout.part(duty.slot, duty.number, part)] = 0
    return bare
