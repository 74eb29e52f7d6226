"""Expressions: one line of arithmetic and comparison over the pack's own names.

`syntax.py` parses the text; here every name is resolved and typed, and what comes out is a formula.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from . import formula as f
from .comparing import comparison
from .examples import owned, state
from .formula import Formula
from .functions import call
from .meanings import Meaning, State, Variables, Word
from .names import Names
from .naming import named, owned_track, provision_of
from .syntax import ExpressionFault, mentions, parse, refuse

MAX_NUMBER = 1_000_000
MAX_PARTS = 10_000
"""Parts of an expression once its loops and lists are written out."""

_ARITHMETIC: dict[type[ast.operator], f.Arithmetic] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Scope:
    """What the moment adds to a pack's names. `None` means the word says nothing here."""

    actor: str | None = None
    target: str | None = None
    choice: str | None = None
    pair: str | None = None
    """The provision that `pair` stands for."""
    act: bool = False
    """Within an act `target` and `choice` may be named even when this act has none."""


NOWHERE = Scope()
"""The moment of what no act and no role is about."""


def read(text: str, names: Names, scope: Scope, wants: Literal["number", "truth"]) -> Formula:
    """The formula an expression stands for; read once for all moments that cannot differ.

    Raises:
        ExpressionFault: if a name is unknown, types do not fit, or the result is not what is wanted.
    """
    said = mentions(text)
    moment = tuple(getattr(scope, word) if word in said else None for word in ("actor", "target", "choice", "pair"))
    formula = names.read_before.get((text, wants, *moment))
    if formula is None:
        formula = names.read_before[text, wants, *moment] = _read(text, names, scope, wants)
    return formula


def amount(number: int | str, names: Names, scope: Scope = NOWHERE) -> Formula:
    """A whole number, or the expression that gives one; raises as `read` does."""
    return f.Number(number) if isinstance(number, int) else read(number, names, scope, "number")


def _read(text: str, names: Names, scope: Scope, wants: Literal["number", "truth"]) -> Formula:
    tree = parse(text)
    meaning = Reader(names, scope).meaning(tree, {})
    if isinstance(meaning, State | Word):
        raise ExpressionFault(
            "This is a word, not a number or a condition.", "Compare it with == or in.", tree.col_offset
        )
    if f.is_truth(meaning) != (wants == "truth"):
        found, wanted = ("a condition", "a number") if wants == "number" else ("a number", "a condition")
        raise ExpressionFault(
            f"This is {found}, and {wanted} is wanted.",
            "Write `1 if ... else 0` for a number." if wants == "number" else "Compare it, for example with >= 1.",
            tree.col_offset,
        )
    return meaning


class Reader:
    """Reads one syntax tree in one scope. Methods return meanings and raise on the first fault."""

    def __init__(self, names: Names, scope: Scope) -> None:
        self.names, self.scope = names, scope
        self.parts = 0

    def count(self, node: ast.expr) -> None:
        """One part more. Loops within loops and lists within lists grow out of any expression, however short."""
        self.parts += 1
        if self.parts > MAX_PARTS:
            refuse(node, "This expression is too long once its loops are written out.", "Loop over fewer things.")

    def meaning(self, node: ast.expr, variables: Variables) -> Meaning:
        """What a node stands for."""
        self.count(node)
        match node:
            case ast.Constant(bool() as value):
                return f.Truth(value)
            case ast.Constant(int() as value):
                if abs(value) > MAX_NUMBER:
                    refuse(node, "This number is too large.", f"Stay within {MAX_NUMBER}.")
                return f.Number(value)
            case ast.Constant(str() as value):
                return Word(value)
            case ast.Constant():
                refuse(node, "Only whole numbers and words are allowed.", "Write 5 rather than 0.5, on a larger scale.")
            case ast.Name(name):
                return named(self, node, name, variables)
            case ast.Attribute(ast.Name(instrument), provision):
                return State(provision_of(self, node, instrument, provision))
            case ast.Subscript(ast.Name(track), index):
                return owned_track(self, node, track, index, variables)
            case ast.UnaryOp(ast.USub(), operand):
                return f.arithmetic("-", f.Number(0), self.number(operand, variables))
            case ast.UnaryOp(ast.Not(), operand):
                return f.negation(self.truth(operand, variables))
            case ast.BinOp(left, operator, right):
                return self.binary(node, left, operator, right, variables)
            case ast.BoolOp(ast.And(), values):
                return f.both([self.truth(value, variables) for value in values])
            case ast.BoolOp(_, values):
                return f.either([self.truth(value, variables) for value in values])
            case ast.IfExp(test, body, orelse):
                return self.conditional(node, test, body, orelse, variables)
            case ast.Compare():
                return comparison(self, node, variables)
            case ast.Call():
                return call(self, node, variables)
            case ast.Tuple():
                refuse(node, "A comma means nothing here.", "Write numbers without it, and join conditions with `and`.")
            case _:
                refuse(node, "This part means nothing here.", "Use the pack's names, numbers and comparisons.")

    def number(self, node: ast.expr, variables: Variables) -> Formula:
        """A node that must be a number."""
        found = self.meaning(node, variables)
        if isinstance(found, State):
            remedy = f"Compare it with a word: == '{state(self.names, found.provision)}'."
            refuse(node, f"{found.provision} is a state, not a number.", remedy)
        if isinstance(found, Word):
            bare = (
                f"Leave out the quotes: {owned(self.names, found.text)}." if found.text in self.names.pack.track else ""
            )
            refuse(node, f"'{found.text}' is a word, not a number.", bare or "Use a number or a track here.")
        if f.is_truth(found):
            refuse(node, "This is a condition, and a number is wanted.", "Write `1 if ... else 0`.")
        return found

    def truth(self, node: ast.expr, variables: Variables) -> Formula:
        """A node that must be true or false."""
        found = self.meaning(node, variables)
        if isinstance(found, State | Word) or not f.is_truth(found):
            example = f"== '{state(self.names, found.provision)}'" if isinstance(found, State) else ">= 1"
            refuse(node, "A condition is wanted here.", f"Compare it, for example with {example}.")
        return found

    def binary(
        self, node: ast.BinOp, left: ast.expr, operator: ast.operator, right: ast.expr, variables: Variables
    ) -> Formula:
        """Arithmetic on two numbers."""
        a, b = self.number(left, variables), self.number(right, variables)
        operation = _ARITHMETIC[type(operator)]
        if operation in ("//", "%") and not (isinstance(b, f.Number) and b.value > 0):
            refuse(node, "Divide only by a whole number above zero.", "Write the number itself, such as // 10.")
        return f.arithmetic(operation, a, b)

    def conditional(
        self, node: ast.IfExp, test: ast.expr, body: ast.expr, orelse: ast.expr, variables: Variables
    ) -> Formula:
        """`a if c else b`."""
        then, other = self.meaning(body, variables), self.meaning(orelse, variables)
        if isinstance(then, State | Word) or isinstance(other, State | Word) or f.is_truth(then) != f.is_truth(other):
            refuse(node, "Both branches must be numbers, or both conditions.", "Make them alike.")
        return f.pick(self.truth(test, variables), then, other)
