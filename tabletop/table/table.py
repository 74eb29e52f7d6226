"""The table: a game being played. It takes commands and returns what happened.

It never sleeps, prints, opens a file or a socket; every shell is a thin case around it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tabletop.rules.acts import Orders
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.orders import IllegalOrder, judge
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook

from .commands import Command, Next, Open, Seal


class Phase(StrEnum):
    """Where in a turn the table is."""

    SETTING = "setting"
    """Before the first dispatch."""
    TALKS = "talks"
    """Delegations talk, draft and seal."""
    LEDGER = "ledger"
    """The turn is worked out and lies open."""
    OVER = "over"


class OutOfTurn(Exception):
    """A command that does not fit the phase, as a sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command brought about."""

    events: tuple[Event, ...]
    moved: bool
    """Whether the position changed."""


class Table:
    """One game of one scenario, from opening to ending."""

    def __init__(self, book: Rulebook, scenario: str, seed: int) -> None:
        if scenario not in book.pack.scenario:
            raise OutOfTurn(f"There is no scenario {scenario!r} in {book.pack.header.title}.")
        self.book, self.scenario, self.seed = book, scenario, seed
        self.row: Row = book.opening(scenario)
        self.phase = Phase.SETTING
        self.sealed: dict[str, Orders] = {}

    @property
    def turn(self) -> int:
        """The turn being played, from 1."""
        return self.row[self.book.schema.index["turn"]]

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """Roles that have not sealed yet this turn."""
        if self.phase is not Phase.TALKS:
            return ()
        return tuple(role for role in self.book.names.roles if role not in self.sealed)

    def send(self, command: Command) -> Outcome:
        """Carry out a command, or refuse it and change nothing.

        Raises:
            IllegalOrder: if orders cannot be sealed as they are.
            OutOfTurn: if the command does not fit the phase.
        """
        match command:
            case Seal():
                return self._seal(command)
            case Open():
                return self._open()
            case Next():
                return self._next()
        raise OutOfTurn(f"The table does not know the command {type(command).__name__}.")

    def _seal(self, command: Seal) -> Outcome:
        if self.phase is not Phase.TALKS:
            raise OutOfTurn("Orders are sealed during talks. Close the ledger first.")
        if command.role not in self.book.names.roles:
            raise OutOfTurn(f"There is no role {command.role!r} at this table.")
        if command.role in self.sealed:
            raise OutOfTurn(f"{command.role} has already sealed this turn. Wait for the seals to open.")
        unknown = [sealed.act for sealed in command.acts if sealed.act not in self.book.by_key]
        if unknown:
            raise IllegalOrder(f"There is no act {unknown[0]!r} in this pack. Choose one from the list.")
        orders = command.orders(self.book)
        judge(self.book, self.row, command.role, orders)
        self.sealed[command.role] = orders
        return Outcome((), False)

    def _open(self) -> Outcome:
        if self.phase is not Phase.TALKS:
            raise OutOfTurn("There are no seals to open now.")
        if self.waiting_for:
            raise OutOfTurn(f"Still to seal: {', '.join(self.waiting_for)}.")
        result = resolve(self.book, self.row, self.sealed, self.seed)
        self.sealed = {}
        self.phase = Phase.OVER if self.book.over(result.row) else Phase.LEDGER
        return self._moved(result)

    def _next(self) -> Outcome:
        if self.phase not in (Phase.SETTING, Phase.LEDGER):
            raise OutOfTurn("The turn is not over yet." if self.phase is Phase.TALKS else "The game is over.")
        self.phase = Phase.TALKS
        return self._moved(dispatch(self.book, self.row, self.scenario, self.seed))

    def _moved(self, result: Resolution) -> Outcome:
        self.row = result.row
        return Outcome(result.events, True)
