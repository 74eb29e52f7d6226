"""Lines: a list with headings, a cursor, a filter one types, and the mouse; all in one node.

It draws only the lines in view and never asks for a layout, so the verdict can follow the cursor.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from .painted import CURSOR, PLAIN, Painted
from .rows import MARGIN, Laid, Row, laid_out

FIND = "slash"
"""The key that begins finding by typing."""
LONGEST = 60
"""How many letters can be typed to find something."""
NOT_FOUND = "Nothing is found. Esc shows the others."


def _nobody(_: object) -> None:
    """Nobody follows the cursor."""


class Lines(Painted, can_focus=True):
    """A list to walk through."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "walk(-1)", show=False),
        Binding("down", "walk(1)", show=False),
        Binding("pageup", "walk_page(-1)", show=False),
        Binding("pagedown", "walk_page(1)", show=False),
        Binding("home", "walk(-100000)", show=False),
        Binding("end", "walk(100000)", show=False),
        Binding("enter", "choose", show=False),
    ]

    class Chosen(Message):
        """A row was chosen, by Enter or by a click on the row under the cursor."""

        def __init__(self, lines: Lines) -> None:
            self.lines = lines
            super().__init__()

    class Sought(Message):
        """What is typed to find rows changed."""

        def __init__(self, lines: Lines) -> None:
            self.lines = lines
            super().__init__()

    def __init__(
        self,
        title: str = "",
        *,
        empty: str = "",
        findable: bool = False,
        id: str | None = None,  # noqa: A002 - Textual's word
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.findable = findable
        """Whether the screen filters this list by what is typed."""
        self.border_title = title
        self.rows: tuple[Row, ...] = ()
        self.sought = ""
        """What the rows are filtered by; the screen does the filtering."""
        self.seeking = False
        """Whether letters go to `sought` instead of being commands."""
        self.told: Callable[[Lines], None] = _nobody
        """Who is told, at once and in the same frame, that the cursor is on another row."""
        self._empty = empty
        """Said once the list was filled, with nothing."""
        self._filled = False
        self._cursor = -1
        self._laid: list[Laid] = []
        self._laid_for = 0
        self._top = 0

    # ---- what others ask and tell ----

    @property
    def pointed(self) -> str:
        """The id of the row under the cursor; empty if there is none."""
        return self.rows[self._cursor].id if 0 <= self._cursor < len(self.rows) else ""

    @property
    def text(self) -> str:
        """All rows, without tints."""
        self._lay()
        return "\n".join("".join(text for text, _ in each.line) for each in self._laid)

    def show(self, rows: Iterable[Row], *, at: str | None = None) -> None:
        """Put other rows in the list; the cursor stays on the row of the same id if it is still there."""
        wanted = self.pointed if at is None else at
        before = self._cursor
        self.rows, self._laid_for, self._filled = tuple(rows), 0, True
        places = [place for place, row in enumerate(self.rows) if row.id]
        same = [place for place in places if self.rows[place].id == wanted]
        near = [place for place in places if place <= before]
        self._cursor = (same or near[-1:] or places or [-1])[0]
        if not same and (at is not None or not wanted):
            self._cursor = places[0] if places else -1
        self._follow()
        self.refresh()

    def point(self, id_: str) -> None:
        """Put the cursor on a row."""
        for place, row in enumerate(self.rows):
            if row.id and row.id == id_:
                self._move_to(place)
                return

    def seek(self, text: str | None) -> None:
        """Begin, change or end finding by typing; `None` ends it."""
        self.seeking = text is not None
        if text is not None:
            self.sought = text[:LONGEST]
        self.post_message(self.Sought(self))

    # ---- keys and mouse ----

    def action_walk(self, steps: int) -> None:
        """Move the cursor over rows, past headings."""
        places = [place for place, row in enumerate(self.rows) if row.id]
        if not places:
            return
        here = places.index(self._cursor) if self._cursor in places else 0
        self._move_to(places[min(len(places) - 1, max(0, here + steps))])

    def action_walk_page(self, pages: int) -> None:
        """Move the cursor by a screenful."""
        self.action_walk(pages * max(1, self.size.height - 2))

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.pointed:
            self.post_message(self.Chosen(self))

    def on_key(self, event: events.Key) -> None:
        """While finding, letters are letters.

        Finding begins here and not by a command of the screen: letters typed fast after the slash are in
        this widget's queue already, and none of them may be taken for a command.
        """
        if not self.seeking:
            if event.key == FIND and self.findable:
                event.stop()
                event.prevent_default()
                self.seek(self.sought)
            return
        if event.key == "escape":
            self.sought = ""
            self.seek(None)
        elif event.key == "enter":
            self.seek(None)
        elif event.key in ("backspace", "ctrl+h"):
            self.seek(self.sought[:-1])
        elif event.key == "ctrl+u":
            self.seek("")
        elif event.is_printable and event.character:
            self.seek(self.sought + event.character)
        else:
            return
        event.stop()
        event.prevent_default()

    def on_paste(self, event: events.Paste) -> None:
        """While finding, what is pasted is typed."""
        if self.seeking:
            event.stop()
            self.seek(self.sought + " ".join(event.text.split()))

    def on_click(self, event: events.Click) -> None:
        """A click puts the cursor on a row; a click on the row under the cursor chooses it."""
        spot = event.get_content_offset(self)
        self._lay()
        if spot is None or self._top + spot.y >= len(self._laid):
            return
        event.stop()
        place = self._laid[self._top + spot.y].row
        if not self.rows[place].id:
            return
        if place == self._cursor:
            self.action_choose()
        else:
            self._move_to(place)

    def on_mouse_scroll_down(self) -> None:
        """The wheel moves the view, not the cursor."""
        self._scroll(3)

    def on_mouse_scroll_up(self) -> None:
        """The wheel moves the view, not the cursor."""
        self._scroll(-3)

    # ---- drawing ----

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self._follow()

    def render_line(self, y: int) -> Strip:
        """One line in view."""
        self._lay()
        width, height = self.size
        place = self._top + y
        if not self._laid and y == 0 and self._filled:
            return self.strip_of(((" " * MARGIN + (NOT_FOUND if self.sought else self._empty), "quiet"),), width)
        rail = self._rail(y, height)
        body = width - (1 if rail else 0)
        if place >= len(self._laid):
            strip = self.strip_of((), body)
        else:
            laid = self._laid[place]
            here = laid.row == self._cursor
            first = place == 0 or self._laid[place - 1].row != laid.row
            sign = ("› " if here and first else "  ", "key")
            lead = () if not self.rows[laid.row].id else (sign,)
            line = (*lead, *laid.line)
            if here and first and self.has_focus:
                strip = self.strip_of(tuple((text, PLAIN) for text, _ in line), body, CURSOR)
            else:
                strip = self.strip_of(line, body)
        return Strip.join([strip, self.strip_of((rail,), 1)]) if rail else strip

    def _rail(self, y: int, height: int) -> tuple[str, str] | None:
        if len(self._laid) <= height or height < 2:
            return None
        size = max(1, height * height // len(self._laid))
        start = (height - size) * self._top // max(1, len(self._laid) - height)
        return ("┃" if start <= y < start + size else " ", "rail")

    def _lay(self) -> None:
        if self._laid_for != self.size.width:
            self._laid_for = self.size.width
            self._laid = laid_out(self.rows, self.size.width)

    def _move_to(self, place: int) -> None:
        if place == self._cursor:
            return
        before, top, self._cursor = self._cursor, self._top, place
        self._follow()
        if self._top == top:
            height = self.size.height
            self.repaint(y for y, laid in enumerate(self._laid[top : top + height]) if laid.row in (before, place))
        else:
            self.refresh()
        self.told(self)

    def _scroll(self, lines: int) -> None:
        self._lay()
        self._top = min(max(0, len(self._laid) - self.size.height), max(0, self._top + lines))
        self.refresh()

    def _follow(self) -> None:
        """Scroll so that the row under the cursor is in view, with its heading if it is the first."""
        if not self.is_mounted or not self.size.height:
            return
        self._lay()
        places = [place for place, laid in enumerate(self._laid) if laid.row == self._cursor]
        if places:
            first, last = places[0], places[-1]
            while first > 0 and not self.rows[self._laid[first - 1].row].id:
                first -= 1
            height = self.size.height
            if last >= self._top + height:
                self._top = last - height + 1
            if places[0] < self._top or last - first >= height:
                self._top = min(places[0], first if last - first < height else places[0])
            elif first < self._top:
                self._top = first
        self._top = max(0, min(self._top, len(self._laid) - self.size.height))
