"""Happenings: what the world does by itself — the deck, the calendar, and incidents."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .effects import Effect
from .terms import Amount, Condition, Many, Prose, Sources, Table, Title


class Event(Table):
    """A card of the deck. One is drawn each turn and foreshadowed the turn before."""

    name: Title
    says: Prose
    hint: Prose
    """The rumour a turn earlier."""
    weight: Annotated[int, Field(ge=1, le=100)] = 10
    when: Condition = "True"
    effects: Many[Effect] = ()
    source: Sources = ()


class Incident(Table):
    """A dangerous moment with stated odds, checked each turn while its condition holds."""

    name: Title
    says: Prose
    when: Condition
    odds: Amount
    """Chance in a hundred."""
    effects: Many[Effect] = ()
    averted: Prose | None = None
    """What is said when the roll passes."""
    source: Sources = ()


class CalendarEntry(Table):
    """A dated happening every player can see coming."""

    turn: Annotated[int, Field(ge=1, le=100)]
    name: Title
    says: Prose
    hint: Prose | None = None
    when: Condition = "True"
    effects: Many[Effect] = ()
    source: Sources = ()
