"""Budgets: nodes at each size, layouts while moving and typing, and terminals that are too small."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tabletop.tui.screens.table import TableScreen
from tabletop.tui.screens.too_small import TooSmall

from .conftest import NORMAL, SIZES, SMALL, text_of
from .test_grids import at_the_end

NODES = {"80x24": 25, "120x36": 30, "200x60": 45}


@pytest.mark.parametrize("size", SIZES)
async def test_no_screen_has_more_nodes_than_its_size_allows(opened, game, bargain, size):
    most = 0
    async with opened(game(), size=SIZES[size], brief=True) as (app, pilot):
        for keys in (("enter",), ("s", "s"), ("f4",), ("down", "enter"), ("escape",), ("enter",)):
            most = max(most, len(list(app.screen.walk_children(with_self=True))))
            await pilot.press(*keys)
            await pilot.pause()
    async with opened(bargain(), size=SIZES[size]) as (app, pilot):
        await pilot.press("t")
        most = max(most, len(list(app.screen.walk_children(with_self=True))))
    async with opened(at_the_end(game()), size=SIZES[size]) as (app, pilot):
        most = max(most, len(list(app.screen.walk_children(with_self=True))))
        await pilot.press("r")
        most = max(most, len(list(app.screen.walk_children(with_self=True))))
    assert most <= NODES[size]


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_twenty_cursor_moves_and_twenty_letters_ask_for_no_layout(opened, game, layouts, size):
    async with opened(game(), size=size) as (_, pilot):
        await pilot.press("enter", "slash")
        layouts.clear()
        await pilot.press(*"word of praise dam s")
        assert layouts == []
        await pilot.press("escape")
        layouts.clear()
        for _ in range(10):
            await pilot.press("down")
        for _ in range(10):
            await pilot.press("up")
        assert layouts == []


@pytest.mark.parametrize("size", [SMALL, NORMAL])
async def test_moving_through_a_text_and_changing_it_asks_for_no_layout(opened, bargain, layouts, size):
    async with opened(bargain(), size=size) as (_, pilot):
        await pilot.press("t", "plus", "enter")
        layouts.clear()
        for _ in range(5):
            await pilot.press("right", "down", "right", "up", "left")
        assert layouts == []


async def test_a_small_terminal_is_told_in_one_sentence_and_comes_back(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.resize_terminal(70, 20)
        await pilot.pause()
        assert isinstance(app.screen, TooSmall)
        assert "--plain" in text_of(app)
        await pilot.resize_terminal(60, 10)
        await pilot.resize_terminal(120, 36)
        await pilot.pause()
        assert isinstance(app.screen, TableScreen)


async def test_resizing_again_and_again_loses_nothing(opened, game):
    async with opened(game()) as (app, pilot):
        await pilot.press("enter", "down", "enter")
        for width, height in ((200, 60), (80, 24), (20, 5), (119, 24), (120, 24), (180, 80), (80, 24)):
            await pilot.resize_terminal(width, height)
            await pilot.pause()
        assert len(app.screen.desk.draft.orders) == 1
        assert "Draft 1/2" in text_of(app)


@pytest.mark.parametrize("key", ["ctrl+c", "ctrl+q"])
@pytest.mark.parametrize(
    "before", [(), ("enter",), ("enter", "question_mark"), ("enter", "ctrl+p"), ("enter", "s", "s")]
)
async def test_one_can_leave_from_every_screen(opened, game, key, before):
    async with opened(game(), brief=True) as (app, pilot):
        await pilot.press(*before)
        await pilot.press(key)
        await pilot.pause()
        assert not app.is_running
        assert app.return_code == (130 if key == "ctrl+c" else 0)
        assert "The game is saved in" in app.farewell()


async def test_without_colour_the_levels_are_still_told_apart(opened, game, monkeypatch):
    monkeypatch.setenv("NO_COLOR", "1")
    async with opened(game()) as (app, _):
        assert app.no_color
        text = text_of(app)
        for sign, word in (("✓", "permitted"), ("◇", "needs consent"), ("✗", "breach"), ("⊘", "barred")):
            assert any(sign in line and word in line for line in text.splitlines())


def test_the_menu_waits_for_neither_the_rules_nor_pydantic():
    code = (
        "import sys, tabletop.tui.running, tabletop.tui.screens.menu; "
        "assert not {'pydantic', 'tabletop.rules.rulebook', 'textual.widgets._data_table'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=Path(__file__).parents[2])
