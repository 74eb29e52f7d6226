"""The draft linter: what law and structure say of a text, for every signer alike.

It never tells how anybody will answer, and it reads nothing that one signer may see and another not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal, get_args

from tabletop.rules.effects import seen_by_others
from tabletop.rules.position import Row
from tabletop.rules.referee import keeper_named
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import OWED
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term, act_of
from tabletop.rules.verdict import Finding, Level

from .bars import bars
from .counting import only_counted
from .preparing import UNPREPARED_ODDS, sure_of
from .publicly import findings_for_all, missing
from .ratifying import ratifiers
from .reputation import rates
from .structure import orphans, unequal
from .telling import listed, owed, short, shorts, topics_named
from .words import undefined

Kind = Literal["bars", "fails", "asks", "warns", "notes"]
"""What a note does: it stops the draft, says that nothing would come of it, names a yes that is missing, warns, or tells."""
KINDS: tuple[Kind, ...] = get_args(Kind)
"""In the order in which they are read."""


@dataclass(frozen=True, slots=True)
class Note:
    """One thing to know about a draft."""

    kind: Kind
    says: str
    step: int | None = None
    """The number of the step it is about, from 1."""
    cite: str | None = None


def notes(book: Rulebook, row: Row, draft: Draft) -> tuple[Note, ...]:
    """Everything law and structure say of a draft, what stops it first."""
    barred = tuple(Note("bars", bar.says, bar.step) for bar in bars(book, row, draft))
    if any(note.step is None for note in barred) or any(step.term not in book.term_deeds for step in draft.steps):
        return barred
    found = [
        *barred,
        *_unready(book, row, draft),
        *_asks(book, row, draft),
        *_warns(book, row, draft),
        *_tells(book, row, draft),
    ]
    return tuple(sorted(found, key=lambda note: KINDS.index(note.kind)))


def _unready(book: Rulebook, row: Row, draft: Draft) -> Iterator[Note]:
    """What falls out for want of preparation, and what a meeting at which nothing is ready costs."""
    left = sure_of(book, row, draft)
    if not left.topics:
        return
    price = (
        f"the meeting fails, what it cost is spent, each party loses {rates(book).audience} at home, "
        "and nothing is signed there next turn"
    )
    topics = topics_named(book, left.topics)
    if book.with_dice(row):
        luck = f"Nobody has prepared {topics}: {UNPREPARED_ODDS} in 100 for each that it is settled all the same."
        yield Note("warns", luck if left.kept else f"{luck} If none is, {price}.")
    elif left.kept:
        out = [str(number) for number in range(1, len(draft.steps) + 1) if number not in left.kept]
        yield Note(
            "warns", f"Nobody has prepared {topics}. Signed today, it loses step{'s' * (len(out) > 1)} {listed(out)}."
        )
    else:
        yield Note("fails", f"Nobody has prepared {topics}. Signed today, nothing of it is left: {price}.")


def _asks(book: Rulebook, row: Row, draft: Draft) -> Iterator[Note]:
    for number, step in enumerate(draft.steps, start=1):
        said = _said_of(book, row, step)
        asking = [each for each in said if each.level == Level.CONSENT]
        if asking and len(asking) == len([each for each in said if each.level > Level.PERMITTED]):
            keepers = dict.fromkeys(str(each.keeper) for each in asking)
            names = ", ".join(keeper_named(book, keeper).name for keeper in keepers)
            cite = next((each.cite for each in asking if each.cite), None)
            yield Note("asks", f"{owed(book, step.term)} needs the yes of {names}.", number, cite)
    ratify = ratifiers(book, draft.parties, (step.term for step in draft.steps))
    if ratify:
        bodies = [
            f"{book.pack.forum[str(book.pack.role[role].ratifies)].name} ({short(book, role)})" for role in ratify
        ]
        yield Note("asks", f"It must be ratified: {', '.join(bodies)}. Until then it runs provisionally.")


def _warns(book: Rulebook, row: Row, draft: Draft) -> Iterator[Note]:
    living = {
        duty.term
        for deal in deals(book.layout, row)
        for duty in deal.duties
        if deal.knowers_of(duty) is None and duty.state in OWED
    }
    for number, step in enumerate(draft.steps, start=1):
        against = [each for each in _said_of(book, row, step) if each.level >= Level.BREACH]
        if against:
            gravest = max(against, key=lambda each: each.level)
            so = "would breach law that stands today" if gravest.level == Level.BREACH else "is not possible today"
            yield Note("warns", f"{owed(book, step.term)} {so}: {gravest.reason}", number, gravest.cite)
        lacking = missing(book, row, step.term)
        if lacking is not None and lacking.public:
            yield Note("warns", f"{owed(book, step.term)} is not possible today: {lacking.why}", number)
        if step.term in living:
            yield Note("warns", f"{owed(book, step.term)} is owed under another text already.", number)
        if step.term in [each.term for each in draft.steps[: number - 1]]:
            yield Note("warns", f"{owed(book, step.term)} stands in this text already.", number)
        if undefined(book, step):
            word = book.pack.word[str(book.pack.clause[step.term.clause].word)]
            says = f"“{word.name}” is left undefined: cheaper to sign today, and on its day each side reads it alone."
            yield Note("warns", says, number)
        if step.after is not None and 0 < step.after < number and draft.step(step.after).due > step.due:
            yield Note("warns", f"Step {number} falls due before step {step.after}, which it waits for.", number)
    yield from (Note("warns", says, number) for number, says in orphans(book, row, draft))
    yield from (Note("warns", says) for says in unequal(book, draft))


def _said_of(book: Rulebook, row: Row, step: Step) -> list[Finding]:
    """What the law says of the act that carries a step out, as far as everybody may know it."""
    act = act_of(step.term, book.names)
    return findings_for_all(book, row, act) if act is not None else []


def _tells(book: Rulebook, row: Row, draft: Draft) -> Iterator[Note]:
    for number, step in enumerate(draft.steps, start=1):
        if only_counted(book, row, step.term):
            yield Note("notes", f"{owed(book, step.term)} is so already: it is counted, and brings nothing.", number)
    yield from _annex(book, draft)
    if draft.notice is None and len(draft.parties) > 1:
        yield Note("notes", "There is no way out of it: leaving is a breach of good faith.")
    if draft.snapback:
        yield Note("notes", "A step proven missed undoes the other side's at once; nobody votes on it.")
    idle = [role for role in draft.parties if not draft.owed_by(role)]
    if idle:
        yield Note("notes", f"{shorts(book, idle)} owes nothing under it.")
    if book.pack.forum[draft.forum].deniable:
        yield Note("notes", "Nothing is signed here: a draft only sounds the others out.")


def _annex(book: Rulebook, draft: Draft) -> Iterator[Note]:
    """Which steps others are not told of, and which show all the same once they are done."""
    annexed = draft.annexed
    if not annexed:
        return
    which = f"Step{'s' * (len(annexed) > 1)} {listed([str(number) for number in annexed])}"
    stand = "stand" if len(annexed) > 1 else "stands"
    yield Note(
        "notes", f"{which} {stand} in a sealed annex: the signers alone know of it, and any of them can leak it."
    )
    for number in annexed:
        if _shows(book, draft.step(number).term):
            yield Note("notes", "What it changes can be seen by others, whoever signed for it.", number)


def _shows(book: Rulebook, term: Term) -> bool:
    """Whether others see something of a step that was done."""
    act = act_of(term, book.names)
    effects = [(effect, term.scope) for effect in book.pack.clause[term.clause].effects]
    effects += [(effect, act.scope) for effect in book.pack.move[act.move].effects] if act is not None else []
    return any(seen_by_others(effect, book.names, scope) for effect, scope in effects)
