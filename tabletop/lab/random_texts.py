"""Random texts: drafts that could be circulated, and conduct under those that were signed, by lot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from random import Random
from typing import get_args

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.agreements.bars import barred
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.draft import Draft, Step, from_template
from tabletop.rules.texts.terms import readings_of

TRIES = 8
"""How often a text is thrown again before there is none."""


def random_draft(book: Rulebook, row: Row, dice: Random) -> Draft | None:
    """A text that the linter lets pass: one of the pack's, or terms thrown together; `None` if there is none."""
    if book.layout is None:
        return None
    for _ in range(TRIES):
        templates = list(book.pack.template.values())
        if templates and dice.random() < 0.3:
            draft = from_template(dice.choice(templates))
            draft = replace(draft, by=dice.choice(draft.signers))
        else:
            draft = _thrown(book, row, dice)
        for text in (_annexed(draft, dice), draft):
            if barred(book, row, text) is None:
                return text
    return None


def random_signatures(book: Rulebook, row: Row, dice: Random) -> dict[str, tuple[Draft, ...]]:
    """What each role would sign: up to two texts, each by all its signers more often than not."""
    wanted: dict[str, tuple[Draft, ...]] = {}
    for _ in range(dice.randint(0, 2) if book.layout is not None else 0):
        draft = random_draft(book, row, dice)
        if draft is None or book.pack.forum[draft.forum].deniable:
            continue
        all_sign = dice.random() < 0.7
        for role in draft.signers:
            if draft not in wanted.get(role, ()) and (all_sign or dice.random() < 0.5):
                wanted[role] = (*wanted.get(role, ()), draft)
    return wanted


def random_promises(book: Rulebook, row: Row, role: str, dice: Random) -> Iterator[Orders]:
    """What a role might do about its texts, one thing at a time; not all of it can be sealed."""
    for deal in deals(book.layout, row):
        if role not in deal.signers:
            continue
        if dice.random() < 0.4:
            yield Orders(responses={deal.key: dice.choice(get_args(Response))})
        for duty in deal.duties:
            if duty.term.role == role and dice.random() < 0.4:
                yield Orders(duties={duty.key: dice.choice(get_args(Conduct))})
            readings = readings_of(book.names, duty.term)
            if readings and dice.random() < 0.5:
                yield Orders(readings={duty.key: dice.choice(readings)})


def _thrown(book: Rulebook, row: Row, dice: Random) -> Draft:
    """Terms thrown together in some forum, and now and then none at all."""
    fora = {id_: forum for id_, forum in book.pack.forum.items() if forum.texts != "none"}
    id_ = dice.choice(list(fora))
    members = fora[id_].members
    number = {"all": len(members), "any": dice.randint(2, max(2, len(members))), "one": 1}[fora[id_].texts]
    parties = tuple(dice.sample(members, min(number, len(members))))
    strangers = [role for role in book.names.roles if role not in parties]
    broker = dice.choice(strangers) if strangers and len(parties) > 1 and dice.random() < 0.3 else None
    duration = dice.randint(1, 8)
    empty = Draft(
        dice.choice([*parties, broker] if broker else parties), id_, parties, (), duration,
        notice=dice.choice([None, 0, 1, 2]), sealed=dice.random() < 0.3, snapback=dice.random() < 0.5,
        linked=dice.random() < 0.7, broker=broker,
    )  # fmt: skip
    able = [term for term in book.terms if term.role in parties]
    most = book.layout.agreements.steps if book.layout is not None else 0
    steps: list[Step] = []
    for term in dice.sample(able, min(len(able), dice.randint(1, most))):
        step = Step(term, dice.randint(1, duration), reading=dice.choice([None, *readings_of(book.names, term)]))
        if barred(book, row, replace(empty, steps=(step,))) is None:
            steps.append(_tied(step, len(steps), dice, broker=broker is not None))
    return replace(empty, steps=tuple(steps))


def _annexed(draft: Draft, dice: Random) -> Draft:
    """A text, now and then with its last steps in a sealed annex."""
    if draft.sealed or len(draft.steps) < 2 or dice.random() < 0.6:
        return draft
    first = dice.randint(2, len(draft.steps))
    return replace(draft, steps=tuple(replace(step, annex=n >= first) for n, step in enumerate(draft.steps, start=1)))


def _tied(step: Step, before: int, dice: Random, *, broker: bool) -> Step:
    """A step that may wait for one before it, or be done with it in the same moment."""
    if not before or dice.random() < 0.5:
        return step
    if broker and dice.random() < 0.5:
        return replace(step, together=dice.randint(1, before))
    return replace(step, after=dice.randint(1, before), verified=dice.randint(0, 3))
