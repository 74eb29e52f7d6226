"""What a role is shown cannot depend on what it may not see."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.lab.random_play import random_game, random_row
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Change, Event
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import UNSEEN, hidden_from, seen_events, view

from .small_pack import book_of, opening, played, sealed, value, with_

SECRETS = """
[track.arsenal]
name = "Arsenal"
about = "Only the North knows."
seen_by = ["north"]
[track.proof]
name = "Proof"
about = "What the South could prove of each."
per = "role"
seen_by = ["south"]
[track.zeal]
name = "Zeal"
about = "Each knows its own."
per = "role"
seen_by = "own"
[track.plot]
name = "Plot"
about = "Between two, and known to two."
per = "pair"
seen_by = "own"
[forum.closed]
name = "Closed committee"
about = "Silence is a yes."
members = ["north", "south"]
rule = "consensus"
public = false
[move.hoard]
name = "Hoard"
about = "Nobody sees it."
by = ["north", "hills"]
group = "press"
visibility = "covert"
effects = [{ track = "arsenal", add = "1 + arsenal // 9" }, { track = "zeal[actor]", add = 3 }]
[move.sabotage]
name = "Sabotage"
about = "Everybody sees what came of it."
by = ["north", "hills"]
group = "press"
visibility = "covert"
effects = [{ track = "tension", add = 4 }, { track = "proof[actor]", add = 30 }]
[move.whisper]
name = "Whisper"
about = "For one pair of ears."
by = ["north", "south"]
group = "talk"
targets = ["south", "hills"]
visibility = "known"
effects = [{ track = "plot[actor, target]", add = 5 }]
[move.sing]
name = "Sing"
about = "For everybody."
by = ["north", "south", "hills"]
group = "talk"
effects = [{ track = "tension", add = -1 }]
[move.request]
name = "Request"
about = "In the closed committee."
by = ["north"]
group = "talk"
forum = "closed"
[drift.arming]
name = "Arming"
effects = [{ track = "arsenal", add = "arsenal // 5" }]
says = "Carts go north by night."
[drift.mood]
name = "Mood"
effects = [{ track = "tension", add = -1 }]
says = "Tempers cool."
[event.find]
name = "A find"
says = "Papers are found."
hint = "A cart lost a wheel."
effects = [{ track = "proof[north]", add = 10 }]
[incident.accident]
name = "Accident"
says = "A powder mill burns."
when = "tension >= 0"
odds = 100
effects = [{ track = "arsenal", add = -1 }]
"""


FLOOD = """
[track.stock]
name = "Stock"
about = "What lies behind the weir."
seen_by = ["north"]
[incident.flood]
name = "Flood"
says = "The river rises."
when = "stock >= 5"
odds = "stock"
averted = "It did not rise."
"""


CALENDAR = """
[[calendar]]
turn = 1
name = "Audit"
says = "The southern clerks count."
effects = [{ track = "proof[hills]", add = 1 }]
"""


@pytest.fixture(scope="module")
def secrets() -> Rulebook:
    return book_of(SECRETS, calendar=CALENDAR, tracks="tension = 10\narsenal = 20")


def rows_alike_for(book: Rulebook, role: str, dice: Random) -> tuple[list[int], list[int]]:
    """Two positions that differ in everything this role may not see, and in nothing else."""
    one = random_row(book, dice)
    other = [
        given if column.visible_to(role) else dice.randint(column.low, min(column.high, 120))
        for given, column in zip(one, book.schema.columns, strict=True)
    ]
    return one, other


def shown(book: Rulebook, row: list[int], role: str) -> bytes:
    return repr(view(book, row, role)).encode()


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["us", "dprk", "rok", "prc", "japan", "russia"]))
def test_positions_alike_for_a_role_look_the_same_to_it_byte_by_byte(book, seed, role):
    one, other = rows_alike_for(book, role, Random(seed))
    assert shown(book, one, role) == shown(book, other, role)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 2**32), st.sampled_from(["south", "hills"]), st.booleans(), st.booleans())
def test_a_turn_played_from_two_such_positions_is_told_the_same_byte_by_byte(secrets, seed, role, hoards, sings):
    one, other = rows_alike_for(secrets, role, Random(seed))
    for row in (one, other):  # an answer to a secret question may be an open act, which everybody sees
        row[secrets.schema.index["consent[north/request]"]] = 0
    orders: dict[str, Orders] = {"north": sealed(secrets, *["north/hoard"] * hoards, "north/sabotage")}
    if sings:
        orders["south"] = sealed(secrets, "south/sing")
    told = [seen_events(secrets, resolve(secrets, row, orders, seed).events, role) for row in (one, other)]
    assert repr(told[0]).encode() == repr(told[1]).encode()
    after = [resolve(secrets, row, orders, seed).row for row in (one, other)]
    assert shown(secrets, after[0], role) == shown(secrets, after[1], role)


def test_hidden_columns_show_their_lowest_value_and_others_their_own(secrets):
    row = with_(secrets, opening(secrets), {"zeal[north]": 9, "zeal[south]": 8, "plot[north, hills]": 7, "tension": 6})
    south = view(secrets, row, "south")
    labels = ("arsenal", "zeal[north]", "plot[north, hills]", "zeal[south]", "tension")
    assert [value(secrets, list(south.row), label) for label in labels] == [0, 0, 0, 8, 6]
    assert south.hidden == hidden_from(secrets, "south") >= set(labels[:3])
    assert not south.hidden & set(labels[3:])


def test_a_relation_kept_secret_is_known_to_the_two_it_is_between(secrets):
    assert "plot[north, hills]" in hidden_from(secrets, "south")
    assert not {"plot[north, hills]", "plot[south, hills]"} & hidden_from(secrets, "hills")


def test_a_covert_act_of_another_shows_only_as_an_unseen_cause(secrets):
    events = played(secrets, opening(secrets), north=sealed(secrets, "north/sabotage")).events
    (unseen,) = [event for event in seen_events(secrets, events, "hills") if event.step == "covert"]
    assert unseen == Event(1, "covert", "unseen", UNSEEN, (Change("tension", 10, 14),))


def test_whoever_may_see_more_of_it_sees_more_of_it_and_still_no_name(secrets):
    events = played(secrets, opening(secrets), north=sealed(secrets, "north/sabotage")).events
    (unseen,) = [event for event in seen_events(secrets, events, "south") if event.step == "covert"]
    assert {change.column for change in unseen.changes} == {"tension", "proof[north]"}
    assert (unseen.cause, unseen.actor, unseen.act) == ("unseen", None, None)


def test_a_covert_act_that_moves_only_hidden_things_leaves_no_trace(secrets):
    events = played(secrets, opening(secrets), north=sealed(secrets, "north/hoard")).events
    assert not [event for event in seen_events(secrets, events, "hills") if event.step == "covert"]


def test_the_actor_sees_its_own_covert_act_in_full(secrets):
    events = played(secrets, opening(secrets), north=sealed(secrets, "north/hoard")).events
    (own,) = [event for event in seen_events(secrets, events, "north") if event.step == "covert"]
    assert (own.act, own.says) == ("north/hoard", "N: Hoard.")
    assert {change.column for change in own.changes} == {"arsenal", "zeal[north]", "last[north, hoard]"}


def test_a_whisper_reaches_its_target_even_when_nothing_else_moves(secrets):
    row = with_(secrets, opening(secrets), {"plot[north, hills]": 100})
    events = played(secrets, row, north=sealed(secrets, "north/whisper@hills")).events
    heard = [event.act for event in seen_events(secrets, events, "hills") if event.step == "overt"]
    assert heard == ["north/whisper@hills"]
    assert not [event for event in seen_events(secrets, events, "south") if event.step == "overt"]


def test_a_standing_rule_that_moves_only_hidden_things_is_not_told(secrets):
    events = played(secrets, opening(secrets)).events
    causes = {role: [event.cause for event in seen_events(secrets, events, role)] for role in ("north", "south")}
    assert "drift:arming" in causes["north"]
    assert "drift:arming" not in causes["south"]
    assert "drift:mood" in causes["south"]


def test_what_is_worked_out_anew_out_of_sight_is_not_told():
    hoard = """
[track.hoard]
name = "Hoard"
about = "Worked out from the arsenal."
derived = "arsenal // 2"
seen_by = ["north"]
"""
    book = book_of(SECRETS + hoard, calendar=CALENDAR.replace("proof[hills]", "arsenal"), tracks="arsenal = 19")
    events = dispatch(book, opening(book), "dry-summer", 1).events
    told = {role: [event.cause for event in seen_events(book, events, role)] for role in ("north", "south")}
    assert told == {"north": ["calendar:0", "derived"], "south": ["calendar:0"]}


def test_public_news_is_told_even_when_what_it_moved_is_hidden(secrets):
    told = dispatch(secrets, opening(secrets), "dry-summer", 1).events
    (audit,) = [event for event in seen_events(secrets, told, "hills") if event.cause == "calendar:0"]
    assert (audit.says, audit.changes) == ("Audit. The southern clerks count.", ())
    events = played(secrets, opening(secrets)).events
    assert [event.changes for event in seen_events(secrets, events, "south") if event.step == "incidents"] == [()]


def test_odds_drawn_from_what_is_hidden_are_told_to_those_alone_who_may_see_it():
    book = book_of(FLOOD, tracks="tension = 10\nstock = 37")
    shown: dict[str, set[str]] = {"north": set(), "south": set()}
    for seed in range(20):
        events = played(book, opening(book), seed).events
        for role, said in shown.items():
            said.add(" ".join(each.says for each in seen_events(book, events, role) if each.step == "incidents"))
    assert shown == {
        "north": {
            "The river rises. Flood. It had 37 chances in 100.",
            "It did not rise. (The chance was 37 in 100.)",
        },
        "south": {"The river rises.", ""},
    }


def test_odds_drawn_from_what_everybody_sees_are_told_to_everybody():
    book = book_of(FLOOD.replace('"stock"', "37").replace("stock >= 5", "tension >= 5"))
    (event,) = [each for each in played(book, opening(book), 1).events if each.step == "incidents"]
    assert event.seen_by is None
    assert "37" in event.says


def test_what_is_asked_in_a_closed_committee_is_nobody_elses_business(secrets):
    found = played(secrets, opening(secrets), north=sealed(secrets, "north/request", ask=True))
    asked = {
        role: [e.cause for e in seen_events(secrets, found.events, role) if "ask" in e.cause]
        for role in ("south", "hills")
    }
    assert asked == {"south": ["ask:request"], "hills": []}
    assert view(secrets, found.row, "south").questions == (secrets.by_key["north/request"],)
    assert view(secrets, found.row, "hills").questions == ()


def test_no_seen_event_of_any_game_names_a_hidden_column_or_a_hidden_act(book):
    for seed in range(12):
        for _, _, events in random_game(book, "mar-a-lago-2017", seed):
            for role in book.names.actors:
                hidden = hidden_from(book, role)
                for event in seen_events(book, events, role):
                    assert not {change.column for change in event.changes} & hidden
                    visibility = book.pack.move[book.by_key[event.act].move].visibility if event.act else "open"
                    if visibility == "covert":
                        assert event.actor == role
                    if visibility == "known":
                        act = book.by_key[str(event.act)]
                        assert role in {act.role, act.target, *book.keepers(act)} or event.step == "consents"
