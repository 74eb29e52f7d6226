"""Lessons on the table: above the moves, one at a time, put away by a key, never in the way of a game without them."""

from __future__ import annotations

import pytest

from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.shipped import shipped_packs
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.lessons import lessons
from tabletop.shell.starting import new_game
from tabletop.table.table import Phase
from tabletop.tui.panels.setup import scenario_rows, teaching_first
from tabletop.tui.widgets.page import Page

from .conftest import NORMAL, SIZES, SMALL, text_of
from .grid import same_as_before
from .river import FILES, SCENARIO
from .test_sizes import NODES

AT = f"scenarios/{SCENARIO}.toml"
TAUGHT = """
[[lesson]]
turn = 1
title = "A yes from the commission"
says = "The sluices are closed in a dry month unless the commission agrees. Read who decides, and ask."
try = "sluice"
[[lesson]]
turn = 1
title = "Three months"
says = "In August it is over."
"""

both_sizes = pytest.mark.parametrize("size", [SMALL, NORMAL])


@pytest.fixture(scope="module")
def teaching() -> Rulebook:
    lessons = TAUGHT.replace('title = "A yes', 'role = "north"\ntitle = "A yes')
    return Rulebook(read_pack({**FILES, AT: FILES[AT] + lessons}, "river"))


@pytest.fixture
def lesson(teaching):
    def begin(role="north"):
        return new_game(teaching, SCENARIO, [role], folder=None, seed=7)

    return begin


@pytest.mark.parametrize("size", SIZES)
async def test_a_lesson_at_each_size(opened, lesson, size):
    async with opened(lesson(), size=SIZES[size]) as (app, pilot):
        same_as_before(app, f"lesson-{size}")
        assert len(list(app.screen.walk_children(with_self=True))) <= NODES[size]
        await pilot.press("g")
        assert app.screen.lines().pointed == "move:sluice"


@both_sizes
async def test_h_goes_to_the_next_lesson_then_puts_it_away_then_shows_it_again(opened, lesson, size):
    async with opened(lesson(), size=size) as (app, pilot):
        assert "What is new 1/2" in text_of(app)
        assert "Try: Open a sluice" in text_of(app)
        await pilot.press("h")
        assert "What is new 2/2" in text_of(app)
        assert "In August it is over." in text_of(app)
        await pilot.press("h")
        assert "What is new" not in text_of(app)
        assert "h shows it again" in text_of(app)
        await pilot.press("h")
        assert "What is new 1/2" in text_of(app)


async def test_escape_puts_all_lessons_away(opened, lesson):
    async with opened(lesson()) as (app, pilot):
        await pilot.press("escape")
        assert "What is new" not in text_of(app)
        await pilot.press("escape")
        assert "F4 leaves for the menu" in text_of(app)


async def test_what_a_lesson_asks_for_is_ticked_once_it_is_drafted(opened, lesson):
    async with opened(lesson()) as (app, pilot):
        await pilot.press("g", "enter", "down", "enter")
        assert len(app.screen.desk.draft.orders) == 1
        assert "drafted" in app.screen.query_one("#lesson", Page).text
        await pilot.press("u")
        assert "drafted" not in app.screen.query_one("#lesson", Page).text


async def test_the_whole_verdict_has_the_middle_to_itself(opened, lesson):
    async with opened(lesson()) as (app, pilot):
        await pilot.press("w")
        assert "What is new" not in text_of(app)
        await pilot.press("w")
        assert "What is new" in text_of(app)


async def test_a_lesson_for_one_role_is_not_shown_to_another(opened, lesson):
    async with opened(lesson("south")) as (app, pilot):
        assert "What is new · h puts it away" in text_of(app)
        assert "In August it is over." in text_of(app)
        await pilot.press("g")
        assert "No lesson lies open that asks for a move." in text_of(app)


async def test_a_game_without_lessons_has_no_place_for_them(opened, game):
    async with opened(game()) as (app, pilot):
        assert not app.screen.query("#lesson")
        await pilot.press("h")
        assert "Nothing new is taught this turn." in text_of(app)


async def test_moving_the_cursor_under_a_lesson_asks_for_no_layout(opened, lesson, layouts):
    async with opened(lesson()) as (_, pilot):
        await pilot.press("down")
        layouts.clear()
        await pilot.press("down", "up", "down")
        assert layouts == []


@both_sizes
async def test_each_lesson_of_first_steps_is_seen_whole_as_its_turn_begins(opened, size):
    book = Rulebook(load_pack(shipped_packs()["first-steps"]))
    session = new_game(book, "first-steps", ["coast"], folder=None, seed=5)
    async with opened(session, size=size) as (app, pilot):
        for turn in range(1, 7):
            for taught in lessons(book, "first-steps", turn, "coast"):
                shown = " ".join(text_of(app).split())
                assert taught.title in shown
                page = app.screen.query_one("#lesson", Page)

                assert len(page.text.splitlines()) <= page.size.height
                assert taught.says.split()[-1] in page.text
                await pilot.press("h")
            await pilot.press("s", "s", "enter")
        assert session.table.phase is Phase.OVER


@both_sizes
async def test_a_lesson_about_a_text_names_it_and_is_ticked_once_it_is_marked_for_signature(opened, size):
    session = new_game(
        Rulebook(load_pack(shipped_packs()["first-steps"])), "first-steps", ["coast"], folder=None, seed=5
    )
    while session.table.turn < 5:
        session.seal("coast", Orders())
        session.open()
        session.next()
    async with opened(session, size=size) as (app, pilot):
        page = app.screen.query_one("#lesson", Page)
        assert "Try: The winter text · t goes to the talks" in page.text
        await pilot.press("t", "plus", "enter", "o", "space", "t")
        assert "drafted" in app.screen.query_one("#lesson", Page).text


def test_packs_that_teach_stand_first_in_the_list_of_scenarios(river, teaching):
    assert teaching_first([river, teaching]) == (teaching, river)
    taught = next(row for row in scenario_rows([teaching]) if row.id.endswith(SCENARIO))
    assert taught.right == (("tutorial", "quiet"),)
