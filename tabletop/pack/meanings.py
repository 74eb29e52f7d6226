"""Meanings: what a part of an expression can stand for before all of it is a formula."""

from __future__ import annotations

from dataclasses import dataclass

from .formula import Formula


@dataclass(frozen=True, slots=True)
class State:
    """A provision's state, before it is compared with anything."""

    provision: str


@dataclass(frozen=True, slots=True)
class Word:
    """A word: a role, a choice, or the name of a state. `None` is the absent target of an act."""

    text: str | None


Meaning = Formula | State | Word
Variables = dict[str, str]
"""Loop variables and the role or provision each stands for."""
