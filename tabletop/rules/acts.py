"""Acts: entries of the catalogue made concrete — who, against whom, about what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from tabletop.pack.act_keys import act_key
from tabletop.pack.expressions import Scope
from tabletop.pack.names import Names
from tabletop.pack.uses import act_scopes

if TYPE_CHECKING:
    from .agreements.draft import Draft

Conduct = Literal["do", "withhold", "feign", "anyway"]
"""How a delegation treats a step it owes: `do` may come before it is due, `feign` reports it falsely, `anyway`
does it in knowing breach of some law. Whoever says nothing does what is due."""
Response = Literal["ratify", "query", "consult", "inspect", "suspend", "withdraw", "leak"]
"""What a party can do about a text as a whole; from `query` to `withdraw`, a ladder of answers to a wrong."""


@dataclass(frozen=True, slots=True)
class Act:
    """One concrete act."""

    role: str
    move: str
    target: str | None = None
    choice: str | None = None

    @property
    def key(self) -> str:
        """The act in one word, for records and rolls: `rok/reopen-kaesong@dprk:inspected`."""
        return act_key(self.role, self.move, self.target, self.choice)

    @property
    def scope(self) -> Scope:
        """What `actor`, `target` and `choice` mean in the move's expressions."""
        return Scope(actor=self.role, target=self.target, choice=self.choice, act=True)


@dataclass(frozen=True, slots=True)
class Order:
    """An act a delegation seals, and how."""

    act: Act
    ask: bool = False
    """Ask the keepers first: the act happens next turn if they agree."""
    knowing: bool = False
    """The player was shown the breach and confirmed it."""


@dataclass(frozen=True, slots=True)
class Orders:
    """All that one delegation seals in a turn."""

    acts: tuple[Order, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    """Yes or no to what was asked of this role, by the act's key; silence is what the forum makes of it."""
    signs: tuple[Draft, ...] = ()
    """Texts it puts its name to; one is in force when all its signers sign the same."""
    duties: Mapping[str, Conduct] = field(default_factory=dict)
    """How it treats the steps it owes, by key: `1.2` is the second step of the first text."""
    responses: Mapping[str, Response] = field(default_factory=dict)
    """What it does about whole texts, by key."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """What it takes an undefined word to mean, by the step's key."""
    vetoes: tuple[Draft, ...] = ()
    """Texts that it votes down as a permanent member of a forum that votes; without a word it abstains."""


def concrete_acts(names: Names) -> tuple[Act, ...]:
    """Every act of a pack: roles and desks in the pack's order, moves in the catalogue's."""
    found = [
        Act(str(scope.actor), move_id, scope.target, scope.choice)
        for move_id, move in names.pack.move.items()
        for scope in act_scopes(names, move)
    ]
    return tuple(sorted(found, key=lambda act: names.actors.index(act.role)))
