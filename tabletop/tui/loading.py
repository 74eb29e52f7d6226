"""Loading: an app that paints the frame of a game at once, and sits down to the game when that is loaded.

Importing the rules and reading the record take longer than all of Textual. They are done in a thread, so that
the frame still answers Ctrl-C and a change of size, above all when a pack was never compiled before.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from textual.screen import Screen

from .app import TabletopApp, collect_again
from .screens.frame import frame_of

if TYPE_CHECKING:
    from tabletop.record.glance import Glance
    from tabletop.shell.session import Session

    Loaded = tuple[Session, str]
    """A game, and a sentence about it if there is one."""
    Load = Callable[[], Loaded]


class LoadingApp(TabletopApp):
    """One terminal, and a game on its way to it."""

    def __init__(self, seen: Glance, load: Load) -> None:
        super().__init__()
        self._seen, self._load = seen, load
        self._coming: Future[Loaded] | None = None
        """The game, until it is on the screen."""

    def get_default_screen(self) -> Screen[None]:
        """The ground under all screens is the frame; what is due covers it."""
        return self.fitted(frame_of(self._seen))

    def open(self) -> None:
        """Nothing yet: the frame is painted first."""

    def on_ready(self) -> None:
        """The frame is on the screen: begin to load."""
        self._coming = ThreadPoolExecutor(1).submit(self._load)
        self._coming.add_done_callback(lambda _: self.call_later(self._sit_down))

    def _sit_down(self) -> None:
        """To the table. If the game cannot be opened, the app closes, and `farewell` has the reason."""
        if self._coming is None or self._coming.exception() is not None:
            self.leave()
            return
        session, notice = self._coming.result()
        self._coming = None
        self.sit_down(session, notice, begun=True)
        self.call_after_refresh(collect_again)

    def farewell(self) -> str:
        """Where the game is; one that was left while it was loaded is waited for.

        Raises:
            Exception: what `load` raised.
        """
        if self._coming is not None:
            from .course import Course  # noqa: PLC0415 - the frame must not wait for the rules

            session, _ = self._coming.result()
            self.course = Course(session)
        return super().farewell()
