"""Merge: the tables of all a pack's files as one, with where each came from."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from .faults import Finding, KeyPath, dotted, quoted
from .limits import HEADER_FILE, MAX_FAULTS
from .model import Header, Pack
from .spelling import did_you_mean

HEADER_KEYS = tuple(Header.model_fields)
FILE_TABLES = tuple(
    name for name in Pack.model_fields if name not in ("header", "scenario", "brief", "digest", "files")
)
"""Tables that may stand in any file, in the order of the format."""


@dataclass(frozen=True)
class Clash:
    """One id defined in two files."""

    path: KeyPath
    first_file: str
    second_file: str


@dataclass(frozen=True)
class Misplaced:
    """Something in a file that no file of its kind may hold."""

    file: str
    finding: Finding
    """With a path within the file."""


@dataclass(frozen=True)
class Merged:
    """All tables of a pack before they are checked."""

    tables: dict[str, Any]
    owners: dict[tuple[str, str], str]
    """Which file defines `(table, id)`."""
    clashes: list[Clash] = field(default_factory=list)
    misplaced: list[Misplaced] = field(default_factory=list)

    def home(self, path: KeyPath) -> tuple[str, KeyPath]:
        """The file in which a key path of the pack stands, and the path within that file."""
        match path:
            case ("header", *rest):
                return HEADER_FILE, tuple(rest)
            case ("scenario", str(id_), *rest):
                return f"scenarios/{id_}.toml", tuple(rest)
            case ("brief", str(key), *rest):
                return f"briefs/{key}.md", tuple(rest)
            case ("line", str(name), *rest):
                return f"lines/{name}.toml", tuple(rest)
            case (str(table), str(id_), *_):
                return self.owners.get((table, id_), HEADER_FILE), path
            case _:
                return HEADER_FILE, ()


def merge(parsed: Mapping[str, dict[str, Any]]) -> Merged:
    """Put the tables of all files together, in the order of the files' names."""
    merged = Merged({}, {})
    for file, content in parsed.items():
        if is_scenario(file):
            merged.tables.setdefault("scenario", {})[scenario_id(file)] = content
        elif file == HEADER_FILE:
            merged.tables["header"] = {key: value for key, value in content.items() if key in HEADER_KEYS}
            _add(merged, file, {key: value for key, value in content.items() if key not in HEADER_KEYS})
        else:
            _add(merged, file, content)
    return merged


def is_scenario(file: str) -> bool:
    """Whether a file is a scenario, told by its folder."""
    return file.startswith("scenarios/")


def scenario_id(file: str) -> str:
    """A scenario's id: its file's name."""
    return file.removeprefix("scenarios/").removesuffix(".toml")


def _add(merged: Merged, file: str, content: dict[str, Any]) -> None:
    for table, entries in content.items():
        if len(merged.misplaced) >= MAX_FAULTS:
            return
        if table not in FILE_TABLES:
            merged.misplaced.append(Misplaced(file, _unknown_table(file, table)))
        elif not isinstance(entries, dict):
            merged.misplaced.append(Misplaced(file, _not_a_table((table,), f"[{table}.some-id]")))
        else:
            for id_, entry in entries.items():
                first = merged.owners.setdefault((table, id_), file)
                if first != file:
                    merged.clashes.append(Clash((table, id_), first, file))
                    continue
                merged.tables.setdefault(table, {})[id_] = entry


def _not_a_table(path: KeyPath, header: str) -> Finding:
    return Finding(
        path, f"`{dotted(path)}` must be a table here.", f"Write `{header}` and its keys below it.", at="key"
    )


def _unknown_table(file: str, table: str) -> Finding:
    path: KeyPath = (table,)
    if file == HEADER_FILE:
        remedy = did_you_mean(table, (*HEADER_KEYS, *FILE_TABLES)) or f"The keys are: {', '.join(HEADER_KEYS)}."
        return Finding(path, f"There is no key {quoted(table)} here.", remedy, at="key")
    if table == "scenario":
        return Finding(
            path,
            "A scenario has a file of its own.",
            "Move it to scenarios/ID.toml, without `[scenario.ID]`.",
            at="key",
        )
    if table in HEADER_KEYS:
        return Finding(
            path, f"The key `{table}` belongs to the pack as a whole.", f"Move it to {HEADER_FILE}.", at="key"
        )
    remedy = did_you_mean(table, FILE_TABLES) or f"The tables are: {', '.join(FILE_TABLES)}."
    return Finding(path, f"There is no table {quoted(table)} in a pack.", remedy, at="key")
