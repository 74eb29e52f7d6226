"""Roles: the governments a player can be, the hats they wear, and the desks beside them."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .terms import Id, Prose, Sources, Table, Title


class Hat(Table):
    """A capacity in which somebody acts, as the US seat signs for the UN Command."""

    name: Title
    about: Prose
    source: Sources = ()


class Actor(Table):
    """Whoever sits at the table and makes moves."""

    name: Title
    short: Title
    """At most a few letters, for narrow columns: `US`, `DPRK`."""
    dilemma: Prose
    """What this actor is torn by, in one sentence."""
    powers: Prose
    """What nobody else can do."""
    hats: dict[Id, Hat] = {}
    source: Sources = ()


class Role(Actor):
    """One government at the table."""

    adjective: Title
    home: Annotated[str, Field(max_length=200)] | None = None
    """The track of its standing at home: `approval`, `elite`."""
    ratifies: Id | None = None
    """The forum of the rule `home` that must pass what needs ratification; none if nobody is asked."""
    elections: bool = False
    """Whether another administration can take over here, which need not keep what that forum has not passed."""


class Desk(Actor):
    """An office that is no government, such as inspectors or the press.

    It acts and is heard. It has no capital, no tracks of its own and no score, and it is party to no text.
    """

    brokers: bool = False
    """Whether it may be the broker of a text between governments."""
