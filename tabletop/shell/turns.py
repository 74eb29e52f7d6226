"""Turns: which turn lies on the table, and what it is compared with."""

from __future__ import annotations

from tabletop.rules.position import Row
from tabletop.table.commands import Next
from tabletop.table.table import Phase

from .session import Session


def turn_shown(session: Session) -> int:
    """The turn that players are in: while its ledger lies open, the one just worked out."""
    return session.table.turn - 1 if session.table.phase is Phase.LEDGER else session.table.turn


def row_before(session: Session) -> Row | None:
    """What the present numbers are compared with; `None` in the first talks.

    During talks that is the position at the talks before, in the ledger the one in which the orders were sealed.
    """
    talks = [entry.row for entry in session.entries if isinstance(entry.command, Next) and entry.row is not None]
    if session.table.phase is Phase.TALKS:
        talks = talks[:-1]
    return talks[-1] if talks else None
