"""Never: conditions that no game can meet, moves that no role can ever make, clauses that it can only break."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .clauses import Clause
from .expressions import Scope, read
from .extents import Known, can_hold
from .faults import Finding
from .formula import both
from .moves import Move
from .names import Names
from .terms import Need
from .uses import act_scopes, clause_scopes, formulas, uses


def never(names: Names, possible: Known) -> Iterator[Finding]:
    """Moves whose needs nobody can meet, clauses nobody could keep, and other conditions that never hold.

    A move that its forum has no competence for is barred as well, but on purpose: its verdict teaches who could.
    """
    for id_, move in names.pack.move.items():
        yield from _move(names, possible, id_, move)
    for id_, clause in names.pack.clause.items():
        yield from _clause(names, possible, id_, clause)
    for use in uses(names):
        # What moves and clauses need is told above. An exception is law in its own right, whether or not an act can claim it.
        told = use.path[0] == "move" or "except" in use.path or (use.path[0] == "clause" and "needs" in use.path)
        if use.wants == "truth" and not told:
            found = list(formulas(use, names))
            if found and not any(can_hold(formula, possible) for formula in found):
                yield Finding(use.path, "This never holds.", "Compare with what can be, or delete it.")


def _move(names: Names, possible: Known, id_: str, move: Move) -> Iterator[Finding]:
    scopes = act_scopes(names, move)
    shut = [
        role for role in move.by if not can_make(names, possible, move, [one for one in scopes if one.actor == role])
    ]
    if not shut:
        return
    nobody = len(shut) == len(move.by)
    who = "No role can ever" if nobody else f"{', '.join(shut)} can never"
    mend = "Compare with what can be." if nobody else "Compare with what can be, or take the role out of `by`."
    for index, need in enumerate(move.needs):
        alone = [read(need.when, names, scope, "truth") for scope in scopes if scope.actor in shut]
        if not any(can_hold(formula, possible) for formula in alone):
            yield Finding(("move", id_, "needs", index, "when"), f"{who} make this move: this never holds.", mend)
            return
    what = f"{who} make this move: its needs never hold together."
    yield Finding(("move", id_, "needs"), what, mend, at="key")


def _clause(names: Names, possible: Known, id_: str, clause: Clause) -> Iterator[Finding]:
    """Roles that could sign a clause and never do what it asks: its needs never hold, or those of its move."""
    for index, role in enumerate(clause.by):
        own = [scope for scope in clause_scopes(names, clause) if scope.actor == role]
        if clause.needs and own and not any_holds(names, possible, clause.needs, own):
            what = f"{role} can never do this: its needs never hold together, so it could only break it."
            yield Finding(("clause", id_, "by", index), what, f"Compare with `needs`, or take {role} out.")
    if clause.move is None:
        return
    move = names.pack.move[clause.move]
    meant = [
        scope
        for scope in act_scopes(names, move)
        if scope.target == clause.target and (not move.choices or scope.choice in clause.choices)
    ]
    for index, role in enumerate(clause.by):
        if not can_make(names, possible, move, [scope for scope in meant if scope.actor == role]):
            what = f"{role} can never make the move {clause.move}, so it could only break this."
            remedy = f"Compare with what {clause.move} needs, or take {role} out."
            yield Finding(("clause", id_, "by", index), what, remedy)


def can_make(names: Names, possible: Known, move: Move, scopes: list[Scope]) -> bool:
    """Whether what a move needs can hold in any of these ways to make it."""
    return any_holds(names, possible, move.needs, scopes)


def any_holds(names: Names, possible: Known, needs: Iterable[Need], scopes: Iterable[Scope]) -> bool:
    """Whether needs can hold together in any of these scopes."""
    return any(can_hold(both([read(need.when, names, scope, "truth") for need in needs]), possible) for scope in scopes)
