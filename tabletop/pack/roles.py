"""Roles: the governments a player can be, and the hats they wear."""

from __future__ import annotations

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
    source: Sources = ()
