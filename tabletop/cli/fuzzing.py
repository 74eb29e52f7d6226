"""Fuzzing: many games by lot, and what they found out about a pack."""

from __future__ import annotations

import secrets
import sys
import time
from collections.abc import Iterator
from itertools import chain

from tabletop.lab.fuzz import Failure, fuzz, keep
from tabletop.lab.reached import Reached, Share, shares
from tabletop.pack.load import load_pack
from tabletop.pack.reach import FEWEST
from tabletop.pack.shipped import find_pack
from tabletop.plain.lines import harmless
from tabletop.record.shelf import free_name, rules_cache, saves_folder
from tabletop.rules.rulebook import Rulebook

from .entry import BAD, OK

GAMES = 100
"""Games played when neither a number nor a time is given."""
WANTED = ("moves made", "endings", "lines of doctrines")
"""What a strict run wants every one of, among the shares that are told."""


def fuzz_pack(pack: str, games: int | None, seconds: int | None, seed: int | None, *, strict: bool = False) -> int:
    """Play, keep the first failure of each kind, and print what was reached."""
    book = Rulebook(load_pack(find_pack(pack)), rules_cache())
    first = seed if seed is not None else secrets.randbelow(1_000_000)
    reached, failures, started = Reached(), dict[tuple[str, str], int](), time.monotonic()
    try:
        for failure in fuzz(book, _seeds(first, games, seconds), reached):
            known = failures.get((failure.kind, failure.says), 0)
            failures[failure.kind, failure.says] = known + 1
            if not known:
                print(harmless(_kept(book, failure)), flush=True)
    except KeyboardInterrupt:
        print("Stopped; this is what the games so far reached.", file=sys.stderr)
    _tell(book, reached, failures, first, time.monotonic() - started)
    missed = list(_missed(book, reached)) if strict else []
    if missed:
        print(harmless(f"Not strict: {'; '.join(missed)}."))
    return BAD if failures or missed else OK


def _seeds(first: int, games: int | None, seconds: int | None) -> Iterator[int]:
    most = games if games is not None else None if seconds is not None else GAMES
    until = time.monotonic() + seconds if seconds is not None else None
    seed = first
    while (most is None or seed - first < most) and (until is None or time.monotonic() < until):
        yield seed
        seed += 1


def _kept(book: Rulebook, failure: Failure) -> str:
    path = free_name(saves_folder(), f"fuzz-{failure.scenario}-{failure.seed}")
    keep(book, failure, path)
    where = f"{failure.scenario}, seed {failure.seed}, turn {failure.turn}"
    return f"{failure.kind}: {failure.says} ({where})\n  Look at it: tabletop resume {path} --plain"


def _missed(book: Rulebook, reached: Reached) -> Iterator[str]:
    """What an author should know of besides failures, counted: what was never reached, and who had nothing to choose."""
    yield from (
        f"{share.kind}: {len(share.never)} never"
        for share in shares(book, reached)
        if share.kind in WANTED and share.never
    )
    for role, scarcity in reached.fewest.items():
        if scarcity.moves < FEWEST:
            yield f"{role} had {scarcity.moves} open in turn {scarcity.turn} of {scarcity.scenario}"


def _tell(book: Rulebook, reached: Reached, failures: dict[tuple[str, str], int], first: int, seconds: float) -> None:
    played = reached.games + sum(failures.values())
    names = ", ".join(book.pack.scenario)
    print(f"{played} games of {names}, seeds from {first}, {reached.turns} turns, {seconds:.0f} s.")
    for (kind, says), times in failures.items():
        print(harmless(f"FAILED {times} times: {kind}: {says}"))
    for line in chain.from_iterable(map(_share_lines, shares(book, reached))):
        print(harmless(line))
    if reached.games:
        ended = ", ".join(f"{id_} {count}" for id_, count in reached.endings.most_common())
        print(f"Endings by games: {ended}.")
    for role, scarcity in reached.fewest.items():
        mark = "" if scarcity.moves >= FEWEST else "warning: "
        print(
            f"{mark}{role} had {scarcity.moves} or more moves open (fewest: {scarcity.scenario}, turn {scarcity.turn})."
        )


def _share_lines(share: Share) -> Iterator[str]:
    if not share.of:
        return
    yield f"{share.kind}: {share.reached} of {share.of}."
    yield from (f"  never: {name}" for name in share.never)
