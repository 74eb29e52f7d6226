"""Answers: every condition of a case, read from a position in one go."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import cast

from tabletop.pack.formula import FALSE, Formula, cells

from .charges import Case
from .compiled import Reading
from .position import Row, Schema
from .source import closure, in_row, written

ChargeAnswers = tuple[int, tuple[int, ...], int, int]
"""Whether a charge applies, which of its exceptions hold, whether its keeper's yes is held, and whether the other
side's breach releases from it."""
Answers = tuple[tuple[int, ...], tuple[ChargeAnswers, ...]]
"""Which needs are missing, and the answers of each charge, in the case's order."""


@dataclass(frozen=True, slots=True)
class Hearing:
    """What a full verdict on an act needs, looked up once."""

    case: Case
    read: Callable[[Row], Answers]
    """What reads all conditions of the case from a position."""
    cost: Reading
    capital: int | None
    """The column the act is paid from; a desk pays nothing."""


def publicly(case: Case, schema: Schema) -> Case:
    """A case as far as everybody may know it: without what rests on columns that some do not see."""
    return replace(
        case,
        missing=tuple((missing, why) for missing, why in case.missing if is_public(missing, schema)),
        charges=tuple(
            charge if is_public(charge.held, schema) else replace(charge, held=FALSE)
            for charge in case.charges
            if all(is_public(part, schema) for part in (charge.applies, *charge.exceptions))
        ),
    )


def is_public(formula: Formula, schema: Schema) -> bool:
    """Whether all that a formula reads is seen by everybody."""
    return all(schema.columns[schema.index[label]].seen_by is None for label in cells(formula))


def reader(case: Case, schema: Schema) -> Callable[[Row], Answers]:
    """What reads all conditions of a case from a position."""
    cell = in_row(schema)

    def each(formulas: Iterable[Formula]) -> str:
        return f"({''.join(f'{written(formula, cell)}, ' for formula in formulas)})"

    charges = "".join(
        f"({written(charge.applies, cell)}, {each(charge.exceptions)}, "
        f"{written(charge.held, cell)}, {written(charge.released, cell)}), "
        for charge in case.charges
    )
    missing = each(missing for missing, _ in case.missing)
    return cast("Callable[[Row], Answers]", closure(f"({missing}, ({charges}))"))
