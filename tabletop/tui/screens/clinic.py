"""The legal clinic: a question on the page, its answers in the list."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.pack.faults import PackError
from tabletop.pack.shipped import known_packs
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.shell.clinic import Mark, Puzzle, draw, grade
from tabletop.shell.moment import Moment
from tabletop.shell.starting import open_rulebook
from tabletop.tui.panels.clinic import answer_page, choice_rows, level_rows, question_page, score_page
from tabletop.tui.panels.setup import scenario_page, scenario_rows
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.rows import Row

QUESTIONS = 12
CHANCES = 1_000_000


class ClinicScreen(Stage):
    """First a scenario, then question after question, then how it went."""

    PLACE = "clinic"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("clinic")
    AUTO_FOCUS = "#choices"

    def __init__(
        self, book: Rulebook | None = None, scenario: str = "", *, seed: int = 0, puzzles: Sequence[Puzzle] = ()
    ) -> None:
        super().__init__()
        self._book, self._scenario, self._seed = book, scenario, seed
        self._puzzles = tuple(puzzles)
        self._marks: list[Mark] = []
        self._step = "level" if book is not None else "scenario"
        self._books: dict[str, Rulebook] = {}
        self._faults: list[str] = []

    def compose(self) -> ComposeResult:
        """A list beside a page."""
        yield Bar(id="head")
        with Container(id="pair"):
            yield Lines("Scenario", empty="Reading the packs …", id="choices")
            yield Page("About", id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Paint first, then read the packs, if a scenario is still to be chosen."""
        if self._step == "scenario":
            self.query_one(Lines).show(())
            self.show_head()
            self.call_after_refresh(self.read_packs)
        else:
            self._go("level" if self._puzzles else "over")

    def read_packs(self) -> None:
        """Open every pack; one that cannot be read says why and the others stay."""
        for folder in known_packs():
            try:
                book = open_rulebook(folder)
            except PackError as error:
                self._faults.append(f"{folder.name} cannot be read. {error}")
            else:
                self._books[book.pack.header.id] = book
        self._go("scenario")

    def _go(self, step: str) -> None:
        """To another step: its rows, its page, its head and its foot."""
        self._step = step
        lines, page = self.query_one(Lines), self.query_one("#about", Page)
        lines.border_title, page.border_title = ("Scenario", "About") if step == "scenario" else ("Answer", "Question")
        lines.show(self._rows(), at="")
        self.show_page()
        self.show_head()
        self.show_foot()

    def _rows(self) -> Sequence[Row]:
        match self._step:
            case "scenario":
                return scenario_rows(tuple(self._books.values()))
            case "level":
                return level_rows()
            case "second" if self.puzzle.second is not None:
                return choice_rows(self.puzzle.second)
            case "told":
                last = len(self._marks) == len(self._puzzles)
                return (Row((("How it went" if last else "Next question", ""),), "next"),)
        return (Row((("Another round", ""),), "again"), Row((("Menu", ""),), "menu"))

    @property
    def puzzle(self) -> Puzzle:
        """The one that is asked or was just answered."""
        return self._puzzles[len(self._marks) - (self._step != "level")]

    def show_page(self) -> None:
        """Tell what is asked, or what the answer is."""
        page, here = self.query_one("#about", Page), self.query_one(Lines).pointed
        if self._step == "scenario":
            if here:
                book, id_ = self._pointed_scenario()
                page.show(scenario_page(book, book.pack.scenario[id_]))
        elif self._step == "level":
            page.show(question_page(self.puzzle))
        elif self._step == "over":
            page.show(score_page(self._marks))
        elif self._book is not None:
            page.show(answer_page(self._book, self._marks[-1], told=self._step == "told"))

    def show_head(self) -> None:
        """Where we are."""
        where = " · legal clinic · choose a scenario"
        if self._book is not None and self._step != "scenario":
            number = min(len(self._puzzles), len(self._marks) + (self._step == "level"))
            title = self._book.pack.scenario[self._scenario].title
            where = f" · legal clinic · {title} · seed {self._seed} · {number} of {len(self._puzzles)}"
        self.query_one("#head", Bar).show(BarLine((Word((("Armistice Table", "head"), (where, "quiet"))),)))

    def status(self) -> BarLine:
        """How it stands."""
        right = sum(mark.level for mark in self._marks)
        chooses = "Enter chooses." if self._book is not None or self._books else ""
        text = f"{right} of {len(self._marks)} verdicts right so far." if self._marks else chooses
        return BarLine((Word(((text, "quiet"),)),))

    def warning(self) -> str:
        """A pack that cannot be read."""
        return self._faults[0] if self._faults and self._step == "scenario" else ""

    def moment(self) -> Moment:
        """What is under the cursor, and whether a level is asked for."""
        panel = "levels" if self._step == "level" else ""
        return Moment("clinic", panel=panel, row=bool(self.query_one(Lines).pointed))

    def pointed(self, _: Lines, /) -> None:
        """While a scenario is chosen, the page follows the cursor."""
        if self._step == "scenario":
            self.show_page()

    def _pointed_scenario(self) -> tuple[Rulebook, str]:
        pack, _, id_ = self.query_one(Lines).pointed.partition("/")
        return self._books[pack], id_

    # ---- commands ----

    def do_choose(self) -> None:
        """Take what is under the cursor: a scenario, an answer, or the way on."""
        here = self.query_one(Lines).pointed
        match self._step:
            case "scenario":
                self._book, self._scenario = self._pointed_scenario()
                self._begin()
            case "level":
                self._answer(next(level for level in Level if level.word == here))
            case "second":
                last = self._marks[-1]
                self._marks[-1] = grade(last.puzzle, last.given, int(here))
                self._go("told")
            case "told":
                self._go("over" if len(self._marks) == len(self._puzzles) else "level")
            case "over" if here == "again":
                self._begin()
            case _:
                self.game.to_menu()

    def _begin(self) -> None:
        if self._book is None:
            return
        self._seed = secrets.randbelow(CHANCES)
        self._marks = []
        self._puzzles = draw(self._book, self._scenario, self._seed, len(self._puzzles) or QUESTIONS)
        self._go("level" if self._puzzles else "over")

    def _answer(self, level: Level) -> None:
        puzzle = self.puzzle
        self._marks.append(grade(puzzle, level))
        self._go("second" if puzzle.second is not None else "told")

    def do_permitted(self) -> None:
        """Answer: permitted."""
        self._answer(Level.PERMITTED)

    def do_consent(self) -> None:
        """Answer: needs consent."""
        self._answer(Level.CONSENT)

    def do_in_breach(self) -> None:
        """Answer: breach."""
        self._answer(Level.BREACH)

    def do_barred(self) -> None:
        """Answer: barred."""
        self._answer(Level.BARRED)

    def do_back(self) -> None:
        """What was answered so far is counted once; then to the menu."""
        if self._marks and self._step != "over":
            self._puzzles = self._puzzles[: len(self._marks)]
            self._go("over")
        else:
            self.game.to_menu()
