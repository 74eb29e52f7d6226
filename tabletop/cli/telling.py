"""Telling: a game that nobody plays, turn by turn, in words or as JSON, one object a line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from tabletop.plain.story import Reasons, result_lines, turn_heading, turn_lines
from tabletop.record.format import Entry, told
from tabletop.rules.happened import Event
from tabletop.rules.position import Row, digest
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import score
from tabletop.table.commands import Answer, Circulate, Seal, Show


@dataclass(frozen=True, slots=True)
class TurnTold:
    """One turn of a game, worked out."""

    book: Rulebook
    scenario: str
    turn: int
    entries: tuple[Entry, ...]
    """Its commands and what they brought."""
    row: Row
    """The position when it is over."""
    over: bool
    """Whether the game has ended."""

    @property
    def seals(self) -> tuple[Seal, ...]:
        """What every role sealed."""
        return tuple(entry.command for entry in self.entries if isinstance(entry.command, Seal))

    @property
    def events(self) -> tuple[Event, ...]:
        """Everything that happened."""
        return tuple(kept.event() for entry in self.entries for kept in entry.events)


def story_turn(told_turn: TurnTold, reasons: Reasons, says: str = "") -> Iterator[str]:
    """A turn in words; `says` comes before what happened in it."""
    book = told_turn.book
    yield ""
    yield turn_heading(book, told_turn.scenario, told_turn.turn)
    if says:
        yield says
    yield from turn_lines(book, told_turn.entries, reasons)
    idle = [book.pack.actors[sealed.role].short for sealed in told_turn.seals if not sealed.acts]
    if idle:
        yield f"Sealed no act: {', '.join(idle)}."


def story_end(last: TurnTold) -> Iterator[str]:
    """How the game ended, or that it did not."""
    yield ""
    if last.over:
        yield from result_lines(last.book, last.row, last.scenario, last.book.names.roles)
    else:
        yield f"Stopped after turn {last.turn}; the game is not over."


def json_turn(told_turn: TurnTold) -> Iterator[str]:
    """A turn for programs."""
    turn, names = told_turn.turn, told_turn.book.pack.scenario[told_turn.scenario].turn_names
    yield json_line("turn", turn=turn, name=names[turn - 1] if turn <= len(names) else "")
    for event in told_turn.events:
        if event.step == "dispatch":
            yield json_line("event", **told(event).model_dump(mode="json"))
    yield from _json_talks(told_turn)
    for sealed in told_turn.seals:
        yield json_line("seal", turn=turn, **sealed.model_dump(mode="json", exclude={"kind"}))
    for event in told_turn.events:
        if event.step != "dispatch":
            yield json_line("event", **told(event).model_dump(mode="json"))
    yield json_line("position", turn=turn, digest=digest(told_turn.row))


def _json_talks(told_turn: TurnTold) -> Iterator[str]:
    """Drafts, numbered as they lay on the table, the answers to them, and the homes that were shown about them."""
    number = 0
    for entry in told_turn.entries:
        match entry.command:
            case Circulate() as command:
                number += 1
                body = command.model_dump(mode="json", exclude={"kind"})
                yield json_line("circulate", turn=told_turn.turn, number=number, **body)
            case Answer() | Show() as command:
                yield json_line(command.kind, turn=told_turn.turn, **command.model_dump(mode="json", exclude={"kind"}))


def json_end(last: TurnTold) -> Iterator[str]:
    """The ending and the scores for programs, or where it stopped."""
    book, row, scenario = last.book, last.row, last.scenario
    if not last.over:
        yield json_line("stopped", turn=last.turn)
        return
    found = {role: score(book, row, scenario, role) for role in book.names.roles}
    scores = {
        role: {"points": one.total, "par": one.par, "against_par": one.against_par} for role, one in found.items()
    }
    yield json_line("result", ending=book.ending(row), turn=last.turn, scores=scores)


def json_line(kind: str, **body: Any) -> str:  # noqa: ANN401  values of any kind that JSON has
    """One object."""
    return json.dumps({"kind": kind, **body}, ensure_ascii=False)
