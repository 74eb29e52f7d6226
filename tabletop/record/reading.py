"""Reading: a record from disk, recovered if its last line was cut short."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tabletop.rules.position import Row

from .format import ORIGIN, Entry, Header, NotARecord, RecordError, part_of

MAX_BYTES = 256 * 1024 * 1024
SIGNS = (b'"own":"', b'"before":"')
"""One of these stands in every record, even in one whose header was altered."""


@dataclass(frozen=True, slots=True)
class Record:
    """A saved game as it stands on disk."""

    header: Header
    entries: tuple[Entry, ...]
    tip: str
    """Digest of the last whole line."""
    length: int
    """Bytes of whole lines; anything after them is a torn write."""
    torn: int = 0
    """Bytes of a line that was cut short."""
    notice: str | None = None
    """What was dropped on opening, if anything."""

    @property
    def rows(self) -> tuple[tuple[Entry, Row], ...]:
        """Every entry that moved the position, with the row it left."""
        return tuple((entry, entry.row) for entry in self.entries if entry.row is not None)


def read_record(path: Path) -> Record:
    """A record with every line checked.

    Raises:
        RecordError: if it is missing, not a record, or altered; the sentence names the entry.
    """
    try:
        if path.stat().st_size > MAX_BYTES:
            raise NotARecord(f"{path.name} is larger than any record this program writes.")
        data = path.read_bytes()
    except OSError as error:
        raise NotARecord(f"{path} cannot be read: {error.strerror}. Look in `tabletop saves`.") from None
    except ValueError:
        raise NotARecord(f"{str(path)!r} is no name of a file. Look in `tabletop saves`.") from None
    whole, newline, torn = data.rpartition(b"\n")
    if not newline or not any(sign in data for sign in SIGNS):
        raise NotARecord(f"{path} is not a record of this game, or nothing of it was saved. Look in `tabletop saves`.")
    try:
        text = whole.decode()
    except UnicodeDecodeError as error:
        number = whole[: error.start].count(b"\n")
        raise RecordError(f"{path.name}: entry {number} is not text. Go back to a copy.") from None
    return _parsed(path.name, text.split("\n"), len(whole) + 1, torn)


def _parsed(name: str, lines: list[str], length: int, torn: bytes) -> Record:
    before = ORIGIN
    header: Header | None = None
    entries: list[Entry] = []
    for number, line in enumerate(lines):
        try:
            part, before = part_of(line, before, number)
        except RecordError as error:
            raise type(error)(f"{name}: {error}") from None
        if isinstance(part, Header):
            header = part
        elif part.number != number:
            raise RecordError(f"{name}: entry {number} calls itself {part.number}.")
        else:
            entries.append(part)
    if header is None:
        raise RecordError(f"{name}: entry 0 is not a header; this is not a record.")
    notice = None
    if torn:
        _is_cut_short(name, torn, before, len(lines))
        notice = (
            f"The last line of {name} was cut short ({len(torn)} bytes). The game goes on from entry {len(entries)}."
        )
    return Record(header, tuple(entries), before, length, len(torn), notice)


def _is_cut_short(name: str, torn: bytes, before: str, number: int) -> None:
    """Nothing, unless the last line is whole but for the mark that ends it: then that mark was altered."""
    try:
        part_of(torn[:-1].decode(), before, number)
    except (RecordError, UnicodeDecodeError):
        return
    raise RecordError(f"{name}: entry {number} was altered: its line does not end where it was ended.")
