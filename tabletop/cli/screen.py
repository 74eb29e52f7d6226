"""The screen: whether this terminal can carry the app, and the only places where the app is opened."""
# ruff: noqa: PLC0415  Textual is imported when a screen is opened, never before

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from .refusals import Unfit

if TYPE_CHECKING:
    from tabletop.record.glance import Glance
    from tabletop.rules.rulebook import Rulebook
    from tabletop.shell.clinic import Puzzle
    from tabletop.shell.session import Session
    from tabletop.tui.loading import Load

COLUMNS, ROWS = 80, 24


def require_screen(*words: str) -> None:
    """Nothing, if the app can run here; raises `Unfit` with what to type instead."""
    instead = f"Type instead: tabletop {' '.join(words)} --plain" if words else (
        "Type `tabletop play SCENARIO --as ROLE --plain`, or `tabletop --help` for all commands."
    )  # fmt: skip
    if not all(stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):  # the app paints on stderr
        raise Unfit(f"This needs a terminal, and there is none here. {instead}")
    if os.environ.get("TERM") == "dumb":
        raise Unfit(f"This terminal can only print lines (TERM is dumb). {instead}")
    try:
        columns, rows = os.get_terminal_size(sys.stdout.fileno())
    except OSError:
        return
    if columns and rows and (columns < COLUMNS or rows < ROWS):
        raise Unfit(
            f"This terminal is {columns} by {rows}; the game needs {COLUMNS} by {ROWS}. Make it larger. {instead}"
        )


def open_menu() -> int:
    """The menu: begin, continue or replay a game."""
    require_screen()
    from tabletop.tui.running import run_menu

    return run_menu()


def open_game(session: Session) -> int:
    """The table of a game."""
    from tabletop.tui.running import run_game

    return run_game(session)


def open_at_once(seen: Glance, load: Load) -> int:
    """The frame of a game that is already known by a glance, and in it the game itself as soon as it is loaded."""
    from tabletop.tui.running import run_loading

    return run_loading(seen, load)


def open_clinic(book: Rulebook, scenario: str, seed: int, puzzles: Sequence[Puzzle]) -> int:
    """Questions of law."""
    from tabletop.tui.running import run_clinic

    return run_clinic(book, scenario, seed, puzzles)


def open_replay(path: Path) -> int:
    """A record, turn by turn."""
    from tabletop.tui.running import run_replay

    return run_replay(path)
