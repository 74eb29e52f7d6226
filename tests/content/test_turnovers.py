"""Governments that change in the shipped pack: announced by a rumour, and the end of what no body at home has passed."""

from __future__ import annotations

import pytest

from tabletop.pack.model import Pack
from tabletop.rules.dispatch import dispatch
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals

from .playing import SEED
from .rulings import position
from .signing import quiet, signed, template

CARDS = {"us": "washington-turnover", "rok": "seoul-turnover"}
FALLING = {"us": {"us-home": 30}, "rok": {"approval": 25}}
TEXTS = {"us": "said-and-unsaid", "rok": "military-package"}
"""A text that each of them signs and that waits for nobody's ratification."""
PASSING = {"us": {"us-home": 90}, "rok": {"approval": 90}}
TAKES_OVER = 8


def changed(book: Rulebook, row: Row, role: str, given: dict[str, int]) -> Row:
    """A position in which the card of a role's new government is to be played this turn."""
    found = list(row)
    card = list(book.pack.event).index(CARDS[role]) + 1
    for label, value in {"turn": TAKES_OVER, "foreshadowed": card, **FALLING[role], **given}.items():
        found[book.schema.index[label]] = value
    return dispatch(book, found, "hanoi-2019", SEED).row


def with_text(book: Rulebook, role: str, given: dict[str, int]) -> Row:
    """The position after the turn in which a text was signed."""
    row = position(book, {"turn": 5, "capital[us]": 5, "capital[rok]": 5, **given}, "hanoi-2019")
    return signed(book, row, template(book, TEXTS[role]))


@pytest.mark.parametrize("role", CARDS)
def test_it_takes_over_in_the_turn_of_its_card(book: Rulebook, role: str) -> None:
    row = changed(book, book.opening("hanoi-2019"), role, {})
    assert row[book.schema.index[f"turnover[{role}]"]] == TAKES_OVER


@pytest.mark.parametrize("role", CARDS)
def test_who_finds_support_again_within_the_month_stays(book: Rulebook, role: str) -> None:
    row = changed(book, book.opening("hanoi-2019"), role, {"us-home": 50, "approval": 50})
    assert row[book.schema.index[f"turnover[{role}]"]] == 0


@pytest.mark.parametrize("role", CARDS)
def test_what_was_only_signed_ends_with_it(book: Rulebook, role: str) -> None:
    row = with_text(book, role, {})
    assert len(deals(book.layout, row)) == 1
    assert deals(book.layout, quiet(book, changed(book, row, role, {}))) == ()


@pytest.mark.parametrize("role", CARDS)
def test_what_was_passed_at_home_outlives_it(book: Rulebook, role: str) -> None:
    row = with_text(book, role, PASSING[role])
    row = resolve(book, row, {role: Orders(responses={"1": "ratify"})}, SEED).row
    assert len(deals(book.layout, quiet(book, changed(book, row, role, {})))) == 1


def test_no_government_changes_in_its_first_year(korea: Pack) -> None:
    assert not set(CARDS.values()) & set(korea.scenario["mar-a-lago-2017"].deck)
    assert set(CARDS.values()) <= set(korea.scenario["hanoi-2019"].deck)
