"""Naming: the words of an expression as what they name in the pack — tracks, provisions, roles."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, NoReturn

from . import formula as f
from .examples import owned
from .formula import Formula
from .meanings import Meaning, State, Variables, Word
from .names import Names, track_label
from .spelling import did_you_mean
from .syntax import refuse

if TYPE_CHECKING:
    from .expressions import Reader

CLOCK = ("turn", "turns", "dice")
"""Numbers of the game itself: this turn, how many there are, and whether dice are in play."""
WORDS = (*CLOCK, "true", "false", "actor", "target", "choice", "pair", "roles")
"""Plain words of the language itself: no track can be called so. A function is told from a track by its brackets."""


def named(reader: Reader, node: ast.Name, name: str, variables: Variables) -> Meaning:
    """A plain word: the turn, a role of the act, a loop variable, or a track for the table.

    A loop variable over a family is the state of each provision, over roles each role.
    """
    names, scope = reader.names, reader.scope
    if name in variables:
        return State(variables[name]) if variables[name] in names.provisions else Word(variables[name])
    match name:
        case "dice" if not names.pack.header.play.dice:
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
        case "pair":
            remedy = "It is known in the transitions of a provision with a pair."
            refuse(node, "`pair` means nothing here.", remedy)
        case "actor" | "target" | "choice":
            refuse(node, f"`{name}` means nothing here.", "It is known in moves and doctrines only.")
    track = _track(names, node, name)
    per = names.track(track).per
    if per != "table":
        say = "Say whose" if per == "role" else "Say between whom"
        refuse(node, f"`{track}` belongs to roles.", f"{say}: {owned(names, track)}.")
    return f.Cell(track)


def owned_track(reader: Reader, node: ast.Subscript, name: str, index: ast.expr, variables: Variables) -> Formula:
    """A role's track, or a relation between two."""
    names = reader.names
    track = _track(names, node, name)
    written = index.elts if isinstance(index, ast.Tuple) else [index]
    owners = tuple(role_of(reader, owner, variables) for owner in written)
    wanted = {"table": 0, "role": 1, "pair": 2}[names.track(track).per]
    if len(owners) != wanted:
        what = f"`{track}` takes {wanted} role(s) in brackets, not {len(owners)}."
        refuse(node, what, f"Write {owned(names, track)}.")
    if len(set(owners)) != len(owners):
        return f.Number(0)  # a role's relation with itself never changes; lets `for r in roles` be written plainly
    return f.Cell(track_label(track, owners, names.roles))


def provision_of(reader: Reader, node: ast.expr, instrument: str, article: str) -> str:
    """The provision an `instrument.provision` pair names."""
    found = reader.names.spelled_provisions.get((instrument, article))
    if found is None:
        written = _written(f"{instrument}.{article}")
        remedy = did_you_mean(written, reader.names.provisions) or "See the law folder."
        refuse(node, f"There is no provision `{written}`.", remedy)
    return found


def role_of(reader: Reader, node: ast.expr, variables: Variables) -> str:
    """The role a word or name stands for."""
    return _one_of(reader, reader.names.roles, node, variables)


def actor_of(reader: Reader, node: ast.expr, variables: Variables) -> str:
    """The role or desk a word or name stands for."""
    return _one_of(reader, reader.names.actors, node, variables)


def _one_of(reader: Reader, known: tuple[str, ...], node: ast.expr, variables: Variables) -> str:
    written: str | None = None
    match node:
        case ast.Constant(str() as text):
            written = text
        case ast.Name("actor" | "target" as name):
            found = named(reader, node, name, variables)
            written = found.text if isinstance(found, Word) else None
            if written is None:
                refuse(node, "This act has no target.", "Give the move `targets`, or leave the target out.")
        case ast.Name(name):
            written = variables.get(name) or reader.names.spelled_roles.get(name) or _written(name)
    if written not in known:
        remedy = did_you_mean(str(written), known) or f"Roles: {', '.join(known)}."
        refuse(node, f"There is no role `{written}`.", remedy)
    return written


def _track(names: Names, node: ast.expr, name: str) -> str:
    found = names.spelled_tracks.get(name)
    if found is None:
        _refuse_unknown(names, node, _written(name))
    return found


def _refuse_unknown(names: Names, node: ast.expr, word: str) -> NoReturn:
    """Stop at a word that is no track, and may be something else that is written in another way."""
    pack = names.pack
    if word in pack.instrument:
        article = next(iter(pack.instrument[word].provision), None)
        if article is not None:
            refuse(node, f"There is no track `{word}`.", f"Name one of its provisions: {word}.{article}.")
    for kind, known in (
        ("role", names.actors),
        ("state", [state for machine in pack.machine.values() for state in machine.states]),
        ("choice", [choice for move in pack.move.values() for choice in move.choices]),
    ):
        if word in known:
            refuse(node, f"There is no track `{word}`: it is a {kind}.", f"Write it in quotes: '{word}'.")
    remedy = did_you_mean(word, [*pack.track, *CLOCK, "actor", "target", "choice"])
    refuse(node, f"There is no track `{word}`.", remedy or "See tracks.toml for the names there are.")


def _written(name: str) -> str:
    """A name as authors write it."""
    return name.replace("_", "-")
