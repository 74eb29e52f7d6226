"""Derivation: derived tracks are worked out one after another, each after those that it reads."""

from __future__ import annotations

from collections.abc import Iterator
from graphlib import CycleError, TopologicalSorter

from .expressions import amount
from .faults import Finding, KeyPath
from .formula import cells
from .names import Names


def derivation_order(names: Names) -> tuple[str, ...]:
    """The derived tracks of a sound pack, each after those it is worked out from."""
    return tuple(TopologicalSorter(_sources(names)).static_order())


def check_derivation(names: Names) -> Iterator[Finding]:
    """Derived tracks that are worked out from themselves, directly or by way of others, or for each role."""
    for id_, track in names.pack.track.items():
        if track.derived is not None and track.per != "table":
            yield Finding(("track", id_, "per"), "A derived track is one number for the table.", "Leave out `per`.")
    sources = _sources(names)
    while (circle := _circle(sources)) is not None:
        path: KeyPath = ("track", circle[0], "derived")
        links = zip(circle, [*circle[1:], circle[0]], strict=True)
        way = f": {', '.join(f'{one} from {other}' for one, other in links)}" if len(circle) > 1 else ""
        what = f"This track is worked out from itself{way}."
        yield Finding(path, what, "Work it out from tracks that effects change, or let a drift change it.")
        sources[circle[0]] = ()


def _sources(names: Names) -> dict[str, tuple[str, ...]]:
    """What derived tracks each derived track reads, in the order of the files."""
    derived = {id_: track.derived for id_, track in names.pack.track.items() if track.derived is not None}
    read = {id_: cells(amount(each, names)) for id_, each in derived.items()}
    return {id_: tuple(label for label in labels if label in derived) for id_, labels in read.items()}


def _circle(sources: dict[str, tuple[str, ...]]) -> list[str] | None:
    """Tracks each of which reads the next and the last the first, from the first of them in the files."""
    try:
        TopologicalSorter(sources).prepare()
    except CycleError as error:
        circle: list[str] = error.args[1][:0:-1]  # told from what is read to what reads it, and closed
        first = circle.index(min(circle, key=list(sources).index))
        return circle[first:] + circle[:first]
    return None
