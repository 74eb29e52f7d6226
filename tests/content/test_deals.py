"""Whatever texts the delegations of the shipped pack sign, keep and break over whole games, these things hold."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.lab.invariants import broken_invariants
from tabletop.lab.random_play import random_orders, sealable
from tabletop.lab.random_texts import random_draft, random_signatures
from tabletop.rules.consents import open_questions
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import advance, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import GONE, Deal, Duty, DutyState
from tabletop.rules.texts.draft import from_template
from tabletop.rules.texts.slots import Layout
from tabletop.rules.views import view

from ..rules.agreements.annexes import annexed, let_out, without_annexes
from .rulings import position
from .test_peace import FOUR, RATIFYING, STAGE, STAGES, WITH_MAJORITIES

SCENARIOS = ("mar-a-lago-2017", "hanoi-2019")
SEEDS = st.integers(0, 2**32)


@dataclass(frozen=True)
class Game:
    """A game by lot: where it begins, whether with dice, and its luck."""

    scenario: str
    dice: bool
    seed: int


@dataclass(frozen=True)
class Turn:
    """What everybody sealed, and what came of it."""

    before: Row
    orders: Mapping[str, Orders]
    after: Row
    events: tuple[Event, ...]


GAMES = st.builds(Game, st.sampled_from(SCENARIOS), st.booleans(), SEEDS)
over_whole_games = settings(max_examples=16, deadline=None)
Sealing = Callable[[Rulebook, Row, Random], Mapping[str, Orders]]


def by_lot(book: Rulebook, row: Row, dice: Random) -> Mapping[str, Orders]:
    """Texts thrown together or taken from the pack, mostly signed by all; kept, withheld, feigned, answered by lot."""
    signs = random_signatures(book, row, dice)
    return {role: random_orders(book, row, role, dice, signs.get(role, ())) for role in book.names.actors}


def with_annexes(book: Rulebook, row: Row, dice: Random) -> Mapping[str, Orders]:
    """The same, and one more text with an annex if one is found soon, signed by all."""
    drawn = (random_draft(book, row, dice) for _ in range(12))
    found = [draft for draft in drawn if draft is not None and draft.annexed][:1]
    signs = random_signatures(book, row, dice)
    return {
        role: random_orders(
            book, row, role, dice, (*(each for each in found if role in each.signers), *signs.get(role, ()))
        )
        for role in book.names.actors
    }


def turns(book: Rulebook, game: Game, sealing: Sealing = by_lot, row: Row | None = None) -> Iterator[Turn]:
    """A whole game."""
    dice = Random(game.seed)
    row = book.opening(game.scenario, dice=game.dice) if row is None else row
    while not book.over(row):
        row = dispatch(book, row, game.scenario, game.seed).row
        orders = sealing(book, row, dice)
        result = resolve(book, row, orders, game.seed)
        yield Turn(row, orders, result.row, result.events)
        row = result.row


def layout_of(book: Rulebook) -> Layout:
    assert book.layout is not None
    return book.layout


def duties(book: Rulebook, row: Row) -> Iterator[tuple[Deal, Duty]]:
    return ((deal, duty) for deal in deals(book.layout, row) for duty in deal.duties)


# ---- what the games reach ----


def test_games_by_lot_bring_steps_into_every_state(book: Rulebook) -> None:
    states: Counter[DutyState] = Counter()
    for seed in range(30):
        game = Game(SCENARIOS[seed % 2], seed % 3 == 0, seed)
        states.update(duty.state for turn in turns(book, game) for _, duty in duties(book, turn.after))
    assert set(states) == set(DutyState)


# ---- steps ----


@over_whole_games
@given(GAMES)
def test_every_step_has_an_owner_among_the_parties(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        for deal, duty in duties(book, turn.after):
            assert duty.term.role in deal.parties
            assert duty.term.role in book.pack.clause[duty.term.clause].by


@over_whole_games
@given(GAMES)
def test_every_step_falls_due_while_its_text_lives_and_every_text_ends(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        now = turn.after[book.schema.index["turn"]]
        for deal, duty in duties(book, turn.after):
            assert deal.signed < duty.due <= deal.ends
            assert now <= deal.ends or book.over(turn.after)


@over_whole_games
@given(GAMES)
def test_a_step_that_is_missed_suspended_or_lapsed_is_never_owed_again(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        lived = {(deal.slot, deal.signed) for deal in deals(book.layout, turn.before)}
        after = {duty.key: duty for deal, duty in duties(book, turn.after) if (deal.slot, deal.signed) in lived}
        for _, duty in duties(book, turn.before):
            if duty.state in GONE and duty.key in after:
                assert after[duty.key].state in GONE


@over_whole_games
@given(GAMES)
def test_nothing_is_left_of_a_text_that_ended(book: Rulebook, game: Game) -> None:
    layout = layout_of(book)
    for turn in turns(book, game):
        for slot in set(layout.slots) - set(layout.taken(turn.after)):
            assert not any(turn.after[place] for place in layout.span(slot))


# ---- law ----


@over_whole_games
@given(GAMES)
def test_every_provision_is_always_in_one_state_of_its_machine(book: Rulebook, game: Game) -> None:
    states = {book.schema.index[label]: len(book.names.machine(label).states) for label in book.names.provisions}
    for turn in turns(book, game):
        assert [place for place, number in states.items() if not 0 <= turn.after[place] < number] == []


# ---- snap-back ----


@over_whole_games
@given(GAMES)
def test_a_step_is_undone_by_its_own_text_or_its_owner_and_by_no_vote(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        texts = {book.schema.labels[place] for slot in layout_of(book).slots for place in layout_of(book).span(slot)}
        voted = [event for event in turn.events if event.step == "consents"]
        assert not any(change.column in texts for event in voted for change in event.changes)
        for event in undone_in(turn):
            assert event.step == "responses"
            slot, _, number = event.cause.removeprefix("step:").partition(".")
            sealed = turn.orders[str(event.actor)].responses.get(slot)
            assert sealed == "suspend" or missed_in(turn, slot, str(event.actor)), f"step {number} of text {slot}"


def undone_in(turn: Turn) -> list[Event]:
    """Events that put a step of a text out of force."""
    return [
        event
        for event in turn.events
        if any(
            change.column.startswith("step[")
            and change.column.endswith("].state")
            and change.after == DutyState.SUSPENDED
            for change in event.changes
        )
    ]


def missed_in(turn: Turn, slot: str, role: str) -> bool:
    """Whether somebody else missed a step of a text in this turn."""
    return any(
        event.cause.startswith(f"step:{slot}.")
        and event.actor != role
        and any(change.column.endswith("].state") and change.after == DutyState.MISSED for change in event.changes)
        for event in turn.events
    )


# ---- annexes ----


@over_whole_games
@given(GAMES)
def test_whoever_did_not_sign_an_annex_is_shown_and_told_as_if_there_were_none(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game, with_annexes):
        for role in book.names.actors:
            assert view(book, turn.after, role) == view(book, without_annexes(book, turn.after, role), role)
            assert let_out(book, (turn.before, turn.after), turn.orders, turn.events, role) == []


@over_whole_games
@given(GAMES)
def test_an_annex_stands_last_in_an_open_text_and_holds_nothing_that_must_be_ratified(
    book: Rulebook, game: Game
) -> None:
    for turn in turns(book, game, with_annexes):
        for deal in deals(book.layout, turn.after):
            hidden = [duty.annex for duty in deal.duties]
            assert hidden == sorted(hidden)
            assert not any(hidden) or not (hidden[0] or deal.sealed)
            assert not any(duty.annex and book.pack.clause[duty.term.clause].ratify for duty in deal.duties)


def test_games_by_lot_bring_annexes_that_are_kept_missed_undone_and_leaked(book: Rulebook) -> None:
    found: Counter[str] = Counter()
    for seed in range(16):
        for turn in turns(book, Game(SCENARIOS[seed % 2], seed % 3 == 0, seed), with_annexes):
            for role in book.names.roles:
                found.update(duty.state.name for _, duty in annexed(book, turn.after, role))
            found.update(
                ["leaked"] * sum("sealed annex" in each.says and "in the press" in each.says for each in turn.events)
            )
    assert {"WAITING", "DONE", "LATE", "MISSED", "LAPSED", "leaked"} <= set(found)


# ---- the treaty of four ----


def for_peace(book: Rulebook, row: Row, dice: Random) -> Mapping[str, Orders]:
    """Four who mostly want a treaty, by its stages or in one text, and now and then one who does not."""
    treaty = from_template(book.pack.template["four-party-treaty"])
    found = {}
    for role in FOUR:
        wishes = [Orders(responses={deal.key: "ratify"}) for deal in deals(book.layout, row)]
        keys = (RATIFYING[role], f"{role}/{STAGE}")
        wishes += [Orders((Order(book.by_key[key], ask=True),)) for key in keys if key in book.by_key]
        wishes.append(Orders(signs=(treaty,)))
        willing = [wish for wish in wishes if dice.random() < 0.8]
        answers = {act.key: dice.random() < 0.8 for act in open_questions(book, row, role)}
        sealed = sealable(book, row, role, willing)
        found[role] = replace(sealed, answers=answers)
    return found


def towards_peace(book: Rulebook, game: Game) -> Iterator[Turn]:
    """A game of such four, from wide majorities at home and some stage of the treaty."""
    stage = Random(game.seed).choice(STAGES[:4])
    homes = dict.fromkeys(("us-home", "approval", "elite", "great-powers"), 95)
    given = WITH_MAJORITIES | homes | {"peace.treaty": stage, "dice": int(game.dice)}
    return turns(book, game, for_peace, position(book, given, game.scenario))


def test_some_who_want_a_treaty_get_it_by_its_stages_some_by_a_text_and_some_not_at_all(book: Rulebook) -> None:
    ways: Counter[str] = Counter()
    for seed in range(24):
        game = Game(SCENARIOS[seed % 2], seed % 4 > 1, seed)
        signed = [way for turn in towards_peace(book, game) for way in signings(book, turn)]
        ways.update(signed or ["none"])
    assert set(ways) == {"move", "text", "none"}


@over_whole_games
@given(GAMES)
def test_the_treaty_is_in_force_only_when_all_four_have_signed_and_all_four_have_ratified(
    book: Rulebook, game: Game
) -> None:
    signed = False
    for turn in towards_peace(book, game):
        signed = signed or any(signings(book, turn))
        if book.state(turn.after, "peace.treaty") in ("signed", "in-force"):
            assert signed
        if book.state(turn.after, "peace.treaty") == "in-force":
            assert {book.state(turn.after, f"ratification.{role}") for role in FOUR} == {"given"}
        else:
            assert {book.state(turn.after, label) for label in book.names.families["armistice"]} != {"superseded"}


@over_whole_games
@given(GAMES)
def test_no_text_is_in_force_before_all_who_must_have_ratified_it(book: Rulebook, game: Game) -> None:
    for turn in (*turns(book, game), *towards_peace(book, game)):
        assert [says for says in broken_invariants(book, turn.before, turn.after, turn.events) if "ratif" in says] == []


def signings(book: Rulebook, turn: Turn) -> Iterator[str]:
    """How the four put their names to the treaty in a turn: every one agreed to the act, or ratified the text."""
    stages = book.names.machine("peace.treaty").states
    for event in turn.events:
        for change in event.changes:
            if change.column != "peace.treaty" or stages[change.after] != "signed":
                continue
            if event.cause.startswith("step:"):
                (deal,) = (
                    each for each in deals(book.layout, turn.after) if event.cause.startswith(f"step:{each.slot}.")
                )
                assert set(deal.parties) == set(FOUR) == set(deal.ratified)
                yield "text"
            else:
                others = [role for role in FOUR if role != event.actor]
                assert all(turn.orders[role].answers.get(str(event.act)) for role in others)
                yield "move"


# ---- the ledger ----


@over_whole_games
@given(GAMES)
def test_the_ledger_accounts_for_every_change(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        assert list(broken_invariants(book, turn.before, turn.after, turn.events)) == []


@over_whole_games
@given(GAMES)
def test_a_game_that_nobody_is_told_comes_out_the_same(book: Rulebook, game: Game) -> None:
    for turn in turns(book, game):
        assert advance(book, turn.before, turn.orders, game.seed) == turn.after
