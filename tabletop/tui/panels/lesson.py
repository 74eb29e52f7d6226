"""What is new this turn: a few lines above the moves, one lesson at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.pack.scenarios import Lesson
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.commands import command_named, key_name
from tabletop.shell.composing import MoveLine, Unsealed
from tabletop.shell.lessons import is_tried
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.wrapping import Par


def lesson_title(number: int, of: int, *, tries: bool) -> str:
    """What stands above a lesson: how many there are this turn, and the keys."""
    counted = f" {number}/{of}" if of > 1 else ""
    after = f"{_key('lesson')} {'next' if number < of else 'puts it away'}"
    there = f" · {_key('try')} goes to the move" if tries else ""
    return f"What is new{counted} · {after}{there}"


def _key(command: str) -> str:
    found = command_named(command, "table")
    return key_name(found.keys[0]) if found is not None else ""


def lesson_page(book: Rulebook, lesson: Lesson, move: MoveLine | None, draft: Unsealed) -> Iterator[Par]:
    """A lesson, and the move or the text to try it with; a tick once that is drafted."""
    yield Par(((f"{lesson.title}. ", "strong"), (lesson.says, "")))
    done = (("  · drafted", "permitted"),) if is_tried(book, lesson, draft) else ()
    if move is not None:
        mark = MARKS[move.best]
        yield Par((("Try: ", "key"), (f"{move.name} ", "strong"), (f"{mark.sign} {mark.word}", mark.tint), *done))
    if lesson.write is not None:
        name = book.pack.template[lesson.write].name
        yield Par((("Try: ", "key"), (f"{name} ", "strong"), (f"· {_key('talks')} goes to the talks", "quiet"), *done))
