"""Showing a tight home: when there is something to show, and what the proof costs."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.showing import unshowable
from tabletop.rules.agreements.winset import HomeView, fare
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import advance
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import seen_events

from ..small_pack import ROLES, book_of, opening, with_
from .river_texts import AGREEMENTS, BORDER, FLOUR, OPEN_GATE, RIVER, STILL_MILL, TEXT, draft, step, told, turn

HARD = draft(FLOUR, OPEN_GATE)
"""A text that takes fifteen from the south at home."""
WELL = "It would fare well enough at home: there is nothing to show. Argue it another way."


def why_not(text: Draft, role: str = "south", **changed: int) -> str | None:
    return unshowable(RIVER, with_(RIVER, opening(RIVER), changed), role, text)


@pytest.mark.parametrize(("standing", "why"), [(56, WELL), (55, None), (20, None)])
def test_a_home_is_tight_that_would_be_left_with_two_fifths_or_less(standing: int, why: str | None) -> None:
    assert why_not(HARD, **{"standing[south]": standing}) == why


def test_a_home_is_tight_whose_body_would_not_pass_the_text() -> None:
    treaty = draft(FLOUR, BORDER)
    home = fare(RIVER, opening(RIVER), "south", treaty)
    assert home is not None
    assert (home.after, home.passes) == (45, False)
    assert why_not(treaty) is None
    assert why_not(treaty, **{"standing[south]": 65}) == WELL


def test_what_is_not_asked_of_a_home_does_not_strain_it() -> None:
    assert why_not(HARD, "north") == WELL


@pytest.mark.parametrize(("ready", "why"), [(1, WELL), (2, None)])
def test_what_would_fall_out_does_not_count(ready: int, why: str | None) -> None:
    text = draft(OPEN_GATE, FLOUR, forum="summit")
    assert why_not(text, ready=ready, **{"standing[south]": 55}) == why


def test_of_a_text_of_which_nothing_is_ready_the_failed_meeting_counts() -> None:
    text = draft(STILL_MILL, OPEN_GATE, forum="summit")
    home = fare(RIVER, opening(RIVER), "south", text)
    assert home is not None
    assert (home.before, home.after) == (60, 54)
    assert [why_not(text, **{"standing[south]": standing}) for standing in (47, 46)] == [WELL, None]


def test_an_annexed_step_weighs_at_home_as_an_open_one_does() -> None:
    texts = (draft(OPEN_GATE, step(FLOUR, annex=annex)) for annex in (True, False))
    assert [fare(RIVER, opening(RIVER), "south", text) for text in texts] == [HomeView(60, 45, None, True, 0)] * 2


def test_a_stranger_has_nothing_to_show() -> None:
    assert why_not(HARD, "hills") == "H has no home that this text could strain."


def test_neither_has_a_party_without_a_home() -> None:
    homeless = book_of(
        TEXT, header=AGREEMENTS, roles=ROLES.replace("[role.south]", '[role.south]\nratifies = "assembly"')
    )
    assert unshowable(homeless, opening(homeless), "south", HARD) == "S has no home that this text could strain."


# ---- what it costs ----


def test_the_proof_is_paid_for_when_the_turn_is_worked_out_and_its_giver_alone_is_told() -> None:
    result = turn(opening(RIVER), south=Orders(shows=(HARD,)))
    (event,) = told(result.events, "proof")
    assert event.says == "S spends 1 on proof that the text of N and S in The bank is hard at home."
    assert [(each.column, each.after - each.before) for each in event.changes] == [("capital[south]", -1)]
    for role in ("north", "hills"):
        assert not told(seen_events(RIVER, result.events, role), "proof")


def test_every_proof_is_paid_for_once_whatever_comes_of_the_text() -> None:
    other = draft(FLOUR, OPEN_GATE, snapback=True)
    for signs in ((), (HARD,)):
        both = Orders(shows=(HARD, other), signs=signs)
        result = turn(opening(RIVER), south=both, north=Orders(signs=signs))
        assert len(told(result.events, "S spends 1 on proof")) == 2


def test_a_proof_is_paid_for_untold_too() -> None:
    orders = {"south": Orders(shows=(HARD,))}
    assert advance(RIVER, opening(RIVER), orders, 1) == turn(opening(RIVER), **orders).row


def test_proofs_are_paid_for_together_with_all_else_that_is_sealed() -> None:
    row = with_(RIVER, opening(RIVER), {"capital[north]": 1})
    shown, signs = Orders(shows=(HARD,)), Orders(signs=(HARD,))
    judge(RIVER, row, "north", shown)
    judge(RIVER, row, "north", signs)
    with pytest.raises(IllegalOrder, match="These orders cost 2 and you have 1"):
        judge(RIVER, row, "north", Orders(shows=(HARD,), signs=(HARD,)))
