"""The legal clinic in lines: asked one by one at a prompt, or as a sheet on paper with its answers on the next page."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import sentence
from tabletop.rules.verdict import Level
from tabletop.shell.clinic import LETTERS, Mark, Puzzle, grade, missed_texts
from tabletop.shell.clinic_seconds import Second
from tabletop.shell.words import MARKS

from .lines import EndOfInput, Lines
from .verdicts import finding_lines, keeper_words, level_words

PAPER = 78
"""Columns of a printed sheet."""

LEVELS = ", ".join(f"{letter} {MARKS[level].word}" for letter, level in LETTERS.items())


class Left(Exception):
    """Somebody has had enough."""


def hold(book: Rulebook, puzzles: Sequence[Puzzle], seed: int, lines: Lines) -> int:
    """Ask every puzzle, tell every answer, and count; gives back what the process exits with."""
    lines.say(*_heading(book, puzzles, seed), f"Answer with a key: {LEVELS}. q leaves.")
    marks: list[Mark] = []
    try:
        for number, puzzle in enumerate(puzzles, start=1):
            lines.say("", f"Question {number} of {len(puzzles)}. {_question(puzzle)}")
            _ask(book, puzzle, marks, lines)
    except (Left, EndOfInput):
        pass
    lines.say("", *score_lines(marks))
    return 0


def _ask(book: Rulebook, puzzle: Puzzle, marks: list[Mark], lines: Lines) -> None:
    """One puzzle. Its first answer is marked at once, so that it counts even if the second is never given."""
    level = _level(lines)
    marks.append(grade(puzzle, level))
    told = level_words(puzzle.verdict.level, contested=puzzle.verdict.contested)
    lines.say(f"Right: {told}." if marks[-1].level else f"No: {told}.")
    try:
        if puzzle.second is not None:
            # The reason is told afterwards: it would give the second answer away.
            lines.say(puzzle.second.asks, *_choices(puzzle.second))
            marks[-1] = grade(puzzle, level, _place(puzzle.second, lines))
            lines.say("Right." if marks[-1].second else f"No: {puzzle.second.choices[puzzle.second.right]}.")
    finally:
        lines.say(*answer_lines(book, puzzle))


def _level(lines: Lines) -> Level:
    while True:
        typed = _typed(lines, "p, c, b or x> ")
        found = [
            level
            for letter, level in LETTERS.items()
            if typed in (letter, MARKS[level].word, level.word)
        ]  # fmt: skip
        if found:
            return found[0]
        lines.say(f"Type one of these letters: {LEVELS}; or q to leave.")


def _place(second: Second, lines: Lines) -> int:
    numbers = [str(number) for number in range(1, len(second.choices) + 1)]
    while True:
        typed = _typed(lines, f"1 to {numbers[-1]}> ")
        if typed in numbers:
            return numbers.index(typed)
        lines.say(f"Type a number from 1 to {numbers[-1]}; or q to leave.")


def _typed(lines: Lines, prompt: str) -> str:
    typed = lines.ask(prompt).casefold()
    if typed in ("q", "quit"):
        raise Left
    return typed


def answer_lines(book: Rulebook, puzzle: Puzzle) -> list[str]:
    """Why: the finding that decides, and who could make it lawful."""
    lines = finding_lines(book, (puzzle.deciding,)) if puzzle.deciding else ["  No text stands against it."]
    lines += [f"  Also: {'; '.join(puzzle.beside)}."] if puzzle.beside else []
    if puzzle.curable:
        lines += [f"  Who could make it lawful: {keeper_words(book, keeper)}." for keeper in puzzle.verdict.keepers]
    return lines


def score_lines(marks: Sequence[Mark]) -> list[str]:
    """How many were right, and what to read again."""
    if not marks:
        return ["Nothing was answered."]
    seconds = [mark.second for mark in marks if mark.second is not None]
    lines = [f"Right: {sum(mark.level for mark in marks)} of {len(marks)} verdicts"]
    lines[0] += f", {sum(seconds)} of {len(seconds)} second questions." if seconds else "."
    if all(mark.right for mark in marks):
        return [*lines, "Nothing was missed."]
    if texts := missed_texts(marks):
        lines += ["Texts that were missed:", *(f"  {text}" for text in texts)]
    others = [mark.puzzle for mark in marks if not mark.right and not mark.puzzle.text]
    if others:
        lines += ["Missed where no text decides:"]
        lines += [f"  {one.phrase}. {one.deciding.reason if one.deciding else 'Nothing forbids it.'}" for one in others]
    return lines


def questions_page(book: Rulebook, puzzles: Sequence[Puzzle], seed: int) -> Iterator[str]:
    """The questions, numbered, with boxes to tick; the second ones apart, since they give levels away."""
    yield from _folded(*_heading(book, puzzles, seed))
    boxes = "   ".join(f"[ ] {MARKS[level].word}" for level in Level)
    for number, puzzle in enumerate(puzzles, start=1):
        yield ""
        yield from _folded(f"{number}. {_question(puzzle)}", f"   {boxes}")
    if any(puzzle.second for puzzle in puzzles):
        yield from ("", "PART TWO, once the levels are agreed on")
    for number, puzzle in enumerate(puzzles, start=1):
        if puzzle.second:
            yield ""
            yield from _folded(f"{number}. {puzzle.phrase}. {puzzle.second.asks}")
            yield from _folded(*(f" {choice}" for choice in _choices(puzzle.second)))


def answers_page(book: Rulebook, puzzles: Sequence[Puzzle], seed: int) -> Iterator[str]:
    """The answers, under the same numbers."""
    yield from _folded(f"ANSWERS. {_heading(book, puzzles, seed)[0]}")
    for number, puzzle in enumerate(puzzles, start=1):
        told = level_words(puzzle.verdict.level, contested=puzzle.verdict.contested)
        yield ""
        yield from _folded(f"{number}. {puzzle.who}: {puzzle.phrase}. {sentence(told)}.")
        yield from _folded(*answer_lines(book, puzzle))
        if puzzle.second:
            place = puzzle.second.right
            yield from _folded(f"  Part two: {place + 1}, {puzzle.second.choices[place]}.")


def _heading(book: Rulebook, puzzles: Sequence[Puzzle], seed: int) -> list[str]:
    when = f", {puzzles[0].when}" if puzzles else ""
    title = book.pack.scenario[puzzles[0].scenario].title if puzzles else book.pack.header.title
    return [
        f"Legal clinic. {title}{when}. Questions: {len(puzzles)}, seed {seed}.",
        "How does each act stand in law, before anybody else has acted?",
    ]


def _question(puzzle: Puzzle) -> str:
    return f"{puzzle.who}, {puzzle.when}: {puzzle.phrase}. {puzzle.about}"


def _choices(second: Second) -> list[str]:
    return [f"  {number} {choice}" for number, choice in enumerate(second.choices, start=1)]


def _folded(*lines: str) -> Iterator[str]:
    for line in lines:
        indent = line[: len(line) - len(line.lstrip())]
        yield from textwrap.wrap(
            line, PAPER, subsequent_indent=f"{indent}   ", break_long_words=False, break_on_hyphens=False
        )
