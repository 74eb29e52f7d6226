"""Authoring: new packs, the schema for editors, and a pack as a page or as diagrams."""

from __future__ import annotations

import json
import shlex
from collections.abc import Callable
from pathlib import Path

from tabletop.lab.coverage import coverage_page
from tabletop.pack.catalogue import page
from tabletop.pack.editor_schema import editor_schema
from tabletop.pack.faults import refused
from tabletop.pack.graph import Diagram, as_dot, as_mermaid, as_text, diagram
from tabletop.pack.limits import HEADER_FILE
from tabletop.pack.line_reading import load_lines
from tabletop.pack.load import load_pack
from tabletop.pack.model import FORMAT
from tabletop.pack.names import Names
from tabletop.pack.scaffold import new_pack
from tabletop.pack.shipped import find_pack, own_packs, shipped_packs
from tabletop.pack.spelling import did_you_mean
from tabletop.plain.lines import harmless
from tabletop.shell.starting import open_rulebook

from .entry import OK
from .refusals import Unfit

_DRAWN: dict[str, Callable[[Diagram], str]] = {"text": as_text, "dot": as_dot, "mermaid": as_mermaid}


def write_new(folder: str, title: str | None, origin: str | None) -> int:
    """A pack to start from, and what to type next."""
    pack = new_pack(_place(folder), title, find_pack(origin) if origin is not None else None)
    scenario, role = next(iter(pack.scenario)), next(iter(pack.role))
    typed = shlex.quote(folder)
    print(harmless(f"{folder}: {pack.header.title}, {len(pack.files)} files, scenario {scenario}."))
    print(harmless(f"Check it:  tabletop pack check --strict {typed}"))
    print(harmless(f"Play it:   tabletop play {scenario} --as {role} --pack {typed}"))
    print(harmless(f"Watch it:  tabletop watch {scenario} --pack {typed}"))
    return OK


def print_schema(out: str | None) -> int:
    """The JSON Schema of the format."""
    return _deliver(json.dumps(editor_schema(), ensure_ascii=False, indent=2) + "\n", out)


def print_catalogue(pack: str | None, out: str | None) -> int:
    """A pack as one page."""
    return _deliver(page(load_pack(_folder(pack))), out)


def print_coverage(pack: str | None, out: str | None) -> int:
    """The lines of play of a pack and its dilemmas, with what they use, as a table."""
    folder = _folder(pack)
    book = open_rulebook(folder)
    return _deliver(coverage_page(book, load_lines(folder, book.names)), out)


def print_graph(pack: str | None, machine: str | None, form: str) -> int:
    """One machine of a pack as a diagram, or all of them."""
    names = Names(load_pack(_folder(pack)))
    machines = list(names.pack.machine)
    if machine is not None and machine not in machines:
        remedy = did_you_mean(machine, machines) or f"There are: {', '.join(machines)}."
        raise Unfit(f"{names.pack.header.title} has no machine {machine!r}. {remedy}")
    drawn = [_DRAWN[form](diagram(names, id_)) for id_ in ([machine] if machine is not None else machines)]
    print(harmless("\n\n".join(drawn)) if drawn else f"{harmless(names.pack.header.title)} has no machine.")
    return OK


def upgrade(pack: str) -> int:
    """Say that there is nothing to upgrade; a pack of another format is refused on reading, with the reason."""
    folder = find_pack(pack)
    load_pack(folder)
    print(f"{folder}: format {FORMAT}, the only one there is. Nothing to do.")
    return OK


def _folder(pack: str | None) -> Path:
    """The pack that was named, or else the one whose folder this is."""
    if pack is not None:
        return find_pack(pack)
    if Path(HEADER_FILE).is_file():
        return Path()
    known = ", ".join(own_packs() | shipped_packs())
    raise Unfit(f"Name a pack: {known}, or the path of a folder. Inside a pack's folder the name can be left out.")


def _deliver(text: str, out: str | None) -> int:
    """Print a text, or write it to a file."""
    if out is None:
        print(harmless(text), end="")
        return OK
    path = _place(out)
    try:
        path.write_text(text, encoding="utf-8", newline="\n")
    except (OSError, ValueError) as error:
        raise Unfit(f"{path} cannot be written: {refused(error)}. Choose another place.") from None
    print(harmless(f"Written to {path}."))
    return OK


def _place(word: str) -> Path:
    try:
        return Path(word).expanduser()
    except RuntimeError:
        raise Unfit(f"Nobody here has the folder {word}. Write the whole path.") from None
