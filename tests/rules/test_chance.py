"""Chance is keyed: the same cause has the same luck, whatever else happens around it."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.rules.chance import happens, roll

from .small_pack import book_of, opening, played, sealed, value, with_

KEYS = st.tuples(st.integers(), st.integers(1, 60), st.text(max_size=20))


@given(KEYS, st.integers(1, 1_000_000))
def test_a_roll_lies_within_its_sides(key, sides):
    assert 0 <= roll(*key, sides) < sides


@given(KEYS, st.lists(KEYS, max_size=5))
def test_the_same_seed_turn_and_cause_roll_the_same_whatever_was_rolled_before(key, others):
    first = roll(*key, 100)
    for other in others:
        roll(*other, 100)
    assert roll(*key, 100) == first


def test_seed_turn_and_cause_each_matter():
    base = [roll(seed, 1, "a", 1_000_000) for seed in range(50)]
    assert len(set(base)) > 45
    assert base != [roll(seed, 2, "a", 1_000_000) for seed in range(50)]
    assert base != [roll(seed, 1, "b", 1_000_000) for seed in range(50)]


def test_known_rolls_stay_as_they_are_so_that_old_games_can_be_replayed():
    assert [roll(1953, turn, "incident:sea-clash", 100) for turn in range(1, 6)] == [66, 37, 49, 24, 83]


def test_rolls_are_even():
    counts = Counter(roll(seed, 3, "even", 6) for seed in range(6_000))
    assert sorted(counts) == list(range(6))
    assert min(counts.values()) > 850
    assert max(counts.values()) < 1_150


def test_the_odds_are_what_they_say():
    assert not any(happens(seed, 1, "never", 0) for seed in range(500))
    assert all(happens(seed, 1, "always", 100) for seed in range(500))
    assert 1_100 < sum(happens(seed, 1, "sometimes", 30) for seed in range(4_000)) < 1_300


def test_better_odds_never_undo_luck():
    """The roll is the cause's own, so that raising the odds only adds to what happens."""
    lucky = {seed for seed in range(500) if happens(seed, 1, "x", 20)}
    assert lucky <= {seed for seed in range(500) if happens(seed, 1, "x", 40)}


def test_there_are_no_rolls_without_sides():
    with pytest.raises(ValueError, match="side"):
        roll(1, 1, "a", 0)


TWO_INCIDENTS = """
[move.rest]
name = "Rest"
about = "In the shade."
by = ["north", "south"]
group = "talk"
effects = [{ track = "trust[north, south]", add = 1 }]
[incident.rain]
name = "Rain"
says = "It rains."
when = "tension >= 50"
odds = 50
effects = [{ track = "trust[north, hills]", add = 1 }]
[incident.hail]
name = "Hail"
says = "It hails."
when = "tension >= 20"
odds = 50
effects = [{ track = "trust[south, hills]", add = 1 }]
"""


def test_one_incident_keeps_its_luck_whether_or_not_another_is_rolled_for():
    book = book_of(TWO_INCIDENTS)
    for seed in range(40):
        hail = {
            value(
                book,
                played(book, with_(book, opening(book), {"tension": tension}), seed=seed).row,
                "trust[south, hills]",
            )
            for tension in (20, 60)
        }
        assert len(hail) == 1


def test_an_incident_keeps_its_luck_whatever_is_played():
    book = book_of(TWO_INCIDENTS)
    row = with_(book, opening(book), {"tension": 60})
    for seed in range(40):
        quiet = played(book, row, seed=seed).row
        busy = played(book, row, seed=seed, north=sealed(book, "north/rest"), south=sealed(book, "south/rest")).row
        for pair in ("trust[north, hills]", "trust[south, hills]"):
            assert value(book, quiet, pair) == value(book, busy, pair)
