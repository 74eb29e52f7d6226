"""Bargaining by keyboard and mouse: writing, circulating, countering, signing, keeping and breaking."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.texts.draft import from_template
from tabletop.shell.session import resume
from tabletop.tui.modals.breach import ConfirmBreach
from tabletop.tui.opening import watched
from tabletop.tui.screens.ledger import LedgerScreen
from tabletop.tui.screens.table import TableScreen
from tabletop.tui.screens.talks import TalksScreen

from .conftest import NORMAL, SMALL, text_of
from .test_grids import at_the_end

FROM_TEMPLATE = ("t", "plus", "enter")
"""To the talks, to what a text can begin from, and the first of them."""


def plain(app) -> str:
    return " ".join(text_of(app).split())


async def circulated(pilot, *, word: str = "") -> None:
    """Water for grain before the South, its word left open unless it is said what it means."""
    await pilot.press(*FROM_TEMPLATE)
    if word:
        screen = pilot.app.screen
        screen.lines("doing").point("set:reading:1")
        await pilot.press("3")
        while screen.talks.text.steps[0].reading != word:
            await pilot.press("right")
    await pilot.press("o")


async def in_force(pilot, *, word: str = "") -> None:
    """Signed, the South's answer if it gave one; then the seals open and the next turn begins."""
    await circulated(pilot, word=word)
    if len(pilot.app.screen.desk.drafts) > 1:
        await pilot.press("down")
    await pilot.press("space", "t", "s", "s", "enter")


async def test_a_pack_without_texts_has_no_talks(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("t")
        assert isinstance(app.screen, TableScreen)
        assert "No texts are signed in this game." in plain(app)


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_text_is_begun_changed_circulated_answered_signed_sealed_and_lives(opened, bargain, size):
    session = bargain()
    async with opened(session, size=size) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        screen = app.screen
        assert isinstance(screen, TalksScreen)
        await pilot.press("right", "right")
        assert screen.talks.text.steps[0].due == 3
        await pilot.press("left", "left", "o")
        first, second = screen.desk.drafts
        assert first.answers == {"north": "accept", "south": "near"}
        assert (second.role, second.counters, second.draft.snapback) == ("south", 1, True)
        assert "Draft 1 lies on the table. SOU comes near; SOU answers with draft 2." in plain(app)
        assert not screen.desk.papers
        await pilot.press("down")
        told = " ".join(screen.page.text.split())
        assert "Answers draft 1: snap-back: a missed step undoes the others'." in told
        await pilot.press("space")
        assert screen.desk.draft.signs == (second.draft,)
        assert "1 to sign" in text_of(app)
        await pilot.press("t")
        assert isinstance(app.screen, TableScreen)
        assert "1 to sign" in text_of(app)
        await pilot.press("s", "s")
        assert isinstance(app.screen, LedgerScreen)
        assert "Signatures" in text_of(app)
        assert "NOR and SOU sign in River commission" in plain(app)
        await pilot.press("enter", "t")
        (deal,) = deals(session.book.layout, session.table.row)
        assert deal.snapback
        assert "■ 1 NOR and SOU, River" in app.screen.lines("papers").text


async def test_the_linter_speaks_at_every_change(opened, bargain):
    async with opened(bargain(), size=NORMAL) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE)
        assert "“Gauge” is left undefined" in plain(app)
        app.screen.lines("doing").point("set:reading:1")
        await pilot.press("3", "right")
        assert app.screen.talks.text.steps[0].reading == "stone"
        assert "is left undefined" not in plain(app)
        await pilot.press("2")
        app.screen.lines("text").point("head:notice")
        await pilot.press("right")
        assert app.screen.talks.text.notice == 0
        assert "There is no way out" not in plain(app)


async def test_what_stops_a_text_is_said_and_the_text_is_kept(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press("t", "plus")
        app.screen.lines("text").point("forum:commission")
        await pilot.press("enter", "o")
        assert "A text has 1 to 5 steps; this one has 0." in plain(app)
        assert len(app.screen.desk.papers) == 1


async def test_steps_are_found_by_typing_added_moved_and_taken_out(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE, "plus", "slash", *"sluice up")
        assert "A sluice opened, upper" in plain(app)
        assert "Grain at cost" not in text_of(app)
        await pilot.press("enter", "enter")
        text = app.screen.talks.text
        assert [step.term.clause for step in text.steps] == ["gauges", "sluice", "grain"]
        assert text.steps[2].after == 1
        await pilot.press("shift+up")
        text = app.screen.talks.text
        assert [step.term.clause for step in text.steps] == ["sluice", "gauges", "grain"]
        assert text.steps[2].after == 2
        await pilot.press("minus")
        assert [step.term.clause for step in app.screen.talks.text.steps] == ["gauges", "grain"]
        await pilot.press("u", "u", "u")
        assert len(app.screen.talks.text.steps) == 2


async def test_esc_leaves_the_terms_and_adds_nothing(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE, "plus", "escape")
        assert not app.screen.talks.adding
        assert len(app.screen.talks.text.steps) == 2
        await pilot.press("escape", "escape")
        assert isinstance(app.screen, TableScreen)


async def test_an_answer_is_a_copy_that_can_be_changed(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await circulated(pilot)
        await pilot.press("down", "e")
        paper = app.screen.talks.paper
        assert (paper.counters, paper.text.by, paper.text.snapback) == (2, "north", True)
        assert "o circulate" in text_of(app)
        app.screen.lines("text").point("head:duration")
        await pilot.press("right", "o")
        assert app.screen.desk.drafts[2].counters == 2


async def test_a_thrown_away_text_comes_back_with_u(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE, "1", "minus")
        assert not app.screen.desk.papers
        await pilot.press("u")
        assert len(app.screen.desk.papers) == 1


async def test_a_half_written_text_and_a_mark_survive_a_crash(opened, bargain):
    session = bargain()
    async with opened(session) as (app, pilot):
        await circulated(pilot)
        await pilot.press("down", "space", "e", "right", "ctrl+c")
    again, _ = resume(session.writer.path)
    async with opened(again) as (app, pilot):
        desk = app.screen.desk
        assert desk.papers[0].counters == 2
        assert desk.papers[0].text.steps[0].due == 2
        assert [text.snapback for text in desk.draft.signs] == [True]


async def test_a_half_written_text_is_there_in_the_next_turn(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press(*FROM_TEMPLATE, "t", "s", "s", "enter")
        assert len(app.screen.desk.papers) == 1


async def test_the_inbox_names_new_drafts_and_steps_due_and_leads_to_them(opened, bargain):
    async with opened(bargain(), size=NORMAL) as (app, pilot):
        await circulated(pilot)
        await pilot.press("t", "5")
        assert "draft 2 SOU: NOR and SOU" in plain(app)
        assert "Inbox 1" in text_of(app)
        await pilot.press("enter")
        assert isinstance(app.screen, TalksScreen)
        assert app.screen.talks.at == "draft:2"
        await pilot.press("space", "t")
        assert "Inbox 1" not in text_of(app)
        await pilot.press("s", "s", "enter")
        assert "▸ due: Gauges open" in plain(app)
        await pilot.press("5", "end", "enter")
        assert app.screen.talks.at == "deal:1"


async def test_holding_a_step_back_is_confirmed_with_its_price(opened, bargain):
    session = bargain()
    async with opened(session) as (app, pilot):
        await in_force(pilot, word="stone")
        await pilot.press("t", "3")
        app.screen.lines("doing").point("duty:1.1:withhold")
        await pilot.press("enter")
        assert isinstance(app.screen, ConfirmBreach)
        assert "You gave your word for this turn." in plain(app)
        assert "Trust NOR-SOU -4" in plain(app)
        await pilot.press("escape")
        assert not app.screen.desk.draft.duties
        await pilot.press("enter", "y")
        assert dict(app.screen.desk.draft.duties) == {"1.1": "withhold"}
        await pilot.press("t")
        assert "1 on texts" in text_of(app)
        await pilot.press("s", "s")
        told = [event.says for event in session.seen(2, "north")]
        assert "NOR: Gauges open is late. Its owner holds it back." in told
        (deal,) = deals(session.book.layout, session.table.row)
        assert deal.duties[0].state is DutyState.LATE


async def test_what_cannot_be_done_stands_in_the_list_and_says_why(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await in_force(pilot)
        await pilot.press("t", "3")
        app.screen.lines("doing").point("response:1:ratify")
        await pilot.press("enter")
        assert "It does not wait for your ratification." in plain(app)
        assert not app.screen.desk.draft.responses


async def test_a_response_is_drafted_and_taken_back(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await in_force(pilot)
        await pilot.press("t", "3")
        app.screen.lines("doing").point("response:1:inspect")
        app.screen.show_answer()
        assert "1 capital, Trust NOR-SOU -5 because milder answers are left out" in plain(app)
        await pilot.press("enter")
        assert dict(app.screen.desk.draft.responses) == {"1": "inspect"}
        await pilot.press("enter")
        assert not app.screen.desk.draft.responses


async def test_an_open_word_is_read_in_secret(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await in_force(pilot)
        await pilot.press("t", "3")
        app.screen.lines("doing").point("reading:1.1:float")
        await pilot.press("enter")
        assert dict(app.screen.desk.draft.readings) == {"1.1": "float"}


async def test_two_people_bargain_at_one_keyboard(opened, bargain):
    session = bargain("north", "south")
    async with opened(session) as (app, pilot):
        await pilot.press("enter")
        await circulated(pilot)
        await pilot.press("space", "t", "s", "s", "enter")
        assert app.screen.desk.role == "south"
        assert "Inbox 1" in text_of(app)
        await pilot.press("t", "y", "space")
        assert session.table.drafts[0].answers["south"] == "accept"
        await pilot.press("t", "s", "s")
        assert len(deals(session.book.layout, session.table.row)) == 1


async def test_a_permanent_member_vetoes_and_takes_it_back(opened, bargain):
    session = bargain("north", "south")
    text = replace(from_template(session.book.pack.template["water-for-grain"]), forum="council")
    async with opened(session) as (app, pilot):
        await pilot.press("enter")
        session.circulate("north", text)
        await pilot.press("s", "s", "enter", "t")
        doing = app.screen.lines("doing")
        app.screen.go("doing")
        doing.point("veto")
        await pilot.press("enter")
        assert app.screen.desk.draft.vetoes == (text,)
        assert "● veto it" in text_of(app)
        await pilot.press("enter")
        assert app.screen.desk.draft.vetoes == ()


async def test_the_mouse_opens_marks_and_goes_back(opened, bargain):
    async with opened(bargain(), size=NORMAL) as (app, pilot):
        await pilot.press("t")
        await pilot.click("#text", offset=(5, 2))
        assert len(app.screen.desk.papers) == 1
        await pilot.press("o")
        await pilot.click("#doing", offset=(5, 2))
        assert len(app.screen.desk.draft.signs) == 1
        foot = app.screen.query_one("#foot")
        await pilot.click("#foot", offset=(foot.text.splitlines()[1].index("t table") + 2, 1))
        assert isinstance(app.screen, TableScreen)


async def test_the_replay_shows_what_was_circulated_answered_and_signed(opened, bargain):
    session = bargain()
    async with opened(session) as (_, pilot):
        await in_force(pilot)
    screen, _ = watched(at_the_end(session).writer.path, all_eyes=True)
    async with opened(session, size=NORMAL) as (app, pilot):
        app.push_screen(screen)
        await pilot.pause()
        await pilot.press("right")
        assert "North bank circulates draft 1: NOR and SOU, River commission." in plain(app)
        assert "1 NOR: Gauges open; 1 turn after signing" in plain(app)
        await pilot.press("right")
        assert "South bank circulates draft 2, in answer to draft 1" in plain(app)
        assert "It is worth" in plain(app), "all eyes see a delegation's reasons"
        while "North bank seals" not in text_of(app):
            await pilot.press("right")
        entry = " ".join(screen.lines("ledger").text.split())
        assert "signs draft 2: NOR and SOU, River commission" in entry
        await pilot.press("4")
        assert "SOU answers 1: NOR and SOU" in plain(app)


async def test_who_is_no_party_sees_nothing_of_a_draft_in_the_replay(opened, bargain):
    session = bargain()
    async with opened(session) as (_, pilot):
        await in_force(pilot)
    screen, _ = watched(at_the_end(session).writer.path, all_eyes=True)
    screen.reel.everything, screen.reel.role = False, "hills"
    screen.reel.at = 2
    assert screen.reel.says == "Others talk."
    assert "Gauges" not in " ".join(line.text for line in screen.reel.sealed)
    assert not screen.reel.drafts


async def test_what_was_typed_to_find_a_text_is_forgotten_once_it_is_begun(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await pilot.press("t", "plus", "slash", *"hills", "enter")
        assert "Water for grain" not in app.screen.lines("text").text
        await pilot.press("enter", "1", "plus")
        assert "Water for grain" in app.screen.lines("text").text


async def test_only_lists_to_choose_from_are_searched(opened, bargain):
    async with opened(bargain()) as (app, pilot):
        await circulated(pilot)
        await pilot.press("slash")
        assert "Texts and terms to choose from are searched" in plain(app)
        await pilot.press("2", "slash")
        assert not app.screen.lines("text").seeking
