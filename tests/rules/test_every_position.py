"""What must hold in every position and every game, whatever is played."""

from __future__ import annotations

from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.lab.invariants import broken_invariants
from tabletop.lab.random_play import random_game, random_orders, random_row
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import advance, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

SCENARIO = "mar-a-lago-2017"


def test_fast_and_full_referee_agree_on_every_act_in_two_thousand_positions(book: Rulebook) -> None:
    dice = Random(2017)
    positions = [random_row(book, dice) for _ in range(1_000)]
    for seed in range(60):
        positions += [after for _, after, _ in random_game(book, SCENARIO, seed)]
    assert len(positions) >= 2_000
    for row in positions[:2_000]:
        for role in book.names.actors:
            for act, level in book.options(row, role):
                full = check(book, row, act)
                assert full.level == level == book.level(row, act), act.key
                assert full.level == max((finding.level for finding in full.findings), default=Level.PERMITTED)


def test_the_events_of_a_turn_account_for_every_change_of_the_row(book: Rulebook) -> None:
    for seed in range(100, 140):
        for before, after, events in random_game(book, SCENARIO, seed):
            assert list(broken_invariants(book, before, after, events)) == []


def test_a_thousand_random_games_end_without_an_illegal_state(book: Rulebook) -> None:
    turns = book.pack.scenario[SCENARIO].turns
    for seed in range(1_000):
        row: Row = []
        for before, row, events in random_game(book, SCENARIO, seed):
            assert list(broken_invariants(book, before, row, events)) == []
        assert book.ending(row) is not None
        assert row[book.schema.index["turn"]] <= turns


@settings(max_examples=25, deadline=None)
@given(st.integers(min_value=0, max_value=2**32))
def test_the_same_seed_plays_the_same_game(book: Rulebook, seed: int) -> None:
    assert [after for _, after, _ in random_game(book, SCENARIO, seed)] == [
        after for _, after, _ in random_game(book, SCENARIO, seed)
    ]


def test_a_turn_told_and_a_turn_untold_lead_to_the_same_row(book: Rulebook) -> None:
    dice = Random(11)
    for seed in range(40):
        row = book.opening(SCENARIO)
        while not book.over(row):
            orders = {role: random_orders(book, row, role, dice) for role in book.names.actors}
            told = resolve(book, row, orders, seed).row
            assert advance(book, row, orders, seed) == told
            row = told
