"""Texts by lot: whatever is thrown together can be circulated, and games in which it is signed, kept and broken hold."""

from __future__ import annotations

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.lab.fuzz import fuzz
from tabletop.lab.invariants import broken_invariants, otherwise_untold
from tabletop.lab.random_play import random_game, random_orders
from tabletop.lab.random_texts import random_draft, random_signatures
from tabletop.lab.reached import Reached, shares
from tabletop.rules.agreements.bars import barred
from tabletop.rules.happened import Change, Event
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.deal import DutyState, Stage

from ..actors.river_minds import GRAIN_TOO, MILL_FOR_GATE, mind, river, row_of
from ..rules.agreements.river_texts import BORDER, OPEN_GATE, STILL_MILL, draft, signed, step, turn
from ..rules.small_pack import SCENARIO, book_of, with_

RIVER = river(
    mind("north", 'worth: clause = "still-mill"; worth = 60', 'tabling: template = "mill-for-gate"'),
    mind(
        "south", 'worth: clause = "open-gate"; worth = 90', 'worth: clause = "grain"; worth = -20',
        'conduct: clauses = ["grain"]; when = "True"; does = "withhold"', 'tabling: template = "grain"',
    ),
    mind("hills"),
    MILL_FOR_GATE, GRAIN_TOO,
)  # fmt: skip
SEEDS = st.integers(0, 2**32)


@settings(max_examples=200, deadline=None)
@given(SEEDS)
def test_every_draft_by_lot_passes_the_linter(seed: int) -> None:
    dice, row = Random(seed), row_of(RIVER)
    text = random_draft(RIVER, row, dice)
    assert text is not None
    assert barred(RIVER, row, text) is None


def test_drafts_by_lot_come_in_every_shape() -> None:
    dice, row = Random(1), row_of(RIVER)
    texts = [text for _ in range(400) if (text := random_draft(RIVER, row, dice)) is not None]
    steps = [each for text in texts for each in text.steps]
    assert {text.forum for text in texts} == {"bank", "ford", "summit", "council", "square", "inn"}
    assert {each.term for each in steps} == set(RIVER.terms)
    for shape in ("sealed", "snapback", "linked"):
        assert {getattr(text, shape) for text in texts} == {True, False}
    assert any(text.broker for text in texts)
    assert {len(text.annexed) for text in texts} == {0, 1, 2, 3}
    assert any(each.after for each in steps)
    assert any(each.together for each in steps)


def test_a_pack_without_texts_has_none_by_lot() -> None:
    plain = book_of(mind("north").replace('reserve = "0"\n', ""))
    row, dice = row_of(plain), Random(1)
    assert random_draft(plain, row, dice) is None
    assert random_signatures(plain, row, dice) == {}
    assert dice.random() == Random(1).random(), "no lot is drawn"


@settings(max_examples=60, deadline=None)
@given(SEEDS, st.booleans())
def test_whole_games_of_texts_by_lot_hold(seed: int, with_dice: bool) -> None:
    """Every step of it: bounds, causes, owners, ends, ratifications, and the same row whether told or not."""
    dice = Random(seed)
    row = RIVER.opening(SCENARIO, dice=with_dice)
    while not RIVER.over(row):
        signs = random_signatures(RIVER, row, dice)
        orders = {role: random_orders(RIVER, row, role, dice, signs.get(role, ())) for role in RIVER.names.roles}
        for role, sealed in orders.items():
            judge(RIVER, row, role, sealed)
        result = resolve(RIVER, row, orders, seed)
        assert list(broken_invariants(RIVER, row, result.row, result.events)) == []
        assert list(otherwise_untold(RIVER, row, result.row, orders, seed)) == []
        row = result.row


def test_games_by_lot_sign_keep_break_and_end_texts() -> None:
    states: Counter[str] = Counter()
    signed_texts = 0
    for seed in range(200):
        for _, row, events in random_game(RIVER, SCENARIO, seed):
            signed_texts += sum(event.cause.startswith("text:") and event.step == "signatures" for event in events)
            for slot in (1, 2):
                for number in range(1, 5):
                    if row[RIVER.schema.index[f"step[{slot}.{number}].term"]]:
                        states[DutyState(row[RIVER.schema.index[f"step[{slot}.{number}].state"]]).name] += 1
    assert signed_texts > 200
    assert set(states) == set(DutyState.__members__)


def test_fuzzed_games_talk_and_sign_too() -> None:
    reached = Reached()
    assert list(fuzz(RIVER, range(90), reached)) == []
    assert reached.games == 90
    lines = {
        ("north-mind", "text 1"),
        ("south-mind", "text 1"),
        ("south-mind", "conduct 1"),
        ("hills-mind", "given word"),
    }
    assert set(reached.rules) == lines
    assert next(share.never for share in shares(RIVER, reached) if share.kind == "lines of doctrines") == ()


# ---- what the invariants find ----


def row_with_text(*steps: str) -> Row:
    return turn(signed(draft(*(steps or (STILL_MILL, OPEN_GATE))))).row


def broken(row: Row, *events: Event) -> list[str]:
    told = [Event(1, "steps", "test", "It is so.", ()), *events]
    return [says for says in broken_invariants(RIVER, row, row, told) if "no event says why" not in says]


def test_a_row_in_order_has_nothing_broken() -> None:
    assert broken(row_with_text()) == []


def test_a_step_owed_by_a_stranger_is_found() -> None:
    row = with_(RIVER, row_with_text(), {"text[1].parties": 0b101})
    assert broken(row) == ["south owes step 1.1 and is no party to its text."]


@pytest.mark.parametrize("due", [0, 99])
def test_a_step_without_an_end_is_found(due: int) -> None:
    row = with_(RIVER, row_with_text(), {"step[1.1].due": due})
    assert broken(row)[0].startswith(f"Step 1.1 is due in turn {due} of a text from ")


def test_a_treaty_in_force_that_somebody_has_not_ratified_is_found() -> None:
    row = with_(RIVER, signed(draft(step(OPEN_GATE), step(BORDER, due=2))), {"text[1].stage": int(Stage.IN_FORCE)})
    assert broken(row) == ["Step 1.2 counts, and south has not ratified it."]


def test_a_step_that_a_vote_undid_is_found() -> None:
    undone = (Change("step[1.1].state", 2, int(DutyState.SUSPENDED)),)
    row = with_(RIVER, row_with_text(), {"step[1.1].state": int(DutyState.SUSPENDED)})
    voted = Event(1, "consents", "consent:vote", "It was voted back.", undone)
    assert "consent:vote undid a step in consents; only its text or its owner can." in broken(row, voted)


def test_a_turn_that_comes_out_otherwise_untold_is_found() -> None:
    row = row_of(RIVER)
    after = resolve(RIVER, row, {}, 1).row
    wrong = with_(RIVER, after, {"tension": after[RIVER.schema.index["tension"]] + 1})
    (found,) = otherwise_untold(RIVER, row, wrong, {"north": Orders()}, 1)
    assert found.startswith("tension is ")
