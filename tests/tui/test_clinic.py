"""The legal clinic on the screen: answers by key and by cursor, the reason, the score."""

from __future__ import annotations

from contextlib import asynccontextmanager

import pytest

from tabletop.shell.clinic import LETTERS, draw, puzzles
from tabletop.tui.app import TabletopApp
from tabletop.tui.screens.clinic import ClinicScreen
from tabletop.tui.screens.menu import MenuScreen
from tabletop.tui.screens.setup import SetupScreen

from .conftest import SIZES, SMALL, text_of
from .grid import same_as_before
from .river import write_pack

SCENARIO = "mar-a-lago-2017"
KEYS = {level: letter for letter, level in LETTERS.items()}


@pytest.fixture
def clinic(book):
    """Opens the app on a clinic with puzzles of one's own."""

    @asynccontextmanager
    async def open_clinic(*asked, size=SMALL):
        app = TabletopApp(ClinicScreen(book, SCENARIO, seed=7, puzzles=asked))
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot

    return open_clinic


@pytest.mark.parametrize("screen", [SetupScreen, ClinicScreen])
async def test_while_packs_are_read_it_is_said(screen, monkeypatch):
    monkeypatch.setattr(screen, "read_packs", lambda _: None)
    async with TabletopApp(screen()).run_test(size=SMALL) as pilot:
        assert "Reading the packs" in text_of(pilot.app)
        assert "Enter chooses" not in text_of(pilot.app)


def one(book, key):
    return next(puzzle for puzzle in puzzles(book, SCENARIO, 7) if puzzle.act.key == key)


async def test_a_letter_answers_and_the_reason_follows_the_second_answer(book, clinic):
    puzzle = one(book, "rok/two-korea-peace-treaty")
    async with clinic(puzzle) as (app, pilot):
        assert "How does this act stand in law?" in text_of(app)
        await pilot.press("x")
        assert "Right: ⊘ barred" in text_of(app)
        assert "has no competence" not in text_of(app)
        await pilot.press(*["down"] * puzzle.second.right, "enter")
        assert "Right: Four-party talks" in text_of(app)
        assert "has no competence" in text_of(app)
        await pilot.press("enter")
        assert "1 of 1 verdicts right" in text_of(app)
        assert "Nothing was missed." in text_of(app)


async def test_the_cursor_answers_too(book, clinic):
    async with clinic(one(book, "us/intelligence-push@dprk")) as (app, pilot):
        await pilot.press("down", "down", "enter")
        assert "No: ✓ permitted" in text_of(app)
        assert "No text stands against it." in text_of(app)


async def test_a_level_is_answered_once(book, clinic):
    async with clinic(one(book, "dprk/nuclear-test")) as (app, pilot):
        await pilot.press("b", "p")
        assert "No verdict is asked for here" in text_of(app)
        assert app.screen.puzzle.act.key == "dprk/nuclear-test"


async def test_missed_texts_stand_at_the_end(book, clinic):
    puzzle = one(book, "dprk/nuclear-test")
    async with clinic(puzzle) as (app, pilot):
        await pilot.press("p", "enter", "enter")
        assert "0 of 1 verdicts right" in text_of(app)
        assert "Texts that were missed" in text_of(app)
        assert puzzle.text in text_of(app)


async def test_leaving_early_counts_what_was_answered(book, clinic):
    async with clinic(*draw(book, SCENARIO, 7, 4)) as (app, pilot):
        await pilot.press("p", "escape")
        assert " of 1 verdicts right" in text_of(app)
        await pilot.press("escape")
        assert isinstance(app.screen, MenuScreen)


async def test_leaving_before_the_first_answer_goes_straight_to_the_menu(book, clinic):
    async with clinic(*draw(book, SCENARIO, 7, 4)) as (app, pilot):
        await pilot.press("escape")
        assert isinstance(app.screen, MenuScreen)


async def test_another_round_has_as_many_questions(book, clinic):
    async with clinic(one(book, "us/intelligence-push@dprk"), one(book, "japan/intelligence-push@dprk")) as (
        app,
        pilot,
    ):
        await pilot.press("p", "enter", "p", "enter", "enter")
        assert "1 of 2" in text_of(app)
        assert "How does this act stand in law?" in text_of(app)


async def test_from_the_menu_a_scenario_is_chosen_first(opened, tmp_path, monkeypatch):
    pack = write_pack(tmp_path / "river")
    monkeypatch.setattr("tabletop.tui.screens.clinic.known_packs", lambda: [pack])
    monkeypatch.setattr("tabletop.shell.starting.rules_cache", lambda: tmp_path / "cache")
    async with opened() as (app, pilot):
        await pilot.press("down", "down", "enter")
        await pilot.pause()
        assert "legal clinic · choose a scenario" in text_of(app)
        await pilot.press("enter")
        assert "How does this act stand in law?" in text_of(app)


@pytest.mark.parametrize("size", SIZES)
async def test_what_it_looks_like(book, clinic, size):
    async with clinic(one(book, "dprk/front-line-incident"), size=SIZES[size]) as (app, pilot):
        same_as_before(app, f"clinic-{size}")
        await pilot.press("b")
        same_as_before(app, f"clinic-second-{size}")
        await pilot.press("enter")
        same_as_before(app, f"clinic-told-{size}")
