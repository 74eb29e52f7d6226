"""What no game can meet is found without playing, and nothing is called impossible that can happen."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.lab.random_play import random_game
from tabletop.pack.expressions import Scope, read
from tabletop.pack.extents import extent, known, reachable
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.names import Names
from tabletop.pack.scaffold import starter_folder
from tabletop.pack.uses import formulas, uses
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.source import closure, in_row, written

MOVES, LAW, ENDINGS, EVENTS = "moves/river.toml", "law/river.toml", "endings.toml", "events.toml"


@pytest.fixture
def warnings_when(tiny):
    def change(file, old, new):
        assert old in tiny[file]
        tiny[file] = tiny[file].replace(old, new, 1)
        return [(warning.file, warning.line, warning.what) for warning in lint(read_pack(tiny))]

    return change


@pytest.fixture
def bounds(tiny):
    names = Names(read_pack(tiny))

    def bounds(text, wants="number"):
        return extent(read(text, names, Scope(), wants), known(names))

    return bounds


def test_a_need_that_never_holds_leaves_a_move_to_nobody(warnings_when):
    assert warnings_when(MOVES, "tension >= 1", "tension >= 101") == [
        (MOVES, 8, "No role can ever make this move: this never holds.")
    ]


def test_a_need_that_some_role_never_meets_names_the_role(warnings_when):
    needs = 'group = "home"\nneeds = [{ when = "actor == \'north\'", why = "Only the North has a gate." }]'
    assert warnings_when(MOVES, 'group = "home"', needs) == [
        (MOVES, 21, "south can never make this move: this never holds.")
    ]


def test_needs_that_exclude_each_other_are_told(warnings_when):
    needs = '[{ when = "tension >= 60", why = "Quiet." }, { when = "tension < 50", why = "Loud." }]'
    assert warnings_when(MOVES, '[{ when = "tension >= 1", why = "There is no quarrel." }]', needs) == [
        (MOVES, 8, "No role can ever make this move: its needs never hold together.")
    ]


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (ENDINGS, 'when = "tension == 100"', 'when = "tension > 100"'),
        (EVENTS, 'when = "tension >= 80"', 'when = "alarm >= 80 and alarm < 20"'),
        ("doctrines.toml", 'when = "tension >= 50"', 'when = "turn > 3"'),
        (EVENTS, 'hint = "Rain in the hills."', 'hint = "Rain."\nwhen = "river.sluice == \'absent\' and turn > 9"'),
    ],
)
def test_a_condition_that_never_holds_is_told(tiny, file, old, new):
    assert old in tiny[file]
    tiny[file] = tiny[file].replace(old, new, 1)
    assert [warning.what for warning in lint(read_pack(tiny))] == ["This never holds."]


def test_a_state_no_transition_leads_to_is_out_of_reach(tiny):
    tiny[LAW] = tiny[LAW].replace('"lapsed"]', '"lapsed", "reborn"]')
    names = Names(read_pack(tiny))
    assert reachable(names, "river.sluice") == {1, 2}
    assert reachable(names, "river.tolls") == {0, 1, 2}


def test_an_exception_may_be_about_what_the_game_does_not_have(warnings_when):
    assert warnings_when(LAW, 'when = "tension >= 80", cite', 'when = "tension >= 800", cite') == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tension", (0, 100)),
        ("trust[north, south]", (-30, 30)),
        ("abs(trust[north, south])", (0, 30)),
        ("abs(trust[north, south] - 40)", (10, 70)),
        ("tension // 2 - 5", (-5, 45)),
        ("tension * -2", (-200, 0)),
        ("tension % 7", (0, 6)),
        ("min(tension, 30) + max(tension, 60)", (60, 130)),
        ("1 if tension > 100 else 2", (2, 2)),
        ("turn", (1, 3)),
        ("last('renew')", (0, 3)),
        ("count(capital[r] >= 0 for r in roles)", (3, 3)),
    ],
)
def test_numbers_have_bounds(bounds, text, expected):
    assert bounds(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("tension > 100", (0, 0)),
        ("tension >= 0", (1, 1)),
        ("tension != 101", (1, 1)),
        ("tension == 50", (0, 1)),
        ("not tension > 100", (1, 1)),
        ("50 < tension and tension < 51", (0, 0)),
        ("tension > 60 or tension < 200", (1, 1)),
        ("tension != 0 and tension < 1", (0, 0)),
        ("river.sluice == 'absent'", (0, 0)),
        ("river.sluice != 'absent'", (1, 1)),
        ("river.tolls == 'in-force' and river.tolls == 'lapsed'", (0, 0)),
        ("river.tolls != 'in-force' and river.tolls == 'lapsed'", (0, 1)),
    ],
)
def test_conditions_hold_always_never_or_perhaps(bounds, text, expected):
    assert bounds(text, "truth") == expected


def test_no_game_ever_leaves_the_bounds(book):
    for book_, scenario, games in (
        (Rulebook(load_pack(starter_folder())), "first-season", 40),
        (book, "mar-a-lago-2017", 3),
    ):
        names = book_.names
        possible = known(names)
        # Of formulas that read a column; what is decided without one has nothing to leave.
        found = {formula for use in uses(names) if use.wants != "track" for formula in formulas(use, names)}
        checked = [(extent(formula, possible), closure(written(formula, in_row(book_.schema)))) for formula in found]
        dice = Random(1)
        rows = [row for seed in range(games) for _, row, _ in random_game(book_, scenario, seed) if dice.random() < 0.4]
        for row in rows:
            for (low, high), value in checked:
                assert low <= value(row) <= high
