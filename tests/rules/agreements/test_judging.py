"""What cannot be sealed about texts is refused with a sentence."""

from __future__ import annotations

import pytest

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row

from ..small_pack import opening, with_
from .river_texts import BORDER, FILL_WELLS, GRAIN, OPEN_GATE, PEACE, RIVER, STILL_MILL, draft, signed, turn

BOTH = draft(OPEN_GATE, STILL_MILL)


def refused(row: Row, role: str, orders: Orders) -> str:
    """Why these orders are refused."""
    with pytest.raises(IllegalOrder) as refusal:
        judge(RIVER, row, role, orders)
    return str(refusal.value)


def test_an_outsider_does_not_sign() -> None:
    assert "hills is no party to that text" in refused(opening(RIVER), "hills", Orders(signs=(BOTH,)))


def test_a_text_is_signed_once() -> None:
    assert "signed twice" in refused(opening(RIVER), "north", Orders(signs=(BOTH, BOTH)))


def test_nothing_is_signed_where_drafts_are_only_sounded_out() -> None:
    text = draft(OPEN_GATE, STILL_MILL, forum="inn")
    assert "Nothing is signed in The inn" in refused(opening(RIVER), "north", Orders(signs=(text,)))


def test_signatures_count_in_what_orders_cost() -> None:
    poor = with_(RIVER, opening(RIVER), {"capital[north]": 0})
    assert "These orders cost 1 and you have 0" in refused(poor, "north", Orders(signs=(BOTH,)))


def test_one_treats_ones_own_steps_alone() -> None:
    assert "south owes no step '1.1' now" in refused(signed(BOTH), "south", Orders(duties={"1.1": "withhold"}))


def test_a_step_that_is_done_is_done() -> None:
    row = turn(signed(BOTH)).row
    assert "owes no step '1.1' now" in refused(row, "north", Orders(duties={"1.1": "withhold"}))


def test_what_everybody_sees_cannot_be_reported_falsely() -> None:
    assert "cannot be reported falsely" in refused(signed(BOTH), "north", Orders(duties={"1.1": "feign"}))
    judge(RIVER, signed(draft(FILL_WELLS, STILL_MILL)), "north", Orders(duties={"1.1": "feign"}))


def test_nothing_is_done_in_spite_of_a_law_that_does_not_stand_in_the_way() -> None:
    assert "meets no law" in refused(signed(BOTH), "north", Orders(duties={"1.1": "anyway"}))


def test_an_outsider_does_not_respond() -> None:
    assert "hills is no party to a text '1'" in refused(signed(BOTH), "hills", Orders(responses={"1": "query"}))


def test_what_needs_no_ratification_is_not_ratified() -> None:
    assert "does not wait for south's ratification" in refused(signed(BOTH), "south", Orders(responses={"1": "ratify"}))
    judge(RIVER, signed(draft(GRAIN, BORDER)), "south", Orders(responses={"1": "ratify"}))


def test_notice_is_given_once() -> None:
    row = turn(signed(draft(OPEN_GATE, STILL_MILL, notice=3)), north=Orders(responses={"1": "withdraw"})).row
    assert "is given already" in refused(row, "south", Orders(responses={"1": "withdraw"}))


def test_a_word_is_read_by_the_parties_and_in_one_of_its_readings() -> None:
    row = signed(draft(PEACE, GRAIN))
    assert "has no reading 'war'" in refused(row, "north", Orders(readings={"1.1": "war"}))
    assert "no word left to read" in refused(row, "north", Orders(readings={"1.2": "quiet"}))
    assert "no party to a step" in refused(row, "hills", Orders(readings={"1.1": "quiet"}))


def test_a_sealed_text_is_as_unknown_to_outsiders_as_one_that_is_not_there() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, sealed=True))
    there = refused(row, "hills", Orders(responses={"1": "query"}))
    assert there == refused(opening(RIVER), "hills", Orders(responses={"1": "query"}))
