"""Hand over: between two people at one keyboard. Nothing of the game is on it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tabletop.rules.rulebook import Rulebook
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import GAP, Par, par


class HandOverScreen(Stage):
    """Whose turn it is, and nothing else."""

    PLACE = "handover"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("handover")

    def __init__(self, book: Rulebook, role: str, turn: int, then: Callable[[], None]) -> None:
        super().__init__()
        self._book, self._role, self._turn, self._then = book, role, turn, then

    def compose(self) -> ComposeResult:
        """One page."""
        yield Bar(id="head")
        yield Page(id="sheet")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Say who comes next."""
        role = self._book.pack.actors[self._role]
        self.query_one("#head", Bar).show(
            BarLine((Word((("Armistice Table", "head"), (f" · turn {self._turn}", "quiet"))),))
        )
        self.query_one(Page).show(
            (
                GAP,
                GAP,
                Par((("Hand the keyboard to  ", ""), (role.name, "strong"), (f"  ({role.short})", "quiet"))),
                GAP,
                par(
                    "What follows is for this delegation's eyes: its brief, its draft, its ledger. The others look away now."
                ),
                GAP,
                Par((("Enter", "key"), (" when you are alone at the keyboard", "quiet"))),
            )
        )

    def do_choose(self) -> None:
        """The keyboard has changed hands."""
        self._then()
        self.game.proceed()

    def do_back(self) -> None:
        """There is nothing to go back to that this person may see."""
        self.say("Enter goes on. F4 leaves for the menu; the game is saved.")
