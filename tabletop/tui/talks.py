"""Talks: what one player has before it in bargaining — texts it writes, drafts on the table, signed texts. No widgets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Literal

from tabletop.rules.agreements.lint import Note, notes
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term
from tabletop.shell.text_editing import (
    begun_from,
    empty_draft,
    fitting_terms,
    last_place,
    matching_terms,
    moved_step,
    with_party,
    with_step,
    without_step,
)
from tabletop.shell.text_home import show_home, why_not_show
from tabletop.shell.text_settings import step_turned, turned
from tabletop.shell.unsealed_kept import Paper
from tabletop.table.drafts import Circulated, Says

from .desk import Desk
from .panels.papers import NEW

Change = Callable[[Draft], Draft]
Kind = Literal["", "new", "paper", "draft", "deal"]


class Talks:
    """One player's side of the talks; `at` is the text that is looked at: `paper:0`, `draft:2`, `deal:1`, `new`."""

    def __init__(self, desk: Desk, at: str = "") -> None:
        self.desk, self.book = desk, desk.book
        self.at = at or self._first()
        self.adding = False
        """Whether a term is being chosen, to be added as a step."""
        self.sought = ""
        self.before: list[tuple[Paper, ...]] = []
        """The texts that are written, before each change."""

    def _first(self) -> str:
        if self.desk.papers:
            return "paper:0"
        if self.desk.drafts:
            return f"draft:{self.desk.drafts[0].number}"
        return f"deal:{self.desk.deals[0].slot}" if self.desk.deals else NEW

    # ---- what is looked at ----

    def look_at(self, id_: str) -> None:
        """Look at another text."""
        if id_ != self.at:
            self.at, self.adding, self.sought = id_, False, ""
        if self.draft is not None:
            self.desk.has_read(self.draft)

    @property
    def kind(self) -> Kind:
        """What is looked at."""
        if self.at == NEW:
            return "new"
        return "paper" if self.paper else "draft" if self.draft else "deal" if self.deal else ""

    @property
    def _number(self) -> int:
        _, _, number = self.at.partition(":")
        return int(number) if number.isdigit() else -1

    @property
    def paper(self) -> Paper | None:
        """The text that is being written, if that is looked at."""
        here = self.at.startswith("paper:") and self._number < len(self.desk.papers)
        return self.desk.papers[self._number] if here else None

    @property
    def draft(self) -> Circulated | None:
        """The draft on the table that is looked at."""
        found = [each for each in self.desk.drafts if self.at == f"draft:{each.number}"]
        return found[0] if found else None

    @property
    def deal(self) -> Deal | None:
        """The signed text that is looked at."""
        found = [deal for deal in self.desk.deals if self.at == f"deal:{deal.slot}"]
        return found[0] if found else None

    @property
    def text(self) -> Draft | None:
        """The draft that is looked at, written or circulated."""
        return self.paper.text if self.paper is not None else self.draft.draft if self.draft is not None else None

    def duty(self, number: int) -> Duty | None:
        """A step of the signed text that is looked at."""
        deal = self.deal
        return deal.duties[number - 1] if deal is not None and 1 <= number <= len(deal.duties) else None

    def notes(self) -> tuple[Note, ...]:
        """What the linter says of the draft that is looked at."""
        return notes(self.book, list(self.desk.view.row), self.text) if self.text is not None else ()

    # ---- writing ----

    def begin(self, id_: str) -> None:
        """Begin a text: from one of the pack's, or with nothing in it."""
        kind, _, name = id_.partition(":")
        make = begun_from if kind == "template" else empty_draft
        self._begin(Paper(make(self.book, name, self.desk.role)))

    def counter(self) -> None:
        """Begin an answer to the draft that is looked at."""
        if self.draft is not None:
            self._begin(Paper(replace(self.draft.draft, by=self.desk.role), self.draft.number))

    def _begin(self, paper: Paper) -> None:
        self._write((*self.desk.papers, paper))
        self.look_at(f"paper:{len(self.desk.papers) - 1}")

    def terms(self) -> tuple[Term, ...]:
        """Terms that could be added, filtered by what was typed."""
        if self.paper is None:
            return ()
        return matching_terms(self.book, fitting_terms(self.book, self.paper.text), self.sought)

    def add(self, term: Term, at: int | None) -> int:
        """Add a step as number `at`, or as the last open one; gives back its number.

        Raises:
            IllegalOrder: if the text has no room for it; the text is as it was.
        """
        number = at if at is not None else last_place(self.paper.text) if self.paper is not None else 1
        self._change(lambda text: with_step(text, Step(term), number))
        self.adding, self.sought = False, ""
        return number

    def turn(self, setting: str, by: int = 1) -> int | None:
        """Put a setting on its next value; gives back the number that its step has then, if it is one of a step."""
        number = step_turned(self.paper.text, setting) if self.paper is not None else None
        self._change(lambda text: turned(self.book, text, setting, by))
        return number

    def toggle_party(self, role: str) -> None:
        """A role becomes a party, or ceases to be one."""
        self._change(lambda text: with_party(self.book, text, role))

    def move(self, number: int, by: int) -> int:
        """Move a step up or down; gives back its number, the same one at the ends of the text and of its annex."""
        before = self.text
        self._change(lambda text: moved_step(text, number, by))
        return number if self.text == before else number + by

    def remove(self, number: int) -> None:
        """Take a step out."""
        self._change(lambda text: without_step(text, number))

    def put_away(self) -> None:
        """Throw the text away."""
        place = self._number
        self._write((*self.desk.papers[:place], *self.desk.papers[place + 1 :]))
        self.at = self._first()

    def undo(self) -> None:
        """Take back the last change of what is written."""
        if self.before:
            self.desk.papers = self.before.pop()
            if self.paper is None and self.draft is None and self.deal is None:
                self.at = self._first()

    def _change(self, change: Change) -> None:
        paper, place = self.paper, self._number
        if paper is None:
            return
        text = change(paper.text)
        if text != paper.text:
            papers = self.desk.papers
            self._write((*papers[:place], replace(paper, text=text), *papers[place + 1 :]))

    def _write(self, papers: Iterable[Paper]) -> None:
        self.before.append(self.desk.papers)
        self.desk.papers = tuple(papers)

    # ---- talking ----

    def circulate(self) -> None:
        """Lay the text before all who would sign it; the delegations answer at once.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it; the text is still there.
        """
        paper, role, session = self.paper, self.desk.role, self.desk.session
        if paper is None:
            return
        number = len(session.table.drafts) + 1
        session.circulate(role, paper.text, paper.counters)
        place = self._number
        self.desk.papers = (*self.desk.papers[:place], *self.desk.papers[place + 1 :])
        self.before.clear()  # what is on the table cannot be taken back
        self.look_at(f"draft:{number}")

    def say(self, says: Says) -> None:
        """Tell the others what one would do with the draft that is looked at.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it.
        """
        if self.draft is not None:
            self.desk.session.answer(self.desk.role, self.draft.number, says)
            self.desk.has_read(self.draft)

    @property
    def unshowable(self) -> str:
        """Why the player cannot show how tight the draft that is looked at is at home; empty if it can."""
        desk = self.desk
        why = why_not_show(desk.session, desk.role, desk.draft, self.draft) if self.draft is not None else None
        return why or ""

    def show_home(self) -> None:
        """Show the other signers, with proof, how tight the draft that is looked at is at home; they answer anew.

        Raises:
            IllegalOrder, OutOfTurn: if the table refuses it.
        """
        if self.draft is not None:
            desk = self.desk
            desk.draft = show_home(desk.session, desk.role, desk.draft, self.draft)
            desk.has_read(self.draft)
