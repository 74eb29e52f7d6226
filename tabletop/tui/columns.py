"""Columns: a stage with several panels and one answer, which tells about whatever the cursor is on.

At 80 columns one panel is in front and the others are tabs; from 120 they stand side by side. The style
sheet does that: here only classes are set.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events

from .stage import Stage
from .widgets.bar import Word
from .widgets.lines import Lines
from .widgets.page import Page
from .widgets.wrapping import Par

JUMP = "j"
"""The key before the letter of a panel."""


@dataclass(frozen=True, slots=True)
class Panel:
    """A list with a place of its own."""

    id: str
    title: str
    column: str
    """`left`, `middle` or `right`; panels in the right column share it."""
    letter: str
    """Goes there after `j`."""


def tabs(
    panels: Sequence[Panel], front: Panel, column: str = "", badge: Callable[[Panel], str] = lambda _: ""
) -> tuple[Word, ...]:
    """Panels as tabs with their keys, all or those of a column; the one in front in brackets."""
    found = []
    for number, panel in enumerate(panels, start=1):
        if column in ("", panel.column):
            name = f"{panel.title} {badge(panel)}".rstrip()
            tint = "strong" if panel == front else "note" if badge(panel) else "quiet"
            found.append(Word(((f"{number} ", "key"), (f"[{name}]" if panel == front else name, tint)), panel.id))
    return tuple(found)


class Columns(Stage):
    """A stage of panels."""

    PANELS: ClassVar[tuple[Panel, ...]] = ()

    def __init__(self) -> None:
        super().__init__()
        self.panel = self.PANELS[0]
        self._jumping = False

    def lines(self, panel: str = "") -> Lines:
        """A panel's list; the one with the cursor if none is named."""
        return self.query_one(f"#{panel or self.panel.id}", Lines)

    @property
    def page(self) -> Page:
        """The answer."""
        return self.query_one("#answer", Page)

    @property
    def why_open(self) -> bool:
        """Whether the answer has the middle to itself."""
        return self.query_one("#middle").has_class("-why")

    # ---- what a screen of columns says ----

    def answer(self) -> Iterable[Par]:
        """What to say about the row under the cursor."""
        return ()

    def answer_title(self) -> str:
        """What stands over the answer."""
        return self.panel.title

    def show_head(self) -> None:
        """The bars at the top."""

    def badge(self, _: Panel, /) -> str:
        """What a tab says besides its name: a number of unanswered questions."""
        return ""

    # ---- showing ----

    def show_answer(self) -> None:
        """Answer about the row under the cursor. No layout: the page has its size already."""
        title = self.answer_title()
        if self.page.border_title != title:
            self.page.border_title = title
        self.page.show(self.answer())

    def where_found(self, lines: Lines, /) -> str:
        """Said of lists that are not in front."""
        return "" if lines.id == self.panel.id else f" in {lines.border_title}"

    def tabs(self, column: str = "") -> tuple[Word, ...]:
        """The panels as tabs."""
        return tabs(self.PANELS, self.panel, column, self.badge)

    def pointed(self, lines: Lines, /) -> None:
        """The answer follows the cursor."""
        if lines.id == self.panel.id:
            self.show_answer()

    # ---- going from panel to panel ----

    def go(self, id_: str) -> None:
        """Bring a panel to the front and put the cursor in it."""
        self.panel = next(panel for panel in self.PANELS if panel.id == id_)
        for name in {panel.column for panel in self.PANELS}:
            self.query_one(f"#{name}").set_class(name == self.panel.column, "-front")
        if self.panel.column == "right":
            for panel in self.PANELS:
                if panel.column == "right":
                    self.lines(panel.id).set_class(panel == self.panel, "-open")
        self.open_why(False)
        self.lines().focus()
        self.show_head()
        self.show_answer()
        self.show_foot()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """A click on a panel brings it to the front as a key would."""
        id_ = event.widget.id
        if id_ != self.panel.id and any(panel.id == id_ for panel in self.PANELS):
            self.go(str(id_))

    def carry_out(self, id_: str) -> None:
        """A command that is named like a panel goes there."""
        if any(panel.id == id_ for panel in self.PANELS):
            self.go(id_)
        else:
            super().carry_out(id_)

    def do_next_panel(self) -> None:
        """Go to the next panel."""
        self.go(self.PANELS[(self.PANELS.index(self.panel) + 1) % len(self.PANELS)].id)

    def do_previous_panel(self) -> None:
        """Go to the panel before."""
        self.go(self.PANELS[self.PANELS.index(self.panel) - 1].id)

    # ---- the letter after j ----

    def do_jump(self) -> None:
        """Letters for the panels; the next key goes there."""
        self._jumping = True
        letters = "   ".join(f"{panel.letter} {panel.title}" for panel in self.PANELS)
        self.say(f"Go to:  {letters}   v {self.page.border_title}")

    def on_key(self, event: events.Key) -> None:
        """Go where the letter says; any other key goes nowhere. `j` is taken here, ahead of the letter after it."""
        if not self._jumping:
            if event.key == JUMP:
                event.stop()
                event.prevent_default()
                self.action_command("jump")
            return
        self._jumping = False
        self.note = ""
        event.stop()
        event.prevent_default()
        goal = next((panel.id for panel in self.PANELS if panel.letter == event.key), "")
        if goal:
            self.go(goal)
        elif event.key == "v":
            self.open_why(True)
        self.show_foot()

    # ---- the whole answer ----

    def do_why(self) -> None:
        """Open or close the whole answer."""
        self.open_why(not self.why_open)

    def open_why(self, opened: bool) -> None:
        """Give the answer the middle to itself, or give it back."""
        self.query_one("#middle").set_class(opened, "-why")
        self.query_one("#body").set_class(opened, "-why")
        if opened:
            self.page.focus()
        elif self.focused is self.page:
            self.lines().focus()

    def closed_something(self) -> bool:
        """Close the whole answer, or clear what was found; false if there was neither."""
        lines = self.lines()
        if self.why_open:
            self.open_why(False)
        elif lines.sought:
            lines.sought = ""
            self.sought(lines)
        elif self.panel != self.PANELS[0]:
            self.go(self.PANELS[0].id)
        else:
            return False
        return True
