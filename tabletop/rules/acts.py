"""Acts: entries of the catalogue made concrete — who, against whom, about what."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tabletop.pack.expressions import Scope
from tabletop.pack.names import Names
from tabletop.pack.uses import act_scopes


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
        target = f"@{self.target}" if self.target else ""
        choice = f":{self.choice}" if self.choice else ""
        return f"{self.role}/{self.move}{target}{choice}"

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


def concrete_acts(names: Names) -> tuple[Act, ...]:
    """Every act of a pack: roles in the pack's order, moves in the catalogue's."""
    found = [
        Act(str(scope.actor), move_id, scope.target, scope.choice)
        for move_id, move in names.pack.move.items()
        for scope in act_scopes(names, move)
    ]
    return tuple(sorted(found, key=lambda act: names.roles.index(act.role)))
