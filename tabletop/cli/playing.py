"""Playing: begin a game, or go on with one, on the screen or in lines."""
# ruff: noqa: PLC0415  the frame of a game is painted before the rules are imported

from __future__ import annotations

import gc
import sys
from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from tabletop.pack.shipped import known_packs
from tabletop.record.glance import Glance, glance_at

from .entry import INTERRUPTED
from .screen import open_at_once, open_game, require_screen
from .shelf import last_record, record_named

if TYPE_CHECKING:
    from pathlib import Path

    from tabletop.shell.session import Session


def begin(
    scenario: str, roles: str, *, seed: int | None, doctrines: Iterable[str], pack: str | None, dice: bool, plain: bool
) -> int:
    """A new game."""
    people = tuple(dict.fromkeys(word.strip().casefold() for word in roles.split(",") if word.strip()))
    if not plain:
        require_screen("play", scenario, "--as", roles or "ROLE", *(("--pack", pack) if pack else ()))

    def load() -> tuple[Session, str]:
        from .loading import begun

        return begun(scenario, people, seed=seed, doctrines=doctrines, pack=pack, dice=dice)

    if plain:
        return _in_lines(load)
    return _on_screen(None if pack or doctrines or dice else _glance_at_packs(scenario, people), load)


def go_on(record: str | None, *, plain: bool) -> int:
    """A saved game, from where it was left."""
    if not plain:
        require_screen("resume", *((record,) if record else ()))
    path = record_named(record) if record else last_record()

    def load() -> tuple[Session, str]:
        from .loading import resumed

        return resumed(path)

    return _in_lines(load) if plain else _on_screen(glance_at(path), load)


def _glance_at_packs(scenario: str, people: tuple[str, ...]) -> Glance | None:
    """What is known of a new game whose scenario and roles are there; `None` for one that will be refused, perhaps."""
    for folder in known_packs():
        if scenario in {path.stem for path in (folder / "scenarios").glob("*.toml")}:
            roles = _text(folder / "roles.toml")
            known = people and all(f"[role.{role}]" in roles for role in people)
            return Glance(scenario, people) if known else None
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _on_screen(seen: Glance | None, load: Callable[[], tuple[Session, str]]) -> int:
    """A game that a glance knows is loaded in its frame; any other first, since it may be refused without a screen."""
    if seen is not None:
        return open_at_once(seen, load)
    session = _loaded(load)
    try:
        return open_game(session)
    except KeyboardInterrupt:  # before the app could take the key itself
        where = session.writer.path if session.writer is not None else "nowhere"
        print(f"Stopped. The game is saved in {where}.", file=sys.stderr)
        return INTERRUPTED


def _in_lines(load: Callable[[], tuple[Session, str]]) -> int:
    from tabletop.plain.game import play as play_in_lines

    from .output import desk

    session = _loaded(load)
    gc.enable()
    return play_in_lines(session, desk())


def _loaded(load: Callable[[], tuple[Session, str]]) -> Session:
    session, notice = load()
    if notice:
        print(notice, file=sys.stderr)
    return session
