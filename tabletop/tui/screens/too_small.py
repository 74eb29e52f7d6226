"""Too small: one sentence until the terminal is large enough."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.geometry import Size
from textual.widget import Widget

from tabletop.tui.modals.once import Once

LEAST = (80, 24)


def fits(size: Size) -> bool:
    """Whether a terminal is large enough."""
    return size.width >= LEAST[0] and size.height >= LEAST[1]


class Sentence(Widget):
    """What is missing, drawn at whatever size there is."""

    def render(self) -> RenderResult:
        """The sentence."""
        width, height = self.app.size
        return (
            f"This terminal has {width}x{height} cells and the table needs {LEAST[0]}x{LEAST[1]}: make it larger, "
            "or leave with Ctrl-C and start with --plain."
        )


class TooSmall(Once[None]):
    """Covers everything; goes away by itself."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Sentence()

    def on_resize(self) -> None:
        """Go away when there is room."""
        self._leave_if_it_fits()

    def on_screen_resume(self) -> None:
        """It may have been covered while the terminal grew."""
        self._leave_if_it_fits()

    def _leave_if_it_fits(self) -> None:
        if fits(self.app.size):
            self.dismiss()
