"""Lessons: what is new in a turn, for those who play a scenario that teaches."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.pack.scenarios import Lesson
from tabletop.rules.rulebook import Rulebook

from .composing import Draft, MoveLine


def lessons(book: Rulebook, scenario: str, turn: int, role: str) -> tuple[Lesson, ...]:
    """What a role is taught as a turn begins, in the order of the scenario's file; mostly nothing."""
    found = book.pack.scenario[scenario].lesson
    return tuple(lesson for lesson in found if lesson.turn == turn and lesson.role in (None, role))


def tried_with(lesson: Lesson, moves: Iterable[MoveLine]) -> MoveLine | None:
    """The move that a lesson asks to be tried, as the role sees it now."""
    return next((line for line in moves if line.id == lesson.try_), None)


def is_tried(lesson: Lesson, draft: Draft) -> bool:
    """Whether the move a lesson asks for is drafted."""
    return any(order.act.move == lesson.try_ for order in draft.orders)
