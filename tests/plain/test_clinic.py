import io

import pytest

from tabletop.plain.clinic import answers_page, hold, questions_page
from tabletop.plain.lines import Lines
from tabletop.shell.clinic import LETTERS, draw, puzzles

from .conftest import SCENARIO

KEYS = {level: letter for letter, level in LETTERS.items()}


@pytest.fixture(scope="module")
def six(book):
    return draw(book, SCENARIO, 7, 6)


@pytest.fixture
def held(book):
    """Hold a clinic by a script; what was told."""

    def held(drawn, script):
        out = io.StringIO()
        assert hold(book, drawn, 7, Lines(io.StringIO(script), out)) == 0
        return out.getvalue()

    return held


def one(book, key):
    return next(puzzle for puzzle in puzzles(book, SCENARIO, 7) if puzzle.act.key == key)


def right(drawn):
    """A script that answers everything rightly."""
    typed = []
    for puzzle in drawn:
        typed.append(KEYS[puzzle.verdict.level])
        if puzzle.second:
            typed.append(str(puzzle.second.right + 1))
    return "\n".join(typed) + "\n"


def test_all_right(six, held):
    told = held(six, right(six))
    seconds = sum(puzzle.second is not None for puzzle in six)
    assert f"Right: 6 of 6 verdicts, {seconds} of {seconds} second questions.\nNothing was missed." in told
    assert "No: " not in told


def test_a_wrong_answer_is_told_with_level_paragraph_and_reason(book, held):
    told = held([one(book, "dprk/nuclear-test")], "p\n")
    assert "No: breach." in told
    assert "S/RES/1718 (2006) ¶2" in told.partition("Which text decides?")[2]
    assert "Right: 0 of 1 verdicts." in told


def test_the_reason_waits_for_the_second_answer(book, held):
    """It would give that answer away."""
    puzzle = one(book, "rok/two-korea-peace-treaty")
    told = held([puzzle], f"x\n{puzzle.second.right + 1}\n")
    before, _, after = told.partition("1 to 3>")
    assert "has no competence" not in before
    assert "has no competence" in after
    assert "Who could make it lawful: Four-party talks, by agreement of US, ROK, DPRK, PRC." in after


def test_missed_texts_are_listed_at_the_end(book, held):
    puzzle = one(book, "dprk/nuclear-test")
    told = held([puzzle], "b\n" + ("2" if puzzle.second.right == 0 else "1"))
    assert f"Texts that were missed:\n  {puzzle.text}, {puzzle.deciding.cite}\n" in told


def test_what_no_text_decides_is_listed_apart(book, held):
    told = held([one(book, "us/leader-summit")], "b\n1\n")
    assert "Missed where no text decides:\n  " in told


@pytest.mark.parametrize("word", ["c", "C", "consent", "needs consent"])
def test_a_level_is_answered_by_its_letter_or_its_word(book, held, word):
    assert "Right: needs consent." in held([one(book, "us/leader-summit")], f"{word}\n")


def test_anything_else_is_asked_again(book, held):
    told = held([one(book, "us/leader-summit")], "perhaps\n\nc\n7\n")
    assert told.count("Type one of these letters") == 2
    assert "Type a number from 1 to 3" in told
    assert "Right: 1 of 1 verdicts." in told


@pytest.mark.parametrize("end", ["q\n", ""])
def test_leaving_early_scores_what_was_answered(six, held, end):
    told = held(six, f"{KEYS[six[0].verdict.level]}\n" + ("1\n" if six[0].second else "") + end)
    assert "Right: 1 of 1 verdicts" in told
    assert "Question 3 of 6" not in told


def test_leaving_at_a_second_question_keeps_the_first_answer(book, held):
    told = held([one(book, "dprk/nuclear-test")], "b\nq\n")
    assert "Right: 1 of 1 verdicts.\nNothing was missed." in told


def test_leaving_at_once(six, held):
    assert held(six, "q\n").endswith("\nNothing was answered.\n")


def test_a_sheet_gives_nothing_away(book, six):
    first, part, second = "\n".join(questions_page(book, six, 7)).partition("PART TWO")
    assert part
    assert first.count("[ ] permitted   [ ] needs consent   [ ] breach   [ ] barred") == 6
    assert "Who could make it lawful?" not in first
    assert second.count("?") == sum(puzzle.second is not None for puzzle in six)


def test_answers_stand_under_the_numbers_of_the_questions(book, six):
    told = list(answers_page(book, six, 7))
    for number, puzzle in enumerate(six, start=1):
        assert any(line.startswith(f"{number}. {puzzle.who}: ") for line in told)
        if puzzle.second:
            assert any(line.startswith(f"  Part two: {puzzle.second.right + 1}, ") for line in told)


def test_a_sheet_fits_paper(book, six):
    assert max(len(line) for page in (questions_page, answers_page) for line in page(book, six, 7)) <= 78
