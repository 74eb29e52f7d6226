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
        print(f"{folder}: {_counted(len(error.faults), 'fault')}", file=sys.stderr)
        return UNUSABLE
    pack = names.pack
    warnings = lint(pack, names)
    for warning in warnings:
        print(harmless(f"{folder}: warning: {warning}"), file=sys.stderr)
    found = {
        "role": len(pack.role), "desk": len(pack.desk), "move": len(pack.move),
        "provision": sum(len(text.provision) for text in pack.instrument.values()),
        "scenario": len(pack.scenario), "line of play": len(lines),
    }  # fmt: skip
    held = ", ".join(_counted(number, thing) for thing, number in found.items() if number)
    print(
        f"{folder}: ok, {pack.header.title} {pack.header.version}: {held}, {_counted(len(warnings), 'warning')}, "
        f"digest {pack.digest}"
    )
    if strict and pack.template:
        from .ranges import print_range_lines

        print_range_lines(pack)
    return BAD if strict and warnings else OK


def _counted(number: int, thing: str) -> str:
    """`1 line of play`, `40 lines of play`."""
    noun, _, rest = thing.partition(" ")
    return f"{number} {noun if number == 1 else f'{noun}s'}{f' {rest}' if rest else ''}"


def _folders(path: str | None) -> list[Path]:
    return [find_pack(path)] if path else list(known_packs()) or [find_pack("content")]
