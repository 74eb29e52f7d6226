"""Branching: what if — a new record that leaves another game after one of its entries."""

from __future__ import annotations

from pathlib import Path

from .format import Parent, RecordError
from .reading import Record
from .writing import Writer, create


def branch(record: Record, origin: Path, entry: int, path: Path) -> Writer:
    """A new record that holds the game up to and with an entry, and names where it came from.

    Raises:
        RecordError: if there is no such entry, or the new file cannot be written.
    """
    if not 0 <= entry <= len(record.entries):
        raise RecordError(f"{origin.name} has {len(record.entries)} entries; {entry} is not one of them.")
    header = record.header.model_copy(update={"parent": Parent(record=origin.name, entry=entry)})
    writer = create(path, header)
    for kept in record.entries[:entry]:
        writer.waiting.append(kept)
    if writer.waiting:
        writer.flush()
    return writer
