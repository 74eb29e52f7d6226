"""Scaffold: a pack to start from — the starter that comes with the program, or a copy of another pack."""

from __future__ import annotations

import json
import re
from importlib.resources import files
from pathlib import Path

from .faults import PackError, refused
from .folder import read_folder
from .limits import HEADER_FILE, whole_file
from .load import read_pack
from .model import Pack


def starter_folder() -> Path:
    """Where the small commented pack is that new ones are made from."""
    return Path(str(files("tabletop.pack"))) / "starter"


def new_pack(folder: Path, title: str | None = None, origin: Path | None = None) -> Pack:
    """Write a pack into a folder that is new or empty: the starter, or a copy of the one at `origin`.

    It gets an id from the folder's name, and a title of its own if one is given.
    Raises `PackError` if the folder is in use or cannot be written, or the title is no title.
    """
    _refuse_if_used(folder)
    texts = read_folder(origin if origin is not None else starter_folder())
    settings = {"id": id_for(folder.absolute().name)} | ({"title": title} if title is not None else {})
    texts[HEADER_FILE] = _with(texts[HEADER_FILE], settings)
    pack = read_pack(texts, str(folder))
    try:
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        what = f"The pack cannot be written here ({refused(error)})."
        raise _refusal(folder, what, "Choose another folder.") from None
    return pack


def id_for(name: str) -> str:
    """An id made from a folder's name: `My first pack` is `my-first-pack`."""
    return "-".join(re.findall(r"[a-z0-9]+", name.casefold()))[:60].strip("-") or "new-pack"


def _refuse_if_used(folder: Path) -> None:
    try:
        there = folder.exists() or folder.is_symlink()
        used = there and (not folder.is_dir() or any(folder.iterdir()))
    except (OSError, ValueError) as error:
        what = f"The folder cannot be read ({refused(error)})."
        raise _refusal(folder, what, "Choose another folder.") from None
    if used:
        what = "This folder is not empty." if folder.is_dir() else "This is a file, not a folder."
        raise _refusal(folder, what, "Name a folder that does not exist yet; nothing is ever overwritten.")


def _refusal(folder: Path, what: str, remedy: str) -> PackError:
    return PackError([whole_file(str(folder), what, remedy)])


def _with(header: str, settings: dict[str, str]) -> str:
    """The text of a header with some of its keys set anew, remarks and all else kept."""
    tables = re.search(r"^\s*\[", header, re.MULTILINE)
    end = tables.start() if tables else len(header)
    top, rest = header[:end], header[end:]
    for key, value in settings.items():
        line = re.search(rf"^{key}\s*=.*$", top, re.MULTILINE)
        if line is not None:
            top = f"{top[: line.start()]}{key} = {json.dumps(value, ensure_ascii=False)}{top[line.end() :]}"
    return top + rest
