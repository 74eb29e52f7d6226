"""Asking: an act is put to those whose yes it needs, and waits a turn for their answer."""

from __future__ import annotations

from .acts import Act
from .consents import needed_keepers
from .happened import Chronicle, Event
from .position import Row, consent_label
from .rulebook import Rulebook
from .telling import asked_for
from .yeses import asked


def ask_for(book: Rulebook, chronicle: Chronicle, turn: int, act: Act, paid: int) -> None:
    """The keepers of an act are asked; they answer when the next turn's seals open. A refusal returns what was paid."""
    place = book.schema.index[consent_label(act)]

    def tell() -> Event:
        says = asked_for(book, act, needed_keepers(book, chronicle.row, act))
        seen_by = book.schema.columns[place].seen_by
        return Event(turn, "overt", f"ask:{act.move}", says, actor=act.role, act=act.key, seen_by=seen_by)

    chronicle.record(tell, _wait, book, act, turn, paid)


def _wait(row: Row, book: Rulebook, act: Act, turn: int, paid: int) -> None:
    place = book.schema.index[consent_label(act)]
    row[place] = asked(row[place], turn)
    if act in book.paid:
        row[book.paid[act]] = max(0, paid)
