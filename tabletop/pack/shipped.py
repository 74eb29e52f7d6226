"""Shipped: the packs that come with the program, those a player keeps elsewhere, and how one is found by name."""

from __future__ import annotations

import os
from importlib.resources import files
from pathlib import Path

from .faults import PackError, quoted
from .limits import HEADER_FILE, whole_file
from .spelling import did_you_mean

OWN_PACKS = "TABLETOP_PACKS"
"""The environment variable that names packs of one's own: folders of packs or packs, separated as in `PATH`."""


FIRST = "korea"
"""The pack this program is about; the small ones come after it."""


def packs_folder() -> Path:
    """Where the program's own packs are: `content` in a checkout, inside the package once installed."""
    package = Path(str(files("tabletop")))
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"


def shipped_packs() -> dict[str, Path]:
    """The folders of the program's own packs, by name, the one it is about first."""
    folder = packs_folder()
    found = sorted(folder.iterdir(), key=lambda path: (path.name != FIRST, path.name)) if folder.is_dir() else []
    return {path.name: path for path in found if (path / HEADER_FILE).is_file()}


def own_packs() -> dict[str, Path]:
    """The folders of the packs that `TABLETOP_PACKS` names, by name. What is no pack is passed over."""
    found: dict[str, Path] = {}
    for word in filter(None, os.environ.get(OWN_PACKS, "").split(os.pathsep)):
        try:
            place = Path(word).expanduser()
            for path in (place, *(sorted(place.iterdir()) if place.is_dir() else ())):
                if (path / HEADER_FILE).is_file():
                    found.setdefault(path.name, path)
        except (OSError, RuntimeError):
            continue
    return found


def known_packs() -> tuple[Path, ...]:
    """Every folder in which a scenario is looked for: a player's own packs first, then the shipped ones."""
    return (*own_packs().values(), *shipped_packs().values())


def find_pack(name_or_path: str) -> Path:
    """The folder of a pack, by name or by a path. A plain name prefers a shipped pack to one's own, and both to a path.

    Raises `PackError` if there is no such pack.
    """
    known = own_packs() | shipped_packs()
    if name_or_path in known:
        return known[name_or_path]
    try:
        path = Path(name_or_path).expanduser()
        found = name_or_path != "" and path.exists()
    except (OSError, ValueError, RuntimeError):
        found = False
    if found:
        return path.parent if path.name == HEADER_FILE else path
    remedy = did_you_mean(name_or_path, known) or (
        f"Name one of: {', '.join(known)}; or give the path of a pack's folder."
        if known
        else "Give the path of a pack's folder."
    )
    fault = whole_file(quoted(name_or_path), "There is no pack of this name and no such folder.", remedy)
    raise PackError([fault], name_or_path)
