"""Reach: moves nobody can pay, rules that never fire, endings no game comes to, and roles with nothing to choose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from .doctrines import DoctrineRule
from .expressions import NOWHERE, Scope, amount, read
from .extents import Known, can_hold, extent
from .faults import Finding, KeyPath
from .formula import Formula, both, cells, negation
from .moves import Move
from .names import Names
from .never import can_make
from .purse import fullest
from .uses import act_scopes

FEWEST = 2
"""A role with fewer moves than this has nothing to think about."""


def reach(names: Names, possible: Known) -> Iterator[Finding]:
    """What a pack offers and no game gets to, as far as bounds tell; what only play can show is left to fuzzing."""
    purses = fullest(names, possible)
    for id_, move in names.pack.move.items():
        yield from _cost(names, possible, purses, ("move", id_, "cost"), move)
    for id_, doctrine in names.pack.doctrine.items():
        for index, rule in enumerate(doctrine.rule):
            idle = _rule(names, possible, purses, doctrine.role, rule)
            if idle is not None:
                yield Finding(("doctrine", id_, "rule", index, "move"), *idle)
    yield from _endings(names, possible)
    for role in names.roles:
        yield from _scarce(names, possible, purses, role)


def _cost(names: Names, possible: Known, purses: Mapping[str, int], path: KeyPath, move: Move) -> Iterator[Finding]:
    by = [role for role in move.by if role in purses]
    scopes = act_scopes(names, move)
    if not by or not scopes:
        return
    costs = {role: [_costs(names, possible, move, scope) for scope in scopes if scope.actor == role] for role in by}
    if all(high < 0 for each in costs.values() for _, high in each):
        yield Finding(
            path, "A move never costs less than nothing.", "Write `cost = 0`, and let an effect give capital."
        )
        return
    dear = [role for role in by if costs[role] and min(low for low, _ in costs[role]) > purses[role]]
    if dear:
        least, most = min(low for low, _ in costs[dear[0]]), purses[dear[0]]
        who = "Nobody can" if len(dear) == len(by) else f"{', '.join(dear)} can never"
        ever = "ever pay" if len(dear) == len(by) else "pay"
        what = f"{who} {ever} this: it costs {least} or more, and {dear[0]} has {most} at most."
        yield Finding(path, what, "Lower it, or raise `income` or `bank` in pack.toml.")


def _costs(names: Names, possible: Known, move: Move, scope: Scope) -> tuple[int, int]:
    return extent(amount(move.cost, names, scope), possible)


def _needs(names: Names, move: Move, scope: Scope) -> list[Formula]:
    return [read(need.when, names, scope, "truth") for need in move.needs]


def _rule(
    names: Names, possible: Known, purses: Mapping[str, int], role: str, rule: DoctrineRule
) -> tuple[str, str] | None:
    """Why a rule whose condition could hold never fires, and what would mend it."""
    move = names.pack.move[rule.move]
    act = Scope(actor=role, target=rule.target, choice=rule.choice, act=True)
    when = read(rule.when, names, Scope(actor=role), "truth")
    if role in purses and _costs(names, possible, move, act)[0] > purses[role]:
        what = f"This rule never fires: {role} can never pay for {rule.move}."
        return what, "Name another move, or lower what it costs."
    makes = can_make(names, possible, move, [scope for scope in act_scopes(names, move) if scope.actor == role])
    if makes and can_hold(when, possible) and not can_hold(both([when, *_needs(names, move, act)]), possible):
        what = f"This rule never fires: its condition and what {rule.move} needs never hold together."
        return what, "Compare with the `needs` of the move."
    return None


def _endings(names: Names, possible: Known) -> Iterator[Finding]:
    """Endings that never come because one before them always does first."""
    before: dict[str, Formula] = {}
    for id_, ending in names.pack.ending.items():
        holds = read(ending.when, names, NOWHERE, "truth")
        # What is judged at the end alone is out of the way of what ends a game at once.
        earlier = {
            other: when
            for other, when in before.items()
            if ending.at == "close" or names.pack.ending[other].at == "any"
        }
        if can_hold(holds, possible) and not can_hold(both([holds, *map(negation, earlier.values())]), possible):
            alone = [other for other, when in earlier.items() if not can_hold(both([holds, negation(when)]), possible)]
            first = f"{alone[0]} always holds" if alone else "one of those before it always holds"
            what = f"No game ends like this: when it holds, {first} and comes first."
            yield Finding(("ending", id_), what, "Put it before that one, or change `when`.")
        before[id_] = holds


def _scarce(names: Names, possible: Known, purses: Mapping[str, int], role: str) -> Iterator[Finding]:
    """A turn in which a role could choose between fewer than two moves."""
    always, sometimes = _choices(names, possible, purses, role)
    if always >= FEWEST:
        return
    for scenario, frame in names.pack.scenario.items():
        for turn in range(1, frame.turns + 1):
            there = {"turn": (turn, turn), "turns": (frame.turns, frame.turns)}
            here = replace(possible, numbers={**possible.numbers, **there})
            found = always + sum(any(can_hold(way, here) for way in ways) for ways in sometimes)
            if found < FEWEST:
                moves = "no move" if not found else "one move at most"
                what = f"In turn {turn} of {scenario} it can make {moves}."
                yield Finding(("role", role), what, "List it in `by` of another move, or ask less in `needs`.")
                return


def _choices(names: Names, possible: Known, purses: Mapping[str, int], role: str) -> tuple[int, list[list[Formula]]]:
    """How many moves it can make in any turn, and what must hold for each that depends on the turn."""
    always, sometimes = 0, []
    for move in names.pack.move.values():
        if role not in move.by:
            continue
        scopes = [scope for scope in act_scopes(names, move) if scope.actor == role]
        scopes = [scope for scope in scopes if _costs(names, possible, move, scope)[0] <= purses[role]]
        ways = [both(_needs(names, move, scope)) for scope in scopes]
        ways = [way for way in ways if can_hold(way, possible)]
        if any(not _timed(way) for way in ways):
            always += 1
        elif ways:
            sometimes.append(ways)
    return always, sometimes


def _timed(formula: Formula) -> bool:
    return "turn" in cells(formula)
