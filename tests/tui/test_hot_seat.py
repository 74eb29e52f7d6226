"""Several people at one keyboard: nothing of one delegation is on the screen of another."""

from __future__ import annotations

from tabletop.tui.screens.brief import BriefScreen
from tabletop.tui.screens.handover import HandOverScreen
from tabletop.tui.screens.ledger import LedgerScreen
from tabletop.tui.screens.table import TableScreen

from .conftest import text_of

SECRETS = {
    "north": ("barns are nearly empty", "Word of praise, SOU"),
    "south": ("well that nobody talks about", "Dig deeper", "Secret well"),
}


async def test_a_hand_over_stands_between_two_people_and_hides_everything(opened, game):
    session = game("north", "south")
    seen: dict[str, str] = {"north": "", "south": ""}
    async with opened(session, brief=True) as (app, pilot):
        for role in ("north", "south"):
            assert isinstance(app.screen, HandOverScreen)
            between = text_of(app)
            assert not any(secret in between for secrets in SECRETS.values() for secret in secrets)
            assert len(app.screen_stack) == 2, "nothing of the other delegation is kept under it"
            await pilot.press("enter")
            assert isinstance(app.screen, BriefScreen)
            seen[role] += text_of(app)
            await pilot.press("enter")
            assert isinstance(app.screen, TableScreen)
            seen[role] += text_of(app)
            await pilot.press("enter", "down", "enter")
            seen[role] += text_of(app)
            for panel in "2345":
                await pilot.press(panel)
                seen[role] += text_of(app)
            await pilot.press("s")
    assert "barns are nearly empty" in seen["north"]
    assert "well that nobody talks about" in seen["south"]
    assert not any(secret in seen["south"] for secret in SECRETS["north"])
    assert not any(secret in seen["north"] for secret in SECRETS["south"])


async def test_each_reads_the_ledger_with_their_own_eyes(opened, game):
    session = game("north", "south")
    async with opened(session) as (app, pilot):
        await pilot.press("enter", "s", "s")
        await pilot.press("enter")
        app.screen.go_to_move("dig")
        await pilot.press("enter", "s")
        assert isinstance(app.screen, HandOverScreen)
        await pilot.press("enter")
        assert isinstance(app.screen, LedgerScreen)
        assert "Dig deeper" not in text_of(app)
        await pilot.press("enter", "s", "s", "enter")
        assert isinstance(app.screen, LedgerScreen)
        assert "Dig deeper" in text_of(app)


async def test_an_unfinished_game_of_several_cannot_be_watched(opened, game):
    game("north", "south")
    async with opened() as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        assert "it can be watched when it is over" in " ".join(text_of(app).split())


async def test_who_passes_the_keyboard_on_comes_back_this_turn_to_the_same_draft(opened, game):
    session = game("north", "south")
    async with opened(session) as (app, pilot):
        await pilot.press("enter", "enter", "down", "enter")
        assert "f5 pass" in text_of(app)
        await pilot.press("f5")
        assert isinstance(app.screen, HandOverScreen)
        assert "South bank" in text_of(app)
        assert not any(secret in text_of(app) for secrets in SECRETS.values() for secret in secrets)
        await pilot.press("enter")
        app.screen.go_to_move("dig")
        await pilot.press("enter", "f5")
        assert "North bank" in text_of(app)
        await pilot.press("enter")
        assert "Draft 1/2" in text_of(app)
        await pilot.press("s")
        assert "South bank" in text_of(app)
        await pilot.press("enter")
        assert [order.act.move for order in app.screen.desk.draft.orders] == ["dig"]
        await pilot.press("f5")
        assert "Nobody else at this keyboard has still to seal." in text_of(app)


async def test_drafts_of_all_who_passed_survive_a_crash(opened, game):
    session = game("north", "south")
    async with opened(session) as (app, pilot):
        await pilot.press("enter", "enter", "down", "enter", "f5", "enter")
        app.screen.go_to_move("dig")
        await pilot.press("enter", "ctrl+c")
    async with opened(session) as (app, pilot):
        await pilot.press("enter")
        assert len(app.screen.desk.draft.orders) == 1
        await pilot.press("s", "enter")
        assert [order.act.move for order in app.screen.desk.draft.orders] == ["dig"]


async def test_two_people_at_one_keyboard_bargain_within_a_turn(opened, bargain):
    session = bargain("north", "south")
    async with opened(session) as (app, pilot):
        await pilot.press("enter", "t", "plus", "enter", "o", "f5")
        assert isinstance(app.screen, HandOverScreen)
        assert len(app.screen_stack) == 2
        await pilot.press("enter", "t")
        assert "On the table" in text_of(app)
        await pilot.press("space", "t", "s", "s", "enter", "t", "space", "t")
        assert "1 to sign" in text_of(app)


async def test_alone_at_the_keyboard_there_is_nobody_to_pass_to(opened, game):
    async with opened(game()) as (app, pilot):
        assert "pass" not in text_of(app).splitlines()[-1]
        await pilot.press("f5")
        assert isinstance(app.screen, TableScreen)
        assert "Nobody else at this keyboard has still to seal." in text_of(app)
