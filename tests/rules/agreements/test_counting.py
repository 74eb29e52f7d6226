"""A step about what is so already is counted as kept: it brings nothing, costs nothing, and does not end with its text."""

from __future__ import annotations

from tabletop.rules.agreements.lint import notes
from tabletop.rules.agreements.winset import at_home
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.deal import DutyState

from ..small_pack import book_of, opening, value, with_
from .river_texts import AGREEMENTS, HOMES, OPEN_GATE, RIVER, STILL_MILL, TEXT, draft, duty_in, signed, told, turn

FLOUR = TEXT.replace(
    'home = 3\nmove = "share-flour"', 'home = 3\ndone = "water >= 90"\neffects = [{ track = "water", add = 1 }]'
)
"""The river on which flour is shared as soon as there is water enough, whoever brought it."""
WET = book_of(
    FLOUR, header=AGREEMENTS, roles=HOMES, turns=8,
    tracks='water = 90\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60',
)  # fmt: skip
SHARED = draft("south/flour", OPEN_GATE)


def still() -> Row:
    """A turn after the mill was promised still, while it was so already."""
    row = with_(RIVER, signed(draft(STILL_MILL, OPEN_GATE)), {"river.mill": "agreed"})
    return turn(row).row


def due() -> Row:
    """The position in which flour is due and there is water enough."""
    return resolve(WET, opening(WET), {role: Orders(signs=(SHARED,)) for role in SHARED.signers}, 1).row


def test_it_brings_nothing_a_second_time() -> None:
    row = due()
    result = resolve(WET, row, {}, 1)
    assert value(WET, result.row, "water") == 90
    assert told(result.events, "Flour: it is so already.")


def test_it_costs_nothing_at_home_and_earns_no_trust() -> None:
    row = due()
    after = resolve(WET, row, {"north": Orders(duties={"1.2": "withhold"})}, 1).row
    assert value(WET, after, "standing[south]") == value(WET, row, "standing[south]")
    assert value(WET, after, "trust[north, south]") < value(WET, row, "trust[north, south]")  # for the gate alone


def test_it_is_kept_and_others_may_follow_it() -> None:
    assert duty_in(still(), 1).state is DutyState.COUNTED


def test_it_does_not_end_with_the_text() -> None:
    row = turn(still(), south=Orders(responses={"1": "withdraw"})).row
    for _ in range(3):
        row = turn(row).row
    assert RIVER.layout is not None
    assert RIVER.layout.taken(row) == ()
    assert RIVER.state(row, "river.mill") == "agreed"


def test_nobody_sees_it_as_a_first_step() -> None:
    row = with_(RIVER, signed(draft(STILL_MILL, OPEN_GATE)), {"river.mill": "agreed"})
    result = turn(row, north=Orders(duties={"1.2": "withhold"}))
    assert not told(result.events, "moves first")


def test_home_foresees_that_it_costs_nothing() -> None:
    found = at_home(WET, opening(WET), "south", SHARED)
    assert found.after == found.before


def test_the_linter_says_so() -> None:
    says = [note.says for note in notes(WET, opening(WET), SHARED)]
    assert "S: Flour is so already: it is counted, and brings nothing." in says
