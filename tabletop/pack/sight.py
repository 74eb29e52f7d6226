"""Sight: who may know a number of the game, and doctrines that read what their role may not know."""

from __future__ import annotations

from collections.abc import Iterator

from .faults import Finding
from .formula import cells
from .moves import Move
from .names import Names
from .tracks import Track
from .uses import formulas, uses

Seers = tuple[str, ...] | None
"""Roles that may know a number; `None` for everybody."""


def track_seers(track: Track, owners: tuple[str, ...]) -> Seers:
    """Who may know a track: everybody, named roles, or those it belongs to."""
    if track.seen_by == "all":
        return None
    return owners if track.seen_by == "own" else track.seen_by


def last_seers(move: Move, actor: str) -> Seers:
    """Who may know when a role last made a move: everybody if it is made openly, otherwise only that role."""
    return None if move.visibility == "open" else (actor,)


def seers(label: str, names: Names) -> Seers:
    """Who may know the number an expression reads, by its label: `evidence[prc]`, `last[us, leak]`, `river.tolls`."""
    id_, _, inner = label.partition("[")
    owners = tuple(inner.removesuffix("]").split(", ")) if inner else ()
    if id_ == "last":
        actor, move = owners
        return last_seers(names.pack.move[move], actor)
    track = names.pack.track.get(id_)
    return track_seers(track, owners) if track is not None else None


def check_sight(names: Names) -> Iterator[Finding]:
    """Conditions of doctrines that a delegation could not know; it would act as if the number were at its lowest."""
    for use in uses(names):
        if use.path[0] != "doctrine":
            continue
        role = names.pack.doctrine[str(use.path[1])].role
        read = dict.fromkeys(label for formula in formulas(use, names) for label in cells(formula))
        for label in read:
            known_to = seers(label, names)
            if known_to is not None and role not in known_to:
                remedy = f"Read what {role} may see, or let {role} see it."
                yield Finding(use.path, f"The doctrine of {role} reads `{label}`, which {role} may not see.", remedy)
                break
