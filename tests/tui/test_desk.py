"""A desk is played like a role, without a purse, aims or a score."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import Session
from tabletop.shell.starting import new_game
from tabletop.tui.screens.brief import BriefScreen
from tabletop.tui.screens.ending import EndingScreen
from tabletop.tui.screens.ledger import LedgerScreen
from tabletop.tui.screens.replay import ReplayScreen
from tabletop.tui.screens.table import TableScreen

from .bargain import BARGAINING
from .conftest import SIZES, text_of
from .river import SCENARIO

PLAYED = f"scenarios/{SCENARIO}.toml"
DESK = """
[desk.gazette]
name = "River gazette"
short = "Gazette"
brokers = true
dilemma = "To print what is known, or to keep the doors open."
powers = "It is read on both banks."
"""
WAY = """
[doctrine.gazette-way]
role = "gazette"
name = "The gazette way"
about = "A story each month."
[[doctrine.gazette-way.rule]]
when = "True"
move = "print"
target = "north"
because = "People read it."
"""
STORY = """
[move.print]
name = "Print a story"
about = "On the front page."
by = ["gazette"]
group = "press"
targets = ["north", "south"]
cost = 2
effects = [{ track = "tension", add = 2 }]
"""


@pytest.fixture(scope="module")
def printed() -> Rulebook:
    files = {
        **BARGAINING,
        "roles.toml": BARGAINING["roles.toml"] + DESK,
        "doctrines.toml": BARGAINING["doctrines.toml"] + WAY,
        "moves/desk.toml": STORY,
        PLAYED: BARGAINING[PLAYED].replace('hills = "hills-way" }', 'hills = "hills-way", gazette = "gazette-way" }'),
    }
    return Rulebook(read_pack(files, "river"))


@pytest.fixture
def desk(printed: Rulebook, folder) -> Session:
    return new_game(printed, SCENARIO, ["gazette"], folder=folder, seed=7)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_a_desk_plays_a_whole_game(opened, desk, size):
    async with opened(desk, size=size, brief=True) as (app, pilot):
        assert isinstance(app.screen, BriefScreen)
        assert "A desk has no aims and is not scored." in app.screen.query_one("#sheet").text
        await pilot.press("enter")
        assert isinstance(app.screen, TableScreen)
        assert "A desk pays nothing" in text_of(app)
        for panel in "23451":
            await pilot.press(panel)
        app.screen.go_to_move("print")
        await pilot.press("enter", "down", "enter")
        assert "costs nothing" in app.screen.page.text
        assert [order.act.key for order in app.screen.desk.draft.orders] == ["gazette/print@north"]
        await pilot.press("t", "plus", "t", "a", "enter", "s")
        while not isinstance(app.screen, EndingScreen):
            assert isinstance(app.screen, LedgerScreen)
            await pilot.press("enter", "s", "s")
        assert {"north", "south", "hills"} == {row.id for row in app.screen.query_one("#choices").rows if row.id}
        assert "Gazette" in text_of(app).splitlines()[0]
        assert " you" not in app.screen.query_one("#choices").text
        await pilot.press("r")
        assert isinstance(app.screen, ReplayScreen)
