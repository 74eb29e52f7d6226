"""A player at the keyboard: one role, its draft, and what the last lists showed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from tabletop.rules.acts import Act, Order
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View
from tabletop.shell.composing import Draft, MoveLine, move_lines
from tabletop.shell.drafts import keep_drafts, kept_draft
from tabletop.shell.session import Session
from tabletop.shell.turns import row_before

from .naming import Listed, named_act


@dataclass(frozen=True, slots=True)
class Reply:
    """What a verb says, and what happens then."""

    lines: Sequence[str] = ()
    then: Literal["stay", "sealed", "next", "quit"] = "stay"


@dataclass
class Player:
    """One role during one phase."""

    session: Session
    role: str
    draft: Draft = field(init=False)
    acts_listed: Listed = ()
    """What numbers after `why`, `do` and `ask` mean."""
    texts_listed: tuple[str, ...] = ()
    """What numbers after `law` mean."""
    doubtful: Order | None = None
    """A breach that waits for a yes."""

    def __post_init__(self) -> None:
        self.draft = kept_draft(self.session, self.role)

    @property
    def book(self) -> Rulebook:
        """The rules of the game."""
        return self.session.book

    @property
    def view(self) -> View:
        """What the role sees now."""
        return self.session.view(self.role)

    @property
    def before(self) -> tuple[int, ...] | None:
        """What the numbers are compared with."""
        row = row_before(self.session)
        return tuple(row) if row is not None else None

    def moves(self) -> tuple[MoveLine, ...]:
        """The role's catalogue."""
        return move_lines(self.book, self.view)

    def act(self, words: Sequence[str]) -> Act:
        """The act that words name; raises `Unclear` or `Several`."""
        return named_act(self.book, self.moves(), self.acts_listed, words)

    def redraft(self, draft: Draft) -> None:
        """Change the draft; what is drafted survives a crash."""
        self.draft = draft
        keep_drafts(self.session, {self.role: draft})
