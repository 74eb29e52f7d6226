"""Replaying: a record looked at again, on the screen or as its story."""

from __future__ import annotations

import sys

from tabletop.plain.story import Reasons, result_lines, turn_heading, turn_lines
from tabletop.record.fitting import fitted
from tabletop.record.format import Header
from tabletop.record.reading import Record, read_record
from tabletop.record.replaying import rulebook_of
from tabletop.record.shelf import command_word, rules_cache
from tabletop.rules.rulebook import Rulebook

from .entry import OK
from .output import page
from .screen import open_replay, require_screen
from .shelf import record_named

SEATS = {"person": "a person", "script": "a script"}


def replay(word: str, *, plain: bool) -> int:
    """Look at a record; nothing is played again, so old games stay readable."""
    path = record_named(word)
    if not plain:
        require_screen("replay", command_word(path))
        return open_replay(path)
    record = read_record(path)
    book = rulebook_of(record.header, rules_cache())
    page().say(*record_story(fitted(record, book), book))
    if record.notice:
        print(record.notice, file=sys.stderr)
    return OK


def record_story(record: Record, book: Rulebook) -> list[str]:
    """The story a record tells, turn by turn."""
    header, reasons = record.header, Reasons()
    lines = [
        f"{header.scenario_title}. Seed {header.seed}{', with dice' if header.dice else ''}.",
        *_seats(header, book),
    ]
    for turn in dict.fromkeys(entry.turn for entry in record.entries):
        entries = [entry for entry in record.entries if entry.turn == turn]
        lines += ["", turn_heading(book, header.scenario, turn), *turn_lines(book, entries, reasons)]
    over = bool(record.entries) and record.entries[-1].phase == "over" and record.rows
    if not over:
        return [*lines, "", "The game is not over."]
    return [*lines, "", *result_lines(book, record.rows[-1][1], header.scenario, book.names.roles)]


def _seats(header: Header, book: Rulebook) -> list[str]:
    lines = []
    for role, seat in header.seats.items():
        name = book.pack.actors[role].name if role in book.pack.actors else role
        known = book.pack.doctrine.get(seat.doctrine or "")
        doctrine = known.name if known is not None else str(seat.doctrine)
        lines.append(f"  {name}: {SEATS.get(seat.kind, doctrine)}")
    return lines
