"""The table: moves and their verdict, tracks, law, ledger and inbox, for one role during talks."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType

from tabletop.shell.looking_back import turn_name
from tabletop.shell.moment import Moment
from tabletop.shell.words import MARKS
from tabletop.tui.columns import Panel
from tabletop.tui.drafting import Drafting
from tabletop.tui.panels.draft import budget, draft_words
from tabletop.tui.panels.lesson import lesson_page, lesson_title
from tabletop.tui.panels.tracks import meters, track_rows
from tabletop.tui.screens.brief import BriefScreen
from tabletop.tui.screens.frame import TABLE_PANELS, table_nodes
from tabletop.tui.stage import bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import Par


class TableScreen(Drafting):
    """One player's turn."""

    PLACE = "table"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("table")
    AUTO_FOCUS = "#moves"
    found_in = "moves"
    PANELS: ClassVar[tuple[Panel, ...]] = TABLE_PANELS

    def compose(self) -> ComposeResult:
        """The panels; a lesson above the moves, if there is one."""
        yield from table_nodes([Page(id="lesson")] if self.desk.lessons else ())

    def on_mount(self) -> None:
        """Fill every panel once."""
        self.query_one("#draft", Page).can_focus = False
        self.show_lesson()
        for panel in self.PANELS:
            self.fill(panel.id)
        self.show_draft()
        self.show_head()
        self.show_answer()

    # ---- what is shown ----

    def fill(self, panel: str) -> None:
        """Put a panel's rows in it."""
        lines = self.lines(panel)
        match panel:
            case "moves":
                lines.show(self.desk.move_rows())
            case "law":
                lines.show(self.desk.law_rows())
            case "tracks":
                lines.show(track_rows(self.desk.readings))
            case "ledger":
                lines.show(self.desk.ledger_rows())
            case "inbox":
                lines.show(self.desk.inbox_rows())

    def moment(self) -> Moment:
        """What is under the cursor, and what is drafted."""
        id_ = self.lines().pointed if self.is_mounted else ""
        act = self.desk.act(id_) if self.panel.id == "moves" else None
        return Moment(
            "table", self.panel.id, row=bool(id_), ways=1 if self.desk.ways(id_) else 0,
            verdict=self.desk.verdict(act) if act else None,
            drafted=self.desk.draft.pieces, taken=act in self.desk.draft.acts, others=len(self.desk.session.to_seal) > 1,
            lessons=len(self.desk.lessons), tries=self.desk.tried() is not None,
            saved=self.desk.session.writer is not None, texts=self.desk.book.layout is not None,
            text="draft" if self.panel.id == "inbox" and id_ and self.desk.act(id_) is None else "",
        )  # fmt: skip

    def warning(self) -> str:
        """What the disk refused."""
        return self.desk.session.unsaved or ""

    def status(self) -> BarLine:
        """The draft, and what is left to spend."""
        desk = self.desk
        filtered = f"only {MARKS[desk.only].word} · " if desk.only is not None else ""
        right = Word(((f"{filtered}{budget(desk.book, desk.view, desk.draft)}", "quiet"),))
        return BarLine(draft_words(desk.book, desk.draft), (right,))

    def show_lesson(self) -> None:
        """The open lesson above the moves, as high as it is long; nothing where none is open."""
        for page in self.query("#lesson").results(Page):
            lesson, tried = self.desk.lesson, self.desk.tried()
            page.can_focus = False
            page.set_class(lesson is None, "-away")
            if lesson is not None:
                number, of = self.desk.reading + 1, len(self.desk.lessons)
                page.border_title = lesson_title(number, of, tries=tried is not None)
                page.show(lesson_page(self.desk.book, lesson, tried, self.desk.draft))
                page.refresh(layout=True)

    def show_draft(self) -> None:
        """The draft, and the lesson that asked for it."""
        super().show_draft()
        self.show_lesson()

    def show_head(self) -> None:
        """Where and when we are; the tabs; the tracks that are always in view."""
        desk, table = self.desk, self.desk.session.table
        scenario = desk.book.pack.scenario[table.scenario]
        dice = " · with dice" if desk.book.with_dice(table.row) else ""
        when = f" · {scenario.title} · {turn_name(desk.book, table.scenario, table.turn)}{dice}"
        title = Word((("Armistice Table", "head"), (when, "quiet")))
        who = Word(
            ((f"turn {table.turn}/{scenario.turns} · ", "quiet"), (desk.book.pack.actors[desk.role].short, "strong"))
        )
        self.query_one("#head", Bar).show(
            BarLine((title,), (who,)), BarLine(self.tabs(), gap=3), meters(desk.book, desk.readings)
        )
        self.query_one("#rooms", Bar).show(BarLine(self.tabs("right"), gap=3))

    def badge(self, panel: Panel, /) -> str:
        """Questions without an answer, drafts that were not looked at, and steps due."""
        waiting = self.desk.unanswered + len(self.desk.unread) + len(self.desk.due)
        return str(waiting) if panel.id == "inbox" and waiting else ""

    def answer_title(self) -> str:
        """Over the moves the answer is a verdict."""
        return "Verdict" if self.panel.id == "moves" else self.panel.title

    def answer(self) -> Iterable[Par]:
        """The answer to whatever the cursor is on."""
        return self.desk.page(self.panel.id, self.lines().pointed)

    def sought(self, lines: Lines, /) -> None:
        """Filter a list by what was typed."""
        self.desk.sought[str(lines.id)] = lines.sought
        self.fill(str(lines.id))
        self.show_answer()

    def go_to_move(self, move: str) -> None:
        """Put the cursor on a move, from the palette."""
        self.desk.only, self.desk.sought["moves"], self.lines("moves").sought = None, "", ""
        self.go("moves")
        self.fill("moves")
        self.lines().point(self.desk.row_of(move))
        self.show_answer()

    def do_back(self) -> None:
        """Close the verdict, clear what was found, or go back to the moves."""
        if self.desk.only is not None and self.panel.id == "moves" and not self.why_open and not self.lines().sought:
            self.desk.only = None
            self.fill("moves")
            self.show_answer()
        elif self.closed_something():
            return
        elif self.desk.lesson is not None:
            self.desk.reading = len(self.desk.lessons)
            self.show_lesson()
        else:
            self.say("F4 leaves for the menu, Ctrl+Q leaves the program; the game is saved either way.")

    def do_filter(self) -> None:
        """Show the moves of one level only."""
        self.desk.next_filter()
        if self.panel.id != "moves":
            self.go("moves")
        self.fill("moves")
        self.show_answer()

    def do_lesson(self) -> None:
        """The next lesson of this turn; after the last it is put away."""
        self.desk.next_lesson()
        self.show_lesson()
        if self.desk.lesson is None:
            self.say("Put away. h shows it again.")

    def do_try(self) -> None:
        """To the move that the open lesson asks for."""
        tried = self.desk.tried()
        if tried is not None:
            self.go_to_move(tried.id)

    def do_talks(self) -> None:
        """To the talks."""
        self.open_talks()

    def open_talks(self, at: str = "") -> None:
        """To the talks, at one text; what was drafted there shows here afterwards."""
        from .talks import TalksScreen  # noqa: PLC0415 - many a turn passes without talks

        self.game.push_screen(self.game.fitted(TalksScreen(self.desk, at)), lambda _: self.show_drafted())

    def do_aims(self) -> None:
        """Read the brief again."""
        self.game.push_screen(BriefScreen(self.desk.session, self.desk.role))
