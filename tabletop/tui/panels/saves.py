"""Saved games as rows and pages."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.record.format import Header
from tabletop.record.reading import Record
from tabletop.record.saved import Saved
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

_WATCHED = {True: "nobody: a line of play that was watched", False: "AI delegations only"}
_WATCHED_SHORT = {True: "a watched line", False: "AI only"}


def is_over(record: Record) -> bool:
    """Whether the game has reached its ending."""
    return bool(record.entries) and record.entries[-1].phase == "over"


def save_rows(saved: Sequence[Saved]) -> tuple[Row, ...]:
    """One row a record; broken ones are named too."""
    return tuple(_row(each) for each in saved)


def save_page(saved: Saved) -> Iterator[Par]:
    """One record, told."""
    yield par(saved.path.name, "strong")
    yield par(f"Saved {saved.changed:%d %B %Y, %H:%M}", "quiet")
    yield GAP
    record = saved.record
    if record is None:
        yield Par(((saved.fault or "It cannot be opened.", ""),), (("✗", "breach"),), 2)
        return
    header = record.header
    yield par(f"{header.scenario_title}{', with dice' if header.dice else ''}", hang=10, mark="scenario")
    yield par(_people(header) or _WATCHED[header.watched_line], hang=10, mark="people")
    others = ", ".join(f"{role} ({seat.doctrine})" for role, seat in header.seats.items() if seat.kind == "doctrine")
    if others:
        yield par(others, "quiet", hang=10, mark="doctrines")
    yield par(_standing(record), hang=10, mark="stands")
    entries = "1 entry" if len(record.entries) == 1 else f"{len(record.entries)} entries"
    yield par(
        f"{entries} · seed {header.seed} · pack {header.pack.title} {header.pack.version}",
        "quiet",
        hang=10,
        mark="record",
    )
    if header.parent is not None:
        yield par(f"leaves {header.parent.record} after entry {header.parent.entry}", hang=10, mark="branch")
    if record.notice:
        yield GAP
        yield par(record.notice, "note")


def _row(saved: Saved) -> Row:
    if saved.record is None:
        return Row((("✗ ", "breach"), (saved.path.stem, "quiet")), saved.path.name, (("broken", "breach"),))
    header = saved.record.header
    sign = "■" if is_over(saved.record) else "▸"
    dice = "with dice · " if header.dice else ""
    more = Par(
        ((f"{_people(header) or _WATCHED_SHORT[header.watched_line]} · {dice}{saved.changed:%d %b %H:%M}", "quiet"),),
        hang=2,
    )
    return Row(
        ((f"{sign} ", "key"), (header.scenario_title, "")),
        saved.path.name,
        ((_short(saved.record), "note"),),
        more=(more,),
    )


def _people(header: Header) -> str:
    return ", ".join(header.people)


def _short(record: Record) -> str:
    turn = record.entries[-1].turn if record.entries else 0
    return "over" if is_over(record) else f"turn {turn}"


def _standing(record: Record) -> str:
    if not record.entries:
        return "not begun"
    last = record.entries[-1]
    if is_over(record):
        return f"over, after turn {last.turn}"
    return f"turn {last.turn}, {'the ledger lies open' if last.phase == 'ledger' else 'talks'}"
