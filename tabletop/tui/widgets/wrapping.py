"""Wrapping: paragraphs of tinted text broken into lines of a width, with hanging indents."""

from __future__ import annotations

import re
from dataclasses import dataclass

from rich.cells import cell_len, chop_cells

from .painted import PLAIN, Line, Span, width_of

_CHUNK = re.compile(r"\s+|\S+")


@dataclass(frozen=True, slots=True)
class Par:
    """A paragraph: a mark at its left edge, and text that hangs beside it."""

    spans: Line = ()
    mark: Line = ()
    hang: int = 0
    """Cells kept free at the left for the mark; every further line starts there."""
    right: Line = ()
    """Put at the right edge of the first line."""


def par(text: str, tint: str = PLAIN, *, hang: int = 0, mark: str = "", mark_tint: str = "quiet") -> Par:
    """A paragraph of one tint, perhaps with a mark such as a label."""
    return Par(((text, tint),), ((mark, mark_tint),) if mark else (), hang)


GAP = Par()


def wrapped(paragraph: Par, width: int) -> list[Line]:
    """The lines of a paragraph; an empty one is one empty line."""
    room = max(8, width - paragraph.hang)
    first = max(8, room - (width_of(paragraph.right) + 2 if paragraph.right else 0))
    lines = _broken(_words(paragraph.spans), first, room)
    done: list[Line] = []
    for number, line in enumerate(lines or [()]):
        if number == 0:
            gap = paragraph.hang - width_of(paragraph.mark)
            lead: Line = (*paragraph.mark, (" " * max(0, gap), PLAIN)) if paragraph.hang else paragraph.mark
            tail: Line = ()
            if paragraph.right:
                free = width - width_of((*lead, *line, *paragraph.right))
                tail = ((" " * max(1, free), PLAIN), *paragraph.right)
            done.append((*lead, *line, *tail))
        else:
            done.append(((" " * paragraph.hang, PLAIN), *line))
    return done


def _words(spans: Line) -> list[list[Span]]:
    """Words as runs of spans: two spans with no space between them stay one word."""
    words: list[list[Span]] = []
    glued = False
    for text, tint in spans:
        for chunk in _CHUNK.findall(text):
            if chunk.isspace():
                glued = False
            elif glued:
                words[-1].append((chunk, tint))
            else:
                words.append([(chunk, tint)])
                glued = True
    return words


def _broken(words: list[list[Span]], first: int, room: int) -> list[Line]:
    lines: list[Line] = []
    line: list[Span] = []
    used, limit = 0, first
    for word in words:
        for piece in _short_enough(word, room):
            size = width_of(piece)
            if line and used + 1 + size > limit:
                lines.append(_joined(line))
                line, used, limit = [], 0, room
            if line:
                line.append((" ", line[-1][1] if line[-1][1] == piece[0][1] else PLAIN))
                used += 1
            line += piece
            used += size
    if line:
        lines.append(_joined(line))
    return lines


def _joined(line: list[Span]) -> Line:
    """Neighbours of one tint made one span: fewer pieces to paint."""
    joined: list[Span] = []
    for text, tint in line:
        if joined and joined[-1][1] == tint:
            joined[-1] = (joined[-1][0] + text, tint)
        else:
            joined.append((text, tint))
    return tuple(joined)


def _short_enough(word: list[Span], room: int) -> list[list[Span]]:
    if width_of(word) <= room:
        return [word]
    return [
        [(part, tint)] for text, tint in word for part in (chop_cells(text, room) if cell_len(text) > room else [text])
    ]
