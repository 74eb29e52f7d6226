"""Watching: doctrines play every role, and the story is told turn by turn, in words or as JSON."""

from __future__ import annotations

import json
import secrets
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tabletop.plain.lines import Lines
from tabletop.plain.story import UNTOLD, Reasons, event_lines, result_lines, turn_heading
from tabletop.record.format import told
from tabletop.record.shelf import free_name, saves_folder
from tabletop.rules.position import digest
from tabletop.rules.scoring import score
from tabletop.shell.session import Session, start
from tabletop.shell.starting import seats_for
from tabletop.shell.turns import turn_shown
from tabletop.table.commands import Seal
from tabletop.table.table import Phase

from .entry import INTERRUPTED, OK, UNUSABLE
from .output import page
from .playing import book_for, doctrine_choices


def watch(
    scenario: str, *, seed: int | None, doctrines: Iterable[str], pack: str | None, turns: int | None,
    record: str | None, as_json: bool, step: bool,
) -> int:  # fmt: skip
    """Play a game out and tell it."""
    book = book_for(scenario, pack)
    seats = seats_for(book, scenario, [], doctrine_choices(doctrines))
    path = Path(record).expanduser() if record is not None else free_name(saves_folder(), f"{scenario}-watched")
    chance = seed if seed is not None else secrets.randbelow(1_000_000)
    session = start(book, scenario, chance, seats, path)
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


def _told(session: Session, turns: int | None, *, as_json: bool, step: bool) -> Iterator[str]:
    tell = _json_turn if as_json else _story_turn
    reasons = Reasons()
    yield from _json_head(session) if as_json else _story_head(session)
    while True:
        session.open()
        turn = turn_shown(session)
        yield from tell(session, turn, reasons)
        if session.table.phase is Phase.OVER or turn == turns:
            break
        if step and not as_json:
            print("Press enter for the next turn. ", end="", file=sys.stderr, flush=True)
        if step:
            sys.stdin.readline()
        session.next()
    yield from _json_end(session) if as_json else _story_end(session)


def _seals(session: Session, turn: int) -> list[Seal]:
    return [entry.command for entry in session.entries if entry.turn == turn and isinstance(entry.command, Seal)]


def _story_head(session: Session) -> Iterator[str]:
    book, scenario = session.book, session.book.pack.scenario[session.table.scenario]
    yield f"{scenario.title}. {scenario.about}"
    yield f"Seed {session.table.seed}. Every role is played by a doctrine:"
    for role, seat in session.seats.items():
        yield f"  {book.pack.role[role].name}: {book.pack.doctrine[str(seat.doctrine)].name}"


def _story_turn(session: Session, turn: int, reasons: Reasons) -> Iterator[str]:
    book = session.book
    seals = _seals(session, turn)
    for sealed in seals:
        reasons.learn(book, sealed)
    yield ""
    yield turn_heading(book, session.table.scenario, turn)
    yield from event_lines(book, session.events(turn), untold=UNTOLD, because=reasons)
    idle = [book.pack.role[sealed.role].short for sealed in seals if not sealed.acts]
    if idle:
        yield f"Sealed no act: {', '.join(idle)}."


def _story_end(session: Session) -> Iterator[str]:
    yield ""
    if session.table.phase is Phase.OVER:
        yield from result_lines(session.book, session.table.row, session.table.scenario, session.book.names.roles)
    else:
        yield f"Stopped after turn {turn_shown(session)}; the game is not over."


def _json_head(session: Session) -> Iterator[str]:
    seats = {role: seat.doctrine for role, seat in session.seats.items()}
    pack = {"id": session.book.pack.header.id, "digest": session.book.pack.digest}
    yield _line("game", scenario=session.table.scenario, seed=session.table.seed, pack=pack, doctrines=seats)


def _json_turn(session: Session, turn: int, _reasons: Reasons) -> Iterator[str]:
    names = session.book.pack.scenario[session.table.scenario].turn_names
    yield _line("turn", turn=turn, name=names[turn - 1] if turn <= len(names) else "")
    events = session.events(turn)
    for event in events:
        if event.step == "dispatch":
            yield _line("event", **told(event).model_dump(mode="json"))
    for sealed in _seals(session, turn):
        yield _line("seal", turn=turn, **sealed.model_dump(mode="json", exclude={"kind"}))
    for event in events:
        if event.step != "dispatch":
            yield _line("event", **told(event).model_dump(mode="json"))
    yield _line("position", turn=turn, digest=digest(session.table.row))


def _json_end(session: Session) -> Iterator[str]:
    book, row, scenario = session.book, session.table.row, session.table.scenario
    if session.table.phase is not Phase.OVER:
        yield _line("stopped", turn=turn_shown(session))
        return
    found = {role: score(book, row, scenario, role) for role in book.names.roles}
    scores = {
        role: {"points": one.total, "par": one.par, "against_par": one.against_par} for role, one in found.items()
    }
    yield _line("result", ending=book.ending(row), turn=turn_shown(session), scores=scores)


def _line(kind: str, **body: Any) -> str:  # noqa: ANN401  values of any kind that JSON has
    return json.dumps({"kind": kind, **body}, ensure_ascii=False)
