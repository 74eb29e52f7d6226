"""Games at a small river, opened in the app without a terminal."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot
from textual.widget import Widget

from tabletop.pack.load import read_pack
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import Session
from tabletop.shell.starting import new_game
from tabletop.tui.app import TabletopApp
from tabletop.tui.course import Course

from .bargain import BARGAINING
from .river import FILES, SCENARIO, write_pack

SMALL, NORMAL, WIDE = (80, 24), (120, 36), (200, 60)
SIZES = {"80x24": SMALL, "120x36": NORMAL, "200x60": WIDE}
Opened = Callable[..., AbstractAsyncContextManager[tuple[TabletopApp, Pilot[None]]]]


@pytest.fixture(scope="session")
def river() -> Rulebook:
    return Rulebook(read_pack(FILES, "river"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "saves"


@pytest.fixture
def game(river: Rulebook, folder: Path) -> Callable[..., Session]:
    def begin(*people: str, kept: bool = True) -> Session:
        return new_game(river, SCENARIO, people or ("north",), folder=folder if kept else None, seed=7)

    return begin


@pytest.fixture(scope="session")
def banks() -> Rulebook:
    """The river with texts."""
    return Rulebook(read_pack(BARGAINING, "river"))


@pytest.fixture
def bargain(banks: Rulebook, folder: Path) -> Callable[..., Session]:
    """A game in which texts are signed."""

    def begin(*people: str, files: Mapping[str, str] | None = None) -> Session:
        book = banks if files is None else Rulebook(read_pack(files, "river"))
        return new_game(book, SCENARIO, people or ("north",), folder=folder, seed=7)

    return begin


@pytest.fixture
def opened(folder: Path) -> Opened:
    """Opens the app: on a session, on a screen, or on the menu."""

    @asynccontextmanager
    async def open_app(
        session: Session | None = None, *, size: tuple[int, int] = SMALL, brief: bool = False
    ) -> AsyncIterator[tuple[TabletopApp, Pilot[None]]]:
        course = Course(session) if session is not None else None
        if course is not None and session is not None and not brief:
            course.read |= {("brief", role, 0) for role in session.people}
        app = TabletopApp(course=course, folder=folder)
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            yield app, pilot

    return open_app


@pytest.fixture
def river_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """New games are of the river pack."""
    pack = write_pack(tmp_path / "river")
    monkeypatch.setattr("tabletop.tui.screens.setup.known_packs", lambda: [pack])
    monkeypatch.setattr("tabletop.shell.starting.rules_cache", lambda: tmp_path / "cache")
    monkeypatch.setattr("tabletop.tui.opening.rules_cache", lambda: tmp_path / "cache")


@pytest.fixture
def layouts(monkeypatch) -> list[str]:
    """Every layout that is asked for."""
    asked: list[str] = []
    refresh = Widget.refresh

    def counted(self, *regions, repaint=True, layout=False, recompose=False):
        if layout:
            asked.append(str(self))
        return refresh(self, *regions, repaint=repaint, layout=layout, recompose=recompose)

    monkeypatch.setattr(Widget, "refresh", counted)
    return asked


def text_of(app: TabletopApp) -> str:
    """The whole screen as text."""
    from .grid import grid  # noqa: PLC0415

    return "\n".join(grid(app))
