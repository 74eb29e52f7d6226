"""What each screen looks like at each size."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tabletop.rules.orders import Orders
from tabletop.shell.session import Session
from tabletop.shell.starting import new_game
from tabletop.tui.app import TabletopApp
from tabletop.tui.opening import watched

from .bargain import STRAINED
from .conftest import SIZES
from .grid import same_as_before
from .river import SCENARIO

at_each_size = pytest.mark.parametrize("size", SIZES)


@at_each_size
async def test_menu(opened, size):
    async with opened(size=SIZES[size]) as (app, _):
        same_as_before(app, f"menu-{size}")


@at_each_size
@pytest.mark.usefixtures("river_only")
async def test_scenario_and_role(opened, size):
    async with opened(size=SIZES[size]) as (app, pilot):
        await pilot.press("enter")
        await pilot.pause()
        same_as_before(app, f"scenario-{size}")
        await pilot.press("enter", "space")
        same_as_before(app, f"role-{size}")


@at_each_size
async def test_brief(opened, game, size):
    async with opened(game(), size=SIZES[size], brief=True) as (app, _):
        same_as_before(app, f"brief-{size}")


@at_each_size
async def test_table(opened, game, size):
    async with opened(game(), size=SIZES[size]) as (app, _):
        same_as_before(app, f"table-{size}")


@at_each_size
async def test_verdict_of_a_breach(opened, game, size):
    async with opened(game(), size=SIZES[size]) as (app, pilot):
        app.screen.lines().point("north/dam")
        await pilot.pause()
        same_as_before(app, f"breach-{size}")
        await pilot.press("enter")
        same_as_before(app, f"breach-asked-again-{size}")


@at_each_size
async def test_the_tabs_of_a_second_turn(opened, game, size):
    session = second_turn(game())
    async with opened(session, size=SIZES[size]) as (app, pilot):
        for key, name in (("2", "law"), ("3", "tracks"), ("4", "ledger-tab"), ("5", "inbox")):
            await pilot.press(key)
            same_as_before(app, f"{name}-{size}")


@at_each_size
async def test_ledger(opened, game, size):
    async with opened(game(), size=SIZES[size]) as (app, pilot):
        await pilot.press("s", "s")
        same_as_before(app, f"ledger-{size}")


@at_each_size
async def test_ending(opened, game, size):
    async with opened(at_the_end(game()), size=SIZES[size]) as (app, _):
        same_as_before(app, f"ending-{size}")


@at_each_size
async def test_saves(river, monkeypatch, tmp_path: Path, size):
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()
    monkeypatch.chdir(tmp_path)
    folder = Path("saves")
    at_the_end(new_game(river, SCENARIO, ["north"], folder=folder, seed=7))
    new_game(river, SCENARIO, ["north", "south"], folder=folder, seed=7)
    (folder / "torn.jsonl").write_text("not a record\n", encoding="utf-8")
    for number, path in enumerate(sorted(folder.glob("*.jsonl"))):
        os.utime(path, (1_700_000_000 + number, 1_700_000_000 + number))
    async with TabletopApp(folder=folder).run_test(size=SIZES[size]) as pilot:
        await pilot.press("down", "enter")
        await pilot.pause()
        same_as_before(pilot.app, f"saves-{size}")


@at_each_size
async def test_replay(game, size):
    session = at_the_end(game())
    screen, _ = watched(session.writer.path, all_eyes=True)
    async with TabletopApp(screen).run_test(size=SIZES[size]) as pilot:
        await pilot.press("pagedown", "left")
        same_as_before(pilot.app, f"replay-{size}")


@at_each_size
async def test_help(opened, game, size):
    async with opened(game(), size=SIZES[size]) as (app, pilot):
        await pilot.press("question_mark")
        same_as_before(app, f"help-{size}")


def second_turn(session: Session) -> Session:
    seal_all(session)
    session.next()
    return session


def at_the_end(session: Session) -> Session:
    while session.table.phase != "over":
        seal_all(session)
        if session.table.phase == "ledger":
            session.next()
    return session


def seal_all(session: Session) -> None:
    for role in session.to_seal:
        session.seal(role, Orders())
    session.open()


@at_each_size
async def test_talks_while_a_text_is_written(opened, bargain, size):
    async with opened(bargain(), size=SIZES[size]) as (app, pilot):
        await pilot.press("t", "plus")
        same_as_before(app, f"talks-begin-{size}")
        await pilot.press("enter")
        same_as_before(app, f"talks-write-{size}")
        await pilot.press("plus")
        same_as_before(app, f"talks-terms-{size}")
        await pilot.press("escape", "3")
        same_as_before(app, f"talks-step-{size}")


@at_each_size
async def test_talks_with_drafts_and_a_signed_text(opened, bargain, size):
    async with opened(bargain(), size=SIZES[size]) as (app, pilot):
        await pilot.press("t", "plus", "enter", "o", "down", "space")
        same_as_before(app, f"talks-table-{size}")
        await pilot.press("3")
        same_as_before(app, f"talks-word-{size}")
        await pilot.press("t")
        same_as_before(app, f"table-to-sign-{size}")
        await pilot.press("s", "s")
        same_as_before(app, f"ledger-signed-{size}")
        await pilot.press("enter", "5")
        same_as_before(app, f"inbox-due-{size}")
        await pilot.press("t")
        same_as_before(app, f"talks-signed-{size}")
        await pilot.press("3", "down")
        same_as_before(app, f"talks-keep-{size}")
        await pilot.press("enter")
        same_as_before(app, f"breach-of-faith-{size}")


@at_each_size
async def test_talks_with_an_annex_and_a_home_that_was_shown(opened, bargain, size):
    async with opened(bargain(files=STRAINED), size=SIZES[size]) as (app, pilot):
        await pilot.press("t", "plus", "enter", "down", "enter")
        app.screen.lines("doing").point("set:annex:2")
        await pilot.press("right")
        same_as_before(app, f"talks-annex-step-{size}")
        await pilot.press("2")
        same_as_before(app, f"talks-annex-{size}")
        await pilot.press("o", "H")
        same_as_before(app, f"talks-shown-{size}")
        await pilot.press("down", "space", "t", "s", "s", "enter", "t", "2")
        same_as_before(app, f"talks-signed-annex-{size}")
