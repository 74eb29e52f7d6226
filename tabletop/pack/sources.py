"""Sources: where every citation and number comes from."""

from __future__ import annotations

from typing import Literal

from .terms import Many, Prose, Table, Title


class Source(Table):
    """One place a fact or a figure was taken from."""

    title: Title
    where: Prose
    """Document and page, or the designer's reasoning when it is a judgement."""
    kind: Literal["law", "record", "study", "press", "judgement"]
    checked: Literal["primary", "secondary", "unchecked", "judgement"]
    """How far it was checked."""
    notes: Many[Prose] = ()
