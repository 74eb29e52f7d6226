"""Compiled: the generated text as functions, kept on disk under the pack's digest.

The cache is a convenience. A missing, foreign or damaged entry is rebuilt without a word; nothing
is ever read from it that this engine did not write for this pack and this Python.
"""

from __future__ import annotations

import hashlib
import marshal
import os
import sys
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path
from types import CodeType
from typing import Any

from .position import Row

Effect = Callable[[Row], object]
Reading = Callable[[Row], int]

MAGIC = b"armistice-rules\n"


class Functions:
    """The functions of a generated module, by table."""

    def __init__(self, code: CodeType) -> None:
        space: dict[str, Any] = {"__builtins__": {"min": min, "max": max, "abs": abs}}
        exec(code, space)
        self.levels: tuple[Reading, ...] = space["LEVELS"]
        self.effects: tuple[Effect, ...] = space["EFFECTS"]
        self.breaches: tuple[Effect, ...] = space["BREACHES"]
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
        self.votes: tuple[Reading, ...] = space.get("VOTES", ())
        self.passes: tuple[Reading, ...] = space.get("PASSES", ())
        self.endings: tuple[Reading, ...] = space["ENDINGS"]
        self.aims: tuple[Reading, ...] = space.get("AIMS", ())
        self.calendars: dict[str, tuple[Reading, ...]] = {
            name.removeprefix("CALENDAR_"): table for name, table in space.items() if name.startswith("CALENDAR_")
        }


def cached(cache: Path | None, pack_digest: str, text: Callable[[], str]) -> Functions:
    """Functions of a pack's rulebook, from the cache if it has them, compiled from the text otherwise."""
    path = _path(cache, pack_digest) if cache is not None else None
    code = _stored(path) if path is not None else None
    if code is None:
        code = compile(text(), f"<rules {pack_digest[:8]}>", "exec")
        if path is not None:
            _store(path, code)
    return Functions(code)


def known(cache: Path) -> Callable[[str], bool]:
    """Whether this engine compiled a pack before, which it does only after checking it."""
    return lambda pack_digest: _stored(_path(cache, pack_digest)) is not None


def _path(cache: Path, pack_digest: str) -> Path:
    return cache / f"{pack_digest}-{sys.implementation.cache_tag}-{_engine()}.rules"


@lru_cache(maxsize=1)
def _engine() -> str:
    """A fingerprint of the code that reads and compiles packs."""
    found = hashlib.blake2b(digest_size=8)
    here = Path(__file__).parent
    for path in sorted([*here.glob("*.py"), *(here.parent / "pack").glob("*.py")]):
        found.update(path.read_bytes())
    return found.hexdigest()


def _stored(path: Path) -> CodeType | None:
    try:
        data = path.read_bytes()
    except OSError:
        return None
    body = data[len(MAGIC) + 16 :]
    if not data.startswith(MAGIC) or hashlib.blake2b(body, digest_size=16).digest() != data[len(MAGIC) :][:16]:
        return None
    code = marshal.loads(body)
    return code if isinstance(code, CodeType) else None


def _store(path: Path, code: CodeType) -> None:
    body = marshal.dumps(code)
    part = path.with_suffix(f".{os.getpid()}.part")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        part.write_bytes(MAGIC + hashlib.blake2b(body, digest_size=16).digest() + body)
        part.replace(path)
    except OSError:
        part.unlink(missing_ok=True)  # a full or read-only disk costs speed, nothing else
