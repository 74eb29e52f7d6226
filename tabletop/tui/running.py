"""Running: the app on this terminal, from its first screen to the line that says where the game is."""

from __future__ import annotations

from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console

from .app import INTERRUPTED, TabletopApp

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tabletop.record.glance import Glance
    from tabletop.rules.rulebook import Rulebook
    from tabletop.shell.clinic import Puzzle
    from tabletop.shell.session import Session

    from .loading import Load


class AppFault(Exception):
    """Something in the app that nobody foresaw; for a report to its makers."""


def run_menu() -> int:
    """The menu: begin, continue or replay a game."""
    return _run(TabletopApp())


def run_game(session: Session) -> int:
    """The table of a game, new or resumed."""
    from .course import Course  # noqa: PLC0415 - the menu must not wait for the rules

    return _run(TabletopApp(course=Course(session)))


def run_loading(seen: Glance, load: Load) -> int:
    """The frame of a game at once, and its table as soon as it is loaded.

    Raises:
        Exception: whatever `load` raises, once the screen is closed.
    """
    from .loading import LoadingApp  # noqa: PLC0415 - nor for this

    return _run(LoadingApp(seen, load))


def run_replay(path: Path) -> int:
    """A record, turn by turn, through all eyes."""
    from .opening import watched  # noqa: PLC0415 - nor for this

    screen, sentence = watched(path, all_eyes=True)
    if screen is None:
        print(sentence)
        return 2
    return _run(TabletopApp(screen))


def run_clinic(book: Rulebook, scenario: str, seed: int, puzzles: Sequence[Puzzle]) -> int:
    """Questions of law about a scenario."""
    from .screens.clinic import ClinicScreen  # noqa: PLC0415 - nor for this

    return _run(TabletopApp(ClinicScreen(book, scenario, seed=seed, puzzles=puzzles)))


def _run(app: TabletopApp) -> int:
    """Run the app; a fault of it is raised once the screen is closed, never printed at a player.

    Raises:
        AppFault: with what Textual would have printed.
    """
    faults = StringIO()
    app.error_console = Console(file=faults, width=120, color_system=None)
    code = 0
    try:
        app.run()
        code = app.return_code or 0
    except KeyboardInterrupt:
        code = INTERRUPTED
    if faults.getvalue():
        raise AppFault(faults.getvalue())
    print(app.farewell())  # the screen is closed by now
    return code
