"""Endings, aims and scores."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .terms import Amount, Condition, Id, Prose, Sources, Table, Title

Score = Annotated[int, Field(ge=0, le=100)]
"""Tenths of a point: 65 is 6.5."""


class Ending(Table):
    """A way the game can end; the first that holds, in file order, is the one."""

    name: Title
    says: Prose
    when: Condition
    at: Literal["any", "close"] = "close"
    """`any` ends the game at once; `close` is judged after the last turn."""
    values: dict[Id, Score]
    """What this ending is worth to each role."""
    void_aims: bool = False
    """War: nobody's aims count."""
    source: Sources = ()


class Aim(Table):
    """Something one role wants for itself."""

    role: Id
    name: Title
    says: Prose
    public: bool = True
    points: Amount
    """0-100, how far it was reached."""
    source: Sources = ()
