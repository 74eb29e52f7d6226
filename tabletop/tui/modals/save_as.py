"""Save as: a copy of the game as it stands, under a name of its own."""

from __future__ import annotations

import re
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tabletop.tui.modals.once import Once
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.painted import tail
from tabletop.tui.widgets.wrapping import GAP, Par, par

LONGEST = 60
SHOWN = 50
"""Cells of the name in view: its end, so that the page stays as it is while it is typed."""


class SaveAs(Once[str]):
    """Asks for a name; there is no answer if the player thought better of it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "dismiss", show=False),
        Binding("enter", "keep", show=False),
    ]
    AUTO_FOCUS = "Page"

    def __init__(self, name: str) -> None:
        super().__init__()
        self._stem = name[:LONGEST]

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page("Keep a copy", id="name")

    def on_mount(self) -> None:
        """Show the name proposed."""
        self._show()
        self.query_one(Page).refresh(layout=True)

    def on_key(self, event: events.Key) -> None:
        """Letters make the name."""
        if event.key == "backspace":
            self._stem = self._stem[:-1]
        elif event.key == "ctrl+u":
            self._stem = ""
        elif event.is_printable and event.character and len(self._stem) < LONGEST:
            self._stem += event.character
        else:
            return
        event.stop()
        self._show()

    def on_paste(self, event: events.Paste) -> None:
        """A pasted name is typed."""
        self._stem = (self._stem + " ".join(event.text.split()))[:LONGEST]
        self._show()

    def action_keep(self) -> None:
        """Close with a name that can be a file's; without one, stay and ask for it."""
        name = re.sub(r"[^\w.-]+", "-", self._stem).strip("-.")
        if name:
            self.dismiss(name)
        else:
            self._show(par("The copy needs a name: type at least one letter or digit.", "note"))

    def _show(self, remark: Par = GAP) -> None:
        self.query_one(Page).show(
            (
                par("The copy keeps the game up to this moment and can be gone on with on its own."),
                GAP,
                Par(((f"{tail(self._stem, SHOWN)}▏", "strong"), (".jsonl", "quiet")), (("name", "quiet"),), 8),
                remark,
                Par((("Enter", "key"), (" keeps the copy · ", "quiet"), ("Esc", "key"), (" goes back", "quiet"))),
            )
        )
