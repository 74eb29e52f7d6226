"""Effects: what an act, an event or a standing rule changes."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .terms import Amount, Condition, Id, Table


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
