"""A sealed annex: of a text that is open otherwise its signers alone know these steps, and what comes of them."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.preparing import as_prepared
from tabletop.rules.agreements.winset import at_home
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import Deal, DutyState
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.views import seen_events, view

from ..small_pack import opening, value, with_
from .annexes import without_annexes
from .river_texts import (
    FILL_WELLS,
    GRAIN,
    GUARD,
    OPEN_GATE,
    RATION,
    RIVER,
    STILL_MILL,
    draft,
    duty_in,
    step,
    text_in,
    told,
    turn,
)  # fmt: skip

TRADE = step(OPEN_GATE, 2), step(STILL_MILL, 2)
"""What everybody knows of: each of the two owes one step."""
WITHHOLD = Orders(duties={"1.3": "withhold"})
LEAK = Orders(responses={"1": "leak"})


def secret(key: str, due: int = 1, after: int | None = None, **more: object) -> Step:
    """A step in an annex, by its term's key."""
    return step(key, due, after, annex=True, **more)


def trade(*annex: Step, **more: object) -> Draft:
    """The open trade, with this annex."""
    return draft(*TRADE, *annex, **more)  # type: ignore[arg-type]


def signing(text: Draft, **changed: int) -> Resolution:
    """The turn in which all sign a text."""
    return turn(opening(RIVER, **changed), **{role: Orders(signs=(text,)) for role in text.signers})


def heard(events: tuple[Event, ...], role: str) -> list[str]:
    """Every sentence that a role is told."""
    return [event.says for event in seen_events(RIVER, events, role)]


def text_seen(row: Row, role: str) -> Deal:
    """The text as a role's view shows it."""
    (found,) = deals(RIVER.layout, view(RIVER, row, role).row)
    return found


def missed(text: Draft) -> Resolution:
    """The turn in which the annexed third step of a text is missed, as its owner holds it back."""
    row = signing(text).row
    owner = duty_in(row, 3).term.role
    while duty_in(row, 3).state is not DutyState.MISSED:
        result = turn(row, **{owner: WITHHOLD})
        row = result.row
    return result


# ---- what others see ----


@pytest.mark.parametrize(
    "annex", [(secret(FILL_WELLS, 5),), (secret(RATION, 5), secret(GUARD, 6, 3))], ids=["one step", "two steps"]
)
def test_until_it_falls_due_others_are_shown_the_same_with_and_without_an_annex(annex: tuple[Step, ...]) -> None:
    """The same is done under both: the gate is opened, and the mill goes on until that is a breach."""
    plain, more = signing(trade()), signing(trade(*annex))
    for does in ("withhold", "withhold", "withhold", None):
        assert more.row != plain.row
        assert view(RIVER, more.row, "hills") == view(RIVER, plain.row, "hills")
        assert seen_events(RIVER, more.events, "hills") == seen_events(RIVER, plain.events, "hills")
        south = Orders(duties={"1.2": does}) if does else Orders()
        plain, more = turn(plain.row, south=south), turn(more.row, south=south)
    assert duty_in(more.row, 2).state is DutyState.MISSED


def test_whatever_becomes_of_it_others_see_the_text_as_if_it_had_no_annex() -> None:
    row = signing(trade(secret(FILL_WELLS), secret(GUARD, 2))).row
    for orders in (Orders(duties={"1.3": "feign"}), Orders()):
        row = turn(row, north=orders).row
        assert duty_in(row, 3).state is DutyState.FEIGNED
        assert view(RIVER, row, "hills") == view(RIVER, without_annexes(RIVER, row, "hills"), "hills")
        assert [duty.key for duty in text_seen(row, "hills").duties] == ["1.1", "1.2"]
    assert row != without_annexes(RIVER, row, "hills")


def test_who_signed_sees_all_of_it() -> None:
    row = signing(trade(secret(FILL_WELLS), broker="hills")).row
    for role in ("north", "south", "hills"):
        assert [(duty.key, duty.annex) for duty in text_seen(row, role).duties] == [
            ("1.1", False), ("1.2", False), ("1.3", True),
        ]  # fmt: skip


def test_a_signature_is_told_to_all_with_the_open_steps_and_to_the_signers_with_the_annex() -> None:
    events = signing(trade(secret(FILL_WELLS), secret(GUARD))).events
    known = "N and S sign in The bank: N: Open gate, The gate stays open; S: Still mill."
    hidden = "In the sealed annex: N: Fill the wells; S: Guard the wells."
    assert [says for says in heard(events, "hills") if "sign" in says or "annex" in says] == [known]
    for role in ("north", "south"):
        assert [says for says in heard(events, role) if "sign" in says or "annex" in says] == [known, hidden]


def test_a_broker_is_told_of_the_annex() -> None:
    assert told(signing(trade(secret(GUARD), broker="hills")).events, "In the sealed annex")[0].seen_by == (
        "north", "south", "hills",
    )  # fmt: skip


def test_what_is_done_and_found_out_under_an_annex_is_told_to_its_signers() -> None:
    row = signing(trade(secret(FILL_WELLS), secret(GUARD))).row
    feigned = turn(row, north=Orders(duties={"1.3": "feign"}))
    doubted = turn(feigned.row)
    for events, says in (
        (feigned.events, "N: Fill the wells: done."),
        (doubted.events, "N: Fill the wells is doubted"),
    ):
        assert any(each.startswith(says) for each in heard(events, "south"))
        assert not any("wells" in each for each in heard(events, "hills"))


@pytest.mark.parametrize("orders", [Orders(duties={"1.3": "withhold"}), Orders(readings={"1.3": "quiet"}), LEAK])
def test_a_stranger_learns_nothing_from_a_refusal(orders: Orders) -> None:
    said = []
    for text in (trade(), trade(secret("north/peace", 3))):
        with pytest.raises(IllegalOrder) as refusal:
            judge(RIVER, signing(text).row, "hills", orders)
        said.append(str(refusal.value))
    assert said[0] == said[1]


# ---- what it costs ----


def test_to_miss_an_annexed_step_costs_trust_and_nothing_at_home() -> None:
    (event,) = told(missed(trade(secret(FILL_WELLS))).events, "Fill the wells is missed")
    moved = {change.column: change.after - change.before for change in event.changes}
    assert (moved["trust[north, south]"], moved.get("standing[north]", 0)) == (-15, 0)


def test_to_miss_the_same_step_in_the_open_costs_at_home_too() -> None:
    (event,) = told(missed(trade(step(FILL_WELLS))).events, "Fill the wells is missed")
    assert -6 in [change.after - change.before for change in event.changes if change.column == "standing[north]"]


def test_whoever_moves_first_in_an_annex_is_not_asked_about_it_at_home() -> None:
    """The first that people hear of is the mill, a turn later."""
    text = draft(step(STILL_MILL, 2), step(OPEN_GATE, 3), secret(FILL_WELLS))
    row = signing(text).row
    done = turn(row)
    assert duty_in(done.row, 3).state is DutyState.DONE
    assert not told(done.events, "moves first")
    assert (text_in(done.row).first, value(RIVER, done.row, "standing[north]")) == (None, 50)
    assert told(turn(done.row).events, "S moves first")


def test_a_step_in_an_annex_answers_nobodys_first_step() -> None:
    row = turn(signing(draft(STILL_MILL, step(OPEN_GATE, 4), secret(FILL_WELLS, 2))).row).row
    result = turn(row)
    assert duty_in(result.row, 3).state is DutyState.DONE
    assert not told(result.events, "answers S's first step")


def test_the_home_view_warns_who_moves_first_in_the_open() -> None:
    text = draft(step(STILL_MILL, 2), step(OPEN_GATE, 3), secret(FILL_WELLS))
    assert [at_home(RIVER, opening(RIVER), role, text).first_step for role in ("north", "south")] == [0, 8]


# ---- snap-back ----


def test_a_snap_back_over_an_annexed_step_does_not_name_it_to_others() -> None:
    result = missed(trade(secret(FILL_WELLS, 2), snapback=True))
    assert duty_in(result.row, 2).state is DutyState.SUSPENDED
    undone = [says for says in heard(result.events, "hills") if "undone" in says]
    assert undone == ["S: Still mill is undone. The text snaps back. Nobody votes on it."]
    assert not any("wells" in says for says in heard(result.events, "hills"))


def test_over_an_open_step_and_within_the_annex_it_names_what_was_missed() -> None:
    open_one = draft(OPEN_GATE, step(STILL_MILL, 2), step(FILL_WELLS), secret(GUARD, 2), snapback=True)
    annexed = trade(secret(FILL_WELLS, 2), secret(GUARD, 2), snapback=True)
    for text in (open_one, annexed):
        (event,) = told(missed(text).events, "S: Guard the wells is undone")
        assert "The text snaps back: N: Fill the wells was missed." in event.says
        assert event.seen_by == ("north", "south")


# ---- leaks ----


def test_a_leaked_annex_is_known_to_everybody_and_nothing_else_is_told_anew() -> None:
    row = signing(trade(secret(FILL_WELLS, 4))).row
    result = turn(row, south=LEAK)
    says = "The sealed annex of the text that N and S signed in The bank was secret and is in the press: N: Fill the wells."
    assert says in heard(result.events, "hills")
    assert not any("leaks" in each for each in heard(result.events, "hills"))
    assert [duty.annex for duty in text_seen(result.row, "hills").duties] == [False] * 3


def test_a_leak_costs_the_leaker_trust_and_capital_and_the_others_at_home() -> None:
    (event,) = told(turn(signing(trade(secret(FILL_WELLS, 4))).row, south=LEAK).events, "S breaks its word and leaks")
    moved = {change.column: change.after - change.before for change in event.changes}
    assert moved == {"capital[south]": -1, "trust[north, south]": -15, "standing[north]": -6, "step[1.3].annex": -1}
    assert event.seen_by == ("north", "south")


def test_to_miss_a_step_of_a_leaked_annex_costs_at_home_as_in_the_open() -> None:
    row = turn(turn(signing(trade(secret(FILL_WELLS, 3))).row, south=LEAK).row).row
    before = value(RIVER, row, "standing[north]")
    for _ in range(2):
        row = turn(row, north=WITHHOLD).row
    assert (duty_in(row, 3).state, value(RIVER, row, "standing[north]")) == (DutyState.MISSED, before - 6)


def test_a_broker_can_leak_an_annex() -> None:
    row = turn(signing(trade(secret(FILL_WELLS, 4), broker="hills")).row, hills=LEAK).row
    assert not text_in(row).has_secrets
    assert value(RIVER, row, "trust[north, hills]") == -15


def test_what_has_no_annex_or_was_leaked_before_is_not_leaked() -> None:
    leaked = turn(signing(trade(secret(FILL_WELLS, 4))).row, north=LEAK).row
    for row in (signing(trade()).row, leaked):
        with pytest.raises(IllegalOrder, match="Everybody knows of text 1 already"):
            judge(RIVER, row, "south", LEAK)


# ---- what nobody prepared ----

AT_SUMMIT = draft(OPEN_GATE, STILL_MILL, secret(GRAIN), forum="summit")


def test_what_fell_out_of_an_annex_is_told_to_its_signers_alone() -> None:
    events = signing(AT_SUMMIT, ready=2).events
    assert "In the sealed annex: nothing is left. Not ready and left out: grain." in heard(events, "north")
    assert not any("grain" in says or "left out" in says for says in heard(events, "hills"))


def test_a_meeting_that_fails_does_not_tell_what_was_in_the_annex() -> None:
    (event,) = told(signing(AT_SUMMIT).events, "fails")
    assert event.seen_by is None
    assert "nobody had prepared gates or mills." in event.says


def test_an_annex_goes_with_the_open_steps_it_belongs_to() -> None:
    """With dice any topic can fall out: the gates, and the mill that waited for them."""
    text = draft(OPEN_GATE, step(STILL_MILL, 2, 1), secret(GRAIN), forum="summit")
    row = with_(RIVER, opening(RIVER), {"dice": 1})
    left = [as_prepared(RIVER, row, text, seed).draft.steps for seed in range(60)]
    assert {tuple(each.annex for each in steps) for steps in left} == {
        (), (False,), (False, False), (False, True), (False, False, True),
    }  # fmt: skip
