"""Doctrines: how AI delegations think."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .terms import Amount, Condition, Id, Many, Prose, Reference, Sources, Table, Title


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


class Worth(Table):
    """What a step is worth to the delegation once it is done: positive is good for it."""

    clause: Id
    by: Id | None = None
    """Only when this role owes it."""
    choice: Reference | None = None
    """Only when it is about this."""
    worth: Amount
    """Points, about -100 to 100."""
    because: Prose


class Tabling(Table):
    """When the delegation puts a text of the pack on the table."""

    template: Id
    when: Condition = "True"
    odds: Annotated[int, Field(ge=1, le=100)] = 100
    because: Prose


class Conduct(Table):
    """How the delegation treats a step that it owes. Without a rule it does what is due."""

    clauses: Many[Id]
    when: Condition
    does: Literal["withhold", "feign"]
    because: Prose


class Doctrine(Table):
    """A way of thinking for one role. It reads only what its role may see."""

    role: Id
    name: Title
    about: Prose
    rule: Many[DoctrineRule]
    answer: Many[Answer] = ()
    reserve: Amount = 0
    """What a draft must be worth, in points, before the delegation signs it."""
    worth: Many[Worth] = ()
    tabling: Many[Tabling] = ()
    conduct: Many[Conduct] = ()
    source: Sources = ()
