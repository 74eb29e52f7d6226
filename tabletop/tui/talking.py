"""Talking: what a player tells the others of a draft during talks, and what they answer at once."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.rules.agreements.telling import short, shorts
from tabletop.rules.illegal import IllegalOrder
from tabletop.shell.text_marks import ANSWERS
from tabletop.table.drafts import Circulated, Says
from tabletop.table.table import OutOfTurn

from .writing import Writing


class Talking(Writing):
    """A stage at which a player lays texts on the table, answers those of others, and shows its home."""

    def do_circulate(self) -> None:
        """Lay the text before those who would sign it, and say what they answered."""
        before = len(self.desk.session.table.drafts)
        if not self._taken(self.talks.circulate):
            return
        self.go("papers")
        self.written()
        draft = self.talks.draft
        if draft is not None:
            said = self._said_of(draft, before) or "Seal your signature to make it so"
            self.say(f"Draft {draft.number} lies on the table. {said}.")

    def do_counter(self) -> None:
        """Write an answer to the draft."""
        self.talks.counter()
        self.go("text")
        self.written(at="step:1")

    def do_yes(self) -> None:
        """Say that one would sign."""
        self.tell("accept")

    def do_no(self) -> None:
        """Say that one would not sign."""
        self.tell("refuse")

    def tell(self, says: Says) -> None:
        """Say what one would do with the draft; if another shows its home upon that, it is told."""
        before = self._homes()
        if not self._taken(lambda: self.talks.say(says)):
            return
        self.show_all()
        new = [role for role in self._homes() if role not in before]
        if new:
            self.say(f"{shorts(self.desk.book, new)} shows how tight it is at home, and asks once more.")

    def do_show(self) -> None:
        """Show the others how tight the draft is at home, and say what they answer now."""
        before = len(self.desk.session.table.drafts)
        if not self._taken(self.talks.show_home):
            return
        self.drafted()
        draft = self.talks.draft
        if draft is not None:
            self.say(f"You have shown how tight it is at home. {self._said_of(draft, before)}.")

    def _taken(self, word: Callable[[], None]) -> bool:
        """Whether the table takes what is said; if not, the foot says why."""
        try:
            word()
        except (IllegalOrder, OutOfTurn) as refusal:
            self.say(str(refusal))
            return False
        return True

    def drafted(self) -> None:
        """What will be sealed is another: on disk, and on the screen."""
        self.desk.keep()
        self.show_all()
        self.show_foot()

    def _homes(self) -> tuple[str, ...]:
        """Whose homes were shown about the draft, to the player's eyes."""
        desk, draft = self.desk, self.talks.draft
        return tuple(role for role, _ in desk.session.homes_shown(draft, desk.role)) if draft is not None else ()

    def _said_of(self, draft: Circulated, before: int) -> str:
        """What the others say of a draft, and which drafts answer it that came after number `before`."""
        book = self.desk.book
        said = [
            f"{short(book, role)} {ANSWERS[draft.answers.get(role)].word}"
            for role in draft.readers
            if role != self.desk.role
        ]
        said += [
            f"{short(book, each.role)} answers with draft {each.number}"
            for each in self.desk.drafts
            if each.counters == draft.number and each.number > before
        ]
        return "; ".join(said)
