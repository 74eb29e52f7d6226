"""What a text is worth to a delegation: what it gets times how far it counts on it, less what it gives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tabletop.actors.credibility import SURE, credibility
from tabletop.actors.valuation import FAILS, NEAR, SHOWN, UNREADY, UNSAID, Valuation, valued, worth_left
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.draft import Draft, Step

from ..rules.agreements.river_texts import BARGES, FILL_WELLS, GRAIN, NETS, OPEN_GATE, PEACE, STILL_MILL, draft, step
from .river_minds import mind, river, row_of

NORTH = mind(
    "north",
    'worth: clause = "open-gate"; choice = "river.gate"; worth = -10',
    'worth: clause = "still-mill"; worth = "20 + tension"',
    'worth: clause = "grain"; by = "south"; worth = 10',
    'worth: clause = "grain"; worth = 40',
    'worth: clause = "fill-wells"; worth = -10',
    reserve="6 - turn",
)
SOUTH = mind("south", 'worth: clause = "fill-wells"; worth = 100', 'worth: clause = "barges"; worth = 0')
BOOK = river(NORTH, SOUTH)


def worth(text: Draft, role: str = "north", **changed: Any) -> Valuation:
    return valued(BOOK, f"{role}-mind", row_of(BOOK, **changed), text)


def points(text: Draft, number: int, role: str = "north", **changed: Any) -> int:
    return worth(text, role, **changed).lines[number - 1].points


def counted(text: Draft, number: int, role: str = "north", **changed: Any) -> int:
    return credibility(BOOK, row_of(BOOK, **changed), role, text, text.steps[number - 1])


# ---- lines ----


def test_the_first_line_that_speaks_of_a_step_says_what_it_is_worth_and_why() -> None:
    text = draft(
        STILL_MILL,
        GRAIN,
        replace(step(GRAIN), term=BOOK.term_by_key["hills/grain"]),
        parties=("north", "south", "hills"),
    )
    lines = worth(text).lines
    assert [line.because for line in lines] == ["Line 2.", "Line 3.", "Line 4."]
    assert lines[2].points > lines[1].points
    assert [line.number for line in lines] == [1, 2, 3]


def test_a_step_of_which_nothing_is_said_is_worth_nothing() -> None:
    (line,) = worth(draft(NETS)).lines
    assert (line.points, line.because) == (0, UNSAID)


def test_the_total_is_what_the_lines_come_to() -> None:
    found = worth(draft(STILL_MILL, OPEN_GATE, GRAIN))
    assert found.total == sum(line.points for line in found.lines)


def test_the_reserve_falls_as_its_expression_says() -> None:
    text = draft(NETS)
    assert [worth(text, turn=turn).reserve for turn in (1, 4)] == [5, 2]
    assert (worth(text, turn=1).accepted, worth(text, turn=6).accepted) == (False, True)


@pytest.mark.parametrize(("below", "says"), [(0, "accept"), (1, "near"), (NEAR, "near"), (NEAR + 1, "refuse")])
def test_the_answer_tells_how_near_a_text_comes(below: int, says: str) -> None:
    assert Valuation(5 - below, 5, ()).says == says


def test_less_must_a_text_be_worth_whose_other_side_has_shown_its_home() -> None:
    text = draft(NETS)
    row = row_of(BOOK)
    plain, theirs, own = (valued(BOOK, "north-mind", row, text, shown) for shown in ((), ("south",), ("north",)))
    assert (theirs.reserve, theirs.total) == (plain.reserve - SHOWN, plain.total)
    assert own == plain
    assert valued(BOOK, "north-mind", row, text, ("north", "south", "hills")).reserve == theirs.reserve
    assert theirs.because == "It is worth 0 to us and must be worth 1, since S can show that it has no more to give."


# ---- what nobody prepared ----

AT_SUMMIT = draft(step(STILL_MILL), step(GRAIN, after=1), forum="summit")


def test_what_would_fall_out_is_worth_nothing() -> None:
    found = worth(AT_SUMMIT, ready=1)
    assert [line.number for line in found.lines] == [1, 2]
    assert found.lines[0].points == points(AT_SUMMIT, 1, ready=2) > 0
    assert (found.lines[1].points, found.lines[1].because) == (0, UNREADY)
    assert points(AT_SUMMIT, 2, ready=2) > 0


def test_a_text_that_would_fail_is_refused_whatever_it_promises() -> None:
    late = worth(AT_SUMMIT, turn=8)
    assert late.total >= late.reserve
    assert (late.accepted, late.says, late.because) == (False, "refuse", FAILS)
    assert worth(AT_SUMMIT, turn=8, ready=2).says == "accept"


def test_with_dice_what_nobody_prepared_counts_by_its_chance() -> None:
    sure, lucky = points(AT_SUMMIT, 1, ready=2), points(AT_SUMMIT, 1, dice=1)
    assert lucky == sure // 2
    assert worth(AT_SUMMIT, turn=8, dice=1).accepted


# ---- losses ----


def test_what_is_given_away_counts_half_as_much_again() -> None:
    assert points(draft(step(STILL_MILL), step(OPEN_GATE, due=2)), 2) == -15


def test_moving_first_costs_half_of_what_may_be_returned_at_home() -> None:
    assert points(draft(step(OPEN_GATE), step(STILL_MILL, due=2)), 1) == -15 - 4


def test_moving_first_in_an_annex_costs_nothing_at_home_and_whoever_moves_next_is_first() -> None:
    hidden, shown = (draft(step(STILL_MILL), step(OPEN_GATE), step(FILL_WELLS, annex=annex)) for annex in (True, False))
    assert points(hidden, 3) == points(shown, 3)
    late = draft(step(OPEN_GATE, due=2), step(STILL_MILL, due=3), step(FILL_WELLS, annex=True))
    assert points(late, 3) == points(hidden, 3)
    assert points(late, 1) == points(draft(step(OPEN_GATE), step(STILL_MILL, due=2)), 1)


def test_a_cost_at_home_weighs_more_where_home_is_weak() -> None:
    text = draft(step(OPEN_GATE), step(GRAIN, due=2))
    weak, strong = (points(text, 2, "south", **{"standing[south]": standing}) for standing in (5, 95))
    assert weak < strong < 0


def test_a_step_for_good_costs_its_owner_more_than_one_that_can_be_taken_back() -> None:
    text = draft(step(STILL_MILL), step(OPEN_GATE, due=2), step(FILL_WELLS, due=2))
    assert not BOOK.term_deeds[text.steps[2].term].reversible
    assert points(text, 3) < points(text, 2)


def test_to_promise_what_the_law_does_not_let_happen_costs_what_a_missed_step_does() -> None:
    text = draft(step(OPEN_GATE), step(NETS, due=2))
    assert points(text, 2, "south") == -15


# ---- credibility ----


def test_ones_own_step_is_sure() -> None:
    assert counted(draft(OPEN_GATE), 1) == SURE


def test_trust_makes_a_promise_count_for_more() -> None:
    cold, warm = (counted(draft(STILL_MILL), 1, **{"trust[north, south]": trust}) for trust in (-30, 30))
    assert (cold, warm) == (60, 90)


def test_what_can_be_reported_falsely_counts_by_how_well_it_is_watched() -> None:
    found = [counted(draft(FILL_WELLS), 1, "south", watch=watch) for watch in range(4)]
    assert found == sorted(set(found))
    assert [counted(draft(STILL_MILL), 1, watch=watch) for watch in (0, 3)] == [75, 75]


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        (draft(STILL_MILL, snapback=True), draft(STILL_MILL)),
        (draft(STILL_MILL), draft(step(STILL_MILL, due=3))),
        (draft(step(STILL_MILL, due=3)), draft(step(STILL_MILL, due=5))),
    ],
    ids=["snap-back", "later", "later still"],
)
def test_what_makes_a_promise_count_for_less(better: Draft, worse: Draft) -> None:
    assert counted(better, 1) > counted(worse, 1)


def test_what_waits_for_something_counts_for_less() -> None:
    plain = counted(draft(OPEN_GATE, STILL_MILL), 2)
    assert counted(draft(step(OPEN_GATE), step(STILL_MILL, after=1)), 2) < plain
    assert counted(draft(step(PEACE), parties=("south", "north")), 1, "south") < plain  # its word may stall
    held = draft(step(OPEN_GATE), step(STILL_MILL, together=1), broker="hills")
    assert counted(held, 2) > plain


def test_what_needs_a_yes_or_breaks_the_law_counts_for_less() -> None:
    mill, barges, nets = (counted(draft(key), 1) for key in (STILL_MILL, BARGES, NETS))
    assert mill > barges > nets


@pytest.mark.parametrize(
    ("effects", "worth"), [("", 0), ('effects = [{ provision = "river.mill", to = "agreed" }]\n', 15)]
)
def test_what_is_so_already_is_worth_a_third_if_a_text_makes_it_firm_and_else_nothing(effects: str, worth: int) -> None:
    shut = '[clause.shut]\nname = "Shut"\nsays = "It is shut."\ntype = "x"\nby = ["south"]\ntopic = "x"\ndone = "tension >= 50"\n'
    shut += effects
    book = river(mind("north", 'worth: clause = "shut"; worth = 60'), shut)
    text = Draft("north", "bank", ("north", "south"), (Step(book.term_by_key["south/shut"]),))
    assert [valued(book, "north-mind", row_of(book, tension=tension), text).total for tension in (0, 50)] == [45, worth]


# ---- what a signed text is still worth ----


def test_what_is_left_of_a_text_is_what_is_owed_and_what_would_be_undone() -> None:
    text = draft(STILL_MILL, OPEN_GATE)
    both = {role: Orders(signs=(text,)) for role in text.parties}
    row = resolve(BOOK, row_of(BOOK), both, 1).row
    assert BOOK.layout is not None
    owed = worth_left(BOOK, "north-mind", row, deal_in(BOOK.layout, row, 1))
    assert owed == worth(text).total
    row = resolve(BOOK, row, {"north": Orders(duties={"1.2": "withhold"})}, 1).row
    row = resolve(BOOK, row, {"north": Orders(duties={"1.2": "withhold"})}, 1).row
    tension = row[BOOK.schema.index["tension"]]
    assert worth_left(BOOK, "north-mind", row, deal_in(BOOK.layout, row, 1)) == 20 + tension, "the mill stands still"
