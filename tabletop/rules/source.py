"""Source: formulas and effects as Python text.

The rulebook is made of this text. It is built from checked formulas only, never from pack text.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from tabletop.pack.formula import (
    Both,
    Cell,
    Compare,
    Either,
    Extreme,
    Formula,
    Not,
    Number,
    Pick,
    Size,
    StateIn,
    Sum,
    Total,
    Truth,
)  # fmt: skip

from .position import Row, Schema

CellName = Callable[[str], str]
"""How a column is written in the generated text: `row[12]`, or a local name."""


def written(formula: Formula, cell: CellName) -> str:
    """A formula as a Python expression."""
    match formula:
        case Number(value):
            return str(value) if value >= 0 else f"({value})"
        case Truth(value):
            return str(value)
        case Cell(label):
            return cell(label)
        case StateIn(label, (state,)):
            return f"{cell(label)} == {state}"
        case StateIn(label, states):
            return f"{cell(label)} in {states}"
        case Sum(operation, left, right):
            return f"({written(left, cell)} {operation} {written(right, cell)})"
        case Total(parts):
            return f"({' + '.join(written(part, cell) for part in parts)})"
        case Compare(comparison, left, right):
            return f"{written(left, cell)} {comparison} {written(right, cell)}"
        case Both(parts):
            return f"({' and '.join(_guarded(part, cell) for part in parts)})"
        case Either(parts):
            return f"({' or '.join(_guarded(part, cell) for part in parts)})"
        case Not(part):
            return f"(not {_guarded(part, cell)})"
        case Extreme(which, parts):
            return f"{which}({', '.join(written(part, cell) for part in parts)})"
        case Size(part):
            return f"abs({written(part, cell)})"
        case Pick(test, then, other):
            return f"({written(then, cell)} if {written(test, cell)} else {written(other, cell)})"


def in_row(schema: Schema, row: str = "row") -> CellName:
    """Columns written as places in a row, which the function knows by this name."""
    index = schema.index
    return lambda label: f"{row}[{index[label]}]"


@lru_cache(maxsize=50_000)
def closure(text: str) -> Callable[[Row], int]:
    """A written formula as a function of a row, for answers that must say which condition held."""
    return eval(f"lambda row: {text}", {"__builtins__": _BUILTINS})  # type: ignore[no-any-return]


_BUILTINS = {"min": min, "max": max, "abs": abs}


def _guarded(part: Formula, cell: CellName) -> str:
    text = written(part, cell)
    return f"({text})" if isinstance(part, Compare | StateIn) else text
