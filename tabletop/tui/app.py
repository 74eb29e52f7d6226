"""The app: wiring only. Screens own what they do; the course of a game says which screen is due."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from textual import events
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen

from tabletop.record.shelf import command_word, saves_folder

from .palette import Palette, PaletteScreen
from .screens.too_small import TooSmall, fits
from .stage import Stage
from .theme import THEMES, theme_after

if TYPE_CHECKING:
    from tabletop.shell.session import Session

    from .course import Course

INTERRUPTED = 130
"""What a program stopped by Ctrl-C exits with."""


def collect_again() -> None:
    """Garbage is collected once the first screen is painted; what the start left behind stays anyway."""
    gc.freeze()
    gc.enable()


class TabletopApp(App[None]):
    """One terminal."""

    TITLE = "Armistice Table"
    CSS_PATH = "app.tcss"
    HORIZONTAL_BREAKPOINTS = [(0, "-small"), (120, "-normal"), (180, "-wide")]
    COMMANDS = {Palette}
    theme: Reactive[str] = Reactive(THEMES[0].name)  # set later it would have the style sheet read twice
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+q", "leave", show=False, priority=True, id="leave"),
        Binding("ctrl+c", "interrupt", show=False, priority=True, id="interrupt"),
    ]

    def __init__(
        self, first: Screen[None] | None = None, *, course: Course | None = None, folder: Path | None = None
    ) -> None:
        super().__init__()
        self.course = course
        self.folder = folder or saves_folder()
        """Where games are saved."""
        self._first = first
        for theme in THEMES:
            self.register_theme(theme)

    def on_mount(self) -> None:
        """The terminal is ours."""
        self.open()

    def open(self) -> None:
        """Show what was asked for."""
        self.call_after_refresh(collect_again)
        if self._first is not None:
            self.show(self._first)
        elif self.course is not None:
            self.proceed()
        else:
            from .screens.menu import MenuScreen  # noqa: PLC0415 - a game begun directly never needs it

            self.show(MenuScreen())

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """Themes that are not ours, should one ever be set, borrow our tints."""
        return dict(THEMES[0].variables)

    # ---- leaving ----

    def leave(self, code: int = 0) -> None:
        """Leave at once; everything sealed is on disk already, and drafts beside it."""
        self.exit(return_code=code)

    def action_leave(self) -> None:
        """Ctrl-Q, on every screen."""
        self.leave()

    def action_interrupt(self) -> None:
        """Ctrl-C, on every screen: the shell it came from is told that this was cut short."""
        self.leave(INTERRUPTED)

    async def action_quit(self) -> None:
        """However Textual is asked to quit, it is this."""
        self.leave()

    def action_command_palette(self) -> None:
        """The palette, over a stage only; Textual's own stumbles when it is called twice in a breath."""
        if isinstance(self.screen, Stage):
            self.push_screen(PaletteScreen())

    def farewell(self) -> str:
        """Where the game is."""
        session = self.course.session if self.course is not None else None
        if session is None:
            return "Goodbye."
        session.save_waiting()
        if session.unsaved:
            return session.unsaved
        if session.writer is None:
            return "This game was not kept."
        path = session.writer.path
        return f"The game is saved in {path}. Go on with it: tabletop resume {command_word(path)}"

    # ---- a game ----

    def sit_down(self, session: Session | None, sentence: str = "", *, begun: bool = False) -> None:
        """To the table of a game, if it could be opened, and say what there is to say; only a game that begins now
        has briefs to read first.
        """
        if session is not None:
            from .course import Course  # noqa: PLC0415 - the menu must not wait for the rules

            self.course = Course(session)
            if not begun:
                self.course.read |= {("brief", role, 0) for role in session.people}
            self.proceed()
        if sentence:
            self.tell(sentence)

    def proceed(self) -> None:
        """To the screen that is due."""
        if self.course is not None:
            self.show(self.course.screen())

    def pass_on(self) -> None:
        """The next person at this keyboard sits down."""
        if self.course is not None:
            self.course.pass_on()
            self.proceed()

    # ---- going places ----

    def fitted(self, screen: Screen[None]) -> Screen[None]:
        """A screen that knows its size class before it is first laid out, so that it is laid out once."""
        screen.add_class([name for least, name in self.HORIZONTAL_BREAKPOINTS if least <= self.size.width][-1])
        return screen

    def show(self, screen: Screen[None]) -> None:
        """Put a screen in place of whatever is there, but for the ground under all screens."""
        while len(self.screen_stack) > 2:
            self.pop_screen()
        if len(self.screen_stack) == 1:
            self.push_screen(self.fitted(screen))
        else:
            self.switch_screen(self.fitted(screen))

    def to_menu(self) -> None:
        """Leave the game; it is saved."""
        from .screens.menu import MenuScreen  # noqa: PLC0415

        if self.course is not None:
            self.course.session.save_waiting()
            self.course = None
        self.show(MenuScreen())

    def show_setup(self) -> None:
        """Choose a scenario and a role."""
        from .screens.setup import SetupScreen  # noqa: PLC0415

        self.show(SetupScreen())

    def show_clinic(self) -> None:
        """Questions of law."""
        from .screens.clinic import ClinicScreen  # noqa: PLC0415

        self.show(ClinicScreen())

    def show_saves(self) -> None:
        """The saved games."""
        from .screens.saves import SavesScreen  # noqa: PLC0415

        self.show(SavesScreen(self.folder))

    def open_replay(self, path: Path, *, all_eyes: bool = True) -> None:
        """Watch a record, or say why it cannot be."""
        from .opening import watched  # noqa: PLC0415

        screen, sentence = watched(path, all_eyes=all_eyes)
        if screen is not None:
            self.push_screen(screen)
        if sentence:
            self.tell(sentence)

    def save_as(self) -> None:
        """Keep a copy of the game as it stands."""
        session = self.course.session if self.course is not None else None
        if session is None or session.writer is None:
            return
        from .modals.save_as import SaveAs  # noqa: PLC0415
        from .opening import copied  # noqa: PLC0415

        def named(stem: str | None) -> None:
            if stem:
                self.tell(copied(session, stem))

        self.push_screen(SaveAs(f"{session.writer.path.stem}-turn-{session.table.turn}"), named)

    def next_theme(self) -> None:
        """Other colours."""
        self.theme = theme_after(self.theme)

    def tell(self, sentence: str) -> None:
        """A sentence at the foot of the screen that is there by then."""
        self.call_later(
            lambda: self.screen.say(sentence) if isinstance(self.screen, Stage) else self.notify(sentence, markup=False)
        )

    def on_resize(self, event: events.Resize) -> None:
        """Below the least size one sentence covers everything; it goes away by itself."""
        if not fits(event.size) and not any(isinstance(screen, TooSmall) for screen in self.screen_stack):
            self.push_screen(TooSmall())
