"""The least a Textual app can be: what every screen is measured against."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class Empty(App[None]):
    """One line of text."""

    def compose(self) -> ComposeResult:
        """A single widget."""
        yield Static("painted")


if __name__ == "__main__":
    Empty().run()
