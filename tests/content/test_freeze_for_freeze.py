"""The pack `freeze-for-freeze` on the shipped engine is the game that other engines play under that name."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from random import Random
from types import ModuleType

import pytest

from tabletop.actors.delegation import choose
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack
from tabletop.pack.model import Pack
from tabletop.rules.acts import Act
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import advance, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.rules.views import view

ROOT = Path(__file__).parents[2]
SCENARIO = "freeze-for-freeze"
SAME_GAME = "413d3778"
"""The trace of this game in every engine it was written for."""


def from_bench(name: str) -> ModuleType:
    spec = spec_from_file_location(name, ROOT / "bench" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


engine = from_bench("f4f_adapter")
by_hand = from_bench("f4f_by_hand")
trace = from_bench("f4f_trace").trace


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load_pack(ROOT / "content" / "freeze-for-freeze")


@pytest.fixture(scope="module")
def book(pack: Pack) -> Rulebook:
    return Rulebook(pack)


def play(book: Rulebook, row: Row, north: str, south: str) -> Row:
    """One round, each side's act by the name of its move."""
    return advance(book, row, {"north": sealed(book, "north", north), "south": sealed(book, "south", south)}, seed=0)


def sealed(book: Rulebook, role: str, move: str) -> Orders:
    return Orders((Order(act_of(book, role, move), knowing=True),))


def act_of(book: Rulebook, role: str, move: str) -> Act:
    return next(act for act in book.by_role[role] if act.move == move)


def frozen_by_agreement(book: Rulebook) -> Row:
    """The position after both sides have frozen and then offered."""
    row = play(book, book.opening(SCENARIO), "freeze", "freeze")
    return play(book, row, "offer", "offer")


def random_orders(book: Rulebook, row: Row, dice: Random) -> dict[str, Orders]:
    orders = {}
    for role in book.names.roles:
        open_ = [act for act in book.by_role[role] if book.open_now(row, act)]
        orders[role] = Orders((Order(dice.choice(open_), knowing=True),))
    return orders


def test_the_pack_has_nothing_to_warn_of(pack: Pack) -> None:
    assert lint(pack) == ()


def test_two_hundred_games_leave_the_trace_all_engines_leave() -> None:
    assert trace(engine.OnTheEngine) == SAME_GAME


def test_the_game_by_hand_leaves_it_too() -> None:
    assert trace(by_hand.ByHand) == SAME_GAME


def test_engine_and_hand_agree_on_every_position_and_score_of_random_games() -> None:
    dice = Random(44)
    for _ in range(300):
        ours, theirs = engine.OnTheEngine(), by_hand.ByHand()
        while not theirs.over():
            assert not ours.over()
            assert ours.legal() == theirs.legal()
            action = dice.choice(theirs.legal())
            ours.apply(action)
            theirs.apply(action)
            assert ours.key() == theirs.key()
            assert ours.scores() == theirs.scores()
        assert ours.over()


def test_a_copied_game_goes_its_own_way() -> None:
    game = engine.OnTheEngine()
    game.apply(1)
    before, twin = game.key(), game.copy()
    twin.apply(2)
    assert game.key() == before != twin.key()


def test_a_round_told_and_a_round_untold_lead_to_the_same_position(book: Rulebook) -> None:
    dice = Random(7)
    for _ in range(50):
        row = book.opening(SCENARIO)
        while not book.over(row):
            orders = random_orders(book, row, dice)
            told = resolve(book, row, orders, seed=0).row
            assert advance(book, row, orders, seed=0) == told
            row = told


def test_two_offers_put_the_freeze_into_force(book: Rulebook) -> None:
    assert book.state(frozen_by_agreement(book), "freeze.pause") == "in-force"


def test_a_second_offer_by_the_same_side_waits_for_the_answer(book: Rulebook) -> None:
    row = play(book, book.opening(SCENARIO), "freeze", "freeze")
    row = play(book, row, "offer", "hold")
    with pytest.raises(IllegalOrder, match="Your offer stands"):
        judge(book, row, "north", sealed(book, "north", "offer"))


def test_nobody_can_add_sanctions_while_the_freeze_is_in_force(book: Rulebook) -> None:
    with pytest.raises(IllegalOrder, match="while the freeze is in force"):
        judge(book, frozen_by_agreement(book), "south", sealed(book, "south", "sanction"))


def test_resuming_breaks_a_freeze_in_force_and_it_collapses_with_all_trust(book: Rulebook) -> None:
    row = play(book, frozen_by_agreement(book), "hold", "hold")
    assert book.level(row, act_of(book, "north", "resume")) == Level.BREACH
    row = play(book, row, "resume", "hold")
    assert book.state(row, "freeze.pause") == "collapsed"
    assert row[book.schema.index["trust"]] == 0


def test_an_offer_lapses_when_trust_is_gone(book: Rulebook) -> None:
    row = play(book, book.opening(SCENARIO), "freeze", "hold")
    row = play(book, row, "offer", "hold")
    for _ in range(3):
        row = play(book, row, "hold", "advance")
    assert row[book.schema.index["trust"]] == 0
    assert book.state(row, "freeze.pause") == "none"
    assert row[book.schema.index["offered[north]"]] == 0


def test_its_delegations_play_to_the_end_and_seal_only_what_the_judge_accepts(book: Rulebook) -> None:
    doctrines = book.pack.scenario[SCENARIO].doctrines
    for seed in range(40):
        row = book.opening(SCENARIO)
        while not book.over(row):
            orders = {}
            for role in book.names.roles:
                orders[role] = choose(book, doctrines[role], view(book, row, role), seed).orders
                judge(book, row, role, orders[role])
            row = advance(book, row, orders, seed)
