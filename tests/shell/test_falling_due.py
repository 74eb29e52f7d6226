"""What falls due this turn, what it waits for, and what of the purse it takes."""

from __future__ import annotations

from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View, view
from tabletop.shell.composing import Unsealed
from tabletop.shell.falling_due import due_now
from tabletop.shell.purse import purse
from tabletop.shell.text_choices import conducts
from tabletop.shell.text_telling import deal_steps

from ..rules.agreements.river_texts import (
    BORDER,
    GRAIN,
    OPEN_GATE,
    RIVER,
    STILL_MILL,
    draft,
    duty_in,
    signed,
    step,
    text_in,
    turn,
)
from ..rules.small_pack import with_

GATE_THEN_GRAIN = draft(OPEN_GATE, step(GRAIN, 1, 1))


def on_its_day(text: Draft = GATE_THEN_GRAIN, **changed: int) -> Row:
    """The position in the turn after everybody signed a text."""
    return with_(RIVER, signed(text), {"turn": 2, "capital[south]": 3, **changed})


def seen(row: Row, role: str = "south") -> View:
    return view(RIVER, row, role)


def due(row: Row, role: str = "south") -> list[tuple[str, str]]:
    """The keys of what a role owes, with what has to come first."""
    return [(each.duty.key, each.when) for each in due_now(RIVER, seen(row, role))]


def test_what_waits_for_a_step_that_is_due_too_falls_due_with_it() -> None:
    row = on_its_day()
    assert due(row) == [("1.2", "when step 1 is done")]
    assert duty_in(turn(row).row, 2).state is DutyState.DONE


def test_what_waits_for_a_later_step_does_not_fall_due() -> None:
    row = on_its_day(draft(step(OPEN_GATE, 3), step(GRAIN, 1, 1)))
    assert due(row) == []
    assert duty_in(turn(row).row, 2).state is DutyState.WAITING


def test_what_waits_for_a_step_that_waits_for_a_later_one_does_not_fall_due() -> None:
    row = on_its_day(draft(step(OPEN_GATE, 3), step(STILL_MILL, 1, 1), step(GRAIN, 1, 2)))
    assert due(row) == []


def test_what_waits_for_ratification_does_not_fall_due_even_if_it_is_ratified_now() -> None:
    row = on_its_day(draft(BORDER, OPEN_GATE))
    assert due(row) == []
    result = turn(row, south=Orders(responses={"1": "ratify"}))
    assert duty_in(result.row, 1).state is DutyState.WAITING


def test_it_can_be_held_back_before_it_is_known_whether_it_comes() -> None:
    row = on_its_day()
    found = {each.id: each for each in conducts(RIVER, seen(row), text_in(row), duty_in(row, 2))}
    assert not found["withhold"].why_not
    assert found["do"].default
    assert "It waits for step 1, which may come this turn." in found["do"].says
    held = turn(row, south=Orders(duties={"1.2": "withhold"}))
    assert duty_in(held.row, 2).state is DutyState.LATE


def test_it_is_told_as_due_with_what_it_waits_for() -> None:
    row = on_its_day()
    told = deal_steps(RIVER, "dry-summer", seen(row), text_in(row))[1]
    assert told.line.endswith("waits for step 1; due this turn")


def test_capital_for_what_falls_due_is_kept_ready() -> None:
    row = on_its_day()
    assert purse(RIVER, seen(row), Unsealed()) == "Capital 2 of 3 left, 1 kept for steps"
    assert purse(RIVER, seen(row), Unsealed(duties=(("1.2", "withhold"),))) == "Capital 3 of 3 left"
    assert purse(RIVER, seen(row, "north"), Unsealed()).endswith(" left")


def test_capital_for_a_step_done_before_its_day_is_kept_ready() -> None:
    row = on_its_day(draft(OPEN_GATE, step(GRAIN, 3)))
    assert purse(RIVER, seen(row), Unsealed()) == "Capital 3 of 3 left"
    assert purse(RIVER, seen(row), Unsealed(duties=(("1.2", "do"),))) == "Capital 2 of 3 left, 1 kept for steps"


def test_a_purse_too_small_for_what_falls_due_says_so() -> None:
    row = on_its_day(**{"capital[south]": 0})
    assert purse(RIVER, seen(row), Unsealed()) == "Capital 0 of 0 left, but steps to be done need 1"
