"""Fitting: whether a record speaks only of what its own pack has, so that it can be looked at without being played.

One that somebody wrote by hand can name roles, terms and drafts that are nowhere.
"""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.rules.happened import STEPS
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.table.commands import Answer, AnyCommand, Circulate, DraftText, Next, Open, Seal, Show

from .columns import in_todays_columns
from .format import Entry, Header, RecordError
from .reading import Record


def fitted(record: Record, book: Rulebook) -> Record:
    """The record as it can be looked at, its rows in today's columns.

    Raises:
        RecordError: naming the first entry that speaks of what is not there.
    """
    check_seats(record.header, book)
    today = in_todays_columns(record, book)
    drafts: list[DraftText] = []
    for entry in today.entries:
        why = _unknown(book, entry.command, drafts) or _unreadable(book, entry)
        if why is not None:
            raise RecordError(f"Entry {entry.number}: {why} Go back to a copy.")
        match entry.command:
            case Circulate(draft=draft):
                drafts.append(draft)
            case Open() | Next():
                drafts = []
    return today


def check_seats(header: Header, book: Rulebook) -> None:
    """Nothing, if the header speaks of a scenario, roles and doctrines that its own pack has.

    Raises:
        RecordError: naming what the pack has not.
    """
    pack = book.pack
    if header.scenario not in pack.scenario:
        raise RecordError(f"Entry 0: the pack in this record has no scenario {header.scenario!r}.")
    if set(header.seats) != set(book.names.actors):
        raise RecordError("Entry 0: the seats of this record are not the roles of its pack.")
    for role, seat in header.seats.items():
        if seat.kind != "person" and (seat.doctrine not in pack.doctrine or pack.doctrine[seat.doctrine].role != role):
            raise RecordError(f"Entry 0: {role} is played by a doctrine that is not in the pack of this record.")


def _unknown(book: Rulebook, command: AnyCommand, drafts: Sequence[DraftText]) -> str | None:
    """What a command speaks of that there is not, as a sentence; `drafts` are those on the table before it."""
    if isinstance(command, Open | Next):
        return None
    if command.role not in book.names.actors:
        return f"there is no role {command.role!r} in the pack of this record."
    match command:
        case Circulate(draft=draft, counters=counters):
            return _unknown_in(book, draft) or _missing(drafts, [] if counters is None else [counters])
        case Seal(signs=signs, vetoes=vetoes):
            return _missing(drafts, [*signs, *vetoes])
        case Answer(number=number):
            return _missing(drafts, [number])
        case Show(role=role, number=number):
            stranger = f"{role} is no party to draft {number} and has no home to show on it."
            return _missing(drafts, [number]) or (None if role in drafts[number - 1].parties else stranger)


def _unknown_in(book: Rulebook, draft: DraftText) -> str | None:
    signers = draft.parties if draft.broker is None else (*draft.parties, draft.broker)
    for word, named, known in (
        ("forum", (draft.forum,), book.pack.forum),
        ("role", signers, book.names.actors),
        ("term", tuple(step.term for step in draft.steps), book.term_by_key),
    ):
        unknown = [name for name in named if name not in known]
        if unknown:
            return f"there is no {word} {unknown[0]!r} in the pack of this record."
    return None if draft.steps else "the draft has no steps."


def _missing(drafts: Sequence[DraftText], numbers: Sequence[int]) -> str | None:
    missing = [number for number in numbers if not 1 <= number <= len(drafts)]
    return f"no draft {missing[0]} lay on the table." if missing else None


def _unreadable(book: Rulebook, entry: Entry) -> str | None:
    """What of an entry's events and row means nothing, as a sentence."""
    unknown = [event.step for event in entry.events if event.step not in STEPS]
    if unknown:
        return f"{unknown[0]!r} is no step of a turn."
    return None if entry.row is None or _means(book, entry.row) else "its row is not one of any position."


def _means(book: Rulebook, row: Row) -> bool:
    """Whether every number of a row stands for something."""
    try:
        deals(book.layout, row)
    except (IndexError, ValueError):
        return False
    bounded = (pair for pair in zip(book.schema.columns, row, strict=True) if pair[0].kind != "text")
    return all(column.low <= number <= column.high for column, number in bounded)
