"""The palette: every command and every move, by part of its name; what cannot be said now says why not."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from textual.await_complete import AwaitComplete
from textual.command import CommandPalette, DiscoveryHit, Hit, Hits, Provider
from textual.content import Content
from textual.markup import escape

from tabletop.shell.commands import commands_of, key_name
from tabletop.shell.words import MARKS

from .stage import Stage


class PaletteScreen(CommandPalette):
    """Textual's palette; like all that lies on top of a stage, it closes once."""

    def dismiss(self, result: None = None) -> AwaitComplete:
        """Close, unless it is closed already."""
        if self.app.screen is self:
            return super().dismiss(result)
        return AwaitComplete.nothing()  # type: ignore[no-untyped-call, no-any-return]


Entry = tuple[str, str, Callable[[], None]]
"""What is listed, what stands under it, and what it does."""


class Palette(Provider):
    """Commands of the screen the palette was opened from, then its moves."""

    async def discover(self) -> Hits:
        """Everything, before anything is typed."""
        for name, about, act in self._entries():
            yield DiscoveryHit(Content(name), act, text=name, help=escape(about))

    async def search(self, query: str) -> Hits:
        """What fits the letters typed."""
        matcher = self.matcher(query)
        for name, about, act in self._entries():
            score = matcher.match(name)
            if score > 0:
                yield Hit(score, matcher.highlight(name), act, text=name, help=escape(about))

    def _entries(self) -> Iterator[Entry]:
        stage = self.screen
        if not isinstance(stage, Stage):
            return
        moment = stage.moment()
        for command in commands_of(stage.PLACE):
            if command.id == "palette":
                continue
            refusal = command.why_not(moment)
            name = f"{command.word.capitalize()}  ({key_name(command.keys[0])})"
            yield (
                name,
                f"Not now: {refusal}" if refusal else command.sentence,
                partial(stage.action_command, command.id),
            )
        yield from _moves(stage)


def _moves(stage: Stage) -> Iterator[Entry]:
    from .screens.table import TableScreen  # noqa: PLC0415 - only a table has moves, and then it is read already

    if isinstance(stage, TableScreen):
        for line in stage.desk.lines:
            mark = MARKS[line.best]
            yield f"{mark.sign} {line.name}", f"{mark.word}. {line.about}", partial(stage.go_to_move, line.id)
