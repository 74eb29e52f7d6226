"""Loading: the frame of a game, and what becomes of it."""

from __future__ import annotations

import threading
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import pytest
from textual.pilot import Pilot

from tabletop.record.format import RecordError
from tabletop.record.glance import Glance
from tabletop.rules.orders import Orders
from tabletop.shell.session import Session
from tabletop.tui.app import INTERRUPTED
from tabletop.tui.loading import LoadingApp
from tabletop.tui.screens.brief import BriefScreen
from tabletop.tui.screens.frame import TableFrame, frame_of
from tabletop.tui.screens.handover import HandOverScreen
from tabletop.tui.screens.table import TableScreen

from .conftest import NORMAL, SIZES, SMALL, text_of

Load = Callable[[], tuple[Session, str]]
Opening = Callable[..., AbstractAsyncContextManager[tuple[LoadingApp, Pilot[None]]]]
SECOND_TURN = Glance("Three at a river", ("north",), 2)


@pytest.fixture
def gate() -> Iterator[threading.Event]:
    """Holds back what is loaded until it is set."""
    gate = threading.Event()
    yield gate
    gate.set()


@pytest.fixture
def loading(gate: threading.Event) -> Opening:
    """The app, with a game on its way that waits at the gate."""

    @asynccontextmanager
    async def open_app(
        load: Load, *, seen: Glance = SECOND_TURN, size: tuple[int, int] = SMALL
    ) -> AsyncIterator[tuple[LoadingApp, Pilot[None]]]:
        def held() -> tuple[Session, str]:
            assert gate.wait(30)
            return load()

        app = LoadingApp(seen, held)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot

    return open_app


@pytest.fixture
def second_turn(game: Callable[..., Session]) -> Session:
    session = game()
    session.seal("north", Orders())
    session.open()
    session.next()
    return session


async def come(app: LoadingApp, pilot: Pilot[None], screen: type) -> None:
    """Wait until a screen is there."""
    for _ in range(500):
        if isinstance(app.screen, screen):
            await pilot.pause()
            return
        await pilot.pause(0.01)
    pytest.fail(f"no {screen.__name__} came")


async def test_the_frame_says_what_is_known_and_becomes_the_table(loading, gate, second_turn):
    async with loading(lambda: (second_turn, ""), size=NORMAL) as (app, pilot):
        frame = text_of(app)
        for known in ("Three at a river", "turn 2", "north", "Tracks", "Draft", "Moves", "Verdict", "2 Law", "5 Inbox"):
            assert known in frame
        assert "Nothing is found" not in frame
        gate.set()
        await come(app, pilot, TableScreen)
        assert app.screen.desk.session is second_turn
        assert "Capital 5 of 5" in text_of(app)


@pytest.mark.parametrize("size", SIZES.values(), ids=SIZES)
async def test_every_panel_stands_where_its_frame_stood(loading, gate, second_turn, size):
    async with loading(lambda: (second_turn, ""), size=size) as (app, pilot):
        frame = {node.id: node.region for node in app.screen.query("*") if node.id}
        gate.set()
        await come(app, pilot, TableScreen)
        table = {node.id: node.region for node in app.screen.query("*") if node.id in frame}
        assert table == frame


async def test_keys_typed_while_loading_do_nothing(loading, gate, second_turn):
    async with loading(lambda: (second_turn, "")) as (app, pilot):
        await pilot.press("enter", "s", "s", "f4", "tab", "slash", "x", "escape", "ctrl+p", "question_mark")
        assert isinstance(app.screen, TableFrame)
        gate.set()
        await come(app, pilot, TableScreen)
        assert second_turn.to_seal == ("north",)
        assert not app.screen.desk.draft.orders
        await pilot.press("5")
        assert app.screen.panel.id == "inbox"


async def test_what_stands_in_the_way_closes_the_app_and_is_raised(loading, gate):
    def load() -> tuple[Session, str]:
        raise RecordError("Entry 3 was altered.")

    async with loading(load) as (app, pilot):
        gate.set()
        while app.is_running:
            await pilot.pause(0.01)
    with pytest.raises(RecordError, match="Entry 3 was altered"):
        app.farewell()


async def test_left_while_loading_the_game_is_still_named(loading, gate, second_turn):
    async with loading(lambda: (second_turn, "")) as (app, pilot):
        await pilot.press("ctrl+c")
        gate.set()
    assert app.return_code == INTERRUPTED
    assert second_turn.writer.path.name in app.farewell()


async def test_a_line_that_was_cut_short_is_told_at_the_foot(loading, gate, second_turn):
    async with loading(lambda: (second_turn, "The last line was cut short.")) as (app, pilot):
        gate.set()
        await come(app, pilot, TableScreen)
        assert "The last line was cut short." in text_of(app)


@pytest.mark.parametrize(("people", "screen"), [(("north",), BriefScreen), (("north", "south"), HandOverScreen)])
async def test_a_game_that_begins_has_the_frame_of_a_page(loading, gate, game, people, screen):
    seen = Glance("Three at a river", people)
    assert not isinstance(frame_of(seen), TableFrame)
    async with loading(lambda: (game(*people), ""), seen=seen) as (app, pilot):
        assert ", ".join(people) in text_of(app)
        gate.set()
        await come(app, pilot, screen)
