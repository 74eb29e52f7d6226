"""TOML text: parsed, or its first mistake told in words for somebody who does not program."""

from __future__ import annotations

import re
from typing import Any

import tomli

from .faults import Fault

_MISTAKES: tuple[tuple[str, str, str], ...] = (
    (
        "Invalid value",
        "The value here cannot be read.",
        "Texts stand in quotes, lists in [ ], numbers and true/false bare.",
    ),
    ("Expected '=' after a key", "A key is written here without `=`.", "Write `key = value`."),
    (
        "Expected newline or end",
        "Something stands after the end of the value.",
        "Begin a new line, or put the value in quotes.",
    ),
    ("Cannot overwrite", "This key is set twice in one table.", "Keep one of the two."),
    ("Cannot declare", "This table is defined twice.", "Give one of the two another id."),
    ("Cannot redefine", "This table is defined twice.", "Give one of the two another id."),
    (
        "Cannot mutate",
        "This table is already closed and takes no more keys.",
        "Add the keys where the table is written.",
    ),
    ("Duplicate inline table key", "A key is set twice between the braces.", "Keep one of the two."),
    (
        "Illegal character '\\n'",
        "The text is not closed on its line.",
        'Close it with a quote, or use """ for several lines.',
    ),
    ("Unterminated string", "The text is not closed.", "Close it with the quote it began with."),
    ("Expected \"'", "The text is not closed.", "Close it with the quote it began with."),
    (
        "Unescaped '\\' in a string",
        "A backslash in a text means something else in TOML.",
        "Write \\\\ or use '...' quotes.",
    ),
    ("Escaped character", "This \\u code is no character.", "Write the character itself."),
    (
        "Unclosed array",
        "The list is not closed, or a comma is missing.",
        "Put commas between the entries and ] at the end.",
    ),
    (
        "Unclosed inline table",
        "The braces are not closed, or a comma is missing.",
        "Put commas between the keys and } at the end.",
    ),
    ("Expected ']", "The table's name is not closed.", "Write `[table.id]`, or `[[table.id]]` for one of several."),
    (
        "Invalid initial character for a key part",
        "A key must stand here.",
        "Write a key of letters, digits and hyphens.",
    ),
    ("Invalid statement", "This is neither a key nor a table.", "Write `key = value`, `[table.id]` or a # remark."),
    ("Invalid date or datetime", "This date is not in the calendar.", "Write it as 2017-05-15."),
    ("Found invalid character", "This character may not stand here.", "Delete it."),
)
_FALLBACK = ("The file cannot be read from here on.", "See docs/pack-format.md for how tables are written.")
_DIGITS = re.compile(r"(?<![0-9_])[0-9_]{1000,}")
_OPENING = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+(?:"{3,5})?|"(?:[^"\\\n]|\\[^\n])*+"?|\'[^\'\n]*+\'?|#[^\n]*+|[\[\]{}]', re.DOTALL
)


def parse_toml(file: str, text: str, first_line: int = 1) -> dict[str, Any] | Fault:
    """The tables of a text, or what is wrong with it and where.

    `first_line` is the line of the file at which the text begins, for texts that are part of a file.
    """
    shift = first_line - 1
    try:
        return tomli.loads(text)
    except tomli.TOMLDecodeError as error:
        what, remedy = next(
            ((what, remedy) for start, what, remedy in _MISTAKES if error.msg.startswith(start)), _FALLBACK
        )
        return Fault(file, error.lineno + shift, error.colno, (), what, remedy)
    except RecursionError:
        line, column = _deepest(text)
        return Fault(
            file,
            line + shift,
            column,
            (),
            "Lists or braces are nested far too deeply here.",
            "Close them, or use tables.",
        )
    except ValueError:
        # Python refuses to read whole numbers of thousands of digits, and does not say where they stand.
        digits = _DIGITS.search(text)
        line, column = _line_and_column(text, digits.start() if digits else 0)
        return Fault(file, line + shift, column, (), "This number is far too long.", "Write one below a million.")


def _deepest(text: str) -> tuple[int, int]:
    """Line and column of the innermost bracket, texts and remarks left aside."""
    depth, deepest, place = 0, 0, 0
    for mark in _OPENING.finditer(text):
        if mark.group() in "[{":
            depth += 1
            if depth > deepest:
                deepest, place = depth, mark.start()
        elif mark.group() in "]}":
            depth -= 1
    return _line_and_column(text, place)


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    return text.count("\n", 0, position) + 1, position - text.rfind("\n", 0, position)
