"""The result: an ending and a score, explained."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.endings import Ending
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import ENDING_SHARE, PRIVATE_SHARE, PUBLIC_SHARE, Score, score

from .words import points

NONE_YET = "No ending yet"


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


def closing(book: Rulebook, row: Row, scenario: str, actor: str) -> list[str]:
    """The ending so far, and a role's own score, line by line; a desk is not scored."""
    if actor in book.pack.desk:
        ending = _ending(book, row)
        told = f"{ending.name}. {ending.says}" if ending is not None else NONE_YET
        return [f"Ending: {told}", f"{book.pack.desk[actor].name}: a desk is not scored."]
    found = result(book, row, scenario, actor)
    told = f"Ending: {found.ending}. {found.says}".strip()
    return [told, *found.lines, f"{book.pack.role[actor].name}: {found.headline}"]


def result(book: Rulebook, row: Row, scenario: str, role: str) -> Result:
    """The ending and the score of a role, with how each part counts."""
    found = score(book, row, scenario, role)
    ending = _ending(book, row)
    lines = [f"The ending, {ENDING_SHARE} %: {points(found.ending_value)} of 10"]
    for public, share, word in ((True, PUBLIC_SHARE, "Public aims"), (False, PRIVATE_SHARE, "Private aims")):
        lines.append(f"{word}, {share} %:")
        lines += [f"  {aim.name}: {points(aim.points)} of 10" for aim in found.aims if aim.public is public]
    if ending is not None and ending.void_aims:
        lines.append("War voids every aim and scores nothing for anybody.")
    difference = found.against_par
    against = "at par" if difference == 0 else f"{points(abs(difference))} {'above' if difference > 0 else 'below'} par"
    headline = f"{points(found.total)} points, par {points(found.par)}: {against}."
    return Result(ending.name if ending else NONE_YET, ending.says if ending else "", found, tuple(lines), headline)


def _ending(book: Rulebook, row: Row) -> Ending | None:
    reached = book.ending(row)
    return book.pack.ending[reached] if reached is not None else None
