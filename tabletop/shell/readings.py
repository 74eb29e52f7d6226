"""Readings: tracks as people read them — a number, the name of its band, and where it is going."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

from tabletop.pack.names import track_label
from tabletop.pack.tracks import Track
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View


@dataclass(frozen=True, slots=True)
class Reading:
    """One track at one moment."""

    label: str
    name: str
    value: int
    low: int
    high: int
    band: str
    """The name of the stretch of scale it is in; empty if the track has none."""
    change: int
    """Since the turn began before."""
    unit: str
    main: bool
    about: str


def band_of(track: Track, value: int) -> str:
    """The name of the band a value lies in."""
    return next((band.name for band in track.bands if value <= band.to), "")


def readings(
    book: Rulebook, view: View, before: Sequence[int] | None = None, *, everybody: bool = False
) -> tuple[Reading, ...]:
    """Every track a role may see, in the pack's order: the table's, its own, and its relations.

    With `everybody`, or for a desk, also those that belong to other roles, as far as the view does not hide them.
    """
    found = []
    everybody = everybody or view.role in book.pack.desk
    for id_, track in book.pack.track.items():
        for owners in _all_owners(book, track) if everybody else _owners(book, track, view.role):
            label = track_label(id_, owners, book.names.roles)
            if label in view.hidden:
                continue
            place = book.schema.index[label]
            value = view.row[place]
            change = value - before[place] if before is not None else 0
            low, high = track.range
            name = label_name(book, label) if everybody else _named(book, track, owners, view.role)
            found.append(
                Reading(
                    label, name, value, low, high, band_of(track, value), change, track.unit, track.main, track.about
                )
            )
    return tuple(found)


def label_name(book: Rulebook, label: str) -> str:
    """A column in words: `Tension`, `Trust US-DPRK`, `Joint ventures`."""
    if label in book.names.provisions:
        return book.names.provisions[label].title
    track, _, owners = label.partition("[")
    if track not in book.pack.track:
        return label
    names = "-".join(book.pack.role[owner].short for owner in owners.rstrip("]").split(", ") if owner)
    return f"{book.pack.track[track].name} {names}".rstrip()


def _all_owners(book: Rulebook, track: Track) -> list[tuple[str, ...]]:
    roles = book.names.roles
    match track.per:
        case "table":
            return [()]
        case "role":
            return [(role,) for role in roles]
        case "pair":
            return list(combinations(roles, 2))


def _owners(book: Rulebook, track: Track, role: str) -> list[tuple[str, ...]]:
    match track.per:
        case "table":
            return [()]
        case "role" if track.seen_by == "own":
            return [(role,)]
        case "role":
            return [(other,) for other in book.names.roles]
        case "pair":
            return [(role, other) for other in book.names.roles if other != role]


def _named(book: Rulebook, track: Track, owners: tuple[str, ...], role: str) -> str:
    others = [book.pack.role[owner].short for owner in owners if track.per == "role" or owner != role]
    if not others or (track.per == "role" and track.seen_by == "own"):
        return track.name
    return f"{track.name} {'with ' if track.per == 'pair' else ''}{' '.join(others)}"
