"""Text differences: what one draft changes in another, in words, so that nothing is signed unseen."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rules.agreements.telling import listed, owed
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term

from .text_telling import draft_steps, header


def differences(book: Rulebook, before: Draft, after: Draft) -> tuple[str, ...]:
    """What an answer changes in a draft: terms left out, terms added, terms that have become secret or open, days,
    conditions and words of those that stay, and lines of the header.
    """
    was, now = ({owed(book, step.term): step.annex for step in draft.steps} for draft in (before, after))
    out = [f"without {term}" for term in was if term not in now]
    added = [f"with {term}{' in the annex' if annex else ''}" for term, annex in now.items() if term not in was]
    moved = [
        f"{term} {'into' if annex else 'out of'} the annex"
        for term, annex in now.items()
        if was.get(term, annex) != annex
    ]
    lines = [
        f"{word.lower()}: {new}"
        for (word, old), (_, new) in zip(header(book, before), header(book, after), strict=True)
        if old != new
    ]
    return (*out, *added, *moved, *_manners(book, before, after), *lines) or (
        () if before.steps == after.steps else ("another order",)
    )


def loosened(before: Draft, after: Draft) -> tuple[int, ...]:
    """The numbers of the steps of `after` that waited for a step in `before` and wait for none now."""
    waited = {step.term for step in before.steps if step.after is not None or step.together is not None}
    return tuple(
        number
        for number, step in enumerate(after.steps, start=1)
        if step.term in waited and step.after is None and step.together is None
    )


def loosened_line(before: Draft, after: Draft) -> str:
    """That steps wait for nothing any more, since what they waited for has gone or comes after them; empty if none."""
    numbers = [str(number) for number in loosened(before, after)]
    if len(numbers) < 2:
        return "".join(f"Step {number} waits for nothing now." for number in numbers)
    return f"Steps {listed(numbers)} wait for nothing now."


def _manners(book: Rulebook, before: Draft, after: Draft) -> Iterator[str]:
    """The steps that both have, as they stand now, if their day, their conditions or their word is another."""
    was = {step.term: _manner(before, step) for step in before.steps}
    free = loosened(before, after)
    for step, told in zip(after.steps, draft_steps(book, after), strict=True):
        if was.get(step.term, _manner(after, step)) != _manner(after, step):
            parts = (told.when, *told.conditions, *(["waits for nothing now"] if told.number in free else []))
            yield f"step {told.number} now {', '.join(parts)}"


def _manner(draft: Draft, step: Step) -> tuple[int, Term | None, Term | None, int, str | None]:
    """When and how a step is due, by the terms it waits for: numbers change with the order, and mean nothing then."""
    waits, beside = (draft.step(each).term if each is not None else None for each in (step.after, step.together))
    return step.due, waits, beside, step.verified if waits is not None else 0, step.reading
