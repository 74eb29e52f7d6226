"""Sight: who may know a number of the game, and conditions that read what somebody may not know."""

from __future__ import annotations

from collections.abc import Iterator

from .expressions import Scope, read
from .faults import Finding, KeyPath
from .formula import cells
from .happenings import Incident
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


def odds_seers(incident: Incident, names: Names) -> Seers:
    """Who may know all that decides the odds of an incident; nobody else can be told them."""
    read_of = (read(incident.when, names, Scope(), "truth"), read(str(incident.odds), names, Scope(), "number"))
    hidden = [known_to for part in read_of for label in cells(part) if (known_to := seers(label, names)) is not None]
    if not hidden:
        return None
    return tuple(actor for actor in names.actors if all(actor in known_to for known_to in hidden))


def check_sight(names: Names) -> Iterator[Finding]:
    """Conditions that somebody would have to judge by a number they may not see."""
    yield from _doctrines(names)
    yield from _legality(names)
    yield from _texts(names)
    yield from _dilemmas(names)


def _legality(names: Names) -> Iterator[Finding]:
    """What an actor may do must follow from what it may see: a refusal would tell it the rest."""
    for use in uses(names):
        if not _decides_level(use.path):
            continue
        for scope in use.scopes:
            hidden = _hidden_from(
                str(scope.actor),
                cells(read(use.text, names, scope, "number" if use.wants == "number" else "truth")),
                names,
            )
            if hidden is not None:
                what = f"Whether {scope.actor} may do this depends on `{hidden}`, which {scope.actor} may not see."
                yield Finding(use.path, what, f"Read what {scope.actor} may see, or let {scope.actor} see it.")
                break


def _decides_level(path: KeyPath) -> bool:
    """Whether an expression says if an act is open, what it costs or how it stands in law."""
    match path:
        case ("move", _, "needs" | "cost", *_):
            return True
        case ("instrument", _, "provision", _, "when") | ("instrument", _, "provision", _, "except", _, "when"):
            return True
        case _:
            return False


def _texts(names: Names) -> Iterator[Finding]:
    """What becomes of a text is told to many, and must not tell them what they may not know."""
    for use in uses(names):
        for scope in use.scopes:
            subject, audience = _told(use.path, scope, names)
            if not audience:
                break
            labels = cells(read(use.text, names, scope, "number" if use.wants == "number" else "truth"))
            hidden = [(role, label) for role in audience if (label := _hidden_from(role, labels, names)) is not None]
            if hidden:
                role, label = hidden[0]
                what = f"{subject} would tell {role} `{label}`, which {role} may not see."
                yield Finding(use.path, what, f"Read what {role} may see, or let {role} see it.")
                break


def _told(path: KeyPath, scope: Scope, names: Names) -> tuple[str, tuple[str, ...]]:
    """What an expression decides about a text, and which roles learn of it."""
    match path:
        case ("header", "play", "income"):
            return "What comes in", (str(scope.actor),)
        case ("clause", _, "cost" | "home"):
            return "What this costs", (str(scope.actor),)
        case ("clause", _, "needs", *_):
            return "Whether this can be done", (str(scope.actor),)
        case ("clause", _, "done" | "holds"):
            return "Whether this is done", names.actors
        case ("forum", str(id_), "cost"):
            return "What a draft costs here", names.pack.forum[id_].members
        case ("forum", _, "prepared" | "needs", *_):
            return "What can be signed here", names.actors
        case _:
            return "", ()


def _hidden_from(role: str, labels: tuple[str, ...], names: Names) -> str | None:
    """The first of these numbers that a role may not know."""
    for label in labels:
        known_to = seers(label, names)
        if known_to is not None and role not in known_to:
            return label
    return None


def _dilemmas(names: Names) -> Iterator[Finding]:
    """A role is told what it faces, so the condition must not tell it more than it may know."""
    for id_, dilemma in names.pack.dilemma.items():
        for role in dilemma.roles:
            hidden = _hidden_from(role, cells(read(dilemma.when, names, Scope(actor=role), "truth")), names)
            if hidden is not None:
                what = f"When {role} feels this depends on `{hidden}`, which {role} may not see."
                remedy = f"Read what {role} may see, or let {role} see it."
                yield Finding(("dilemma", id_, "when"), what, remedy)
                break


def _doctrines(names: Names) -> Iterator[Finding]:
    """A delegation would act as if a number it cannot know were at its lowest."""
    for use in uses(names):
        if use.path[0] != "doctrine":
            continue
        role = names.pack.doctrine[str(use.path[1])].role
        hidden = _hidden_from(role, tuple(label for formula in formulas(use, names) for label in cells(formula)), names)
        if hidden is not None:
            remedy = f"Read what {role} may see, or let {role} see it."
            yield Finding(use.path, f"The doctrine of {role} reads `{hidden}`, which {role} may not see.", remedy)
