"""Ranges: which doctrines have a deal to find, told to a pack's author before a class finds out."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tabletop.lab.bargaining import Facing, bargaining_range
from tabletop.pack.load import load_pack
from tabletop.pack.model import Pack
from tabletop.pack.shipped import find_pack
from tabletop.plain.lines import harmless
from tabletop.record.shelf import rules_cache
from tabletop.rules.rulebook import Rulebook

from .entry import OK


def print_range(path: str | None) -> int:
    """The bargaining range of every scenario of a pack, meeting by meeting."""
    book = Rulebook(load_pack(find_pack(path or "content")), rules_cache())
    for id_ in book.pack.scenario:
        facing = bargaining_range(book, id_)
        print(harmless(range_line(book, id_, facing)))
        for roles, pairs in groupby(facing, key=lambda each: each.roles):
            _print_pair(book, roles, list(pairs))
    return OK


def print_range_lines(pack: Pack) -> None:
    """The bargaining range of every scenario of a pack, a line each."""
    book = Rulebook(pack, rules_cache())
    for id_ in pack.scenario:
        print(harmless(range_line(book, id_, bargaining_range(book, id_))))


def range_line(book: Rulebook, scenario: str, facing: Sequence[Facing]) -> str:
    """The range of one scenario in a line."""
    found = sum(bool(each.texts) for each in facing)
    title = book.pack.scenario[scenario].title
    return f"{title} ({scenario}): {found} of {len(facing)} meetings of two doctrines have a text both would sign."


def _print_pair(book: Rulebook, roles: tuple[str, str], pairs: list[Facing]) -> None:
    names = " and ".join(book.pack.role[role].short for role in roles)
    found = [pair for pair in pairs if pair.texts]
    print(harmless(f"  {names}: {len(found)} of {len(pairs)}"))
    for pair in pairs:
        sides = " and ".join(book.pack.doctrine[id_].name for id_ in pair.doctrines)
        texts = ", ".join(book.pack.template[id_].name for id_ in pair.texts) or "no deal"
        print(harmless(f"    {sides}: {texts}"))
