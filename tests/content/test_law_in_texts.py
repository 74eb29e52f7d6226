"""A step of a text meets the law that the same act meets: the ally is asked, and the Assembly."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.ratifying import to_ratify
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import DutyState, Stage
from tabletop.rules.texts.terms import Term

from .rulings import position
from .signing import quiet, said, signed, template, text

NOW = "hanoi-2019"
PAUSES = [
    Term("us", "freeze-exercises", "freeze.large-exercises"),
    Term("us", "freeze-exercises", "freeze.field-exercises"),
    Term("us", "hold-back-assets", "freeze.strategic-assets"),
]


@pytest.mark.parametrize("pause", PAUSES, ids=lambda term: term.choice)
@pytest.mark.parametrize("scenario", ["mar-a-lago-2017", NOW])
def test_a_pause_of_the_allies_names_the_ally_whose_yes_is_missing(book: Rulebook, scenario: str, pause: Term) -> None:
    draft = text("us", "working-level", ["us", "dprk"], pause)
    (asked,) = said(book, book.opening(scenario), draft, "asks")
    assert "needs the yes of US-ROK consultations" in asked


@pytest.mark.parametrize(("yes", "state"), [(True, DutyState.DONE), (False, DutyState.LAPSED)], ids=["yes", "no"])
def test_a_signed_pause_waits_for_the_ally_and_stands_or_falls_with_it(
    book: Rulebook, yes: bool, state: DutyState
) -> None:
    row = signed(book, position(book, {}), text("us", "working-level", ["us", "dprk"], PAUSES[0]))
    row = quiet(book, row)
    assert book.layout is not None
    assert deal_in(book.layout, row, 1).duties[0].state is DutyState.ASKED
    row = quiet(book, row, rok={"us/stand-down:freeze.large-exercises": yes})
    assert deal_in(book.layout, row, 1).duties[0].state is state
    assert (book.state(row, "freeze.large-exercises") == "agreed") == yes


def test_the_ally_who_is_not_asked_counts_it(book: Rulebook) -> None:
    """By practice it is a consent and no ban: a pause that was refused to wait for costs the alliance."""
    act = book.by_key["us/stand-down:freeze.large-exercises"]
    row = position(book, {})
    agreed, alone = row[:], row[:]
    book.deeds[act].carry_out(agreed, 1, None)
    book.deeds[act].carry_out(alone, 1, row)
    alliance = book.schema.index["alliance"]
    assert alone[alliance] < agreed[alliance]


@pytest.mark.parametrize("clause", ["kaesong", "kumgang", "rail", "heavy-fuel"])
def test_what_costs_seoul_money_waits_for_the_assembly_alone(book: Rulebook, clause: str) -> None:
    choice = book.pack.clause[clause].choices[:1]
    draft = text("rok", "working-level", ["us", "dprk", "rok"], Term("rok", clause, *choice))
    row = signed(book, position(book, {}, NOW), draft)
    assert book.layout is not None
    deal = deal_in(book.layout, row, 1)
    assert deal.stage is Stage.PROVISIONAL
    assert to_ratify(book, deal) == ("rok",)


@pytest.mark.parametrize("clause", ["rail-survey", "reunions", "lift-may-24", "aid"])
def test_what_costs_little_does_not(book: Rulebook, clause: str) -> None:
    choice = book.pack.clause[clause].choices[:1]
    draft = text("rok", "inter-korean", ["rok", "dprk"], Term("rok", clause, *choice))
    row = signed(book, position(book, {}, NOW), draft)
    assert book.layout is not None
    assert deal_in(book.layout, row, 1).stage is Stage.IN_FORCE


def test_oil_that_washington_owes_is_no_matter_for_the_assembly(book: Rulebook) -> None:
    draft = text("us", "working-level", ["us", "dprk", "rok"], Term("us", "heavy-fuel", "within-caps"))
    assert not [note for note in said(book, position(book, {}, NOW), draft, "asks") if "ratified" in note]


def test_a_treaty_asks_all_four_houses(book: Rulebook) -> None:
    (asked,) = [
        note
        for note in said(book, position(book, {}, NOW), template(book, "four-party-treaty"), "asks")
        if "ratified" in note
    ]
    for body in ("US Senate", "National Assembly in Seoul", "leadership in Pyongyang", "leadership in Beijing"):
        assert body in asked
