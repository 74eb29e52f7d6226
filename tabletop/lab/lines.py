"""Lines: a line of play carried out at a table, turn by turn, and whether its hallmarks held.

A line goes through a table like any game, so that nothing is possible in it that a player could not do.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from tabletop.pack.lines import Denied, Line, LineTurn
from tabletop.record.format import Entry, Seat
from tabletop.record.keeping import carried_out
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.position import FAR, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.table.commands import AnyCommand, Next, Open, Seal, circulate
from tabletop.table.table import Table

from .line_marks import Mark, holds
from .line_orders import draft_of, sealing


@dataclass(frozen=True, slots=True)
class TurnPlayed:
    """One turn of a line."""

    turn: int
    says: str
    """The line's commentary; empty where it has none."""
    entries: tuple[Entry, ...]
    """Its commands and what they brought, as a record keeps them."""
    talks: Row
    """The position in which the orders were sealed."""
    row: Row
    """The position when the turn is over."""
    over: bool
    """Whether the game has ended."""
    left_out: tuple[str, ...]
    """What the line would do and a refusal has made impossible, as sentences."""
    marks: tuple[Mark, ...] = ()

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened in the turn."""
        return tuple(kept.event() for entry in self.entries for kept in entry.events)

    @property
    def seals(self) -> tuple[Seal, ...]:
        """What every role sealed."""
        return tuple(entry.command for entry in self.entries if isinstance(entry.command, Seal))


@dataclass(slots=True)
class _Playing:
    """A line at a table."""

    table: Table
    line: Line
    denied: Denied | None
    written: int = 0
    entries: list[Entry] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    def send(self, command: AnyCommand) -> None:
        """Carry out a command. In a denied line what the table refuses is left out, and said."""
        turn = self.table.turn
        try:
            self.entries.append(carried_out(self.table, command, self.written + len(self.entries) + 1))
        except IllegalOrder as refusal:
            if self.denied is None:
                raise IllegalOrder(f"Line {self.line.code}, turn {turn}: {refusal}") from None
            self.left_out.append(str(refusal))


def play_line(book: Rulebook, line: Line, *, denied: bool = False) -> Iterator[TurnPlayed]:
    """Play a line to the last turn that it speaks of, or to the end of the game if that comes first.

    Raises:
        IllegalOrder: if the table refuses an order of the line, naming line and turn. In a denied line such
            an order is left out instead: the gap that a refusal leaves is what the line shows.
        ValueError: if a line that has no denied variant is to be denied.
    """
    if denied and line.denied is None:
        raise ValueError(line.code)
    playing = _Playing(Table(book, line.scenario, line.seed), line, line.denied if denied else None)
    hallmarks = line.denied.hallmark if denied and line.denied is not None else line.hallmark
    turns = {turn.turn: turn for turn in line.turn}
    while not book.over(playing.table.row) and playing.table.turn <= line.length:
        played = _turn(playing, turns.get(playing.table.turn))
        now = [mark for mark in hallmarks if mark.turn == played.turn]
        never = [mark for mark in hallmarks if played.over and mark.turn > played.turn]
        marks = [Mark(mark, holds(book, mark, played.row, played.events)) for mark in now]
        yield replace(played, marks=(*marks, *(Mark(mark, held=False) for mark in never)))


def seats_of(book: Rulebook, line: Line) -> dict[str, Seat]:
    """Who sits where in the record of a line: a script everywhere, and the doctrines that a branch goes on with."""
    doctrines = book.pack.scenario[line.scenario].doctrines
    return {role: Seat(kind="script", doctrine=doctrines[role]) for role in book.names.actors}


def _parts_at(denied: Denied | None) -> int:
    """The first turn in which a denied line is another than the line; its commentary fits no more from there on."""
    if denied is None:
        return FAR
    changed = [no.turn for no in denied.refuses] + [one.turn for one in denied.withholds]
    changed += [one.turn for one in denied.unsigned] + [one.turn for one in denied.betrays]
    return min(changed, default=FAR)


def _turn(playing: _Playing, written: LineTurn | None) -> TurnPlayed:
    """Play one turn; without anything written, everybody does what a line leaves open."""
    table, book, number = playing.table, playing.table.book, playing.table.turn
    turn = written if written is not None else LineTurn(turn=number, says="-")
    playing.entries, playing.left_out = [], []
    playing.send(Next())
    talks = table.row
    for each in turn.drafts:
        draft = draft_of(book, each)
        playing.send(circulate(draft, draft.by))
    for role in table.waiting_for:
        sealed = sealing(table, playing.line, turn, role, playing.denied)
        playing.left_out += sealed.left_out
        playing.send(sealed.command)
    playing.send(Open())
    playing.written += len(playing.entries)
    says = written.says if written is not None and number < _parts_at(playing.denied) else ""
    return TurnPlayed(
        number, says, tuple(playing.entries), talks, table.row, book.over(table.row), tuple(playing.left_out)
    )
