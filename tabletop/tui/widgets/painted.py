"""Painted: what the widgets here share — they draw their own lines, in the theme's tints.

A line is a row of spans; a span is a text and the name of its tint. Nothing here reads markup.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.geometry import Region
from textual.strip import Strip
from textual.widget import Widget

from tabletop.tui.theme import TINTS

Span = tuple[str, str]
Line = tuple[Span, ...]
PLAIN = ""
CURSOR = Style(reverse=True)
"""The row under the cursor is told by reverse alone: its tints are left out, so that no level looks chosen."""


class Painted(Widget):
    """A widget that paints spans of text."""

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002 - Textual's word
        super().__init__(id=id, classes=classes)
        self._paints: dict[str, Style] = {}

    def strip_of(self, line: Sequence[Span], width: int, over: Style | None = None) -> Strip:
        """A line as a strip of exactly this width, cut with an ellipsis where it is too long."""
        segments = [Segment(printable(text), self.paint(tint)) for text, tint in fitted(line, width)]
        strip = Strip(segments).adjust_cell_length(width, self.paint(PLAIN))
        return strip.apply_style(over) if over is not None else strip

    def paint(self, tint: str) -> Style:
        """What a tint looks like here; worked out once, until the theme or a class changes."""
        found = self._paints.get(tint)
        if found is None:
            found = self._paints[tint] = self.rich_style + self._own(tint) if tint else self.rich_style
        return found

    def _own(self, tint: str) -> Style:
        """A tint by itself. The theme is asked, not the style sheet, which would match its rules for every tint."""
        name, letters = TINTS[tint]
        colour = self.app.theme_variables.get(name)  # a theme that is not ours may lack it
        own = Style.parse(letters)
        return own + Style(color=Color.parse(colour).rich_color) if colour else own

    def notify_style_update(self) -> None:
        """Forget the paints."""
        super().notify_style_update()
        self._paints = {}

    def repaint(self, lines: Iterable[int]) -> None:
        """Paint some lines anew and leave the others."""
        width = self.size.width
        self.refresh(*(Region(0, line, width, 1) for line in lines))


def printable(text: str) -> str:
    """A text without anything a terminal could obey."""
    return text if text.isprintable() else "".join(letter if letter.isprintable() else " " for letter in text)


def width_of(line: Iterable[Span]) -> int:
    """How many cells a line takes."""
    return sum(cell_len(text) for text, _ in line)


def fitted(line: Sequence[Span], width: int) -> list[Span]:
    """A line cut to a width."""
    if width_of(line) <= width:
        return list(line)
    cut: list[Span] = []
    room = max(0, width - 1)
    for text, tint in line:
        if cell_len(text) >= room:
            cut.append((set_cell_size(text, room).rstrip() + "…", tint))
            break
        cut.append((text, tint))
        room -= cell_len(text)
    return cut


def tail(text: str, width: int) -> str:
    """The end of a text that is being typed, as much as fits a width, after an ellipsis where something is left out."""
    if cell_len(text) <= width:
        return text
    while text and cell_len(text) >= width:
        text = text[1:]
    return f"…{text}"


def spread(left: Line, right: Line, width: int) -> Line:
    """A line with one part at the left edge and one at the right; the left part gives way."""
    room = width - width_of(right)
    if not right or room < 4:
        return tuple(fitted(left, width))
    kept = tuple(fitted(left, room - 1))
    return (*kept, (" " * (room - width_of(kept)), PLAIN), *right)
