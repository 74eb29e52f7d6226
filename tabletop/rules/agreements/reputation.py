"""Reputation: what keeping and breaking one's word moves — trust, standing at home, alarm."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.pack.clauses import Agreements
from tabletop.pack.names import track_label
from tabletop.rules.position import Row, in_range
from tabletop.rules.rulebook import Rulebook


def rates(book: Rulebook) -> Agreements:
    """What keeping and breaking are worth in this pack.

    Raises:
        ValueError: if the pack has no signed texts.
    """
    agreements = book.pack.header.agreements
    if agreements is None:
        raise ValueError("This pack has no signed texts.")
    return agreements


def trust(book: Rulebook, row: Row, role: str, others: Iterable[str], amount: int) -> None:
    """Move a role's trust with others."""
    track = rates(book).trust
    if track is not None:
        for other in others:
            if other != role:
                _add(book, row, track_label(track, (role, other), book.names.roles), amount)


def home(book: Rulebook, row: Row, role: str, amount: int) -> None:
    """Move a role's standing at home, if it has one."""
    place = book.homes.get(role)
    if place is not None:
        row[place] = in_range(row[place] + amount, book.schema.columns[place])


def audience(book: Rulebook, row: Sequence[int], role: str) -> int:
    """What it costs a role at home to miss a step that everybody knows of; double while the press looks at it."""
    track = rates(book).light
    lit = track is not None and row[book.schema.index[track_label(track, (role,), book.names.roles)]] > 0
    return rates(book).audience * (2 if lit else 1)


def taken_over(book: Rulebook, row: Sequence[int], role: str) -> int | None:
    """The turn in which another administration of a role last took over; 0 if none did, `None` where none does."""
    track = rates(book).turnover
    return row[book.schema.index[track_label(track, (role,), book.names.roles)]] if track is not None else None


def alarm(book: Rulebook, row: Row, amount: int) -> None:
    """Raise the alarm."""
    track = rates(book).alarm
    if track is not None:
        _add(book, row, track, amount)


def verification(book: Rulebook, row: Row) -> int:
    """How well a false report would be seen now: 0 to 3."""
    track = rates(book).verification
    return min(3, max(0, row[book.schema.index[track]])) if track is not None else 0


def pay(book: Rulebook, row: Row, role: str, cost: int) -> None:
    """Take political capital; never more than there is."""
    place = book.purse[role]
    row[place] = max(book.schema.columns[place].low, row[place] - cost)


def _add(book: Rulebook, row: Row, label: str, amount: int) -> None:
    place = book.schema.index[label]
    row[place] = in_range(row[place] + amount, book.schema.columns[place])
