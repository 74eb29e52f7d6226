"""Half of a score is the ending, three tenths public aims, two tenths private ones; and war is nothing for anybody."""

from __future__ import annotations

import pytest

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import Score, score

from .small_pack import SCENARIO, book_of, opening, played, with_

AIMS = """
[ending.war]
name = "War"
says = "Blows."
when = "tension == 100"
at = "any"
values = { north = 30, south = 20, hills = 10 }
void_aims = true
[ending.calm]
name = "Calm"
says = "Quiet."
when = "tension < 40"
values = { north = 80, south = 61, hills = 0 }
[aim.quiet]
role = "north"
name = "Quiet"
says = "Little tension."
points = "100 - tension"
[aim.friends]
role = "north"
name = "Friends"
says = "Trusted by the hills."
points = "trust[north, hills] * 5"
[aim.ruse]
role = "north"
name = "A ruse"
says = "Nobody is to know."
public = false
points = "90 if tension < 50 else 10"
[aim.grain]
role = "south"
name = "Grain"
says = "As much as can be."
points = 33
"""


@pytest.fixture(scope="module")
def aims() -> Rulebook:
    return book_of(AIMS, turns=1)


def scored(book: Rulebook, role: str, **changed: int) -> Score:
    row = played(book, with_(book, opening(book), changed)).row
    assert book.over(row)
    return score(book, row, SCENARIO, role)


def test_ending_public_and_private_aims_are_weighed_five_to_three_to_two(aims):
    north = scored(aims, "north", **{"tension": 20, "trust[north, hills]": 10})
    assert (north.ending, north.ending_value) == ("calm", 80)
    assert {aim.id: aim.points for aim in north.aims} == {"quiet": 80, "friends": 50, "ruse": 90}
    assert north.total == (50 * 80 + 30 * 65 + 20 * 90) // 100 == 77


def test_points_stay_between_nothing_and_a_hundred(aims):
    best = scored(aims, "north", **{"tension": 20, "trust[north, hills]": 30})
    worst = scored(aims, "north", **{"tension": 20, "trust[north, hills]": -30})
    points = [{aim.id: aim.points for aim in found.aims}["friends"] for found in (best, worst)]
    assert points == [100, 0]


def test_an_aim_counts_for_its_own_role_alone(aims):
    assert [aim.id for aim in scored(aims, "south", tension=20).aims] == ["grain"]
    assert scored(aims, "hills", tension=20).aims == ()


def test_scores_are_whole_numbers_rounded_down(aims):
    south = scored(aims, "south", tension=20)
    assert south.total == (50 * 61 + 30 * 33) // 100 == 40


def test_a_score_is_held_against_the_roles_own_par(aims):
    assert [scored(aims, role, tension=20).against_par for role in ("south", "hills")] == [40 - 45, 0 - 45]


def test_other_endings_have_other_values(aims):
    assert [scored(aims, role, tension=60).ending_value for role in ("north", "south", "hills")] == [40, 50, 60]


@pytest.mark.parametrize("role", ["north", "south", "hills"])
def test_war_voids_every_aim_and_every_score(aims, role):
    found = scored(aims, role, **{"tension": 100, "trust[north, hills]": 30})
    assert found.ending == "war"
    assert found.total == 0
    assert all(aim.points == 0 for aim in found.aims)


def test_in_every_scenario_of_the_korea_pack_war_is_zero_for_all(book):
    for scenario in book.pack.scenario:
        row = with_(book, book.opening(scenario), {"war": 1})
        row = played(book, row).row
        assert {role: score(book, row, scenario, role).total for role in book.names.roles} == dict.fromkeys(
            book.names.roles, 0
        )
