"""Whole: a pack read from its texts, checked in every part, or all its faults."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import chain
from typing import Any

from pydantic import ValidationError

from .breadth import check_breadth
from .briefs import read_brief
from .derivation import check_derivation
from .faults import Fault, Finding, PackError
from .limits import HEADER_FILE, name_and_size_faults, normal, text_faults, whole_file
from .load import digest
from .merge import Merged, is_scenario, merge
from .model import FORMAT, Pack
from .names import Names
from .placing import Placing
from .references import check_references
from .sight import check_sight
from .toml_text import parse_toml
from .uses import check_expressions
from .wording import findings_of


def whole_pack(files: Mapping[str, str], origin: str = "") -> Pack:
    """Read a pack from the texts of its files and check all of it. Raises `PackError` with every fault."""
    return whole_names(files, origin).pack


def whole_names(files: Mapping[str, str], origin: str = "") -> Names:
    """A pack read and checked as by `whole_pack`, with its names and what they were read to mean."""
    texts = _safe_texts(files, origin)
    parsed, faults = _parse_all(texts)
    _check_format(parsed, texts, origin)
    merged = merge(parsed)
    placing = Placing(texts, merged)
    faults += placing.misplaced(merged.misplaced)
    faults += placing.clashes(merged.clashes)
    faults += _add_briefs(texts, merged, placing)
    merged.tables.update(files=texts, digest=digest(texts))
    try:
        pack = Pack.model_validate(merged.tables)
    except ValidationError as error:
        found = findings_of(error, merged.tables)
        # While a file cannot be read, a table missing altogether may well be in it.
        faults += placing.faults(finding for finding in found if not (faults and len(finding.path) == 1))
        raise PackError(faults, origin) from None
    if faults:
        raise PackError(faults, origin)
    names = Names(pack)
    _check_meaning(names, placing, origin)
    return names


def _safe_texts(files: Mapping[str, str], origin: str) -> dict[str, str]:
    """The texts in the order of their names, if they keep within the limits."""
    sizes = {name: len(text.encode(errors="surrogatepass")) for name, text in files.items()}
    faults = list(name_and_size_faults(sizes))
    if HEADER_FILE not in files:
        faults.append(
            whole_file(HEADER_FILE, f"The pack has no {HEADER_FILE}.", "Add one with the pack's id and title.")
        )
    if faults:
        raise PackError(faults, origin)
    texts = {name: normal(files[name]) for name in sorted(files)}
    faults = [fault for name, text in texts.items() for fault in text_faults(name, text)]
    if faults:
        raise PackError(faults, origin)
    return texts


def _parse_all(texts: Mapping[str, str]) -> tuple[dict[str, dict[str, Any]], list[Fault]]:
    """The tables of every TOML file that can be read, and the faults of the others."""
    parsed: dict[str, dict[str, Any]] = {}
    faults: list[Fault] = []
    for file, text in texts.items():
        if not file.endswith(".toml"):
            continue
        if is_scenario(file) and file.count("/") > 1:
            faults.append(whole_file(file, "A scenario's file stands in the folder scenarios itself.", "Move it up."))
            continue
        tables = parse_toml(file, text)
        if isinstance(tables, Fault):
            faults.append(tables)
        else:
            parsed[file] = tables
    return parsed, faults


def _check_format(parsed: Mapping[str, dict[str, Any]], texts: Mapping[str, str], origin: str) -> None:
    """Refuse a pack of another format with that one sentence: its other faults would mislead."""
    header = parsed.get(HEADER_FILE, {})
    found = header.get("format", FORMAT)
    if isinstance(found, int) and not isinstance(found, bool) and found != FORMAT:
        finding = Finding(
            ("header", "format"),
            f"The pack is written in format {found if 0 <= found < 10**6 else 'unknown'}; "
            f"this version of the game reads format {FORMAT}.",
            "Use a newer version of the game, or set `format = 1` if the pack keeps to it.",
        )
        raise PackError(Placing(texts, Merged({}, {})).faults([finding]), origin)


def _add_briefs(texts: Mapping[str, str], merged: Merged, placing: Placing) -> list[Fault]:
    """Put every brief among the tables; give back the faults of those that cannot be read."""
    faults: list[Fault] = []
    for file, text in texts.items():
        if not file.endswith(".md"):
            continue
        brief = read_brief(file, text)
        if isinstance(brief, Fault):
            faults.append(brief)
        else:
            merged.tables.setdefault("brief", {})[brief.key] = brief.parts
            faults += placing.faults(brief.findings)
    return faults


def _check_meaning(names: Names, placing: Placing, origin: str) -> None:
    """Refuse a pack whose tables are sound but do not fit together."""
    faults = list(placing.faults(check_breadth(names)))
    if not faults:
        faults += placing.faults(check_references(names))
    if not faults:
        unreadable = (
            Finding(path, fault.what, fault.remedy, offset=fault.column) for path, fault in check_expressions(names)
        )
        faults += placing.faults(unreadable)
    if not faults:
        faults += placing.faults(chain(check_sight(names), check_derivation(names)))
    if faults:
        raise PackError(faults, origin)
