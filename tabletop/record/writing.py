"""Writing: append to a record, flushed and synced line by line. Nothing is ever overwritten."""

from __future__ import annotations

import os
from io import FileIO
from pathlib import Path

from tabletop.pack.faults import refused

from .format import ORIGIN, Entry, Header, RecordError, line_of
from .reading import Record


class Writer:
    """Appends entries to one record file.

    What cannot be written, on a full disk for example, is kept and written with the next entry.
    """

    def __init__(self, path: Path, tip: str, length: int, torn: int = 0) -> None:
        self.path, self.tip, self.length = path, tip, length
        self.size = length + torn
        """Bytes the file was last known to hold: whole lines, and perhaps a torn one."""
        self.waiting: list[Header | Entry] = []

    def append(self, part: Header | Entry) -> None:
        """Write an entry so that it survives a crash.

        Raises:
            RecordError: if the disk refuses; the entry is kept and tried again next time.
        """
        self.waiting.append(part)
        self.flush()

    def flush(self) -> None:
        """Write what is waiting.

        Raises:
            RecordError: if the disk refuses, or another program has written to the file meanwhile.
        """
        tip, lines = self.tip, []
        for part in self.waiting:
            line, tip = line_of(part, tip)
            lines.append(line + "\n")
        data = "".join(lines).encode()
        try:
            # Unbuffered: what a full disk refused must not be tried again while closing.
            with self.path.open("r+b", buffering=0) as file:
                self._nobody_else(os.fstat(file.fileno()).st_size)
                try:
                    file.truncate(self.length)
                    file.seek(self.length)
                    _write_all(file, data)
                    os.fsync(file.fileno())
                except OSError:
                    file.truncate(self.length)
                    raise
                finally:
                    self.size = os.fstat(file.fileno()).st_size
        except OSError as error:
            raise RecordError(
                f"{self.path} cannot be written: {error.strerror}. Nothing is lost yet: make room and go on; it is tried again."
            ) from None
        self.tip, self.length, self.waiting = tip, self.length + len(data), []

    def _nobody_else(self, size: int) -> None:
        """Refuse to cut away what another program wrote after this one had read the record."""
        if size != self.size:
            raise RecordError(
                f"{self.path} was changed by another program since it was opened here, perhaps the same game in another "
                "window. Nothing of it is overwritten: leave this game, and go on from the file."
            )


def _write_all(file: FileIO, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[file.write(rest) :]


def create(path: Path, header: Header) -> Writer:
    """A new record with its header on disk.

    Raises:
        RecordError: if the file exists or cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except (OSError, ValueError) as error:
        raise RecordError(f"{path.parent} cannot be made: {refused(error)}. Choose another folder.") from None
    try:
        path.open("xb").close()
    except FileExistsError:
        raise RecordError(f"{path} exists, and records are never overwritten. Choose another name.") from None
    except (OSError, ValueError) as error:
        raise RecordError(f"{path} cannot be written: {refused(error)}. Choose another name or folder.") from None
    writer = Writer(path, ORIGIN, 0)
    try:
        writer.append(header)
    except RecordError:
        path.unlink(missing_ok=True)  # a record without a header is nobody's game
        raise RecordError(
            f"{path} cannot be written: the disk may be full. Make room, or choose another folder."
        ) from None
    return writer


def go_on(path: Path, record: Record) -> Writer:
    """Append to a record that was read; a torn last line is cut away by the first write."""
    return Writer(path, record.tip, record.length, record.torn)
