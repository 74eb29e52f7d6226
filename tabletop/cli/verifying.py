"""Verifying: whether a record is unaltered, and today's rules give the same game."""

from __future__ import annotations

import sys

from tabletop.plain.lines import harmless
from tabletop.record.format import NotARecord, RecordError
from tabletop.record.reading import read_record
from tabletop.record.replaying import last_digest, rulebook_of, table_of
from tabletop.record.shelf import rules_cache

from .entry import BAD, OK
from .shelf import record_named


def verify(word: str) -> int:
    """Say `ok`, or name the first entry that is not."""
    path = record_named(word)
    try:
        record = read_record(path)
        book = rulebook_of(record.header, rules_cache())
        _, parting = table_of(record, book)
    except NotARecord:
        raise
    except RecordError as error:
        print(harmless(str(error)), file=sys.stderr)
        return BAD
    if parting is not None:
        print(
            harmless(f"{path.name}: entry {parting.entry} is not what today's rules make of it: {parting.why}."),
            file=sys.stderr,
        )
        return BAD
    if record.notice:
        print(record.notice, file=sys.stderr)
    print(f"ok: {len(record.entries)} entries, last row {last_digest(record, book)}")
    return OK
