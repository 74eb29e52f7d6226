"""Too small: one sentence until the terminal is large enough."""

from __future__ import annotations

from textual.app import ComposeResult, RenderResult
from textual.screen import ModalScreen
from textual.widget import Widget

LEAST = (80, 24)


class Sentence(Widget):
    """What is missing, drawn at whatever size there is."""

    def render(self) -> RenderResult:
        """The sentence."""
        width, height = self.app.size
        return (
            f"This terminal has {width}x{height} cells and the table needs {LEAST[0]}x{LEAST[1]}: make it larger, "
            "or leave with Ctrl-C and start with --plain."
        )


class TooSmall(ModalScreen[None]):
    """Covers everything; goes away by itself."""

    def compose(self) -> ComposeResult:
        """The sentence."""
        yield Sentence()
