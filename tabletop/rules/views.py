"""Views: what one role may know of a position and of what happened."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from .acts import Act
from .agreements.sight import mask_texts
from .consents import open_questions
from .happened import Event, Step
from .position import Column, Row
from .rulebook import Rulebook

UNSEEN = "Something happened that you could not see."

PUBLIC: tuple[Step, ...] = ("dispatch", "signatures", "ratifications", "steps", "incidents")
"""Steps that are told to everybody even when nothing that moved can be seen. A drift that moved hidden things is not,
and neither is what was worked out anew."""


@dataclass(frozen=True, slots=True)
class View:
    """A position through one role's eyes. Hidden columns hold their lowest value."""

    role: str
    row: tuple[int, ...]
    hidden: frozenset[str]
    questions: tuple[Act, ...]
    """What is asked of this role this turn."""


def view(book: Rulebook, row: Row, role: str) -> View:
    """What a role may know of a position."""
    columns, shown = book.schema.columns, row[:]
    for place in book.unseen[role]:
        shown[place] = columns[place].low
    hidden = hidden_from(book, role)
    if book.layout is not None:
        hidden |= {columns[place].label for place in mask_texts(book.layout, shown, role)}
    return View(role, tuple(shown), hidden, tuple(open_questions(book, row, role)))


def hidden_from(book: Rulebook, role: str) -> frozenset[str]:
    """Labels of the columns a role may not see."""
    return frozenset(book.schema.labels[place] for place in book.unseen[role])


def seen_events(book: Rulebook, events: Iterable[Event], role: str) -> tuple[Event, ...]:
    """Events as a role may tell them: hidden columns left out, hidden causes unnamed."""
    columns = {column.label: column for column in book.schema.columns}
    shown = []
    for event in events:
        changes = tuple(change for change in event.changes if _shown(columns[change.column], role))
        if event.seen_by is None:
            if changes or not event.changes or (event.step in PUBLIC and event.cause != "derived"):
                shown.append(replace(event, changes=changes))
        elif role in event.seen_by:
            shown.append(replace(event, changes=changes))
        elif changes:
            shown.append(Event(event.turn, event.step, "unseen", UNSEEN, changes))
    return tuple(shown)


def _shown(column: Column, role: str) -> bool:
    """Whether a change may be told as a number. Of texts the sentence tells all there is to know."""
    return column.kind != "text" and column.visible_to(role)
