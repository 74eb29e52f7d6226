"""Politics at home: what each government can carry, and what carrying it costs."""

from __future__ import annotations

import pytest

from tabletop.rules.dispatch import dispatch
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import score

from .playing import SEED, Turn, sat_out
from .rulings import position

THEN, NOW = "mar-a-lago-2017", "hanoi-2019"
Given = dict[str, int | str]


def moved(book: Rulebook, track: str, given: Given, turn: Turn | None = None, scenario: str = THEN) -> int:
    """By how much a track moves in a turn."""
    row = position(book, given, scenario)
    place = book.schema.index[track]
    return sat_out(book, row, turn or {})[place] - row[place]


def cost(book: Rulebook, key: str, given: Given, scenario: str = THEN) -> int:
    return check(book, position(book, given, scenario), book.by_key[key]).cost


# ---- Seoul ----


def test_goodwill_fades_from_the_fourth_turn_on_unless_there_is_something_to_show(book: Rulebook) -> None:
    assert moved(book, "approval", {"turn": 3}) == 0
    assert moved(book, "approval", {"turn": 4}) == -2
    assert moved(book, "approval", {"turn": 4, "inter-korean-gain": 30}) == 0


def test_consensus_at_home_slows_the_fading(book: Rulebook) -> None:
    assert moved(book, "approval", {"turn": 5, "last[rok, build-consensus]": 4}) == -1


@pytest.mark.parametrize("test", ["nuclear-test", "long-range-test"])
def test_a_large_test_costs_those_who_engage(book: Rulebook, test: str) -> None:
    assert moved(book, "approval", {f"last[dprk, {test}]": 1}) == -2


def test_fear_of_war_costs_support(book: Rulebook) -> None:
    assert moved(book, "approval", {"tension": 90}) < moved(book, "approval", {"tension": 60})


@pytest.mark.parametrize(("approval", "passed"), [(50, True), (49, False)])
def test_below_half_nothing_is_ratified(book: Rulebook, approval: int, passed: bool) -> None:
    row = position(book, {"inter-korean-gain": 12})
    row = sat_out(book, row, {"rok": ["rok/assembly-ratification"]})
    row[book.schema.index["approval"]] = approval
    after = sat_out(book, row, {})
    assert (after[book.schema.index["last[rok, assembly-ratification]"]] > 0) == passed


def test_under_45_a_brokers_offers_are_discounted(book: Rulebook) -> None:
    shuttle: Turn = {"rok": ["rok/shuttle"]}
    trusted: Given = {"trust[dprk, rok]": 0}
    for track in ("trust[us, rok]", "talks"):
        strong = moved(book, track, trusted | {"approval": 48}, shuttle)
        assert moved(book, track, trusted | {"approval": 42}, shuttle) < strong


def test_under_40_a_government_has_two_to_spend(book: Rulebook) -> None:
    capital = book.schema.index["capital[rok]"]
    kept = {approval: position(book, {"approval": approval, "capital[rok]": 1}) for approval in (40, 39)}
    assert sat_out(book, kept[40], {})[capital] - sat_out(book, kept[39], {})[capital] == 1


def test_under_40_it_has_one_less_however_much_it_has_kept(book: Rulebook) -> None:
    capital = book.schema.index["capital[rok]"]
    after = {
        approval: sat_out(book, position(book, {"approval": approval, "capital[rok]": 5}), {}) for approval in (40, 39)
    }
    assert (after[40][capital], after[39][capital]) == (5, 4)
    assert {after[39][book.purse[role]] for role in ("us", "dprk", "prc")} == {5}


def test_under_30_a_lame_ducks_aims_are_halved(book: Rulebook) -> None:
    calm: Given = {"tension": 40, "inter-korean-gain": 40, "alliance": 90, "trust[rok, prc]": 0}
    aims = ("rok-no-war", "rok-drivers-seat", "rok-two-friends")
    weak, strong = (
        {aim.id: aim.points for aim in score(book, position(book, calm | {"approval": value}), THEN, "rok").aims}
        for value in (29, 30)
    )
    assert {aim: weak[aim] for aim in aims} == {aim: strong[aim] // 2 for aim in aims}


def test_an_alliance_in_rift_does_nothing_together_and_asks_more_for_what_is_settled(book: Rulebook) -> None:
    for key in ("us/large-exercise", "rok/large-exercise", "us/deploy-missile-defence"):
        assert check(book, position(book, {"alliance": 39}), book.by_key[key]).level.word == "barred"
    for key in ("us/suspend-exercises", "us/offer-force-posture"):
        assert cost(book, key, {"alliance": 39}) == cost(book, key, {"alliance": 40}) + 1


# ---- Washington ----


@pytest.mark.parametrize(
    ("given", "state"),
    [({"enforcement[prc]": 3}, "kept"), ({"talks": 40}, "kept"), ({"enforcement[prc]": 2, "talks": 39}, "run-out")],
    ids=["strict customs", "an open table", "neither"],
)
def test_the_hundred_days_end_by_what_there_is_to_show(book: Rulebook, given: Given, state: str) -> None:
    """The plan of April 2017 was about trade; day 100 was in the middle of July."""
    row = position(book, given | {"turn": 3})
    after = dispatch(book, row, THEN, SEED).row
    assert book.state(after, "hundred-days.plan") == state
    relation = book.schema.index["great-powers"]
    assert (after[relation] > row[relation]) == (state == "kept")


def test_days_that_ran_out_make_talking_dearer_and_pressing_cheaper(book: Rulebook) -> None:
    kept, lost = ({"hundred-days.plan": state, "evidence[prc]": 60} for state in ("kept", "run-out"))
    for key in ("us/leader-summit", "us/convene-talks:working-level", "us/security-statement", "us/suspend-exercises"):
        assert cost(book, key, lost) == cost(book, key, kept) + 1
    for key in ("us/secondary-sanctions@prc", "us/strategic-assets", "us/signal-military-options"):
        assert cost(book, key, lost) == cost(book, key, kept) - 1
    assert cost(book, "dprk/convene-talks:four-party", lost) == cost(book, "dprk/convene-talks:four-party", kept)


def test_the_disappointment_is_over_after_three_turns(book: Rulebook) -> None:
    row = dispatch(book, position(book, {"turn": 3}), THEN, SEED).row
    found = []
    for _ in range(4):
        row = sat_out(book, row, {})
        found.append(book.state(row, "hundred-days.plan"))
    assert found[0] == "run-out"
    assert found[-1] == "closed"


def test_in_2019_each_season_without_a_meeting_makes_the_next_summit_dearer(book: Rulebook) -> None:
    costs = [cost(book, "us/leader-summit", {"turn": turn}, NOW) for turn in (1, 4, 8)]
    assert costs == [2, 3, 4]
    met: Given = {"turn": 8, "last[us, convene-talks]": 7}
    assert cost(book, "us/leader-summit", met, NOW) == 2
    assert cost(book, "us/leader-summit", {"turn": 8}, THEN) == 2


def test_a_letter_from_pyongyang_makes_the_summit_cheaper_until_it_grows_cold(book: Rulebook) -> None:
    row = sat_out(book, position(book, {}), {"dprk": ["dprk/summit-letter@us"]})
    summit = book.by_key["us/leader-summit"]
    assert check(book, row, summit).cost == 1
    for _ in range(3):
        row = sat_out(book, row, {})
    assert check(book, row, summit).cost == 2


def test_congress_blocks_waivers_under_35(book: Rulebook) -> None:
    act = book.by_key["us/waive-us-measure:us-measures.eo-13570"]
    assert check(book, position(book, {"us-home": 35}), act).level.word == "permitted"
    assert check(book, position(book, {"us-home": 34}), act).level.word == "barred"


def test_elections_come_announced(book: Rulebook) -> None:
    """A change of government is never a silent roll: whatever the calendar says of votes, it has hinted at."""
    told = [
        entry
        for scenario in book.pack.scenario.values()
        for entry in scenario.calendar
        if "election" in entry.name.lower() or "election" in entry.says.lower()
    ]
    assert told
    assert [entry.name for entry in told if entry.turn > 1 and not entry.hint] == []


# ---- Pyongyang ----


def test_an_economy_first_line_without_results_strains_the_elite(book: Rulebook) -> None:
    announced: Given = {"turn": 6, "last[dprk, economy-first]": 3}
    alone = moved(book, "elite", {"turn": 6})
    assert moved(book, "elite", announced) <= alone - 5
    assert moved(book, "elite", announced | {"relief": 40}) >= alone


def test_inspectors_anywhere_strain_the_elite(book: Rulebook) -> None:
    assert moved(book, "elite", {"verification": 3}) < moved(book, "elite", {"verification": 2})


def test_a_fracturing_elite_locks_concessions(book: Rulebook) -> None:
    concessions = (
        "dprk/declare-moratorium:freeze.nuclear-tests", "dprk/invite-inspectors", "dprk/declare-programmes:full",
        "dprk/dismantle-site:nuclear-site.yongbyon", "dprk/suspension-for-suspension@us",
    )  # fmt: skip
    for key in concessions:
        levels = {check(book, position(book, {"elite": elite}), book.by_key[key]).level.word for elite in (30, 29)}
        assert len(levels) == 2
        assert "barred" in levels


# ---- Beijing ----


def test_test_after_test_brings_the_hard_school_to_the_border(book: Rulebook) -> None:
    tested: Given = {"turn": 5, "last[dprk, nuclear-test]": 4}
    assert moved(book, "enforcement[prc]", tested | {"patience": 15}) == 1
    assert moved(book, "enforcement[prc]", tested | {"patience": 50}) == 0
    assert moved(book, "enforcement[prc]", {"turn": 9, "patience": 15}) == 0


def test_without_leverage_beijing_cannot_deliver(book: Rulebook) -> None:
    inviting: Turn = {"prc": ["prc/host-talks:six-party"]}
    for track in ("talks", "elite"):
        change = {value: moved(book, track, {"leverage": value, "elite": 50}, inviting) for value in (12, 60)}
        assert change[12] < change[60] if track == "talks" else change[12] > change[60]


def test_with_relations_frozen_beijing_will_not(book: Rulebook) -> None:
    assert moved(book, "enforcement[prc]", {"great-powers": 20, "enforcement[prc]": 3}) == -1
    frozen = position(book, {"great-powers": 20})
    assert check(book, frozen, book.by_key["prc/enforce-strictly"]).level.word == "barred"


# ---- the others ----


@pytest.mark.parametrize("track", ["japan-stake", "russia-stake"])
def test_being_left_out_costs_from_the_third_turn_on(book: Rulebook, track: str) -> None:
    assert moved(book, track, {"turn": 2}) == 0
    assert moved(book, track, {"turn": 5}) < 0


def test_when_the_npt_is_shaken_neighbours_think_of_their_own_bombs(book: Rulebook) -> None:
    shaken, firm = (moved(book, "alliance", {"npt": value, "alliance": 65}) for value in (35, 60))
    assert shaken < firm
