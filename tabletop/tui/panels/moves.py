"""The list of moves: by group, each with its level as sign, word and tint."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from tabletop.pack.moves import GROUPS
from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.shell.composing import MoveLine, way
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.rows import Row


def move_rows(
    book: Rulebook,
    lines: Sequence[MoveLine],
    *,
    opened: Collection[str] = (),
    only: Level | None = None,
    drafted: Collection[Act] = (),
) -> tuple[Row, ...]:
    """Rows of the moves, with the ways of those that are opened under them."""
    rows: list[Row] = []
    group = ""
    for line in lines:
        ways = [(act, level) for act, level in zip(line.acts, line.levels, strict=True) if only in (None, level)]
        if not ways:
            continue
        if line.group != group:
            group = line.group
            rows.append(Row(((GROUPS[line.group], "head"),)))
        if len(line.acts) == 1:
            rows.append(_row(line.name, ways[0][0].key, ways[0][1], marked=ways[0][0] in drafted))
            continue
        is_open = line.id in opened
        best = min(level for _, level in ways)
        sign = "▾" if is_open else "▸"
        marked = any(act in drafted for act, _ in ways)
        rows.append(_row(line.name, f"move:{line.id}", best, after=f" {sign} {len(ways)}", marked=marked))
        if is_open:
            rows += [_row(way(book, act), act.key, level, indent=2, marked=act in drafted) for act, level in ways]
    return tuple(rows)


def _row(name: str, id_: str, level: Level, *, after: str = "", indent: int = 0, marked: bool = False) -> Row:
    mark = MARKS[level]
    tint = "barred" if level == Level.BARRED else ""
    sign = ((" " * indent, ""), (f"{mark.sign} ", mark.tint))
    right = ((mark.word, mark.tint),)
    wide = (("● drafted  ", "note"), *right) if marked else ()
    return Row(
        ((name, tint), (after, "quiet")), id_, (("● ", "note"), *right) if marked else right, wide, wrap=True, mark=sign
    )
