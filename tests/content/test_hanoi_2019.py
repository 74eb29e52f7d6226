"""What the scenario hanoi-2019 adds: a pause with a term, tunnels that can be opened again, oil after the next test."""

from __future__ import annotations

import pytest

from tabletop.rules.dispatch import dispatch
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook

from .rulings import position

SCENARIO = "hanoi-2019"
TURNS = 10
PAUSES = ("freeze.nuclear-tests", "freeze.long-range-tests")


def at(book: Rulebook, turn: int, **given: int | str) -> Row:
    """A turn of the scenario with nobody talking and no relief, or after stated changes."""
    quiet: dict[str, int | str] = {"talks": 10, "relief": 0}
    return position(book, quiet | given | {"turn": turn}, SCENARIO)


def after_an_empty_turn(book: Rulebook, row: Row) -> Row:
    return resolve(book, row, {}, seed=1).row


def played(book: Rulebook, row: Row, role: str, key: str, **how: bool) -> Row:
    return resolve(book, row, {role: Orders((Order(book.by_key[key], **how),))}, seed=1).row


# ---- the term ----


@pytest.mark.parametrize("pause", PAUSES)
def test_an_unsigned_pause_lapses_with_the_year(book: Rulebook, pause: str) -> None:
    """On the last day of 2019 the North said that it was no longer bound by what it had declared."""
    assert book.state(after_an_empty_turn(book, at(book, TURNS)), pause) == "lapsed"


@pytest.mark.parametrize("pause", PAUSES)
@pytest.mark.parametrize("turn", range(1, TURNS))
def test_before_the_year_ends_the_pause_stands(book: Rulebook, pause: str, turn: int) -> None:
    assert book.state(after_an_empty_turn(book, at(book, turn)), pause) == "reciprocal"


@pytest.mark.parametrize(
    "given",
    [{"relief": 40}, {"talks": 70}, {"freeze.nuclear-tests": "agreed", "freeze.large-exercises": "agreed"}],
    ids=["relief", "live talks", "a signed text"],
)
def test_what_carries_the_pause_into_the_new_year(book: Rulebook, given: dict[str, int | str]) -> None:
    row = after_an_empty_turn(book, at(book, TURNS, **given))
    assert book.state(row, "freeze.nuclear-tests") in ("reciprocal", "agreed")


def test_the_pause_of_2017_has_no_such_term(book: Rulebook) -> None:
    """The term was set in April 2019, for the pause of April 2018."""
    kept: dict[str, int | str] = {"freeze.nuclear-tests": "reciprocal", "freeze.large-exercises": "reciprocal"}
    row = position(book, kept | {"talks": 0, "turn": TURNS}, "mar-a-lago-2017")
    assert book.state(after_an_empty_turn(book, row), "freeze.nuclear-tests") == "reciprocal"


# ---- the test site ----


def test_a_nuclear_test_is_two_turns_behind_the_digging(book: Rulebook) -> None:
    """The tunnels blown up in May 2018 were open again in 2022."""
    test = book.by_key["dprk/nuclear-test"]
    row = played(book, at(book, 4), "dprk", "dprk/reopen-test-site", knowing=True)
    levels = []
    for _ in range(3):
        levels.append(check(book, row, test).level.word)
        row = after_an_empty_turn(book, row)
    assert levels == ["barred", "breach", "breach"]


def test_digging_takes_back_what_had_been_dismantled(book: Rulebook) -> None:
    before = at(book, 4)
    row = played(book, before, "dprk", "dprk/reopen-test-site", knowing=True)
    index = book.schema.index
    assert row[index["dismantled"]] < before[index["dismantled"]]
    assert row[index["trust[us, dprk]"]] < before[index["trust[us, dprk]"]]


def test_closing_and_opening_a_site_again_earns_nothing(book: Rulebook) -> None:
    """The same step cannot be sold twice."""
    start = at(book, 2, elite=90)
    row = played(book, start, "dprk", "dprk/reopen-test-site", knowing=True)
    row = played(book, row, "dprk", "dprk/dismantle-site:nuclear-site.punggye-ri")
    row = played(book, row, "dprk", "dprk/reopen-test-site", knowing=True)
    assert row[book.schema.index["dismantled"]] <= start[book.schema.index["dismantled"]]


# ---- oil after the next test ----


def test_a_further_cut_replaces_the_caps_of_2017(book: Rulebook) -> None:
    row = after_an_empty_turn(book, at(book, 5, **{"un-petroleum": "in-force"}))
    assert book.state(row, "un-2397.refined-cap") == book.state(row, "un-2397.crude-cap") == "terminated"


def test_a_further_cut_bites(book: Rulebook) -> None:
    before, cut = at(book, 5), after_an_empty_turn(book, at(book, 5, **{"un-petroleum": "in-force"}))
    pressure = book.schema.index["pressure"]
    assert cut[pressure] > after_an_empty_turn(book, before)[pressure]


# ---- the calendar ----


@pytest.mark.parametrize("turn", [4, 6, 8, 9])
def test_every_fork_of_the_calendar_takes_exactly_one_way(book: Rulebook, turn: int) -> None:
    """A meeting at the line, the August season, Stockholm and the air exercise happen or fail to."""
    entries = [entry for entry in book.pack.scenario[SCENARIO].calendar if entry.turn == turn]
    always = sum(entry.when == "True" for entry in entries)
    for kept in ("reciprocal", "none"):
        for talks in (5, 60):
            limbs = dict.fromkeys((*PAUSES, "freeze.large-exercises", "freeze.strategic-assets"), kept)
            events = dispatch(book, at(book, turn, talks=talks, **limbs), SCENARIO, 1).events
            told = [event for event in events if event.cause.startswith("calendar:")]
            assert len(told) == always + 1


def test_japans_embargo_is_renewed_in_april(book: Rulebook) -> None:
    """Extended on 9 April 2019 for two years."""
    row = dispatch(book, at(book, 2, **{"japan-measures.embargo": "waived"}), SCENARIO, 1).row
    assert book.state(row, "japan-measures.embargo") == "in-force"
