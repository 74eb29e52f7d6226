"""A stage: a screen whose keys, footer and help all come from the list of commands."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import Screen

from tabletop.shell.commands import available, command_named, commands_of, key_name
from tabletop.shell.moment import Moment

from .widgets.bar import Bar, BarLine, Word
from .widgets.lines import Lines
from .widgets.painted import tail, width_of
from .widgets.wrapping import par, wrapped

if TYPE_CHECKING:
    from .app import TabletopApp

FIRST = frozenset({"left", "right", "pageup", "pagedown", "home", "end", "tab", "shift+tab"})
"""Keys a replay takes before the panel under the cursor does."""


def bindings_of(place: str) -> list[BindingType]:
    """The key bindings of a screen."""
    return [
        Binding(
            ",".join(command.keys),
            f"command('{command.id}')",
            command.word,
            id=command.id,
            show=False,
            priority=place == "replay" and bool(FIRST & set(command.keys)),
        )
        for command in commands_of(place)
    ]


MOST_LINES = 5
"""How much of the screen a sentence at its foot may take."""


KEPT = 20
"""How many cells of what rows are filtered by stand in the status."""


def find_line(sought: str, width: int) -> BarLine:
    """What is being typed, on one line: its end, if it is long."""
    hint = (("Enter", "key"), (" keeps what is found, ", "quiet"), ("Esc", "key"), (" clears it", "quiet"))
    typed = f"{tail(sought, width - width_of(hint) - len('find ▏') - 2)}▏"
    return BarLine((Word((("find ", "quiet"), (typed, "note"))),), (Word(hint),))


class Stage(Screen[None]):
    """A screen that knows where it is and says what can be done there."""

    PLACE: ClassVar[str] = ""
    AUTO_FOCUS = "Lines, Page"
    found_in: ClassVar[str] = ""
    """The list that is searched when the cursor is in none that can be."""
    note: str = ""
    """A sentence for the player, until the next key."""

    @property
    def game(self) -> TabletopApp:
        """The app this stage stands in."""
        return self.app  # type: ignore[return-value]

    def moment(self) -> Moment:
        """What is going on now."""
        return Moment(self.PLACE)

    def status(self) -> BarLine:
        """The line above the footer, while there is nothing to be told."""
        return BarLine()

    def warning(self) -> str:
        """What must be told until it is mended, such as a disk that refuses."""
        return ""

    def say(self, sentence: str) -> None:
        """Show a sentence until the next key."""
        self.note = sentence
        self.show_foot()

    def show_foot(self) -> None:
        """Put the status and what can be done now at the foot of the screen; a long sentence gets more lines."""
        above = self._above_the_keys()
        words = [
            Word(((f"{key_name(command.keys[0])} ", "key"), (command.word, "quiet")), command.id)
            for command in available(self.moment())
            if command.shown and command.id not in ("help", "palette", "leave")
        ]
        always = (
            Word((("? ", "key"), ("help", "quiet")), "help"),
            Word((("^p ", "key"), ("more", "quiet")), "palette"),
        )
        foot = self.query_one("#foot", Bar)
        foot.show(*above, BarLine(tuple(words), always, whole=True))
        foot.heighten(len(above) + 1)

    def _above_the_keys(self) -> list[BarLine]:
        """What is being typed to find rows, or a sentence, or the status with what lists are filtered by."""
        width = max(20, self.size.width - 2)
        found = [lines for lines in self.query(Lines) if lines.seeking or lines.sought]
        for lines in found:
            if lines.seeking:
                return [find_line(lines.sought, width)]
        told = self.note or self.warning()
        if told:
            tint = "note" if self.note else "warning"
            return [BarLine((Word(line),)) for line in wrapped(par(told, tint), width)[:MOST_LINES]]
        status = self.status()
        kept = tuple(
            Word(((f'find "{tail(lines.sought, KEPT)}"{self.where_found(lines)}', "note"),)) for lines in found
        )
        return [BarLine(status.left, (*kept, *status.right), status.gap)]

    def action_command(self, id_: str) -> None:
        """Give a command, or say why it cannot be given."""
        command = command_named(id_, self.PLACE)
        if command is None or self.app.screen is not self:  # a key that waited while another screen came
            return
        self.note = ""
        refusal = command.why_not(self.moment())
        if refusal:
            self.say(refusal)
            return
        self.carry_out(id_)
        if self.is_current:
            self.show_foot()

    def carry_out(self, id_: str) -> None:
        """Do what a command says."""
        getattr(self, f"do_{id_.replace('-', '_')}")()

    def on_bar_pressed(self, event: Bar.Pressed) -> None:
        """A click on a word is the command it names."""
        event.stop()
        self.action_command(event.command)

    def on_mount(self) -> None:
        """Follow the cursor of every list."""
        for lines in self.query(Lines):
            lines.told = self._moved

    def _moved(self, lines: Lines) -> None:
        self.note = ""
        self.pointed(lines)
        self.show_foot()

    def on_lines_chosen(self, event: Lines.Chosen) -> None:
        """A row was chosen."""
        event.stop()
        self.action_command("choose")

    def on_lines_sought(self, event: Lines.Sought) -> None:
        """What is typed to find rows changed."""
        event.stop()
        self.note = ""
        self.sought(event.lines)
        self.show_foot()

    def where_found(self, _: Lines, /) -> str:
        """In which list something was found: ` in Law`; nothing where that goes without saying."""
        return ""

    def on_screen_resume(self) -> None:
        """Back from a page on top."""
        self.show_foot()

    def pointed(self, lines: Lines, /) -> None:
        """The cursor of a list is on another row."""

    def sought(self, lines: Lines, /) -> None:
        """A list is to be filtered by `lines.sought`."""

    # ---- commands every stage knows ----

    def do_help(self) -> None:
        """Show all keys of this screen."""
        from .modals.help import HelpPage  # noqa: PLC0415 - read when it is asked for

        self.game.push_screen(HelpPage(self.PLACE, self.moment()))

    def do_palette(self) -> None:
        """Open the command palette."""
        self.game.action_command_palette()

    def do_colours(self) -> None:
        """Change the theme."""
        self.game.next_theme()

    def do_leave(self) -> None:
        """Leave the program."""
        self.game.leave()

    def do_save_as(self) -> None:
        """Keep a copy of the game under a name of its own."""
        self.game.save_as()

    def do_pass(self) -> None:
        """The next person sits down; nothing is sealed."""
        self.game.pass_on()

    def do_menu(self) -> None:
        """Leave the game for the menu."""
        self.game.to_menu()

    def do_back(self) -> None:
        """Go back; where there is no way back, the menu."""
        if len(self.game.screen_stack) > 2:
            self.game.pop_screen()
        else:
            self.game.to_menu()

    def do_next_panel(self) -> None:
        """Go to the next panel."""
        self.focus_next()

    def do_previous_panel(self) -> None:
        """Go to the panel before."""
        self.focus_previous()

    def do_find(self) -> None:
        """Find by typing, in the list that has the cursor, or else in the first that can be searched."""
        lines = self.focused
        if not (isinstance(lines, Lines) and lines.findable):
            lines = next(each for each in self.query(Lines) if each.findable and each.id == self.found_in)
            lines.focus()
        lines.seek(lines.sought)
