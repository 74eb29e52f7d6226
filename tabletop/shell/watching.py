"""Watching: a record looked at entry by entry, through one role's eyes or through all.

Nothing is played again: rows and events are read from the record, so an old game looks as it did.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property

from tabletop.record.format import Entry
from tabletop.record.reading import Record
from tabletop.rules.acts import Act
from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.views import View, seen_events
from tabletop.table.commands import Answer, Circulate, Seal, Show
from tabletop.table.drafts import Circulated

from .looking_back import row_after, row_before, seen_by
from .talks_watched import Talk, drafts_at, heard_by, said_in_talks, sealed_of_texts, talked_about
from .text_home import shown_home
from .text_telling import draft_steps, text_name


@dataclass(frozen=True, slots=True)
class SealedLine:
    """One act or answer that somebody sealed."""

    text: str
    ask: bool = False
    knowing: bool = False
    because: str = ""
    said: bool = False
    """Whether it was only said, as in talks, and not sealed."""


@dataclass
class Reel:
    """A record with a cursor on one of its entries; 0 is the opening."""

    book: Rulebook
    record: Record
    role: str
    """Through whose eyes, unless everything is shown."""
    everything: bool = False
    may_switch: bool = field(init=False)
    at: int = 0

    def __post_init__(self) -> None:
        self.may_switch = self.everything

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What the record holds."""
        return self.record.entries

    @property
    def entry(self) -> Entry | None:
        """The entry under the cursor; `None` at the opening."""
        return self.entries[self.at - 1] if self.at else None

    @property
    def turn(self) -> int:
        """The turn under the cursor."""
        return self.entry.turn if self.entry else 1

    @cached_property
    def turns(self) -> tuple[int, ...]:
        """The turns the record has."""
        return tuple(dict.fromkeys(entry.turn for entry in self.entries))

    @cached_property
    def _opening(self) -> Row:
        return self.book.opening(self.record.header.scenario, dice=self.record.header.dice)

    # ---- moving ----

    def step(self, entries: int) -> None:
        """Move by entries."""
        self.at = min(len(self.entries), max(0, self.at + entries))

    def to_turn(self, turn: int) -> None:
        """Go to the first entry of a turn."""
        self.at = next((entry.number for entry in self.entries if entry.turn == turn), self.at)

    def step_turn(self, turns: int) -> None:
        """Move by turns; going back stops first at the beginning of the turn one is in."""
        began = next((entry.number for entry in self.entries if entry.turn == self.turn), 1)
        if turns < 0 and self.at > began:
            self.at = began
        elif turns > 0 and self.turns and self.turn == self.turns[-1]:
            self.at = len(self.entries)
        elif self.turn + turns in self.turns:
            self.to_turn(self.turn + turns)
        else:
            self.at = 0 if turns < 0 else self.at

    def next_eyes(self) -> None:
        """All eyes, then each role's and desk's in turn."""
        roles = self.book.names.actors
        if self.everything:
            self.everything, self.role = False, roles[0]
        elif self.role == roles[-1]:
            self.everything = True
        else:
            self.role = roles[roles.index(self.role) + 1]

    # ---- what is seen ----

    @property
    def view(self) -> View:
        """The position after the entry."""
        return seen_by(
            self.book, row_after(self.entries, self.at, self._opening), self.role, everything=self.everything
        )

    @property
    def before(self) -> Row:
        """What that position is compared with."""
        return row_before(self.entries, self.at, self._opening)

    @property
    def events(self) -> tuple[Event, ...]:
        """What the entry brought about, as these eyes saw it."""
        return self._seen(self.entry)

    @property
    def says(self) -> str:
        """What the entry is, in a sentence."""
        if self.entry is None:
            return "The opening, before the first dispatch."
        match self.entry.command:
            case Seal(role=role):
                name = self.book.pack.actors[role].name
                return f"{name} seals its orders."
            case Circulate() | Answer() | Show() as command:
                about = self.talked_about
                return said_in_talks(self.book, command, about) if about is not None else "Others talk."
            case command if command.kind == "open":
                return "All seals open, and the turn is worked out."
        return "The turn begins with its dispatch."

    @property
    def drafts(self) -> tuple[Circulated, ...]:
        """The drafts on the table, as far as these eyes may see them."""
        return tuple(each for each in self._drafts if self.everything or self.role in each.readers)

    @property
    def talked_about(self) -> Circulated | None:
        """The draft that was circulated, answered or argued about in this entry, if these eyes may see it."""
        command = self.entry.command if self.entry is not None else None
        about = talked_about(command, self._drafts)
        if about is None or not isinstance(command, Talk):
            return None
        return about if self.everything or self.role in heard_by(command, about) else None

    @property
    def _drafts(self) -> tuple[Circulated, ...]:
        return drafts_at(self.book, self.entries, self.at)

    @property
    def sealed(self) -> tuple[SealedLine, ...]:
        """What was sealed or said in this entry, if these eyes may see it."""
        command = self.entry.command if self.entry else None
        if isinstance(command, Talk):
            return self._said(command)
        if not isinstance(command, Seal) or not (self.everything or command.role == self.role):
            return ()
        acts = [
            SealedLine(self._phrase(sealed.act), sealed.ask, sealed.knowing, sealed.because if self.everything else "")
            for sealed in command.acts
        ]
        texts = sealed_of_texts(self.book, list(self.view.row), command, self._drafts)
        return (
            *acts,
            *(SealedLine(f"{'yes' if says else 'no'} to {self._phrase(key)}") for key, says in command.answers.items()),
            *(SealedLine(says, knowing=knowing) for says, knowing in texts),
        )

    def _said(self, command: Talk) -> tuple[SealedLine, ...]:
        """An entry of the talks: the draft's steps if it was laid on the table, how it would fare at the home that was
        shown, and why, for all eyes.
        """
        about = self.talked_about
        if about is None:
            return (SealedLine("What it was stays between them.", said=True),)
        match command:
            case Circulate():
                lines = [step.line for step in draft_steps(self.book, about.draft)]
            case Show(role=role):
                row = row_after(self.entries, self.at, self._opening)
                lines = [shown_home(self.book, row, about.draft, role)]
            case _:
                lines = [f"Draft {about.number}: {text_name(self.book, about.draft)}"]
        because = command.because if self.everything else ""
        return (
            *(SealedLine(line, said=True) for line in lines[:-1]),
            SealedLine(lines[-1], because=because, said=True),
        )

    @cached_property
    def _breached(self) -> dict[int, tuple[Event, ...]]:
        return {
            turn: tuple(
                kept.event()
                for entry in self.entries
                if entry.turn == turn
                for kept in entry.events
                if kept.level == "breach"
            )
            for turn in self.turns
        }

    def breached_in(self, turn: int) -> bool:
        """Whether somebody broke a provision in a turn, as far as these eyes could tell."""
        found = self._breached[turn]
        return bool(
            found
            if self.everything
            else [event for event in seen_events(self.book, found, self.role) if event.level == "breach"]
        )

    def _seen(self, entry: Entry | None) -> tuple[Event, ...]:
        events = tuple(kept.event() for kept in entry.events) if entry else ()
        return events if self.everything else seen_events(self.book, events, self.role)

    def _phrase(self, key: str) -> str:
        act: Act | None = self.book.by_key.get(key)
        return act_phrase(self.book, act) if act is not None else key
