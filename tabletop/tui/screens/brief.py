"""The brief: what a role is told, the public part and the one for its own eyes, and its aims."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tabletop.shell.session import Session
from tabletop.tui.panels.brief import brief_page
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.page import Page


class BriefScreen(Stage):
    """A role's papers."""

    PLACE = "brief"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("brief")

    def __init__(self, session: Session, role: str, then: Callable[[], object] | None = None) -> None:
        super().__init__()
        self._session, self._role, self._then = session, role, then

    def compose(self) -> ComposeResult:
        """One page."""
        yield Bar(id="head")
        yield Page(id="sheet")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Lay the brief open."""
        book, scenario = self._session.book, self._session.table.scenario
        role = book.pack.actors[self._role]
        title = book.pack.scenario[scenario].title
        self.query_one("#head", Bar).show(
            BarLine(
                (Word((("Armistice Table", "head"), (f" · {title} · brief for {role.name}", "quiet"))),),
                (Word(((role.short, "strong"),)),),
            )
        )
        self.query_one(Page).show(brief_page(book, scenario, self._role))

    def do_choose(self) -> None:
        """On with the game, or back to the table it was read from again."""
        if self._then is None:
            self.game.pop_screen()
        else:
            self._then()
            self.game.proceed()

    def do_back(self) -> None:
        """Esc closes the brief."""
        self.do_choose()
