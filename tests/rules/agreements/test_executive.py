"""Executive deals: what a body at home never passed does not outlast the administration that signed it."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.ratifying import executive, may_ratify
from tabletop.rules.dispatch import dispatch
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import Deal, Stage
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import seen_events

from ..small_pack import SCENARIO, book_of, opening, value, with_
from .river_texts import (
    AGREEMENTS,
    BORDER,
    FILL_WELLS,
    GRAIN,
    GUARD,
    HOMES,
    OPEN_GATE,
    STILL_MILL,
    TEXT,
    draft,
    step,
    told,
)  # fmt: skip

TERMS = """
[track.turnover]
name = "Turnover"
about = "The turn in which another administration took over."
per = "role"
range = [0, 100]
[forum.moot]
name = "Moot of the hills"
about = "It nods."
members = ["hills"]
rule = "home"
passes = "True"
refusal = "It nods."
"""
ROLES = HOMES.replace("[role.hills]", '[role.hills]\nratifies = "moot"\nelections = true').replace(
    "[role.south]", "[role.south]\nelections = true"
)
CALENDAR = """
[[calendar]]
turn = 3
name = "Election"
says = "The south votes."
effects = [{ track = "turnover[south]", set = "turn" }]
"""


def river(turnover: str = 'turnover = "turnover"\n', calendar: str = "") -> Rulebook:
    roles = ROLES if turnover else ROLES.replace("elections = true\n", "")
    return book_of(
        TEXT + TERMS, header=AGREEMENTS + turnover, roles=roles, turns=8, calendar=calendar,
        tracks='water = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60\n"standing[hills]" = 50',
    )  # fmt: skip


BOOK = river()
TRADE = draft(OPEN_GATE, STILL_MILL)
RATIFY = Orders(responses={"1": "ratify"})


def signed(text: Draft, book: Rulebook = BOOK, row: Row | None = None) -> Row:
    """The position after all have signed a text."""
    start = opening(book) if row is None else row
    return resolve(book, start, {role: Orders(signs=(text,)) for role in text.signers}, 1).row


def played(row: Row, book: Rulebook = BOOK, **orders: Orders) -> Resolution:
    return resolve(book, row, orders, 1)


def elected(row: Row, *roles: str) -> Row:
    """The same position, and this turn another administration of these roles has taken over."""
    return with_(BOOK, row, {f"turnover[{role}]": value(BOOK, row, "turn") for role in roles})


def text(row: Row, book: Rulebook = BOOK) -> Deal | None:
    assert book.layout is not None
    return deal_in(book.layout, row, 1) if 1 in book.layout.taken(row) else None


def living(row: Row) -> Deal:
    found = text(row)
    assert found is not None
    return found


# ---- with the administration it ends ----


def test_a_text_that_no_body_passed_ends_when_another_administration_takes_over() -> None:
    result = played(elected(played(signed(TRADE)).row, "south"))
    assert text(result.row) is None
    (event,) = told(result.events, "another administration")
    assert event.says == (
        "The text that N and S signed in The bank ends. S has another administration, and Southern assembly never passed it."
    )
    assert event.seen_by is None


def test_what_was_done_under_it_is_undone_as_far_as_it_can_be() -> None:
    row = played(signed(draft(STILL_MILL, GRAIN))).row
    assert (BOOK.state(row, "river.mill"), value(BOOK, row, "water")) == ("agreed", 53)
    row = played(elected(row, "south")).row
    assert (BOOK.state(row, "river.mill"), value(BOOK, row, "water")) == ("free", 53)


def test_the_calendar_brings_it_about() -> None:
    book = river(calendar=CALENDAR)
    row, lived = opening(book), []
    for number in range(1, 5):
        row = dispatch(book, row, SCENARIO, 1).row
        row = signed(TRADE, book, row) if number == 1 else played(row, book).row
        lived.append(text(row, book) is not None)
    assert lived == [True, True, False, False]


def test_a_text_that_waits_for_ratification_ends_too() -> None:
    row = signed(draft(OPEN_GATE, BORDER))
    assert living(row).stage is Stage.PROVISIONAL
    assert text(played(elected(row, "south")).row) is None


def test_a_sealed_text_ends_and_its_signers_alone_are_told() -> None:
    result = played(elected(signed(draft(OPEN_GATE, STILL_MILL, sealed=True)), "south"))
    assert text(result.row) is None
    assert told(seen_events(BOOK, result.events, "north"), "another administration")
    assert not told(seen_events(BOOK, result.events, "hills"), "another administration")


def test_a_text_signed_in_that_very_turn_is_the_new_administrations_own() -> None:
    row = signed(TRADE, row=elected(opening(BOOK), "south"))
    assert text(row) is not None
    assert text(played(row).row) is not None, "nor is it dropped later"


# ---- whose administration ----


@pytest.mark.parametrize(
    ("parties", "role", "lives"),
    [
        (("north", "south"), "south", False),
        (("north", "south"), "north", True),
        (("north", "south"), "hills", True),
        (("hills", "south"), "hills", False),
        (("hills", "south"), "south", False),
    ],
    ids=["a party with a body", "a party without one", "no party", "the first of two", "the second of two"],
)
def test_only_a_party_that_has_a_body_at_home_can_drop_it(parties: tuple[str, str], role: str, lives: bool) -> None:
    row = signed(draft(STILL_MILL, parties=parties))
    assert (text(played(elected(row, role)).row) is not None) == lives


def test_a_broker_is_no_party() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, broker="hills"))
    assert text(played(elected(row, "hills")).row) is not None


def test_a_pledge_outlasts_who_gave_it() -> None:
    row = signed(draft(step(GUARD, 3), forum="square", parties=("south",)))
    assert executive(BOOK, living(row)) == ()
    assert text(played(elected(row, "south")).row) is not None


def test_what_a_forum_decided_by_vote_is_the_forums() -> None:
    row = signed(draft(OPEN_GATE, step(STILL_MILL, 3), forum="council"))
    assert may_ratify(BOOK, living(row)) == ()
    assert text(played(elected(row, "south")).row) is not None


def test_where_administrations_do_not_change_nothing_is_executive() -> None:
    book = river(turnover="")
    found = text(signed(TRADE, book), book)
    assert found is not None
    assert executive(book, found) == may_ratify(book, found) == ()


# ---- put to the vote at home ----


def test_what_does_not_wait_for_it_can_be_put_to_the_vote_and_then_lasts() -> None:
    row = signed(TRADE)
    judge(BOOK, row, "south", RATIFY)
    result = played(row, south=RATIFY)
    (event,) = told(result.events, "Southern assembly ratifies the text that N and S signed in The bank for S.")
    assert ("capital[south]", -1) in [(each.column, each.after - each.before) for each in event.changes]
    assert not told(result.events, "It is in force."), "it was before"
    assert (living(result.row).ratified, living(result.row).stage) == (("south",), Stage.IN_FORCE)
    assert executive(BOOK, living(result.row)) == ()
    assert text(played(elected(result.row, "south")).row) is not None


def test_a_body_that_refuses_leaves_it_executive() -> None:
    row = played(with_(BOOK, signed(TRADE), {"standing[south]": 40}), south=RATIFY).row
    assert living(row).ratified == ()
    assert text(played(elected(row, "south")).row) is None


def test_every_party_puts_it_to_its_own_body() -> None:
    row = played(signed(draft(STILL_MILL, parties=("hills", "south"))), south=RATIFY).row
    assert executive(BOOK, living(row)) == ("hills",)
    assert text(played(elected(row, "south")).row) is not None
    assert text(played(elected(row, "hills")).row) is None


def test_the_old_administration_has_its_last_turn_to_do_so() -> None:
    assert text(played(elected(signed(TRADE), "south"), south=RATIFY).row) is not None


def test_an_open_text_is_put_to_the_vote_without_its_annex() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, step(FILL_WELLS, 3, annex=True)))
    result = played(row, south=RATIFY)
    assert living(result.row).ratified == ("south",)
    assert not told(seen_events(BOOK, result.events, "hills"), "wells")
    assert [duty.annex for duty in living(result.row).duties] == [False, False, True]


@pytest.mark.parametrize(
    ("row", "role"),
    [
        (signed(draft(OPEN_GATE, STILL_MILL, sealed=True)), "south"),
        (signed(TRADE), "north"),
        (played(signed(TRADE), south=RATIFY).row, "south"),
    ],
    ids=["it is sealed", "there is no body", "it passed already"],
)
def test_what_is_not_put_to_the_vote(row: Row, role: str) -> None:
    with pytest.raises(IllegalOrder, match=f"Text 1 does not wait for {role}'s ratification"):
        judge(BOOK, row, role, RATIFY)


def test_a_leaked_text_can_be_put_to_the_vote() -> None:
    row = played(signed(draft(step(OPEN_GATE, 3), sealed=True)), north=Orders(responses={"1": "leak"})).row
    judge(BOOK, row, "south", RATIFY)
