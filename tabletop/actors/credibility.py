"""Credibility: how far a delegation counts on a step of a text, in whole hundredths."""

from __future__ import annotations

from tabletop.pack.names import track_label
from tabletop.rules.agreements.publicly import findings_for_all, missing
from tabletop.rules.agreements.reputation import rates, verification
from tabletop.rules.agreements.words import undefined
from tabletop.rules.position import Column, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.verdict import Level

SURE = 100
"""A step of one's own, or one that is done."""
LEAST = 10
"""What even the least likely promise counts."""
PROMISED = 60
"""A promise between governments that do not trust each other, seen by nobody."""
TRUSTED = 30
"""Added by full trust."""
SEEN = 15
"""Taken off what can be reported falsely, for each degree by which verification falls short of 3."""
ANSWERED = 10
"""Added where a breach would undo the other side's steps at once, and where a broker holds both ends."""
WAITING = 8
"""Taken off what waits for another step."""
SLOW, SLOWEST = 2, 20
"""Taken off for each turn after the first in which a step falls due, and the most of it."""
OPEN_WORD = 15
"""Taken off where a word is left open."""
ASKING, UNLAWFUL = 15, 30
"""Taken off what needs somebody else's yes, and what cannot be done as things stand today."""


def credibility(book: Rulebook, row: Row, role: str, draft: Draft, step: Step) -> int:
    """How far a role counts on a step, in a row that holds no more than it may see."""
    if step.term.role == role:
        return SURE
    found = PROMISED + TRUSTED * _trust(book, row, role, step.term.role) // 100
    if book.pack.clause[step.term.clause].feign:
        found -= SEEN * (3 - verification(book, row))
    found += ANSWERED * (draft.snapback + (step.together is not None))
    found -= WAITING * (step.after is not None) + min(SLOWEST, SLOW * (step.due - 1))
    found -= OPEN_WORD * undefined(book, step) + _in_law(book, row, step)
    return max(LEAST, min(SURE, found))


def share(column: Column, value: int) -> int:
    """How far up its range a number stands, in hundredths."""
    return (value - column.low) * 100 // max(1, column.high - column.low)


def _trust(book: Rulebook, row: Row, role: str, other: str) -> int:
    track = rates(book).trust
    if track is None or role in book.pack.desk:
        return 50
    place = book.schema.index[track_label(track, (role, other), book.names.roles)]
    return share(book.schema.columns[place], row[place])


def _in_law(book: Rulebook, row: Row, step: Step) -> int:
    """What stands in a step's way as far as everybody knows; what its owner alone can see is not read."""
    lacking = missing(book, row, step.term)
    if lacking is not None and lacking.public:
        return UNLAWFUL
    deed = book.term_deeds[step.term].deed
    if deed is None or book.level(row, deed.act) == Level.PERMITTED:
        return 0
    level = max((each.level for each in findings_for_all(book, row, deed.act)), default=Level.PERMITTED)
    return 0 if level == Level.PERMITTED else ASKING if level == Level.CONSENT else UNLAWFUL
