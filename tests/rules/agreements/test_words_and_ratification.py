"""A word left open can split the parties on its day; a text can need a body at home."""

from __future__ import annotations

from tabletop.rules.agreements.winset import at_home
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.texts.deal import DutyState, Stage

from ..small_pack import opening, value, with_
from .river_texts import (
    BORDER,
    FLOUR,
    GRAIN,
    PEACE,
    RIVER,
    STILL_MILL,
    draft,
    duty_in,
    signed,
    step,
    text_in,
    told,
    turn,
)

RATIFY = Orders(responses={"1": "ratify"})


def vague() -> Row:
    """A text in which nobody said what peace is."""
    return signed(draft(PEACE, GRAIN))


def test_a_word_that_means_two_things_stalls_the_step_on_its_day() -> None:
    result = turn(vague())
    assert duty_in(result.row, 1).state is DutyState.STALLED
    assert told(
        result.events, "stalls over the word", "N reads it so: One bank rules.", "S reads it so: Nobody shoots."
    )


def test_a_dispute_over_a_word_raises_the_alarm_and_costs_both_at_home() -> None:
    (event,) = told(turn(vague()).events, "stalls over the word")
    moved = {change.column: change.after - change.before for change in event.changes}
    assert (moved["tension"], moved["standing[north]"], moved["standing[south]"]) == (10, -10, -10)


def test_a_dispute_is_paid_for_once() -> None:
    row = turn(vague()).row
    assert not told(turn(row).events, "stalls over")


def test_a_side_that_gives_way_on_the_word_gets_the_step() -> None:
    row = turn(vague()).row
    row = turn(row, south=Orders(readings={"1.1": "union"})).row
    assert duty_in(row, 1).state is DutyState.DONE
    assert duty_in(row, 1).reading == "union"


def test_a_word_that_was_defined_splits_nobody() -> None:
    row = turn(signed(draft(step(PEACE, reading="quiet"), GRAIN))).row
    assert duty_in(row, 1).state is DutyState.DONE


def test_a_step_that_is_held_back_is_late_whatever_its_word_may_mean() -> None:
    result = turn(vague(), north=Orders(duties={"1.1": "withhold"}))
    assert duty_in(result.row, 1).state is DutyState.LATE
    assert not told(result.events, "stalls over")


def test_readings_chosen_in_secret_can_agree_on_the_day() -> None:
    row = turn(vague(), north=Orders(readings={"1.1": "quiet"})).row
    assert duty_in(row, 1).state is DutyState.DONE


def test_what_needs_ratification_waits_for_it_and_the_rest_runs_provisionally() -> None:
    row = turn(signed(draft("north/open-gate:river.gate", BORDER))).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.WAITING]


def test_a_body_that_agrees_brings_a_text_into_force() -> None:
    row = turn(signed(draft(STILL_MILL, BORDER)), south=RATIFY).row
    assert text_in(row).stage is Stage.IN_FORCE
    assert text_in(row).ratified == ("south",)
    assert duty_in(turn(row).row, 2).state is DutyState.DONE


def test_a_body_that_refuses_leaves_it_provisional() -> None:
    row = with_(RIVER, signed(draft("north/open-gate:river.gate", BORDER)), {"standing[south]": 20})
    result = turn(row, south=RATIFY)
    assert text_in(result.row).stage is Stage.PROVISIONAL
    assert told(result.events, "Southern assembly does not ratify", "The mood is against it.")


def test_ratification_costs_capital_whatever_the_answer() -> None:
    row = signed(draft(STILL_MILL, BORDER))
    (event,) = told(turn(row, south=RATIFY).events, "ratifies")
    assert ("capital[south]", -1) in {(change.column, change.after - change.before) for change in event.changes}


def test_ones_own_team_sees_how_a_draft_would_fare_at_home() -> None:
    home = at_home(RIVER, opening(RIVER), "south", draft(GRAIN, BORDER))
    assert (home.before, home.after) == (60, 55)
    assert (home.body, home.passes) == ("Southern assembly", True)
    against = at_home(RIVER, opening(RIVER, **{"standing[south]": 49}), "south", draft(GRAIN, BORDER))
    assert not against.passes


def test_what_the_act_of_a_step_costs_at_home_is_foreseen() -> None:
    home = at_home(RIVER, opening(RIVER), "south", draft(FLOUR, STILL_MILL))
    assert home.after == 60 - 12 - 3
    row = turn(signed(draft(FLOUR, "north/open-gate:river.gate"))).row
    assert value(RIVER, row, "standing[south]") == home.after


def test_the_body_is_asked_after_what_does_not_wait_for_it() -> None:
    text = draft(FLOUR, BORDER)
    assert at_home(RIVER, opening(RIVER), "south", text).passes is False
    assert at_home(RIVER, opening(RIVER, **{"standing[south]": 65}), "south", text).passes is True


def test_foreseeing_moves_nothing() -> None:
    row = opening(RIVER)
    before = row[:]
    at_home(RIVER, row, "south", draft(FLOUR, BORDER))
    assert row == before


def test_the_home_view_warns_whoever_moves_first() -> None:
    text = draft(GRAIN, step("north/open-gate:river.gate", 2))
    assert at_home(RIVER, opening(RIVER), "south", text).first_step == 8
    assert at_home(RIVER, opening(RIVER), "north", text).first_step == 0


def test_nobody_is_warned_where_both_move_in_one_turn() -> None:
    both = draft("north/open-gate:river.gate", STILL_MILL)
    assert [at_home(RIVER, opening(RIVER), role, both).first_step for role in both.parties] == [0, 0]


def test_capital_at_the_opening_is_what_the_other_tests_count_from() -> None:
    assert value(RIVER, opening(RIVER), "capital[south]") == 3
