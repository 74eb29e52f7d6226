"""Reading: the lines of a doctrine, as they stand in what its role may see."""

from __future__ import annotations

from tabletop.pack.expressions import Scope, read
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook


def holds(book: Rulebook, condition: str, role: str, row: Row) -> bool:
    """Whether a condition of a role's doctrine holds."""
    return book.holds(read(condition, book.names, Scope(actor=role), "truth"), row)


def amount(book: Rulebook, text: int | str, role: str, row: Row) -> int:
    """What an amount in a role's doctrine comes to."""
    if isinstance(text, int):
        return text
    return book.value(read(text, book.names, Scope(actor=role), "number"), row)
