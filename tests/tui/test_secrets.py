"""Annexes, homes and executive deals on the screen: what is secret, what is shown, what outlives whoever signed it."""

from __future__ import annotations

import pytest

from tabletop.rules.texts.draft import from_template
from tabletop.shell.purse import purse
from tabletop.shell.session import resume
from tabletop.table.drafts import Circulated
from tabletop.tui.opening import watched
from tabletop.tui.panels.papers import draft_rows
from tabletop.tui.screens.talks import TalksScreen
from tabletop.tui.widgets.page import Page

from .bargain import STRAINED, TURNING
from .conftest import NORMAL, SMALL
from .test_grids import at_the_end
from .test_talks import FROM_TEMPLATE, in_force, plain

ANNEXED = "in the sealed annex"


def told(app) -> str:
    """All that is said about what is under the cursor, however little of it there is room for."""
    pages = [app.screen.page.text, app.screen.query_one("#notes", Page).text]
    return " ".join(" ".join(pages).split())


async def annex(pilot, number: int) -> None:
    """Put a step of the text that lies open into its annex."""
    screen = pilot.app.screen
    screen.go("text")
    screen.lines("text").point(f"step:{number}")
    await pilot.press("enter")
    screen.lines("doing").point(f"set:annex:{number}")
    await pilot.press("right")


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_step_goes_behind_the_open_ones_into_the_annex_and_the_cursor_with_it(opened, bargain, size):
    async with opened(bargain(), size=size) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 1)
        screen = app.screen
        assert [step.term.clause for step in screen.talks.text.steps] == ["grain", "gauges"]
        assert screen.talks.text.annexed == (2,)
        assert screen.lines("doing").pointed == "set:annex:2"
        assert "Known to the signers alone" in plain(app)
        await pilot.press("2")
        assert screen.lines().pointed == "step:2"
        rows = screen.lines().text.splitlines()
        heading = next(place for place, row in enumerate(rows) if row.startswith("Sealed annex"))
        assert "2 ! NOR Gauges open" in rows[heading + 1]
        assert ANNEXED in rows[heading + 2]
        assert "add a step" in rows[heading - 1]
        assert "Step 2 stands in a sealed annex" in told(app)


async def test_it_is_said_which_steps_wait_for_nothing_any_more(opened, bargain):
    loose = "Step 1 waits for nothing now."
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 1)
        assert loose in plain(app)
        await pilot.press("u", "2", "home")
        assert loose not in plain(app)
        await pilot.press("minus")
        assert loose in plain(app)


async def test_a_step_comes_back_from_the_annex(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 2)
        await pilot.press("left")
        assert app.screen.talks.text.annexed == ()
        assert ANNEXED not in plain(app)


async def test_a_step_is_not_moved_across_the_border_of_the_annex(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 2)
        await pilot.press("2", "shift+up")
        assert app.screen.lines().pointed == "step:2"
        assert app.screen.talks.text.annexed == (2,)
        assert "It stands at an end already" in plain(app)


async def test_another_step_comes_before_the_annex(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 2)
        await pilot.press("2")
        app.screen.lines().point("add")
        await pilot.press("enter", "slash", *"sluice up", "enter", "enter")
        text = app.screen.talks.text
        assert [step.term.clause for step in text.steps] == ["gauges", "sluice", "grain"]
        assert text.annexed == (3,)
        assert app.screen.lines().pointed == "step:2"


async def test_what_is_annexed_is_there_after_a_crash(opened, bargain):
    session = bargain()
    async with opened(session) as (_, pilot):
        await pilot.press(*FROM_TEMPLATE)
        await annex(pilot, 2)
        await pilot.press("ctrl+c")
    again, _ = resume(session.writer.path)
    async with opened(again) as (app, _):
        assert app.screen.desk.papers[0].text.annexed == (2,)


async def signed_with_annex(pilot) -> None:
    """Grain is promised under the table, and the text is signed; the seals of the others are still to come."""
    await pilot.press(*FROM_TEMPLATE)
    await annex(pilot, 2)
    await pilot.press("o", "down", "space", "t", "s", "s")


async def test_a_signer_sees_the_annex_of_a_signed_text_and_can_leak_it(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await signed_with_annex(pilot)
        assert "In the sealed annex: SOU: Grain at cost." in plain(app)
        await pilot.press("enter", "t", "2")
        rows = app.screen.lines().text
        assert "2 ▸ SOU Grain at cost" in rows
        assert "Sealed annex" in rows
        assert ANNEXED in rows
        assert "everybody, but for its annex" in rows
        await pilot.press("3", "end")
        assert "Everybody knows of its annex from then on" in told(app)
        await pilot.press("enter", "y")
        assert dict(app.screen.desk.draft.responses) == {"1": "leak"}


async def test_others_see_a_signed_text_without_its_annex(opened, bargain):
    async with opened(bargain("north", "hills")) as (app, pilot):
        await pilot.press("enter")
        await signed_with_annex(pilot)
        await pilot.press("enter", "s", "s")
        await pilot.press("enter", "enter", "f5", "enter", "enter", "t", "2")
        assert app.screen.desk.role == "hills"
        rows = app.screen.lines().text
        assert "1 ▸ NOR Gauges open" in rows
        assert "Grain" not in rows
        assert "annex" not in plain(app)
        assert "Known to everybody" in " ".join(rows.split())


# ---- homes ----


async def near(pilot) -> None:
    """Water for grain before the South, which comes near; the cursor is on it."""
    await pilot.press(*FROM_TEMPLATE, "o")


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_tight_home_is_shown_and_the_near_one_would_sign(opened, bargain, size):
    session = bargain(files=STRAINED)
    async with opened(session, size=size) as (app, pilot):
        await near(pilot)
        desk, screen = app.screen.desk, app.screen
        assert session.table.drafts[0].answers["south"] == "near"
        await pilot.press("3", "end")
        assert screen.lines().pointed == "show"
        assert "price 1 capital" in told(app)
        await pilot.press("enter")
        assert session.table.drafts[0].shown == ("north",)
        assert session.table.drafts[0].answers["south"] == "accept"
        assert "You have shown how tight it is at home. SOU would sign." in plain(app)
        assert purse(desk.book, desk.view, desk.draft) == "Capital 2 of 3 left"
        assert "● show how tight it is at" in screen.lines().text
        await pilot.press("up")
        assert "Capital 2 of 3 left" in plain(app)
        await pilot.press("1")
        assert "NOR showed how tight it is at home" in " ".join(screen.lines().text.split())
        assert "You have shown the other signers, with proof" in told(app)


async def test_a_key_shows_a_home_from_the_list_of_texts(opened, bargain):
    session = bargain(files=STRAINED)
    async with opened(session) as (_, pilot):
        await near(pilot)
        await pilot.press("H")
        assert session.table.drafts[0].shown == ("north",)


async def test_a_home_that_fares_well_is_not_shown_and_the_page_says_why(opened, bargain):
    session = bargain()
    async with opened(session) as (app, pilot):
        await near(pilot)
        await pilot.press("3", "end")
        assert "not now It would fare well enough at home" in plain(app)
        await pilot.press("enter")
        assert not session.table.drafts[0].shown
        assert app.screen.note.startswith("It would fare well enough at home")


async def test_the_purse_counts_what_was_shown_after_a_crash_too_and_it_is_paid_with_the_seal(opened, bargain):
    session = bargain(files=STRAINED)
    async with opened(session) as (app, pilot):
        await near(pilot)
        await pilot.press("H", "t")
        assert "1 shown" in plain(app)
        assert "Capital 2 of 3 left" in plain(app)
        await pilot.press("ctrl+c")
    again, _ = resume(session.writer.path)
    async with opened(again) as (app, pilot):
        assert "Capital 2 of 3 left" in plain(app)
        await pilot.press("s", "s")
        assert "NOR spends 1 on proof that the text of NOR and SOU" in plain(app)


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_another_signer_sees_the_home_that_was_shown(opened, bargain, size):
    session = bargain("north", "south", files=STRAINED)
    async with opened(session, size=size) as (app, pilot):
        await pilot.press("enter")
        await near(pilot)
        await pilot.press("H", "t", "s", "s", "enter", "t")
        assert app.screen.desk.role == "south"
        assert "NOR showed how tight it is at home" in " ".join(app.screen.lines("papers").text.split())
        assert "█████▒░░░░░░░░░░ 42 → 37 NOR shows how tight it is at home, with proof" in told(app)
        assert "Standing NOR: 42 now, 37 when all that it owes is done." in told(app)


async def test_a_draft_is_new_again_once_a_home_was_shown_about_it(opened, bargain):
    session = bargain("north", "south", files=STRAINED)
    async with opened(session) as (app, pilot):
        await pilot.press("enter")
        await near(pilot)
        await pilot.press("f5", "enter", "t")
        south = app.screen.desk
        await pilot.press("n", "f5", "enter")
        assert not south.unread
        await pilot.press("t", "H")
        assert south.unread == (1,)


async def test_a_delegation_that_shows_its_home_is_heard(opened, bargain):
    session = bargain(
        files={
            name: text.replace('"standing[south]" = 60', '"standing[south]" = 30') for name, text in STRAINED.items()
        }
    )
    async with opened(session) as (app, pilot):
        await near(pilot)
        await pilot.press("down")
        app.screen.lines("doing").point("answer:near")
        await pilot.press("3", "enter")
        assert session.table.drafts[1].shown == ("south",)
        assert "SOU shows how tight it is at home, and asks once more." in plain(app)


async def test_the_replay_tells_of_a_home_that_was_shown(opened, bargain):
    session = bargain(files=STRAINED)
    async with opened(session) as (_, pilot):
        await near(pilot)
        await pilot.press("H")
    screen, _ = watched(at_the_end(session).writer.path, all_eyes=True)
    async with opened(session, size=NORMAL) as (app, pilot):
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press(*["right"] * 4)
        assert "North bank shows, with proof, how tight it is at home: draft 1" in plain(app)
        assert "Standing NOR: 42 now, 37 when all that it owes is done." in " ".join(screen.page.text.split())
        await pilot.press("4")
        assert "NOR showed how tight it is at home" in " ".join(screen.lines().text.split())


def test_who_could_only_veto_a_draft_does_not_see_whose_home_was_shown(banks):
    text = from_template(banks.pack.template["water-for-grain"])
    each = Circulated(1, text, "north", voters=("hills",), shown=("north",))
    seen = {eyes: str(list(draft_rows(banks, [each], eyes=eyes))) for eyes in ("south", "hills")}
    assert "NOR showed how tight it is at home" in seen["south"]
    assert "showed" not in seen["hills"]


# ---- executive deals ----


async def test_a_text_that_waits_for_nobody_can_be_put_to_the_vote_where_administrations_change(opened, bargain):
    async with opened(bargain(files=TURNING)) as (app, pilot):
        await in_force(pilot)
        await pilot.press("t")
        assert isinstance(app.screen, TalksScreen)
        assert "It is an executive deal for NOR" in plain(app)
        await pilot.press("3")
        app.screen.lines().point("response:1:ratify")
        await pilot.press("enter")
        assert dict(app.screen.desk.draft.responses) == {"1": "ratify"}
