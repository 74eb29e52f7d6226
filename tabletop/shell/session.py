"""A session: a table, its record, and the delegations that nobody plays.

Every shell drives a game through this, so that they cannot differ. What is sealed is on disk before
the next thing happens.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.record.branching import branch
from tabletop.record.format import Entry, RecordError, Seat
from tabletop.record.header import header_of
from tabletop.record.keeping import carried_out
from tabletop.record.reading import Record, read_record
from tabletop.record.replaying import Parting, rulebook_of, table_of
from tabletop.record.shelf import command_word
from tabletop.record.writing import Writer, create, go_on
from tabletop.rules.agreements.winset import HomeView
from tabletop.rules.happened import Event
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View, seen_events, view
from tabletop.table.commands import Answer, AnyCommand, Next, Open, Show, circulate, seal
from tabletop.table.drafts import Circulated, Says
from tabletop.table.table import Phase, Table

from .dilemmas import begun


@dataclass
class Session:
    """A game in progress."""

    table: Table
    seats: Mapping[str, Seat]
    writer: Writer | None
    """Where it is saved; `None` for a game nobody keeps."""
    entries: list[Entry] = field(default_factory=list)
    unsaved: str | None = None
    """What the disk said, while entries wait to be written."""

    @property
    def book(self) -> Rulebook:
        """The rules of the game."""
        return self.table.book

    @property
    def people(self) -> tuple[str, ...]:
        """Roles and desks that people play, in the pack's order."""
        return tuple(role for role in self.book.names.actors if self.seats[role].kind == "person")

    @property
    def to_seal(self) -> tuple[str, ...]:
        """People who have not sealed yet this turn."""
        return tuple(role for role in self.table.waiting_for if role in self.people)

    def view(self, role: str) -> View:
        """The position through a role's eyes."""
        return view(self.book, self.table.row, role)

    def begin(self) -> None:
        """The first dispatch of a new game."""
        self.next()

    def seal(self, role: str, orders: Orders) -> None:
        """A person's orders, sealed and saved. When nobody else is left to seal, the delegations do.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses them; nothing changes.
            ValueError: if a text is signed that is not on the table.
        """
        self._send(seal(role, orders, drafts=[each.draft for each in self.table.drafts]))
        self._seal_delegations()

    def circulate(self, role: str, draft: Draft, counters: int | None = None) -> None:
        """A person's draft, laid before those who would sign it; the delegations among them answer at once.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it; nothing changes.
        """
        self._send(circulate(draft, role, counters))
        self._talk()

    def answer(self, role: str, number: int, says: Says) -> None:
        """What a person says to a draft on the table. It binds nobody.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it; nothing changes.
        """
        self._send(Answer(role=role, number=number, says=says))
        self._talk()

    def show(self, role: str, number: int) -> None:
        """A person shows the other signers of a draft, with proof, how tight it is at home; they answer anew at once.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it; nothing changes.
        """
        self._send(Show(role=role, number=number))
        self._talk()

    def homes_shown(self, draft: Circulated, role: str) -> tuple[tuple[str, HomeView], ...]:
        """How a draft would fare at the homes that were shown about it; nothing for one who would not sign it."""
        return self.table.homes_shown(draft, role)

    def drafts_before(self, role: str) -> tuple[Circulated, ...]:
        """The drafts that a role may know of, in the order of their numbers."""
        return self.table.drafts_before(role)

    def open(self) -> None:
        """All seals open; the turn is worked out.

        Raises:
            OutOfTurn: if somebody has not sealed.
        """
        self._send(Open())

    def next(self) -> None:
        """Close the ledger and begin the next turn: the delegations talk, and seal at once if nobody plays."""
        self._send(Next())
        self._talk()
        self._seal_delegations()

    def save_waiting(self) -> None:
        """Try again to write what the disk refused."""
        if self.writer is not None and self.writer.waiting:
            try:
                self.writer.flush()
                self.unsaved = None
            except RecordError as error:
                self.unsaved = str(error)

    def catch_up(self) -> None:
        """After opening a record: let the delegations say and seal what they had not yet."""
        if self.table.phase is Phase.SETTING:
            self.begin()
        elif self.table.phase is Phase.TALKS:
            self._talk()
            self._seal_delegations()

    def events(self, turn: int) -> tuple[Event, ...]:
        """Everything that happened in a turn."""
        return tuple(kept.event() for entry in self.entries for kept in entry.events if kept.turn == turn)

    def seen(self, turn: int, role: str) -> tuple[Event, ...]:
        """What a role may know of a turn, and the choices it begins to face in it."""
        return (*seen_events(self.book, self.events(turn), role), *begun(self.book, self.entries, turn, role))

    @property
    def _doctrines(self) -> dict[str, str]:
        """The doctrine of every role that nobody plays, in the pack's order: a record may hold seats in another."""
        seats = ((role, self.seats[role]) for role in self.book.names.actors)
        return {role: seat.doctrine for role, seat in seats if seat.kind == "doctrine" and seat.doctrine is not None}

    def _talk(self) -> None:
        """The delegations table, counter and answer drafts until all is said."""
        while (word := next_word(self.table, self._doctrines)) is not None:
            self._send(word)

    def _seal_delegations(self) -> None:
        """When no person is left to seal, so that people can negotiate first."""
        if not self.to_seal:
            for role, doctrine in self._doctrines.items():
                if role in self.table.waiting_for:
                    self._send(sealed_by(self.table, role, doctrine, self.people))

    def _send(self, command: AnyCommand) -> None:
        entry = carried_out(self.table, command, len(self.entries) + 1)
        self.entries.append(entry)
        if self.writer is None:
            return
        try:
            self.writer.append(entry)
            self.unsaved = None
        except RecordError as error:
            self.unsaved = str(error)


def start(
    book: Rulebook, scenario: str, seed: int, seats: Mapping[str, Seat], path: Path | None, *, dice: bool = False
) -> Session:
    """A new game, its record begun, its first turn's dispatch told.

    Raises:
        RecordError: if the record cannot be begun.
        OutOfTurn: if there is no such scenario, or the pack is not played with dice.
    """
    table = Table(book, scenario, seed, dice=dice)
    writer = create(path, header_of(book, scenario, seed, seats, dice=dice)) if path is not None else None
    session = Session(table, seats, writer)
    session.begin()
    return session


def resume(path: Path, cache: Path | None = None) -> tuple[Session, str | None]:
    """A saved game where it was left, and a notice if its last line was cut short.

    Raises:
        RecordError: if the record cannot be read, nobody plays in it, or today's rules part from it.
        PackError: if the pack it carries cannot be read.
    """
    record = read_record(path)
    word = command_word(path)
    if record.header.watched_line:
        raise RecordError(
            f"{path.name} is a line of play that was watched; nobody sits at it. Look at it with `tabletop replay {word}`, "
            f"or take a seat in it with `tabletop branch {word} --turn 2 --as ROLE`."
        )
    if not record.header.people:
        raise RecordError(
            f"Nobody plays in {path.name}; doctrines have every role. Look at it with `tabletop replay {word}`, or take a "
            f"seat in it with `tabletop branch {word} --turn 2 --as ROLE`."
        )
    session, parting = session_of(record, go_on(path, record), cache)
    if parting is not None:
        branched = ", and branched before that entry" if parting.entry > 1 else ""
        raise RecordError(
            f"{path.name} was played by other rules: at entry {parting.entry} {parting.why}. "
            f"It can still be watched with `tabletop replay {word}`{branched}."
        )
    session.catch_up()
    return session, record.notice


def branch_off(path: Path, entry: int, to: Path, cache: Path | None = None, people: Iterable[str] = ()) -> Session:
    """A new game that leaves a record after one of its entries, ready to go on; `people` take seats in it.

    Raises:
        RecordError: if the record has no such entry, or the branch cannot be written or played.
    """
    record = read_record(path)
    writer = branch(record, path, entry, to, people)
    session, parting = session_of(read_record(to), writer, cache)
    if parting is not None:
        to.unlink()  # nothing was played in it
        mend = "Branch before it." if parting.entry > 1 else "It can still be watched: tabletop replay."
        raise RecordError(f"At entry {parting.entry} {parting.why}. {mend}")
    session.catch_up()
    return session


def session_of(record: Record, writer: Writer | None, cache: Path | None) -> tuple[Session, Parting | None]:
    """A record as a session, and where today's rules part from it."""
    book = rulebook_of(record.header, cache)
    table, parting = table_of(record, book)
    return Session(table, record.header.seats, writer, list(record.entries)), parting
