"""Functions: the few an expression may call, and loops over lists that are known when a pack is read."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from . import formula as f
from .examples import usage
from .formula import Formula
from .meanings import Variables
from .names import last_label, text_label
from .naming import actor_of, provision_of, role_of
from .spelling import did_you_mean
from .syntax import refuse

if TYPE_CHECKING:
    from .expressions import Reader

NEVER = 99
"""What `since(...)` gives for a move that was never made, in turns."""

FUNCTIONS = ("min", "max", "abs", "sum", "count", "any", "all", "bite", "binding", "last", "since", "texts")


def call(reader: Reader, node: ast.Call, variables: Variables) -> Formula:
    """One of the few functions there are."""
    name = node.func.id if isinstance(node.func, ast.Name) else None
    if name not in FUNCTIONS:
        written = name or ast.unparse(node.func)
        refuse(node, f"A pack cannot call `{written}`.", f"The functions are {', '.join(FUNCTIONS)}.")
    if node.keywords:
        refuse(node, "Arguments have no names here.", "Write the values alone.")
    match name, node.args:
        case (("sum" | "count" | "any" | "all"), [ast.GeneratorExp() as loop]):
            return fold(reader, name, loop, variables)
        case ("min" | "max") as which, [_, _, *_] as parts:
            return f.Extreme(which, tuple(reader.number(part, variables) for part in parts))
        case "abs", [part]:
            return f.Size(reader.number(part, variables))
        case "binding", [part]:
            return binding(reader, part, variables)
        case "bite", [part, role]:
            provision = named_provision(reader, part, variables)
            weight = reader.names.provisions[provision].bites.get(role_of(reader, role, variables), 0)
            return f.pick(binds(reader, provision), f.Number(weight), f.Number(0)) if weight else f.Number(0)
        case (("last" | "since"), [ast.Constant(str() as move), *who]) if len(who) <= 1:
            made = last(reader, node, move, who, variables)
            if name == "last":
                return made
            gone = f.arithmetic("-", f.Cell("turn"), made)
            return f.pick(f.compared("==", made, f.Number(0)), f.Number(NEVER), gone)
        case "texts", [role]:
            return texts(reader, role_of(reader, role, variables))
        case _:
            refuse(node, f"`{name}` is not used like this.", f"Write {usage(reader.names, name)}.")


def last(reader: Reader, node: ast.Call, move: str, who: list[ast.expr], variables: Variables) -> Formula:
    """The turn a move was last made, by one role or desk or by any that can."""
    catalogue = reader.names.move(move)
    if catalogue is None:
        refuse(
            node, f"There is no move '{move}'.", did_you_mean(move, reader.names.pack.move) or "See the moves folder."
        )
    actors = [actor_of(reader, who[0], variables)] if who else list(catalogue.by)
    actors = [actor for actor in actors if actor in catalogue.by]
    if not actors:
        return f.Number(0)
    columns = tuple(f.Cell(last_label(move, actor)) for actor in actors)
    return columns[0] if len(columns) == 1 else f.Extreme("max", columns)


def texts(reader: Reader, role: str) -> Formula:
    """How many living texts bear a role's name beside another's, of those that everybody knows."""
    agreements = reader.names.pack.header.agreements
    alone = f.Number(1 << reader.names.roles.index(role))
    found: list[Formula] = []
    for slot in range(1, agreements.texts + 1 if agreements is not None else 1):
        parties, sealed = f.Cell(text_label(slot, "parties")), f.Cell(text_label(slot, "sealed"))
        named = f.arithmetic("%", f.arithmetic("//", parties, alone), f.Number(2))
        known = f.both([f.compared("!=", parties, alone), f.compared("==", sealed, f.Number(0))])
        found.append(f.pick(known, named, f.Number(0)))
    return f.total(found)


def named_provision(reader: Reader, node: ast.expr, variables: Variables) -> str:
    """A provision given by name, by loop variable, or as the choice of an act."""
    match node:
        case ast.Attribute(ast.Name(instrument), provision):
            return provision_of(reader, node, instrument, provision)
        case ast.Name("choice") if reader.scope.choice in reader.names.provisions:
            return str(reader.scope.choice)
        case ast.Name(name) if variables.get(name) in reader.names.provisions:
            return variables[name]
    refuse(node, "A provision is wanted here.", f"Write {usage(reader.names, 'binding')}.")


def binding(reader: Reader, node: ast.expr, variables: Variables) -> Formula:
    """Whether a provision is law now."""
    return binds(reader, named_provision(reader, node, variables))


def binds(reader: Reader, provision: str) -> Formula:
    """Whether a provision is in a binding state."""
    machine = reader.names.machine(provision)
    states = tuple(machine.states.index(state) for state in machine.binding)
    return f.StateIn(provision, states) if states else f.FALSE


def fold(reader: Reader, name: str, loop: ast.GeneratorExp, variables: Variables) -> Formula:
    """`sum(... for r in roles)` and its kin, written out over a list that is known now."""
    bodies: list[Variables] = [variables]
    for clause in loop.generators:
        if not isinstance(clause.target, ast.Name) or clause.ifs or clause.is_async:
            refuse(loop, "A loop is `for x in list`, without `if`.", "Put the condition into the body.")
        variable = clause.target.id
        longer: list[Variables] = []
        for body in bodies:
            for item in items(reader, clause.iter, body):
                reader.count(loop)
                longer.append({**body, variable: item})
        bodies = longer
    if name == "sum":
        return f.total([reader.number(loop.elt, body) for body in bodies])
    conditions = [reader.truth(loop.elt, body) for body in bodies]
    if name == "count":
        return f.total([f.pick(condition, f.Number(1), f.Number(0)) for condition in conditions])
    return f.either(conditions) if name == "any" else f.both(conditions)


def items(reader: Reader, node: ast.expr, variables: Variables) -> tuple[str, ...]:
    """What a loop runs over: listed roles, all roles, or the provisions of a family."""
    match node:
        case ast.List(elements) | ast.Tuple(elements):
            return tuple(role_of(reader, element, variables) for element in elements)
        case ast.Name("roles"):
            return reader.names.roles
        case ast.Name(name) if name in reader.names.spelled_families:
            return reader.names.families[reader.names.spelled_families[name]]
    refuse(
        node,
        "A loop runs over `roles`, a list of roles, or a family of provisions.",
        f"Families: {', '.join(reader.names.families)}.",
    )
