"""Width: names and titles that do not fit into the row they are shown in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Protocol

from rich.cells import cell_len

from .contents import provisions
from .faults import Finding, KeyPath
from .model import Pack

WIDEST_NAME, WIDEST_BAND, WIDEST_SHORT = 40, 16, 6
"""In cells of a terminal: what a row of a list, a line beside a number, and a narrow column can show."""


class _Named(Protocol):
    @property
    def name(self) -> str: ...


def too_wide(pack: Pack) -> Iterator[Finding]:
    """Every name and title that is wider than its row."""
    for path, text, widest in _names(pack):
        width = cell_len(text)
        if width > widest:
            what = f"This is {width} cells wide; lists show {widest}."
            yield Finding(path, what, f"Shorten it by {width - widest}.")


def _names(pack: Pack) -> Iterator[tuple[KeyPath, str, int]]:
    """Every text that must fit into one row of a list."""
    for table, actors in (("role", pack.role), ("desk", pack.desk)):
        for id_, actor in actors.items():
            yield (table, id_, "short"), actor.short, WIDEST_SHORT
            hats = actor.hats.items()
            yield from (((table, id_, "hats", hat_id, "name"), hat.name, WIDEST_NAME) for hat_id, hat in hats)
    named: dict[str, Mapping[str, _Named]] = {
        "role": pack.role, "desk": pack.desk, "track": pack.track, "drift": pack.drift, "forum": pack.forum, "move": pack.move,
        "clause": pack.clause, "template": pack.template, "word": pack.word,
        "event": pack.event, "incident": pack.incident, "ending": pack.ending, "aim": pack.aim, "doctrine": pack.doctrine,
    }  # fmt: skip
    for table, entries in named.items():
        yield from (((table, id_, "name"), entry.name, WIDEST_NAME) for id_, entry in entries.items())
    for id_, scenario in pack.scenario.items():
        for index, name in enumerate(scenario.turn_names):
            yield ("scenario", id_, "turn_names", index), name, WIDEST_NAME
    for path, provision in provisions(pack):
        yield (*path, "title"), provision.title, WIDEST_NAME
    for table, titled in (("scenario", pack.scenario), ("dilemma", pack.dilemma)):
        yield from (((table, id_, "title"), entry.title, WIDEST_NAME) for id_, entry in titled.items())
    for id_, track in pack.track.items():
        for index, band in enumerate(track.bands):
            yield ("track", id_, "bands", index, "name"), band.name, WIDEST_BAND
