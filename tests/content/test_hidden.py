"""What is hidden: the true programme and the estimate of it, what is said and done at a border, and how secrets leak."""

from __future__ import annotations

import pytest

from tabletop.pack.model import Pack
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import view

from .playing import sat_out
from .rulings import position

OTHERS = ("us", "rok", "prc", "japan", "russia")
EVIDENCE = {0: 30, 1: 60, 2: 100, 3: 140}
"""What one secret production adds at each level of verification."""


def knowingly(book: Rulebook, row: Row, key: str) -> Row:
    act = book.by_key[key]
    return resolve(book, row, {act.role: Orders((Order(act, knowing=True),))}, seed=1).row


# ---- the programme and the estimate ----


def test_only_pyongyang_knows_the_true_programme(book: Rulebook) -> None:
    column = next(one for one in book.schema.columns if one.label == "capability")
    assert column.visible_to("dprk")
    assert not any(column.visible_to(role) for role in OTHERS)


def test_everybody_sees_the_estimate_and_its_band(book: Rulebook) -> None:
    for label in ("estimate", "estimate-band"):
        column = next(one for one in book.schema.columns if one.label == label)
        assert all(column.visible_to(role) for role in book.names.actors)


@pytest.mark.parametrize(("verification", "change"), [(0, 1), (1, 1), (2, -2), (3, -3)])
def test_the_band_widens_with_age_and_narrows_with_inspectors(book: Rulebook, verification: int, change: int) -> None:
    row = position(book, {"verification": verification, "estimate-band": 12})
    band = book.schema.index["estimate-band"]
    assert sat_out(book, row, {})[band] - row[band] == change


@pytest.mark.parametrize(("capability", "change"), [(80, 3), (10, -3), (55, 0)], ids=["above", "below", "within"])
def test_an_estimate_outside_its_band_is_corrected_in_time(book: Rulebook, capability: int, change: int) -> None:
    row = position(book, {"turn": 3, "capability": capability, "estimate": 50, "estimate-band": 10})
    estimate = book.schema.index["estimate"]
    assert sat_out(book, row, {})[estimate] - row[estimate] == change


# ---- secrets and traces ----


@pytest.mark.parametrize("verification", EVIDENCE)
def test_secret_production_is_found_by_the_strength_of_verification(book: Rulebook, verification: int) -> None:
    row = position(book, {"verification": verification, "evidence[dprk]": 0})
    evidence = book.schema.index["evidence[dprk]"]
    idle = sat_out(book, row, {})[evidence]
    assert idle <= knowingly(book, row, "dprk/produce-material")[evidence] <= EVIDENCE[verification]
    assert knowingly(book, row, "dprk/produce-material")[evidence] >= EVIDENCE[verification] - 4


def test_traces_grow_old(book: Rulebook) -> None:
    row = position(book, {"evidence[dprk]": 80})
    evidence = book.schema.index["evidence[dprk]"]
    assert sat_out(book, row, {})[evidence] == 76


def test_a_false_finding_needs_some_inspectors_and_not_all(korea: Pack) -> None:
    """False alarms exist where little is seen; whoever may look anywhere is not fooled by a sample."""
    card = korea.event["false-finding"]
    assert "verification in [1, 2]" in card.when
    assert all("false-finding" in scenario.deck for scenario in korea.scenario.values())


# ---- an inspection on request ----


def test_a_visit_raises_verification_for_a_turn(book: Rulebook) -> None:
    place = book.schema.index["verification"]
    row = sat_out(book, position(book, {}), {"us": ["us/request-inspection@dprk"]})
    levels = []
    for _ in range(3):
        row = sat_out(book, row, {})
        levels.append(row[place])
    assert levels == [1, 0, 0]


def test_a_visit_after_secret_production_finds_traces(book: Rulebook) -> None:
    evidence = book.schema.index["evidence[dprk]"]
    found = []
    for produced in (0, 4):
        row = position(book, {"turn": 5, "evidence[dprk]": 0, "last[dprk, produce-material]": produced})
        row = sat_out(book, sat_out(book, row, {"us": ["us/request-inspection@dprk"]}), {})
        found.append(row[evidence])
    assert found[1] > found[0]


def test_refusing_a_visit_is_a_trace_of_its_own(book: Rulebook) -> None:
    asked = sat_out(book, position(book, {"evidence[dprk]": 40}), {"us": ["us/request-inspection@dprk"]})
    evidence, verification = book.schema.index["evidence[dprk]"], book.schema.index["verification"]
    refused = sat_out(book, asked, {}, lambda *_: False)
    admitted = sat_out(book, asked, {})
    assert refused[evidence] > admitted[evidence]
    assert refused[verification] == 0


# ---- said and done at the border ----


def test_what_is_said_of_enforcement_is_public_and_what_is_done_is_not(book: Rulebook) -> None:
    row = position(book, {"enforcement[prc]": 1, "declared-enforcement[prc]": 3})
    said, done = book.schema.index["declared-enforcement[prc]"], book.schema.index["enforcement[prc]"]
    assert view(book, row, "prc").row[done] == 1
    assert view(book, row, "us").row[said] == 3
    assert not book.schema.columns[done].visible_to("us")


def test_saying_strict_and_working_laxly_leaves_traces(book: Rulebook) -> None:
    evidence = book.schema.index["evidence[prc]"]
    lying, honest = (
        sat_out(book, position(book, {"enforcement[prc]": 1, "declared-enforcement[prc]": said}), {})[evidence]
        for said in (3, 1)
    )
    assert lying > honest


def test_words_change_nothing_at_the_border_and_orders_do(book: Rulebook) -> None:
    said, done = book.schema.index["declared-enforcement[russia]"], book.schema.index["enforcement[russia]"]
    row = position(book, {})
    spoken = sat_out(book, row, {"russia": ["russia/declare-enforcement:strict"]})
    assert (spoken[said], spoken[done]) == (3, row[done])
    assert sat_out(book, row, {"russia": ["russia/apply-measures"]})[done] == 2


# ---- arms control ----


def test_a_cap_is_broken_by_what_is_proven(book: Rulebook) -> None:
    given: dict[str, int | str] = {"arms-control.status": "acknowledged", "arms-control.limits": "capped"}
    unseen = knowingly(book, position(book, given | {"evidence[dprk]": 0}), "dprk/produce-material")
    proven = knowingly(book, position(book, given | {"evidence[dprk]": 90}), "dprk/produce-material")
    assert book.state(unseen, "arms-control.limits") == "capped"
    assert book.state(proven, "arms-control.limits") == "broken"


def test_from_the_acknowledgement_to_limits_that_are_counted(book: Rulebook) -> None:
    """Acknowledge, talk, cap, inspect, limit: the price is paid at the start, in the standing of the NPT and among allies."""
    row = position(book, {"us-home": 60, "elite": 60}, "hanoi-2019")
    npt, japan = book.schema.index["npt"], book.schema.index["japan-stake"]
    said = sat_out(book, row, {"us": ["us/acknowledge-arsenal"]})
    assert said[npt] == row[npt] - 20
    assert said[japan] < row[japan]
    row, states = said, []
    for turn in (
        {"us": ["us/arms-control-talks"]}, {"dprk": ["dprk/arms-control-talks"]}, {"us": ["us/arms-control-talks"]},
        {"dprk": ["dprk/invite-inspectors"]}, {"dprk": ["dprk/arms-control-talks"]}, {},
    ):  # fmt: skip
        row = sat_out(book, row, turn)
        states.append(book.state(row, "arms-control.limits"))
    assert states == ["none", "talks", "capped", "capped", "capped", "limited"]
    assert book.state(row, "freeze.production") in ("agreed", "verified")
