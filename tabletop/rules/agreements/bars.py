"""What stops a draft: texts that cannot be written, by anybody or in this forum, and why.

It reads nothing that one signer may see and another not, for a refusal is told to its author.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.pack.annexes import bad_annex, torn_apart, unratified
from tabletop.pack.fora import Forum
from tabletop.pack.step_order import never_together
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import GONE
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import readings_of

from .admission import refusals
from .structure import ANYWHERE
from .telling import short, shorts

LONGEST, LONGEST_NOTICE = 60, 12
"""Turns that a text can last, and that can lie between notice and exit."""


@dataclass(frozen=True, slots=True)
class Bar:
    """One thing that stops a draft."""

    says: str
    step: int | None = None
    """The number of the step it is about, from 1."""


def barred(book: Rulebook, row: Row, draft: Draft) -> Bar | None:
    """The first thing that stops a draft, if anything does."""
    return next(bars(book, row, draft), None)


def bars(book: Rulebook, row: Row, draft: Draft) -> Iterator[Bar]:
    """Everything that stops a draft: the text as a whole first, then its steps in their order."""
    agreements, layout = book.pack.header.agreements, book.layout
    forum = book.pack.forum.get(draft.forum)
    if agreements is None or layout is None:
        yield Bar("This pack has no signed texts.")
        return
    if forum is None or forum.texts == "none":
        able = ", ".join(id_ for id_, other in book.pack.forum.items() if other.texts != "none")
        yield Bar(f"No text can be written in {draft.forum!r}. Choose one of: {able}.")
        return
    yield from map(Bar, _bad_parties(book, draft, forum))
    yield from map(Bar, refusals(book, row, draft))
    if not 1 <= len(draft.steps) <= agreements.steps:
        yield Bar(f"A text has 1 to {agreements.steps} steps; this one has {len(draft.steps)}.")
    if not 1 <= draft.duration <= LONGEST or not 0 <= (draft.notice or 0) <= LONGEST_NOTICE:
        yield Bar(f"A text lasts 1 to {LONGEST} turns, and its notice 0 to {LONGEST_NOTICE}.")
    if layout.free(row) is None and not forum.deniable:
        yield Bar(f"{agreements.texts} texts live already; one must end before another is signed.")
    annex = bad_annex(draft.steps, sealed=draft.sealed, voted=forum.rule == "vote")
    if annex is not None:
        yield Bar(" ".join(annex))
    terms = [step.term for step in draft.steps]
    for deal in deals(layout, row):
        # a refusal would tell its author what is sealed to others
        known = [duty for duty in deal.duties if set(draft.signers) <= set(deal.knowers_of(duty) or draft.signers)]
        same = (deal.forum, set(deal.parties)) == (draft.forum, set(draft.parties))
        alive = any(duty.state not in GONE for duty in known)
        if same and alive and terms == [duty.term for duty in known]:
            yield Bar("These parties have signed these steps here already, and that text lives.")
    for number, step in enumerate(draft.steps, start=1):
        yield from (Bar(why, number) for why in bad_step(book, draft, forum, number, step))


def _bad_parties(book: Rulebook, draft: Draft, forum: Forum) -> Iterator[str]:
    strangers = [role for role in draft.parties if role not in forum.members]
    if len(set(draft.parties)) < len(draft.parties):
        yield "A party is named twice."
    if strangers:
        unknown = ", ".join(strangers)
        yield f"{forum.name} has no member {unknown}; its members are {', '.join(forum.members)}."
    elif forum.texts == "all" and set(draft.parties) != set(forum.members):
        yield f"A text in {forum.name} is signed by all its members: {shorts(book, forum.members)}."
    elif forum.texts == "any" and len(draft.parties) < 2:
        yield "A text needs two parties; one alone can only pledge."
    elif forum.texts == "one" and len(draft.parties) != 1:
        yield "A pledge is made by one role alone."
    elif len(draft.parties) == 1 and len(draft.in_the_open) < len(draft.steps):
        yield "A pledge that nobody hears binds nobody. Let all of it stand in the open."
    if draft.by not in draft.signers:
        yield "Whoever writes a text is one of its parties, or its broker."
    if draft.broker is not None and (draft.broker in draft.parties or draft.broker not in book.names.brokers):
        yield "A broker is a role of its own or a desk that brokers, not one of the parties."


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
            earlier = f"from 1 to {number - 1}" if number > 1 else "and there is none"
            yield f"`{word}` names an earlier step, {earlier}."
    if not 0 <= step.verified <= ANYWHERE:
        yield f"Verification runs from 0, not at all, to {ANYWHERE}, anywhere."
    if step.together is not None and draft.broker is None:
        yield "Steps in the same moment need a broker who holds both ends."
    if clause.ratify and (step.annex or draft.sealed) and not forum.deniable:
        yield " ".join(unratified(clause.name))
    before = draft.steps[: number - 1]
    yield from (" ".join(why) for why in (never_together(before, step), torn_apart(before, step)) if why is not None)
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
