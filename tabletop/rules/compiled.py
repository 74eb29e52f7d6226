"""Compiled: the generated text as functions, kept on disk under the pack's digest."""

from __future__ import annotations

import gc
import marshal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import CodeType
from typing import Any

from tabletop.pack.kept import keep, kept

from .position import Row

Effect = Callable[[Row], object]
Breach = Callable[[Row, Row], object]
"""An effect that reads the law from another row: the position in which the act was judged."""
Reading = Callable[[Row], int]


class Functions:
    """The functions of a generated module, by table."""

    def __init__(self, code: CodeType) -> None:
        space: dict[str, Any] = {"__builtins__": {"min": min, "max": max, "abs": abs}}
        exec(code, space)
        self.levels: tuple[Reading, ...] = space["LEVELS"]
        self.effects: tuple[Effect, ...] = space["EFFECTS"]
        self.breaches: tuple[Breach, ...] = space["BREACHES"]
        self.refusals: tuple[Effect, ...] = space["REFUSALS"]
        self.costs: tuple[Reading, ...] = space["COSTS"]
        self.listings: tuple[Callable[[Row], list[int]], ...] = space["LISTINGS"]
        self.drifts: tuple[Effect, ...] = space.get("DRIFTS", ())
        self.moves_on: tuple[tuple[str, Effect], ...] = tuple(
            zip(space["MOVES_ON_LABELS"], space["MOVES_ON"], strict=True)
        )
        self.derive: Effect = space["DERIVE"][0]
        self.before_incidents: Effect = space["BEFORE_INCIDENTS"][0]
        self.after_incidents: Effect = space["AFTER_INCIDENTS"][0]
        self.cards: tuple[Reading, ...] = space.get("CARDS", ())
        self.card_effects: tuple[Effect, ...] = space.get("CARD_EFFECTS", ())
        self.odds: tuple[Reading, ...] = space.get("ODDS", ())
        self.incidents: tuple[Effect, ...] = space.get("INCIDENTS", ())
        self.incomes: tuple[Reading, ...] = space["INCOMES"]
        self.votes: tuple[Reading, ...] = space.get("VOTES", ())
        self.passes: tuple[Reading, ...] = space.get("PASSES", ())
        self.tabling: tuple[Reading, ...] = space.get("TABLING", ())
        self.meetings: tuple[Effect, ...] = space.get("MEETINGS", ())
        self.prepared: tuple[Reading, ...] = space.get("PREPARED", ())
        self.term_effects: tuple[Effect, ...] = space.get("TERM_EFFECTS", ())
        self.term_undos: tuple[Effect, ...] = space.get("TERM_UNDOS", ())
        self.term_broken: tuple[Effect, ...] = space.get("TERM_BROKEN", ())
        self.term_feigned: tuple[Effect, ...] = space.get("TERM_FEIGNED", ())
        self.term_unfeigned: tuple[Effect, ...] = space.get("TERM_UNFEIGNED", ())
        self.term_costs: tuple[Reading, ...] = space.get("TERM_COSTS", ())
        self.term_homes: tuple[Reading, ...] = space.get("TERM_HOMES", ())
        self.term_done: tuple[Reading, ...] = space.get("TERM_DONE", ())
        self.term_holds: tuple[Reading, ...] = space.get("TERM_HOLDS", ())
        self.endings: tuple[Reading, ...] = space["ENDINGS"]
        self.aims: tuple[Reading, ...] = space.get("AIMS", ())
        self.calendars: dict[str, tuple[Reading, ...]] = {
            name.removeprefix("CALENDAR_"): table for name, table in space.items() if name.startswith("CALENDAR_")
        }


def cached(cache: Path | None, pack_digest: str, text: Callable[[], str]) -> Functions:
    """Functions of a pack's rulebook, from the cache if it has them, compiled from the text otherwise."""
    body = kept(cache, pack_digest, "rules") if cache is not None else None
    code = marshal.loads(body) if body is not None else None
    if not isinstance(code, CodeType):
        with _uncollected():
            code = compile(text(), f"<rules {pack_digest[:8]}>", "exec")
        if cache is not None:
            keep(cache, pack_digest, "rules", marshal.dumps(code))
    return Functions(code)


@contextmanager
def _uncollected() -> Iterator[None]:
    """Garbage waits: syntax trees are many small things of which none is garbage until the end."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()
