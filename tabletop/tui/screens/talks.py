"""The talks: texts one writes, drafts on the table, signed texts; and what can be done about each."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.shell.looking_back import turn_name
from tabletop.shell.moment import Moment
from tabletop.shell.text_telling import text_name
from tabletop.tui.bargaining import Bargaining
from tabletop.tui.columns import Panel
from tabletop.tui.panels.draft import budget, draft_words
from tabletop.tui.stage import bindings_of
from tabletop.tui.talks_shown import doing_rows, notes_page, page, paper_rows, text_rows
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import GAP, Par
from tabletop.tui.writing import has_value


class TalksScreen(Bargaining):
    """One player's bargaining in one turn."""

    PLACE = "talks"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("talks")
    AUTO_FOCUS = "#papers"
    found_in = "text"
    PANELS: ClassVar[tuple[Panel, ...]] = (
        Panel("papers", "Texts", "left", "t"),
        Panel("text", "Text", "middle", "e"),
        Panel("doing", "What to do", "right", "d"),
    )

    def compose(self) -> ComposeResult:
        """Three lists, a page about the row under the cursor, and notes where there is room."""
        yield Bar(id="head", classes="-talks")
        with Container(id="body"):
            with Container(id="left", classes="-front"):
                yield Lines("Texts", id="papers")
            with Container(id="right"):
                yield Lines("What to do", empty="Nothing can be done here.", id="doing", classes="-open")
                yield Page("Law and home", id="notes")
            with Container(id="middle"):
                yield Lines("Text", findable=True, id="text")
                yield Page("About it", id="answer")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Fill every panel once."""
        self.query_one("#notes", Page).can_focus = False
        self.talks.look_at(self.talks.at)
        self.show_all()

    def on_resize(self) -> None:
        """Notes stand beside the answer or in it, as there is room."""
        self.show_answer()

    # ---- what is shown ----

    def show_all(self) -> None:
        """Everything, with the cursors where they were."""
        self.lines("papers").show(paper_rows(self.talks), at=self.talks.at)
        self.show_text()
        self.show_head()

    def show_text(self, at: str | None = None) -> None:
        """The text that is looked at, what can be done about it, and what is to be said of it."""
        text = self.lines("text")
        text.border_title = self._text_title()
        text.findable, text.sought = self._choosing, self.talks.sought
        text.show(text_rows(self.talks), at=at)
        self.show_doing()
        self.query_one("#notes", Page).show(notes_page(self.talks))

    def show_doing(self) -> None:
        """What can be done about the step under the cursor and about its text."""
        self.lines("doing").show(doing_rows(self.talks, self.lines("text").pointed))
        self.show_answer()

    def _text_title(self) -> str:
        talks = self.talks
        if talks.adding:
            return "Add a step"
        text = talks.deal or talks.text
        return text_name(talks.book, text) if text is not None else "Begin a text"

    def answer(self) -> Iterable[Par]:
        """About the row under the cursor; where there is no room for notes beside it, also those."""
        yield from page(self.talks, self.panel.id, self.lines().pointed)
        if self.has_class("-small") and self.talks.kind != "new":
            yield GAP
            yield from notes_page(self.talks)

    def answer_title(self) -> str:
        """What stands over the answer."""
        return {"papers": "In short", "text": "About it"}.get(self.panel.id, "What it does")

    def show_head(self) -> None:
        """Where and when we are; the tabs."""
        desk, table = self.desk, self.desk.session.table
        when = f" · talks · {turn_name(desk.book, table.scenario, table.turn)}"
        title = Word((("Armistice Table", "head"), (when, "quiet")))
        turns = desk.book.pack.scenario[table.scenario].turns
        who = Word(((f"turn {table.turn}/{turns} · ", "quiet"), (desk.book.pack.actors[desk.role].short, "strong")))
        self.query_one("#head", Bar).show(BarLine((title,), (who,)), BarLine(self.tabs(), gap=3))

    def badge(self, panel: Panel, /) -> str:
        """Drafts that were not looked at."""
        return str(len(self.desk.unread)) if panel.id == "papers" and self.desk.unread else ""

    def status(self) -> BarLine:
        """The draft of the orders, and what is left to spend."""
        desk = self.desk
        right = Word(((budget(desk.book, desk.view, desk.draft), "quiet"),))
        return BarLine(draft_words(desk.book, desk.draft), (right,))

    def warning(self) -> str:
        """What the disk refused."""
        return self.desk.session.unsaved or ""

    def moment(self) -> Moment:
        """What is under the cursor."""
        here, session = self.lines().pointed if self.is_mounted else "", self.desk.session
        return Moment(
            "talks", self.panel.id, row=bool(here), texts=True, text="new" if self._choosing else self.talks.kind,
            value=has_value(self.panel.id, here), changed=bool(self.talks.before), unshowable=self.talks.unshowable,
            saved=session.writer is not None, others=len(session.to_seal) > 1,
        )  # fmt: skip

    def pointed(self, lines: Lines, /) -> None:
        """The text follows the list of texts, and what can be done follows the text."""
        if lines.id == "papers":
            self.talks.look_at(lines.pointed)
            self.show_text(at="")
            self.show_head()
        elif lines.id == "text":
            self.show_doing()
        else:
            self.show_answer()

    def sought(self, lines: Lines, /) -> None:
        """Filter what can be chosen."""
        self.talks.sought = lines.sought
        self.show_text()

    @property
    def _choosing(self) -> bool:
        """Whether the text in the middle is a list of what can be begun from or added."""
        return self.talks.adding or self.talks.kind == "new"
