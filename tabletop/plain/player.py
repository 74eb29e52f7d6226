"""A player at the keyboard: one role, its draft, the text it is writing, and what the last lists showed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import View
from tabletop.shell.composing import MoveLine, Unsealed, move_lines
from tabletop.shell.session import Session
from tabletop.shell.turns import row_before
from tabletop.shell.unsealed_kept import Paper, keep_papers, keep_unsealed, kept_papers, kept_unsealed
from tabletop.table.drafts import Circulated

from .naming import Listed, named_act


@dataclass(frozen=True, slots=True)
class Reply:
    """What a verb says, and what happens then."""

    lines: Sequence[str] = ()
    then: Literal["stay", "sealed", "passed", "next", "quit"] = "stay"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A breach that waits for a yes."""

    says: str
    """What it is, in a few words."""
    draft: Unsealed
    """The draft with it."""


@dataclass
class Player:
    """One role during one phase."""

    session: Session
    role: str
    draft: Unsealed = field(init=False)
    papers: tuple[Paper, ...] = field(init=False)
    """Texts half written, the one in hand first."""
    acts_listed: Listed = ()
    """What numbers after `why`, `do` and `ask` mean."""
    texts_listed: tuple[str, ...] = ()
    """What numbers after `law` mean."""
    beginnings_listed: tuple[str | Paper, ...] = ()
    """What numbers after `write` mean: texts of the pack, by id, or papers."""
    terms_listed: tuple[Term, ...] = ()
    """What numbers after `add` mean."""
    doubtful: Doubt | None = None

    def __post_init__(self) -> None:
        self.draft = kept_unsealed(self.session, self.role)
        self.papers = kept_papers(self.session, self.role)

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

    @property
    def drafts(self) -> tuple[Circulated, ...]:
        """The drafts of texts that lie before the role."""
        return self.session.drafts_before(self.role)

    def moves(self) -> tuple[MoveLine, ...]:
        """The role's catalogue."""
        return move_lines(self.book, self.view)

    def act(self, words: Sequence[str]) -> Act:
        """The act that words name; raises `Unclear` or `Several`."""
        return named_act(self.book, self.moves(), self.acts_listed, words)

    def redraft(self, draft: Unsealed) -> None:
        """Change the draft; what is drafted survives a crash, and so does what others at the keyboard have drafted."""
        self.draft = draft
        keep_unsealed(self.session, self.role, draft)

    def rewrite(self, papers: Sequence[Paper]) -> None:
        """Change what is being written; it survives a crash too."""
        self.papers = tuple(papers)
        keep_papers(self.session, self.role, self.papers)


Command = Callable[[Player, list[str]], Reply]
"""What a verb does with the words after it. It raises `Unclear`, `IllegalOrder` or `OutOfTurn` to refuse."""
