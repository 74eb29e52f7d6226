"""The shelf: where a player's records stand, and what is on it."""

from __future__ import annotations

import os
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from platformdirs import user_cache_path, user_data_path

from tabletop.pack.shipped import packs_folder

from .format import Header, RecordError
from .reading import Record, read_record

APP = "armistice-tabletop"


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


def saves_folder() -> Path:
    """The folder named in `TABLETOP_SAVES`; else `saves/` in a checkout, or the platform's place for user data."""
    named = os.environ.get("TABLETOP_SAVES")
    if named:
        return Path(named).expanduser()
    root = packs_folder().parent
    if (root / "pyproject.toml").is_file():
        return root / "saves"
    return user_data_path(APP, appauthor=False) / "saves"


def rules_cache() -> Path:
    """Where compiled rules are kept between runs."""
    return user_cache_path(APP, appauthor=False) / "rules"


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


def free_name(folder: Path, stem: str) -> Path:
    """A file name that is not taken: `mar-a-lago-2017-rok.jsonl`, then `-2`, `-3` ..."""
    path, number = folder / f"{stem}.jsonl", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.jsonl", number + 1
    return path
