"""Line reading: the lines of play beside a pack, read and checked against it when somebody asks for them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from .faults import Fault, PackError
from .folder import read_lines_folder
from .limits import text_faults, whole_file
from .line_checks import check_lines
from .lines import Line, Lines
from .merge import Merged
from .names import Names
from .placing import Placing
from .toml_text import parse_toml
from .wording import findings_of

_FOLDER, _ENDING = "lines/", ".toml"


def load_lines(folder: Path, names: Names) -> dict[str, Line]:
    """Every line of play in a pack's folder, by its file's name without the ending. Raises `PackError`."""
    return _read(read_lines_folder(folder), names, str(folder))


def load_line(folder: Path, names: Names, name: str) -> Line:
    """One line of play; faults of the others do not matter to it.

    Raises:
        PackError: with every fault of it.
        KeyError: if there is no such line.
    """
    file = file_of(name)
    return _read({file: read_lines_folder(folder)[file]}, names, str(folder))[name]


def line_names(folder: Path) -> tuple[str, ...]:
    """The names of the lines in a pack's folder, unread: `S13-suspension-for-suspension`."""
    return tuple(sorted((path.stem for path in (folder / _FOLDER).glob(f"*{_ENDING}")), key=in_order))


def file_of(name: str) -> str:
    """Where a line stands in its pack's folder."""
    return f"{_FOLDER}{name}{_ENDING}"


def code_of(name: str) -> str:
    """A line's code, from its name."""
    return name.partition("-")[0]


def in_order(name: str) -> tuple[str, int, str]:
    """Sorts names and codes as people count: S2 before S13."""
    code = code_of(name)
    number = code[1:]
    return code[:1], int(number) if number.isascii() and number.isdigit() else 0, name


def _read(texts: Mapping[str, str], names: Names, origin: str) -> dict[str, Line]:
    parsed, faults = _parse_all(texts)
    placing = Placing(texts, Merged({}, {}))
    try:
        lines = Lines.model_validate({"line": parsed}).line
    except ValidationError as error:
        raise PackError([*faults, *placing.faults(findings_of(error, {"line": parsed}))], origin) from None
    faults += placing.faults(check_lines(lines, names))
    if faults:
        raise PackError(faults, origin)
    return {name: lines[name] for name in sorted(lines, key=in_order)}


def _parse_all(texts: Mapping[str, str]) -> tuple[dict[str, dict[str, Any]], list[Fault]]:
    parsed: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    for file, text in texts.items():
        unfit = list(text_faults(file, text)) or list(_misplaced(file))
        tables = parse_toml(file, text) if not unfit else unfit[0]
        if isinstance(tables, Fault):
            faults.append(tables)
        else:
            parsed[file.removeprefix(_FOLDER).removesuffix(_ENDING)] = tables
    return parsed, faults


def _misplaced(file: str) -> Iterable[Fault]:
    if file.count("/") > 1:
        yield whole_file(file, "A line's file stands in the folder lines itself.", "Move it up.")
