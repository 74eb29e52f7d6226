"""Structure: what a draft waits for that nothing brings about, and who gives more for good than it gets."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabletop.pack.effects import Effect
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step

from .reputation import rates, verification
from .telling import listed, short

ANYWHERE = 3
"""As well as things can be verified."""


def orphans(book: Rulebook, row: Row, draft: Draft) -> Iterator[tuple[int, str]]:
    """Steps that wait for a verification which neither the world nor another step brings, with what would."""
    now = verification(book, row)
    for number, step in enumerate(draft.steps, start=1):
        others = [other for place, other in enumerate(draft.steps, start=1) if not _waits(draft, place, number)]
        if step.verified > _brought(book, now, (other.term.clause for other in others)):
            able = [
                clause.name
                for id_, clause in book.pack.clause.items()
                if _brought(book, now, (id_,)) >= step.verified and set(clause.by) & set(draft.parties)
            ]
            would = f" {listed(able, 'or')} would." if able else ""
            yield number, f"Nothing in this text brings verification to {step.verified}; it is {now} today.{would}"


def unequal(book: Rulebook, draft: Draft) -> Iterator[str]:
    """Who gives more steps for good than it gets, where others can take theirs back; by number."""
    for role in draft.parties:
        given = len(_for_good(book, draft.owed_by(role)))
        received = [step for step in draft.steps if step.term.role != role]
        lasting = len(_for_good(book, received))
        if given > lasting and lasting < len(received):
            gets = str(lasting) if lasting else "none"
            name = short(book, role)
            yield f"{name} gives {given} step{'s' * (given > 1)} for good and gets {gets}; the rest can be taken back."


def _waits(draft: Draft, place: int, number: int) -> bool:
    """Whether a step is another one, or waits for it, through others or not."""
    if place == number:
        return True
    step = draft.step(place)
    return any(
        each is not None and each < place and _waits(draft, each, number) for each in (step.after, step.together)
    )


def _brought(book: Rulebook, now: int, clauses: Iterable[str]) -> int:
    """How well things can be verified once these clauses are carried out, by their own effects and their moves'."""
    found = now
    for id_ in clauses:
        clause = book.pack.clause[id_]
        moved = book.pack.move[clause.move].effects if clause.move is not None else ()
        for effect in (*moved, *clause.effects):
            if effect.track is not None and effect.track == rates(book).verification:
                found = max(found, _after(effect, found))
    return min(found, ANYWHERE)


def _after(effect: Effect, before: int) -> int:
    """The most that an effect makes of a track; what a formula gives is not read, for not all may read it."""
    if isinstance(effect.set, int):
        return effect.set
    if isinstance(effect.add, int):
        return before + effect.add
    return ANYWHERE


def _for_good(book: Rulebook, steps: Iterable[Step]) -> list[Step]:
    return [step for step in steps if not book.term_deeds[step.term].reversible]
