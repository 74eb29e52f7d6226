"""Warnings: moves nobody can pay, rules that never fire, endings no game comes to, roles with nothing to choose."""

from __future__ import annotations

from itertools import islice

import pytest

from tabletop.lab.random_play import random_game
from tabletop.pack.extents import known
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.names import Names
from tabletop.pack.purse import fullest
from tabletop.pack.scaffold import starter_folder
from tabletop.rules.rulebook import Rulebook

MOVES, SCENARIO = "moves/river.toml", "scenarios/dry-summer.toml"


@pytest.fixture
def poor(tiny):
    """The small pack without that drift's gift: three come in each turn, and two can be kept."""
    tiny["events.toml"] = tiny["events.toml"].replace(', { track = "capital[actor]", add = 0 }', "")
    return tiny


def warnings(files):
    return [f"{found.file}:{found.line}  {found.what} {found.remedy}" for found in lint(read_pack(files))]


def test_a_purse_holds_what_is_kept_and_what_comes_in_or_what_a_scenario_gives(poor):
    names = Names(read_pack(poor))
    assert fullest(names, known(names)) == {"north": 5, "south": 5, "hills": 5}
    poor[SCENARIO] = poor[SCENARIO].replace('"capital[north]" = 5', '"capital[ north ]" = 9')
    names = Names(read_pack(poor))
    assert fullest(names, known(names)) == {"north": 9, "south": 5, "hills": 5}


def test_a_purse_that_an_event_may_fill_has_no_other_bound_than_its_track(tiny):
    names = Names(read_pack(tiny))
    assert fullest(names, known(names)) == {"north": 20, "south": 20, "hills": 20}


def test_no_game_ever_fills_a_purse_further(book):
    for book_, scenario, games in (
        (Rulebook(load_pack(starter_folder())), "first-season", 20),
        (book, "hanoi-2019", 2),
    ):
        most = fullest(book_.names, known(book_.names))
        spare = [
            most[role] - row[place]
            for seed in range(games)
            for _, row, _ in islice(random_game(book_, scenario, seed), 0, None, 2)  # after each dispatch
            for role, place in book_.purse.items()
        ]
        assert min(spare) == 0


def test_a_move_nobody_can_ever_pay_is_told(poor):
    poor[MOVES] = poor[MOVES].replace("cost = 2", 'cost = "6 + tension // 50"')
    assert warnings(poor) == [
        "doctrines.toml:7  This rule never fires: north can never pay for close-sluice. "
        "Name another move, or lower what it costs.",
        "moves/river.toml:9  Nobody can ever pay this: it costs 6 or more, and north has 5 at most. "
        "Lower it, or raise `income` or `bank` in pack.toml.",
    ]


def test_a_move_that_one_of_its_roles_can_never_pay_names_it(poor):
    poor[MOVES] = poor[MOVES].replace('cost = "1 + tension // 50"', "cost = \"1 if actor == 'south' else 7\"")
    assert warnings(poor) == [
        "moves/river.toml:21  north can never pay this: it costs 7 or more, and north has 5 at most. "
        "Lower it, or raise `income` or `bank` in pack.toml.",
    ]


def test_a_move_that_costs_less_than_nothing_is_told(tiny):
    tiny[MOVES] = tiny[MOVES].replace("cost = 2", "cost = -2")
    assert warnings(tiny) == [
        "moves/river.toml:9  A move never costs less than nothing. Write `cost = 0`, and let an effect give capital."
    ]


def test_a_rule_whose_condition_excludes_what_its_move_needs_is_told(tiny):
    tiny["doctrines.toml"] = tiny["doctrines.toml"].replace("tension >= 50", "tension < 1")
    assert warnings(tiny) == [
        "doctrines.toml:7  This rule never fires: its condition and what close-sluice needs never hold together. "
        "Compare with the `needs` of the move."
    ]


ENDING = '[ending.{0}]\nname = "{0}"\nsays = "So."\nwhen = "{1}"\nat = "{2}"\nvalues = {{ north = 1, south = 1, hills = 1 }}\nsource = "design"\n\n'


def with_endings(files, *endings):
    """The small pack with endings between the war and the one that always holds."""
    text = "".join(ENDING.format(*ending) for ending in endings)
    return {**files, "endings.toml": files["endings.toml"].replace("[ending.muddle]", f"{text}[ending.muddle]")}


@pytest.mark.parametrize(
    "endings",
    [
        [("first", "True", "close"), ("second", "tension < 50", "close")],
        [("first", "tension >= 20", "close"), ("second", "tension >= 30", "close")],
        [("first", "tension < 50", "any"), ("second", "tension < 40", "any")],
        [("first", "river.tolls == 'lapsed'", "any"), ("second", "river.tolls == 'lapsed' and turn == 3", "close")],
    ],
)
def test_an_ending_behind_one_that_always_comes_first_is_told(tiny, endings):
    told = [line for line in warnings(with_endings(tiny, *endings)) if "second" in line or "endings.toml:17" in line]
    assert told == [
        "endings.toml:17  No game ends like this: when it holds, first always holds and comes first. "
        "Put it before that one, or change `when`."
    ]


@pytest.mark.parametrize(
    "endings",
    [
        [("first", "tension >= 30", "close"), ("second", "tension >= 20", "close")],
        [("first", "tension >= 20", "close"), ("second", "tension >= 30", "any")],
    ],
)
def test_an_ending_that_can_come_is_not_told(tiny, endings):
    assert warnings(with_endings(tiny, *endings)) == []


def test_endings_that_together_leave_nothing_are_told(tiny):
    told = warnings(with_endings(tiny, ("low", "tension < 50", "close"), ("high", "not tension < 50", "close")))
    assert told == [
        "endings.toml:25  No game ends like this: when it holds, one of those before it always holds and comes first. "
        "Put it before that one, or change `when`."
    ]


def test_a_role_with_fewer_than_two_moves_is_told(tiny):
    tiny[MOVES] = tiny[MOVES].replace('by = ["north", "south", "hills"]', 'by = ["north", "south"]', 1)
    assert warnings(tiny) == [
        "roles.toml:18  In turn 1 of dry-summer it can make one move at most. "
        "List it in `by` of another move, or ask less in `needs`."
    ]


def test_a_role_that_must_wait_for_its_moves_is_told_with_the_turn(tiny):
    tiny[MOVES] = tiny[MOVES].replace(
        'choices = ["river"]', 'choices = ["river"]\nneeds = [{ when = "turn != 2", why = "The bridge is closed." }]'
    )
    assert warnings(tiny) == [
        "roles.toml:18  In turn 2 of dry-summer it can make one move at most. "
        "List it in `by` of another move, or ask less in `needs`."
    ]
