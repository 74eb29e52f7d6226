"""Drafting: from the row under the cursor to an order in the draft, and from the draft to the seal."""

from __future__ import annotations

from tabletop.rules.acts import Act
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.verdict import Level, Verdict
from tabletop.table.table import OutOfTurn

from .columns import Columns
from .desk import Desk
from .modals.breach import ConfirmBreach
from .panels.draft import draft_page
from .panels.verdict import breach_page
from .widgets.lines import Lines
from .widgets.page import Page


class Drafting(Columns):
    """A stage at which a player drafts. A breach is confirmed once more; nothing else is."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.desk = desk
        self._asked_to_seal = False
        """Whether a seal that leaves something undone was asked about already."""

    def fill(self, panel: str) -> None:
        """Put a panel's rows in it."""

    def open_talks(self, at: str = "") -> None:
        """To the talks, at one text."""

    def pointed(self, lines: Lines, /) -> None:
        """Moving on is thinking again about the seal."""
        self._asked_to_seal = False
        super().pointed(lines)

    def show_draft(self) -> None:
        """The draft, at the sizes that have room for it."""
        self.query_one("#draft", Page).show(draft_page(self.desk.book, self.desk.view, self.desk.draft, self.desk.due))

    def do_choose(self) -> None:
        """Draft an act, open a move's ways, or change an answer."""
        id_ = self.lines().pointed
        if self.panel.id == "moves":
            self.choose_move(id_)
        elif self.panel.id == "inbox" and self.desk.act(id_) is None:
            self.open_talks(f"deal:{id_.removeprefix('duty:').partition('.')[0]}" if id_.startswith("duty:") else id_)
        elif self.panel.id == "inbox":
            now = dict(self.desk.draft.answers).get(id_)
            self._reply({None: True, True: False, False: None}[now])
        else:
            self.do_why()

    def choose_move(self, id_: str) -> None:
        """Draft the act of a row, or open its ways."""
        move, act = self.desk.ways(id_), self.desk.act(id_)
        if move is not None:
            self.desk.open_or_close(move)
            self.fill("moves")
            self.show_answer()
        elif act is not None:
            verdict = self.desk.verdict(act)
            consent = verdict.level == Level.CONSENT
            if verdict.level == Level.BREACH or (consent and not verdict.may_ask):
                self._confirm(act, verdict)
            else:
                self._take(act, ask=consent)

    def do_anyway(self) -> None:
        """Do what needs consent without it."""
        act = self.desk.act(self.lines().pointed)
        if act is not None:
            self._confirm(act, self.desk.verdict(act))

    def _confirm(self, act: Act, verdict: Verdict) -> None:
        def answered(sure: bool | None) -> None:
            if sure:
                self._take(act, knowing=True)
            else:
                self.say("Nothing was drafted.")

        page = breach_page(self.desk.book, self.desk.view, act, verdict)
        self.game.push_screen(ConfirmBreach(page), answered)

    def _take(self, act: Act, *, ask: bool = False, knowing: bool = False) -> None:
        try:
            self.desk.take(act, ask=ask, knowing=knowing)
        except IllegalOrder as refusal:
            self.say(str(refusal))
        else:
            self._drafted()

    def do_yes(self) -> None:
        """Answer yes."""
        self._reply(True)

    def do_no(self) -> None:
        """Answer no."""
        self._reply(False)

    def _reply(self, says: bool | None) -> None:
        act = self.desk.act(self.lines("inbox").pointed)
        if act is not None:
            self.desk.reply(act, says)
            self._drafted()

    def do_undo(self) -> None:
        """Take back the act under the cursor, or what was drafted last."""
        self.desk.undo(self.desk.act(self.lines("moves").pointed) if self.panel.id == "moves" else None)
        self._drafted()

    def _drafted(self) -> None:
        """The draft is another: on disk, and on the screen."""
        self.desk.keep()
        self.show_drafted()

    def show_drafted(self) -> None:
        """The draft, wherever it shows."""
        self._asked_to_seal = False
        self.fill("moves")
        self.fill("inbox")
        self.show_answer()
        self.show_draft()
        self.show_head()
        self.show_foot()

    def do_seal(self) -> None:
        """Seal the turn; asks again if something was left undone."""
        undone = self.desk.undone()
        if undone and not self._asked_to_seal:
            self._asked_to_seal = True
            self.say(f"{undone} Press s again to seal all the same.")
            return
        try:
            self.desk.seal()
        except (IllegalOrder, OutOfTurn) as refusal:
            self.say(str(refusal))
        else:
            self.game.proceed()
