"""What somebody sealed, in a replay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.verdict import Level
from tabletop.shell.watching import SealedLine
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par


def sealed_rows(says: str, sealed: Sequence[SealedLine]) -> tuple[Row, ...]:
    """The entry, then each act and answer."""
    rows = [Row(((says, "head"),), wrap=True)]
    for number, line in enumerate(sealed):
        more = (par(line.because, "quiet", hang=2),) if line.because else ()
        rows.append(Row((*_sign(line), (line.text, "")), f"sealed/{number}", more=more, wrap=True))
    return tuple(rows)


def sealed_page(says: str, sealed: Sequence[SealedLine]) -> Iterator[Par]:
    """What can be said about a sealed entry."""
    yield par(says, "strong")
    if not sealed:
        yield par("What was in it shows when the seals open.", "quiet")
    for line in sealed:
        yield Par((*_sign(line), (line.text, "")), hang=2)
        if line.because:
            yield par(line.because, "quiet", hang=4)


def _sign(line: SealedLine) -> Line:
    if line.said:
        return ()
    mark = MARKS[Level.BREACH if line.knowing else Level.CONSENT if line.ask else Level.PERMITTED]
    word = "asks: " if line.ask else "knowingly: " if line.knowing else ""
    return ((f"{mark.sign} ", mark.tint), (word, "quiet"))
