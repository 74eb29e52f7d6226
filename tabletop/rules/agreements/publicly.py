"""Publicly: what everybody may know of why a step can be done, or cannot."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.pack.expressions import read
from tabletop.pack.formula import FALSE, Formula, cells
from tabletop.rules.acts import Act
from tabletop.rules.answers import reader
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
            return Missing(need.why, is_public(book, condition))
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
    case = book.case(act)
    known = replace(
        case,
        missing=tuple((missing, why) for missing, why in case.missing if is_public(book, missing)),
        charges=tuple(
            charge if is_public(book, charge.held) else replace(charge, held=FALSE)
            for charge in case.charges
            if all(is_public(book, part) for part in (charge.applies, *charge.exceptions))
        ),
    )
    return findings_of(book, row, act, known, reader(known, book.schema)(row))


def is_public(book: Rulebook, formula: Formula) -> bool:
    """Whether all that a formula reads is seen by everybody."""
    columns = book.schema.columns
    return all(columns[book.schema.index[label]].seen_by is None for label in cells(formula))
