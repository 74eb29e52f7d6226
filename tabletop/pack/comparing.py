"""Comparing: numbers with numbers, words with words, and a state with the name of a state."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NoReturn

from . import formula as f
from .examples import listed, state, states
from .formula import Formula
from .meanings import State, Variables, Word
from .spelling import did_you_mean
from .syntax import refuse

if TYPE_CHECKING:
    from .expressions import Reader

_COMPARISON: dict[type[ast.cmpop], f.Comparison] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Eq: "==", ast.NotEq: "!=", ast.GtE: ">=", ast.Gt: ">",
}  # fmt: skip


def comparison(reader: Reader, node: ast.Compare, variables: Variables) -> Formula:
    """Comparisons, chained or single."""
    parts: list[Formula] = []
    left = node.left
    for operator, right in zip(node.ops, node.comparators, strict=True):
        parts.append(_compared(reader, left, operator, right, variables))
        left = right
    return f.both(parts)


def _compared(reader: Reader, left: ast.expr, operator: ast.cmpop, right: ast.expr, variables: Variables) -> Formula:
    if isinstance(operator, ast.In | ast.NotIn):
        if not isinstance(right, ast.List | ast.Tuple):
            _refuse_no_list(reader, left, right, variables)
        found = f.either([_equal(reader, left, item, variables) for item in right.elts])
        return found if isinstance(operator, ast.In) else f.negation(found)
    if isinstance(operator, ast.Eq):
        return _equal(reader, left, right, variables)
    if isinstance(operator, ast.NotEq):
        return f.negation(_equal(reader, left, right, variables))
    return f.compared(_COMPARISON[type(operator)], reader.number(left, variables), reader.number(right, variables))


def _refuse_no_list(reader: Reader, left: ast.expr, right: ast.expr, variables: Variables) -> NoReturn:
    meant = reader.meaning(left, variables)
    example = states(reader.names, meant.provision) if isinstance(meant, State) else "[1, 2]"
    if isinstance(meant, Word):
        example = listed(reader.names.roles[:2])
    refuse(right, "After `in` a list is wanted.", f"Write in {example}.")


def _equal(reader: Reader, left: ast.expr, right: ast.expr, variables: Variables) -> Formula:
    """Whether two things are the same; a state only ever with the name of a state."""
    a, b = reader.meaning(left, variables), reader.meaning(right, variables)
    if isinstance(b, State) and not isinstance(a, State):
        a, b = b, a
    match a, b:
        case State(provision), Word(str() as word):
            known = reader.names.machine(provision).states
            if word not in known:
                remedy = did_you_mean(word, known) or f"States: {', '.join(known)}."
                refuse(right, f"{provision} has no state '{word}'.", remedy)
            return f.StateIn(provision, (known.index(word),))
        case State(provision), _:
            what = f"{provision} is a state; it is compared with the name of a state."
            refuse(left, what, f"For example == '{state(reader.names, provision)}'.")
        case Word(one), Word(other):
            return f.Truth(one == other)
        case (Word(), _) | (_, Word()):
            refuse(left, "A word is compared with a number.", "Compare words with words, numbers with numbers.")
    if isinstance(a, Word | State) or isinstance(b, Word | State) or f.is_truth(a) or f.is_truth(b):
        refuse(left, "These two cannot be compared.", "Compare numbers with numbers.")
    return f.compared("==", a, b)
