"""Packs: what authors need from the command line."""
# ruff: noqa: PLC0415  a check must not wait for the rules, which only a strict one and `compile` need

from __future__ import annotations

import sys
from pathlib import Path

from tabletop.pack.faults import PackError
from tabletop.pack.line_reading import load_lines
from tabletop.pack.lint import lint
from tabletop.pack.load import load_names, load_pack
from tabletop.pack.shipped import find_pack, known_packs
from tabletop.plain.lines import harmless

from .entry import BAD, OK, UNUSABLE
from .refusals import sentences


def check_packs(path: str | None, *, strict: bool) -> int:
    """Check one pack, or every one that is known: a player's own and the shipped ones."""
    return max(_check(folder, strict=strict) for folder in _folders(path))


def print_rules(path: str | None) -> int:
    """The generated Python of one pack."""
    from tabletop.record.shelf import rules_cache
    from tabletop.rules.rulebook import Rulebook

    print(Rulebook(load_pack(_folders(path)[0]), rules_cache()).source(), end="")
    return OK


def _check(folder: Path, *, strict: bool) -> int:
    try:
        names = load_names(folder)
        lines = load_lines(folder, names)
    except PackError as error:
        for line in sentences(error) or ():
            print(line, file=sys.stderr)
        print(f"{folder}: {len(error.faults)} {'fault' if len(error.faults) == 1 else 'faults'}", file=sys.stderr)
        return UNUSABLE
    pack = names.pack
    warnings = lint(pack, names)
    for warning in warnings:
        print(harmless(f"{folder}: warning: {warning}"), file=sys.stderr)
    desks = f"{len(pack.desk)} {'desk' if len(pack.desk) == 1 else 'desks'}, " if pack.desk else ""
    played = f"{len(lines)} {'line' if len(lines) == 1 else 'lines'} of play, " if lines else ""
    print(
        f"{folder}: ok, {pack.header.title} {pack.header.version}: {len(pack.role)} roles, {desks}{len(pack.move)} moves, "
        f"{sum(len(text.provision) for text in pack.instrument.values())} provisions, {len(pack.scenario)} scenarios, "
        f"{played}{len(warnings)} {'warning' if len(warnings) == 1 else 'warnings'}, digest {pack.digest}"
    )
    if strict and pack.template:
        from .ranges import print_range_lines

        print_range_lines(pack)
    return BAD if strict and warnings else OK


def _folders(path: str | None) -> list[Path]:
    return [find_pack(path)] if path else list(known_packs()) or [find_pack("content")]
