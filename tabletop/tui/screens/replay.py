"""The replay: one cursor moves entry, tracks and law together."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container

from tabletop.shell.lawbook import lawbook, provision_line
from tabletop.shell.ledger import ledger
from tabletop.shell.looking_back import turn_name
from tabletop.shell.moment import Moment
from tabletop.shell.readings import readings
from tabletop.shell.text_telling import deal_lines, draft_lines, living
from tabletop.shell.watching import Reel
from tabletop.tui.columns import Columns, Panel
from tabletop.tui.opening import branched
from tabletop.tui.panels.law import law_page, law_rows
from tabletop.tui.panels.ledger import ledger_page, ledger_rows, line_at
from tabletop.tui.panels.papers import deal_rows, draft_rows
from tabletop.tui.panels.sealed import sealed_page, sealed_rows
from tabletop.tui.panels.tracks import meters, track_page, track_rows
from tabletop.tui.stage import bindings_of
from tabletop.tui.widgets.bar import Bar, BarLine, Word
from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import Par, par


class ReplayScreen(Columns):
    """A game watched again."""

    PLACE = "replay"
    BINDINGS: ClassVar[list[BindingType]] = bindings_of("replay")
    AUTO_FOCUS = "#ledger"
    found_in = "ledger"
    PANELS: ClassVar[tuple[Panel, ...]] = (
        Panel("ledger", "Entry", "middle", "e"),
        Panel("law", "Law", "right", "l"),
        Panel("tracks", "Tracks", "left", "t"),
        Panel("texts", "Texts", "right", "x"),
    )

    def __init__(self, reel: Reel, path: Path) -> None:
        super().__init__()
        self.reel, self._path = reel, path
        self._people = [role for role, seat in reel.record.header.seats.items() if seat.kind == "person"]

    def compose(self) -> ComposeResult:
        """As at the table, without moves."""
        yield Bar(id="head", classes="-table -replay")
        with Container(id="body"):
            with Container(id="left"):
                yield Lines("Tracks", id="tracks")
            with Container(id="right"):
                yield Lines("Law", findable=True, id="law", classes="-open")
                yield Lines("Texts", empty="No text lies on the table, and none is signed.", id="texts")
            with Container(id="middle", classes="-front"):
                yield Lines("Entry", empty="Nothing happened that these eyes could see.", findable=True, id="ledger")
                yield Page("About", id="answer")
        yield Bar(id="foot")

    def on_mount(self) -> None:
        """Begin at the first entry."""
        self.reel.step(1)
        self.show_entry()

    def show_entry(self) -> None:
        """Everything at the entry under the cursor."""
        reel = self.reel
        before = tuple(reel.before)
        self._readings = readings(reel.book, reel.view, before, everybody=reel.everything)
        self._law = lawbook(reel.book, reel.view, before)
        self._parts = ledger(reel.book, reel.events)
        self.lines("tracks").show(track_rows(self._readings))
        self.lines("law").show(law_rows(self._law, self.lines("law").sought))
        self._deals = living(reel.book, reel.view)
        drafts = draft_rows(reel.book, reel.drafts, eyes=None if reel.everything else reel.role)
        self.lines("texts").show((*drafts, *deal_rows(reel.book, self._deals)))
        rows = (
            sealed_rows(reel.says, reel.sealed)
            if not self._parts
            else ledger_rows(self._parts, sought=self.lines("ledger").sought)
        )
        self.lines("ledger").show(rows)
        self.show_head()
        self.show_answer()
        self.show_foot()

    def show_head(self) -> None:
        """The record, the turns with their marks, and where we are."""
        reel = self.reel
        header = reel.record.header
        eyes = "all eyes" if reel.everything else f"through the eyes of {reel.book.pack.actors[reel.role].short}"
        with_dice = " · with dice" if header.dice else ""
        title = Word(
            (
                ("Replay", "head"),
                (
                    f" · {header.scenario_title}{with_dice} · {turn_name(reel.book, header.scenario, reel.turn)}",
                    "quiet",
                ),
            )
        )
        where = Word(((f"entry {reel.at}/{len(reel.entries)} · ", "quiet"), (eyes, "strong")))
        turns = BarLine(tuple(self._turn_word(turn) for turn in reel.turns), gap=2)
        tabs = BarLine(
            self.tabs(), meters(reel.book, self._readings).left[: 2 if self.has_class("-small") else 3], gap=2
        )
        self.query_one("#head", Bar).show(BarLine((title,), (where,)), turns, tabs)

    def _turn_word(self, turn: int) -> Word:
        mark = "✗" if self.reel.breached_in(turn) else ""
        here = self.reel.at > 0 and turn == self.reel.turn
        text = f"[T{turn}]" if here else f"T{turn}"
        return Word(((text, "strong" if here else "quiet"), (mark, "breach")), f"turn:{turn}")

    def moment(self) -> Moment:
        """Where the cursor is."""
        reel, row = self.reel, bool(self.lines().pointed) if self.is_mounted else False
        return Moment(
            "replay", self.panel.id, row=row, earlier=reel.at > 0, later=reel.at < len(reel.entries),
            eyes=reel.may_switch, seat=bool(self._people) or not reel.everything,
        )  # fmt: skip

    def status(self) -> BarLine:
        """What the entry is."""
        return BarLine((Word(((self.reel.says, ""),)),), (Word(((self._path.name, "quiet"),)),))

    def answer(self) -> Iterable[Par]:
        """About the row under the cursor."""
        reel, id_ = self.reel, self.lines().pointed
        match self.panel.id:
            case "law" if id_:
                return law_page(reel.book, provision_line(reel.book, reel.view, id_, tuple(reel.before)))
            case "tracks" if id_:
                return track_page(self._readings, id_)
            case "texts" if id_:
                return self._text_page(id_)
            case "ledger" if not self._parts:
                return sealed_page(reel.says, reel.sealed)
            case "ledger" if line := line_at(self._parts, id_):
                return ledger_page(reel.book, line)
        return ()

    def _text_page(self, id_: str) -> Iterable[Par]:
        """A draft or a signed text, line by line."""
        reel, scenario = self.reel, self.reel.record.header.scenario
        drafts = {f"draft:{each.number}": draft_lines(reel.book, each.draft) for each in reel.drafts}
        deals = {f"deal:{deal.slot}": deal_lines(reel.book, scenario, reel.view, deal) for deal in self._deals}
        return tuple(par(line) for line in (drafts | deals).get(id_, ()))

    def sought(self, _: Lines, /) -> None:
        """Filter a list."""
        self.show_entry()

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A click on a turn goes there."""
        kind, _, turn = event.command.partition(":")
        if kind == "turn":
            event.stop()
            self.reel.to_turn(int(turn))
            self.show_entry()
        else:
            super().on_bar_pressed(event)

    def do_onward(self) -> None:
        """The next entry."""
        self.reel.step(1)
        self.show_entry()

    def do_backward(self) -> None:
        """The entry before."""
        self.reel.step(-1)
        self.show_entry()

    def do_turn_onward(self) -> None:
        """The next turn."""
        self.reel.step_turn(1)
        self.show_entry()

    def do_turn_backward(self) -> None:
        """The turn before."""
        self.reel.step_turn(-1)
        self.show_entry()

    def do_first(self) -> None:
        """The opening."""
        self.reel.at = 0
        self.show_entry()

    def do_last(self) -> None:
        """The last entry."""
        self.reel.at = len(self.reel.entries)
        self.show_entry()

    def do_eyes(self) -> None:
        """Look through other eyes."""
        self.reel.next_eyes()
        self.show_entry()

    def do_branch(self) -> None:
        """What if: play on from the turn under the cursor, in the seats people had, or in the one looked through."""
        people = self._people or [self.reel.role]
        self.game.sit_down(*branched(self._path, self.reel.turn, people, self.game.folder))

    def do_back(self) -> None:
        """Close what lies open, or go back to where the replay was opened; alone, it ends the program."""
        if self.closed_something():
            return
        if len(self.game.screen_stack) > 2:
            self.game.pop_screen()
        else:
            self.game.leave()
