"""Scenarios: where a game starts and what is coming."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from .happenings import CalendarEntry
from .terms import LINE_PATTERN, Id, Many, Prose, Reference, Sources, Table, Title, Whole


class Opening(Table):
    """Start values; what is not named starts at its track's lowest value or its machine's first state."""

    tracks: dict[Annotated[str, Field(max_length=200)], Whole] = {}
    """By track, with owner or pair in brackets: `"trust[us, dprk]" = -30`."""
    provisions: dict[Reference, Id] = {}
    source: Sources = ()


class Lesson(Table):
    """What is new in a turn, told as it begins to those who play for the first time."""

    turn: Annotated[int, Field(ge=1, le=100)]
    role: Id | None = None
    """Who is told; everybody, if no role is named."""
    title: Annotated[str, Field(pattern=LINE_PATTERN, min_length=1, max_length=60)]
    says: Annotated[str, Field(min_length=1, max_length=480)]
    """Short: it stands above the moves while they are chosen."""
    try_: Annotated[Id | None, Field(alias="try")] = None
    """A move to try it with, which everybody who is told can make."""
    write: Id | None = None
    """A text of the pack to try it with: written, circulated and signed."""


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
    lesson: Many[Lesson] = ()
    deck: Many[Id] = ()
    """Which cards of the pack's deck are in play."""
    doctrines: dict[Id, Id]
    """The doctrine each AI delegation follows unless told otherwise."""
    par: dict[Id, Annotated[int, Field(ge=0, le=100)]]
    """Each role's middle score, in tenths, over many games between the doctrines named above."""
    source: Sources = ()
