"""The ending: which one it is, every role's score, and one's own explained line by line."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.shell.moment import Moment
from tabletop.shell.result import result
from tabletop.shell.session import Session
from tabletop.shell.words import points
from tabletop.tui.panels.ending import ending_page, score_rows
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page


class EndingScreen(Stage):
    """The end of a game."""

    PLACE = "ending"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("ending")

    def __init__(self, session: Session, role: str) -> None:
        super().__init__()
        self._session, self._role = session, role
        book, table = session.book, session.table
        self._results = {other: result(book, table.row, table.scenario, other) for other in book.names.roles}

    def compose(self) -> ComposeResult:
        """Scores beside the explanation."""
        yield Bar(id="head")
        with Container(id="pair"):
            yield Lines("Scores", id="choices")
            yield Page("How it was reckoned", id="about")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Show the end, the cursor on one's own role."""
        book, table = self._session.book, self._session.table
        scenario = book.pack.scenario[table.scenario]
        title = Word(
            (
                ("Armistice Table", "head"),
                (f" · {scenario.title} · the end, turn {table.turn} of {scenario.turns}", "quiet"),
            )
        )
        found = self._results.get(self._role)
        total = f" {points(found.score.total)}" if found is not None else ""
        own = Word(((f"{book.pack.actors[self._role].short}{total}", "strong"),))
        self.query_one("#head", Bar).show(BarLine((title,), (own,)))
        self.query_one(Lines).show(
            score_rows(book, self._results, self._session.people),
            at=self._role if found is not None else next(iter(self._results)),
        )
        self.show_score()

    def moment(self) -> Moment:
        """Where the cursor is."""
        return Moment("ending", row=True, saved=self._session.writer is not None)

    def warning(self) -> str:
        """What the disk refused."""
        return self._session.unsaved or ""

    def status(self) -> BarLine:
        """Where the game is kept."""
        kept = f"Saved as {self._session.writer.path.name}." if self._session.writer else "This game is not kept."
        return BarLine((Word(((kept, "quiet"),)),))

    def pointed(self, _: Lines, /) -> None:
        """The page follows the cursor."""
        self.show_score()

    def show_score(self) -> None:
        """Explain the score of the role under the cursor."""
        role = self.query_one(Lines).pointed
        if role:
            self.query_one(Page).show(ending_page(self._session.book, self._results[role]))

    def do_replay(self) -> None:
        """Watch the game again."""
        if self._session.writer is not None:
            self.game.open_replay(self._session.writer.path)

    def do_back(self) -> None:
        """To the menu."""
        self.game.to_menu()
