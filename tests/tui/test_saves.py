"""Saved games: continue, replay, copies, records that cannot be opened."""

from __future__ import annotations

from tabletop.record.saved import saved_games
from tabletop.shell.session import start
from tabletop.shell.starting import seats_for
from tabletop.table.commands import Show
from tabletop.tui.app import TabletopApp
from tabletop.tui.modals.save_as import SaveAs
from tabletop.tui.opening import watched
from tabletop.tui.screens.ending import EndingScreen
from tabletop.tui.screens.ledger import LedgerScreen
from tabletop.tui.screens.menu import MenuScreen
from tabletop.tui.screens.replay import ReplayScreen
from tabletop.tui.screens.saves import SavesScreen
from tabletop.tui.screens.table import TableScreen

from .conftest import text_of
from .river import SCENARIO
from .test_grids import at_the_end, second_turn


async def test_an_empty_shelf_says_so(opened):
    async with opened() as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        assert isinstance(app.screen, SavesScreen)
        assert "No game is saved yet." in text_of(app)
        await pilot.press("enter", "r", "escape")
        assert isinstance(app.screen, MenuScreen)


async def test_a_saved_game_goes_on_where_it_was_left(opened, game):
    second_turn(game())
    async with opened() as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, TableScreen)
        assert "turn 2/3" in text_of(app)


async def test_a_game_left_in_its_ledger_goes_on_there(opened, game):
    session = game()
    async with opened(session) as (app, pilot):
        await pilot.press("s", "s")
        assert isinstance(app.screen, LedgerScreen)
        await pilot.press("f4", "down", "enter")
        await pilot.pause()
        await pilot.press("enter")
        await pilot.pause()
        assert isinstance(app.screen, LedgerScreen)
        assert "what happened in turn 1" in text_of(app)


async def test_a_broken_record_is_listed_with_the_reason_and_cannot_be_opened(opened, game, folder):
    game()
    (folder / "broken.jsonl").write_text("{}\n", encoding="utf-8")
    async with opened() as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        app.screen.query_one("#choices").point("broken.jsonl")
        await pilot.pause()
        assert "broken" in text_of(app)
        await pilot.press("enter")
        assert isinstance(app.screen, SavesScreen)
        assert "cannot be opened" in text_of(app)


async def test_the_ending_leads_to_the_replay_and_back(opened, game):
    async with opened(at_the_end(game())) as (app, pilot):
        assert isinstance(app.screen, EndingScreen)
        await pilot.press("r")
        await pilot.pause()
        assert isinstance(app.screen, ReplayScreen)
        await pilot.press("escape")
        assert isinstance(app.screen, EndingScreen)


def test_a_record_that_speaks_of_what_is_not_there_is_not_watched(game):
    session = at_the_end(game())
    entry = session.entries[-1].model_copy(update={"number": len(session.entries) + 1})
    session.writer.append(entry.model_copy(update={"command": Show(role="south", number=9)}))
    screen, why = watched(session.writer.path, all_eyes=True)
    assert screen is None
    assert "no draft 9 lay on the table" in why


async def test_a_replay_steps_by_entry_and_by_turn(game):
    session = at_the_end(game())
    screen, _ = watched(session.writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=(80, 24)) as pilot:
        reel = screen.reel
        assert (reel.at, reel.turn) == (1, 1)
        await pilot.press("right", "right")
        assert reel.at == 3
        await pilot.press("left")
        assert reel.at == 2
        await pilot.press("pagedown")
        assert (reel.turn, reel.entry.command.kind) == (2, "next")
        await pilot.press("pageup")
        assert (reel.turn, reel.at) == (1, 1)
        await pilot.press("end")
        assert reel.at == len(session.entries)
        await pilot.press("home")
        assert reel.at == 0
        assert "The opening" in text_of(pilot.app)
        await pilot.press("left")
        assert reel.at == 0


async def test_before_the_end_a_replay_has_only_its_players_eyes(opened, game):
    session = second_turn(game())
    async with opened() as (app, pilot):
        await pilot.press("down", "enter")
        await pilot.pause()
        await pilot.press("r")
        await pilot.pause()
        shown = ""
        for _ in range(len(session.entries)):
            shown += text_of(app)
            await pilot.press("right")
        assert "through the eyes of NOR" in shown
        assert "Dig deeper" not in shown
        assert "Secret well" not in shown
        await pilot.press("v")
        assert "Until the game is over" in text_of(app)


async def test_after_the_end_v_goes_round_all_eyes(game):
    session = at_the_end(game())
    screen, _ = watched(session.writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=(120, 36)) as pilot:
        eyes = []
        for _ in range(4):
            await pilot.press("v")
            eyes.append("all" if screen.reel.everything else screen.reel.role)
        assert eyes == ["north", "south", "hills", "all"]


async def test_a_copy_is_kept_under_its_own_name(opened, game, folder):
    async with opened(game()) as (app, pilot):
        await pilot.press("f6", "ctrl+u", *"my copy/../x", "enter")
        await pilot.pause()
        assert "A copy is kept as my-copy-..-x.jsonl" in text_of(app)
    assert {saved.path.name for saved in saved_games(folder)} == {"dry-summer-north.jsonl", "my-copy-..-x.jsonl"}
    assert all(saved.record for saved in saved_games(folder))


async def test_a_branch_leaves_the_replay_at_the_turn_under_the_cursor(opened, game, folder):
    session = second_turn(game())
    screen, _ = watched(session.writer.path, all_eyes=True)
    app = TabletopApp(screen, folder=folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        await pilot.press("b")
        await pilot.pause()
        assert isinstance(app.screen, TableScreen)
        assert "turn 1/3" in text_of(app)
        branch = next(saved for saved in saved_games(folder) if saved.header.parent is not None)
        assert branch.header.parent.record == session.writer.path.name
        assert branch.path == app.course.session.writer.path


async def test_a_copy_without_a_name_asks_for_one_and_a_long_name_hides_nothing(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("f6", "ctrl+u", "enter")
        assert isinstance(app.screen, SaveAs)
        assert "The copy needs a name" in text_of(app)
        await pilot.press(".", "enter")
        assert "The copy needs a name" in text_of(app)
        await pilot.press(*"a-long-name-" * 6)
        assert "Enter keeps the copy" in text_of(app)
        assert "…" in text_of(app)
        await pilot.press("escape")
        assert isinstance(app.screen, TableScreen)


async def test_with_all_eyes_a_branch_asks_first_whose_seat_it_is(river, folder):
    session = start(river, SCENARIO, 7, seats_for(river, SCENARIO, []), folder / "watched.jsonl")
    session.open()
    screen, _ = watched(session.writer.path, all_eyes=True)
    app = TabletopApp(screen, folder=folder)
    async with app.run_test(size=(120, 36)) as pilot:
        await pilot.pause()
        assert "b branch" not in text_of(app)
        await pilot.press("b")
        assert "choose with v through whose eyes" in text_of(app)
        await pilot.press("v", "v", "b")
        await pilot.pause()
        assert app.course.session.people == ("south",)


async def test_a_replay_offers_only_where_one_can_go(game):
    screen, _ = watched(at_the_end(game()).writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=(120, 36)) as pilot:
        await pilot.press("home")
        assert "← before" not in text_of(pilot.app)
        await pilot.press("end")
        assert "→ next" not in text_of(pilot.app)
        assert "← before" in text_of(pilot.app)


async def test_a_find_without_a_hit_in_a_replay_says_how_to_see_the_others(game):
    screen, _ = watched(at_the_end(game()).writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=(80, 24)) as pilot:
        await pilot.press("slash", *"zzz")
        assert "Nothing is found. Esc shows the others." in text_of(pilot.app)


async def test_the_row_of_ones_own_score_is_whole(opened, game):
    async with opened(at_the_end(game())) as (app, _):
        assert "NOR you " in app.screen.query_one("#choices").text


async def test_a_click_on_a_turn_of_a_replay_goes_there(game):
    screen, _ = watched(at_the_end(game()).writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=(80, 24)) as pilot:
        await pilot.click(offset=(text_of(pilot.app).splitlines()[1].index("T3"), 1))
        assert screen.reel.turn == 3
