"""Help: every key of the screen it was asked from, and why some do nothing now."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from tabletop.shell.commands import commands_of, key_name
from tabletop.shell.moment import Moment
from tabletop.tui.modals.once import Once
from tabletop.tui.widgets.page import Page
from tabletop.tui.widgets.wrapping import GAP, Par, par


class HelpPage(Once[None]):
    """The keys."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,enter,question_mark,f1", "dismiss", show=False)]
    AUTO_FOCUS = "Page"

    def __init__(self, place: str, moment: Moment) -> None:
        super().__init__()
        self._place, self._moment = place, moment

    def compose(self) -> ComposeResult:
        """One page."""
        yield Page("Keys of this screen · Esc closes", id="keys")

    def on_mount(self) -> None:
        """List the keys."""
        page = self.query_one(Page)
        page.show(self._paragraphs())
        page.refresh(layout=True)

    def _paragraphs(self) -> list[Par]:
        pars = [Par((("Move with the arrows, PgUp, PgDn, Home and End, or with the mouse and its wheel.", ""),)), GAP]
        for command in commands_of(self._place):
            keys = " ".join(key_name(key) for key in command.keys)
            refusal = command.why_not(self._moment)
            pars.append(Par(((command.sentence, "quiet" if refusal else ""),), ((keys, "key"),), 12))
            if refusal:
                pars.append(par(f"Not now: {refusal}", "quiet", hang=12))
        return pars

    def on_page_clicked(self) -> None:
        """A click closes it."""
        self.dismiss()
