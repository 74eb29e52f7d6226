"""A new game: first a scenario with its learning goals, then a role or several."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.pack.faults import PackError
from tabletop.pack.scenarios import Scenario
from tabletop.pack.shipped import known_packs
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.moment import Moment
from tabletop.shell.starting import open_rulebook
from tabletop.tui.opening import begun
from tabletop.tui.panels.setup import role_page, role_rows, scenario_page, scenario_rows, teaching_first
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import par


class SetupScreen(Stage):
    """Two questions: what, and who."""

    PLACE = "setup"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("setup")
    AUTO_FOCUS = "#choices"

    def __init__(self) -> None:
        super().__init__()
        self._books: dict[str, Rulebook] = {}
        self._faults: list[str] = []
        self._chosen: tuple[Rulebook, str] | None = None
        self._marked: list[str] = []
        self._dice = False

    def compose(self) -> ComposeResult:
        """A list beside a page."""
        yield Bar(id="head")
        with Container(id="pair"):
            yield Lines("New game", empty="Reading the packs …", id="choices")
            yield Page("About", id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Paint first, and say so; then read the packs."""
        self.query_one(Lines).show(())
        self.show_head()
        self.call_after_refresh(self.read_packs)

    def read_packs(self) -> None:
        """Open every pack, a player's own and the shipped ones; one that cannot be read says why and the others stay."""
        for folder in known_packs():
            try:
                book = open_rulebook(folder)
            except PackError as error:
                self._faults.append(f"{folder.name} cannot be read. {error}")
            else:
                self._books[book.pack.header.id] = book
        self._show_list()

    def _show_list(self) -> None:
        lines = self.query_one(Lines)
        if self._chosen is None:
            lines.show(scenario_rows(teaching_first(self._books.values())))
        else:
            book, scenario = self._chosen
            lines.show(role_rows(book, book.pack.scenario[scenario], self._marked))
        self.show_page()
        self.show_head()
        self.show_foot()

    def show_head(self) -> None:
        """Where we are."""
        step = "choose a scenario"
        if self._chosen is not None:
            book, scenario = self._chosen
            dice = " · with dice" if self._dice else ""
            step = f"{book.pack.scenario[scenario].title} · choose a role{dice}"
        self.query_one("#head", Bar).show(
            BarLine((Word((("Armistice Table", "head"), (f" · new game · {step}", "quiet"))),))
        )

    def show_page(self) -> None:
        """Tell about what is under the cursor."""
        page, here = self.query_one(Page), self.query_one(Lines).pointed
        if self._chosen is not None and here:
            book, scenario = self._chosen
            page.show(role_page(book, book.pack.scenario[scenario], here, self._marked))
        elif here:
            book, found, _ = self._scenario(here)
            page.show(scenario_page(book, found))
        else:
            page.show([par(fault, "warning") for fault in self._faults])

    def _scenario(self, row: str) -> tuple[Rulebook, Scenario, str]:
        pack, _, id_ = row.partition("/")
        book = self._books[pack]
        return book, book.pack.scenario[id_], id_

    def warning(self) -> str:
        """A pack that cannot be read."""
        return self._faults[0] if self._faults else ""

    def status(self) -> BarLine:
        """What to do next."""
        text = (
            ("Enter chooses." if self._books else "")
            if self._chosen is None
            else "Enter begins the game; Space marks several roles for one keyboard."
        )
        return BarLine((Word(((text, "quiet"),)),))

    def moment(self) -> Moment:
        """What is under the cursor."""
        return Moment(
            "setup", row=bool(self.query_one(Lines).pointed), roles=self._chosen is not None,
            dice=self._chosen is not None and self._chosen[0].pack.header.play.dice,
        )  # fmt: skip

    def pointed(self, _: Lines, /) -> None:
        """The page follows the cursor."""
        self.show_page()

    def do_mark(self) -> None:
        """Mark a role for a person."""
        here = self.query_one(Lines).pointed
        if here in self._marked:
            self._marked.remove(here)
        else:
            self._marked.append(here)
        self._show_list()

    def do_dice(self) -> None:
        """With dice, or without."""
        self._dice = not self._dice
        self.show_head()
        self.say("Luck decides what comes to light." if self._dice else "Evidence adds up, and no dice are thrown.")

    def do_choose(self) -> None:
        """Take the scenario, or begin with the role."""
        here = self.query_one(Lines).pointed
        if self._chosen is None:
            book, _, id_ = self._scenario(here)
            self._chosen = (book, id_)
            self._show_list()
            self.query_one(Lines).point(next(iter(book.names.roles)))
            return
        book, scenario = self._chosen
        people = [role for role in book.names.actors if role in (self._marked or [here])]
        self.game.sit_down(*begun(book, scenario, people, self.game.folder, dice=self._dice), begun=True)

    def do_back(self) -> None:
        """To the scenarios, or to the menu."""
        if self._chosen is not None:
            self._chosen, self._marked, self._dice = None, [], False
            self._show_list()
        else:
            self.game.to_menu()
