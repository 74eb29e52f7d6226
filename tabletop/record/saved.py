"""Saved: the games on a player's shelf, each with what its record says of itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from .format import Header, RecordError
from .reading import Record, read_record


@dataclass(frozen=True, slots=True)
class Saved:
    """One record on the shelf."""

    path: Path
    changed: datetime
    record: Record | None
    fault: str | None = None
    """Why it cannot be opened, if so."""

    @property
    def header(self) -> Header | None:
        """What the record says of itself."""
        return self.record.header if self.record is not None else None


def saved_games(folder: Path) -> list[Saved]:
    """Every record in a folder, the newest first; broken ones with what is wrong."""
    found = []
    paths = sorted(folder.glob("*.jsonl")) if folder.is_dir() else []
    for path in paths:
        changed = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        try:
            found.append(Saved(path, changed, read_record(path)))
        except RecordError as error:
            found.append(Saved(path, changed, None, str(error)))
    return sorted(found, key=lambda saved: saved.changed, reverse=True)
