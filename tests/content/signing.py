"""Signing: texts put to delegations in a turn, and turns in which nobody does anything else."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.rules.agreements.lint import notes
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step, from_template
from tabletop.rules.texts.terms import Term

from .playing import SEED


def template(book: Rulebook, id_: str) -> Draft:
    """A text of the pack as a draft."""
    return from_template(book.pack.template[id_])


def text(by: str, forum: str, parties: Iterable[str], *terms: Term) -> Draft:
    """A text whose steps fall due in the next turn."""
    return Draft(by, forum, tuple(parties), tuple(Step(term) for term in terms), 6)


def signed(book: Rulebook, row: Row, *drafts: Draft) -> Row:
    """The position after a turn in which all who are named sign."""
    signers = {role for draft in drafts for role in draft.signers}
    orders = {role: Orders(signs=tuple(draft for draft in drafts if role in draft.signers)) for role in signers}
    return resolve(book, row, orders, SEED).row


def quiet(book: Rulebook, row: Row, **answers: dict[str, bool]) -> Row:
    """The position after a turn in which nobody acts; some answer what they were asked."""
    return resolve(book, row, {role: Orders(answers=said) for role, said in answers.items()}, SEED).row


def said(book: Rulebook, row: Row, draft: Draft, kind: str) -> list[str]:
    """What the linter says of a draft, of one kind of note."""
    return [note.says for note in notes(book, row, draft) if note.kind == kind]
