"""Steps fall due: done, late, missed; what waits for another waits without blame."""

from __future__ import annotations

from tabletop.rules.happened import Event
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import DutyState

from ..small_pack import book_of, opening, value, with_
from .river_texts import (
    AGREEMENTS,
    BARGES,
    CONVOY,
    COUNCIL,
    FILL_WELLS,
    FLOUR,
    GRAIN,
    HOMES,
    NETS,
    OPEN_GATE,
    RIVER,
    STILL_MILL,
    TEXT,
    draft,
    duty_in,
    signed,
    step,
    told,
    turn,
)  # fmt: skip


def withheld(row: Row, key: str = "1.1") -> Row:
    """A turn in which the north holds a step back."""
    return turn(row, north=Orders(duties={key: "withhold"})).row


def moved(events: tuple[Event, ...], column: str) -> int:
    """How far a turn's events move a column before its income comes in."""
    return sum(
        change.after - change.before
        for event in events
        if event.cause != "clock:income"
        for change in event.changes
        if change.column == column
    )


def test_what_is_due_is_done_without_a_word() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    assert RIVER.state(row, "river.gate") == "agreed"
    assert duty_in(row, 1).state is DutyState.DONE


def test_what_is_not_due_waits() -> None:
    row = turn(signed(draft(step(OPEN_GATE, 2), STILL_MILL))).row
    assert duty_in(row, 1).state is DutyState.WAITING
    assert RIVER.state(row, "river.gate") == "free"


def test_a_step_can_be_done_before_its_day() -> None:
    row = turn(signed(draft(step(OPEN_GATE, 3), step(STILL_MILL, 3))), north=Orders(duties={"1.1": "do"})).row
    assert duty_in(row, 1).state is DutyState.DONE
    assert duty_in(row, 2).state is DutyState.WAITING


def test_a_step_kept_in_time_adds_trust() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    assert value(RIVER, row, "trust[north, south]") == 2 * 4


def test_a_step_that_is_held_back_is_late_and_then_missed() -> None:
    row = withheld(signed(draft(OPEN_GATE, STILL_MILL)))
    assert duty_in(row, 1).state is DutyState.LATE
    assert value(RIVER, row, "trust[north, south]") == 4 - 3
    row = withheld(row)
    assert duty_in(row, 1).state is DutyState.MISSED
    assert value(RIVER, row, "trust[north, south]") == 4 - 3 - 15


def test_a_step_done_a_turn_late_earns_no_trust_and_loses_no_more() -> None:
    late = withheld(signed(draft(OPEN_GATE, STILL_MILL)))
    row = turn(late).row
    assert duty_in(row, 1).state is DutyState.DONE
    assert value(RIVER, row, "trust[north, south]") == value(RIVER, late, "trust[north, south]")


def test_missing_a_step_that_everybody_knew_of_costs_at_home() -> None:
    row = withheld(withheld(signed(draft(OPEN_GATE, STILL_MILL))))
    assert value(RIVER, row, "standing[north]") == 50 - 6


def test_missing_a_step_of_a_sealed_text_costs_nothing_at_home() -> None:
    row = withheld(withheld(signed(draft(OPEN_GATE, STILL_MILL, sealed=True))))
    assert value(RIVER, row, "standing[north]") == 50


def test_a_step_without_the_capital_for_it_is_late() -> None:
    row = with_(RIVER, signed(draft(GRAIN, OPEN_GATE)), {"capital[south]": 0})
    result = turn(row)
    assert duty_in(result.row, 1).state is DutyState.LATE
    assert told(result.events, "cannot be done", "not that much political capital left")


def test_why_a_step_cannot_be_done_is_told_to_its_owner_alone_if_others_cannot_see_it() -> None:
    result = turn(with_(RIVER, signed(draft(GRAIN, OPEN_GATE)), {"capital[south]": 0}))
    (late,), (why,) = told(result.events, "Grain is late"), told(result.events, "political capital")
    assert (why.seen_by, late.seen_by) == (("south",), None)
    assert late.says.endswith("Its owner does not say why.")


def test_a_step_is_paid_for_in_capital_and_at_home() -> None:
    row = signed(draft(GRAIN, OPEN_GATE))
    (event,) = told(turn(row).events, "Grain", "done")
    moved = {change.column: change.after - change.before for change in event.changes}
    assert moved["capital[south]"] == -1
    assert moved["standing[south]"] == -5
    assert moved["water"] == 3


def test_a_step_after_another_waits_for_it_without_blame() -> None:
    row = withheld(signed(draft(OPEN_GATE, step(STILL_MILL, 1, 1))))
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.LATE, DutyState.WAITING]
    row = turn(row).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.DONE]


def test_a_step_after_one_that_was_missed_is_owed_no_more() -> None:
    row = turn(withheld(withheld(signed(draft(OPEN_GATE, step(STILL_MILL, 1, 1)))))).row
    assert duty_in(row, 2).state is DutyState.LAPSED
    assert RIVER.state(row, "river.mill") == "free"


def test_a_step_that_asks_for_verification_waits_until_it_is_there() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, 1, 1, verified=2))
    row = turn(signed(text)).row
    assert duty_in(row, 2).state is DutyState.WAITING
    row = turn(with_(RIVER, row, {"watch": 2})).row
    assert duty_in(row, 2).state is DutyState.DONE


def test_steps_in_the_same_moment_are_done_together() -> None:
    row = turn(signed(draft(OPEN_GATE, step(STILL_MILL, together=1), broker="hills"))).row
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.DONE]
    assert value(RIVER, row, "standing[hills]") == 50 + 4


def test_steps_in_the_same_moment_are_done_together_or_not_at_all() -> None:
    row = withheld(signed(draft(OPEN_GATE, step(STILL_MILL, together=1), broker="hills")))
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.LATE, DutyState.WAITING]
    assert RIVER.state(row, "river.mill") == "free"
    row = withheld(row)
    assert [duty_in(row, number).state for number in (1, 2)] == [DutyState.MISSED, DutyState.WAITING]
    row = turn(row).row
    assert duty_in(row, 2).state is DutyState.LAPSED


def test_steps_of_one_owner_in_the_same_moment_must_be_paid_for_together() -> None:
    text = draft(GRAIN, step(FLOUR, together=1), OPEN_GATE, broker="hills")
    row = with_(RIVER, signed(text), {"capital[south]": 1})
    result = turn(row)
    assert [duty_in(result.row, number).state for number in (1, 2)] == [DutyState.LATE, DutyState.LATE]
    assert moved(result.events, "capital[south]") == 0
    assert len(told(result.events, "cannot be done", "costs 1, and 2 with what is done in the same moment")) == 2
    result = turn(with_(RIVER, result.row, {"capital[south]": 2}))
    assert [duty_in(result.row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.DONE]
    assert moved(result.events, "capital[south]") == -2


def test_nobody_is_asked_for_a_step_that_cannot_be_paid_for_with_its_twin() -> None:
    text = draft(GRAIN, step(CONVOY, together=1), OPEN_GATE, broker="hills")
    result = turn(with_(RIVER, signed(text), {"capital[south]": 3}))
    assert [duty_in(result.row, number).state for number in (1, 2)] == [DutyState.LATE, DutyState.LATE]
    assert not told(result.events, "waits for a yes")


def test_steps_of_two_owners_in_the_same_moment_are_each_paid_for_alone() -> None:
    text = draft(GRAIN, step("hills/grain", together=1), parties=("south", "hills"), broker="north")
    result = turn(with_(RIVER, signed(text), {"capital[south]": 1, "capital[hills]": 1}))
    assert [duty_in(result.row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.DONE]


def test_what_is_so_already_takes_nothing_from_what_its_twin_may_cost() -> None:
    book = book_of(
        TEXT.replace('home = 3\nmove = "share-flour"', 'cost = 2\ndone = "water >= 90"'),
        header=AGREEMENTS,
        roles=HOMES,
        turns=8,
    )
    text = draft(GRAIN, step(FLOUR, together=1), OPEN_GATE, broker="hills")
    row = resolve(book, opening(book), {role: Orders(signs=(text,)) for role in text.signers}, 1).row
    late, done, so = DutyState.LATE, DutyState.DONE, DutyState.COUNTED
    for water, states in ((50, [late, late]), (90, [done, so])):
        found = resolve(book, with_(book, row, {"capital[south]": 1, "water": water}), {}, 1).row
        assert [duty.state for duty in deal_in(book.layout, found, 1).duties[:2]] == states


def test_whoever_moves_first_pays_at_home() -> None:
    row = turn(signed(draft(OPEN_GATE, step(STILL_MILL, 2)))).row
    assert value(RIVER, row, "standing[north]") == 50 - 8


def test_nobody_at_home_hears_of_a_first_step_in_a_sealed_text() -> None:
    result = turn(signed(draft(OPEN_GATE, step(STILL_MILL, 3), sealed=True)))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert not told(result.events, "moves first")
    assert value(RIVER, result.row, "standing[north]") == 50


def test_a_first_step_that_is_answered_soon_gets_its_premium_back() -> None:
    row = turn(turn(signed(draft(OPEN_GATE, step(STILL_MILL, 2)))).row).row
    assert value(RIVER, row, "standing[north]") == 50


def test_a_first_step_that_is_answered_late_does_not() -> None:
    row = signed(draft(OPEN_GATE, step(STILL_MILL, 4)))
    for _ in range(4):
        row = turn(row).row
    assert duty_in(row, 2).state is DutyState.DONE
    assert value(RIVER, row, "standing[north]") == 50 - 8


def test_nobody_is_first_when_both_move_in_one_turn() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL))).row
    assert value(RIVER, row, "standing[north]") == 50


def test_an_act_that_carries_out_a_step_is_done_by_it() -> None:
    lawful = with_(RIVER, signed(draft(NETS, OPEN_GATE)), {})
    result = turn(lawful, south=Orders(duties={"1.1": "anyway"}))
    assert value(RIVER, result.row, "last[south, set-nets]") == 2
    assert told(result.events, "Nets", "knowing breach")
    assert value(RIVER, result.row, "tension") == 10 + 9


def test_a_step_that_would_break_the_law_is_late_unless_its_owner_does_it_knowingly() -> None:
    result = turn(signed(draft(NETS, OPEN_GATE)))
    assert duty_in(result.row, 1).state is DutyState.LATE
    assert told(result.events, "is late", "Nobody sets nets.")


def test_a_step_that_needs_a_yes_asks_for_it_and_is_done_when_it_is_given() -> None:
    row = turn(signed(draft(BARGES, OPEN_GATE))).row
    assert duty_in(row, 1).state is DutyState.ASKED
    row = turn(row, hills=Orders(answers={"south/send-barges": True})).row
    assert duty_in(row, 1).state is DutyState.DONE
    assert value(RIVER, row, "water") == 50 + 7


def test_a_step_whose_yes_is_refused_is_owed_no_more_and_its_cost_is_returned() -> None:
    row = signed(draft(BARGES, OPEN_GATE))
    asked = turn(row)
    paid = {
        change.column: change.after - change.before
        for event in told(asked.events, "waits for a yes")
        for change in event.changes
    }
    assert paid["capital[south]"] == -1
    refused = turn(asked.row)
    assert duty_in(refused.row, 1).state is DutyState.LAPSED
    assert told(refused.events, "Barges lapses", "refused")
    returned = {
        change.column: change.after - change.before
        for event in told(refused.events, "is refused")
        for change in event.changes
    }
    assert returned["capital[south]"] == 1


def test_a_step_that_its_owner_cannot_pay_for_is_not_put_to_anybody() -> None:
    result = turn(with_(RIVER, signed(draft(BARGES, OPEN_GATE)), {"capital[south]": 0}))
    assert duty_in(result.row, 1).state is DutyState.LATE
    assert told(result.events, "Barges cannot be done", "political capital")
    assert value(RIVER, result.row, "consent[south/send-barges]") == 0


def test_what_a_step_costs_besides_its_act_is_paid_when_it_is_done() -> None:
    row = with_(RIVER, signed(draft(CONVOY, OPEN_GATE)), {"capital[south]": 5})
    asked = turn(row)
    assert moved(asked.events, "capital[south]") == -1
    assert moved(turn(asked.row).events, "capital[south]") == 1
    granted = turn(asked.row, hills=Orders(answers={"south/send-barges": True}))
    assert duty_in(granted.row, 1).state is DutyState.DONE
    assert moved(granted.events, "capital[south]") == -2


def test_a_step_that_was_agreed_to_and_cannot_be_paid_for_is_late() -> None:
    asked = turn(with_(RIVER, signed(draft(CONVOY, OPEN_GATE)), {"capital[south]": 5}))
    poor = with_(RIVER, asked.row, {"capital[south]": 1})
    result = turn(poor, hills=Orders(answers={"south/send-barges": True}))
    assert duty_in(result.row, 1).state is DutyState.LATE
    result = turn(with_(RIVER, result.row, {"capital[south]": 3}))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert moved(result.events, "capital[south]") == -2
    assert value(RIVER, result.row, "water") == 50 + 7


def test_an_act_that_needs_no_yes_any_more_happens_once_and_its_step_is_done() -> None:
    asked = turn(signed(draft(BARGES, OPEN_GATE))).row
    result = turn(with_(RIVER, asked, {"river.barges": "asleep"}))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert moved(result.events, "water") == 7
    assert moved(result.events, "capital[south]") == 0
    assert told(result.events, "Send barges is agreed. It needs nobody's yes any more.")


def test_a_step_held_back_after_its_act_needed_no_yes_any_more_is_done_all_the_same() -> None:
    asked = turn(signed(draft(BARGES, OPEN_GATE))).row
    result = turn(with_(RIVER, asked, {"river.barges": "asleep"}), south=Orders(duties={"1.1": "withhold"}))
    assert duty_in(result.row, 1).state is DutyState.DONE


def test_an_act_that_needed_no_yes_any_more_is_not_done_again_when_the_rest_of_its_step_is_paid_for() -> None:
    asked = turn(with_(RIVER, signed(draft(CONVOY, OPEN_GATE)), {"capital[south]": 5})).row
    late = turn(with_(RIVER, asked, {"capital[south]": 1, "river.barges": "asleep"}))
    assert duty_in(late.row, 1).state is DutyState.LATE
    assert moved(late.events, "water") == 7
    result = turn(with_(RIVER, late.row, {"capital[south]": 3, "river.barges": "in-force"}))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert moved(result.events, "capital[south]") == -2
    assert moved(result.events, "water") == 0


def test_an_act_that_was_asked_for_already_is_not_asked_and_paid_for_again() -> None:
    asking = Orders((Order(RIVER.by_key["south/send-barges"], ask=True),))
    result = turn(signed(draft(BARGES, OPEN_GATE)), south=asking)
    assert duty_in(result.row, 1).state is DutyState.ASKED
    assert len(told(result.events, "S asks")) == 1
    assert moved(result.events, "capital[south]") == -1


def test_a_step_that_a_forum_decides_on_is_done_by_being_put_to_the_vote() -> None:
    row = with_(RIVER, signed(draft(COUNCIL, OPEN_GATE)), {"capital[south]": 5})
    result = turn(row)
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert told(result.events, "put to the vote")
    assert moved(result.events, "capital[south]") == -2
    assert not told(turn(result.row).events, "put to the vote")


def test_what_was_put_to_the_vote_already_is_not_put_again() -> None:
    row = with_(RIVER, signed(draft(COUNCIL, OPEN_GATE)), {"capital[south]": 5})
    result = turn(row, south=Orders((Order(RIVER.by_key["south/call-council"], ask=True),)))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert len(told(result.events, "S asks The council")) == 1
    assert moved(result.events, "capital[south]") == -2


def test_a_step_is_put_to_the_vote_with_its_twin_and_not_before() -> None:
    row = with_(RIVER, signed(draft(COUNCIL, step(OPEN_GATE, together=1), broker="hills")), {"capital[south]": 5})
    held = turn(row, north=Orders(duties={"1.2": "withhold"}))
    assert [duty_in(held.row, number).state for number in (1, 2)] == [DutyState.WAITING, DutyState.LATE]
    assert not told(held.events, "put to the vote")
    both = turn(held.row)
    assert [duty_in(both.row, number).state for number in (1, 2)] == [DutyState.DONE, DutyState.DONE]
    assert len(told(both.events, "S asks The council")) == 1


def test_a_step_is_done_in_spite_of_a_missing_yes_if_its_owner_says_so() -> None:
    result = turn(signed(draft(BARGES, OPEN_GATE)), south=Orders(duties={"1.1": "anyway"}))
    assert duty_in(result.row, 1).state is DutyState.DONE
    assert value(RIVER, result.row, "water") == 50 + 7


def test_nothing_is_owed_to_oneself_first_in_a_pledge() -> None:
    row = turn(signed(draft(OPEN_GATE, forum="square", parties=("north",)))).row
    assert RIVER.state(row, "river.gate") == "agreed"
    assert value(RIVER, row, "standing[north]") == 50


def test_a_step_that_is_not_due_cannot_be_late() -> None:
    row = withheld(signed(draft(step(OPEN_GATE, 3), STILL_MILL)))
    assert duty_in(row, 1).state is DutyState.WAITING


def test_a_false_report_shows_what_the_truth_would_and_does_no_more() -> None:
    row = signed(draft(FILL_WELLS, STILL_MILL))
    lied = turn(row, north=Orders(duties={"1.1": "feign"})).row
    honest = turn(row).row
    assert [value(RIVER, each, "wells") for each in (honest, lied)] == [30, 50]
    assert [value(RIVER, each, "water") for each in (honest, lied)] == [52, 52]
    assert duty_in(lied, 1).state is DutyState.FEIGNED


def test_the_opening_holds_no_text() -> None:
    assert RIVER.layout is not None
    assert RIVER.layout.taken(opening(RIVER)) == ()
