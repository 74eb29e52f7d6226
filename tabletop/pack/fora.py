"""Fora: where texts are agreed and who must say yes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .terms import Amount, Condition, Id, Many, Prose, Sources, Table, Title


class Forum(Table):
    """A body with members, a decision rule and a competence."""

    name: Title
    about: Prose
    members: Many[Id]
    rule: Literal["consensus", "agreement", "vote", "home"]
    """`consensus`: passes unless a member objects in time. `agreement`: every member must say yes.
    `vote`: enough votes and no veto. `home`: no member is asked, `passes` decides."""
    competence: Many[Id] = ()
    """Families of instruments it may change."""
    public: bool = True
    """Whether everybody sees what is asked of it and who objects."""
    votes: Annotated[int, Field(ge=1, le=200)] | None = None
    veto: Many[Id] = ()
    others: Amount | None = None
    """Votes from members that nobody plays, for `vote`."""
    passes: Condition | None = None
    """For `home`: when the body says yes."""
    refusal: Prose = "It did not agree."
    texts: Literal["none", "all", "any", "one"] = "none"
    """Who signs the texts written here: all members, any two or more of them, or one alone, as a pledge."""
    deniable: bool = False
    """Whether drafts are only sounded out here: nothing is signed, and each answer tells how near it comes."""
    cost: Amount = 0
    """Political capital that tabling a text here costs its author."""
    prepared: Amount | None = None
    """How many topics of a text are ready to be signed here; what is not prepared falls out. None: all."""
    source: Sources = ()
