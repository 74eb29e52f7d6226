"""Clause fitting: a clause can be owed, and the move that carries it out can be made by whoever owes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .clauses import Clause
from .contents import kinds_of_choices
from .faults import Finding, KeyPath, quoted
from .names import Names
from .spelling import did_you_mean


def check_clause(names: Names, path: KeyPath, clause: Clause) -> Iterator[Finding]:
    """What of a clause exists and does not fit."""
    kinds = kinds_of_choices(names, clause.choices)
    if len(kinds) > 1:
        found = " and ".join(kinds)
        yield Finding((*path, "choices"), f"The choices are of several kinds: {found}.", "Make a clause for each kind.")
    for index, forum in enumerate(clause.fora):
        if names.pack.forum[forum].texts == "none":
            what = f"No texts are written in {forum}."
            yield Finding((*path, "fora", index), what, f"Give {forum} `texts`, or name another forum.")
    if clause.move is not None:
        yield from _move(names, path, clause, clause.move)
    elif clause.target is not None:
        what = "A target is for a move, and this clause names none."
        yield Finding((*path, "target"), what, "Add `move = ...`, or delete it.", at="key")
    if clause.feign and clause.move is None and not clause.effects:
        what = "Nothing happens when this is done, so there is nothing to feign."
        yield Finding((*path, "feign"), what, "Add `effects` or a `move`, or delete it.", at="key")


def _move(names: Names, path: KeyPath, clause: Clause, id_: str) -> Iterator[Finding]:
    move = names.pack.move[id_]
    for index, role in enumerate(clause.by):
        if role not in move.by:
            remedy = f"It is made by: {', '.join(move.by)}."
            yield Finding((*path, "by", index), f"{quoted(role)} cannot make the move {id_}.", remedy)
        elif role == clause.target:
            remedy = f"Take {role} out, or make a clause of its own for it."
            yield Finding((*path, "by", index), f"{quoted(role)} would aim {id_} at itself.", remedy)
    if move.partner:
        what = f"{id_} needs the yes of its target, and a step is done by its owner alone."
        yield Finding((*path, "move"), what, "Name a move without `partner`, or write its effects here.")
    if move.choices and not clause.choices:
        yield Finding(
            (*path, "move"), f"The clause does not say which choices of {id_} it means.", "Add `choices = [...]`."
        )
    elif move.choices:
        for index, choice in enumerate(clause.choices):
            yield from not_offered((*path, "choices", index), "choice", choice, move.choices, id_)
    if clause.target is not None:
        yield from not_offered((*path, "target"), "target", clause.target, move.targets, id_)
    elif move.targets:
        what = f"The clause does not say at whom {id_} is aimed."
        yield Finding((*path, "move"), what, f"Add `target = ...`, one of: {', '.join(move.targets)}.")


def not_offered(path: KeyPath, key: str, chosen: str, offered: Iterable[str], owner: str) -> Iterator[Finding]:
    """A finding if a word is not among those that a move, a clause or a word offers."""
    words = tuple(offered)
    if chosen not in words:
        listed = f"Choose from: {', '.join(words)}." if words else f"{owner} has none: delete it."
        yield Finding(path, f"{quoted(chosen)} is no {key} of {owner}.", did_you_mean(chosen, words) or listed)


def choice_of(path: KeyPath, choice: str | None, id_: str, clause: Clause) -> Iterator[Finding]:
    """A finding if a step is about something else than its clause can be about, or does not say about what."""
    if choice is not None:
        yield from not_offered((*path, "choice"), "choice", choice, clause.choices, id_)
    elif clause.choices:
        remedy = f"Add `choice = ...`, one of: {', '.join(clause.choices)}."
        yield Finding((*path, "clause"), f"The step does not say which choice of {id_} it means.", remedy)
