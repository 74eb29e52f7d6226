"""The menu."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.shell.moment import Moment
from tabletop.shell.words import CONTESTED, MARKS
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

CHOICES = {
    "new": (
        "New game",
        "Choose a scenario and a role; for a first game take First steps, ten minutes long. Several people can share one "
        "keyboard; AI delegations play the rest.",
    ),
    "saves": (
        "Saved games",
        "Go on with a game, or watch it again turn by turn. Every game is saved by itself, entry by entry.",
    ),
    "clinic": (
        "Legal clinic",
        "Twelve acts of a scenario's first turn: how does each stand in law, which text decides, and who could make it "
        "lawful?",
    ),
    "help": ("Keys", "Every key of every screen. The keys that work now are always at the foot of the screen."),
    "colours": ("Colours", "Night, day, or high contrast. NO_COLOR is honoured: nothing here is told by colour alone."),
    "leave": ("Leave", "Leave the program."),
}


class MenuScreen(Stage):
    """Where everything begins."""

    PLACE = "menu"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("menu")

    def compose(self) -> ComposeResult:
        """Choices beside a page."""
        yield Bar(id="head")
        with Container(id="pair"):
            yield Lines("Menu", id="choices")
            yield Page("Armistice Table", id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Lay out the choices."""
        self.query_one("#head", Bar).show(
            BarLine((Word((("Armistice Table", "head"), (" · a role-play of the Korean peace process", "quiet"))),))
        )
        self.query_one(Lines).show([Row(((name, ""),), id_) for id_, (name, _) in CHOICES.items()])
        self.show_about()

    def moment(self) -> Moment:
        """Where the cursor is."""
        return Moment("menu", row=True)

    def pointed(self, _: Lines, /) -> None:
        """The page follows the cursor."""
        self.show_about()

    def show_about(self) -> None:
        """Say what the choice under the cursor does, and what this is."""
        about = CHOICES.get(self.query_one(Lines).pointed, ("", ""))[1]
        self.query_one(Page).show(
            (
                par(about),
                GAP,
                par(
                    "Play one of six governments at a table where every move is checked against the armistice, the sanctions and the freezes before it is sealed.",
                    "quiet",
                ),
                par(
                    "Law is not a wall here. What breaks it can mostly be done, knowingly, at a price, and the table answers.",
                    "quiet",
                ),
                GAP,
                par("Every act shows how it stands in law:", "quiet"),
                *(Par(((f"{mark.sign} {mark.word}", mark.tint),), hang=2) for mark in (*MARKS.values(), CONTESTED)),
            )
        )

    def do_choose(self) -> None:
        """Do what is under the cursor."""
        match self.query_one(Lines).pointed:
            case "new":
                self.do_new()
            case "saves":
                self.game.show_saves()
            case "clinic":
                self.game.show_clinic()
            case "help":
                self.do_help()
            case "colours":
                self.do_colours()
            case "leave":
                self.do_leave()

    def do_new(self) -> None:
        """Choose a scenario."""
        self.game.show_setup()

    def do_back(self) -> None:
        """There is nothing behind the menu."""
        self.say("This is the menu. Ctrl+Q leaves.")
