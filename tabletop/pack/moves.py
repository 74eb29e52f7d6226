"""Moves: the catalogue of what a role can do."""

from __future__ import annotations

from typing import Literal

from .effects import Effect
from .terms import Amount, Id, Many, Need, Prose, Reference, Sources, Table, Title

Group = Literal["talk", "press", "relieve", "secure", "home"]
GROUPS: dict[Group, str] = {"talk": "Talk", "press": "Press", "relieve": "Relieve", "secure": "Secure", "home": "Home"}
"""What each group is called, in the order of every list of moves."""


class Label(Table):
    """How a plain word is written, where its id alone would not do: a choice, a topic of clauses, a reading of a word."""

    name: Title
    """As it stands in a sentence: `inter-Korean`."""


class Move(Table):
    """An entry in the catalogue. Role, target and choice make it an act."""

    name: Title
    about: Prose
    by: Many[Id]
    group: Group
    tags: Many[Id] = ()
    targets: Many[Id] = ()
    """Roles it may be aimed at; none if the move has no target."""
    choices: Many[Reference] = ()
    """What it may be about: provisions, packages or plain words, one kind only."""
    needs: Many[Need] = ()
    once: bool = False
    cost: Amount = 0
    """Political capital."""
    visibility: Literal["open", "covert", "known"] = "open"
    """`known` is seen by the target alone."""
    forum: Id | None = None
    """A body that must agree before it happens; its competence is checked."""
    partner: bool = False
    """The target must agree before it happens, as in an exchange."""
    effects: Many[Effect] = ()
    if_breach: Many[Effect] = ()
    """What happens besides, when it is done in breach of a provision."""
    if_refused: Many[Effect] = ()
    price: Prose | None = None
    """The cost at home or abroad that numbers do not show."""
    core: bool = False
    """In the quick-class set."""
    source: Sources = ()
