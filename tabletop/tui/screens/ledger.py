"""The ledger after a turn: what happened, what each thing changed, and where the tracks stand now."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.shell.ledger import ledger
from tabletop.shell.looking_back import turn_name
from tabletop.shell.moment import Moment
from tabletop.shell.readings import readings
from tabletop.shell.session import Session
from tabletop.shell.turns import row_before
from tabletop.tui.panels.ledger import ledger_page, ledger_rows, line_at
from tabletop.tui.panels.tracks import meters, track_rows
from tabletop.tui.stage import Stage, bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page


class LedgerScreen(Stage):
    """One turn, read out."""

    PLACE = "ledger"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("ledger")
    AUTO_FOCUS = "#events"
    found_in = "events"

    def __init__(self, session: Session, role: str, turn: int, then: Callable[[], None]) -> None:
        super().__init__()
        self._session, self._role, self._turn, self._then = session, role, turn, then
        self._parts = ledger(session.book, session.seen(turn, role))
        self._readings = readings(session.book, session.view(role), row_before(session))

    def compose(self) -> ComposeResult:
        """Tracks at the left where there is room; the ledger; the entry under the cursor."""
        yield Bar(id="head", classes="-ledger")
        with Container(id="body"):
            with Container(id="left"):
                yield Lines("Tracks", id="tracks")
            with Container(id="middle", classes="-front"):
                yield Lines("Ledger", empty="Nothing happened that you could see.", findable=True, id="events")
                yield Page("Entry", id="answer")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Read the turn out."""
        book, table = self._session.book, self._session.table
        name = turn_name(book, table.scenario, self._turn)
        turns = book.pack.scenario[table.scenario].turns
        title = Word((("Armistice Table", "head"), (f" · what happened in turn {self._turn}, {name}", "quiet")))
        who = Word(((f"turn {self._turn}/{turns} · ", "quiet"), (book.pack.actors[self._role].short, "strong")))
        self.query_one("#head", Bar).show(BarLine((title,), (who,)), meters(book, self._readings))
        self.query_one("#tracks", Lines).show(track_rows(self._readings))
        self.query_one("#events", Lines).show(ledger_rows(self._parts))
        self.show_entry()

    def warning(self) -> str:
        """What the disk refused."""
        return self._session.unsaved or ""

    def status(self) -> BarLine:
        """How to go on."""
        return BarLine(
            (Word((("All seals are open. ", "quiet"), ("Enter", "key"), (" begins the next turn.", "quiet"))),)
        )

    def moment(self) -> Moment:
        """Where the cursor is."""
        return Moment("ledger", saved=self._session.writer is not None)

    def pointed(self, lines: Lines, /) -> None:
        """The page follows the cursor."""
        if lines.id == "events":
            self.show_entry()

    def sought(self, lines: Lines, /) -> None:
        """Filter the ledger."""
        if lines.id == "events":
            lines.show(ledger_rows(self._parts, sought=lines.sought))
            self.show_entry()

    def show_entry(self) -> None:
        """Explain the entry under the cursor."""
        line = line_at(self._parts, self.query_one("#events", Lines).pointed)
        self.query_one("#answer", Page).show(ledger_page(self._session.book, line) if line is not None else ())

    def do_choose(self) -> None:
        """Go on: to the next turn, or to this player's own table."""
        self._then()
        self.game.proceed()

    def do_back(self) -> None:
        """Clear what was found."""
        events = self.query_one("#events", Lines)
        if events.sought:
            events.sought = ""
            self.sought(events)
        else:
            self.say("Enter goes on to the next turn. F4 leaves for the menu; the game is saved.")
