"""Countering: the one change to a text that gains a delegation most at least cost to the others."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tabletop.pack.doctrines import Doctrine
from tabletop.rules.agreements.bars import barred
from tabletop.rules.agreements.reputation import rates
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term

from .valuation import Valuation, line_about, valued

NOTICE = 1
"""Turns of notice that a delegation adds to a text without a way out."""
LATER = 2
"""Turns by which it puts off a step of its own."""
DROPPED, MOVED, SAFER, GOOD_FAITH = 3, 1, 2, 5
"""What a change costs the others in public, in points: a step of ours taken out, a turn sooner or later, a clause
on breach or exit, and a step that cannot be taken back, each besides what is asked of them at home."""


@dataclass(frozen=True, slots=True)
class Counter:
    """A text with one thing changed."""

    draft: Draft
    change: str
    """What was changed, as a sentence's end: `without step 2`."""
    cost: int
    """What it costs the others' public position, in points."""


def counter_to(book: Rulebook, doctrine_id: str, row: Row, draft: Draft) -> tuple[Counter, Valuation] | None:
    """The best single change that makes a draft worth signing to a doctrine, if one does; the first of equals."""
    before = valued(book, doctrine_id, row, draft)
    found: list[tuple[int, Counter, Valuation]] = []
    for counter in _changes(book, book.pack.doctrine[doctrine_id], row, draft, before):
        after = valued(book, doctrine_id, row, counter.draft)
        if after.accepted and after.total > before.total:
            found.append((after.total - before.total - counter.cost, counter, after))
    for _, counter, after in sorted(found, key=lambda each: -each[0]):
        if barred(book, row, counter.draft) is None:
            return counter, after
    return None


def _changes(book: Rulebook, doctrine: Doctrine, row: Row, draft: Draft, value: Valuation) -> Iterator[Counter]:
    role = doctrine.role
    mine = replace(draft, by=role)
    for line, step in zip(value.lines, draft.steps, strict=True):
        if line.points < 0 and len(draft.owed_by(step.term.role)) > 1:  # nobody gets off with owing nothing
            cost = DROPPED + _asked(book, row, step) if step.term.role == role else 0
            yield Counter(_without(mine, line.number), f"without step {line.number}", cost)
        yield from _other_choices(book, row, role, mine, line.number)
        yield from _other_days(role, mine, line.number)
    if not draft.snapback and len(draft.parties) > 1:
        yield Counter(replace(mine, snapback=True), "with snap-back", SAFER)
    if draft.notice is None:
        yield Counter(replace(mine, notice=NOTICE), "with a way out", SAFER)
    if len(draft.steps) < rates(book).steps:
        yield from _more(book, doctrine, row, mine)


def _other_choices(book: Rulebook, row: Row, role: str, draft: Draft, number: int) -> Iterator[Counter]:
    step = draft.steps[number - 1]
    for choice in book.pack.clause[step.term.clause].choices:
        other = replace(step, term=Term(step.term.role, step.term.clause, choice))
        if choice != step.term.choice and all(other.term != each.term for each in draft.steps):
            harder = _asked(book, row, other) - _asked(book, row, step)
            cost = MOVED + max(0, -harder if step.term.role == role else harder)
            yield Counter(_with(draft, number, other), f"with step {number} about {choice_name(book, choice)}", cost)


def _other_days(role: str, draft: Draft, number: int) -> Iterator[Counter]:
    step = draft.steps[number - 1]
    own = step.term.role == role
    first = draft.steps[step.after - 1].due if step.after is not None else 1
    due = min(draft.duration, step.due + LATER) if own else first
    if due != step.due and step.together is None and all(each.together != number for each in draft.steps):
        when = "later" if own else "sooner"
        change = _with(draft, number, replace(step, due=due))
        yield Counter(change, f"with step {number} {when}", MOVED * abs(due - step.due))


def _more(book: Rulebook, doctrine: Doctrine, row: Row, draft: Draft) -> Iterator[Counter]:
    """One more step that others owe in some text of the pack, and of which the doctrine thinks something.

    It stands last, and so in the annex if there is one.
    """
    known = {step.term for step in draft.steps}
    last = max(step.due for step in draft.steps)
    for template in book.pack.template.values():
        for each in template.step:
            term = Term(each.by, each.clause, each.choice)
            if term.role not in draft.parties or term.role == doctrine.role or term in known:
                continue
            known.add(term)
            if line_about(doctrine, term) is not None:
                step = Step(term, last, reading=each.reading, annex=bool(draft.annexed))
                change = f"with one more step of {book.pack.role[term.role].short}"
                yield Counter(replace(draft, steps=(*draft.steps, step)), change, DROPPED + _asked(book, row, step))


def _asked(book: Rulebook, row: Row, step: Step) -> int:
    """What anybody can tell that a step takes from its owner."""
    deed = book.term_deeds[step.term]
    capital = max(0, deed.cost(row)) + (max(0, deed.deed.cost(row)) if deed.deed is not None else 0)
    return max(0, deed.home(row)) + capital + GOOD_FAITH * (not deed.reversible)


def _with(draft: Draft, number: int, step: Step) -> Draft:
    return replace(draft, steps=(*draft.steps[: number - 1], step, *draft.steps[number:]))


def _without(draft: Draft, number: int) -> Draft:
    """A draft without a step. What waited for it waits no more; who held its other end holds nothing."""

    def moved(other: int | None) -> int | None:
        return None if other in (None, number) else other - 1 if other is not None and other > number else other

    steps = tuple(
        replace(step, after=moved(step.after), together=moved(step.together), verified=step.verified * (step.after != number))
        for place, step in enumerate(draft.steps, start=1)
        if place != number
    )  # fmt: skip
    return replace(draft, steps=steps)
