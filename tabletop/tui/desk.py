"""The desk: what lies before one player during one turn's talks. No widgets, so it can be tested as it is."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.pack.scenarios import Lesson
from tabletop.rules.acts import Act
from tabletop.rules.orders import Order
from tabletop.rules.telling import sentence
from tabletop.rules.texts.deal import Deal
from tabletop.rules.verdict import Level, Verdict
from tabletop.shell.composing import MoveLine, Unsealed, add, answer, matching, move_lines, take_back, verdict_of
from tabletop.shell.falling_due import due_now
from tabletop.shell.lawbook import lawbook, provision_line
from tabletop.shell.ledger import LedgerPart, ledger
from tabletop.shell.lessons import lessons, tried_with
from tabletop.shell.looking_back import turn_name
from tabletop.shell.readings import Reading, readings
from tabletop.shell.session import Session
from tabletop.shell.text_telling import living
from tabletop.shell.turns import row_before
from tabletop.shell.unsealed_kept import Paper, keep_unsealed, kept_papers, kept_unsealed
from tabletop.table.drafts import Circulated
from tabletop.tui.panels.inbox import inbox_rows, question_page, talk_page, talk_rows
from tabletop.tui.panels.law import law_page, law_rows
from tabletop.tui.panels.ledger import ledger_page, ledger_rows, line_at
from tabletop.tui.panels.moves import move_rows
from tabletop.tui.panels.tracks import track_page
from tabletop.tui.panels.verdict import verdict_page, ways_page
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

FILTERS: tuple[Level | None, ...] = (None, *Level)


class Desk:
    """One player's papers: the view, the moves, the law, and the draft."""

    def __init__(self, session: Session, role: str) -> None:
        self.session, self.role, self.book = session, role, session.book
        self.view = session.view(role)
        before = row_before(session)
        self.before = tuple(before) if before is not None else None
        self.lines = move_lines(self.book, self.view)
        self.draft: Unsealed = kept_unsealed(session, role)
        self.papers: tuple[Paper, ...] = kept_papers(session, role)
        """The texts the player is writing."""
        self.read_drafts: set[tuple[int, tuple[str, ...]]] = set()
        """Drafts on the table that were looked at: the number of each, and whose homes had been shown about it by then."""
        self.deals: tuple[Deal, ...] = living(self.book, self.view)
        self.due = due_now(self.book, self.view)
        """Steps the player owes this turn."""
        self.opened: set[str] = set()
        self.only: Level | None = None
        self.sought: dict[str, str] = {}
        self.readings: tuple[Reading, ...] = readings(self.book, self.view, self.before)
        table = session.table
        self.lessons: tuple[Lesson, ...] = lessons(self.book, table.scenario, table.turn, role)
        self.reading = 0
        """Which lesson lies open; past the last one, none."""
        self.law = lawbook(self.book, self.view, self.before)
        self.ledgers: dict[int, tuple[LedgerPart, ...]] = {
            turn: ledger(self.book, session.seen(turn, role)) for turn in range(session.table.turn, 0, -1)
        }

    # ---- rows of each panel ----

    def move_rows(self) -> tuple[Row, ...]:
        """Moves, filtered by level and by what was typed; what is found lies open."""
        found = matching(self.lines, self.sought.get("moves", ""))
        return move_rows(self.book, found, opened=self.opened, only=self.only, drafted=self.draft.acts)

    def law_rows(self) -> tuple[Row, ...]:
        """The law, filtered by what was typed."""
        return law_rows(self.law, self.sought.get("law", ""))

    def ledger_rows(self) -> tuple[Row, ...]:
        """Every turn so far, the newest first."""
        rows: list[Row] = []
        for turn, parts in self.ledgers.items():
            found = ledger_rows(parts, f"{turn}:", self.sought.get("ledger", ""))
            if found:
                name = turn_name(self.book, self.session.table.scenario, turn)
                rows += [Row(((f"TURN {turn} · {name}", "quiet"),)), *found]
        return tuple(rows)

    def inbox_rows(self) -> tuple[Row, ...]:
        """What is asked of the role."""
        questions = inbox_rows(self.book, self.view, dict(self.draft.answers))
        talks = talk_rows(self.book, self.drafts, self.unread, self.due, dict(self.draft.duties))
        return (*questions, *talks)

    # ---- what a row stands for ----

    def act(self, id_: str) -> Act | None:
        """The act a row of the moves stands for, if it is one act."""
        return self.book.by_key.get(id_)

    def ways(self, id_: str) -> str | None:
        """The move a row stands for, if it can be made in several ways."""
        return id_.removeprefix("move:") if id_.startswith("move:") else None

    def verdict(self, act: Act) -> Verdict:
        """The full answer about an act."""
        return verdict_of(self.book, self.view, act)

    def row_of(self, move: str) -> str:
        """The row a move has in the list."""
        line = next(line for line in self.lines if line.id == move)
        return f"move:{move}" if len(line.acts) > 1 else line.acts[0].key

    def page(self, panel: str, id_: str) -> Iterable[Par]:
        """What to say about a row of a panel."""
        match panel:
            case "moves" if move := self.ways(id_):
                return ways_page(self.book, next(line for line in self.lines if line.id == move))
            case "moves" if act := self.act(id_):
                return verdict_page(self.book, self.view, act, self.verdict(act), drafted=act in self.draft.acts)
            case "law" if id_:
                return law_page(self.book, provision_line(self.book, self.view, id_, self.before))
            case "tracks" if id_:
                return track_page(self.readings, id_)
            case "ledger" if id_:
                turn, _, rest = id_.partition(":")
                line = line_at(self.ledgers.get(int(turn), ()), rest)
                return ledger_page(self.book, line) if line is not None else ()
            case "inbox" if act := self.act(id_):
                return question_page(self.book, self.view, act, dict(self.draft.answers))
            case "inbox" if id_:
                return talk_page(self.book, self.drafts, self.due, id_)
        return (par("Nothing is under the cursor.", "quiet"),)

    @property
    def lesson(self) -> Lesson | None:
        """The lesson that lies open."""
        return self.lessons[self.reading] if self.reading < len(self.lessons) else None

    def tried(self) -> MoveLine | None:
        """The move that the open lesson asks for."""
        return tried_with(self.lesson, self.lines) if self.lesson is not None else None

    def next_lesson(self) -> None:
        """Open the next lesson of this turn; after the last, none, and then the first again."""
        self.reading = (self.reading + 1) % (len(self.lessons) + 1)

    @property
    def drafts(self) -> tuple[Circulated, ...]:
        """The drafts on the table that lie before the player."""
        return self.session.table.drafts_before(self.role)

    @property
    def unread(self) -> tuple[int, ...]:
        """Drafts of others that were neither looked at nor answered, since they came or since a home was shown."""
        return tuple(
            each.number
            for each in self.drafts
            if each.role != self.role and _looked_at(each) not in self.read_drafts and self.role not in each.answers
        )

    @property
    def unanswered(self) -> int:
        """Questions without an answer in the draft."""
        return len(self.view.questions) - len(self.draft.answers)

    def undone(self) -> str:
        """What a seal would leave undone, as a sentence; empty if nothing."""
        undone = [] if self.draft.pieces > len(self.draft.answers) else ["no act is drafted"]
        if self.unanswered:
            undone.append(f"{self.unanswered} question{'s are' if self.unanswered > 1 else ' is'} unanswered")
        return f"{sentence(' and '.join(undone))}." if undone else ""

    # ---- what the player does ----

    def has_read(self, each: Circulated) -> None:
        """A draft was looked at, with all that has been shown about it so far."""
        self.read_drafts.add(_looked_at(each))

    def open_or_close(self, move: str) -> None:
        """Show or hide the ways of a move."""
        self.opened ^= {move}

    def next_filter(self) -> None:
        """Show the moves of the next level only; after the last, all."""
        self.only = FILTERS[(FILTERS.index(self.only) + 1) % len(FILTERS)]

    def take(self, act: Act, *, ask: bool = False, knowing: bool = False) -> None:
        """Draft an act.

        Raises:
            IllegalOrder: if it could not be sealed so.
        """
        self.draft = add(self.book, self.view, self.draft, Order(act, ask=ask, knowing=knowing))

    def reply(self, act: Act, says: bool | None) -> None:
        """Draft an answer.

        Raises:
            IllegalOrder: if this was not asked of the role.
        """
        self.draft = answer(self.book, self.view, self.draft, act, says)

    def undo(self, act: Act | None = None) -> None:
        """Take back an act that is drafted, or else the last one, or the last answer."""
        self.draft = take_back(self.draft, act)

    def keep(self) -> None:
        """Put the draft on disk, so that a crash loses nothing."""
        keep_unsealed(self.session, self.role, self.draft)

    def seal(self) -> None:
        """Seal the draft.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it; nothing changes.
        """
        self.session.seal(self.role, self.draft.sealed())
        keep_unsealed(self.session, self.role, Unsealed())


def _looked_at(each: Circulated) -> tuple[int, tuple[str, ...]]:
    return each.number, each.shown
