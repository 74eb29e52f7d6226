"""A sealed text can be leaked by whoever signed it: everybody knows of it, and a word is broken."""

from __future__ import annotations

import pytest

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.texts.coding import deals
from tabletop.rules.views import seen_events, view

from ..small_pack import opening, value
from .river_texts import OPEN_GATE, RIVER, STILL_MILL, draft, duty_in, signed, step, text_in, told, turn

LEAK = Orders(responses={"1": "leak"})
SECRET = draft(step(OPEN_GATE, 3), step(STILL_MILL, 3), sealed=True)


def known_to(row: Row, role: str) -> int:
    """How many signed texts a role reads."""
    return len(deals(RIVER.layout, view(RIVER, row, role).row))


def test_a_leaked_text_is_known_to_everybody() -> None:
    row = signed(SECRET)
    assert known_to(row, "hills") == 0
    result = turn(row, south=LEAK)
    assert known_to(result.row, "hills") == 1
    seen = seen_events(RIVER, result.events, "hills")
    assert told(seen, "was secret and is in the press", "Open gate", "Still mill")
    assert not told(seen, "leaks")


def test_those_who_kept_the_secret_learn_who_leaked_it() -> None:
    assert told(seen_events(RIVER, turn(signed(SECRET), south=LEAK).events, "north"), "S breaks its word and leaks")


def test_a_leak_costs_the_leaker_trust_and_capital_and_the_others_at_home() -> None:
    (event,) = told(turn(signed(SECRET), south=LEAK).events, "leaks")
    moved = {change.column: change.after - change.before for change in event.changes}
    assert moved == {"capital[south]": -1, "trust[north, south]": -15, "standing[north]": -6, "text[1].sealed": -1}


def test_to_miss_a_step_of_a_leaked_text_costs_at_home_as_in_public() -> None:
    row = turn(signed(SECRET), south=LEAK).row
    row = turn(row).row
    before = value(RIVER, row, "standing[south]")
    for _ in range(2):
        row = turn(row, south=Orders(duties={"1.2": "withhold"})).row
    assert duty_in(row, 2).state.word == "missed"
    assert value(RIVER, row, "standing[south]") == before - 6


def test_a_text_stays_sealed_until_somebody_leaks_it() -> None:
    assert text_in(turn(signed(SECRET)).row).sealed


def test_a_broker_knows_enough_to_leak() -> None:
    text = draft(step(OPEN_GATE, 3), step(STILL_MILL, 3, together=1), sealed=True, broker="hills")
    result = turn(signed(text), hills=LEAK)
    assert not text_in(result.row).sealed
    assert value(RIVER, result.row, "trust[north, hills]") == -15


def test_what_two_leak_in_one_turn_is_told_once() -> None:
    result = turn(signed(SECRET), north=LEAK, south=LEAK)
    assert len(told(result.events, "is in the press")) == 1


@pytest.mark.parametrize(("text", "role"), [(SECRET, "hills"), (draft(OPEN_GATE, STILL_MILL), "south")])
def test_only_a_secret_one_knows_can_be_leaked(text: object, role: str) -> None:
    with pytest.raises(IllegalOrder):
        judge(RIVER, signed(text), role, LEAK)  # type: ignore[arg-type]


def test_nothing_is_leaked_at_the_opening() -> None:
    with pytest.raises(IllegalOrder):
        judge(RIVER, opening(RIVER), "north", LEAK)
