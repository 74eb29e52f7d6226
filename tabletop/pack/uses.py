"""Uses: every expression of a pack, where it stands, and the moments in which it is read.

The loader checks them all with this, the linter asks what is read and changed, and the rulebook is
compiled from the same moments.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from .clauses import Clause
from .doctrines import Doctrine
from .effects import Effect
from .expressions import NOWHERE, Scope, read
from .faults import KeyPath
from .fora import Forum
from .formula import Cell, Formula
from .law import Provision
from .moves import Move
from .names import Names
from .naming import CLOCK
from .syntax import ExpressionFault, mentions

Wants = Literal["number", "truth", "track"]


@dataclass(frozen=True, slots=True)
class Use:
    """One expression at one place, read in one or more scopes."""

    path: KeyPath
    text: str
    wants: Wants
    scopes: tuple[Scope, ...] = (NOWHERE,)


def act_scopes(names: Names, move: Move) -> tuple[Scope, ...]:
    """Every concrete way to make a move: by whom, against whom, about what."""
    targets = move.targets or (None,)
    choices = move.choices or (None,)
    return tuple(
        Scope(actor=actor, target=target, choice=choice, act=True)
        for actor in names.actors
        if actor in move.by
        for target in targets
        if target != actor
        for choice in choices
    )


def clause_scopes(names: Names, clause: Clause) -> tuple[Scope, ...]:
    """Every concrete way to owe a clause: by whom, about what."""
    choices = clause.choices or (None,)
    return tuple(
        Scope(actor=actor, choice=choice, act=True) for actor in names.roles if actor in clause.by for choice in choices
    )


def bound(names: Names, provision: Provision, actor: str) -> bool:
    """Whether a provision is addressed to an actor. Law binds governments; a desk is under none of it."""
    return actor in provision.binds or (provision.binds == "all" and actor in names.pack.role)


def read_track(text: str, names: Names, scope: Scope) -> str | None:
    """The column an effect's `track` names; `None` for a role's relation with itself.

    Raises:
        ExpressionFault: if the text is not a track, or the track is derived.
    """
    found = read(text, names, scope, "number")
    if isinstance(found, Cell) and found.label not in CLOCK:
        track = found.label.partition("[")[0]
        if names.track(track).derived is not None:
            raise ExpressionFault(f"`{track}` is derived and cannot be set.", "Change what it is derived from.")
        return found.label
    if "[" in text:
        return None
    raise ExpressionFault("A track is wanted here.", "Write a track such as `tension` or `trust[actor, target]`.")


def uses(names: Names) -> Iterator[Use]:
    """Every expression of the pack, in the order of its tables."""
    pack = names.pack
    each_role = tuple(Scope(actor=role) for role in names.roles)
    yield Use(("header", "play", "income"), str(pack.header.play.income), "number", each_role)
    for id_, role in pack.role.items():
        if role.home is not None:
            yield Use(("role", id_, "home"), role.home, "track")
    for id_, track in pack.track.items():
        if track.derived is not None:
            yield Use(("track", id_, "derived"), str(track.derived), "number")
    for id_, drift in pack.drift.items():
        scopes = each_role if drift.per == "role" else (NOWHERE,)
        yield Use(("drift", id_, "when"), drift.when, "truth", scopes)
        yield from _effects(("drift", id_, "effects"), drift.effects, scopes)
    yield from _law(names)
    for id_, forum in pack.forum.items():
        yield from _forum(id_, forum)
    for id_, move in pack.move.items():
        yield from _move(names, id_, move)
    for id_, clause in pack.clause.items():
        yield from _clause(names, id_, clause)
    for id_, event in pack.event.items():
        yield Use(("event", id_, "when"), event.when, "truth")
        yield from _effects(("event", id_, "effects"), event.effects)
    for id_, incident in pack.incident.items():
        yield Use(("incident", id_, "when"), incident.when, "truth")
        yield Use(("incident", id_, "odds"), str(incident.odds), "number")
        yield from _effects(("incident", id_, "effects"), incident.effects)
    for id_, ending in pack.ending.items():
        yield Use(("ending", id_, "when"), ending.when, "truth")
    for id_, aim in pack.aim.items():
        yield Use(("aim", id_, "points"), str(aim.points), "number")
    for id_, dilemma in pack.dilemma.items():
        yield Use(("dilemma", id_, "when"), dilemma.when, "truth", tuple(Scope(actor=role) for role in dilemma.roles))
    for id_, doctrine in pack.doctrine.items():
        yield from _doctrine(id_, doctrine)
    for id_, scenario in pack.scenario.items():
        for index, entry in enumerate(scenario.calendar):
            path: KeyPath = ("scenario", id_, "calendar", index)
            yield Use((*path, "when"), entry.when, "truth")
            yield from _effects((*path, "effects"), entry.effects)


def formulas(use: Use, names: Names) -> Iterator[Formula]:
    """What a use means, once for each scope that can make a difference."""
    for scope in _distinct(use.text, use.scopes):
        if use.wants == "track":
            label = read_track(use.text, names, scope)
            if label is not None:
                yield Cell(label)
        else:
            yield read(use.text, names, scope, use.wants)


def check_expressions(names: Names) -> Iterator[tuple[KeyPath, ExpressionFault]]:
    """The first fault of every expression that has one."""
    for use in uses(names):
        try:
            for _ in formulas(use, names):
                pass
        except ExpressionFault as fault:
            yield use.path, fault


def _move(names: Names, id_: str, move: Move) -> Iterator[Use]:
    scopes = act_scopes(names, move)
    for index, need in enumerate(move.needs):
        yield Use(("move", id_, "needs", index, "when"), need.when, "truth", scopes)
    yield Use(("move", id_, "cost"), str(move.cost), "number", scopes)
    for key, effects in (("effects", move.effects), ("if_breach", move.if_breach), ("if_refused", move.if_refused)):
        yield from _effects(("move", id_, key), effects, scopes)


def _clause(names: Names, id_: str, clause: Clause) -> Iterator[Use]:
    scopes = clause_scopes(names, clause)
    for index, need in enumerate(clause.needs):
        yield Use(("clause", id_, "needs", index, "when"), need.when, "truth", scopes)
    yield Use(("clause", id_, "cost"), str(clause.cost), "number", scopes)
    yield Use(("clause", id_, "home"), str(clause.home), "number", scopes)
    for key, condition in (("done", clause.done), ("holds", clause.holds)):
        if condition is not None:
            yield Use(("clause", id_, key), condition, "truth", scopes)
    for key, effects in (("effects", clause.effects), ("undo", clause.undo), ("broken", clause.broken)):
        yield from _effects(("clause", id_, key), effects, scopes)


def _forum(id_: str, forum: Forum) -> Iterator[Use]:
    for index, need in enumerate(forum.needs):
        yield Use(("forum", id_, "needs", index, "when"), need.when, "truth")
    yield from _effects(("forum", id_, "effects"), forum.effects)
    if forum.passes is not None:
        yield Use(("forum", id_, "passes"), forum.passes, "truth")
    for key, amount in (("others", forum.others), ("cost", forum.cost), ("prepared", forum.prepared)):
        if amount is not None:
            yield Use(("forum", id_, key), str(amount), "number")


def _doctrine(id_: str, doctrine: Doctrine) -> Iterator[Use]:
    scope = (Scope(actor=doctrine.role),)
    path: KeyPath = ("doctrine", id_)
    for key, conditions in (
        ("rule", [rule.when for rule in doctrine.rule]),
        ("answer", [answer.when for answer in doctrine.answer]),
        ("tabling", [tabling.when for tabling in doctrine.tabling]),
        ("conduct", [conduct.when for conduct in doctrine.conduct]),
    ):
        for index, condition in enumerate(conditions):
            yield Use((*path, key, index, "when"), condition, "truth", scope)
    yield Use((*path, "reserve"), str(doctrine.reserve), "number", scope)
    for index, worth in enumerate(doctrine.worth):
        yield Use((*path, "worth", index, "worth"), str(worth.worth), "number", scope)


def _law(names: Names) -> Iterator[Use]:
    pack = names.pack
    for id_, machine in pack.machine.items():
        holders = [label for label, provision in names.provisions.items() if provision.machine == id_]
        pairs = tuple(Scope(pair=law.pair) for law in map(names.provisions.get, holders) if law and law.pair) or (
            NOWHERE,
        )
        for index, transition in enumerate(machine.transition):
            path: KeyPath = ("machine", id_, "transition", index)
            if transition.when is not None:
                yield Use((*path, "when"), transition.when, "truth", pairs)
            yield from _effects((*path, "effects"), transition.effects)
    for label, provision in names.provisions.items():
        text, _, law = label.partition(".")
        path = ("instrument", text, "provision", law)
        scopes = tuple(
            scope
            for move in names.caught(provision)
            for scope in act_scopes(names, pack.move[move])
            if scope.actor is not None and bound(names, provision, scope.actor)
        )
        yield Use((*path, "when"), provision.when, "truth", scopes)
        for index, exception in enumerate(provision.except_):
            yield Use((*path, "except", index, "when"), exception.when, "truth", scopes)
        yield from _effects((*path, "if_breached"), provision.if_breached, scopes)
        for index, transition in enumerate(provision.transition):
            if transition.when is not None:
                own = (Scope(pair=provision.pair),)
                yield Use((*path, "transition", index, "when"), transition.when, "truth", own)
            yield from _effects((*path, "transition", index, "effects"), transition.effects)


def _effects(path: KeyPath, effects: Iterable[Effect], scopes: tuple[Scope, ...] = (NOWHERE,)) -> Iterator[Use]:
    for index, effect in enumerate(effects):
        here = (*path, index)
        if effect.track is not None:
            yield Use((*here, "track"), effect.track, "track", scopes)
        for key, amount in (("add", effect.add), ("set", effect.set)):
            if isinstance(amount, str):
                yield Use((*here, key), amount, "number", scopes)
        yield Use((*here, "when"), effect.when, "truth", scopes)


def _distinct(text: str, scopes: tuple[Scope, ...]) -> tuple[Scope, ...]:
    """Scopes that differ in something the text mentions."""
    actor, target, choice, pair = (word in mentions(text) for word in ("actor", "target", "choice", "pair"))
    plain = {
        Scope(
            actor=scope.actor if actor else None,
            target=scope.target if target else None,
            choice=scope.choice if choice else None,
            pair=scope.pair if pair else None,
            act=scope.act,
        ): None
        for scope in scopes
    }
    return tuple(plain)
