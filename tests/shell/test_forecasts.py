"""Forecasts: what is told before sealing is what comes to pass, or a range that holds it."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.lab.random_play import random_orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import advance
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.rules.views import view
from tabletop.shell.forecasts import forecast, in_words

SCENARIO = "mar-a-lago-2017"


def seen(book: Rulebook, role: str, key: str, **changed: int) -> tuple[str, ...]:
    """What a role is told of an act, with some columns changed."""
    row = book.opening(SCENARIO)
    for label, value in changed.items():
        row[book.schema.index[label]] = value
    return in_words(book, forecast(book, view(book, row, role), book.by_key[key]))


@pytest.mark.parametrize("enforced", [0, 3])
def test_what_hangs_on_a_hidden_number_is_told_as_a_range(book: Rulebook, enforced: int) -> None:
    told = seen(book, "us", "us/intelligence-push@prc", **{"enforcement[prc]": enforced, "evidence[prc]": 35})
    assert told == ("Evidence of evasion PRC +5 to +25 → 40 to 60",)


def test_what_a_role_knows_is_told_as_it_will_be(book: Rulebook) -> None:
    told = seen(book, "us", "us/intelligence-push@dprk", **{"evidence[dprk]": 10, "estimate-band": 12})
    assert told == ("Uncertainty of the estimate -3 → 9", "Evidence of evasion DPRK +25 → 35")


def test_a_change_that_may_not_come_is_told_with_nothing_as_its_least(book: Rulebook) -> None:
    told = seen(book, "dprk", "dprk/evade-sanctions")
    assert any(text.startswith("DPRK economy +") and " to +" in text for text in told), told


@pytest.mark.parametrize("seed", range(12))
def test_what_comes_to_pass_lies_within_what_was_told(book: Rulebook, seed: int) -> None:
    row, dice = book.opening(SCENARIO), Random(seed)
    for _ in range(4):
        for role in book.names.actors:
            _compare(book, row, role)
        orders = {role: random_orders(book, row, role, dice) for role in book.names.actors}
        row = advance(book, row, orders, seed)


def _compare(book: Rulebook, row: Row, role: str) -> None:
    eyes = view(book, row, role)
    for act, level in book.options(row, role):
        if level == Level.BARRED:
            continue
        after, breach = row[:], level > Level.PERMITTED
        if breach:
            book.functions.breaches[book.place[act]](after, row)
        book.functions.effects[book.place[act]](after)
        told = {each.column: each.after for each in forecast(book, eyes, act, breach=breach)}
        for place, label in enumerate(book.schema.labels):
            if label not in eyes.hidden:
                assert after[place] in told.get(label, (row[place],)), (act.key, label)
