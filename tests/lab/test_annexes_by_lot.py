"""Whole games of the river with annexes by lot: whoever did not sign one is shown, told and refused as if there were none."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.lab.fuzz import fuzz
from tabletop.lab.random_play import random_orders
from tabletop.lab.random_texts import random_draft, random_signatures
from tabletop.lab.reached import Reached
from tabletop.rules.agreements.lint import notes
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.views import view
from tabletop.table.commands import AnyCommand, Circulate, Next, Show, circulate
from tabletop.table.table import Outcome, Phase, Table

from ..actors.river_minds import GRAIN_TOO, MILL_FOR_GATE, mind, minds, river
from ..rules.agreements.annexes import annexed, let_out, without_annexes
from ..rules.small_pack import SCENARIO

WELLS, PEACE = (
    f"""
[template.{id_}]
name = "{id_}"
about = "Some of it in the open."
forum = "bank"
parties = ["north", "south"]
duration = 6
snapback = true
[[template.{id_}.step]]
by = "north"
clause = "open-gate"
choice = "river.gate"
[[template.{id_}.step]]
by = "south"
clause = "{known}"
[[template.{id_}.step]]
by = "north"
clause = "{north}"
annex = true
[[template.{id_}.step]]
by = "south"
clause = "{south}"
due = 2
annex = true
"""
    for id_, known, north, south in (
        ("wells", "still-mill", "ration", "guard-wells"),
        ("peace", "grain", "peace", "barges"),
    )
)
"""Two texts whose annexes can be feigned, undone, stalled over a word and wait for a yes."""
RIVER = river(
    mind("north", 'worth: clause = "still-mill"; worth = 60', 'tabling: template = "mill-for-gate"', reserve="4"),
    mind("south", 'worth: clause = "open-gate"; worth = 40', 'tabling: template = "grain"', reserve="6"),
    mind("hills", 'worth: clause = "grain"; worth = 20', 'worth: clause = "wardens"; worth = 30', reserve="5"),
    MILL_FOR_GATE, GRAIN_TOO, WELLS, PEACE,
)  # fmt: skip
SEEDS = st.integers(0, 2**32)


@dataclass(frozen=True)
class Turn:
    """What everybody sealed, and what came of it."""

    before: Row
    orders: Mapping[str, Orders]
    after: Row
    events: tuple[Event, ...]


def with_annex(row: Row, dice: Random) -> tuple[Draft, ...]:
    """A text by lot that has an annex, in which somebody has no part, if one is found soon."""
    found = (random_draft(RIVER, row, dice) for _ in range(12))
    return tuple(each for each in found if each is not None and each.annexed and len(each.signers) == 2)[:1]


def turns(seed: int) -> Iterator[Turn]:
    """A game in which texts with annexes and without are signed, kept, broken and leaked by lot."""
    dice = Random(seed)
    row = RIVER.opening(SCENARIO, dice=seed % 2 == 1)
    while not RIVER.over(row):
        signs, more = random_signatures(RIVER, row, dice), with_annex(row, dice)
        orders = {}
        for role in RIVER.names.roles:
            texts = (*signs.get(role, ()), *(draft for draft in more if role in draft.signers))
            orders[role] = random_orders(RIVER, row, role, dice, texts)
        result = resolve(RIVER, row, orders, seed)
        yield Turn(row, orders, result.row, result.events)
        row = result.row


def both(row: Row, role: str) -> tuple[Row, Row] | None:
    """A position with annexes that a role did not sign, and the same without; `None` if there are none."""
    bare = without_annexes(RIVER, row, role)
    return (row, bare) if bare != row else None


def pairs(seed: int) -> Iterator[tuple[str, Row, Row]]:
    """Every position of a game in which a role has no part in some annex, as it is and as if there were none."""
    for turn in turns(seed):
        for role in RIVER.names.roles:
            found = both(turn.after, role)
            if found is not None:
                yield role, *found


def drafts_of(row: Row, role: str, dice: Random) -> tuple[Draft, ...]:
    """Drafts by lot that a role would sign, and others' texts as if it held both ends, to learn whether they live."""
    thrown = [
        draft for _ in range(4) if (draft := random_draft(RIVER, row, dice)) is not None and role in draft.signers
    ]
    probes = []
    for deal in {deal.slot: deal for deal, _ in annexed(RIVER, row, role)}.values():
        steps = tuple(Step(duty.term, annex=duty.annex) for duty in deal.duties)
        open_steps = tuple(step for step in steps if not step.annex)
        probes += [Draft(role, deal.forum, deal.parties, each, broker=role) for each in (steps, open_steps)]
    return tuple(dict.fromkeys((*thrown, *probes)))


def refusal(row: Row, role: str, orders: Orders) -> str | None:
    try:
        judge(RIVER, row, role, orders)
    except IllegalOrder as refused:
        return str(refused)
    return None


def words(row: Row, role: str, drafts: tuple[Draft, ...]) -> list[AnyCommand]:
    """All that a delegation says and seals at a table with these drafts, each with its reason."""
    table = Table(RIVER, SCENARIO, 3)
    table.row, table.phase = row, Phase.TALKS
    for draft in drafts:
        refusal_of_draft(table, draft)
    said: list[AnyCommand] = []
    while (word := next_word(table, minds(role))) is not None:
        table.send(word)
        said.append(word)
    return [*said, sealed_by(table, role, f"{role}-mind", RIVER.names.roles)]


def refusal_of_draft(table: Table, draft: Draft) -> str | None:
    """Why the table does not take a draft; `None` if it lies there now."""
    try:
        table.send(circulate(draft, draft.by))
    except IllegalOrder as refused:
        return str(refused)
    return None


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_whoever_did_not_sign_an_annex_sees_the_text_as_if_there_were_none(seed: int) -> None:
    for role, row, bare in pairs(seed):
        assert view(RIVER, row, role) == view(RIVER, bare, role)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_nobody_is_told_of_an_annex_that_it_did_not_sign_unless_it_is_leaked(seed: int) -> None:
    for turn in turns(seed):
        for role in RIVER.names.roles:
            assert let_out(RIVER, (turn.before, turn.after), turn.orders, turn.events, role) == []


@settings(max_examples=30, deadline=None)
@given(SEEDS)
def test_no_linter_and_no_refusal_tells_a_stranger_of_an_annex(seed: int) -> None:
    dice = Random(seed)
    for role, row, bare in pairs(seed):
        for draft in drafts_of(row, role, dice):
            assert notes(RIVER, row, draft) == notes(RIVER, bare, draft)
            assert refusal(row, role, Orders(signs=(draft,))) == refusal(bare, role, Orders(signs=(draft,)))
        for deal, duty in annexed(RIVER, row, role):
            tried = (Orders(duties={duty.key: "withhold"}), Orders(readings={duty.key: "quiet"}))
            asked = tuple(Orders(responses={deal.key: each}) for each in ("leak", "query", "ratify"))
            for orders in (*tried, *asked):
                assert refusal(row, role, orders) == refusal(bare, role, orders)


@settings(max_examples=20, deadline=None)
@given(SEEDS)
def test_a_delegation_that_did_not_sign_an_annex_says_and_seals_the_same_for_the_same_reasons(seed: int) -> None:
    dice = Random(seed)
    for role, row, bare in pairs(seed):
        drafts = drafts_of(row, role, dice)
        assert words(row, role, drafts) == words(bare, role, drafts)


@settings(max_examples=60, deadline=None)
@given(SEEDS)
def test_a_draft_with_an_annex_lies_before_its_signers_alone(seed: int) -> None:
    dice = Random(seed)
    table = Table(RIVER, SCENARIO, seed)
    table.send(Next())
    for _ in range(8):
        text = random_draft(RIVER, table.row, dice)
        if text is not None and all(each.draft != text for each in table.drafts):
            table.send(circulate(text, text.by))
    for role in RIVER.names.roles:
        for each in table.drafts_before(role):
            assert role in each.draft.signers or not each.draft.annexed


def test_games_by_lot_bring_annexes_to_everything_that_can_become_of_them() -> None:
    """What the tests above hold together really happens."""
    found: Counter[str] = Counter()
    for seed in range(150):
        for turn in turns(seed):
            for role in RIVER.names.roles:
                found.update(duty.state.name for _, duty in annexed(RIVER, turn.after, role))
            found.update("leaked" for event in turn.events if "sealed annex" in event.says and "press" in event.says)
            found.update("told" for event in turn.events if event.says.startswith("In the sealed annex: "))
    seldom = DutyState.COUNTED.name  # what is so already seldom stands in an annex
    assert set(found) | {seldom} == {*DutyState.__members__, "leaked", "told"}


def test_in_fuzzed_games_annexes_lie_on_the_table_and_homes_are_shown(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: list[AnyCommand] = []
    honest = Table.send

    def listening(table: Table, command: AnyCommand) -> Outcome:
        sent.append(command)
        return honest(table, command)

    monkeypatch.setattr(Table, "send", listening)
    assert list(fuzz(RIVER, range(60), Reached())) == []
    assert sum(isinstance(command, Show) for command in sent) > 20
    texts = [command.draft for command in sent if isinstance(command, Circulate)]
    assert sum(any(step.annex for step in text.steps) for text in texts) > 20
