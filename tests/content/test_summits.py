"""A meeting of two leaders has one price and uses up what was prepared, whether by a move or by a text."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.dispatch import dispatch
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.terms import Term

from .playing import SEED, sat_out
from .rulings import position
from .signing import said, signed, template, text

THEN, NOW = "mar-a-lago-2017", "hanoi-2019"
Given = dict[str, int | str]
POSITIONS: dict[str, tuple[str, Given]] = {
    "an ordinary month": (THEN, {}),
    "the hundred days ran out": (THEN, {"hundred-days.plan": "run-out"}),
    "a letter has come": (THEN, {"letter": 1}),
    "the envoys have travelled": (THEN, {"turn": 4, "last[rok, shuttle]": 3}),
    "four months after Hanoi": (NOW, {"turn": 4}),
    "eight months after Hanoi": (NOW, {"turn": 8}),
    "eight months, and a letter": (NOW, {"turn": 8, "letter": 1}),
}
PRICES = dict(zip(POSITIONS, (2, 3, 1, 1, 3, 4, 3), strict=True))


@pytest.mark.parametrize("name", POSITIONS)
def test_a_summit_costs_the_same_by_a_move_and_by_a_text(book: Rulebook, name: str) -> None:
    scenario, given = POSITIONS[name]
    row = position(book, given, scenario)
    draft = text("us", "us-dprk-summit", ["us", "dprk"], Term("us", "recognise"))
    assert check(book, row, book.by_key["us/leader-summit"]).cost == PRICES[name]
    assert signing_cost(book, row, draft, "us") == PRICES[name]


def test_the_price_of_a_turn_is_known_when_the_turn_begins(book: Rulebook) -> None:
    row = position(book, {"turn": 3}, NOW)
    after = dispatch(book, sat_out(book, row, {}), NOW, SEED).row
    assert after[book.schema.index["turn"]] == 4
    assert check(book, after, book.by_key["us/leader-summit"]).cost == PRICES["four months after Hanoi"]


def after_signing(book: Rulebook, given: Given) -> Row:
    return signed(book, position(book, given, NOW), template(book, "yongbyon-for-relief"))


def test_a_text_that_is_signed_there_uses_up_three_chapters(book: Rulebook) -> None:
    assert after_signing(book, {"preparation": 4})[book.schema.index["preparation"]] == 1


def test_it_answers_the_letter_and_counts_as_a_meeting(book: Rulebook) -> None:
    row = after_signing(book, {"preparation": 3, "letter": 1, "turn": 8})
    assert row[book.schema.index["letter"]] == 0
    assert row[book.schema.index["met"]] == 8
    assert check(book, dispatch(book, row, NOW, SEED).row, book.by_key["us/leader-summit"]).cost == 2


def test_a_meeting_that_fails_was_a_meeting_all_the_same(book: Rulebook) -> None:
    row = after_signing(book, {"preparation": 0, "turn": 5})
    assert row[book.schema.index["text[1].stage"]] == 0
    assert row[book.schema.index["met"]] == 5


def test_envoys_make_one_summit_cheaper_and_not_the_next(book: Rulebook) -> None:
    given: Given = {"turn": 5, "last[rok, shuttle]": 3}
    summit = book.by_key["us/leader-summit"]
    assert check(book, position(book, given), summit).cost == 1
    assert check(book, position(book, given | {"met": 4}), summit).cost == 2


def test_all_or_nothing_at_a_summit_is_nothing_unless_three_chapters_are_ready(book: Rulebook) -> None:
    draft = template(book, "big-deal")
    for ready, fails in ((2, True), (3, False)):
        given: Given = {"turn": 5, "last[us, all-or-nothing]": 4, "preparation": ready}
        assert bool(said(book, position(book, given, NOW), draft, "fails")) == fails
