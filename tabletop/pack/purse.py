"""Purse: how much political capital a role can ever have when it chooses what to do."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import effect_lists
from .expressions import NOWHERE, Scope, amount
from .extents import Known, extent
from .names import Names, track_label
from .uses import read_track

_BEFORE_INCOME = ("move", "clause")
"""Where effects stand that come before the turn's income, so that no more than the bank holds is kept of them."""


def fullest(names: Names, possible: Known) -> dict[str, int]:
    """By role, the most it can have to spend in any scenario. Never too little; it may be too much."""
    play = names.pack.header.play
    most = names.track(play.capital).range[1]
    if _given_otherwise(names):
        return dict.fromkeys(names.roles, most)
    return {role: min(most, max(_starts(names, role), _received(names, possible, role))) for role in names.roles}


def _received(names: Names, possible: Known, role: str) -> int:
    income = extent(amount(names.pack.header.play.income, names, Scope(actor=role)), possible)
    return names.pack.header.play.bank + max(0, income[1])


def _starts(names: Names, role: str) -> int:
    label = track_label(names.pack.header.play.capital, (role,), names.roles)
    openings = [scenario.opening.tracks for scenario in names.pack.scenario.values()]
    return max(
        (
            value
            for opening in openings
            for owned, value in opening.items()
            if read_track(owned, names, NOWHERE) == label
        ),
        default=0,
    )


def _given_otherwise(names: Names) -> bool:
    """Whether anything but acts and steps changes what a role can spend."""
    return any(track == names.pack.header.play.capital for track in _changed_otherwise(names))


def _changed_otherwise(names: Names) -> Iterator[str]:
    for path, effects in effect_lists(names.pack):
        if path[0] not in _BEFORE_INCOME:
            yield from (effect.track.partition("[")[0].strip() for effect in effects if effect.track is not None)
