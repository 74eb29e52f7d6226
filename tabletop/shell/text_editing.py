"""Text editing: a draft changed piece by piece. Drafts are values: every change gives back another one.

Nothing is refused here but what has no meaning or no room; what law and structure say of the result, the linter says.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tabletop.pack.clauses import Template
from tabletop.pack.fora import Forum
from tabletop.rules.agreements.bars import bad_step
from tabletop.rules.agreements.telling import owed
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step, from_template
from tabletop.rules.texts.terms import Term
from tabletop.table.commands import MOST_STEPS

# ---- beginning ----


def fora_for(book: Rulebook, role: str) -> tuple[tuple[str, Forum], ...]:
    """Where a role can write texts."""
    return tuple(
        (id_, forum) for id_, forum in book.pack.forum.items() if forum.texts != "none" and role in forum.members
    )


def templates_for(book: Rulebook, role: str) -> tuple[tuple[str, Template], ...]:
    """Texts to start from: those a role would be a party to first, then those it could broker."""
    own = [(id_, text) for id_, text in book.pack.template.items() if role in text.parties]
    others = [
        (id_, text)
        for id_, text in book.pack.template.items()
        if role not in text.parties and role in book.names.brokers
        if text.broker is not None or len(text.parties) > 1
    ]
    return (*own, *others)


def begun_from(book: Rulebook, template: str, role: str) -> Draft:
    """A text of the pack as a draft of this role; one who is no party to it is its broker.

    Raises:
        KeyError: if the pack has no such text.
    """
    draft = from_template(book.pack.template[template], role)
    return draft if role in draft.parties else replace(draft, broker=role)


def empty_draft(book: Rulebook, forum: str, role: str) -> Draft:
    """A text with nothing in it, between all who must sign in a forum, or a role and the first other member.

    Raises:
        KeyError: if the pack has no such forum.
    """
    members = book.pack.forum[forum].members
    match book.pack.forum[forum].texts:
        case "one":
            parties: tuple[str, ...] = (role,)
        case "any":
            parties = (role, *[other for other in members if other != role][:1])
        case _:
            parties = tuple(members)
    return Draft(role, forum, parties, ())


# ---- steps ----


def fitting_terms(book: Rulebook, draft: Draft) -> tuple[Term, ...]:
    """Every term that the draft's forum may settle and one of its parties can owe, in the pack's order."""
    forum = book.pack.forum[draft.forum]
    return tuple(
        term
        for term in book.terms
        if term.role in draft.parties and not any(bad_step(book, replace(draft, steps=()), forum, 1, Step(term)))
    )


def matching_terms(book: Rulebook, terms: Sequence[Term], text: str) -> tuple[Term, ...]:
    """Terms in whose words all that was typed occurs: owner, name, choice, topic, type."""
    wanted = text.lower().split()

    def words(term: Term) -> str:
        clause = book.pack.clause[term.clause]
        return f"{owed(book, term)} {clause.topic} {clause.type} {term.key}".lower()

    return tuple(term for term in terms if all(word in words(term) for word in wanted))


def siblings(book: Rulebook, term: Term) -> tuple[Term, ...]:
    """The same clause, owed by the same role, about each thing that it may be about."""
    return tuple(other for other in book.terms if (other.role, other.clause) == (term.role, term.clause))


def with_step(draft: Draft, step: Step, at: int | None = None) -> Draft:
    """The draft with one more step, as number `at`, or as the last open one; behind a step of the annex it joins that.

    Raises:
        IllegalOrder: if so many steps could not be written down.
    """
    if len(draft.steps) >= MOST_STEPS:
        raise IllegalOrder(f"A draft has room for {MOST_STEPS} steps. Take one out first.")
    place = (last_place(draft) if at is None else at) - 1
    if 0 < place <= len(draft.steps) and draft.steps[place - 1].annex:
        step = replace(step, annex=True)
    numbers = {old: old + (old > place) for old in range(1, len(draft.steps) + 1)}
    steps = [_renumbered(each, numbers) for each in draft.steps]
    return replace(draft, steps=(*steps[:place], step, *steps[place:]))


def last_place(draft: Draft) -> int:
    """The number that one more open step gets at the end: the annex comes after it."""
    return len(draft.steps) - len(draft.annexed) + 1


def without_step(draft: Draft, number: int) -> Draft:
    """The draft without a step; what waited for it waits for nothing."""
    numbers = {old: old - (old > number) for old in range(1, len(draft.steps) + 1) if old != number}
    steps = (_renumbered(each, numbers) for place, each in enumerate(draft.steps, 1) if place != number)
    return replace(draft, steps=tuple(steps))


def moved_step(draft: Draft, number: int, by: int) -> Draft:
    """The draft with a step earlier or later in its order; the same draft at the ends, of the text and of its annex."""
    other = number + by
    if not 1 <= other <= len(draft.steps) or draft.steps[other - 1].annex != draft.steps[number - 1].annex:
        return draft
    numbers = {place: place for place in range(1, len(draft.steps) + 1)} | {number: other, other: number}
    order = sorted(range(1, len(draft.steps) + 1), key=numbers.__getitem__)
    return replace(draft, steps=tuple(_renumbered(draft.steps[place - 1], numbers) for place in order))


def changed_step(draft: Draft, number: int, step: Step) -> Draft:
    """The draft with another step in the place of one."""
    return replace(draft, steps=(*draft.steps[: number - 1], step, *draft.steps[number:]))


def _renumbered(step: Step, numbers: dict[int, int]) -> Step:
    return replace(step, after=numbers.get(step.after or 0), together=numbers.get(step.together or 0))


# ---- the annex ----


def annexed(draft: Draft, number: int, *, annex: bool) -> Draft:
    """The draft with a step in its sealed annex, or in the open again, and with it the steps done in the same moment.

    The annex comes last; a step that would wait for a later one then waits for nothing.
    """
    order = _annex_last(draft, number, annex=annex)
    numbers = {old: new for new, old in enumerate(order, start=1)}
    moment = _moment(draft, number)
    steps = []
    for old in order:
        earlier = {other: new for other, new in numbers.items() if new < numbers[old]}
        step = _renumbered(draft.steps[old - 1], earlier)
        steps.append(replace(step, annex=annex) if old in moment else step)
    return replace(draft, steps=tuple(steps))


def annexed_place(draft: Draft, number: int, *, annex: bool) -> int:
    """The number that a step has once it is in the annex, or in the open again."""
    return _annex_last(draft, number, annex=annex).index(number) + 1


def known_to_signers(draft: Draft, *, sealed: bool) -> Draft:
    """The draft sealed as a whole, or open; one that is sealed has no annex, and none comes back with opening it."""
    steps = tuple(replace(step, annex=False) for step in draft.steps) if sealed else draft.steps
    return replace(draft, sealed=sealed, steps=steps)


def _annex_last(draft: Draft, number: int, *, annex: bool) -> list[int]:
    """The steps' numbers in the order that they come to have, the open ones first."""
    moment = _moment(draft, number)
    places = range(1, len(draft.steps) + 1)
    return sorted(places, key=lambda place: annex if place in moment else draft.steps[place - 1].annex)


def _moment(draft: Draft, number: int) -> set[int]:
    """A step and all that are done in the same moment."""
    first = draft.steps[number - 1].together or number
    return {number, first, *(place for place, step in enumerate(draft.steps, start=1) if step.together == first)}


# ---- who signs ----


def with_party(book: Rulebook, draft: Draft, role: str) -> Draft:
    """The draft with a role among its parties, or without it; in the forum's order, and a broker no longer."""
    parties = {*draft.parties} ^ {role}
    members = [*book.pack.forum[draft.forum].members, *draft.parties]
    order = tuple(dict.fromkeys(member for member in members if member in parties))
    return replace(draft, parties=order, broker=None if draft.broker in parties else draft.broker)


def could_broker(book: Rulebook, draft: Draft) -> tuple[str, ...]:
    """Who could hold both ends: any role that is no party, and the desks that do so."""
    return tuple(actor for actor in book.names.brokers if actor not in draft.parties)
