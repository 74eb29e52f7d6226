"""Dice are chosen where a game is set up, for packs that are played with them."""

from __future__ import annotations

from pathlib import Path

from tabletop.record.reading import read_record
from tabletop.tui.app import TabletopApp
from tabletop.tui.screens.setup import SetupScreen

from .conftest import NORMAL, text_of


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
        assert "Freeze for freeze is not played with dice." in text_of(app)
        assert "with dice" not in text_of(app).split("\n")[0]
