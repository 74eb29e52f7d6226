"""Dilemmas: which choices a role faces in a game, and when one begins to be felt."""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.pack.dilemmas import Dilemma
from tabletop.pack.expressions import Scope, read
from tabletop.record.format import Entry
from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.table.commands import Next


def faced(book: Rulebook, role: str) -> tuple[Dilemma, ...]:
    """Every dilemma of a role, felt or not."""
    return tuple(dilemma for dilemma in book.pack.dilemma.values() if role in dilemma.roles)


def felt(book: Rulebook, row: Row, role: str) -> tuple[str, ...]:
    """The ids of those that a role feels in a position."""
    return tuple(
        id_
        for id_, dilemma in book.pack.dilemma.items()
        if role in dilemma.roles and book.holds(read(dilemma.when, book.names, Scope(actor=role), "truth"), row)
    )


def begun(book: Rulebook, entries: Sequence[Entry], turn: int, role: str) -> tuple[Event, ...]:
    """The dilemmas that a role feels in the talks of a turn and did not feel in the talks before, to be told.

    Those of the first turn stand in the brief.
    """
    talks = {entry.turn: entry.row for entry in entries if isinstance(entry.command, Next) and entry.row is not None}
    if turn not in talks or turn - 1 not in talks:
        return ()
    before = felt(book, talks[turn - 1], role)
    return tuple(
        Event(turn, "dispatch", f"dilemma:{id_}", f"Dilemma: {in_short(book.pack.dilemma[id_])}")
        for id_ in felt(book, talks[turn], role)
        if id_ not in before
    )


def in_short(dilemma: Dilemma) -> str:
    """A dilemma and its two horns in a line."""
    one, other = dilemma.horns
    return f"{dilemma.title}. {dilemma.says} {one.name}, or: {other.name}."
