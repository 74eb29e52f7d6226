"""The legal clinic on the screen: what can be answered, and the page with the question and its answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.shell.clinic import LETTERS, Mark, Puzzle, missed_texts
from tabletop.shell.clinic_seconds import Second
from tabletop.shell.words import CONTESTED, MARKS
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

from .verdict import finding_lines, keeper_words, reading_lines

KEEPER = 10


def level_rows() -> tuple[Row, ...]:
    """The four levels, each with its letter."""
    return tuple(
        Row(((f"{MARKS[level].sign} {MARKS[level].word}", MARKS[level].tint),), level.word, ((letter, "key"),))
        for letter, level in LETTERS.items()
    )


def choice_rows(second: Second) -> tuple[Row, ...]:
    """The choices of a second question."""
    return tuple(Row(((choice, ""),), str(place), wrap=True) for place, choice in enumerate(second.choices))


def question_page(puzzle: Puzzle) -> Iterator[Par]:
    """What is asked."""
    yield par(f"{puzzle.who}, {puzzle.when}", "quiet")
    yield par(puzzle.phrase, "strong")
    yield par(puzzle.about)
    yield GAP
    yield par("How does this act stand in law?", "head")


def answer_page(book: Rulebook, mark: Mark, *, told: bool) -> Iterator[Par]:
    """The level, and once everything is answered also why."""
    puzzle = mark.puzzle
    yield from question_page(puzzle)
    sign = MARKS[puzzle.verdict.level]
    spans = [("Right: " if mark.level else "No: ", "strong"), (f"{sign.sign} {sign.word}", sign.tint)]
    if puzzle.verdict.contested:
        spans.append((f" {CONTESTED.sign} {CONTESTED.word}", CONTESTED.tint))
    yield Par(tuple(spans))
    yield GAP
    if puzzle.second is not None:
        yield par(puzzle.second.asks, "head")
        if mark.second is not None:
            right = puzzle.second.choices[puzzle.second.right]
            yield Par((("Right: " if mark.second else "No: ", "strong"), (right, "")))
            yield GAP
    if told:
        yield from _why(book, puzzle)


def score_page(marks: Sequence[Mark]) -> Iterator[Par]:
    """How many were right, and what to read again."""
    seconds = [mark.second for mark in marks if mark.second is not None]
    yield par(f"{sum(mark.level for mark in marks)} of {len(marks)} verdicts right", "strong")
    if seconds:
        yield par(f"{sum(seconds)} of {len(seconds)} second questions right", "strong")
    yield GAP
    if all(mark.right for mark in marks):
        yield par("Nothing was missed.")
        return
    if texts := missed_texts(marks):
        yield par("Texts that were missed", "head")
        yield from (par(text, hang=2, mark="·", mark_tint="key") for text in texts)
        yield GAP
    others = [mark.puzzle for mark in marks if not mark.right and not mark.puzzle.text]
    if others:
        yield par("Missed where no text decides", "head")
    for one in others:
        why = one.deciding.reason if one.deciding is not None else "Nothing forbids it."
        yield par(f"{one.phrase}. {why}", hang=2, mark="·", mark_tint="key")


def _why(book: Rulebook, puzzle: Puzzle) -> Iterator[Par]:
    if puzzle.deciding is None:
        mark = MARKS[Level.PERMITTED]
        yield par("No text stands against it.", hang=2, mark=mark.sign, mark_tint=mark.tint)
        return
    yield from finding_lines(book, puzzle.deciding)
    yield from reading_lines(book, puzzle.deciding)
    if puzzle.curable:
        names = "; ".join(keeper_words(book, keeper) for keeper in puzzle.verdict.keepers)
        yield par(names, hang=KEEPER, mark="keeper")
    beside = puzzle.beside
    if beside:
        yield par("; ".join(beside), "quiet", hang=KEEPER, mark="also")
