"""The desks at the Korean table: what a report shares, and whose promises stand in the light."""

from __future__ import annotations

import pytest

from tabletop.actors.delegation import choose
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.rules.views import hidden_from, view

from .playing import sat_out
from .rulings import position

THEN = "mar-a-lago-2017"
Given = dict[str, int | str]
REPORT, DISPATCH = "un-desk/publish-monitoring-report", "press-desk/publish-dispatch"
CHARGES = {role: f"{role}/charge-with-breach@dprk" for role in ("us", "rok", "prc", "japan", "russia")}


def level(book: Rulebook, key: str, given: Given) -> Level:
    return check(book, position(book, given, THEN), book.by_key[key]).level


def after(book: Rulebook, key: str, given: Given, *labels: str) -> list[int]:
    """These columns after a turn in which a desk does this and nobody else does anything."""
    row = sat_out(book, position(book, given, THEN), {key.partition("/")[0]: [key]})
    return [row[book.schema.index[label]] for label in labels]


def test_nobody_reports_on_programmes_that_nobody_has_been_near(book: Rulebook) -> None:
    assert level(book, f"{REPORT}@dprk", {"verification": 0}) == Level.BARRED
    assert level(book, f"{REPORT}@dprk", {"verification": 1}) == Level.PERMITTED


@pytest.mark.parametrize("trader", ["prc", "russia"])
def test_a_report_on_a_trader_takes_evidence(book: Rulebook, trader: str) -> None:
    assert level(book, f"{REPORT}@{trader}", {f"evidence[{trader}]": 19}) == Level.BARRED
    assert level(book, f"{REPORT}@{trader}", {f"evidence[{trader}]": 20}) == Level.PERMITTED


def test_a_report_narrows_the_estimate(book: Rulebook) -> None:
    given: Given = {"verification": 1, "estimate-band": 12}
    reported = after(book, f"{REPORT}@dprk", given, "estimate-band")[0]
    silent = sat_out(book, position(book, given, THEN), {})[book.schema.index["estimate-band"]]
    assert reported == silent - 4


def test_a_report_shows_everybody_the_evidence_that_three_had_seen(book: Rulebook) -> None:
    assert "evidence[dprk]" in hidden_from(book, "prc")
    assert "evidence[dprk]" not in hidden_from(book, "un-desk")
    assert all("reported[dprk]" not in hidden_from(book, actor) for actor in book.names.actors)
    given: Given = {"verification": 1, "evidence[dprk]": 80}
    reported, evidence = after(book, f"{REPORT}@dprk", given, "reported[dprk]", "evidence[dprk]")
    assert reported == evidence > 0


def test_with_a_report_any_government_can_bring_a_charge(book: Rulebook) -> None:
    unreported: Given = {"evidence[dprk]": 80}
    told = {role: level(book, key, unreported) for role, key in CHARGES.items()}
    assert [role for role, found in told.items() if found < Level.BARRED] == ["us", "rok", "japan"]
    reported: Given = {"evidence[dprk]": 80, "reported[dprk]": 80}
    assert all(level(book, key, reported) < Level.BARRED for key in CHARGES.values())


def test_a_report_is_not_written_every_turn(book: Rulebook) -> None:
    given: Given = {"verification": 1, "turn": 5, "last[un-desk, publish-monitoring-report]": 4}
    assert level(book, f"{REPORT}@dprk", given) == Level.BARRED


def test_the_light_stays_on_a_promise_for_two_turns(book: Rulebook) -> None:
    row = sat_out(book, position(book, {}, THEN), {"press-desk": [f"{DISPATCH}@us"]})
    place, seen = book.schema.index["light[us]"], []
    for _ in range(3):
        seen.append(row[place])
        row = sat_out(book, row, {})
    assert seen == [2, 1, 0]


def test_what_costs_a_government_costs_the_desk_nothing(book: Rulebook) -> None:
    costs = {act.role: book.cost(position(book, {}, THEN), act) for act in book.acts if act.move == "good-offices"}
    assert costs.pop("un-desk") == 0
    assert set(costs.values()) == {1}


@pytest.mark.parametrize(
    ("doctrine", "given", "act"),
    [
        ("plain-reporting", {"verification": 2}, f"{REPORT}@dprk"),
        ("plain-reporting", {"evidence[prc]": 60}, f"{REPORT}@prc"),
        ("hold-to-their-word", {"freeze.nuclear-tests": "declared"}, f"{DISPATCH}@dprk"),
        ("hold-to-their-word", {"freeze.large-exercises": "declared"}, f"{DISPATCH}@us"),
    ],
)
def test_a_desk_that_nobody_plays_follows_its_doctrine(book: Rulebook, doctrine: str, given: Given, act: str) -> None:
    desk = book.pack.doctrine[doctrine].role
    seen = view(book, position(book, given, THEN), desk)
    chosen = {order.act.key for seed in range(30) for order in choose(book, doctrine, seen, seed).orders.acts}
    assert act in chosen
