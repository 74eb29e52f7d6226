"""What must hold in every position and every game, whatever is played."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import advance, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

from .random_play import random_game, random_orders, random_row


def _applied_backwards(book: Rulebook, row: Row, events: tuple) -> Row:
    before = row[:]
    for event in reversed(events):
        for change in event.changes:
            place = book.schema.index[change.column]
            assert before[place] == change.after, f"{event.cause} says {change}, the row had {before[place]}"
            before[place] = change.before
    return before


def test_fast_and_full_referee_agree_on_every_act_in_two_thousand_positions(book: Rulebook) -> None:
    dice = Random(2017)
    positions = [random_row(book, dice) for _ in range(1_000)]
    for seed in range(60):
        positions += [after for _, after, _ in random_game(book, seed)]
    assert len(positions) >= 2_000
    for row in positions[:2_000]:
        for role in book.names.roles:
            for act, level in book.options(row, role):
                full = check(book, row, act)
                assert full.level == level == book.level(row, act), act.key
                assert full.level == max((finding.level for finding in full.findings), default=Level.PERMITTED)


def test_the_events_of_a_turn_account_for_every_change_of_the_row(book: Rulebook) -> None:
    for seed in range(100, 140):
        for before, after, events in random_game(book, seed):
            assert _applied_backwards(book, after, events) == before
            assert all(event.says and event.cause for event in events)


def test_a_thousand_random_games_end_without_an_illegal_state(book: Rulebook) -> None:
    turns = book.pack.scenario["mar-a-lago-2017"].turns
    for seed in range(1_000):
        row: Row = []
        for _, row, _ in random_game(book, seed):
            for value, column in zip(row, book.schema.columns, strict=True):
                assert column.low <= value <= column.high, column.label
        assert book.ending(row) is not None
        assert row[book.schema.index["turn"]] <= turns


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_the_same_seed_plays_the_same_game(book: Rulebook, seed: int) -> None:
    assert [after for _, after, _ in random_game(book, seed)] == [after for _, after, _ in random_game(book, seed)]


def test_a_turn_told_and_a_turn_untold_lead_to_the_same_row(book: Rulebook) -> None:
    dice = Random(11)
    for seed in range(40):
        row = book.opening("mar-a-lago-2017")
        while not book.over(row):
            orders = {role: random_orders(book, row, role, dice) for role in book.names.roles}
            told = resolve(book, row, orders, seed).row
            assert advance(book, row, orders, seed) == told
            row = told
