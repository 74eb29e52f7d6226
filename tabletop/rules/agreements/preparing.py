"""Preparing: what is left of a draft once the topics that nobody prepared have fallen out."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.rules.chance import happens
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft

UNPREPARED_ODDS = 50
"""Chance in a hundred, with dice, that a topic nobody prepared is settled all the same."""


@dataclass(frozen=True, slots=True)
class Struck:
    """What is left of a draft once unprepared topics have fallen out."""

    draft: Draft
    topics: tuple[str, ...]
    """Topics that fell out."""
    kept: tuple[int, ...]
    """The numbers that the steps which are left had in the whole draft, from 1."""


def as_prepared(book: Rulebook, row: Row, draft: Draft, seed: int) -> Struck:
    """A draft without the steps of topics that nobody prepared, and of steps that waited for those.

    In fair mode only the prepared topics stand, in the order of the steps; with dice each other topic has a chance.
    """
    lost = unprepared(book, row, draft)
    if book.with_dice(row):
        lost = tuple(t for t in lost if not happens(seed, row[0], f"text/{draft.forum}/{t}", UNPREPARED_ODDS))
    return _without(book, draft, lost)


def sure_of(book: Rulebook, row: Row, draft: Draft) -> Struck:
    """What would be left of a draft that was signed today, whatever the luck. Everybody may know it."""
    return _without(book, draft, unprepared(book, row, draft))


def unprepared(book: Rulebook, row: Row, draft: Draft) -> tuple[str, ...]:
    """Topics of a draft that nobody has prepared, in the order of its steps: those beyond as many as are ready."""
    if book.pack.forum[draft.forum].prepared is None:
        return ()
    topics = dict.fromkeys(book.pack.clause[step.term.clause].topic for step in draft.steps)
    ready = book.fora[draft.forum].prepared(row)
    return tuple(list(topics)[max(0, ready) :])


def _without(book: Rulebook, draft: Draft, lost: tuple[str, ...]) -> Struck:
    """A draft without some topics; what is left is numbered anew."""
    if not lost:
        return Struck(draft, (), tuple(range(1, len(draft.steps) + 1)))
    kept = {
        number for number, step in enumerate(draft.steps, 1) if book.pack.clause[step.term.clause].topic not in lost
    }
    while orphans := {n for n in kept if {draft.step(n).after, draft.step(n).together} - {None} - kept}:
        kept -= orphans
    if all(draft.step(number).annex for number in kept):
        kept = set()  # an annex goes with the text it belongs to
    numbers = {old: new for new, old in enumerate(sorted(kept), start=1)}
    steps = tuple(
        replace(step, after=numbers.get(step.after or 0), together=numbers.get(step.together or 0))
        for number, step in enumerate(draft.steps, 1)
        if number in kept
    )
    return Struck(replace(draft, steps=steps), lost, tuple(sorted(kept)))
