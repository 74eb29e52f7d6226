"""Faults: what is wrong with a pack, where it stands, and what would mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

KeyPath = tuple[str | int, ...]
"""Where something stands: keys and list positions, from the top-level table down."""

_BARE_KEY = re.compile(r"[A-Za-z0-9_-]+")
_MAX_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault before its place in a file is known. Checks yield these; the loader places them."""

    path: KeyPath
    """From the pack's own top: `("move", "aid", "by", 0)`, `("header", "play")`, `("scenario", "quick", "turns")`."""
    what: str
    remedy: str
    at: Literal["key", "value"] = "value"
    offset: int | None = None
    """How far into the text that stands there, in characters."""


@dataclass(frozen=True)
class Fault:
    """One thing wrong at one place of one file. Line and column count from 1; 0 means the file as a whole."""

    file: str
    line: int
    column: int
    path: KeyPath
    """The keys that lead there within the file."""
    what: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        keys = f"{dotted(self.path)}: " if self.path else ""
        return f"{place}  {keys}{self.what} Remedy: {self.remedy}"


@dataclass(frozen=True)
class Lint(Fault):
    """A warning: the pack loads, but something in it is probably not meant."""


class PackError(Exception):
    """A pack that cannot be played, with everything that was found wrong in it."""

    def __init__(self, faults: Iterable[Fault], origin: str = "") -> None:
        self.faults = tuple(sorted(set(faults), key=_reading_order))
        self.origin = origin
        super().__init__("\n".join(map(str, self.faults)))


def refused(error: OSError | ValueError) -> str:
    """Why the system refuses a path, in its own words; a `ValueError` is a name that nothing can have."""
    return (error.strerror if isinstance(error, OSError) else None) or "nothing can have that name"


def dotted(path: KeyPath) -> str:
    """A key path as an author would write it: `move.aid.needs[0].when`."""
    text = ""
    for part in path:
        if isinstance(part, int):
            text += f"[{part}]"
        else:
            shown = part if _BARE_KEY.fullmatch(part) and len(part) <= _MAX_SHOWN else quoted(part)
            text += f".{shown}" if text else shown
    return text


def quoted(text: str) -> str:
    """A word from a pack in quotes, shortened and made harmless for a terminal."""
    short = text if len(text) <= _MAX_SHOWN else text[:_MAX_SHOWN] + "…"
    return '"' + "".join(mark if mark.isprintable() else ascii(mark)[1:-1] for mark in short) + '"'


def _reading_order(fault: Fault) -> tuple[str, int, int, str]:
    return fault.file, fault.line, fault.column, fault.what
