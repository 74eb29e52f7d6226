"""Acts: entries of the catalogue made concrete — who, against whom, about what."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.act_keys import act_key
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
        return act_key(self.role, self.move, self.target, self.choice)

    @property
    def scope(self) -> Scope:
        """What `actor`, `target` and `choice` mean in the move's expressions."""
        return Scope(actor=self.role, target=self.target, choice=self.choice, act=True)


def concrete_acts(names: Names) -> tuple[Act, ...]:
    """Every act of a pack: roles and desks in the pack's order, moves in the catalogue's."""
    found = [
        Act(str(scope.actor), move_id, scope.target, scope.choice)
        for move_id, move in names.pack.move.items()
        for scope in act_scopes(names, move)
    ]
    return tuple(sorted(found, key=lambda act: names.actors.index(act.role)))
