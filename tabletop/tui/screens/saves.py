"""Saved games: go on, or watch again."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.record.saved import Saved, saved_games
from tabletop.shell.moment import Moment
from tabletop.tui.opening import opened
from tabletop.tui.panels.saves import is_over, save_page, save_rows
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page


class SavesScreen(Stage):
    """What is on the shelf."""

    PLACE = "saves"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("saves")

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._folder = folder
        self._saved: dict[str, Saved] = {}

    def compose(self) -> ComposeResult:
        """The list beside a page."""
        yield Bar(id="head")
        with Container(id="pair"):
            yield Lines("Saved games", empty="No game is saved yet.", id="choices")
            yield Page("Game", id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Paint first, then read the shelf."""
        self.query_one("#head", Bar).show(
            BarLine((Word((("Armistice Table", "head"), (f" · saved games in {self._folder}", "quiet"))),))
        )
        self.call_after_refresh(self.read_shelf)

    def read_shelf(self) -> None:
        """List what is there."""
        self._saved = {saved.path.name: saved for saved in saved_games(self._folder)}
        self.query_one(Lines).show(save_rows(tuple(self._saved.values())))
        self.show_save()
        self.show_foot()

    @property
    def here(self) -> Saved | None:
        """The game under the cursor."""
        return self._saved.get(self.query_one(Lines).pointed)

    def moment(self) -> Moment:
        """What is under the cursor."""
        record = self.here.record if self.here is not None else None
        people = [seat for seat in record.header.seats.values() if seat.kind == "person"] if record is not None else []
        return Moment(
            "saves", row=self.here is not None, readable=record is not None,
            secret=record is not None and len(people) > 1 and not is_over(record),
        )  # fmt: skip

    def pointed(self, _: Lines, /) -> None:
        """The page follows the cursor."""
        self.show_save()

    def show_save(self) -> None:
        """Tell about the game under the cursor."""
        self.query_one(Page).show(save_page(self.here) if self.here is not None else ())

    def do_choose(self) -> None:
        """Go on with the game; one that is over is shown its ending."""
        if self.here is not None:
            self.game.sit_down(*opened(self.here.path))

    def do_replay(self) -> None:
        """Watch the game again; before its end through its own player's eyes."""
        saved = self.here
        if saved is not None and saved.record is not None:
            self.game.open_replay(saved.path, all_eyes=is_over(saved.record))

    def do_back(self) -> None:
        """To the menu."""
        self.game.to_menu()
