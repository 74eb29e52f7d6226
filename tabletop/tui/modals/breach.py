"""A breach is confirmed once more, with its paragraph and its price."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tabletop.tui.modals.once import Once
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import Par


class ConfirmBreach(Once[bool]):
    """Answers whether the player is sure. Enter does nothing here: it may have been pressed twice."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", show=False),
        Binding("escape,n", "answer(False)", show=False),
    ]
    AUTO_FOCUS = "Page"

    def __init__(self, paragraphs: Iterable[Par]) -> None:
        super().__init__()
        self._paragraphs = tuple(paragraphs)

    def compose(self) -> ComposeResult:
        """The page, and two words to click."""
        yield Page("Confirm a breach", id="breach")
        yield Bar(id="choice")

    def on_mount(self) -> None:
        """Show the price."""
        self.query_one(Page).show(self._paragraphs)
        self.query_one(Page).refresh(layout=True)
        self.query_one(Bar).show(
            BarLine(
                (
                    Word((("y ", "key"), ("break it, knowingly", "breach")), "yes"),
                    Word((("esc ", "key"), ("go back", "")), "no"),
                ),
                gap=6,
            )
        )

    def action_answer(self, sure: bool) -> None:
        """Close with the answer."""
        self.dismiss(sure)

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """The mouse answers too."""
        self.dismiss(event.command == "yes")
