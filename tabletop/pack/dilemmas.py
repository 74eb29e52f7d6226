"""Dilemmas: choices between two goods, or two evils, that a role cannot avoid."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from .terms import ActKey, Code, Condition, Id, Many, Prose, Sources, Table, Title


class Horn(Table):
    """One way out of a dilemma."""

    name: Title
    acts: Many[ActKey]
    """Acts that take it, any one of them."""
    clauses: Many[Id] = ()
    """Clauses that take it when they are written into a text."""
    price: Prose
    """What is given up by taking it."""


class Dilemma(Table):
    """A choice that some roles face while a condition holds."""

    code: Code
    title: Title
    roles: Many[Id]
    """Who faces it."""
    says: Prose
    when: Condition = "True"
    """When it is felt; it reads only what its roles may see."""
    horns: Annotated[tuple[Horn, Horn], Field(strict=False)]
    source: Sources = ()
