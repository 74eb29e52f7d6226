"""Delegations talk about texts: they table what they want, answer what lies before them, and counter with one change."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.actors.talking import COUNTERED, TABLED, next_word
from tabletop.actors.valuation import valued
from tabletop.lab.random_texts import random_draft
from tabletop.rules.agreements.showing import COST
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.rules.views import view
from tabletop.table.commands import Answer, Circulate, Next, Open, Seal, Show, circulate
from tabletop.table.drafts import MOST_DRAFTS
from tabletop.table.table import Table

from ..rules.agreements.river_texts import FILL_WELLS, GRAIN, GUARD, OPEN_GATE, STILL_MILL, draft, step
from ..rules.small_pack import SCENARIO, book_of, with_
from .river_minds import GRAIN_TOO, MILL_FOR_GATE, mind, minds, river, talks

WANTS = 'worth: clause = "still-mill"; worth = 60'
GIVES = 'worth: clause = "open-gate"; worth = -10'
TABLES = 'tabling: template = "mill-for-gate"'
EAGER = mind("north", WANTS, GIVES, TABLES)
SOUTH = mind(
    "south", 'worth: clause = "open-gate"; worth = 30', 'worth: clause = "still-mill"; worth = -10',
    'worth: clause = "fill-wells"; worth = 40', 'worth: clause = "grain"; worth = -30',
)  # fmt: skip
BOOK = river(EAGER, SOUTH, MILL_FOR_GATE, GRAIN_TOO)


def said(table: Table, *roles: str) -> list[Circulate | Answer | Show]:
    """All that these delegations say, in order."""
    words = []
    while (word := next_word(table, minds(*roles))) is not None:
        table.send(word)
        words.append(word)
        assert len(words) < 200, "they talk without end"
    return words


def north_tables(book: Rulebook, **changed: Any) -> list[Circulate | Answer | Show]:
    return said(talks(book, **changed), "north")


# ---- tabling ----


def test_a_delegation_lays_a_text_on_the_table_and_says_why() -> None:
    (word,) = north_tables(BOOK)
    assert word == circulate(
        from_template(BOOK.pack.template["mill-for-gate"], "north"), "north", because="text 1: Line 3."
    )


@pytest.mark.parametrize(
    ("lines", "changed"),
    [
        ((WANTS, GIVES, TABLES + '; when = "tension >= 50"'), {}),
        ((WANTS, 'worth: clause = "open-gate"; worth = -90', TABLES), {}),
        ((WANTS, GIVES, TABLES), {"capital[north]": 0}),
    ],
    ids=["its condition does not hold", "it would not sign it itself", "the forum costs more than there is"],
)
def test_what_keeps_a_text_off_the_table(lines: tuple[str, ...], changed: dict[str, int]) -> None:
    assert north_tables(river(mind("north", *lines), MILL_FOR_GATE), **changed) == []


def test_what_is_barred_is_not_tabled() -> None:
    """As many texts live as the pack allows."""
    full = {f"text[{slot}].{head}": value for slot in (1, 2) for head, value in (("stage", 2), ("ends", 9))}
    assert north_tables(BOOK, **full) == []


def test_a_text_that_is_owed_already_is_not_tabled_again() -> None:
    table = talks(BOOK)
    said(table, "north", "south")
    for role, signs in (("north", (1,)), ("south", (1,)), ("hills", ())):
        table.send(Seal(role=role, signs=signs))
    table.send(Open())
    table.send(Next())
    assert BOOK.layout is not None
    assert BOOK.layout.taken(table.row)
    assert said(table, "north") == []


def test_odds_are_keyed_by_seed_turn_and_line() -> None:
    book = river(mind("north", WANTS, GIVES, TABLES + "; odds = 30"), MILL_FOR_GATE)
    tabled = [bool(said(talks(book, seed), "north")) for seed in range(200)]
    assert 35 < sum(tabled) < 85
    assert tabled == [bool(said(talks(book, seed), "north")) for seed in range(200)]


def test_no_more_than_two_texts_are_tabled_in_a_turn() -> None:
    third = GRAIN_TOO.replace("template.grain", "template.sooner").replace("duration = 5", "duration = 4")
    tables = [TABLES, 'tabling: template = "grain"', 'tabling: template = "sooner"']
    book = river(mind("north", WANTS, 'worth: clause = "grain"; worth = 60', *tables), MILL_FOR_GATE, GRAIN_TOO, third)
    words = said(talks(book), "north")
    assert [word.because for word in words] == ["text 1: Line 3.", "text 2: Line 4."]
    assert len(words) == TABLED


# ---- answers ----


def test_what_is_worth_it_is_accepted_and_the_answer_says_why() -> None:
    table = talks(BOOK, drafts=[draft(STILL_MILL, OPEN_GATE)])
    (word,) = said(table, "south")
    assert (word.kind, word.number, word.says) == ("answer", 1, "accept")
    assert word.because.startswith("It is worth ")
    assert table.drafts[0].accepted


@pytest.mark.parametrize(("reserve", "says"), [("0", "accept"), ("15", "near"), ("40", "refuse")])
def test_an_answer_where_all_can_be_denied_is_honest_and_brings_no_counter(reserve: str, says: str) -> None:
    book = river(mind("south", 'worth: clause = "open-gate"; worth = 10', reserve=reserve))
    sounding = draft(step(STILL_MILL), step(OPEN_GATE), forum="inn")
    words = said(talks(book, drafts=[sounding]), "south")
    assert [(word.kind, word.says) for word in words] == [("answer", says)]


def test_a_draft_is_answered_once_and_by_those_alone_before_whom_it_lies() -> None:
    book = river(SOUTH, mind("hills"))
    table = talks(book, drafts=[draft(STILL_MILL, OPEN_GATE)])
    assert len(said(table, "south", "hills")) == 1
    assert next_word(table, minds("south", "hills")) is None


def test_whoever_has_sealed_talks_no_more() -> None:
    table = talks(BOOK, drafts=[draft(STILL_MILL, OPEN_GATE)])
    table.send(Seal(role="south"))
    assert next_word(table, minds("south")) is None


# ---- counters ----


def counter_of(text: Draft, book: Rulebook = BOOK, **changed: int) -> Draft:
    """What the south counters a draft of the north with."""
    table = talks(book, drafts=[text], **changed)
    counter, answer = said(table, "south")
    assert (counter.kind, counter.counters) == ("circulate", 1)
    assert (answer.kind, answer.number) == ("answer", 1)
    assert answer.says != "accept"
    found = table.drafts[1].draft
    seen = list(view(book, table.row, "south").row)
    assert valued(book, "south-mind", seen, found).accepted
    assert found.by == "south"
    return found


def test_a_text_that_asks_too_much_is_countered_without_a_step() -> None:
    found = counter_of(draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GRAIN, due=2, after=2)))
    assert [each.term.key for each in found.steps] == [OPEN_GATE, STILL_MILL]


def test_what_waited_for_a_step_that_is_taken_out_waits_no_more() -> None:
    found = counter_of(draft(step(OPEN_GATE), step(GRAIN, due=2), step(STILL_MILL, due=3, after=2, verified=1)))
    assert [(each.term.key, each.after, each.verified) for each in found.steps] == [
        (OPEN_GATE, None, 0),
        (STILL_MILL, None, 0),
    ]


def test_nobody_counters_with_owing_nothing() -> None:
    book = river(mind("south", 'worth: clause = "open-gate"; worth = 10', 'worth: clause = "grain"; worth = -60'))
    words = said(talks(book, drafts=[draft(step(OPEN_GATE), step(GRAIN, due=2))]), "south")
    assert [word.kind for word in words] == ["answer"]


def test_a_text_that_gives_too_little_is_countered_with_one_more_step() -> None:
    wells = (
        MILL_FOR_GATE.replace("mill-for-gate", "wells")
        + '[[template.wells.step]]\nby = "north"\nclause = "fill-wells"\n'
    )
    book = river(SOUTH.replace('reserve = "0"', 'reserve = "20"'), wells)
    found = counter_of(draft(step(OPEN_GATE), step(STILL_MILL, due=2)), book, watch=3)
    assert [each.term.key for each in found.steps] == [OPEN_GATE, STILL_MILL, FILL_WELLS]


def test_a_text_that_is_nearly_enough_is_countered_with_snap_back() -> None:
    book = river(mind("south", 'worth: clause = "open-gate"; worth = 30', reserve="24"))
    assert counter_of(draft(OPEN_GATE), book).snapback


def test_what_no_single_change_makes_worth_it_is_refused() -> None:
    book = river(mind("south", reserve="90"))
    words = said(talks(book, drafts=[draft(OPEN_GATE)]), "south")
    assert [(word.kind, word.says) for word in words] == [("answer", "refuse")]


def test_a_draft_is_countered_once_and_a_chain_of_counters_ends() -> None:
    """Two sides that want opposite things."""
    book = river(
        mind("north", 'worth: clause = "grain"; worth = 60', 'worth: clause = "open-gate"; worth = -10', reserve="10"),
        mind("south", 'worth: clause = "grain"; worth = -60', 'worth: clause = "open-gate"; worth = 40', reserve="10"),
        MILL_FOR_GATE, GRAIN_TOO,
    )  # fmt: skip
    table = talks(book, drafts=[draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GRAIN, due=3))])
    said(table, "north", "south")
    assert [(each.role, each.counters) for each in table.drafts] == [("north", None), ("south", 1), ("north", 2)]
    assert table.drafts[2].answers["south"] != "accept"


def test_one_step_more_in_a_text_with_an_annex_is_asked_for_in_the_annex() -> None:
    wells = (
        MILL_FOR_GATE.replace("mill-for-gate", "wells")
        + '[[template.wells.step]]\nby = "north"\nclause = "fill-wells"\n'
    )
    book = river(SOUTH.replace('reserve = "0"', 'reserve = "20"'), wells)
    text = draft(step(OPEN_GATE), step(STILL_MILL, due=2), step(GUARD, due=2, annex=True))
    found = counter_of(text, book, watch=3)
    assert [(each.term.key, each.annex) for each in found.steps[2:]] == [(GUARD, True), (FILL_WELLS, True)]


# ---- always ----


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10**6))
def test_whatever_lies_on_the_table_the_talks_end_and_the_table_takes_every_word(seed: int) -> None:
    dice = Random(seed)
    book = BOOK_OF_ALL
    table = talks(book, seed)
    for _ in range(dice.randint(0, 6)):
        text = random_draft(book, table.row, dice)
        if text is not None and all(each.draft != text for each in table.drafts):
            table.send(circulate(text, text.by))
    before = len(table.drafts)
    words = said(table, "north", "south", "hills")
    assert len(table.drafts) <= min(MOST_DRAFTS, before + 3 * (TABLED + COUNTERED))
    assert all(role in each.answers for each in table.drafts for role in each.draft.signers)
    spoken = Counter(word.kind for word in words)
    assert spoken["circulate"] == len(table.drafts) - before
    assert spoken["show"] == sum(len(each.shown) for each in table.drafts)
    assert spoken["answer"] == sum(len(each.answers) - 1 for each in table.drafts) + len(asked_again(words))
    for role in book.names.roles:
        assert COST * len(table.shown_by(role)) <= book.capital(table.row, role)


def asked_again(words: list[Circulate | Answer | Show]) -> list[tuple[str, int]]:
    """Who had answered a draft, and not with yes, before another showed its home about it; once for each time."""
    unwilling: dict[int, set[str]] = {}
    found = []
    for word in words:
        if isinstance(word, Answer):
            unwilling.setdefault(word.number, set())
            unwilling[word.number] -= {word.role}
            unwilling[word.number] |= {word.role} if word.says != "accept" else set()
        elif isinstance(word, Show):
            asked = unwilling.get(word.number, set()) - {word.role}
            found += [(role, word.number) for role in asked]
            unwilling[word.number] = unwilling.get(word.number, set()) - asked
    return found


BOOK_OF_ALL = river(
    mind("north", WANTS, GIVES, 'worth: clause = "grain"; worth = 20', TABLES, 'tabling: template = "grain"', reserve="5"),
    mind("south", 'worth: clause = "open-gate"; worth = 30', 'worth: clause = "grain"; worth = -30', TABLES, reserve="4"),
    mind("hills", 'worth: clause = "grain"; by = "hills"; worth = -5', reserve="2"),
    MILL_FOR_GATE, GRAIN_TOO,
)  # fmt: skip


def test_the_next_word_follows_from_the_table_alone() -> None:
    """A table built again from what was sent says the same from any point on."""
    first = talks(BOOK_OF_ALL, 3, [draft(GRAIN, STILL_MILL, snapback=True)])
    words = said(first, "north", "south", "hills")
    assert {word.kind for word in words} == {"answer", "circulate"}
    for stop in range(len(words)):
        again = talks(BOOK_OF_ALL, 3, [draft(GRAIN, STILL_MILL, snapback=True)])
        for word in words[:stop]:
            again.send(word)
        assert next_word(again, minds("north", "south", "hills")) == words[stop]


def test_what_a_delegation_cannot_see_does_not_move_its_answer() -> None:
    answers = []
    for wells in (0, 90):
        table = talks(BOOK, drafts=[draft(FILL_WELLS, STILL_MILL)])
        table.row = with_(BOOK, table.row, {"wells": wells, "capital[north]": wells // 30})
        answers.append(said(table, "south"))
    assert answers[0] == answers[1] != []


def test_a_pack_without_texts_has_nothing_to_talk_about() -> None:
    table = Table(book_of(mind("north").replace('reserve = "0"\n', "")), SCENARIO, 1)
    table.send(Next())
    assert next_word(table, minds("north")) is None


def test_a_text_that_was_not_signed_rests_before_it_is_tabled_again() -> None:
    table = talks(BOOK)
    turns = {}
    for _ in range(5):
        turns[table.turn] = bool(said(table, "north"))
        for role in BOOK.names.roles:
            table.send(Seal(role=role))
        table.send(Open())
        table.send(Next())
    assert [turn for turn, spoke in turns.items() if spoke] == [1, 4]
