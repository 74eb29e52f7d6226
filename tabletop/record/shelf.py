"""The shelf: where a player's records stand. Nothing is read here, so that asking costs nothing."""

from __future__ import annotations

import os
from pathlib import Path
from shlex import quote

from platformdirs import user_cache_path, user_data_path

from tabletop.pack.shipped import packs_folder

APP = "armistice-tabletop"


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


def command_word(path: Path) -> str:
    """How a command names a record: by its name alone among the saved games, elsewhere with its folder."""
    here = path.absolute().parent == saves_folder().absolute()
    return quote(path.name if here else str(path))


def free_name(folder: Path, stem: str) -> Path:
    """A file name that is not taken: `mar-a-lago-2017-rok.jsonl`, then `-2`, `-3` ..."""
    path, number = folder / f"{stem}.jsonl", 2
    while path.exists():
        path, number = folder / f"{stem}-{number}.jsonl", number + 1
    return path
