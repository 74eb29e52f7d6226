"""A page: paragraphs that wrap to its width and scroll; its size never depends on its text."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from .painted import Line, Painted, spread
from .wrapping import Par, wrapped


class Page(Painted, can_focus=True):
    """Text to read."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_by(-1)", show=False),
        Binding("down", "scroll_by(1)", show=False),
        Binding("pageup", "scroll_page(-1)", show=False),
        Binding("pagedown,space", "scroll_page(1)", show=False),
        Binding("home", "scroll_by(-100000)", show=False),
        Binding("end", "scroll_by(100000)", show=False),
    ]

    class Clicked(Message):
        """Somebody clicked on the page."""

        def __init__(self, page: Page) -> None:
            self.page = page
            super().__init__()

    def __init__(self, title: str = "", *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.border_title = title
        self._paragraphs: tuple[Par, ...] = ()
        self._lines: list[Line] = []
        self._wrapped_for = 0
        self._top = 0

    @property
    def text(self) -> str:
        """What stands on the page, without tints."""
        self._wrap()
        return "\n".join("".join(text for text, _ in line) for line in self._lines)

    def show(self, paragraphs: Iterable[Par]) -> None:
        """Put other text on the page, from its top; only the lines that differ are painted anew."""
        height = self.size.height
        before = [self._line(y) for y in range(height)] if self._wrapped_for else None
        self._paragraphs, self._wrapped_for, self._top = tuple(paragraphs), 0, 0
        if before is None or not height:
            self.refresh()
            return
        self._wrap()
        changed = [y for y in range(height) if self._line(y) != before[y]]
        if changed:
            self.repaint(changed)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's words
        """For pages as high as their text: the modals."""
        return sum(len(wrapped(paragraph, width)) for paragraph in self._paragraphs)

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines."""
        self._wrap()
        most = max(0, len(self._lines) - self.size.height)
        self._top = min(most, max(0, self._top + lines))
        self.refresh()

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by pages, keeping a line in view."""
        self.action_scroll_by(pages * max(1, self.size.height - 1))

    def on_mouse_scroll_down(self) -> None:
        """The wheel scrolls three lines."""
        self.action_scroll_by(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel scrolls three lines."""
        self.action_scroll_by(-3)

    def on_click(self, event: events.Click) -> None:
        """A click reaches the screen as a message."""
        event.stop()
        self.post_message(self.Clicked(self))

    def render_line(self, y: int) -> Strip:
        """One line of the page."""
        self._wrap()
        self._top = min(self._top, max(0, len(self._lines) - self.size.height))
        return self.strip_of(self._line(y), self.size.width)

    def _line(self, y: int) -> Line:
        """What stands in a line; the last one says when there is more."""
        width, height = self.size
        line: Line = self._lines[self._top + y] if self._top + y < len(self._lines) else ()
        below = len(self._lines) - self._top - height
        if y == height - 1 and below > 0:
            return spread(line, ((f" ▾ {below} more", "key"),), width)
        return line

    def _wrap(self) -> None:
        if self._wrapped_for != self.size.width:
            self._wrapped_for = self.size.width
            self._lines = [line for each in self._paragraphs for line in wrapped(each, self.size.width)]
