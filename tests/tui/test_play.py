"""Playing by keyboard: a whole game, drafting, breaches, sealing."""

from __future__ import annotations

import pytest

from tabletop.rules.rulebook import Rulebook
from tabletop.shell.starting import new_game
from tabletop.table.table import Phase
from tabletop.tui.modals.breach import ConfirmBreach
from tabletop.tui.screens.brief import BriefScreen
from tabletop.tui.screens.ending import EndingScreen
from tabletop.tui.screens.ledger import LedgerScreen
from tabletop.tui.screens.table import TableScreen

from .conftest import NORMAL, SIZES, SMALL, text_of


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_a_whole_game_of_ten_turns_by_keyboard(opened, book: Rulebook, folder, size):
    session = new_game(book, "mar-a-lago-2017", ["rok"], folder=folder, seed=7)
    async with opened(session, size=size, brief=True) as (app, pilot):
        assert isinstance(app.screen, BriefScreen)
        await pilot.press("enter")
        for turn in range(1, 11):
            assert isinstance(app.screen, TableScreen)
            assert session.table.turn == turn
            await pilot.press("slash", *"hum", "enter", "enter")
            drafted = len(app.screen.desk.draft.orders)
            assert drafted == 1, app.screen.note
            await pilot.press("s")
            if session.to_seal:
                await pilot.press("s")
            if session.table.phase is Phase.OVER:
                break
            assert isinstance(app.screen, LedgerScreen)
            await pilot.press("enter")
        assert isinstance(app.screen, EndingScreen)
        assert "Republic of Korea" in text_of(app)
        assert "The ending, 50 %" in text_of(app)


async def test_a_permitted_act_is_drafted_by_enter(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("enter", "down", "enter")
        (order,) = app.screen.desk.draft.orders
        assert order.act.key == "north/praise@south"
        assert not order.ask
        assert "Draft 1/2" in text_of(app)


async def test_an_act_that_needs_consent_is_asked_for(opened, game):
    async with opened(game()) as (app, pilot):
        app.screen.go_to_move("sluice")
        await pilot.press("enter", "down")
        assert "NEEDS CONSENT" in text_of(app)
        assert "River commission" in text_of(app)
        await pilot.press("enter")
        (order,) = app.screen.desk.draft.orders
        assert order.ask


async def test_doing_it_anyway_is_confirmed_with_its_price(opened, game):
    async with opened(game()) as (app, pilot):
        app.screen.go_to_move("sluice")
        await pilot.press("enter", "down", "d")
        assert isinstance(app.screen, ConfirmBreach)
        text = text_of(app)
        assert "article 7(2)" in text
        assert "1 of 3 political capital" in text
        await pilot.press("y")
        (order,) = app.screen.desk.draft.orders
        assert order.knowing


async def test_a_breach_is_confirmed_once_more_and_enter_alone_does_not_do_it(opened, game):
    async with opened(game()) as (app, pilot):
        app.screen.go_to_move("dam")
        await pilot.press("enter", "enter", "enter")
        assert isinstance(app.screen, ConfirmBreach)
        assert "The hills will remember who began." in text_of(app)
        await pilot.press("escape")
        assert isinstance(app.screen, TableScreen)
        assert not app.screen.desk.draft.orders
        assert "Nothing was drafted." in text_of(app)
        await pilot.press("enter", "y")
        (order,) = app.screen.desk.draft.orders
        assert order.knowing


async def test_a_barred_act_says_why_and_drafts_nothing(opened, game):
    async with opened(game()) as (app, pilot):
        app.screen.go_to_move("rewrite")
        await pilot.press("enter")
        assert not app.screen.desk.draft.orders
        assert "It is barred" in text_of(app)


async def test_undo_takes_back_the_last_act_and_the_rest_stays(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("enter", "down", "enter", "down", "enter")
        assert len(app.screen.desk.draft.orders) == 2
        await pilot.press("u")
        (order,) = app.screen.desk.draft.orders
        assert order.act.target == "south"
        await pilot.press("u", "u")
        assert "Nothing is drafted this turn." in text_of(app)


async def test_a_third_act_is_refused_with_a_sentence(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("enter", "down", "enter", "down", "enter")
        app.screen.go_to_move("barter")
        await pilot.press("enter")
        assert len(app.screen.desk.draft.orders) == 2
        assert "Take one back" in " ".join(text_of(app).split())


async def test_an_empty_turn_is_sealed_only_when_s_is_pressed_twice(opened, game):
    session = game()
    async with opened(session) as (app, pilot):
        await pilot.press("s")
        assert session.to_seal == ("north",)
        assert "No act is drafted. Press s again" in text_of(app)
        await pilot.press("down", "s")
        assert session.to_seal == ("north",), "moving on is thinking again"
        await pilot.press("s")
        assert isinstance(app.screen, LedgerScreen)


async def test_a_draft_that_was_not_sealed_is_there_again(opened, game):
    session = game()
    async with opened(session) as (app, pilot):
        await pilot.press("enter", "down", "enter")
        await pilot.press("ctrl+c")
    async with opened(session) as (app, _):
        assert len(app.screen.desk.draft.orders) == 1


async def test_a_question_is_answered_in_the_inbox(opened, game):
    session = game()
    async with opened(session) as (app, pilot):
        await pilot.press("s", "s", "enter")
        assert "Inbox 1" in text_of(app)
        await pilot.press("5", "y")
        assert dict(app.screen.desk.draft.answers) == {"south/barter@north": True}
        await pilot.press("enter")
        assert dict(app.screen.desk.draft.answers) == {"south/barter@north": False}
        await pilot.press("enter")
        assert not app.screen.desk.draft.answers
        await pilot.press("y", "s", "s")
        agreed = [event.says for event in session.events(2) if "barter" in (event.act or "")]
        assert any("agreed" in says for says in agreed)


async def test_the_unsaved_sentence_stays_until_it_is_gone(opened, game):
    session = game()
    async with opened(session) as (app, pilot):
        session.unsaved = "The disk is full."
        await pilot.press("down")
        assert "The disk is full." in text_of(app)
        session.unsaved = None
        await pilot.press("down")
        assert "The disk is full." not in text_of(app)


async def test_enter_on_what_is_drafted_says_so_and_u_takes_that_back(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("enter", "down", "enter", "down", "enter", "up")
        assert "u takes it back" in app.screen.page.text
        assert "enter choose" not in text_of(app)
        await pilot.press("enter")
        assert "This act is already drafted; u takes it back." in text_of(app)
        await pilot.press("u")
        (order,) = app.screen.desk.draft.orders
        assert order.act.target == "hills"
        assert "Enter drafts it" in app.screen.page.text


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_drafted_act_is_marked_beside_its_whole_name_and_level(opened, game, size):
    async with opened(game(), size=size) as (app, pilot):
        await pilot.press("enter", "down", "enter")
        (line,) = [line for line in text_of(app).splitlines() if "Word of praise" in line and "▾" in line]
        assert "●" in line
        assert "permitted" in line
        assert "dr…" not in line
