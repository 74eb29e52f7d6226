"""Limits: how large, how deep and how odd a pack may be before it is refused unread.

A pack may come from a stranger or be broken by a bad copy. Everything here is checked in time that
grows no faster than the files do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from .faults import Fault, quoted

HEADER_FILE = "pack.toml"
"""The one file every pack has."""

MAX_FILES = 400
MAX_FILE_BYTES = 256 * 1024
MAX_PACK_BYTES = 2 * 1024 * 1024
MAX_KEY_PARTS = 16
MAX_FAULTS = 500
"""Faults told of in one run; a pack with more has one mistake many times over."""

_CONTROL_BYTES = bytes(code for code in range(0x20) if code not in b"\t\n") + b"\x7f\xed"
"""Bytes that stand for themselves, and the first byte of half a character (and of some whole ones)."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
# One part of a dotted key, quoted or not. Possessive, and begun only where a part can begin, so that no
# text takes longer to search than it is long.
_PART = r"""(?:(?<![\w-])[\w-]++|(?<!\\)"(?:[^"\\\n]|\\.)*+"|'[^'\n]*+')"""
_LONG_KEY = re.compile(rf"{_PART}(?:[ \t]*+\.[ \t]*+{_PART}){{{MAX_KEY_PARTS}}}")


def whole_file(file: str, what: str, remedy: str) -> Fault:
    """A fault of a file as a whole, with no line to point at."""
    return Fault(file, 0, 0, (), what, remedy)


def name_and_size_faults(sizes: Mapping[str, int]) -> Iterator[Fault]:
    """What is wrong with the names and sizes (in bytes) of a pack's files, before any is read."""
    if len(sizes) > MAX_FILES:
        yield whole_file(
            "pack.toml",
            f"The pack has {len(sizes)} files; at most {MAX_FILES} are read.",
            "Put several tables into one file.",
        )
        return
    if sum(sizes.values()) > MAX_PACK_BYTES and max(sizes.values()) <= MAX_FILE_BYTES:
        yield whole_file(
            "pack.toml",
            f"The pack's files hold {sum(sizes.values()):,} bytes; at most {MAX_PACK_BYTES:,} are read.",
            "Take out what does not belong to the pack.",
        )
    for name, size in sizes.items():
        if not _stays_inside(name):
            yield whole_file(
                quoted(name),
                "This path does not stay inside the pack's folder.",
                "Name files by plain paths such as law/freeze.toml.",
            )
        elif size > MAX_FILE_BYTES:
            yield whole_file(
                name,
                f"This file holds {size:,} bytes; at most {MAX_FILE_BYTES:,} are read.",
                "Split it into smaller files.",
            )


def text_faults(file: str, text: str) -> Iterator[Fault]:
    """What makes a text unfit to be read at all: control characters, and keys without end."""
    # Deleting bytes and counting what is left is many times faster than searching a text of ordinary length.
    data = text.encode(errors="surrogatepass")
    if len(data.translate(None, _CONTROL_BYTES)) < len(data) and (mark := _CONTROL.search(text)):
        yield _at(
            file,
            text,
            mark.start(),
            f"A control character (U+{ord(mark.group()):04X}) stands here.",
            "Delete it; texts hold plain characters, tabs and line ends.",
        )
    dotted = file.endswith(".toml") and any(line.count(".") >= MAX_KEY_PARTS for line in text.split("\n"))
    if dotted and (key := _LONG_KEY.search(text)):
        yield _at(
            file,
            text,
            key.start(),
            f"This key has more than {MAX_KEY_PARTS} parts.",
            "No table of the format lies that deep: shorten the key.",
        )


def decoded(file: str, data: bytes) -> str | Fault:
    """A file's bytes as text, or what keeps them from being one."""
    try:
        return normal(data.decode())
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before[before.rfind(b"\n") + 1 :].decode(errors="replace")) + 1
        return Fault(
            file, line, column, (), "The file is not UTF-8 text from here on.", "Save it again with the encoding UTF-8."
        )


def normal(text: str) -> str:
    """The text without a byte order mark and with plain line ends, so that every system reads the same pack."""
    return text.removeprefix("\ufeff").replace("\r\n", "\n")


def _stays_inside(name: str) -> bool:
    parts = name.split("/")
    plain = name.isprintable() and "\\" not in name and ":" not in name and len(name) <= 200
    return plain and all(part not in ("", ".", "..") for part in parts)


def _at(file: str, text: str, position: int, what: str, remedy: str) -> Fault:
    start = text.rfind("\n", 0, position) + 1
    return Fault(file, text.count("\n", 0, position) + 1, position - start + 1, (), what, remedy)
