"""Openings: every start value names one number or one state, and is one it can have."""

from __future__ import annotations

from collections.abc import Iterator

from .coherence import unknown_state
from .faults import Finding, KeyPath, quoted
from .names import Names, track_label
from .scenarios import Opening
from .spelling import did_you_mean

_WRITTEN = {
    "table": "The track is one number: write `{0}`.",
    "role": "There is one for each role: write `{0}[{1}]`.",
    "pair": "There is one for each two roles: write `{0}[{1}, {2}]`.",
}


def check_opening(names: Names, path: KeyPath, opening: Opening) -> Iterator[Finding]:
    """What is wrong with a scenario's start values."""
    seen: dict[str, str] = {}
    for written, value in opening.tracks.items():
        here = (*path, "tracks", written)
        id_, owners = _parts(written)
        fault = _form(names, here, id_, owners)
        if fault is not None:
            yield fault
            continue
        label = track_label(id_, owners, names.roles)
        if label in seen:
            yield Finding(here, f"This is the same number as {quoted(seen[label])}.", "Keep one of the two.", at="key")
        seen[label] = written
        low, high = names.track(id_).range
        if low < high and not low <= value <= high:
            yield Finding(here, f"{value} is outside the range of this track.", f"Write a number from {low} to {high}.")
    for provision, state in opening.provisions.items():
        states = names.machine(provision).states
        yield from unknown_state((*path, "provisions", provision), state, states, provision)


def _parts(written: str) -> tuple[str, tuple[str, ...]]:
    """A track and the roles in its brackets."""
    id_, bracket, rest = written.partition("[")
    owners = rest.strip().removesuffix("]").split(",") if bracket else []
    return id_.strip(), tuple(owner.strip() for owner in owners)


def _form(names: Names, here: KeyPath, id_: str, owners: tuple[str, ...]) -> Finding | None:
    track = names.track(id_)
    for owner in owners:
        if owner not in names.roles:
            remedy = did_you_mean(owner, names.roles) or f"The roles are: {', '.join(names.roles)}."
            return Finding(here, f"There is no role {quoted(owner)}.", remedy, at="key")
    wanted = {"table": 0, "role": 1, "pair": 2}[track.per]
    if len(set(owners)) != len(owners) or len(owners) != wanted or not _closed(str(here[-1])):
        remedy = _WRITTEN[track.per].format(id_, *names.roles, "other", "another")
        return Finding(here, f"{quoted(id_)} is not written like this.", remedy, at="key")
    if track.derived is not None:
        return Finding(here, "A derived track has no start value.", "Delete the line; it is worked out.", at="key")
    return None


def _closed(written: str) -> bool:
    return written.rstrip().endswith("]") == ("[" in written)
