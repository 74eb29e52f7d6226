"""A glance: what a game says of itself before anything of it is read and checked.

For the screen that stands while the game is opened. Nothing may rest on it: a glance at a record that was
altered is as quick, and as wrong, as the record.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

AFTER_THE_PACK = b',"scenario":'
"""Where the first line goes on after the files of the pack it carries, which are most of it; its keys are in order."""
LARGE = 16 * 1024 * 1024
"""From how many bytes on a glance is no longer quick."""


@dataclass(frozen=True, slots=True)
class Glance:
    """What is known of a game that is about to be opened."""

    title: str
    """Of the scenario; its id where that is all there is."""
    people: tuple[str, ...]
    """Roles that people play."""
    turn: int = 1


def nobody_plays(path: Path) -> bool:
    """Whether the first line of a record says that people have no seat in it; false where it says nothing."""
    try:
        with path.open("rb") as file:
            header = file.readline(LARGE)
        seats = json.loads(b"{" + header[header.rindex(AFTER_THE_PACK) + 1 :])["seats"]
        return all(seat["kind"] != "person" for seat in seats.values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return False


def glance_at(path: Path) -> Glance | None:
    """What the first line of a record and its last position say; `None` unless its game is in the middle of talks."""
    try:
        if path.stat().st_size > LARGE:
            return None
        header, *entries = path.read_bytes().split(b"\n")[:-1]
        game = json.loads(b"{" + header[header.rindex(AFTER_THE_PACK) + 1 :])
        last = json.loads(entries[-1])
        if last["phase"] != "talks":
            return None
        row = next(entry["row"] for entry in map(json.loads, reversed(entries)) if entry["row"])
        people = tuple(role for role, seat in game["seats"].items() if seat["kind"] == "person")
        return Glance(str(game["scenario_title"]), people, int(row[0])) if people else None
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError, StopIteration):
        return None
