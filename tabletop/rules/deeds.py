"""Deeds: what carrying out an act takes, looked up once for every turn in which it is done."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from tabletop.pack.names import Names, last_label

from .acts import Act
from .compiled import Breach, Effect, Functions, Reading
from .position import Row, Schema
from .verdict import Level

PERMITTED, BARRED = int(Level.PERMITTED), int(Level.BARRED)
"""As the generated functions give them; plain numbers compare faster."""


@dataclass(frozen=True, slots=True)
class Deed:
    """One act with its functions and the columns it writes."""

    act: Act
    step: Literal["overt", "covert"]
    """The step of a turn in which it happens."""
    level: Reading
    cost: Reading
    effect: Effect
    breach: Breach
    """What follows besides, when it is done in breach of the law of another row, in which it was judged."""
    last: int
    """The column with the turn in which it was last done."""
    capital: int | None
    """The column it is paid from; a desk pays nothing."""

    def breaks(self, law: Row) -> bool:
        """Whether it is done in breach, if it is done as the law stands in this position."""
        return PERMITTED < self.level(law) < BARRED

    def carry_out(self, row: Row, turn: int, law: Row | None) -> None:
        """The act happens, judged by the law of another position; without one, it was agreed to."""
        if law is not None and PERMITTED < self.level(law) < BARRED:
            self.breach(row, law)  # first: the act's own effects must not hide what it broke
        self.effect(row)
        row[self.last] = turn


def deeds_of(
    names: Names, schema: Schema, functions: Functions, acts: Iterable[Act], purse: Mapping[str, int]
) -> dict[Act, Deed]:
    """Every act of a pack as a deed; `purse` is the column that each role pays from."""
    return {
        act: Deed(
            act,
            "covert" if names.pack.move[act.move].visibility == "covert" else "overt",
            functions.levels[place],
            functions.costs[place],
            functions.effects[place],
            functions.breaches[place],
            schema.index[last_label(act.move, act.role)],
            purse.get(act.role),
        )
        for place, act in enumerate(acts)
    }
