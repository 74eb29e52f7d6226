"""Slips: marks that people who write no programs put into an expression, each with what is written instead."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

_CURLY, _STRAIGHT = "‘’‚‛`´“”„‟«»", "''''''" + '""""""'
_SIGNS = {
    "&&": "and", "||": "or", "=>": ">=", "=<": "<=", "≥": ">=", "≤": "<=", "≠": "!=", "<>": "!=", "=!": "!=", "===": "==",
    "×": "*", "÷": "//", "−": "-", "–": "-", "—": "-",
}  # fmt: skip
_SLIPS: tuple[tuple[str, str, str, Callable[[str], str]], ...] = (
    # What is found, what is wrong with it, what to do, and what would stand there.
    (f"[{_CURLY}]", "{} is no straight quote.", "Use straight quotes",
     lambda mark: _STRAIGHT[_CURLY.index(mark)]),
    ("|".join(map(re.escape, sorted(_SIGNS, key=len, reverse=True))), "`{}` means nothing here.", "Write `{}`",
     _SIGNS.__getitem__),
    (r"(?<![=<>!])=(?!=)", "A single `=` does not compare.", "Write `{}`", lambda _: "=="),
    (r"!(?!=)\s*", "`!` means nothing here.", "Write `not`", lambda _: "not "),
    (r"(?<![\w.-])(?!(?:and|or|not|in|if|else|for)\b)(?i:and|or|not|in|if|else|for)(?![\w.-])",
     "`{}` is not read in capitals.", "Write `{}`", str.lower),
    (r"(?<![\w.-])\d+\s*%(?=\s*(?:$|[),\]<>=!+*-]|(?:and|or|if|else)\b))", "`{}` is no number.", "Write `{}`",
     lambda share: share.rstrip("%").rstrip()),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Slip:
    """One mark that means nothing, where it stands (from 0), and what to do about it."""

    start: int
    end: int
    instead: str
    what: str
    remedy: str


def slips_in(bare: str) -> list[Slip]:
    """The slips of an expression whose quoted words were blanked out, from left to right."""
    found: list[Slip] = []
    for pattern, what, remedy, instead in _SLIPS:
        for mark in re.finditer(pattern, bare):
            start, end = mark.span()
            if all(end <= other.start or start >= other.end for other in found):
                meant = instead(mark.group())
                slip = Slip(start, end, meant, what.format(mark.group().strip()), remedy.format(meant))
                found.append(slip)
    return sorted(found, key=lambda slip: slip.start)


def without(text: str, slips: list[Slip]) -> str:
    """The expression as it was probably meant."""
    for slip in reversed(slips):
        text = text[: slip.start] + slip.instead + text[slip.end :]
    return text
