"""Watching: doctrines play every role, and the story is told turn by turn, in words or as JSON."""

from __future__ import annotations

import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from tabletop.plain.lines import Lines
from tabletop.plain.story import Reasons
from tabletop.record.shelf import free_name, saves_folder
from tabletop.shell.session import Session, start
from tabletop.shell.starting import seats_for
from tabletop.shell.turns import turn_shown
from tabletop.table.table import Phase

from .entry import INTERRUPTED, OK, UNUSABLE
from .loading import book_for, doctrine_choices
from .output import page
from .telling import TurnTold, json_end, json_line, json_turn, story_end, story_turn


def watch(
    scenario: str, *, seed: int | None, doctrines: Iterable[str], pack: str | None, dice: bool,
    turns: int | None, record: str | None, as_json: bool, step: bool,
) -> int:  # fmt: skip
    """Play a game out and tell it."""
    book = book_for(scenario, pack)
    seats = seats_for(book, scenario, [], doctrine_choices(doctrines))
    path = Path(record).expanduser() if record is not None else free_name(saves_folder(), f"{scenario}-watched")
    chance = seed if seed is not None else secrets.randbelow(1_000_000)
    session = start(book, scenario, chance, seats, path, dice=dice)
    out = Lines(sys.stdin, sys.stdout) if as_json else page()
    try:
        for line in _told(session, turns, as_json=as_json, step=step):
            out.say(line)
    except KeyboardInterrupt:
        print(f"Stopped. What was played is in {path}.", file=sys.stderr)
        return INTERRUPTED
    session.save_waiting()
    if session.unsaved:
        print(session.unsaved, file=sys.stderr)
        return UNUSABLE
    print(f"The record is {path}.", file=sys.stderr)
    return OK


def wait(*, aloud: bool) -> None:
    """Let whoever reads say when to go on."""
    if aloud:
        print("Press enter for the next turn. ", end="", file=sys.stderr, flush=True)
    sys.stdin.readline()


def _told(session: Session, turns: int | None, *, as_json: bool, step: bool) -> Iterator[str]:
    reasons = Reasons()
    yield from _json_head(session) if as_json else _story_head(session)
    while True:
        session.open()
        turn = _turn(session)
        yield from json_turn(turn) if as_json else story_turn(turn, reasons)
        if turn.over or turn.turn == turns:
            break
        if step:
            wait(aloud=not as_json)
        session.next()
    yield from json_end(turn) if as_json else story_end(turn)


def _turn(session: Session) -> TurnTold:
    turn, table = turn_shown(session), session.table
    entries = tuple(entry for entry in session.entries if entry.turn == turn)
    return TurnTold(session.book, table.scenario, turn, entries, table.row, table.phase is Phase.OVER)


def _story_head(session: Session) -> Iterator[str]:
    book, scenario = session.book, session.book.pack.scenario[session.table.scenario]
    yield f"{scenario.title}. {scenario.about}"
    yield f"Seed {session.table.seed}. Every role is played by a doctrine:"
    for role, seat in session.seats.items():
        yield f"  {book.pack.actors[role].name}: {book.pack.doctrine[str(seat.doctrine)].name}"


def _json_head(session: Session) -> Iterator[str]:
    seats = {role: seat.doctrine for role, seat in session.seats.items()}
    pack = {"id": session.book.pack.header.id, "digest": session.book.pack.digest}
    yield json_line("game", scenario=session.table.scenario, seed=session.table.seed, pack=pack, doctrines=seats)
