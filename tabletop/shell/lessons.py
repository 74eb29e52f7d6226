"""Lessons: what is new in a turn, for those who play a scenario that teaches."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.pack.scenarios import Lesson
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.table.drafts import Circulated

from .composing import MoveLine, Unsealed


def lessons(book: Rulebook, scenario: str, turn: int, role: str) -> tuple[Lesson, ...]:
    """What a role is taught as a turn begins, in the order of the scenario's file; mostly nothing."""
    found = book.pack.scenario[scenario].lesson
    return tuple(lesson for lesson in found if lesson.turn == turn and lesson.role in (None, role))


def tried_with(lesson: Lesson, moves: Iterable[MoveLine]) -> MoveLine | None:
    """The move that a lesson asks to be tried, as the role sees it now."""
    return next((line for line in moves if line.id == lesson.try_), None)


def laid_before(book: Rulebook, lesson: Lesson, drafts: Iterable[Circulated]) -> Circulated | None:
    """The text that a lesson asks to be tried, once it lies on the table, changed or not."""
    return next((each for each in drafts if _is_of(book, lesson, each.draft)), None)


def is_tried(book: Rulebook, lesson: Lesson, draft: Unsealed) -> bool:
    """Whether the move a lesson asks for is drafted, or its text marked for signature."""
    moved = any(order.act.move == lesson.try_ for order in draft.orders)
    return moved or any(_is_of(book, lesson, text) for text in draft.signs)


def _is_of(book: Rulebook, lesson: Lesson, text: Draft) -> bool:
    template = book.pack.template.get(lesson.write) if lesson.write is not None else None
    return template is not None and (text.forum, text.parties) == (template.forum, template.parties)
