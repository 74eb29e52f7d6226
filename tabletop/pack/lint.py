"""Lint: what lets a pack load and is still probably not meant."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain
from typing import Protocol

from rich.cells import cell_len

from .contents import provisions, sourced
from .faults import Finding, KeyPath, Lint, quoted
from .idle import idle
from .leaders import leaders_played
from .merge import merge
from .model import Pack
from .names import Names
from .never import never
from .placing import Placing
from .toml_text import parse_toml

WIDEST_NAME, WIDEST_SHORT = 40, 6
"""In cells of a terminal: what a row of a list, and a narrow column, can show."""

_NEED_SOURCE = ("header", "track", "drift", "instrument", "move", "clause", "event", "incident", "ending", "aim")


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def lint(pack: Pack) -> tuple[Lint, ...]:
    """Every warning about a pack that has loaded, in the order of its files."""
    tables = {file: parse_toml(file, text) for file, text in pack.files.items() if file.endswith(".toml")}
    placing = Placing(pack.files, merge({file: found for file, found in tables.items() if isinstance(found, dict)}))
    findings = chain(
        _unsourced(pack), idle(Names(pack)), never(Names(pack)), _keepers(pack), _seats(pack), _too_wide(pack)
    )
    lints = [
        Lint(fault.file, fault.line, fault.column, fault.path, fault.what, fault.remedy)
        for fault in placing.faults(findings)
    ]
    lints += _leaders(pack)
    return tuple(sorted(lints, key=lambda found: (found.file, found.line, found.column, found.what)))


def _unsourced(pack: Pack) -> Iterator[Finding]:
    """Law, moves, events and numbers of which nobody can say where they come from."""
    remedy = "Add `source = ...`, a key of sources.toml."
    for path, sources in sourced(pack):
        if sources:
            continue
        match path:
            case (str(table), _) if table in _NEED_SOURCE:
                yield Finding(path, "No source is named.", remedy)
            case ("scenario", _, "calendar", _):
                yield Finding(path, "No source is named.", remedy)
            case ("scenario", str(id_), "opening") if not pack.scenario[id_].source:
                yield Finding(path, "The start values name no source.", remedy)
            case ("instrument", str(id_), "provision", _) if not pack.instrument[id_].source:
                yield Finding(path, "No source is named, here or for the instrument.", remedy)
            case _:
                pass


def _keepers(pack: Pack) -> Iterator[Finding]:
    for path, provision in provisions(pack):
        if provision.level == "consent" and provision.keeper is None:
            remedy = 'Name the `keeper`, or write `level = "breach"`.'
            yield Finding((*path, "level"), "Nobody can give the consent this provision asks for.", remedy)


def _seats(pack: Pack) -> Iterator[Finding]:
    for id_, scenario in pack.scenario.items():
        for role in (*pack.role, *pack.desk):
            if role not in scenario.doctrines:
                path = ("scenario", id_, "doctrines")
                yield Finding(path, f"No AI delegation can play {quoted(role)}.", f"Add `{role} = ...`.", at="key")


def _too_wide(pack: Pack) -> Iterator[Finding]:
    for path, text, widest in _names(pack):
        width = cell_len(text)
        if width > widest:
            what = f"This is {width} cells wide; lists show {widest}."
            yield Finding(path, what, f"Shorten it by {width - widest}.")


def _names(pack: Pack) -> Iterator[tuple[KeyPath, str, int]]:
    """Every text that must fit into one row of a list."""
    for table, actors in (("role", pack.role), ("desk", pack.desk)):
        for id_, actor in actors.items():
            yield (table, id_, "short"), actor.short, WIDEST_SHORT
            hats = actor.hats.items()
            yield from (((table, id_, "hats", hat_id, "name"), hat.name, WIDEST_NAME) for hat_id, hat in hats)
    named: dict[str, Mapping[str, _Named]] = {
        "role": pack.role, "desk": pack.desk, "track": pack.track, "drift": pack.drift, "forum": pack.forum, "move": pack.move,
        "clause": pack.clause, "template": pack.template, "word": pack.word,
        "event": pack.event, "incident": pack.incident, "ending": pack.ending, "aim": pack.aim, "doctrine": pack.doctrine,
    }  # fmt: skip
    for table, entries in named.items():
        yield from (((table, id_, "name"), entry.name, WIDEST_NAME) for id_, entry in entries.items())
    for id_, scenario in pack.scenario.items():
        for index, name in enumerate(scenario.turn_names):
            yield ("scenario", id_, "turn_names", index), name, WIDEST_NAME


def _leaders(pack: Pack) -> Iterator[Lint]:
    for key in pack.brief:
        file = f"briefs/{key}.md"
        text = pack.files[file]
        for position, name in leaders_played(text):
            line, start = text.count("\n", 0, position) + 1, text.rfind("\n", 0, position)
            what = f"The brief makes its reader {name}."
            yield Lint(file, line, position - start, (), what, "Let the player be the government, not a living person.")
