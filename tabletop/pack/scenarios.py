"""Scenarios: where a game starts and what is coming."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .happenings import CalendarEntry
from .terms import Id, Many, Prose, Reference, Sources, Table, Title, Whole


class Opening(Table):
    """Start values; what is not named starts at its track's lowest value or its machine's first state."""

    tracks: dict[Annotated[str, Field(max_length=200)], Whole] = {}
    """By track, with owner or pair in brackets: `"trust[us, dprk]" = -30`."""
    provisions: dict[Reference, Id] = {}
    source: Sources = ()


class Scenario(Table):
    """One starting position of a pack, with its calendar."""

    title: Title
    about: Prose
    starts: date
    turn_months: Annotated[int, Field(ge=1, le=12)] = 1
    turns: Annotated[int, Field(ge=1, le=60)]
    turn_names: Many[Title]
    """One for each turn: `mid-May 2017`."""
    goals: Many[Prose]
    """What a class can learn here."""
    opening: Opening
    calendar: Many[CalendarEntry] = ()
    deck: Many[Id] = ()
    """Which cards of the pack's deck are in play."""
    doctrines: dict[Id, Id]
    """The doctrine each AI delegation follows unless told otherwise."""
    par: dict[Id, Annotated[int, Field(ge=0, le=100)]]
    """Each role's middle score, in tenths, over many games between the doctrines named above."""
    source: Sources = ()
