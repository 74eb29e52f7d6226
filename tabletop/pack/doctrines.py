"""Doctrines: how AI delegations think."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .terms import Condition, Id, Many, Prose, Reference, Sources, Table, Title


class DoctrineRule(Table):
    """When this holds, play that; rules are tried in order, and each act says which rule chose it."""

    when: Condition
    move: Id
    target: Id | None = None
    choice: Reference | None = None
    odds: Annotated[int, Field(ge=1, le=100)] = 100
    """Chance in a hundred that the rule is followed when it holds, so that two games differ."""
    breach: bool = False
    """Whether the delegation would do it in knowing breach."""
    because: Prose


class Answer(Table):
    """What the delegation says when its consent or vote is asked."""

    moves: Many[Id]
    when: Condition = "True"
    says: bool
    because: Prose


class Doctrine(Table):
    """A way of thinking for one role. It reads only what its role may see."""

    role: Id
    name: Title
    about: Prose
    rule: Many[DoctrineRule]
    answer: Many[Answer] = ()
    source: Sources = ()
