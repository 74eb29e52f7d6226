"""Fora as the rules use them: what a body's votes, sessions and meetings come to, looked up once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from .compiled import Effect, Functions, Reading


@dataclass(frozen=True, slots=True)
class ForumDeed:
    """One forum with its functions."""

    votes: Reading
    """Votes in favour from members nobody plays."""
    passes: Reading
    """Whether it would pass something now."""
    tabling: Reading
    """Political capital that putting a text on its table takes."""
    meeting: Effect
    """What a meeting brings by itself, whatever came of it."""
    prepared: Reading
    """Topics that are ready to be settled there."""


def forum_deeds(functions: Functions, fora: Iterable[str]) -> dict[str, ForumDeed]:
    """Every forum of a pack with its functions, by its id."""
    return {
        id_: ForumDeed(
            functions.votes[place],
            functions.passes[place],
            functions.tabling[place],
            functions.meetings[place],
            functions.prepared[place],
        )
        for place, id_ in enumerate(fora)
    }
