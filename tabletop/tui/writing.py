"""Writing: a text taken piece by piece, from a beginning to what can be circulated; every change is on disk at once."""

from __future__ import annotations

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.texts.draft import Draft
from tabletop.shell.text_differences import loosened_line
from tabletop.shell.unsealed_kept import keep_papers

from .columns import Columns
from .desk import Desk
from .panels.papers import NEW
from .talks import Talks
from .talks_shown import step_of


def has_value(panel: str, here: str) -> bool:
    """Whether the row of a panel is a step or a setting, so that it has a next value."""
    return panel != "papers" and here.partition(":")[0] in ("step", "set", "head")


class Writing(Columns):
    """A stage at which a player writes texts."""

    def __init__(self, desk: Desk, at: str = "") -> None:
        super().__init__()
        self.desk = desk
        self.talks = Talks(desk, at)
        self._after: int | None = None
        """The step after which another is added."""

    def show_all(self) -> None:
        """Everything anew."""

    def show_text(self, at: str | None = None) -> None:
        """The text anew."""

    def written(self, at: str | None = None) -> None:
        """What is written is another: on disk, and on the screen."""
        keep_papers(self.desk.session, self.desk.role, self.desk.papers)
        self.show_all()
        if at is not None:
            self.lines("text").point(at)
        self.show_foot()

    def step_here(self) -> int | None:
        """The step the cursor of the text is on."""
        return step_of(self.lines("text").pointed) if not self.talks.adding else None

    def do_add(self) -> None:
        """Begin a text, or choose a term for the text that is written."""
        if self.panel.id == "papers" or self.talks.kind == "new":
            self.talks.look_at(NEW)
            self.show_all()
            self.go("text")
        else:
            self.choose_terms()

    def choose_terms(self) -> None:
        """Show the terms that can be added."""
        self._after = self.step_here()
        self.talks.adding = True
        self.go("text")
        self.show_text(at="")

    def add(self, here: str) -> None:
        """Add the term of a row: a step after the one the cursor was on, or at the end."""
        term = self.desk.book.term_by_key[here.removeprefix("term:")]
        try:
            number = self.talks.add(term, self._after + 1 if self._after is not None else None)
        except IllegalOrder as refusal:
            self.say(str(refusal))
        else:
            self.written(at=f"step:{number}")

    def do_remove(self) -> None:
        """Take out the step under the cursor, or throw the text away."""
        number = self.step_here()
        if self.panel.id == "papers":
            self.put_away()
        elif number is not None:
            before = self.talks.text
            self.talks.remove(number)
            self.written()
            self._say_loosened(before)
        else:
            self.say("Put the cursor on a step first, or on the text in the list of texts to throw it away.")

    def put_away(self) -> None:
        """Throw the text away."""
        self.talks.put_away()
        self.go("papers")
        self.written()
        self.say("Thrown away. u brings it back.")

    def do_more(self) -> None:
        """The next value."""
        self.turn(1)

    def do_less(self) -> None:
        """The value before."""
        self.turn(-1)

    def turn(self, by: int) -> None:
        """Turn the value under the cursor: a step's due turn, a setting, a line of the header."""
        kind, _, rest = self.lines().pointed.partition(":")
        if rest == "parties":
            self.go("doing")
            return
        setting = f"due:{rest}" if kind == "step" else rest
        before = self.talks.text
        number = self.talks.turn(setting, by)
        self.written(at=f"step:{number}" if number is not None else None)
        if kind == "set":  # a step that goes into the annex is another row there
            self.lines("doing").point(f"set:{setting.partition(':')[0]}:{number}")
        if setting.startswith("annex:"):
            self._say_loosened(before)

    def _say_loosened(self, before: Draft | None) -> None:
        """Say which steps wait for nothing any more, because what they waited for has left its place."""
        if before is not None and self.talks.text is not None:
            self.say(loosened_line(before, self.talks.text))

    def do_step_up(self) -> None:
        """Move the step up."""
        self._move(-1)

    def do_step_down(self) -> None:
        """Move the step down."""
        self._move(1)

    def _move(self, by: int) -> None:
        number = self.step_here()
        if number is not None:
            now = self.talks.move(number, by)
            self.written(at=f"step:{now}")
            if now == number:
                self.say("It stands at an end already: of the open steps, or of the annex, which comes after them.")

    def do_undo(self) -> None:
        """Take back the last change of what is written."""
        self.talks.undo()
        self.written()
