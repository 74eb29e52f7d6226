"""Lint: what lets a pack load and is still probably not meant."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from .contents import provisions, sourced
from .extents import known
from .faults import Finding, Lint, quoted
from .idle import idle
from .leaders import leaders_played, names_known
from .merge import merge
from .model import Pack
from .names import Names
from .never import never
from .placing import Placing
from .reach import reach
from .toml_text import parse_toml
from .ways import ways
from .width import too_wide

_NEED_SOURCE = ("header", "track", "drift", "instrument", "move", "clause", "event", "incident", "ending", "aim")


def lint(pack: Pack, names: Names | None = None) -> tuple[Lint, ...]:
    """Every warning about a pack that has loaded, in the order of its files.

    With the names that it was checked with, no expression is read twice.
    """
    names = names if names is not None else Names(pack)
    possible = known(names)
    findings = list(
        chain(
            _unsourced(pack),
            idle(names),
            ways(names, possible),
            never(names, possible),
            reach(names, possible),
            _keepers(pack),
            _seats(pack),
            too_wide(pack),
        )
    )
    lints = [*_placed(pack, findings), *_leaders(pack)]
    return tuple(sorted(lints, key=lambda found: (found.file, found.line, found.column, found.what)))


def _placed(pack: Pack, findings: list[Finding]) -> Iterator[Lint]:
    if not findings:
        return  # a pack as it should be need not be read once more
    tables = {file: parse_toml(file, text) for file, text in pack.files.items() if file.endswith(".toml")}
    placing = Placing(pack.files, merge({file: found for file, found in tables.items() if isinstance(found, dict)}))
    for fault in placing.faults(findings):
        yield Lint(fault.file, fault.line, fault.column, fault.path, fault.what, fault.remedy)


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
    """Seats that no delegation can take, and seats of which nobody is told anything."""
    for id_, scenario in pack.scenario.items():
        for role in pack.actors:
            if role not in scenario.doctrines:
                path = ("scenario", id_, "doctrines")
                yield Finding(path, f"No AI delegation can play {quoted(role)}.", f"Add `{role} = ...`.", at="key")
    for role in pack.actors:
        bare = [id_ for id_ in pack.scenario if not {role, f"{id_}/{role}"} & pack.brief.keys()]
        if bare:
            where = "" if len(bare) == len(pack.scenario) else f" in {', '.join(bare)}"
            what = f"Nobody tells its player anything{where}: there is no brief."
            yield Finding(("role" if role in pack.role else "desk", role), what, f"Write briefs/{role}.md.")


def _leaders(pack: Pack) -> Iterator[Lint]:
    known = names_known(pack)
    for key in pack.brief:
        file = f"briefs/{key}.md"
        text = pack.files[file]
        for position, name in leaders_played(text, known):
            line, start = text.count("\n", 0, position) + 1, text.rfind("\n", 0, position)
            what = f"The brief makes its reader {name}."
            yield Lint(file, line, position - start, (), what, "Let the player be the government, not a living person.")
