"""Looking back: the position after any entry of a record, and through whose eyes it is seen."""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.record.format import Entry
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View, view


def row_after(entries: Sequence[Entry], number: int, opening: Row) -> Row:
    """The position after an entry; the opening before any entry that moved it."""
    return next((entry.row for entry in reversed(entries[:number]) if entry.row is not None), opening)


def row_before(entries: Sequence[Entry], number: int, opening: Row) -> Row:
    """What the position after an entry is compared with: the one before the entry that made it."""
    moved = [place for place, entry in enumerate(entries[:number]) if entry.row is not None]
    return row_after(entries, moved[-1], opening) if moved else opening


def turn_name(book: Rulebook, scenario: str, turn: int) -> str:
    """What the calendar calls a turn: `mid-May 2017`."""
    names = book.pack.scenario[scenario].turn_names
    return names[turn - 1] if 0 < turn <= len(names) else f"turn {turn}"


def seen_by(book: Rulebook, row: Row, role: str, *, everything: bool = False) -> View:
    """A position as a role reads it; with `everything` nothing is hidden, which is for games that are over."""
    return View(role, tuple(row), frozenset(), ()) if everything else view(book, row, role)
