"""Sealed texts, false reports and what is known of them stay with those who may know."""

from __future__ import annotations

from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.views import seen_events, view

from ..small_pack import opening, with_
from .river_texts import FILL_WELLS, OPEN_GATE, RIVER, STILL_MILL, draft, signed, turn

FEIGN = Orders(duties={"1.1": "feign"})


def texts_seen(row: Row, role: str) -> tuple[object, ...]:
    """The texts as a role's view shows them."""
    return deals(RIVER.layout, view(RIVER, row, role).row)


def test_a_sealed_text_is_not_in_an_outsiders_view() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL, sealed=True))
    assert texts_seen(row, "hills") == ()
    assert texts_seen(row, "south") == deals(RIVER.layout, row)


def test_an_open_text_is_known_to_all() -> None:
    row = signed(draft(OPEN_GATE, STILL_MILL))
    assert texts_seen(row, "hills") == deals(RIVER.layout, row)


def test_an_outsider_sees_that_there_is_a_sealed_text_and_nothing_of_it() -> None:
    one, other = (
        signed(draft(*keys, sealed=True, forum="summit"), opening(RIVER, ready=2))
        for keys in ((OPEN_GATE, STILL_MILL), (FILL_WELLS,))
    )
    assert view(RIVER, one, "hills").row == view(RIVER, other, "hills").row
    assert RIVER.layout is not None
    assert RIVER.layout.taken(view(RIVER, one, "hills").row) == (1,)


def test_a_false_report_looks_to_others_like_the_truth() -> None:
    row = signed(draft(FILL_WELLS, STILL_MILL))
    lied, honest = turn(row, north=FEIGN), turn(row)
    for role in ("south", "hills"):
        assert view(RIVER, lied.row, role).row == view(RIVER, honest.row, role).row
        assert seen_events(RIVER, lied.events, role) == seen_events(RIVER, honest.events, role)


def test_whoever_lied_knows_it() -> None:
    row = turn(signed(draft(FILL_WELLS, STILL_MILL)), north=FEIGN).row
    (text,) = deals(RIVER.layout, view(RIVER, row, "north").row)
    assert text.duties[0].state is DutyState.FEIGNED


def test_evidence_shows_to_the_parties_once_it_makes_them_doubt() -> None:
    row = turn(signed(draft(FILL_WELLS, STILL_MILL)), north=FEIGN).row
    doubted = with_(RIVER, row, {"step[1.1].evidence": 60})
    shown = {
        role: deals(RIVER.layout, view(RIVER, doubted, role).row)[0].duties[0].evidence for role in ("south", "hills")
    }
    assert shown == {"south": 60, "hills": 0}
    (quiet,) = deals(RIVER.layout, view(RIVER, row, "south").row)
    assert quiet.duties[0].evidence == 0
