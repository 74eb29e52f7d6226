"""One small game on many engines: `python bench/f4f.py [PEERS]` (a smoke run with BENCH_QUICK=1).

Our engine plays `content/freeze-for-freeze`, referee on: what is open comes from the rulebook, each round is played
by the engine. Beside it the same game by hand in plain Python, and whichever peers are there: OpenSpiel, PettingZoo,
Gymnasium, boardgame.io. Rates are decisions a second in uniformly random games.

A repeat gives each contender a few slices of wall time, each slice in a process of its own. The contenders take turns,
forwards and then backwards, so that a slow minute or a stall of the machine hits them all. All slices are of one length:
the mean of their rates is what was done in all of them by the time they took, and that is the repeat's rate. No slice
and no repeat is left out, and the lowest ratio of any repeat is printed beside the median.
Traces are compared first: all play the same game or nothing is measured.

PEERS is a folder with `shared_game/worker.py` and `shared_game/worker.cjs`; without the argument the environment
variable PEERS names it. PEERS_PYTHON is the Python that has the peers' packages (this one, if it is not set);
NODE_PATH leads to boardgame.io.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random
from statistics import fmean

from common import QUICK, rate, ratio, row
from f4f_trace import SAME_GAME, Game, trace

REPEATS, SLICES = (2, 2) if QUICK else (5, 4)
WARM_UP, SECONDS = (0.1, 0.1) if QUICK else (0.3, 0.6)
"""Of each slice."""
ENGINE = "Armistice Table"
IN_PYTHON = {
    "OpenSpiel, game in Python": "openspiel",
    "PettingZoo AEC, with its wrappers": "pettingzoo",
    "PettingZoo AEC, raw": "pettingzoo_raw",
    "PettingZoo parallel": "parallel",
    "Gymnasium": "gymnasium",
}
IN_NODE = {"boardgame.io client": "bgio_client", "boardgame.io reducer alone": "bgio_reducer"}


class Missing(Exception):
    """A peer that is not installed here, and what it said."""


@dataclass(frozen=True)
class Measured:
    """What one process found."""

    rate: float
    trace: str


def main() -> None:
    folder = sys.argv[1] if len(sys.argv) > 1 else os.environ.get("PEERS")
    contenders = {ENGINE: _own("engine"), "by hand, plain Python": _own("hand")}
    contenders |= _peers(Path(folder) / "shared_game") if folder else {}
    if not folder:
        sys.stdout.write("No folder of peers is named: our engine runs beside plain Python alone.\n")
    present = _present(contenders)
    sys.stdout.write(f"All play the same game, trace {SAME_GAME}. Python {sys.version.split()[0]}.\n")
    sys.stdout.write(f"{REPEATS} repeats of {SLICES} slices of {SECONDS} s each.\n")
    before = _load()
    found = _rates(present)
    sys.stdout.write(f"Load of this machine, of {os.cpu_count()} cores: {before} before, {_load()} after.\n\n")
    for name, values in found.items():
        row(name, values, "decisions/s")
    sys.stdout.write(f"\n{ENGINE} divided by the other, repeat by repeat: median [lowest .. highest]\n")
    ours = found.pop(ENGINE)
    for name, values in found.items():
        ratio(name, ours, values)


def _load() -> str:
    """How many processes want a core: above the number of cores, repeats differ by what the others do."""
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "not known"


def _own(name: str) -> list[str]:
    return [sys.executable, __file__, "--alone", name]


def _peers(scripts: Path) -> dict[str, list[str]]:
    python = os.environ.get("PEERS_PYTHON", sys.executable)
    node = shutil.which("node") or "node"
    found = {title: [python, str(scripts / "worker.py"), name, str(SECONDS)] for title, name in IN_PYTHON.items()}
    return found | {title: [node, str(scripts / "worker.cjs"), name, str(SECONDS)] for title, name in IN_NODE.items()}


def _present(contenders: dict[str, list[str]]) -> dict[str, list[str]]:
    """Those that run here; the others are named. Ends the bench if one plays another game."""
    found = {}
    for name, command in contenders.items():
        try:
            measured = _measure(command)
        except Missing as why:
            sys.stdout.write(f"missing: {name} ({why})\n")
            continue
        if measured.trace != SAME_GAME:
            raise SystemExit(f"{name} plays another game: its trace is {measured.trace}, not {SAME_GAME}.")
        found[name] = command
    return found


def _rates(contenders: dict[str, list[str]]) -> dict[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(REPEATS):
        for name, slices in _slices(contenders).items():
            found[name].append(fmean(slices))
    return found


def _slices(contenders: dict[str, list[str]]) -> dict[str, list[float]]:
    """One repeat: the rate of every slice."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    turns = list(contenders.items())
    for _ in range(SLICES):
        for name, command in turns:
            found[name].append(_measure(command).rate)
        turns.reverse()
    return found


def _measure(command: list[str]) -> Measured:
    try:
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    except OSError as why:
        raise Missing(str(why)) from why
    except subprocess.CalledProcessError as why:
        raise Missing(_reason(why.stderr)) from why
    last = json.loads(told.splitlines()[-1])
    return Measured(last["rate"], last["digest"])


def _reason(stderr: str) -> str:
    """The line of an error report that says what is wrong."""
    lines = [line.strip() for line in stderr.splitlines() if "Error" in line]
    return lines[-1] if lines else "it ended without saying why"


def alone(name: str) -> None:
    """One of our own contenders, measured in this process."""
    if name == "engine":
        from f4f_adapter import OnTheEngine as Contender  # noqa: PLC0415 - a contender's process loads itself alone
    else:
        from f4f_by_hand import ByHand as Contender  # noqa: PLC0415
    work = random_game(Contender)
    rate(work, WARM_UP)
    sys.stdout.write(json.dumps({"rate": rate(work, SECONDS), "digest": trace(Contender)}) + "\n")


def random_game(new: Callable[[], Game]) -> Callable[[], int]:
    """Work for the clock: one game, each decision picked at random, in the way the peers pick theirs."""
    dice = Random(1).random

    def work() -> int:
        game, done = new(), 0
        while not game.over():
            open_ = game.legal()
            game.apply(open_[int(dice() * len(open_))])
            done += 1
        return done

    return work


if __name__ == "__main__":
    if sys.argv[1:2] == ["--alone"]:
        alone(sys.argv[2])
    else:
        main()
