"""Random keys, clicks and sizes: whatever is pressed, nothing breaks and nothing drafted is lost to it."""

from __future__ import annotations

import random

import pytest
from textual import events

from .conftest import SMALL

KEYS = [
    "up",
    "down",
    "pageup",
    "pagedown",
    "home",
    "end",
    "enter",
    "escape",
    "tab",
    "shift+tab",
    "slash",
    "question_mark",
    "f1",
    "f2",
    "f4",
    "f6",
    "f9",
    "f10",
    "j",
    "m",
    "i",
    "l",
    "w",
    "u",
    "s",
    "d",
    "y",
    "n",
    "f",
    "a",
    "v",
    "r",
    "1",
    "2",
    "3",
    "4",
    "5",
    "space",
    "left",
    "right",
    "backspace",
    "ctrl+u",
    "ctrl+p",
    "b",
    "z",
]


TALKING = [*KEYS, *["t", "plus", "enter", "right", "o", "e", "down", "minus", "shift+down", "left"] * 3]
"""Keys that more often lead to the talks, and do something there."""


@pytest.mark.parametrize(("seed", "people"), [(1, ("north",)), (2, ("north", "south"))])
async def test_random_keys_in_bursts(opened, game, seed, people):
    await press_at_random(opened, game(*people), KEYS, seed)


@pytest.mark.parametrize(("seed", "people"), [(3, ("north",)), (4, ("north", "south"))])
async def test_random_keys_where_texts_are_signed(opened, bargain, seed, people):
    await press_at_random(opened, bargain(*people), TALKING, seed)


async def press_at_random(opened, session, keys, seed):
    dice = random.Random(seed)
    async with opened(session, size=SMALL, brief=True) as (app, pilot):
        for _ in range(120):
            key = dice.choice(keys)
            for _ in range(dice.choice((1, 1, 5))):
                app.post_message(events.Key(key, key if len(key) == 1 else None))
            if dice.random() < 0.06:
                await pilot.resize_terminal(dice.randint(10, 210), dice.randint(3, 65))
            if dice.random() < 0.1:
                await pilot.click(offset=(dice.randrange(app.size.width), dice.randrange(app.size.height)))
            await pilot.pause()
        assert app.is_running
        assert len(app.screen_stack) >= 2


async def test_two_quick_esc_close_one_page_only(opened, game):
    async with opened(game()) as (app, pilot):
        table = app.screen
        await pilot.press("question_mark")
        for _ in range(2):
            app.post_message(events.Key("escape", None))
        await pilot.pause()
        assert app.screen is table
        await pilot.press("a")
        for _ in range(3):
            app.post_message(events.Key("enter", None))
        await pilot.pause()
        assert app.screen is table
