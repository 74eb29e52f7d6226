"""What the benches share: repeats on one core, median with the least and the most."""

from __future__ import annotations

import os
import statistics
import sys
import time
from collections.abc import Callable

QUICK = os.environ.get("BENCH_QUICK") == "1"
REPEATS = 2 if QUICK else 7
SECONDS = 0.1 if QUICK else 0.4


def one_core() -> None:
    """Keep to one core where the system allows it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def rate(work: Callable[[], int], seconds: float = SECONDS) -> float:
    """Units a second; `work` does some and says how many."""
    work()
    done, start = 0, time.perf_counter()
    while (gone := time.perf_counter() - start) < seconds:
        done += work()
    return done / gone


def rates(contenders: dict[str, Callable[[], int]]) -> dict[str, list[float]]:
    """Rates of several contenders, measured in turns so that a slow minute hits them all."""
    found: dict[str, list[float]] = {name: [] for name in contenders}
    for _ in range(REPEATS):
        for name, work in contenders.items():
            found[name].append(rate(work))
    return found


def row(name: str, values: list[float], unit: str) -> None:
    """One line of a table: median [least .. most]."""
    middle = statistics.median(values)
    sys.stdout.write(f"{name:<58} {middle:>12,.0f} [{min(values):,.0f} .. {max(values):,.0f}] {unit}\n")


def ratio(name: str, ours: list[float], theirs: list[float]) -> None:
    """Ours divided by theirs, repeat by repeat; the lowest is the one to quote."""
    each = [a / b for a, b in zip(ours, theirs, strict=True)]
    sys.stdout.write(f"{name:<58} {statistics.median(each):>12.2f} [{min(each):.2f} .. {max(each):.2f}]\n")
