"""Lessons of a scenario: what is told to whom and when, and what is wrong with one."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.load import read_pack
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.lessons import lessons

from .conftest import TINY

SCENARIO = "scenarios/dry-summer.toml"
LESSON = """
[[lesson]]
turn = 2
role = "north"
title = "A toll"
says = "Whoever crosses pays."
try = "take-toll"
"""
START = TINY[SCENARIO].count("\n") + 2
"""The line of `[[lesson]]`."""


def taught(old: str = "", new: str = "") -> dict[str, str]:
    """The tiny pack with a lesson, one thing in it changed."""
    assert old in LESSON
    return {**TINY, SCENARIO: TINY[SCENARIO] + LESSON.replace(old, new)}


def test_a_lesson_is_read_with_its_turn_role_and_move():
    (lesson,) = read_pack(taught()).scenario["dry-summer"].lesson
    assert (lesson.turn, lesson.role, lesson.title, lesson.try_) == (2, "north", "A toll", "take-toll")


def test_a_lesson_is_told_in_its_turn_to_its_role():
    book = Rulebook(read_pack(taught()))
    told = {
        (turn, role): len(lessons(book, "dry-summer", turn, role)) for turn in (1, 2, 3) for role in book.names.roles
    }
    assert [where for where, count in told.items() if count] == [(2, "north")]


def test_a_lesson_without_a_role_is_told_to_everybody_in_the_order_of_the_file():
    everybody = LESSON.replace('role = "north"\n', "").replace("A toll", "A word").replace('try = "take-toll"\n', "")
    book = Rulebook(read_pack({**TINY, SCENARIO: TINY[SCENARIO] + everybody + LESSON}))
    assert [lesson.title for lesson in lessons(book, "dry-summer", 2, "north")] == ["A word", "A toll"]
    assert [lesson.title for lesson in lessons(book, "dry-summer", 2, "hills")] == ["A word"]


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("turn = 2", "turn = 4", 1, "lesson[0].turn: Turn 4 is never played. Remedy: Write a turn from 1 to 3."),
        ('"north"', '"nort"', 2, 'lesson[0].role: There is no role "nort". Remedy: Did you mean `north`?'),
        ("take-toll", "take-tol", 5, 'lesson[0].try: There is no move "take-tol". Remedy: Did you mean `take-toll`?'),
        (
            '"north"', '"hills"', 5,
            "lesson[0].try: hills cannot make the move that this lesson asks for. "
            "Remedy: Write one lesson for each role, or name a move that all of them have.",
        ),
        ('try = "take-toll"', 'write = "toll"', 5, 'lesson[0].write: There is no template "toll".'),
        ('role = "north"\n', "", 4, "lesson[0].try: hills cannot make the move that this lesson asks for."),
    ],
)  # fmt: skip
def test_a_lesson_that_nobody_could_follow_is_a_fault(old, new, line, says):
    with pytest.raises(PackError) as caught:
        read_pack(taught(old, new))
    (fault,) = caught.value.faults
    assert str(fault).startswith(f"{SCENARIO}:{START + line}:")
    assert says in str(fault)


def test_a_lesson_longer_than_its_place_is_a_fault():
    with pytest.raises(PackError, match="says"):
        read_pack(taught("Whoever crosses pays.", "x" * 481))
