"""Folder: the files of a pack on disk, read only as far as they are safe to read."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

from .faults import Fault, PackError, quoted
from .limits import HEADER_FILE, MAX_FILE_BYTES, decoded, name_and_size_faults, whole_file

MAX_ENTRIES = 5_000
MAX_FOLDERS_DEEP = 6


def read_folder(folder: Path) -> dict[str, str]:
    """The text of every TOML file and brief of a pack, by its path inside the folder. Lines of play are left out.

    Raises `PackError` if the folder is missing, too large, or holds something that cannot be read as text.
    """
    return _texts(folder, _belongs)


def read_lines_folder(folder: Path) -> dict[str, str]:
    """The text of every line of play beside a pack, by its path inside the pack's folder; none if there are none.

    Raises `PackError` as `read_folder` does.
    """
    return _texts(folder, is_line)


def is_line(name: str) -> bool:
    """Whether a file is a line of play, told by its folder."""
    return name.startswith("lines/") and name.endswith(".toml")


def _texts(folder: Path, belongs: Callable[[str], bool]) -> dict[str, str]:
    """The texts of the files that belong."""
    origin = str(folder)
    paths = _paths(_root(folder), belongs, origin)
    read = {name: _read(name, paths[name]) for name in sorted(paths)}
    faults = [text for text in read.values() if isinstance(text, Fault)]
    if faults:
        raise PackError(faults, origin)
    return {name: text for name, text in read.items() if isinstance(text, str)}


def _root(folder: Path) -> Path:
    """The folder itself, if it is one and holds a pack."""
    origin = str(folder)
    try:
        root = folder.resolve()
        present, is_pack = root.is_dir(), (root / HEADER_FILE).is_file()
    except (OSError, ValueError, RuntimeError):
        present = False
    if not present:
        remedy = "Give the path of a folder that holds a pack.toml."
        raise PackError([whole_file(quoted(origin), "There is no folder here.", remedy)], origin)
    if not is_pack:
        remedy = "Add one; docs/pack-format.md says what stands in it."
        raise PackError([whole_file(HEADER_FILE, "The folder has no pack.toml.", remedy)], origin)
    return root


def _paths(root: Path, belongs: Callable[[str], bool], origin: str) -> dict[str, Path]:
    """Where each file that belongs is, if all of them can be opened and none is too large."""
    found: dict[str, Path] = {}
    faults: list[Fault] = []
    for name, path, fault in _walk(root, belongs):
        if fault is not None:
            faults.append(fault)
        else:
            found[name] = path
    faults += name_and_size_faults({name: path.stat().st_size for name, path in found.items()})
    if faults:
        raise PackError(faults, origin)
    return found


def _walk(root: Path, belongs: Callable[[str], bool]) -> Iterator[tuple[str, Path, Fault | None]]:
    """Every pack file below a folder, or why it cannot be one. Hidden files are nobody's tables."""
    waiting: list[tuple[Path, str, int]] = [(root, "", 0)]
    seen = 0
    while waiting:
        folder, prefix, depth = waiting.pop()
        try:
            entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
        except OSError as error:
            yield (
                prefix,
                folder,
                whole_file(prefix or ".", f"The folder cannot be read ({error.strerror}).", "Allow reading it."),
            )
            continue
        for entry in entries:
            seen += 1
            name = prefix + entry.name
            if seen > MAX_ENTRIES or depth > MAX_FOLDERS_DEEP:
                remedy = "Keep only the pack's own files in its folder."
                yield name, root, whole_file(".", "The folder holds too many files or folders within folders.", remedy)
                return
            if entry.name.startswith("."):
                continue
            if entry.is_dir(follow_symlinks=False):
                waiting.append((Path(entry.path), name + "/", depth + 1))
            elif belongs(name) or (entry.is_symlink() and entry.is_dir()):
                yield name, Path(entry.path), _fault(root, name, Path(entry.path))


def _belongs(name: str) -> bool:
    return (name.endswith(".toml") and not is_line(name)) or (name.startswith("briefs/") and name.endswith(".md"))


def _fault(root: Path, name: str, path: Path) -> Fault | None:
    """Why an entry with a pack file's name is not to be opened."""
    try:
        target = path.resolve(strict=True)
        mode = target.stat().st_mode
    except (OSError, RuntimeError):
        return whole_file(name, "This link leads nowhere.", "Put the file itself there.")
    if not target.is_relative_to(root):
        return whole_file(
            name, "This is a link that leads out of the pack's folder.", "Put the file itself into the folder."
        )
    if stat.S_ISDIR(mode):
        return whole_file(name, "This is a link to a folder.", "Put the files themselves there.")
    if not stat.S_ISREG(mode):
        return whole_file(name, "This is not an ordinary file.", "Put a text file there.")
    return None


def _read(name: str, path: Path) -> str | Fault:
    try:
        with path.open("rb") as stream:
            data = stream.read(MAX_FILE_BYTES + 1)
    except OSError as error:
        return whole_file(name, f"The file cannot be read ({error.strerror}).", "Allow reading it.")
    return decoded(name, data)
