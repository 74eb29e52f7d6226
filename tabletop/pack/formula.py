"""Formulas: what an expression means once every name in it is known.

A formula is a small tree of frozen values. It is either a number or a truth; words and states have
been resolved away. `expressions.py` builds formulas from text, `rules` turns them into Python.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Arithmetic = Literal["+", "-", "*", "//", "%"]
Comparison = Literal["<", "<=", "==", "!=", ">=", ">"]
MOST_ADDED = 500
"""Numbers in one total; longer ones are totals of totals, as Python compiles a sum only so far."""


@dataclass(frozen=True, slots=True)
class Number:
    """A whole number written in the pack."""

    value: int


@dataclass(frozen=True, slots=True)
class Truth:
    """A condition already decided, as `actor == 'us'` is once the actor is known."""

    value: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """The value of one column of a position, by its label."""

    label: str


@dataclass(frozen=True, slots=True)
class StateIn:
    """Whether a provision is in one of these states (indices into its machine's list)."""

    label: str
    states: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """Two numbers and an operation between them."""

    operation: Arithmetic
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Total:
    """Several numbers added up: what a loop comes to, however long, without one sum inside the other."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Compare:
    """Two numbers and how they compare."""

    comparison: Comparison
    left: Formula
    right: Formula


@dataclass(frozen=True, slots=True)
class Both:
    """All of these."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Either:
    """Any of these."""

    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Extreme:
    """The smallest or the largest of several numbers."""

    which: Literal["min", "max"]
    parts: tuple[Formula, ...]


@dataclass(frozen=True, slots=True)
class Size:
    """A number without its sign."""

    part: Formula


@dataclass(frozen=True, slots=True)
class Pick:
    """One number or truth if the test holds, another if not."""

    test: Formula
    then: Formula
    other: Formula


Formula = Number | Truth | Cell | StateIn | Sum | Total | Compare | Both | Either | Not | Extreme | Size | Pick

TRUE, FALSE = Truth(True), Truth(False)


def is_truth(formula: Formula) -> bool:
    """Whether a formula is a condition rather than a number."""
    match formula:
        case Truth() | StateIn() | Compare() | Both() | Either() | Not():
            return True
        case Pick(_, then, _):
            return is_truth(then)
        case _:
            return False


def both(parts: list[Formula]) -> Formula:
    """All of the parts, with what is already decided left out."""
    rest = tuple(part for part in parts if part != TRUE)
    if FALSE in rest:
        return FALSE
    return rest[0] if len(rest) == 1 else Both(rest) if rest else TRUE


def either(parts: list[Formula]) -> Formula:
    """Any of the parts, with what is already decided left out."""
    rest = tuple(part for part in parts if part != FALSE)
    if TRUE in rest:
        return TRUE
    return rest[0] if len(rest) == 1 else Either(rest) if rest else FALSE


def negation(part: Formula) -> Formula:
    """The opposite of a condition."""
    match part:
        case Truth(value):
            return Truth(not value)
        case Not(inner):
            return inner
        case _:
            return Not(part)


def pick(test: Formula, then: Formula, other: Formula) -> Formula:
    """A choice, made now if the test is already decided."""
    match test:
        case Truth(value):
            return then if value else other
        case _:
            return Pick(test, then, other)


def arithmetic(operation: Arithmetic, left: Formula, right: Formula) -> Formula:
    """Two numbers combined, worked out now where both are written in the pack."""
    if isinstance(left, Number) and isinstance(right, Number):
        a, b = left.value, right.value
        match operation:
            case "+":
                return Number(a + b)
            case "-":
                return Number(a - b)
            case "*":
                return Number(a * b)
            case "//":
                return Number(a // b)
            case "%":
                return Number(a % b)
    if operation == "*" and Number(0) in (left, right):
        return Number(0)
    if operation == "+" and left == Number(0):
        return right
    if operation in ("+", "-") and right == Number(0):
        return left
    return Sum(operation, left, right)


def total(parts: list[Formula]) -> Formula:
    """Numbers added up, with those that are written in the pack added now."""
    rest: list[Formula] = [part for part in parts if not isinstance(part, Number)]
    written = sum(part.value for part in parts if isinstance(part, Number))
    if written or not rest:
        rest.append(Number(written))
    while len(rest) > MOST_ADDED:
        rest = [Total(tuple(rest[start : start + MOST_ADDED])) for start in range(0, len(rest), MOST_ADDED)]
    return rest[0] if len(rest) == 1 else Total(tuple(rest))


def compared(comparison: Comparison, left: Formula, right: Formula) -> Formula:
    """Two numbers compared, now if both are written in the pack."""
    if isinstance(left, Number) and isinstance(right, Number):
        a, b = left.value, right.value
        return Truth({"<": a < b, "<=": a <= b, "==": a == b, "!=": a != b, ">=": a >= b, ">": a > b}[comparison])
    return Compare(comparison, left, right)


def cells(formula: Formula) -> tuple[str, ...]:
    """Labels of every column a formula reads, in the order met, each once."""
    found: dict[str, None] = {}

    def visit(node: Formula) -> None:
        match node:
            case Cell(label) | StateIn(label, _):
                found[label] = None
            case Sum(_, left, right) | Compare(_, left, right):
                visit(left)
                visit(right)
            case Total(parts) | Both(parts) | Either(parts) | Extreme(_, parts):
                for part in parts:
                    visit(part)
            case Not(part) | Size(part):
                visit(part)
            case Pick(test, then, other):
                visit(test)
                visit(then)
                visit(other)
            case Number() | Truth():
                pass

    visit(formula)
    return tuple(found)
