"""The ending as rows and pages."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from tabletop.rules.rulebook import Rulebook
from tabletop.shell.result import Result
from tabletop.shell.words import points
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par


def score_rows(book: Rulebook, results: Mapping[str, Result], people: Collection[str]) -> tuple[Row, ...]:
    """Every role with its score and its par; the order is the pack's, for nobody wins over another."""
    head = Row((("Role", "head"),), right=(("points   par      ", "quiet"),))
    rows = [head]
    for role, found in results.items():
        difference = found.score.against_par
        sign = "▲" if difference > 0 else "▼" if difference < 0 else "·"
        name = book.pack.role[role].short
        you = ((" you", "note"),) if role in people else ()
        right = (
            (f"{points(found.score.total):>5}", "strong"),
            (f"{points(found.score.par):>6}", "quiet"),
            (f" {sign}{points(abs(difference)):>4}", "note"),
        )
        rows.append(Row(((name, ""), *you), role, right))
    return tuple(rows)


def ending_page(book: Rulebook, found: Result) -> Iterator[Par]:
    """The ending, and one role's score line by line."""
    yield par(found.ending.upper(), "head")
    yield par(found.says)
    yield GAP
    yield par(book.pack.role[found.score.role].name, "strong")
    yield par(found.headline, "note")
    yield GAP
    for line in found.lines:
        indent = len(line) - len(line.lstrip())
        yield Par(((line.strip(), "" if indent else "strong"),), hang=indent)
    yield GAP
    yield par(
        "Par is a middling score for this role in this scenario. Roles are measured against their own par, never against each other.",
        "quiet",
    )
