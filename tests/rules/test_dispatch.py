"""At the start of a turn the calendar speaks, last turn's rumour comes true or to nothing, and a new one goes round."""

from __future__ import annotations

from collections import Counter

import pytest

from tabletop.rules.dispatch import dispatch
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook

from .small_pack import SCENARIO, book_of, opening, value, with_

CARDS = """
[track.heat]
name = "Heat"
about = "Worked out."
derived = "tension // 2"
[event.flood]
name = "Flood"
says = "The river rises."
hint = "Rain in the hills."
weight = 30
effects = [{ track = "tension", add = 20 }]
[event.feast]
name = "Feast"
says = "They dance on the bridge."
hint = "Lanterns are being hung."
weight = 10
when = "tension < 50"
effects = [{ track = "tension", add = -5 }]
[event.comet]
name = "Comet"
says = "Nobody has put this card into the deck."
hint = "Dogs howl."
weight = 100
"""

CALENDAR = """
[[calendar]]
turn = 2
name = "Harvest"
says = "The wheat is cut."
hint = "The wheat is ripe."
effects = [{ track = "tension", add = -3 }]
[[calendar]]
turn = 2
name = "Quarrel at harvest"
says = "Scythes are raised."
when = "tension >= 50"
effects = [{ track = "tension", add = 10 }]
"""


@pytest.fixture(scope="module")
def cards() -> Rulebook:
    return book_of(CARDS, calendar=CALENDAR, deck='["flood", "feast"]', turns=6)


def dispatched(book: Rulebook, row: Row, seed: int = 1) -> Resolution:
    return dispatch(book, row, SCENARIO, seed)


def causes(found: Resolution) -> list[str]:
    return [event.cause for event in found.events]


def rumoured(book: Rulebook, card: str, **changed: int) -> Row:
    """Turn 3, after this card was hinted at."""
    number = list(book.pack.event).index(card) + 1
    return with_(book, opening(book), {"turn": 3, "foreshadowed": number, f"drawn[{card}]": 2} | changed)


def test_the_calendar_speaks_in_its_turn_and_in_no_other(cards):
    told = {turn: causes(dispatched(cards, with_(cards, opening(cards), {"turn": turn}))) for turn in (1, 2, 3)}
    assert "calendar:0" in told[2]
    assert "calendar:0" not in told[1] + told[3]


def test_an_entry_is_told_by_its_name_and_carried_out(cards):
    found = dispatched(cards, with_(cards, opening(cards), {"turn": 2}))
    (entry,) = [event for event in found.events if event.cause == "calendar:0"]
    assert entry.says == "Harvest. The wheat is cut."
    assert [(one.column, one.before, one.after) for one in entry.changes] == [("tension", 10, 7)]


def test_an_entry_whose_condition_fails_is_not_told(cards):
    assert "calendar:1" not in causes(dispatched(cards, with_(cards, opening(cards), {"turn": 2})))
    assert "calendar:1" in causes(dispatched(cards, with_(cards, opening(cards), {"turn": 2, "tension": 60})))


def test_a_condition_is_read_after_the_entries_before_it(cards):
    assert "calendar:1" not in causes(dispatched(cards, with_(cards, opening(cards), {"turn": 2, "tension": 52})))


def test_a_rumour_changes_nothing_yet(cards):
    found = dispatched(cards, opening(cards))
    (rumour,) = [event for event in found.events if event.cause.startswith("rumour:")]
    id_ = rumour.cause.removeprefix("rumour:")
    assert rumour.says == f"Rumour: {cards.pack.event[id_].hint}"
    assert {one.column for one in rumour.changes} == {"foreshadowed", f"drawn[{id_}]"}
    assert value(cards, found.row, "tension") == 10


def test_the_rumoured_card_is_played_a_turn_later(cards):
    found = dispatched(cards, rumoured(cards, "flood"))
    (played,) = [event for event in found.events if event.cause == "event:flood"]
    assert played.says == "Flood. The river rises."
    assert value(cards, found.row, "tension") == 30


def test_a_card_that_no_longer_fits_comes_to_nothing(cards):
    found = dispatched(cards, rumoured(cards, "feast", tension=60))
    (gone,) = [event for event in found.events if event.cause == "event:feast"]
    assert gone.says == "A rumour came to nothing: Lanterns are being hung."
    assert [one.column for one in gone.changes] == ["foreshadowed"]
    assert value(cards, found.row, "tension") == 60


def test_a_card_is_drawn_once_in_a_game(cards):
    for seed in range(30):
        row, drawn = opening(cards), []
        while not cards.over(row):
            found = dispatched(cards, row, seed)
            drawn += [cause for cause in causes(found) if cause.startswith("rumour:")]
            row = resolve(cards, found.row, {}, seed).row
        assert len(drawn) == len(set(drawn)) <= 2


def test_only_cards_of_the_scenarios_deck_that_fit_now_are_drawn(cards):
    hot = with_(cards, opening(cards), {"tension": 60})
    drawn = {cause for seed in range(60) for cause in causes(dispatched(cards, hot, seed)) if "rumour" in cause}
    assert drawn == {"rumour:flood"}


def test_heavier_cards_are_drawn_more_often(cards):
    drawn = Counter(
        cause for seed in range(400) for cause in causes(dispatched(cards, opening(cards), seed)) if "rumour" in cause
    )
    assert 260 <= drawn["rumour:flood"] <= 340
    assert drawn["rumour:flood"] + drawn["rumour:feast"] == 400


def test_the_same_seed_draws_the_same_card(cards):
    for seed in range(20):
        assert dispatched(cards, opening(cards), seed) == dispatched(cards, opening(cards), seed)


def test_no_rumour_goes_round_when_every_card_was_drawn(cards):
    row = with_(cards, opening(cards), {"drawn[flood]": 1, "drawn[feast]": 1})
    assert causes(dispatched(cards, row)) == ["expected:0"]


def test_a_date_with_a_hint_is_expected_a_turn_ahead_and_changes_nothing_yet(cards):
    (event,) = [event for event in dispatched(cards, opening(cards)).events if event.cause == "expected:0"]
    assert (event.says, event.changes) == ("Expected: The wheat is ripe.", ())
    later = with_(cards, opening(cards), {"turn": 2})
    assert "expected:0" not in causes(dispatched(cards, later))


def test_derived_tracks_follow_the_dispatch(cards):
    found = dispatched(cards, rumoured(cards, "flood"))
    assert value(cards, found.row, "heat") == 15
    assert found.events[-1].cause == "derived"


def test_the_position_before_is_left_as_it_was(cards):
    row = rumoured(cards, "flood")
    kept = row[:]
    dispatched(cards, row)
    assert row == kept
