"""Tracks: the whole numbers a game is about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .effects import Effect
from .terms import LINE_PATTERN, Amount, Condition, Id, Many, Prose, Sources, Table, Title, Whole


class Band(Table):
    """A stretch of a track's scale that has a name of its own: `crisis`, up to 89."""

    to: Whole
    name: Title


class Track(Table):
    """A whole number on a bounded scale, for the table, for each role or for each pair of roles."""

    name: Title
    short: Annotated[str, Field(pattern=LINE_PATTERN, max_length=12)] | None = None
    about: Prose
    range: Annotated[tuple[Whole, Whole], Field(strict=False)] = (0, 100)
    per: Literal["table", "role", "pair"] = "table"
    """`pair` is a relation: one number for two roles, the same from both sides."""
    bands: Many[Band] = ()
    unit: Annotated[str, Field(pattern=LINE_PATTERN, max_length=20)] = ""
    main: bool = False
    """Shown on the table at all times; the others on a second panel."""
    good: Literal["up", "down", "depends"] = "depends"
    """Which direction most roles would call better."""
    seen_by: Many[Id] | Literal["all", "own"] = "all"
    """Who may see it: `own` keeps each role's number to that role."""
    derived: Amount | None = None
    """An expression that gives it anew each turn; a derived track is never set by hand."""
    source: Sources = ()


class Drift(Table):
    """A standing rule: what moves by itself each turn, and why."""

    name: Title
    phase: Literal["evidence", "world", "home", "clock"] = "world"
    per: Literal["table", "role"] = "table"
    """`role` runs it once for each role, named `actor` in its expressions."""
    when: Condition = "True"
    effects: Many[Effect]
    says: Prose
    source: Sources = ()
