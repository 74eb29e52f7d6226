"""Frames: what stands on the screen while a game is opened, so that nobody looks at nothing.

A frame has the panels of the screen that is due in their places, with their names, and what is known of the
game already. It takes no keys; the app's own, such as Ctrl-C, work. No rules are imported here: the
frame is painted before they are.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import Container
from textual.screen import Screen
from textual.widget import Widget

from tabletop.record.glance import Glance
from tabletop.tui.columns import Panel, tabs
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page

TABLE_PANELS: tuple[Panel, ...] = (
    Panel("moves", "Moves", "middle", "m"),
    Panel("law", "Law", "right", "l"),
    Panel("tracks", "Tracks", "left", "t"),
    Panel("ledger", "Ledger", "right", "e"),
    Panel("inbox", "Inbox", "right", "i"),
)


def table_nodes(above_moves: Iterable[Widget] = ()) -> ComposeResult:
    """The nodes of the table, few; the style sheet says where they stand at each size."""
    yield Bar(id="head", classes="-table")
    with Container(id="body"):
        with Container(id="left"):
            yield Lines("Tracks", id="tracks")
            yield Page("Draft", id="draft")
        with Container(id="right"):
            yield Bar(id="rooms")
            yield Lines("Law", findable=True, id="law", classes="-open")
            yield Lines("Ledger", empty="Nothing has happened yet.", findable=True, id="ledger")
            yield Lines("Inbox", empty="Nothing is asked of you this turn.", id="inbox")
        with Container(id="middle", classes="-front"):
            yield from above_moves
            yield Lines("Moves", empty="No move stands so in law. Esc shows the others.", findable=True, id="moves")
            yield Page("Verdict", id="answer")
    yield Bar(id="foot")


class Frame(Screen[None]):
    """The frame of a page: a brief, or the hand-over between two people."""

    AUTO_FOCUS = ""

    def __init__(self, seen: Glance) -> None:
        super().__init__()
        self.seen = seen

    def compose(self) -> ComposeResult:
        """One page."""
        yield Bar(id="head")
        yield Page(id="sheet")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """What is known already. Nothing can be chosen, so nothing has the cursor."""
        for widget in self.query("Lines, Page"):
            widget.can_focus = False
        self.query_one("#head", Bar).show(*self.head())
        leave = Word((("^c ", "key"), ("leave", "quiet")))
        self.query_one("#foot", Bar).show(BarLine((Word((("Opening the game …", "quiet"),)),)), BarLine((), (leave,)))

    def head(self) -> Iterable[BarLine]:
        """The game, the turn, and who plays."""
        title = Word((("Armistice Table", "head"), (f" · {self.seen.title}", "quiet")))
        who = Word(((f"turn {self.seen.turn} · ", "quiet"), (", ".join(self.seen.people), "strong")))
        yield BarLine((title,), (who,))


class TableFrame(Frame):
    """The frame of the table: all its panels, with nothing in them yet."""

    def compose(self) -> ComposeResult:
        """The table's own nodes."""
        yield from table_nodes()

    def on_mount(self) -> None:
        """Also the tabs of the right column, at the sizes that have it."""
        self.query_one("#rooms", Bar).show(BarLine(tabs(TABLE_PANELS, TABLE_PANELS[0], "right"), gap=3))

    def head(self) -> Iterable[BarLine]:
        """Also all tabs, at the sizes that have no columns."""
        yield from super().head()
        yield BarLine(tabs(TABLE_PANELS, TABLE_PANELS[0]), gap=3)


def frame_of(seen: Glance) -> Frame:
    """The frame of the screen that is due: a first turn begins with a brief, several people with a hand-over."""
    return TableFrame(seen) if seen.turn > 1 and len(seen.people) == 1 else Frame(seen)
