"""The result: an ending and a score, explained."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import ENDING_SHARE, PRIVATE_SHARE, PUBLIC_SHARE, Score, score

from .words import points


@dataclass(frozen=True, slots=True)
class Result:
    """How a game ended for one role."""

    ending: str
    says: str
    score: Score
    lines: tuple[str, ...]
    """The sum, line by line."""
    headline: str
    """`5.2 points, par 4.5: 0.7 above par.`"""


def result(book: Rulebook, row: Row, scenario: str, role: str) -> Result:
    """The ending and the score of a role, with how each part counts."""
    found = score(book, row, scenario, role)
    ending = book.pack.ending[found.ending] if found.ending else None
    lines = [f"The ending, {ENDING_SHARE} %: {points(found.ending_value)} of 10"]
    for public, share, word in ((True, PUBLIC_SHARE, "Public aims"), (False, PRIVATE_SHARE, "Private aims")):
        lines.append(f"{word}, {share} %:")
        lines += [f"  {aim.name}: {points(aim.points)} of 10" for aim in found.aims if aim.public is public]
    if ending is not None and ending.void_aims:
        lines.append("War voids every aim and scores nothing for anybody.")
    difference = found.against_par
    against = "at par" if difference == 0 else f"{points(abs(difference))} {'above' if difference > 0 else 'below'} par"
    headline = f"{points(found.total)} points, par {points(found.par)}: {against}."
    return Result(
        ending.name if ending else "No ending yet", ending.says if ending else "", found, tuple(lines), headline
    )
