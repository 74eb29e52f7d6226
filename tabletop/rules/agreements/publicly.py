"""Publicly: what everybody may know of why a step can be done, or cannot."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.expressions import read
from tabletop.rules.acts import Act
from tabletop.rules.answers import is_public
from tabletop.rules.position import Row
from tabletop.rules.referee import check, findings_of
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.terms import Term
from tabletop.rules.verdict import Finding, Level


@dataclass(frozen=True, slots=True)
class Missing:
    """What a step lacks to be done."""

    why: str
    public: bool
    """Whether all may know of it; otherwise its owner alone does."""


def missing(book: Rulebook, row: Row, term: Term) -> Missing | None:
    """The first of a clause's own needs that is not met."""
    for need in book.pack.clause[term.clause].needs:
        condition = read(need.when, book.names, term.scope, "truth")
        if not book.holds(condition, row):
            return Missing(need.why, is_public(condition, book.schema))
    return None


def in_the_way(book: Rulebook, row: Row, term: Term, *, anyway: bool) -> Missing | None:
    """What needs and law set against a step, capital apart; what is a breach alone does not stop who does it anyway."""
    lacking, deed = missing(book, row, term), book.term_deeds[term].deed
    if lacking is not None or deed is None:
        return lacking
    level = book.level(row, deed.act)
    if level == Level.BARRED or (level == Level.BREACH and not anyway):
        why = check(book, row, deed.act).findings[0].reason
        return Missing(why, why in [each.reason for each in findings_for_all(book, row, deed.act)])
    return None


def findings_for_all(book: Rulebook, row: Row, act: Act) -> list[Finding]:
    """What the law says of an act, as far as everybody may know it: the same in every view."""
    hearing = book.public_hearing(act)
    return findings_of(book, row, act, hearing.case, hearing.read(row))
