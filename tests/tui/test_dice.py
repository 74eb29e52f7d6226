"""Dice are chosen where a game is set up, for packs that are played with them."""

from __future__ import annotations

from pathlib import Path

from tabletop.pack.load import read_pack
from tabletop.record.reading import read_record
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.starting import new_game
from tabletop.tui.app import TabletopApp
from tabletop.tui.screens.setup import SetupScreen

from .conftest import NORMAL, text_of
from .river import FILES, SCENARIO


async def test_k_turns_the_dice_on_and_the_record_keeps_it(tmp_path: Path) -> None:
    app = TabletopApp(SetupScreen(), folder=tmp_path)
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        app.screen.query_one("#choices").point("korea/hanoi-2019")
        await pilot.press("enter", "k")
        assert "choose a role · with dice" in text_of(app)
        await pilot.press("enter")
        await pilot.pause()
        (record,) = tmp_path.glob("hanoi-2019-*.jsonl")
        assert read_record(record).header.dice


async def test_a_pack_without_dice_says_so(tmp_path: Path) -> None:
    app = TabletopApp(SetupScreen(), folder=tmp_path)
    async with app.run_test(size=NORMAL) as pilot:
        await pilot.pause()
        app.screen.query_one("#choices").point("freeze-for-freeze/freeze-for-freeze")
        await pilot.press("enter", "k")
        assert "This game is not played with dice." in text_of(app)
        assert "with dice" not in text_of(app).split("\n")[0]


async def test_a_game_with_dice_says_so_at_the_table_among_the_saves_and_in_the_replay(river, opened, folder) -> None:
    dicey = Rulebook(read_pack({**FILES, "pack.toml": f"{FILES['pack.toml']}dice = true\n"}, "river"))
    session = new_game(dicey, SCENARIO, ["north"], folder=folder, seed=7, dice=True)
    async with opened(session) as (app, pilot):
        assert "with dice" in text_of(app).splitlines()[0]
        await pilot.press("f4", "down", "enter")
        await pilot.pause()
        assert [" with dice" in line for line in text_of(app).splitlines()].count(True) == 2
        await pilot.press("r")
        await pilot.pause()
        assert "with dice" in text_of(app).splitlines()[0]
