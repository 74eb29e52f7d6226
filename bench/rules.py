"""Speed of the rules, on one core: `python bench/rules.py` (a smoke run with BENCH_QUICK=1).

The Korea pack as shipped, and a slice of such rules beside the same slice written by hand, measured in
turns in one run. The slice's two versions are compared on random rows before they are timed.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from common import one_core, rates, ratio, row
from slice_by_hand import rules_by_hand

from tabletop.pack.load import load_pack
from tabletop.rules.dispatch import dispatch
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row, digest
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

HERE = Path(__file__).parent
SCENARIO = "mar-a-lago-2017"
REASONS = "acts with all reasons"


def main() -> None:
    one_core()
    pack = load_pack(HERE.parent / "content" / "korea")
    book = Rulebook(pack)
    acts, columns = len(book.acts), len(book.schema.columns)
    sys.stdout.write(
        f"Korea pack {pack.header.version}: {acts} acts, {columns} columns, Python {sys.version.split()[0]}\n\n"
    )
    found = rates(korea(book))
    units = {"a whole turn of six seats": "turns/s", "copy a row": "copies/s", "digest a row": "digests/s"}
    for name, values in found.items():
        row(name, values, units.get(name, "acts/s"))
    most = max(len(own) for own in book.by_role.values())
    times = sorted(1_000 * most / value for value in found[REASONS])
    middle, line = times[len(times) // 2], f"  that is, for the role with most acts ({most})"
    sys.stdout.write(f"{line:<58} {middle:>12.2f} [{times[0]:.2f} .. {times[-1]:.2f}] ms (aim: under 2)\n\n")
    slice_()
    compiling(pack)


def korea(book: Rulebook) -> dict[str, Callable[[], int]]:
    """The engine's work on the Korea pack."""
    start = dispatch(book, book.opening(SCENARIO), SCENARIO, 7).row
    dice = Random(7)
    functions = book.functions
    pairs = list(zip(functions.levels, functions.effects, strict=True))
    orders = {
        role: Orders(tuple(Order(act) for act, level in book.options(start, role) if level == Level.PERMITTED)[:2])
        for role in book.names.roles
    }

    def list_role() -> int:
        return sum(len(book.levels(start, role)) for role in book.names.roles)

    def check_and_apply() -> int:
        here = start[:]
        done = 0
        for level, effect in pairs:
            if level(here) < Level.BARRED:
                effect(here)
            done += 1
        return done

    def playout_listing() -> int:
        here, done = start[:], 0
        for _ in range(10):
            for place, role in enumerate(book.names.roles):
                levels = functions.listings[place](here)
                open_ = [at for at, level in enumerate(levels) if level < Level.BARRED]
                act = book.by_role[role][open_[int(dice.random() * len(open_))]]
                functions.effects[book.place[act]](here)
                done += 1
        return done

    def playout_sampling() -> int:
        here, done = start[:], 0
        for step in range(10):
            for role in book.names.roles:
                act = book.sample(here, role, step)
                if act is not None:
                    functions.effects[book.place[act]](here)
                done += 1
        return done

    def with_reasons() -> int:
        return sum(check(book, start, act) is not None for act in book.acts)

    def turn() -> int:
        resolve(book, start, orders, 7)
        return 1

    def copies() -> int:
        for _ in range(100):
            start[:]
        return 100

    def digests() -> int:
        for _ in range(20):
            digest(start)
        return 20

    return {
        "acts of one role listed with levels": list_role,
        "one act checked and applied": check_and_apply,
        "playout, listing": playout_listing,
        "playout, sampling": playout_sampling,
        REASONS: with_reasons,
        "a whole turn of six seats": turn,
        "copy a row": copies,
        "digest a row": digests,
    }


def slice_() -> None:
    """The same dozen rules, generated and by hand."""
    book = Rulebook(load_pack(HERE / "slice"))
    hand = rules_by_hand(book.schema.index)
    start = book.opening("slice")
    _agree(book, hand)
    generated = [(book.functions.levels[book.place[act]], book.functions.effects[book.place[act]]) for act in book.acts]
    by_hand = [hand[act.key] for act in book.acts]

    def worker(pairs: list[tuple[Callable[[Row], int], Callable[[Row], object]]]) -> Callable[[], int]:
        def work() -> int:
            here = start[:]
            for _ in range(10):
                for level, effect in pairs:
                    if level(here) < Level.BARRED:
                        effect(here)
            return 10 * len(pairs)

        return work

    found = rates({"slice, generated from its pack": worker(generated), "slice, written by hand": worker(by_hand)})
    ours, theirs = found.values()
    for name, values in found.items():
        row(name, values, "acts/s")
    ratio("  generated / by hand (aim: at least 0.5)", ours, theirs)
    sys.stdout.write("\n")


def _agree(book: Rulebook, hand: dict[str, tuple[Callable[[Row], int], Callable[[Row], None]]]) -> None:
    dice = Random(1)
    for _ in range(2_000):
        start = [dice.randint(column.low, min(column.high, 120)) for column in book.schema.columns]
        for act in book.acts:
            level, effect = hand[act.key]
            ours, theirs = start[:], start[:]
            book.functions.effects[book.place[act]](ours)
            effect(theirs)
            if level(start) != book.level(start, act) or ours != theirs:
                raise SystemExit(f"The slice by hand and the engine disagree about {act.key}.")


def compiling(pack) -> None:
    """From a loaded pack to a rulebook, cold and from the cache."""
    with TemporaryDirectory() as folder:
        cache = Path(folder)
        for name, again in (("pack compiled, cold", False), ("pack compiled, from the cache", True)):
            times = []
            for _ in range(5):
                if not again:
                    for path in cache.glob("*"):
                        path.unlink()
                start = time.perf_counter()
                Rulebook(pack, cache)
                times.append(1_000 * (time.perf_counter() - start))
            sys.stdout.write(f"{name:<58} {sorted(times)[2]:>12.1f} [{min(times):.1f} .. {max(times):.1f}] ms\n")
        start = time.perf_counter()
        load_pack(HERE.parent / "content" / "korea")
        sys.stdout.write(f"{'pack read from TOML and checked':<58} {1_000 * (time.perf_counter() - start):>12.1f} ms\n")


if __name__ == "__main__":
    main()
