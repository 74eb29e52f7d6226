"""Shipped: the packs that come with the program, and how one is found by name."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

from .faults import PackError, quoted
from .limits import whole_file
from .merge import HEADER_FILE
from .spelling import did_you_mean


def packs_folder() -> Path:
    """Where the program's own packs are: `content` in a checkout, inside the package once installed."""
    package = Path(str(files("tabletop")))
    installed = package / "content"
    return installed if installed.is_dir() else package.parent / "content"


def shipped_packs() -> dict[str, Path]:
    """The folders of the program's own packs, by name."""
    folder = packs_folder()
    found = sorted(folder.iterdir()) if folder.is_dir() else []
    return {path.name: path for path in found if (path / HEADER_FILE).is_file()}


def find_pack(name_or_path: str) -> Path:
    """The folder of a pack, by the name of a shipped one or by a path. A plain name prefers the shipped one.

    Raises `PackError` if there is no such pack.
    """
    shipped = shipped_packs()
    if name_or_path in shipped:
        return shipped[name_or_path]
    try:
        path = Path(name_or_path).expanduser()
        found = name_or_path != "" and path.exists()
    except (OSError, ValueError, RuntimeError):
        found = False
    if found:
        return path.parent if path.name == HEADER_FILE else path
    remedy = did_you_mean(name_or_path, shipped) or (
        f"Name one of: {', '.join(shipped)}; or give the path of a pack's folder."
        if shipped
        else "Give the path of a pack's folder."
    )
    fault = whole_file(quoted(name_or_path), "There is no pack of this name and no such folder.", remedy)
    raise PackError([fault], name_or_path)
