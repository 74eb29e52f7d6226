"""Finding one's way: find, filter, palette, help, jump, tabs, mouse."""

from __future__ import annotations

import re

import pytest
from textual import events
from textual.command import CommandPalette
from textual.widgets import Input

from tabletop.shell.starting import new_game
from tabletop.tui.modals.help import HelpPage

from .conftest import NORMAL, SIZES, WIDE, text_of
from .grid import grid


async def test_find_takes_letters_that_are_commands_elsewhere(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("slash", *"dam")
        assert app.screen.lines().pointed == "north/dam"
        assert "find dam" in text_of(app)
        await pilot.press("backspace", "backspace", *"igg", "escape")
        assert len([row for row in app.screen.lines().rows if row.id]) == 5
        assert app.screen.desk.session.to_seal == ("north",), "no letter was taken for a command"


async def test_a_word_that_no_move_is_called_finds_those_that_speak_of_it(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("slash", *"fields")
        assert {row.id for row in app.screen.lines().rows if row.id} == {"north/dam", "move:sluice"}


async def test_letters_typed_in_one_burst_after_the_slash_are_never_commands(opened, game):
    async with opened(game()) as (app, pilot):
        for letter in ("slash", "s", "l", "u", "s", "s"):
            app.post_message(events.Key(letter, None if letter == "slash" else letter))
        await pilot.pause(0.2)
        assert app.screen.lines().sought == "sluss"
        assert app.screen.desk.session.to_seal == ("north",)


async def test_find_from_the_verdict_goes_to_the_moves(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("3", "slash", *"dam")
        assert app.screen.lines().pointed == "north/dam"


async def test_find_keeps_what_is_found_on_enter_and_esc_clears_it(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("slash", *"sluice", "enter")
        assert [row.id for row in app.screen.lines().rows if row.id] == ["move:sluice"]
        await pilot.press("escape")
        assert len([row for row in app.screen.lines().rows if row.id]) == 5


async def test_find_works_in_the_law_and_the_ledger(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("2", "slash", *"ferr", "enter")
        assert [row.id for row in app.screen.lines().rows if row.id] == ["treaty.ferries"]
        await pilot.press("4", "slash", *"nothing like it", "enter")
        assert "Nothing is found. Esc shows the others." in text_of(app)


async def test_the_filter_goes_through_the_levels(opened, game):
    async with opened(game()) as (app, pilot):
        found = {}
        for word in ("permitted", "needs consent", "breach", "barred", "all"):
            await pilot.press("f")
            found[word] = [row.id for row in app.screen.lines().rows if row.id]
        assert found["permitted"] == ["move:praise"]
        assert found["breach"] == ["north/dam"]
        assert found["barred"] == ["north/rewrite"]
        assert len(found["all"]) == 5


async def test_the_palette_finds_commands_and_moves_and_says_why_not(opened, game):
    async with opened(game(), size=NORMAL) as (app, pilot):
        await pilot.press("ctrl+p")
        assert isinstance(app.screen, CommandPalette)
        app.screen.query_one(Input).value = "undo"
        await pilot.pause(0.3)
        assert "Not now: Nothing is drafted this turn." in text_of(app)
        app.screen.query_one(Input).value = "build a dam"
        await pilot.pause(0.3)
        await pilot.press("down", "enter")
        await pilot.pause(0.3)
        assert app.screen.lines().pointed == "north/dam"


async def test_help_lists_the_keys_of_this_screen(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("question_mark")
        assert isinstance(app.screen, HelpPage)
        assert "Seal your orders for this turn." in app.screen.query_one("#keys").text
        await pilot.press("escape")
        assert not isinstance(app.screen, HelpPage)


async def test_jump_goes_to_the_panel_of_the_letter(opened, game):
    async with opened(game(), size=NORMAL) as (app, pilot):
        await pilot.press("j")
        assert "l Law" in text_of(app)
        await pilot.press("l")
        assert app.focused.id == "law"
        await pilot.press("j", "z")
        assert app.focused.id == "law"


async def test_tab_goes_round_the_panels(opened, game):
    async with opened(game()) as (app, pilot):
        panels = []
        for _ in range(5):
            await pilot.press("tab")
            panels.append(app.focused.id)
        assert panels == ["law", "tracks", "ledger", "inbox", "moves"]
        await pilot.press("shift+tab")
        assert app.focused.id == "inbox"


async def test_why_opens_the_whole_verdict_and_esc_closes_it(opened, game):
    async with opened(game()) as (app, pilot):
        app.screen.go_to_move("dam")
        await pilot.press("w")
        assert app.focused.id == "answer"
        assert app.screen.page.size.height > 15
        await pilot.press("escape")
        assert app.focused.id == "moves"


async def test_everything_can_be_clicked(opened, game):
    async with opened(game()) as (app, pilot):
        row = next(number for number, line in enumerate(grid(app)) if "Build a dam" in line)
        await pilot.click(offset=(10, row))
        assert app.screen.lines().pointed == "north/dam"
        await pilot.click(offset=(10, row))
        await pilot.pause()
        line = next(number for number, line in enumerate(grid(app)) if "break it, knowingly" in line)
        await pilot.click(offset=(grid(app)[line].index("break it"), line))
        await pilot.pause()
        assert app.screen.desk.draft.orders[0].knowing
        await pilot.click(offset=(grid(app)[1].index("Law"), 1))
        assert app.focused.id == "law"
        foot = grid(app)[23]
        await pilot.click(offset=(foot.index("undo"), 23))
        assert not app.screen.desk.draft.orders


async def test_colours_change_and_stay_readable(opened, game):
    async with opened(game()) as (app, pilot):
        names = []
        for _ in range(3):
            await pilot.press("f9")
            names.append(app.theme)
        assert names == ["day", "contrast", "night"]


async def test_what_is_kept_of_a_find_stands_at_the_foot_until_it_is_cleared(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("slash", *"sluice", "enter")
        assert 'find "sluice"' in text_of(app)
        await pilot.press("2")
        assert 'find "sluice" in Moves' in text_of(app)
        await pilot.press("1", "escape")
        assert "find " not in text_of(app).splitlines()[-2]


async def test_a_long_find_shows_its_end_on_one_row(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("slash", *"abcdefghij" * 9)
        *_, above, _ = text_of(app).splitlines()
        assert len(app.screen.lines().sought) == 60
        assert above.lstrip().startswith("find …")
        assert "efghij▏" in above
        assert above.endswith("Esc clears it")


async def test_help_is_as_tall_as_its_keys_where_the_screen_allows(opened, game):
    async with opened(game(), size=WIDE) as (app, pilot):
        await pilot.press("question_mark")
        page = app.screen.query_one("#keys")
        assert page.size.height == page.text.count("\n") + 1 > 40
    async with opened(game()) as (app, pilot):
        await pilot.press("question_mark")
        assert "more" in text_of(app)
        assert app.screen.query_one("#keys").outer_size.height <= 24


async def test_keys_that_do_not_fit_are_left_out_whole(opened, game):
    async with opened(game(), size=WIDE) as (app, _):
        all_keys = re.split(r" {2,}", text_of(app).splitlines()[-1].strip())
    for width in range(80, 118, 7):
        async with opened(game(), size=(width, 24)) as (app, _):
            keys = re.split(r" {2,}", text_of(app).splitlines()[-1].strip())
            assert [key for key in all_keys if key in keys] == keys
            assert {"enter choose", "s seal", "? help", "^p more"} <= set(keys)


@pytest.mark.parametrize("size", [*SIZES.values(), (100, 30), (140, 36), (160, 44)])
async def test_no_name_of_a_track_a_move_or_a_provision_is_cut(opened, book, size):
    session = new_game(book, "mar-a-lago-2017", ["rok"], folder=None, seed=7)
    async with opened(session, size=size) as (app, _):
        for panel in ("moves", "tracks", "law"):
            assert "…" not in app.screen.lines(panel).text


@pytest.mark.usefixtures("river_only")
async def test_the_list_of_scenarios_offers_neither_marks_nor_dice(opened):
    async with opened() as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        foot = text_of(app).splitlines()[-1]
        assert "mark" not in foot
        assert "dice" not in foot
        await pilot.press("space")
        assert "Choose a scenario first." in text_of(app)
        await pilot.press("enter")
        foot = text_of(app).splitlines()[-1]
        assert "mark" in foot
        assert "dice" not in foot, "the river is not played with dice"
