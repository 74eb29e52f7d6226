"""Speed of `tabletop pack check` on a pack of 5,000 lines: `python bench/check.py` (a smoke run with BENCH_QUICK=1).

Three copies of one generated pack: as it should be, with faults that stop it, and with warnings. Of each the whole
command is measured, and the check alone within a running program. The aim is a second for errors.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory

from common import QUICK, one_core

from tabletop.pack.faults import PackError
from tabletop.pack.folder import read_folder
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack
from tabletop.pack.scaffold import starter_folder

LINES = 5_000
TIMES = 2 if QUICK else 9
BLOCK = """
[instrument.text-{n}.provision.duty]
title = "Duty {n}"
machine = "measure"
says = "Nobody does what is forbidden here, on this bank or on the other."
cite = "Article {n}"
catches = {{ tags = ["kind-{n}"] }}
bites = {{ south = 1, isles = 1 }}

[instrument.text-{n}]
title = "Text {n}"
family = "embargo"
about = "One of many."
source = "design"

[move.act-{n}]
name = "Act {n}"
about = "One of many, with what it needs and what it changes."
by = ["north", "south", "isles"]
group = "press"
tags = ["kind-{n}"]
targets = ["south", "north"]
needs = [{{ when = "tension >= {small} and turn >= 1", why = "It is too calm." }}]
cost = 1
effects = [
  {{ track = "tension", add = "1 if text-{n}.duty == 'in-force' else 2" }},
  {{ track = "trust[actor, target]", add = -1, when = "fish > 10" }},
]
source = "design"
"""
SLIPS = {
    "faults": (("tension >=", "tensoin >="),),
    "warnings": (('tags = ["kind-', 'tags = ["kynd-'), ("cost = 1", "cost = 90"), ('source = "design"', "")),
}


def main() -> None:
    one_core()
    with TemporaryDirectory() as place:
        for kind in ("sound", *SLIPS):
            folder = Path(place) / kind
            lines = write(folder, SLIPS.get(kind, ()))
            command = timed(lambda folder=folder: run(folder))
            alone = timed(lambda folder=folder: check(folder))
            sys.stdout.write(f"{lines} lines, {kind}\n")
            for name, times in (("the whole command", command), ("the check alone", alone)):
                for by, each in zip(("clock", "processor"), zip(*times, strict=True), strict=True):
                    told = f"least {min(each):5.2f} s, median {statistics.median(each):5.2f} s of {len(each)}"
                    sys.stdout.write(f"  {name:<18} {by:<10} {told}\n")


def write(folder: Path, slips: tuple[tuple[str, str], ...]) -> int:
    """A pack of so many lines, every tenth block with one of the slips in it; gives the number of lines."""
    texts = dict(read_folder(starter_folder()))
    size = sum(text.count("\n") for text in texts.values())
    blocks = [BLOCK.format(n=n, small=n % 50) for n in range((LINES - size) // BLOCK.count("\n") + 1)]
    for n in range(0, len(blocks) if slips else 0, 10):
        blocks[n] = blocks[n].replace(*slips[n // 10 % len(slips)])
    for n in range(0, len(blocks), 40):
        texts[f"law/many-{n:03}.toml"] = "".join(blocks[n : n + 40])
    for name, text in texts.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return sum(text.count("\n") for text in texts.values())


def check(folder: Path) -> None:
    """What the command does once it has begun."""
    try:
        lint(load_pack(folder))
    except PackError as error:
        "\n".join(map(str, error.faults))


def run(folder: Path) -> None:
    """The command in a process of its own."""
    words = [sys.executable, "-m", "tabletop", "pack", "check", str(folder)]
    subprocess.run(words, capture_output=True, check=False)


def timed(work: Callable[[], None]) -> list[tuple[float, float]]:
    """Seconds by the clock and of the processor, several times; a busy machine shows in the first alone."""
    found = []
    work()
    for _ in range(TIMES):
        clock, spent = time.perf_counter(), sum(os.times()[:4])
        work()
        found.append((time.perf_counter() - clock, sum(os.times()[:4]) - spent))
    return found


if __name__ == "__main__":
    main()
