"""When a step is broken: evidence, snap-back that nobody votes on, the ladder of responses, and the end of a text."""

from __future__ import annotations

import pytest

from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.texts.deal import DutyState

from ..small_pack import opening, value, with_
from .river_texts import (
    FILL_WELLS,
    GRAIN,
    GUARD,
    OPEN_GATE,
    RATION,
    RIVER,
    STILL_MILL,
    draft,
    duty_in,
    signed,
    step,
    text_in,
    texts_alive,
    told,
    turn,
)  # fmt: skip

FEIGN = Orders(duties={"1.1": "feign"})


def lied(**more: object) -> Row:
    """The north reported its wells filled, and they are not; the south's mill stands still."""
    return turn(signed(draft(FILL_WELLS, STILL_MILL, **more)), north=FEIGN).row  # type: ignore[arg-type]


def missed(**more: object) -> Row:
    """The north held its gate back until it was missed, after the south had stopped its mill."""
    row = signed(draft(OPEN_GATE, STILL_MILL, **more))  # type: ignore[arg-type]
    for _ in range(2):
        row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    return row


@pytest.mark.parametrize(("watch", "turns"), [(0, 4), (1, 2), (2, 1), (3, 1)])
def test_the_better_the_watch_the_sooner_a_false_report_is_proven(watch: int, turns: int) -> None:
    row = with_(RIVER, signed(draft(FILL_WELLS, STILL_MILL)), {"watch": watch})
    row = turn(row, north=FEIGN).row
    for _ in range(turns - 1):
        assert duty_in(row, 1).state is DutyState.FEIGNED
        row = turn(row).row
    assert duty_in(row, 1).state is DutyState.MISSED


def test_a_false_report_is_doubted_before_it_is_proven() -> None:
    result = turn(lied())
    assert told(result.events, "is doubted")
    assert duty_in(result.row, 1).evidence == 60


def test_with_dice_a_false_report_comes_to_light_by_luck() -> None:
    proven = set()
    for seed in range(30):
        row = with_(RIVER, signed(draft(FILL_WELLS, STILL_MILL)), {"dice": 1})
        proven.add(duty_in(turn(row, seed, north=FEIGN).row, 1).state)
    assert proven == {DutyState.FEIGNED, DutyState.MISSED}


def test_what_was_done_and_does_not_hold_is_broken() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    closed = Orders((Order(RIVER.by_key["north/close-gate"], knowing=True),))
    result = turn(row, north=closed)
    assert duty_in(result.row, 1).state is DutyState.MISSED
    assert RIVER.state(result.row, "river.gate") == "broken"


def test_a_text_that_snaps_back_undoes_the_other_sides_steps_at_once() -> None:
    row = missed(snapback=True)
    assert duty_in(row, 2).state is DutyState.SUSPENDED
    assert RIVER.state(row, "river.mill") == "free"


def test_without_snap_back_the_other_sides_steps_stand() -> None:
    row = missed()
    assert duty_in(row, 2).state is DutyState.DONE
    assert RIVER.state(row, "river.mill") == "agreed"


def test_nobody_votes_on_a_snap_back() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, snapback=True))
    row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    result = turn(row, north=Orders(duties={"1.1": "withhold"}))
    (event,) = told(result.events, "Still mill is undone", "snaps back")
    assert event.step == "responses"
    assert not [each for each in result.events if each.step == "consents"]


def test_what_cannot_be_undone_stays_done_after_a_snap_back() -> None:
    row = signed(draft(OPEN_GATE, GRAIN, snapback=True))
    for _ in range(2):
        row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    assert duty_in(row, 2).state is DutyState.DONE
    assert value(RIVER, row, "water") == 53


def test_in_a_split_text_only_the_same_topic_snaps_back() -> None:
    row = missed(snapback=True, linked=False)
    assert duty_in(row, 2).state is DutyState.DONE


def test_what_is_still_owed_lapses_with_a_snap_back() -> None:
    row = signed(draft(OPEN_GATE, step(STILL_MILL, 5), snapback=True))
    for _ in range(2):
        row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    assert duty_in(row, 2).state is DutyState.LAPSED


def test_what_an_answer_proves_snaps_back_in_the_same_turn() -> None:
    row = turn(lied(snapback=True), south=Orders(responses={"1": "inspect"})).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.MISSED, DutyState.SUSPENDED]
    assert RIVER.state(row, "river.mill") == "free"


def test_to_suspend_without_a_breach_makes_the_other_sides_part_snap_back() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL, snapback=True))).row
    row = turn(row, south=Orders(responses={"1": "suspend"})).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.SUSPENDED, DutyState.MISSED]
    assert RIVER.state(row, "river.gate") == "free"


def test_of_a_false_report_only_what_others_saw_is_undone() -> None:
    row = signed(draft(RATION, STILL_MILL))
    honest = turn(row).row
    liar = turn(row, north=FEIGN).row
    assert [value(RIVER, each, "wells") for each in (honest, liar)] == [30, 50]
    suspend = Orders(responses={"1": "suspend"})
    for back in (turn(honest, north=suspend).row, turn(liar, north=suspend).row):
        assert [value(RIVER, back, label) for label in ("wells", "water")] == [50, 50]


def test_after_the_other_sides_breach_one_may_suspend_ones_own_part() -> None:
    trust = value(RIVER, missed(), "trust[north, south]")
    result = turn(with_(RIVER, missed(), {"text[1].rung": 30}), south=Orders(responses={"1": "suspend"}))
    assert duty_in(result.row, 2).state is DutyState.SUSPENDED
    assert RIVER.state(result.row, "river.mill") == "free"
    assert value(RIVER, result.row, "trust[north, south]") == trust


def test_a_step_that_is_only_late_sets_nothing_free() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL))
    row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.LATE, DutyState.DONE]
    row = turn(row, south=Orders(responses={"1": "suspend"})).row
    assert duty_in(row, 2).state is DutyState.MISSED


def test_in_a_split_text_a_missed_step_sets_its_own_topic_free_and_no_other() -> None:
    row = turn(missed(linked=False), south=Orders(responses={"1": "suspend"})).row
    assert duty_in(row, 2).state is DutyState.MISSED


def test_to_suspend_after_a_breach_takes_back_no_more_than_was_given_for_the_step() -> None:
    row = signed(draft(OPEN_GATE, RATION, GUARD, linked=False))
    for _ in range(2):
        row = turn(row, south=Orders(duties={"1.3": "withhold"})).row
    row = turn(row, north=Orders(responses={"1": "suspend"})).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.SUSPENDED]


def test_to_suspend_without_a_breach_is_to_break_the_text() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    row = turn(row, south=Orders(responses={"1": "suspend"})).row
    assert duty_in(row, 2).state is DutyState.MISSED


def test_leaving_out_the_milder_answers_costs_trust() -> None:
    before = value(RIVER, missed(), "trust[north, south]")
    row = turn(missed(), south=Orders(responses={"1": "suspend"})).row
    assert value(RIVER, row, "trust[north, south]") == before - 5


def test_one_answer_after_the_other_costs_nothing() -> None:
    row = missed(duration=9)
    before = value(RIVER, row, "trust[north, south]")
    for response in ("query", "consult", "inspect", "suspend"):
        row = turn(row, south=Orders(responses={"1": response})).row  # type: ignore[dict-item]
    assert value(RIVER, row, "trust[north, south]") == before
    assert text_in(row).rung("south") == 4


def test_an_answer_that_could_not_be_given_is_not_left_out() -> None:
    """The south gave grain, which is eaten: there is nothing that it could take back."""
    row = signed(draft(OPEN_GATE, GRAIN, duration=9))
    for _ in range(2):
        row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    for response in ("query", "consult", "inspect"):
        row = turn(row, south=Orders(responses={"1": response})).row  # type: ignore[dict-item]
    (event,) = told(turn(row, south=Orders(responses={"1": "withdraw"})).events, "S: withdraw under")
    assert "left out" not in event.says


def test_each_party_climbs_a_ladder_of_its_own() -> None:
    row = turn(missed(), south=Orders(responses={"1": "query"}), north=Orders(responses={"1": "inspect"})).row
    assert [text_in(row).rung(role) for role in ("north", "south")] == [3, 1]
    before = value(RIVER, row, "trust[north, south]")
    row = turn(row, south=Orders(responses={"1": "suspend"})).row
    assert value(RIVER, row, "trust[north, south]") == before - 5


def test_after_four_quiet_turns_the_ladder_begins_anew() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL, duration=9)), south=Orders(responses={"1": "query"})).row
    for _ in range(3):
        row = turn(row).row
        assert text_in(row).rung("south") == 1
    result = turn(row)
    assert text_in(result.row).rung("south") == 0
    assert told(result.events, "4 quiet turns", "begins anew")


def test_a_turn_with_a_wrong_in_it_is_not_quiet() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, 3), duration=9)
    row = turn(signed(text), south=Orders(responses={"1": "query"})).row
    for _ in range(5):
        row = turn(row, south=Orders(duties={"1.2": "withhold"})).row
    assert text_in(row).rung("south") == 1


def test_asking_brings_evidence_to_light() -> None:
    row = turn(lied(), south=Orders(responses={"1": "inspect"})).row
    assert duty_in(row, 1).state is DutyState.MISSED


def test_one_leaves_with_notice() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL, notice=2))).row
    row = turn(row, south=Orders(responses={"1": "withdraw"})).row
    assert text_in(row).leaving == 5
    row = turn(turn(row).row).row
    assert texts_alive(row) == 0
    assert RIVER.state(row, "river.mill") == "free"


def test_leaving_raises_the_alarm_and_costs_trust() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL, notice=2))).row
    result = turn(with_(RIVER, row, {"text[1].rung": 40}), south=Orders(responses={"1": "withdraw"}))
    assert value(RIVER, result.row, "tension") == 20
    assert value(RIVER, result.row, "trust[north, south]") == 8 - 10


def test_leaving_a_text_that_has_no_way_out_ends_it_at_once_and_costs_twice_the_trust() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    result = turn(with_(RIVER, row, {"text[1].rung": 40}), south=Orders(responses={"1": "withdraw"}))
    assert texts_alive(result.row) == 0
    assert value(RIVER, result.row, "trust[north, south]") == 8 - 20


def test_a_text_ends_on_its_day_and_what_can_be_undone_is_undone() -> None:
    row = signed(draft(OPEN_GATE, GRAIN, duration=3))
    for _ in range(3):
        row = turn(row).row
    assert texts_alive(row) == 0
    assert RIVER.state(row, "river.gate") == "free"
    assert value(RIVER, row, "water") == 53


def test_the_end_of_a_text_is_told_by_its_parties_names() -> None:
    result = turn(signed(draft(OPEN_GATE, STILL_MILL, duration=1)))
    assert told(result.events, "The text that N and S signed in The bank ends.")


def test_an_ended_text_leaves_nothing_behind() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, duration=1))
    row = turn(row).row
    places = [place for place, column in enumerate(RIVER.schema.columns) if column.kind == "text"]
    assert not any(row[place] for place in places)


def test_a_pledge_that_is_not_kept_costs_at_home() -> None:
    row = signed(draft(OPEN_GATE, forum="square", parties=("north",)))
    for _ in range(2):
        row = turn(row, north=Orders(duties={"1.1": "withhold"})).row
    assert value(RIVER, row, "standing[north]") == 50 - 6
    assert value(RIVER, opening(RIVER), "standing[north]") == 50
