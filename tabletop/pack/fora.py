"""Fora: where texts are agreed and who must say yes."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .effects import Effect
from .terms import Amount, Condition, Id, Many, Prose, Sources, Table, Title


class ForumNeed(Table):
    """What must be so before a text is signed here, or else stand in the text."""

    signers: Many[Id] = ()
    """Asked only of texts that all these roles sign; of every text, if none is named."""
    when: Condition
    clause: Id | None = None
    """A text with a step of this clause may be signed all the same."""
    why: Prose
    """What is missing, as a sentence a player reads."""


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
    """For `home`: when the body says yes. For `consensus`: what must hold besides, as when a member lets it wait."""
    refusal: Prose = "It did not agree."
    texts: Literal["none", "all", "any", "one"] = "none"
    """Who signs the texts written here: all members, any two or more of them, or one alone, as a pledge."""
    deniable: bool = False
    """Whether drafts are only sounded out here: nothing is signed, and each answer tells how near it comes."""
    cost: Amount = 0
    """Political capital that tabling a text here costs its author."""
    prepared: Amount | None = None
    """How many topics of a text are ready to be signed here; what is not prepared falls out. None: all."""
    needs: Many[ForumNeed] = ()
    """What a text must meet to be signed here."""
    effects: Many[Effect] = ()
    """What meeting here to sign brings, whether or not a text comes of it."""
    source: Sources = ()
