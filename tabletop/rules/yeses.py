"""Yeses: what a position remembers of an act that needs them — that it was asked for, and who agreed when.

Turns stand side by side in an act's consent column, two decimal digits each, as no game has a hundred of them: from
the right the turn in which the act was asked for, while it waits, then the turn of each keeper's last yes, in the
order in which the law names keepers. `30105`: asked for in turn 5, with the first keeper's yes from turn 1 and the
second's from turn 3. Left of the keepers' stands the last turn in which the act was granted though nobody's yes was
needed any more: what was asked for happens all the same, and nobody has agreed to the next time. A forum's or a
partner's yes is for one occasion, and is not kept.
"""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.pack.expressions import read
from tabletop.pack.formula import Cell, Compare, Formula, Number, Sum, both, cells
from tabletop.pack.names import Names

from .acts import Act
from .position import FAR, Column, consent_label, paid_label

TURNS = 100
"""How many turns two digits can tell apart."""


def asked_in(kept: int) -> int:
    """The turn in which an act was asked for; 0 if it waits for no answer."""
    return kept % TURNS


def asked(kept: int, turn: int) -> int:
    """What is kept once an act was asked for in a turn; in turn 0, once it waits no longer."""
    return kept - kept % TURNS + turn


def agreed(kept: int, number: int, turn: int) -> int:
    """What is kept once the keeper of this number, from 0, said yes; one more than the last, once none was needed."""
    place: int = TURNS ** (number + 1)
    return kept + place * (turn - kept // place % TURNS)


def granted_in(kept: int) -> int:
    """The turn in which the act was last granted, with the keepers' yes or without need of it; 0 if it never was."""
    grants = kept // TURNS
    return max(grants % TURNS, granted_in(grants)) if grants else 0


def held(act: Act, number: int, names: Names) -> Formula:
    """Whether the yes of the keeper of this number, from 0, was given recently enough to be used."""
    given = Sum("%", Sum("//", Cell(consent_label(act)), Number(TURNS ** (number + 1))), Number(TURNS))
    oldest = Sum("-", Cell("turn"), Number(names.pack.header.play.exemption_turns))
    return both([Compare(">", given, Number(0)), Compare(">=", given, oldest)])


def consent_columns(act: Act, keepers: int, names: Names, seen_by: tuple[str, ...] | None) -> Iterator[Column]:
    """The columns of an act that somebody may have to agree to. Its price is kept if it can change meanwhile."""
    turns = 1 + (keepers + 1 if keepers else 0)
    yield Column(consent_label(act), "consent", 0, TURNS**turns - 1, seen_by)
    cost = names.pack.move[act.move].cost
    if isinstance(cost, str) and cells(read(cost, names, act.scope, "number")):
        yield Column(paid_label(act), "paid", 0, FAR, (act.role,))
