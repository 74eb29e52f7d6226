"""Signing: sealed signatures become a text in force, or do not, and why."""

from __future__ import annotations

from dataclasses import replace

from tabletop.pack.names import failed_label
from tabletop.rules.happened import Event, nothing
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import sentence
from tabletop.rules.texts.coding import write
from tabletop.rules.texts.deal import Deal, Stage
from tabletop.rules.texts.deal import signed as text_of
from tabletop.rules.texts.draft import Draft

from .moment import Moment, about_deal, spend
from .preparing import Struck, as_prepared
from .ratifying import ratifiers
from .reputation import home, rates
from .telling import draft_name, owed, shorts, topics_named
from .voting import by_vote, missing_signers, outvoted
from .words import undefined


def sign_texts(moment: Moment) -> None:
    """Every draft that somebody sealed a signature to, in the order of the signers."""
    sealed = {role: moment.orders[role].signs for role in moment.book.names.actors if role in moment.orders}
    for draft in dict.fromkeys(draft for signs in sealed.values() for draft in signs):
        _sign(moment, draft, [role for role, signs in sealed.items() if draft in signs])


def signing_cost(book: Rulebook, row: Row, draft: Draft, role: str) -> int:
    """What signing costs a role, in political capital: the author pays for the forum, the broker for its offices.
    A desk pays nothing.

    A word left undefined makes agreement cheaper to reach today.
    """
    if role in book.pack.desk:
        return 0
    cost = 1 if role == draft.broker else 0
    if role == draft.by:
        forum = max(0, book.fora[draft.forum].tabling(row))
        cost += max(0, forum - int(any(undefined(book, step) for step in draft.steps)))
    return cost


def _sign(moment: Moment, draft: Draft, signed: list[str]) -> None:
    book, layout = moment.book, moment.layout
    missing = missing_signers(book, draft, signed)
    against = [role for role, orders in moment.orders.items() if draft in orders.vetoes]
    why = f"{shorts(book, missing)} did not sign." if missing else outvoted(book, moment.row, draft, signed, against)
    if why is not None:
        _unsigned(moment, draft, signed, why)
        return
    slot = layout.free(moment.row)
    if slot is None:
        _unsigned(moment, draft, signed, f"{len(layout.slots)} texts live already; one must end first.")
        return
    for role in draft.signers:
        _pay_for(moment, draft, role)
    struck = as_prepared(book, moment.row, draft, moment.seed)
    if not struck.draft.steps:
        _failed(moment, draft, _topics_of(book, draft, struck.topics, annex=False))
        _held(moment, draft)
        return
    waits = ratifiers(book, draft.parties, (step.term for step in struck.draft.steps))
    stage = Stage.PROVISIONAL if waits else Stage.IN_FORCE
    text = text_of(struck.draft, slot, moment.turn, stage)
    event = Event(
        moment.turn, "signatures", f"text:{slot}", _signed_says(book, draft, struck, stage),
        actor=draft.by, seen_by=draft.signers if draft.sealed else None,
    )  # fmt: skip
    moment.chronicle.record(event, lambda row: write(layout, row, text))
    _tell_annex(moment, text, draft, struck)
    _held(moment, draft)


def _pay_for(moment: Moment, draft: Draft, role: str) -> None:
    cost = signing_cost(moment.book, moment.row, draft, role)
    if cost > 0:
        spend(moment, draft, role, cost, draft_name(moment.book, draft))


def _unsigned(moment: Moment, draft: Draft, signed: list[str], why: str) -> None:
    """A text comes to nothing: those who signed it learn why, and everybody where the vote is public."""
    forum = moment.book.pack.forum[draft.forum]
    public = forum.public and by_vote(moment.book, draft) and not draft.sealed
    says = f"{sentence(draft_name(moment.book, draft))} is not signed. {why}"
    seen_by = None if public else tuple(signed)
    event = Event(moment.turn, "signatures", f"forum:{draft.forum}", says, actor=draft.by, seen_by=seen_by)
    moment.chronicle.record(event, nothing)


def _failed(moment: Moment, draft: Draft, topics: tuple[str, ...]) -> None:
    """A meeting at which nothing was ready: it costs everybody who came, and closes the forum for a turn."""
    says = (
        f"{sentence(draft_name(moment.book, draft))} fails: nobody had prepared {topics_named(moment.book, topics)}. "
        "The meeting ends without a text, costs all who came at home, and there is no other next turn."
    )
    seen_by = draft.signers if draft.sealed else None
    event = Event(moment.turn, "signatures", f"forum:{draft.forum}", says, actor=draft.by, seen_by=seen_by)

    def change(row: Row) -> None:
        for role in draft.parties:
            home(moment.book, row, role, -rates(moment.book).audience)
        row[moment.book.schema.index[failed_label(draft.forum)]] = moment.turn

    moment.chronicle.record(event, change)


def _held(moment: Moment, draft: Draft) -> None:
    """What the meeting brings by itself, whatever came of it."""
    book = moment.book
    seen_by = draft.signers if draft.sealed else None
    says = f"{book.pack.forum[draft.forum].name}: the meeting was held."
    event = Event(moment.turn, "signatures", f"forum:{draft.forum}", says, actor=draft.by, seen_by=seen_by)
    moment.chronicle.record(event, book.fora[draft.forum].meeting, always=False)


def _tell_annex(moment: Moment, text: Deal, draft: Draft, struck: Struck) -> None:
    """Its signers, and nobody else, are told what stands in the annex of an open text, and what fell out of it."""
    if not draft.annexed:
        return
    book, numbers = moment.book, struck.draft.annexed
    terms = "; ".join(owed(book, struck.draft.step(number).term) for number in numbers) or "nothing is left"
    lost = _lost(book, draft, struck, annex=True)
    event = about_deal(moment, text, "signatures", f"In the sealed annex: {terms}.{lost}", draft.by)
    moment.chronicle.record(replace(event, seen_by=draft.signers), nothing)


def _lost(book: Rulebook, draft: Draft, struck: Struck, *, annex: bool) -> str:
    """The topics that fell out of the open part of a text, or out of its annex, in a sentence."""
    topics = _topics_of(book, draft, struck.topics, annex=annex)
    return f" Not ready and left out: {topics_named(book, topics, 'and')}." if topics else ""


def _topics_of(book: Rulebook, draft: Draft, topics: tuple[str, ...], *, annex: bool) -> tuple[str, ...]:
    """Those of some topics that the open part of a text speaks of, or its annex."""
    spoken = {book.pack.clause[step.term.clause].topic for step in draft.steps if step.annex == annex}
    return tuple(topic for topic in topics if topic in spoken)


def _signed_says(book: Rulebook, draft: Draft, struck: Struck, stage: Stage) -> str:
    terms = "; ".join(owed(book, step.term) for step in struck.draft.steps if not step.annex)
    lost = _lost(book, draft, struck, annex=False)
    later = " It runs provisionally until it is ratified." if stage is Stage.PROVISIONAL else ""
    verb = "pledges in public" if len(draft.parties) == 1 else "sign in " + book.pack.forum[draft.forum].name
    return f"{shorts(book, draft.parties)} {verb}: {terms}.{lost}{later}"
