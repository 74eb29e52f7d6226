"""Rows: what a list holds, and how its rows become lines of a width."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .painted import Line, spread, width_of
from .wrapping import Par, wrapped

MARGIN = 2
"""Cells at the left edge that the cursor's sign needs."""
WIDE = 44
"""From how many cells on a row has room for its wide right part."""


@dataclass(frozen=True, slots=True)
class Row:
    """One entry of a list, or a heading."""

    spans: Line
    id: str = ""
    """What the cursor points at; headings have none and are stepped over."""
    right: Line = ()
    right_wide: Line = ()
    """Instead of `right`, where there is room for it."""
    more: tuple[Par, ...] = ()
    """Further lines under it."""
    wrap: bool = False
    """Break a long text into lines instead of cutting it."""
    mark: Line = ()
    """Before the text; where that is broken into lines, they hang beside it."""


@dataclass(frozen=True, slots=True)
class Laid:
    """One line of a list, and the row it belongs to."""

    row: int
    line: Line


def laid_out(rows: Iterable[Row], width: int) -> list[Laid]:
    """Rows as lines: long ones wrapped or cut, further lines under them."""
    room = max(10, width - MARGIN - 2)
    laid: list[Laid] = []
    for number, row in enumerate(rows):
        right = row.right_wide if row.right_wide and room >= WIDE else row.right
        own = room if row.id else room + MARGIN
        lines = (
            wrapped(Par(row.spans, row.mark, width_of(row.mark), right), own)
            if row.wrap
            else [spread((*row.mark, *row.spans), right, own)]
        )
        lines += [line for paragraph in row.more for line in wrapped(paragraph, room)]
        laid += [Laid(number, line) for line in lines]
    return laid
