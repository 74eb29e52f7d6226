"""Roles: the governments a player can be, and the hats they wear."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .terms import Id, Prose, Sources, Table, Title


class Hat(Table):
    """A capacity in which a role signs, as the US seat signs for the UN Command."""

    name: Title
    about: Prose
    source: Sources = ()


class Role(Table):
    """One government at the table."""

    name: Title
    short: Title
    """At most a few letters, for narrow columns: `US`, `DPRK`."""
    adjective: Title
    dilemma: Prose
    """What this role is torn by, in one sentence."""
    powers: Prose
    """What no other role can do."""
    hats: dict[Id, Hat] = {}
    home: Annotated[str, Field(max_length=200)] | None = None
    """The track of its standing at home: `approval`, `elite`."""
    ratifies: Id | None = None
    """The forum of the rule `home` that must pass what needs ratification; none if nobody is asked."""
    source: Sources = ()
