"""Outside test suites on our engine: `python bench/conformance.py [PEERS]`.

PettingZoo, Gymnasium, OpenSpiel, Shimmy and Hypothesis test games written for them. The folder PEERS (or the
environment variable of that name) has adapters that make such games out of any engine with the methods of
`f4f_adapter.OnTheEngine`, and `conformance/run_suites.py`, which runs the suites on them. Here both are pointed
at our engine, in a Python that has this project and the suites.
"""

from __future__ import annotations

import os
import runpy
import sys
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import SupportsIndex

import f4f_adapter
from f4f_adapter import OnTheEngine

SUITES = {
    "pettingzoo": "PettingZoo",
    "gymnasium": "Gymnasium",
    "pyspiel": "OpenSpiel",
    "shimmy": "Shimmy",
    "hypothesis": "Hypothesis",
}
PENDING = 1
"""Where the sealed action stands among the fifteen numbers."""


class Numbers(list[int]):
    """The fifteen numbers of a game. An adapter may set the sealed action to ask for the other side's list."""

    def __init__(self, game: OnTheEngine) -> None:
        super().__init__(game.state())
        self.game = game

    def __setitem__(self, place: SupportsIndex, value: int) -> None:
        if place != PENDING:
            raise TypeError("Only the sealed action can be set from outside.")
        super().__setitem__(place, value)
        self.game.pending = value


class WithNumbers(OnTheEngine):
    """Our engine with its state in the form the adapters read."""

    __slots__ = ()

    @property
    def s(self) -> Numbers:
        """The state, under the name the adapters know it by."""
        return Numbers(self)


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PEERS")
    if not folder:
        raise SystemExit("Name the folder of the peers, as the argument or in the environment variable PEERS.")
    missing = [title for module, title in SUITES.items() if find_spec(module) is None]
    if missing:
        raise SystemExit(f"Not installed in this Python: {', '.join(missing)}.")
    rules = ModuleType("rules")
    rules.F4F = WithNumbers
    for name in ("NAMES", "ACTIONS", "ROUNDS", "MIN_SCORE", "MAX_SCORE"):
        setattr(rules, name, getattr(f4f_adapter, name))
    sys.modules["rules"] = rules
    sys.argv = sys.argv[:1]
    runpy.run_path(
        str(Path(folder) / "conformance" / "run_suites.py")
    )  # under a name of its own: the suites pickle what is in __main__


if __name__ == "__main__":
    main()
