"""Annexes: whether the sealed annex of an open text stands as it should. One rule for templates and for drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Placed(Protocol):
    """A step, as far as it is open or not."""

    @property
    def together(self) -> int | None:
        """The step that is done in the same moment, from 1."""

    @property
    def annex(self) -> bool:
        """Whether it stands in the annex."""


def bad_annex(steps: Sequence[Placed], *, sealed: bool, voted: bool) -> tuple[str, str] | None:
    """What is wrong with a text's annex as a whole, and what would mend it; `None` if nothing is.

    `sealed` is the whole text, and `voted` one of a forum that votes: there others read it before they say yes or no.
    """
    annexed = [number for number, step in enumerate(steps, start=1) if step.annex]
    if not annexed:
        return None
    if sealed:
        return (
            "The whole text is sealed and has no annex besides.",
            "Open the text, or take the steps out of the annex.",
        )
    if voted:
        return "A forum votes on what it has read, and an annex is not shown.", "Take the steps out of the annex."
    if len(annexed) == len(steps):
        return "An annex belongs to a text that says something in the open.", "Seal the whole text instead."
    if annexed[0] <= len(steps) - len(annexed):
        return "The steps of an annex stand after the open ones.", "Put them last."
    return None


def torn_apart(before: Sequence[Placed], step: Placed) -> tuple[str, str] | None:
    """Why a step cannot share the moment of an earlier one for the annex between them; `None` if it can.

    `before` are the steps written before it. Of a number that names none of them nothing is said here.
    """
    first = step.together
    if first is None or not 1 <= first <= len(before) or before[first - 1].annex == step.annex:
        return None
    return "Steps done in the same moment are both open, or both in the annex.", "Move one of them."


def unratified(name: str) -> tuple[str, str]:
    """What is wrong with a secret step that must be ratified, and what would mend it."""
    return f"{name} must be ratified, and nobody ratifies what is not shown.", "Let it stand in the open."
