"""The draft linter: what law and structure say of a text, for every signer alike.

It never tells how anybody will answer, and it reads nothing that one signer may see and another not.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal, get_args

from tabletop.pack.fora import Forum
from tabletop.pack.formula import FALSE, Formula, cells
from tabletop.pack.step_order import never_together
from tabletop.rules.answers import reader
from tabletop.rules.position import Row
from tabletop.rules.referee import findings_of, keeper_named
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import act_of, readings_of
from tabletop.rules.verdict import Finding, Level

from .admission import refusals
from .ladder import GONE
from .ratifying import ratifiers
from .reputation import rates
from .signing import UNPREPARED_ODDS, sure_of, undefined
from .structure import orphans, unequal
from .telling import listed, owed, short, shorts, topics_named

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
    barred = tuple(_bars(book, row, draft))
    if any(note.step is None for note in barred) or any(step.term not in book.term_deeds for step in draft.steps):
        return barred
    found = [
        *barred,
        *_unready(book, row, draft),
        *_asks(book, row, draft),
        *_warns(book, row, draft),
        *_tells(book, draft),
    ]
    return tuple(sorted(found, key=lambda note: KINDS.index(note.kind)))


def barred(book: Rulebook, row: Row, draft: Draft) -> Note | None:
    """The first thing that stops a draft, if anything does."""
    return next(_bars(book, row, draft), None)


def _bars(book: Rulebook, row: Row, draft: Draft) -> Iterator[Note]:
    agreements, layout = book.pack.header.agreements, book.layout
    forum = book.pack.forum.get(draft.forum)
    if agreements is None or layout is None:
        yield Note("bars", "This pack has no signed texts.")
        return
    if forum is None or forum.texts == "none":
        able = ", ".join(id_ for id_, other in book.pack.forum.items() if other.texts != "none")
        yield Note("bars", f"No text can be written in {draft.forum!r}. Choose one of: {able}.")
        return
    yield from _bad_parties(book, draft, forum)
    yield from (Note("bars", why) for why in refusals(book, row, draft))
    if not 1 <= len(draft.steps) <= agreements.steps:
        yield Note("bars", f"A text has 1 to {agreements.steps} steps; this one has {len(draft.steps)}.")
    if not 1 <= draft.duration <= 60 or not 0 <= (draft.notice or 0) <= 12:
        yield Note("bars", "A text lasts 1 to 60 turns, and its notice 0 to 12.")
    if layout.free(row) is None and not forum.deniable:
        yield Note("bars", f"{agreements.texts} texts live already; one must end before another is signed.")
    terms = [step.term for step in draft.steps]
    for deal in deals(layout, row):
        if deal.knowers is not None and not set(draft.signers) <= set(deal.knowers):
            continue  # a refusal would tell its author what is sealed to others
        same = (deal.forum, set(deal.parties)) == (draft.forum, set(draft.parties))
        alive = any(duty.state not in GONE for duty in deal.duties)
        if same and alive and terms == [duty.term for duty in deal.duties]:
            yield Note("bars", "These parties have signed these steps here already, and that text lives.")
    for number, step in enumerate(draft.steps, start=1):
        for says in bad_step(book, draft, forum, number, step):
            yield Note("bars", says, step=number)


def _bad_parties(book: Rulebook, draft: Draft, forum: Forum) -> Iterator[Note]:
    strangers = [role for role in draft.parties if role not in forum.members]
    if len(set(draft.parties)) < len(draft.parties):
        yield Note("bars", "A party is named twice.")
    if strangers:
        unknown = ", ".join(strangers)
        yield Note("bars", f"{forum.name} has no member {unknown}; its members are {', '.join(forum.members)}.")
    elif forum.texts == "all" and set(draft.parties) != set(forum.members):
        yield Note("bars", f"A text in {forum.name} is signed by all its members: {shorts(book, forum.members)}.")
    elif forum.texts == "any" and len(draft.parties) < 2:
        yield Note("bars", "A text needs two parties; one alone can only pledge.")
    elif forum.texts == "one" and len(draft.parties) != 1:
        yield Note("bars", "A pledge is made by one role alone.")
    if draft.by not in draft.signers:
        yield Note("bars", "Whoever writes a text is one of its parties, or its broker.")
    if draft.broker is not None and (draft.broker in draft.parties or draft.broker not in book.names.brokers):
        yield Note("bars", "A broker is a role of its own or a desk that brokers, not one of the parties.")


def bad_step(book: Rulebook, draft: Draft, forum: Forum, number: int, step: Step) -> Iterator[str]:
    """Why a step cannot stand in a draft under this number; nothing if it can."""
    if step.term not in book.term_deeds:
        yield f"There is no term {step.term.key!r} in this pack. Choose one from the list."
        return
    clause = book.pack.clause[step.term.clause]
    if step.term.role not in draft.parties:
        yield f"{short(book, step.term.role)} is no party and cannot owe a step."
    if clause.fora and draft.forum not in clause.fora:
        able = ", ".join(book.pack.forum[id_].name for id_ in clause.fora)
        yield f"{clause.name} can stand only in a text of {able}."
    for family in _outside(book, step, forum):
        able = ", ".join(
            other.name for other in book.pack.forum.values() if family in other.competence and other.texts != "none"
        )
        yield f"{forum.name} has no competence to change {family}." + (f" {able} could." if able else "")
    if not 1 <= step.due <= draft.duration:
        yield f"It is due after {step.due} turns and the text lives {draft.duration}."
    for word, other in (("after", step.after), ("together", step.together)):
        if other is not None and not 1 <= other < number:
            yield f"`{word}` names an earlier step, from 1 to {number - 1}."
    if step.together is not None and draft.broker is None:
        yield "Steps in the same moment need a broker who holds both ends."
    tangle = never_together(draft.steps[: number - 1], step)
    if tangle is not None:
        yield " ".join(tangle)
    if step.reading is not None and step.reading not in readings_of(book.names, step.term):
        yield f"Its word has no reading {step.reading!r}."


def _outside(book: Rulebook, step: Step, forum: Forum) -> tuple[str, ...]:
    """Families of law that a step's own effects would change without the forum's competence.

    A forum that only sounds out changes nothing, and needs none.
    """
    if forum.deniable:
        return ()
    clause = book.pack.clause[step.term.clause]
    found: dict[str, None] = {}
    for effect in clause.effects:
        named = (
            step.term.choice if "choice" in (effect.provision, effect.package) else effect.provision or effect.package
        )
        package = book.pack.package.get(str(named))
        for label in package.provisions if package is not None else (str(named),):
            if label in book.names.provisions:
                found[book.pack.instrument[label.partition(".")[0]].family] = None
    return tuple(family for family in found if family not in forum.competence)


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
    living = {duty.term for deal in deals(book.layout, row) if deal.knowers is None for duty in deal.duties}
    for number, step in enumerate(draft.steps, start=1):
        against = [each for each in _said_of(book, row, step) if each.level >= Level.BREACH]
        if against:
            gravest = max(against, key=lambda each: each.level)
            so = "would breach law that stands today" if gravest.level == Level.BREACH else "is not possible today"
            yield Note("warns", f"{owed(book, step.term)} {so}: {gravest.reason}", number, gravest.cite)
        if step.term in living:
            yield Note("warns", f"{owed(book, step.term)} is owed under another text already.", number)
        if step.term in [each.term for each in draft.steps[: number - 1]]:
            yield Note("warns", f"{owed(book, step.term)} stands in this text already.", number)
        if undefined(book, step):
            word = book.pack.word[str(book.pack.clause[step.term.clause].word)]
            says = f"“{word.name}” is left undefined: cheaper to sign today, and on its day each side reads it alone."
            yield Note("warns", says, number)
        if step.after is not None and draft.steps[step.after - 1].due > step.due:
            yield Note("warns", f"Step {number} falls due before step {step.after}, which it waits for.", number)
    yield from (Note("warns", says, number) for number, says in orphans(book, row, draft))
    yield from (Note("warns", says) for says in unequal(book, draft))


def _said_of(book: Rulebook, row: Row, step: Step) -> list[Finding]:
    """What the law says of the act that carries a step out, as far as everybody may know it: the same in every view."""
    act = act_of(step.term, book.names)
    if act is None:
        return []
    case = book.case(act)
    known = replace(
        case,
        missing=tuple((missing, why) for missing, why in case.missing if _public(book, missing)),
        charges=tuple(
            charge if _public(book, charge.held) else replace(charge, held=FALSE)
            for charge in case.charges
            if all(_public(book, part) for part in (charge.applies, *charge.exceptions))
        ),
    )
    return findings_of(book, row, act, known, reader(known, book.schema)(row))


def _public(book: Rulebook, formula: Formula) -> bool:
    columns = book.schema.columns
    return all(columns[book.schema.index[label]].seen_by is None for label in cells(formula))


def _tells(book: Rulebook, draft: Draft) -> Iterator[Note]:
    if draft.notice is None and len(draft.parties) > 1:
        yield Note("notes", "There is no way out of it: leaving is a breach of good faith.")
    if draft.snapback:
        yield Note("notes", "A step proven missed undoes the other side's at once; nobody votes on it.")
    idle = [role for role in draft.parties if not draft.owed_by(role)]
    if idle:
        yield Note("notes", f"{shorts(book, idle)} owes nothing under it.")
    if book.pack.forum[draft.forum].deniable:
        yield Note("notes", "Nothing is signed here: a draft only sounds the others out.")
