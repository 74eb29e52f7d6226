"""Fuzz: games by lot that look for what must never happen — exceptions, dead ends, changes without a cause.

Every game goes through a table, as a game between people does, so that one that fails can be kept and opened.
"""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from random import Random
from typing import Literal, get_args

from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.record.format import Entry, RecordError, Seat, told
from tabletop.record.header import header_of
from tabletop.record.writing import create
from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.table.commands import Answer, AnyCommand, Circulate, Next, Open, Seal, Show, circulate, seal
from tabletop.table.drafts import Says
from tabletop.table.table import Phase, Table

from .invariants import broken_invariants, otherwise_untold
from .random_play import open_acts, random_orders
from .random_texts import random_draft
from .reached import Reached

Kind = Literal["exception", "dead end", "broken invariant", "endless game"]
BY_LOT = None
"""In a seat: acts by lot, rather than a doctrine."""


@dataclass(frozen=True, slots=True)
class Move:
    """One command of a game and what it led to."""

    turn: int
    phase: Phase
    command: AnyCommand
    events: tuple[Event, ...]
    row: Row | None


@dataclass(frozen=True, slots=True)
class Failure:
    """A game that showed something that must never happen."""

    kind: Kind
    says: str
    scenario: str
    seed: int
    turn: int
    history: tuple[Move, ...]
    """What led there; a command that raised an exception is not in it."""


@dataclass(slots=True)
class _Game:
    """One game being fuzzed."""

    table: Table
    dice: Random
    seats: Mapping[str, str | None]
    reached: Reached
    history: list[Move] = field(default_factory=list)

    @property
    def by_lot(self) -> tuple[str, ...]:
        """Roles that lots play."""
        return tuple(role for role, doctrine in self.seats.items() if doctrine is BY_LOT)

    @property
    def doctrines(self) -> dict[str, str]:
        """The doctrine of every other role."""
        return {role: doctrine for role, doctrine in self.seats.items() if doctrine is not BY_LOT}

    def followed(self, role: str, *reasons: str) -> None:
        """Take in which lines of its doctrine a delegation followed."""
        self.reached.rules.update((str(self.seats[role]), because.partition(":")[0]) for because in reasons)

    def send(self, command: AnyCommand) -> Iterator[tuple[Kind, str]]:
        """Carry out a command, and say what is wrong with what it did."""
        turn, before, sealed = self.table.turn, self.table.row, dict(self.table.sealed)
        outcome = self.table.send(command)
        row = self.table.row if outcome.moved else None
        self.history.append(Move(turn, self.table.phase, command, outcome.events, row))
        if row is not None:
            self.reached.happened(self.table.book.pack, outcome.events)
            for says in broken_invariants(self.table.book, before, row, outcome.events):
                yield "broken invariant", says
            if isinstance(command, Open):
                for says in otherwise_untold(self.table.book, before, row, sealed, self.table.seed):
                    yield "broken invariant", says


def fuzz(book: Rulebook, seeds: Iterable[int], reached: Reached) -> Iterator[Failure]:
    """Play a game for each seed, the scenarios in turn; gives back the failures, and counts what was reached.

    A third of the games is played by lot alone, a third by doctrines alone, and in a third lots are drawn seat by seat.
    """
    scenarios = list(book.pack.scenario)
    for seed in seeds:
        dice = Random(seed)
        scenario = scenarios[seed % len(scenarios)]
        seats = _seats(book, dice)
        reached.seated.update(doctrine for doctrine in seats.values() if doctrine is not BY_LOT)
        game = _Game(Table(book, scenario, seed), dice, seats, reached)
        failed = _play(game)
        if failed is not None:
            yield Failure(*failed, scenario, seed, game.table.turn, tuple(game.history))


def keep(book: Rulebook, failure: Failure, path: Path) -> None:
    """Save a failed game as a record that opens, for people in every seat, where the failure is about to happen.

    Raises:
        RecordError: if it cannot be written.
    """
    seats = {role: Seat(kind="person") for role in book.names.actors}
    writer = create(path, header_of(book, failure.scenario, failure.seed, seats))
    for number, move in enumerate(failure.history, start=1):
        writer.waiting.append(
            Entry(
                number=number,
                turn=move.turn,
                phase=move.phase.value,
                command=move.command,
                events=[told(event) for event in move.events],
                row=move.row,
            )
        )
    try:
        writer.flush()
    except RecordError:
        path.unlink(missing_ok=True)
        raise


def _seats(book: Rulebook, dice: Random) -> dict[str, str | None]:
    of = {
        role: [id_ for id_, doctrine in book.pack.doctrine.items() if doctrine.role == role]
        for role in book.names.actors
    }
    kind = dice.randrange(3)
    return {
        role: dice.choice(known) if known and (kind == 1 or (kind == 2 and dice.random() < 0.5)) else BY_LOT
        for role, known in of.items()
    }


def _play(game: _Game) -> tuple[Kind, str] | None:
    """Play a game to its end, or to the first thing that is wrong with it."""
    try:
        failed = next(_wrong(game), None)
        if failed is None:
            game.reached.over(game.table.book, [move.row for move in game.history if move.row is not None])
    except Exception as error:  # whatever a pack can bring about is to be found out here
        where = traceback.extract_tb(error.__traceback__)[-1]
        return "exception", f"{type(error).__name__}: {error} ({Path(where.filename).name}:{where.lineno})"
    return failed


def _wrong(game: _Game) -> Iterator[tuple[Kind, str]]:
    table = game.table
    longest = table.book.pack.scenario[table.scenario].turns
    for round_ in count(1):
        yield from game.send(Next())
        if round_ > longest:
            yield "endless game", f"The scenario has {longest} turns, and the game goes on."
        for role in table.book.names.actors:
            yield from _dead_end(game, role)
        yield from _talks(game)
        for role in table.waiting_for:
            yield from game.send(_sealed(game, role))
        yield from game.send(Open())
        if table.phase is Phase.OVER:
            return


def _dead_end(game: _Game, role: str) -> Iterator[tuple[Kind, str]]:
    table = game.table
    moves_open = {act.move for act in open_acts(table.book, table.row, role)}
    game.reached.stood(role, len(moves_open), table.scenario, table.turn)
    if not moves_open and table.book.by_role[role]:
        yield "dead end", f"{role} has no open act."


def _talks(game: _Game) -> Iterator[tuple[Kind, str]]:
    """Lots circulate drafts, answer some and show how tight some are at home; the delegations have their say on all."""
    table, dice = game.table, game.dice
    for _ in range(dice.randint(0, 2) if table.book.layout is not None else 0):
        draft = random_draft(table.book, table.row, dice)
        if draft is not None and draft.by in game.by_lot and all(each.draft != draft for each in table.drafts):
            yield from game.send(circulate(draft, draft.by))
    yield from _said(game)
    for each in table.drafts:
        for role in game.by_lot:
            if role in each.draft.signers and dice.random() < 0.3:
                yield from game.send(Answer(role=role, number=each.number, says=dice.choice(get_args(Says))))
            wants = dice.random() < 0.5 and role in each.draft.parties
            if wants and table.why_not_show(role, each) is None:
                yield from game.send(Show(role=role, number=each.number))
    yield from _said(game)


def _said(game: _Game) -> Iterator[tuple[Kind, str]]:
    """All that the delegations have to say by now."""
    while (word := next_word(game.table, game.doctrines)) is not None:
        if isinstance(word, Circulate) and word.counters is None:
            game.followed(word.role, word.because)
        yield from game.send(word)


def _sealed(game: _Game, role: str) -> Seal:
    table, doctrine = game.table, game.seats[role]
    if doctrine is BY_LOT:
        drafts = [each.draft for each in table.drafts]
        signs = [each.draft for each in table.drafts_before(role) if game.dice.random() < 0.8]
        orders = random_orders(table.book, table.row, role, game.dice, signs, shows=table.shown_by(role))
        return seal(role, orders, drafts=drafts)
    command = sealed_by(table, role, doctrine, game.by_lot)
    about = (*command.answers, *(f"duty {key}" for key in command.duties))
    game.followed(role, *(act.because for act in command.acts), *map(command.because.__getitem__, about))
    return command
