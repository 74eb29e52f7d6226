"""Charges: what the law has to say about one act, as formulas.

The fast listing and the full explanation are both made from these, so they cannot disagree about
which conditions count.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.pack import formula as f
from tabletop.pack.expressions import read
from tabletop.pack.fora import Forum
from tabletop.pack.formula import Cell, Compare, Formula, Number, StateIn
from tabletop.pack.law import Machine, Provision
from tabletop.pack.moves import Move
from tabletop.pack.names import Names, last_label
from tabletop.pack.uses import bound

from .acts import Act
from .verdict import Level
from .yeses import held


@dataclass(frozen=True, slots=True)
class Charge:
    """One provision that is about an act and addressed to the actor."""

    label: str
    provision: Provision
    machine: Machine
    applies: Formula
    """The provision's own further test."""
    exceptions: tuple[Formula, ...]
    """When each express exception holds."""
    held: Formula
    """Whether its keeper said yes, and that can still be used."""
    released: Formula
    """Whether the counterpart is in proven breach."""
    stands: Formula
    """Whether the provision is law now and catches the act, and neither an exception nor a yes lets it pass."""


@dataclass(frozen=True, slots=True)
class Question:
    """A yes an act cannot happen without, whatever the law says: a forum's or a partner's."""

    keeper: str
    kind: Literal["forum", "partner"]


@dataclass(frozen=True, slots=True)
class Case:
    """Everything the law has to say about one act, ready to be asked in any position."""

    outside: tuple[str, ...]
    """Families its forum would change without competence."""
    missing: tuple[tuple[Formula, str], ...]
    """When a need is not met, and why that matters."""
    questions: tuple[Question, ...]
    charges: tuple[Charge, ...]


def case_of(act: Act, names: Names) -> Case:
    """The case of one act."""
    return Case(
        outside=incompetent_for(act, names),
        missing=missing_needs(act, names),
        questions=questions_of(act, names.pack.move[act.move]),
        charges=charges_of(act, names),
    )


def charges_of(act: Act, names: Names) -> tuple[Charge, ...]:
    """Every provision that is about an act, in the order of the law files."""
    return tuple(
        _charge(label, names.provisions[label], act, names)
        for label in names.catching[act.move]
        if bound(names, names.provisions[label], act.role)
    )


def questions_of(act: Act, move: Move) -> tuple[Question, ...]:
    """Whose agreement an act needs by its nature."""
    found = []
    if move.forum is not None:
        found.append(Question(move.forum, "forum"))
    if move.partner and act.target is not None:
        found.append(Question(act.target, "partner"))
    return tuple(found)


def keepers_of(act: Act, names: Names) -> tuple[str, ...]:
    """Everybody whose yes could ever be needed for an act, forum or role, each once."""
    asked = [question.keeper for question in questions_of(act, names.pack.move[act.move])]
    return tuple(dict.fromkeys([*asked, *keepers_by_law(act, names)]))


def keepers_by_law(act: Act, names: Names) -> tuple[str, ...]:
    """Everybody whose yes the law could ever ask for, each once, in the order of the law files."""
    asked = [
        provision.keeper
        for provision in map(names.provisions.__getitem__, names.catching[act.move])
        if provision.makes == "consent" and provision.keeper is not None and bound(names, provision, act.role)
    ]
    return tuple(dict.fromkeys(asked))


def members(keeper: str, names: Names) -> tuple[str, ...]:
    """The roles that answer for a keeper."""
    forum = names.pack.forum.get(keeper)
    return forum.members if forum is not None else (keeper,)


def changed_families(act: Act, names: Names) -> tuple[str, ...]:
    """Families of the provisions an act would change, of those that are for a forum to change."""
    found: dict[str, None] = {}
    for label in changed_provisions(act, names):
        found[names.pack.instrument[label.partition(".")[0]].family] = None
    return tuple(found)


def changed_provisions(act: Act, names: Names) -> tuple[str, ...]:
    """Every provision an act's effects would move."""
    found: dict[str, None] = {}
    for effect in names.pack.move[act.move].effects:
        if effect.provision is not None:
            found[str(act.choice) if effect.provision == "choice" else effect.provision] = None
        if effect.package is not None:
            package = str(act.choice) if effect.package == "choice" else effect.package
            found.update(dict.fromkeys(names.pack.package[package].provisions))
    return tuple(found)


def incompetent_for(act: Act, names: Names) -> tuple[str, ...]:
    """Families an act's forum would change without competence; empty when it may."""
    forum = forum_of(act, names)
    if forum is None:
        return ()
    return tuple(family for family in changed_families(act, names) if family not in forum.competence)


def forum_of(act: Act, names: Names) -> Forum | None:
    """The body that must decide an act, if one must."""
    forum = names.pack.move[act.move].forum
    return names.pack.forum[forum] if forum is not None else None


def missing_needs(act: Act, names: Names) -> tuple[tuple[Formula, str], ...]:
    """What would have to be so before the act exists, each with when it is not."""
    move = names.pack.move[act.move]
    missing = [(f.negation(read(need.when, names, act.scope, "truth")), need.why) for need in move.needs]
    if move.once:
        done = Compare(">", Cell(last_label(act.move, act.role)), Number(0))
        missing.append((done, "This can be done once in a game, and it was done."))
    return tuple(missing)


def level(case: Case) -> Formula:
    """The level of an act as one number, after `Level`."""
    breach = f.either([charge.stands for charge in case.charges if charge.provision.makes == "breach"])
    consents = f.either([charge.stands for charge in case.charges if charge.provision.makes == "consent"])
    if case.questions:
        consents = f.TRUE
    barred = f.TRUE if case.outside else f.either([missing for missing, _ in case.missing])
    answer = f.pick(consents, Number(Level.CONSENT), Number(Level.PERMITTED))
    answer = f.pick(breach, Number(Level.BREACH), answer)
    return f.pick(barred, Number(Level.BARRED), answer)


def _charge(label: str, provision: Provision, act: Act, names: Names) -> Charge:
    applies = read(provision.when, names, act.scope, "truth")
    exceptions = tuple(read(exception.when, names, act.scope, "truth") for exception in provision.except_)
    released: Formula = f.FALSE
    if provision.pair is not None:
        counterpart = names.machine(provision.pair)
        broken = tuple(counterpart.states.index(state) for state in counterpart.broken)
        released = StateIn(provision.pair, broken) if broken else f.FALSE
    machine = names.machine(label)
    states = tuple(machine.states.index(state) for state in machine.binding)
    binds = StateIn(label, states) if states else f.FALSE
    keepers = keepers_by_law(act, names) if provision.makes == "consent" else ()
    agreed = held(act, keepers.index(provision.keeper), names) if provision.keeper in keepers else f.FALSE
    stands = f.both([binds, applies, f.negation(f.either([*exceptions, agreed, released]))])
    return Charge(label, provision, machine, applies, exceptions, agreed, released, stands)
