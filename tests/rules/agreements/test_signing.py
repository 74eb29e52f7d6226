"""A text is in force when all its signers seal the same; what was not prepared falls out."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.preparing import as_prepared
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.texts.deal import Stage
from tabletop.rules.texts.draft import Draft

from ..small_pack import opening, value, with_
from .river_texts import (
    BORDER,
    GRAIN,
    OPEN_GATE,
    PEACE,
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

BOTH = draft(OPEN_GATE, STILL_MILL)
COUNCIL = draft(OPEN_GATE, forum="council", parties=("north", "south", "hills"))


def test_a_text_that_all_sign_is_in_force() -> None:
    row = signed(BOTH)
    assert text_in(row).stage is Stage.IN_FORCE
    assert text_in(row).parties == ("north", "south")
    assert [duty.term.key for duty in text_in(row).duties] == [OPEN_GATE, STILL_MILL]


def test_without_one_signature_there_is_no_text() -> None:
    result = turn(opening(RIVER), north=Orders(signs=(BOTH,)))
    assert texts_alive(result.row) == 0
    (event,) = told(result.events, "is not signed", "S did not sign")
    assert event.seen_by == ("north",)


def test_two_who_sign_different_texts_have_none() -> None:
    longer = replace(BOTH, duration=9)
    row = turn(opening(RIVER), north=Orders(signs=(BOTH,)), south=Orders(signs=(longer,))).row
    assert texts_alive(row) == 0


def test_the_author_pays_for_the_forum() -> None:
    row = signed(BOTH)
    assert value(RIVER, row, "capital[north]") == 2 + 3  # three, one for the bank; two are kept and three come in
    assert value(RIVER, opening(RIVER), "capital[north]") == 3
    assert [signing_cost(RIVER, opening(RIVER), BOTH, role) for role in BOTH.parties] == [1, 0]


def test_nothing_is_paid_for_a_text_that_is_not_signed() -> None:
    result = turn(opening(RIVER), north=Orders(signs=(BOTH,)))
    assert not told(result.events, "spends")


def test_a_word_left_undefined_makes_signing_cheaper() -> None:
    vague, plain = draft(PEACE, GRAIN), draft(step(PEACE, reading="quiet"), GRAIN)
    assert signing_cost(RIVER, opening(RIVER), vague, "north") == 0
    assert signing_cost(RIVER, opening(RIVER), plain, "north") == 1


def test_a_broker_signs_and_pays() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), broker="hills")
    assert signing_cost(RIVER, opening(RIVER), text, "hills") == 1
    assert texts_alive(signed(text)) == 1
    without = {role: Orders(signs=(text,)) for role in text.parties}
    assert texts_alive(turn(opening(RIVER), **without).row) == 0


def test_due_dates_and_the_end_count_from_the_signature() -> None:
    row = signed(draft(step(OPEN_GATE, 2), step(STILL_MILL, 3), duration=4))
    assert [duty.due for duty in text_in(row).duties] == [3, 4]
    assert text_in(row).ends == 5


def test_topics_that_nobody_prepared_fall_out() -> None:
    text = draft(OPEN_GATE, STILL_MILL, GRAIN, forum="summit")
    row = signed(text, opening(RIVER, ready=2))
    assert [duty.term.key for duty in text_in(row).duties] == [OPEN_GATE, STILL_MILL]


def test_what_waited_for_a_lost_step_falls_out_with_it_and_the_rest_is_numbered_anew() -> None:
    text = draft(OPEN_GATE, GRAIN, step(STILL_MILL, 2, 2), step("north/fill-wells", 2, 1), forum="summit")
    row = signed(replace(text, steps=(text.steps[0], text.steps[3], text.steps[1], replace(text.steps[2], after=3))),
                 opening(RIVER, ready=2))  # fmt: skip
    assert [duty.term.key for duty in text_in(row).duties] == [OPEN_GATE, "north/fill-wells"]


def test_a_summit_that_nobody_prepared_fails_and_costs_all_who_came() -> None:
    text = draft(OPEN_GATE, STILL_MILL, forum="summit")
    result = turn(opening(RIVER), **{role: Orders(signs=(text,)) for role in text.parties})
    assert texts_alive(result.row) == 0
    (event,) = told(result.events, "fails")
    assert {(change.column, change.after - change.before) for change in event.changes} == {
        ("standing[north]", -6), ("standing[south]", -6), ("failed[summit]", 1),
    }  # fmt: skip


def test_a_summit_that_failed_closes_that_forum_for_one_turn_and_no_other() -> None:
    text = draft(OPEN_GATE, STILL_MILL, forum="summit")
    row = turn(opening(RIVER), **{role: Orders(signs=(text,)) for role in text.parties}).row
    row = with_(RIVER, row, {"ready": 2})
    with pytest.raises(IllegalOrder, match="The last meeting in The summit failed"):
        judge(RIVER, row, "north", Orders(signs=(text,)))
    judge(RIVER, row, "north", Orders(signs=(BOTH,)))
    judge(RIVER, turn(row).row, "north", Orders(signs=(text,)))


def test_a_sealed_text_that_fails_is_told_to_its_signers_alone() -> None:
    text = draft(OPEN_GATE, STILL_MILL, forum="summit", sealed=True)
    result = turn(opening(RIVER), **{role: Orders(signs=(text,)) for role in text.parties})
    (event,) = told(result.events, "fails")
    assert event.seen_by == ("north", "south")


def test_a_council_needs_its_votes() -> None:
    assert texts_alive(signed(COUNCIL)) == 1
    alone = turn(opening(RIVER), north=Orders(signs=(COUNCIL,)))
    assert told(alone.events, "It has 3 votes and needs 4.")


def test_in_a_council_silence_abstains() -> None:
    row = turn(opening(RIVER), north=Orders(signs=(COUNCIL,)), south=Orders(signs=(COUNCIL,))).row
    assert texts_alive(row) == 1


def test_a_permanent_member_that_says_no_vetoes() -> None:
    sign, veto = Orders(signs=(COUNCIL,)), Orders(vetoes=(COUNCIL,))
    result = turn(opening(RIVER), north=sign, south=sign, hills=veto)
    (event,) = told(result.events, "H cast a veto.")
    assert event.seen_by is None
    assert texts_alive(result.row) == 0


def test_a_permanent_member_vetoes_a_text_to_which_it_is_no_party() -> None:
    text = replace(COUNCIL, parties=("north", "south"))
    judge(RIVER, opening(RIVER), "hills", Orders(vetoes=(text,)))
    sign, veto = Orders(signs=(text,)), Orders(vetoes=(text,))
    assert texts_alive(turn(opening(RIVER), north=sign, south=sign).row) == 1
    assert texts_alive(turn(opening(RIVER), north=sign, south=sign, hills=veto).row) == 0


@pytest.mark.parametrize(("text", "role"), [(COUNCIL, "south"), (BOTH, "hills")])
def test_nobody_else_has_a_veto(text: Draft, role: str) -> None:
    with pytest.raises(IllegalOrder, match="has no veto"):
        judge(RIVER, opening(RIVER), role, Orders(vetoes=(text,)))


def test_nobody_signs_and_vetoes_the_same() -> None:
    with pytest.raises(IllegalOrder, match="Leave one of the two out"):
        judge(RIVER, opening(RIVER), "hills", Orders(signs=(COUNCIL,), vetoes=(COUNCIL,)))


def test_nobody_owes_a_council_a_step_without_having_signed() -> None:
    text = replace(COUNCIL, steps=(*COUNCIL.steps, step("hills/grain")))
    result = turn(opening(RIVER), north=Orders(signs=(text,)), south=Orders(signs=(text,)))
    assert told(result.events, "H did not sign.")
    assert texts_alive(result.row) == 0


def test_a_pledge_is_signed_by_one_alone() -> None:
    text = draft(OPEN_GATE, forum="square", parties=("north",))
    row = signed(text)
    assert text_in(row).parties == ("north",)


def test_no_more_texts_live_than_there_is_room_for() -> None:
    pledges = [draft(step(OPEN_GATE, due), forum="square", parties=("north",)) for due in (1, 2, 3)]
    row = turn(opening(RIVER), north=Orders(signs=tuple(pledges[:2]))).row
    assert texts_alive(row) == 2
    with pytest.raises(IllegalOrder, match="one must end before another"):
        judge(RIVER, row, "north", Orders(signs=(pledges[2],)))


def test_when_more_are_signed_at_once_than_there_is_room_for_the_first_live() -> None:
    pledges = tuple(draft(step(OPEN_GATE, due), forum="square", parties=("north",)) for due in (1, 2, 3))
    result = turn(opening(RIVER), north=Orders(signs=pledges))
    assert texts_alive(result.row) == 2
    assert told(result.events, "2 texts live already")


def test_a_text_to_be_ratified_is_provisional() -> None:
    assert text_in(signed(draft(GRAIN, BORDER))).stage is Stage.PROVISIONAL


def test_signatures_are_told_with_the_terms() -> None:
    result = turn(opening(RIVER), **{role: Orders(signs=(BOTH,)) for role in BOTH.parties})
    (event,) = told(result.events, "N and S sign in The bank", "Open gate", "Still mill")
    assert event.step == "signatures"
    assert event.seen_by is None


def test_a_sealed_text_is_told_to_its_signers_alone() -> None:
    secret = replace(BOTH, sealed=True)
    result = turn(opening(RIVER), **{role: Orders(signs=(secret,)) for role in BOTH.parties})
    assert [event.seen_by for event in told(result.events, "sign in The bank")] == [("north", "south")]


def test_with_dice_an_unprepared_topic_has_a_chance() -> None:
    row = with_(RIVER, opening(RIVER), {"dice": 1})
    text = draft(OPEN_GATE, STILL_MILL, GRAIN, forum="summit")
    kept = {len(as_prepared(RIVER, row, text, seed).draft.steps) for seed in range(40)}
    assert kept == {0, 1, 2, 3}
    assert {len(as_prepared(RIVER, opening(RIVER), text, seed).draft.steps) for seed in range(40)} == {0}


def test_a_step_of_a_text_knows_its_number() -> None:
    assert duty_in(signed(BOTH), 2).key == "1.2"
