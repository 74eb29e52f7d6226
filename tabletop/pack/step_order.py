"""Step order: whether steps that share a moment could ever fall due. One rule for templates and for drafts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Ordered(Protocol):
    """A step, as far as its place among the others goes; numbers of steps count from 1."""

    @property
    def after(self) -> int | None:
        """The step that must be done first."""

    @property
    def together(self) -> int | None:
        """The step that is done in the same moment."""


def never_together(before: Sequence[Ordered], step: Ordered) -> tuple[str, str] | None:
    """Why a step cannot share the moment of an earlier one, and what would mend it; `None` if it can.

    `before` are the steps written before it. Of a number that names none of them nothing is said here.
    """
    first = step.together
    if first is None or not 1 <= first <= len(before):
        return None
    shared = before[first - 1].together
    if shared is not None:
        return f"Step {first} is itself done together with step {shared}.", f"Write `together = {shared}`."
    if first in _awaited((*before, step), first):
        return "Of the steps done together one waits for another.", "Write `after` or `together`, not both."
    return None


def _awaited(steps: Sequence[Ordered], moment: int) -> set[int]:
    """The moments that one waits for, directly or through others; each goes by the number of its first step."""
    found: set[int] = set()
    waiting = [moment]
    while waiting:
        here = waiting.pop()
        for number, step in enumerate(steps, start=1):
            if step.after is not None and 1 <= step.after < number and _moment(steps, number) == here:
                earlier = _moment(steps, step.after)
                if earlier not in found:
                    found.add(earlier)
                    waiting.append(earlier)
    return found


def _moment(steps: Sequence[Ordered], number: int) -> int:
    return steps[number - 1].together or number
