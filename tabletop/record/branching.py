"""Branching: what if — a new record that leaves another game after one of its entries."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tabletop.table.commands import Next

from .format import Header, Parent, RecordError, Seat
from .reading import Record
from .writing import Writer, create


def branch(record: Record, origin: Path, entry: int, path: Path, people: Iterable[str] = ()) -> Writer:
    """A new record that holds the game up to and with an entry, and names where it came from.

    Roles named in `people` are played by people from there on; the others keep their seats, and doctrines go on where
    a script ends.

    Raises:
        RecordError: if there is no such entry or role, or the new file cannot be written.
    """
    if not 0 <= entry <= len(record.entries):
        raise RecordError(f"{origin.name} has {len(record.entries)} entries; {entry} is not one of them.")
    parent = Parent(record=origin.name, entry=entry)
    going_on = {
        role: Seat(kind="doctrine", doctrine=seat.doctrine) if seat.kind == "script" else seat
        for role, seat in record.header.seats.items()
    }
    seats = {**going_on, **_taken(record.header, people)}
    writer = create(path, record.header.model_copy(update={"parent": parent, "seats": seats}))
    for kept in record.entries[:entry]:
        writer.waiting.append(kept)
    if writer.waiting:
        writer.flush()
    return writer


def entry_of_turn(record: Record, turn: int) -> int:
    """The entry with which a turn began, before anybody sealed in it.

    Raises:
        RecordError: if the game never reached that turn.
    """
    for entry in record.entries:
        if entry.turn == turn and isinstance(entry.command, Next):
            return entry.number
    last = max((entry.turn for entry in record.entries), default=0)
    raise RecordError(f"This game has no turn {turn}; it goes to turn {last}.")


def _taken(header: Header, people: Iterable[str]) -> dict[str, Seat]:
    taken = {}
    for role in people:
        if role not in header.seats:
            raise RecordError(f"There is no role {role!r} in this game. There are: {', '.join(header.seats)}.")
        taken[role] = Seat(kind="person")
    return taken
