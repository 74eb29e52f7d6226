from collections import Counter

import pytest

from tabletop.rules.dispatch import dispatch
from tabletop.rules.referee import check
from tabletop.rules.verdict import Level
from tabletop.rules.views import view
from tabletop.shell.clinic import draw, grade, missed_texts, puzzles

SCENARIOS = ("mar-a-lago-2017", "hanoi-2019")
MANY = 1000


@pytest.fixture(scope="module")
def twelve(book):
    return draw(book, SCENARIOS[0], 7, 12)


def one(book, scenario, key):
    return next(puzzle for puzzle in puzzles(book, scenario, 7) if puzzle.act.key == key)


def test_the_same_seed_draws_the_same_puzzles(book, twelve):
    assert draw(book, SCENARIOS[0], 7, 12) == twelve


def test_another_seed_draws_others(book, twelve):
    other = draw(book, SCENARIOS[0], 8, 12)
    assert {puzzle.act for puzzle in other} != {puzzle.act for puzzle in twelve}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_answer_is_what_the_role_would_be_told_after_the_first_dispatch(book, scenario):
    row = dispatch(book, book.opening(scenario), scenario, 7).row
    for puzzle in draw(book, scenario, 7, 12):
        assert puzzle.verdict == check(book, list(view(book, row, puzzle.act.role).row), puzzle.act)


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("seed", range(4))
def test_levels_are_asked_equally_often(book, scenario, seed):
    asked = Counter(puzzle.verdict.level for puzzle in draw(book, scenario, seed, 12))
    assert asked == dict.fromkeys(Level, 3)


@pytest.mark.parametrize("seed", range(4))
def test_roles_and_families_of_law_take_turns(book, seed):
    drawn = draw(book, SCENARIOS[0], seed, 12)
    assert {puzzle.act.role for puzzle in drawn} == set(book.names.roles)
    assert max(Counter(puzzle.family for puzzle in drawn).values()) <= 4
    assert max(Counter(puzzle.act.move for puzzle in drawn).values()) <= 2


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("count", [1, 3, 12, MANY])
def test_at_most_a_quarter_is_about_acts_nothing_speaks_of(book, scenario, count):
    drawn = draw(book, scenario, 7, count)
    assert sum(puzzle.free for puzzle in drawn) * 4 <= len(drawn)


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_scenario_gives_what_it_has_and_no_act_twice(book, scenario):
    drawn = draw(book, scenario, 7, MANY)
    assert len({puzzle.act for puzzle in drawn}) == len(drawn) < MANY
    assert {puzzle.act for puzzle in puzzles(book, scenario, 7) if not puzzle.free} <= {puzzle.act for puzzle in drawn}


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_deciding_finding_is_as_grave_as_the_verdict(book, scenario):
    for puzzle in puzzles(book, scenario, 7):
        assert (puzzle.deciding is None) == (not puzzle.verdict.findings)
        assert puzzle.deciding is None or puzzle.deciding.level == puzzle.verdict.level


def test_a_paragraph_decides_before_a_finding_without_one(book):
    """The commanders decide, and paragraph 61 says that only they can: the paragraph is what to learn."""
    puzzle = one(book, SCENARIOS[0], "us/amend-armistice")
    assert puzzle.deciding.cite == "Armistice Agreement, 27 July 1953, paragraph 61"
    assert puzzle.family == "armistice"


def test_an_exception_decides_before_the_text_it_is_an_exception_to(book):
    assert one(book, "hanoi-2019", "prc/fuel-deliveries@dprk:within-caps").deciding.kind == "exception"


def test_want_of_competence_decides_before_a_dormant_text(book):
    puzzle = one(book, SCENARIOS[0], "us/us-dprk-peace-treaty")
    assert (puzzle.deciding.kind, puzzle.family) == ("competence", "peace")
    assert puzzle.second.choices[puzzle.second.right] == "Four-party talks"


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_a_second_question_has_one_right_choice_of_three(book, scenario):
    asked = 0
    for puzzle in puzzles(book, scenario, 7):
        if puzzle.second is None:
            continue
        asked += 1
        right = puzzle.second.choices[puzzle.second.right]
        true = {finding.cite for finding in puzzle.verdict.findings} | {one.name for one in puzzle.verdict.keepers}
        assert right in true
        assert len(set(puzzle.second.choices)) == 3
        assert not true & (set(puzzle.second.choices) - {right})
    assert asked > 40


def test_the_right_choice_stands_in_every_place(book):
    places = {puzzle.second.right for puzzle in puzzles(book, SCENARIOS[0], 7) if puzzle.second}
    assert places == {0, 1, 2}


def test_nobody_is_asked_who_could_mend_a_breach(book):
    """A quarantine would need the consent of Pyongyang, but no consent makes the blockade lawful."""
    puzzle = one(book, SCENARIOS[0], "us/naval-quarantine")
    assert puzzle.verdict.keepers
    assert not puzzle.curable
    assert puzzle.second.asks == "Which text decides?"


def test_what_is_asked_does_not_tell_how_it_stands(book):
    puzzle = one(book, SCENARIOS[0], "us/humanitarian-aid@dprk")
    assert puzzle.about == "Send food or medicine."


def test_a_right_answer_is_right(twelve):
    puzzle = next(puzzle for puzzle in twelve if puzzle.second)
    mark = grade(puzzle, puzzle.verdict.level, puzzle.second.right)
    assert (mark.level, mark.second, mark.right) == (True, True, True)


def test_a_wrong_second_answer_spoils_a_right_first(twelve):
    puzzle = next(puzzle for puzzle in twelve if puzzle.second)
    mark = grade(puzzle, puzzle.verdict.level, (puzzle.second.right + 1) % 3)
    assert (mark.level, mark.second, mark.right) == (True, False, False)


def test_a_second_question_nobody_answered_counts_neither_way(twelve):
    puzzle = next(puzzle for puzzle in twelve if puzzle.second)
    assert grade(puzzle, puzzle.verdict.level).second is None
    assert grade(puzzle, puzzle.verdict.level).right


def test_texts_that_were_missed_are_named_once(book):
    test = one(book, SCENARIOS[0], "dprk/nuclear-test")
    aid = one(book, SCENARIOS[0], "us/humanitarian-aid@dprk")
    marks = [grade(test, Level.PERMITTED), grade(test, Level.BARRED), grade(aid, Level.PERMITTED)]
    assert missed_texts(marks) == (f"{test.text}, {test.deciding.cite}",)
