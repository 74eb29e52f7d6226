"""Keeping: a command carried out at a table, as the entry that a record keeps of it."""

from __future__ import annotations

from tabletop.table.commands import AnyCommand
from tabletop.table.table import Table

from .format import Entry, told


def carried_out(table: Table, command: AnyCommand, number: int) -> Entry:
    """Send a command, and give back the entry with this number.

    Raises:
        IllegalOrder, OutOfTurn: if the table refuses it; nothing changes.
    """
    turn = table.turn  # before the command: what opens the seals of a turn belongs to that turn
    outcome = table.send(command)
    return Entry(
        number=number,
        turn=turn,
        phase=table.phase.value,
        command=command,
        events=[told(event) for event in outcome.events],
        row=table.row[:] if outcome.moved else None,
    )
