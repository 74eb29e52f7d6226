"""Expressions: one line of arithmetic and comparison over the pack's own names.

`syntax.py` parses the text; here every name is resolved and typed, and what comes out is a formula.
"""

from __future__ import annotations

import ast
from dataclasses import dataclass
from typing import Literal

from . import formula as f
from .formula import Formula
from .functions import call
from .names import Names, track_label
from .spelling import did_you_mean
from .syntax import ExpressionFault, mentions, parse, refuse

MAX_NUMBER = 1_000_000
CLOCK = ("turn", "turns", "dice")
"""Numbers of the game itself: this turn, how many there are, and whether dice are in play."""

_ARITHMETIC: dict[type[ast.operator], f.Arithmetic] = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.FloorDiv: "//", ast.Mod: "%",
}  # fmt: skip
_COMPARISON: dict[type[ast.cmpop], f.Comparison] = {
    ast.Lt: "<", ast.LtE: "<=", ast.Eq: "==", ast.NotEq: "!=", ast.GtE: ">=", ast.Gt: ">",
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


@dataclass(frozen=True, slots=True)
class State:
    """A provision's state, before it is compared with anything."""

    provision: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word: a role, a choice, or the name of a state. `None` is the absent target of an act."""

    text: str | None


Meaning = Formula | State | Word
Variables = dict[str, str]
"""Loop variables and the role or provision each stands for."""


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

    def meaning(self, node: ast.expr, variables: Variables) -> Meaning:
        """What a node stands for."""
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
                return self.name(node, name, variables)
            case ast.Attribute(ast.Name(instrument), provision):
                return State(self.provision(node, instrument, provision))
            case ast.Subscript(ast.Name(track), index):
                return self.owned_track(node, track, index, variables)
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
            case ast.Compare(left, operators, comparators):
                return self.comparison(node, left, operators, comparators, variables)
            case ast.Call():
                return call(self, node, variables)
            case _:
                refuse(node, "This part means nothing here.", "Use the pack's names, numbers and comparisons.")

    def number(self, node: ast.expr, variables: Variables) -> Formula:
        """A node that must be a number."""
        found = self.meaning(node, variables)
        if isinstance(found, State):
            refuse(node, f"{found.provision} is a state, not a number.", "Compare it with a word: == 'in-force'.")
        if isinstance(found, Word):
            refuse(node, f"'{found.text}' is a word, not a number.", "Use a number or a track here.")
        if f.is_truth(found):
            refuse(node, "This is a condition, and a number is wanted.", "Write `1 if ... else 0`.")
        return found

    def truth(self, node: ast.expr, variables: Variables) -> Formula:
        """A node that must be true or false."""
        found = self.meaning(node, variables)
        if isinstance(found, State | Word) or not f.is_truth(found):
            refuse(node, "A condition is wanted here.", "Compare it, for example with >= 1 or == 'declared'.")
        return found

    def name(self, node: ast.Name, name: str, variables: Variables) -> Meaning:
        """A plain word: the turn, a role of the act, a loop variable, or a track for the table.

        A loop variable over a family is the state of each provision, over roles each role.
        """
        scope = self.scope
        if name in variables:
            return State(variables[name]) if variables[name] in self.names.provisions else Word(variables[name])
        match name:
            case "dice" if not self.names.pack.header.play.dice:
                return f.Number(0)
            case "turn" | "turns" | "dice":
                return f.Cell(name)
            case "true" | "True":
                return f.TRUE
            case "false" | "False":
                return f.FALSE
            case "actor" if scope.actor:
                return Word(scope.actor)
            case "target" if scope.act:
                return Word(scope.target)
            case "choice" if scope.act:
                return Word(scope.choice)
            case "pair" if scope.pair:
                return State(scope.pair)
            case "actor" | "target" | "choice" | "pair":
                refuse(
                    node,
                    f"`{name}` means nothing here.",
                    "It is known in moves and doctrines only."
                    if name != "pair"
                    else "It is known in the transitions of a provision with a pair.",
                )
        track = self.names.spelled_tracks.get(name)
        if track is None:
            refuse(node, f"There is no track `{name.replace('_', '-')}`.", self.suggestion(name))
        if self.names.track(track).per != "table":
            refuse(
                node,
                f"`{track}` belongs to roles.",
                f"Say whose: {track}[us]."
                if self.names.track(track).per == "role"
                else f"Say between whom: {track}[us, dprk].",
            )
        return f.Cell(track)

    def suggestion(self, name: str) -> str:
        """A remedy for a name that does not exist."""
        written = name.replace("_", "-")
        if written in self.names.roles:
            return f"Roles are written as words: '{written}'."
        if written in self.names.pack.instrument:
            return f"Name one of its provisions: {written}.{next(iter(self.names.pack.instrument[written].provision))}."
        known = [*self.names.pack.track, *CLOCK, "actor", "target", "choice"]
        return did_you_mean(written, known) or "See tracks.toml for the names there are."

    def provision(self, node: ast.expr, instrument: str, provision: str) -> str:
        """The provision an `instrument.provision` pair names."""
        found = self.names.spelled_provisions.get((instrument, provision))
        if found is None:
            written = f"{instrument}.{provision}".replace("_", "-")
            refuse(
                node,
                f"There is no provision `{written}`.",
                did_you_mean(written, self.names.provisions) or "See the law folder.",
            )
        return found

    def owned_track(self, node: ast.Subscript, name: str, index: ast.expr, variables: Variables) -> Formula:
        """A role's track, or a relation between two."""
        track = self.names.spelled_tracks.get(name)
        if track is None:
            refuse(node, f"There is no track `{name.replace('_', '-')}`.", self.suggestion(name))
        per = self.names.track(track).per
        written = index.elts if isinstance(index, ast.Tuple) else [index]
        owners = tuple(self.role(owner, variables) for owner in written)
        wanted = {"table": 0, "role": 1, "pair": 2}[per]
        if len(owners) != wanted:
            example = {"table": track, "role": f"{track}[us]", "pair": f"{track}[us, dprk]"}[per]
            refuse(node, f"`{track}` takes {wanted} role(s) in brackets, not {len(owners)}.", f"Write {example}.")
        if len(set(owners)) != len(owners):
            return f.Number(0)  # a role's relation with itself never changes; lets `for r in roles` be written plainly
        return f.Cell(track_label(track, owners, self.names.roles))

    def role(self, node: ast.expr, variables: Variables) -> str:
        """The role a word or name stands for."""
        return self._one_of(self.names.roles, node, variables)

    def actor(self, node: ast.expr, variables: Variables) -> str:
        """The role or desk a word or name stands for."""
        return self._one_of(self.names.actors, node, variables)

    def _one_of(self, known: tuple[str, ...], node: ast.expr, variables: Variables) -> str:
        written: str | None = None
        match node:
            case ast.Constant(str() as text):
                written = text
            case ast.Name("actor" | "target" as name):
                found = self.name(node, name, variables)
                written = found.text if isinstance(found, Word) else None
                if written is None:
                    refuse(node, "This act has no target.", "Give the move `targets`, or leave the target out.")
            case ast.Name(name):
                written = variables.get(name) or self.names.spelled_roles.get(name) or name.replace("_", "-")
        if written not in known:
            refuse(
                node,
                f"There is no role `{written}`.",
                did_you_mean(str(written), known) or f"Roles: {', '.join(known)}.",
            )
        return written

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

    def comparison(
        self,
        node: ast.Compare,
        left: ast.expr,
        operators: list[ast.cmpop],
        comparators: list[ast.expr],
        variables: Variables,
    ) -> Formula:
        """Comparisons, chained or single, of numbers, states and words."""
        parts: list[Formula] = []
        here = left
        for operator, there in zip(operators, comparators, strict=True):
            parts.append(self.compare(node, here, operator, there, variables))
            here = there
        return f.both(parts)

    def compare(
        self, node: ast.Compare, left: ast.expr, operator: ast.cmpop, right: ast.expr, variables: Variables
    ) -> Formula:
        """One comparison."""
        if isinstance(operator, ast.In | ast.NotIn):
            if not isinstance(right, ast.List | ast.Tuple):
                refuse(right, "After `in` a list is wanted.", "Write in ['declared', 'reciprocal'].")
            found = f.either([self.equal(node, left, item, variables) for item in right.elts])
            return found if isinstance(operator, ast.In) else f.negation(found)
        if isinstance(operator, ast.Eq):
            return self.equal(node, left, right, variables)
        if isinstance(operator, ast.NotEq):
            return f.negation(self.equal(node, left, right, variables))
        comparison = _COMPARISON[type(operator)]
        return f.compared(comparison, self.number(left, variables), self.number(right, variables))

    def equal(self, node: ast.Compare, left: ast.expr, right: ast.expr, variables: Variables) -> Formula:
        """Whether two things are the same; a state only ever with the name of a state."""
        a, b = self.meaning(left, variables), self.meaning(right, variables)
        if isinstance(b, State) and not isinstance(a, State):
            a, b = b, a
        match a, b:
            case State(provision), Word(str() as word):
                states = self.names.machine(provision).states
                if word not in states:
                    refuse(
                        right,
                        f"{provision} has no state '{word}'.",
                        did_you_mean(word, states) or f"States: {', '.join(states)}.",
                    )
                return f.StateIn(provision, (states.index(word),))
            case State(provision), _:
                refuse(
                    node,
                    f"{provision} is a state; it is compared with the name of a state.",
                    f"For example == '{self.names.machine(provision).states[0]}'.",
                )
            case Word(one), Word(other):
                return f.Truth(one == other)
            case (Word(), _) | (_, Word()):
                refuse(node, "A word is compared with a number.", "Compare words with words, numbers with numbers.")
        if isinstance(a, Word | State) or isinstance(b, Word | State) or f.is_truth(a) or f.is_truth(b):
            refuse(node, "These two cannot be compared.", "Compare numbers with numbers.")
        return f.compared("==", a, b)
