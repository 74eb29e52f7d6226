"""Replaying: a record's commands run again, to go on with a game or to see whether the rules still agree."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tabletop.pack.load import read_pack
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.position import digest
from tabletop.rules.rulebook import Rulebook
from tabletop.table.table import OutOfTurn, Table

from .fitting import check_seats
from .format import Header, RecordError
from .reading import Record


@dataclass(frozen=True, slots=True)
class Parting:
    """Where today's rules and a record part."""

    entry: int
    why: str
    """A sentence's end, without its full stop."""


def rulebook_of(header: Header, cache: Path | None = None) -> Rulebook:
    """The rules a game was played by, from the pack the record carries.

    Raises:
        PackError: if the pack in the record is not whole.
        RecordError: if it is not the pack the header names.
    """
    origin = f"the pack in the record ({header.pack.id})"
    pack = read_pack(header.pack.files, origin, cache)
    if pack.digest != header.pack.digest:
        raise RecordError("Entry 0: the pack in this record is not the one its header names.")
    return Rulebook(pack, cache)


def table_of(record: Record, book: Rulebook) -> tuple[Table, Parting | None]:
    """The table as it stands after every entry, and the first entry at which today's rules part from it."""
    check_seats(record.header, book)
    table = Table(book, record.header.scenario, record.header.seed, dice=record.header.dice)
    for entry in record.entries:
        try:
            outcome = table.send(entry.command)
        except (IllegalOrder, OutOfTurn) as refusal:
            return table, Parting(entry.number, f"today's rules refuse it: {str(refusal).rstrip('.')}")
        if outcome.moved and entry.row is None:
            return table, Parting(entry.number, "the record keeps no row, and today's rules make a new one")
        if entry.phase != table.phase.value:
            return table, Parting(
                entry.number, f"the record is then in {entry.phase}, today's rules in {table.phase.value}"
            )
        if entry.row is not None and entry.row != table.row:
            return table, Parting(entry.number, _difference(book, entry.row, table.row))
    return table, None


def last_digest(record: Record, book: Rulebook) -> str:
    """Digest of the last row, or of the opening if nothing has happened."""
    rows = record.rows
    return digest(rows[-1][1] if rows else book.opening(record.header.scenario, dice=record.header.dice))


def _difference(book: Rulebook, kept: list[int], now: list[int]) -> str:
    if len(kept) != len(now):
        return f"the record's rows have {len(kept)} columns and today's {len(now)}"
    for column, old, new in zip(book.schema.columns, kept, now, strict=True):
        if old != new:
            return f"the record has {column.label} at {old}, today's rules make it {new}"
    return "the rows are equal"
