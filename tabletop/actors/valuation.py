"""Valuation: what a text is worth to a delegation, step by step, and how far each step can be counted on."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from tabletop.pack.doctrines import Doctrine, Worth
from tabletop.rules.agreements.counterparts import reversible
from tabletop.rules.agreements.counting import only_counted
from tabletop.rules.agreements.preparing import UNPREPARED_ODDS, sure_of
from tabletop.rules.agreements.publicly import in_the_way
from tabletop.rules.agreements.reputation import rates
from tabletop.rules.agreements.telling import short
from tabletop.rules.agreements.winset import premium
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import OWED, Deal
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term
from tabletop.table.drafts import Says

from .credibility import SURE, credibility, share
from .reading import amount

NEAR = 10
"""Points below its reserve at which a delegation still says that a text comes near."""
LOSS = 150
"""What a loss counts, in hundredths of a gain as large."""
FOR_GOOD = 150
"""What a step of one's own costs that cannot be taken back, in hundredths of one that can."""
WEAK_HOME = 150
"""What a cost at home counts when there is no standing left, in hundredths; 100 less with all of it."""
SO_ALREADY = 3
"""By this much less counts what a text would only make firm, because it is so already."""
SHOWN = 4
"""By this much less must a text be worth whose other side has shown that it can give no more."""
UNSAID = "Nothing in the doctrine speaks of it."
COUNTED = "It is so already, and a text adds nothing."
UNREADY = "Nobody has prepared it, so it would fall out."
FAILS = "Nobody has prepared any of it: nothing would be left of it but what a failed meeting costs us at home."


@dataclass(frozen=True, slots=True)
class Line:
    """What one step adds."""

    number: int
    """Of the step, from 1."""
    term: Term
    points: int
    because: str


@dataclass(frozen=True, slots=True)
class Valuation:
    """What a text is worth to a delegation, in points, and what it asks of one."""

    total: int
    reserve: int
    lines: tuple[Line, ...]
    """One for each step."""
    fails: bool = False
    """Whether nothing would be left of it if it were signed today."""
    shown: str = ""
    """Who has shown that it can give no more, in a sentence's middle; empty if nobody has."""

    @property
    def says(self) -> Says:
        """The answer that follows."""
        near = self.total >= self.reserve - NEAR and not self.fails
        return "accept" if self.accepted else "near" if near else "refuse"

    @property
    def accepted(self) -> bool:
        """Whether the delegation would sign."""
        return self.total >= self.reserve and not self.fails

    @property
    def because(self) -> str:
        """The sum in a sentence, with the step that weighs most."""
        if self.fails:
            return FAILS
        since = f", since {self.shown} can show that it has no more to give" if self.shown else ""
        asked = f"It is worth {self.total} to us and must be worth {self.reserve}{since}."
        heaviest = max(self.lines, key=lambda line: abs(line.points), default=None)
        return asked if heaviest is None or not heaviest.points else f"{asked} Most of all: {heaviest.because}"


def valued(book: Rulebook, doctrine_id: str, row: Row, draft: Draft, shown: Collection[str] = ()) -> Valuation:
    """What a draft signed today is worth to a doctrine, in a row that holds no more than its role may see.

    A step that nobody has prepared is worth nothing, or with dice its chance of being settled all the same. Less is asked
    of a text about which another side has `shown`, with proof, how tight it is at home.
    """
    doctrine, left, dice = book.pack.doctrine[doctrine_id], sure_of(book, row, draft), book.with_dice(row)
    lines = []
    for number, step in enumerate(draft.steps, start=1):
        if number in left.kept:
            line = _line(book, doctrine, row, left.draft, left.kept.index(number) + 1)
            lines.append(replace(line, number=number))
        elif dice:
            line = _line(book, doctrine, row, draft, number)
            lines.append(replace(line, points=line.points * UNPREPARED_ODDS // 100))
        else:
            lines.append(Line(number, step.term, 0, UNREADY))
    total = sum(line.points for line in lines)
    fails = not left.kept and not dice
    reserve = amount(book, doctrine.reserve, doctrine.role, row)
    tight = next((short(book, role) for role in shown if role != doctrine.role), "")
    return Valuation(total, reserve - (SHOWN if tight else 0), tuple(lines), fails, tight)


def worth_left(book: Rulebook, doctrine_id: str, row: Row, deal: Deal) -> int:
    """What a signed text is still worth to a doctrine: what is owed under it, and what would be undone without it."""
    doctrine, text = book.pack.doctrine[doctrine_id], _rest(deal, row[0])
    total = 0
    for duty in deal.duties:
        if duty.state in OWED:
            total += _line(book, doctrine, row, text, duty.number).points
        elif reversible(book, duty):
            total += _points(_worth(book, doctrine, row, duty.term) * SURE)
    return total


def line_about(doctrine: Doctrine, term: Term) -> Worth | None:
    """The first line of a doctrine that speaks of a term."""
    return next(
        (
            line
            for line in doctrine.worth
            if line.clause == term.clause and line.by in (None, term.role) and line.choice in (None, term.choice)
        ),
        None,
    )


def _line(book: Rulebook, doctrine: Doctrine, row: Row, draft: Draft, number: int) -> Line:
    step = draft.step(number)
    if only_counted(book, row, step.term):
        return Line(number, step.term, 0, COUNTED)
    worth = _worth(book, doctrine, row, step.term) * credibility(book, row, doctrine.role, draft, step)
    points = _points(worth // SO_ALREADY if book.term_deeds[step.term].done(row) else worth)
    if step.term.role == doctrine.role:
        points -= _price(book, row, draft, number, max(0, -points))
    found = line_about(doctrine, step.term)
    return Line(number, step.term, points, found.because if found is not None else UNSAID)


def _worth(book: Rulebook, doctrine: Doctrine, row: Row, term: Term) -> int:
    found = line_about(doctrine, term)
    return amount(book, found.worth, doctrine.role, row) if found is not None else 0


def _points(hundredths: int) -> int:
    """Whole points, to the nearest; losses count more."""
    weighed = hundredths if hundredths >= 0 else hundredths * LOSS // 100
    return (abs(weighed) + 50) // 100 * (1 if weighed >= 0 else -1)


def _price(book: Rulebook, row: Row, draft: Draft, number: int, loss: int) -> int:
    """What a step costs its owner besides what it gives away: at home, for good, and if it cannot be kept."""
    step = draft.steps[number - 1]
    role, deed = step.term.role, book.term_deeds[step.term]
    home = deed.home(row) + (premium(book, role, draft) // 2 if _opens(draft, number) else 0)
    price = home * _weight_at_home(book, row, role) // 100 if home > 0 else home
    if not deed.reversible:
        price += max(0, loss + price) * (FOR_GOOD - 100) // 100
    if step.after is None and in_the_way(book, row, step.term, anyway=False) is not None:
        price += rates(book).missed
    return price


def _opens(draft: Draft, number: int) -> bool:
    """Whether a step is the first of those that are open; half of what that costs counts, for it may be returned."""
    return number == min(draft.in_the_open, key=lambda each: draft.step(each).due, default=None)


def _weight_at_home(book: Rulebook, row: Row, role: str) -> int:
    """What a cost at home counts, in hundredths: the weaker the standing there, the more."""
    place = book.homes.get(role)
    return WEAK_HOME - share(book.schema.columns[place], row[place]) if place is not None else 0


def _rest(deal: Deal, turn: int) -> Draft:
    """A signed text as the draft that would lead on from here."""
    steps = tuple(
        Step(duty.term, max(1, duty.due - turn), duty.after, duty.together, duty.verified, duty.reading, duty.annex)
        for duty in deal.duties
    )
    return Draft(
        deal.parties[0], deal.forum, deal.parties, steps, max(1, deal.ends - turn), deal.notice, deal.sealed,
        deal.snapback, deal.linked, deal.broker,
    )  # fmt: skip
