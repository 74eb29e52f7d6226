"""A bar: lines of words along the edge of the screen; words that name a command can be clicked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from textual.strip import Strip

from .painted import PLAIN, Line, Painted, spread, width_of


@dataclass(frozen=True, slots=True)
class Word:
    """A piece of a bar."""

    spans: Line
    command: str = ""
    """What a click on it does."""


@dataclass(frozen=True, slots=True)
class BarLine:
    """One line of a bar: words from the left, words at the right edge."""

    left: tuple[Word, ...] = ()
    right: tuple[Word, ...] = ()
    gap: int = 2
    whole: bool = False
    """Leave out words at the left that do not fit, the last ones first, instead of cutting one."""

    def fitting(self, width: int) -> tuple[Word, ...]:
        """The words at the left that are shown."""
        room, kept = width - width_of(_spans(self.right, self.gap)) - self.gap, list(self.left)
        while self.whole and len(kept) > 1 and width_of(_spans(kept, self.gap)) > room:
            kept.pop()
        return tuple(kept)


class Bar(Painted):
    """Words along an edge."""

    class Pressed(Message):
        """A word that names a command was clicked."""

        def __init__(self, command: str) -> None:
            self.command = command
            super().__init__()

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id, classes=classes)
        self._lines: tuple[BarLine, ...] = ()

    def show(self, *lines: BarLine) -> None:
        """Put other words on the bar; nothing happens if they are the same."""
        if lines != self._lines:
            self._lines = lines
            self.refresh()

    def heighten(self, lines: int) -> None:
        """Be so many lines high; a layout is asked for only if that is another height."""
        if self.styles.height is None or self.styles.height.value != lines:
            self.styles.height = lines

    @property
    def text(self) -> str:
        """What stands on the bar, without tints."""
        return "\n".join(
            "".join(text for text, _ in (*_spans(line.left, line.gap), *_spans(line.right, line.gap)))
            for line in self._lines
        )

    def render_line(self, y: int) -> Strip:
        """One line of the bar."""
        if y >= len(self._lines):
            return self.strip_of((), self.size.width)
        line = self._lines[y]
        left, right = _spans(line.fitting(self.size.width), line.gap), _spans(line.right, line.gap)
        return self.strip_of(spread(left, right, self.size.width), self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Find the word under the mouse."""
        spot = event.get_content_offset(self)
        if spot is None or spot.y >= len(self._lines):
            return
        line = self._lines[spot.y]
        start = self.size.width - width_of(_spans(line.right, line.gap))
        for pieces, begin in ((line.fitting(self.size.width), 0), (line.right, start)):
            place = begin
            for word in pieces:
                size = width_of(word.spans)
                if place <= spot.x < place + size and word.command:
                    event.stop()
                    self.post_message(self.Pressed(word.command))
                    return
                place += size + line.gap


def _spans(pieces: Sequence[Word], gap: int) -> Line:
    spans: list[tuple[str, str]] = []
    for word in pieces:
        if spans:
            spans.append((" " * gap, PLAIN))
        spans += word.spans
    return tuple(spans)
