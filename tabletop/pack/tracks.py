"""Tracks: the whole numbers a game is about."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .terms import Amount, Condition, Id, Many, Prose, Sources, Table, Title, Whole


class Band(Table):
    """A stretch of a track's scale that has a name of its own: `crisis`, up to 89."""

    to: Whole
    name: Title


class Track(Table):
    """A whole number on a bounded scale, for the table, for each role or for each pair of roles."""

    name: Title
    short: Annotated[str, Field(max_length=12)] | None = None
    about: Prose
    range: Annotated[tuple[Whole, Whole], Field(strict=False)] = (0, 100)
    per: Literal["table", "role", "pair"] = "table"
    """`pair` is a relation: one number for two roles, the same from both sides."""
    bands: Many[Band] = ()
    unit: Annotated[str, Field(max_length=20)] = ""
    main: bool = False
    """Shown on the table at all times; the others on a second panel."""
    good: Literal["up", "down", "depends"] = "depends"
    """Which direction most roles would call better."""
    seen_by: Many[Id] | Literal["all", "own"] = "all"
    """Who may see it: `own` keeps each role's number to that role."""
    derived: Amount | None = None
    """An expression that gives it anew each turn; a derived track is never set by hand."""
    source: Sources = ()


class Effect(Table):
    """One change: of a track, of a provision's state, or of every provision in a package."""

    track: Annotated[str, Field(max_length=200)] | None = None
    """A track, with its owner or pair in brackets: `tension`, `trust[actor, target]`."""
    add: Amount | None = None
    set: Amount | None = None
    provision: Annotated[str, Field(max_length=121)] | None = None
    """`instrument.provision`, or `choice` for the provision the act is about."""
    package: Annotated[str, Field(max_length=60)] | None = None
    """A package of measures, or `choice`."""
    to: Id | None = None
    when: Condition = "True"


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
