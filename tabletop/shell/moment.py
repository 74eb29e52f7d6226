"""The moment: what is going on when a command is given, so that it can say whether it can be carried out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from tabletop.rules.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Moment:
    """What is going on when a command is given."""

    place: str
    """The screen: `table`, `ledger`, `replay` ..."""
    panel: str = ""
    """The panel with the cursor: `moves`, `law`, `tracks`, `ledger`, `inbox`."""
    row: bool = False
    """Whether the cursor is on something."""
    ways: int = 0
    """How many ways there are to make the move under the cursor; 0 if it is one act already."""
    verdict: Verdict | None = None
    """The answer about the act under the cursor."""
    drafted: int = 0
    """Acts and answers drafted this turn."""
    lessons: int = 0
    """How many lessons this turn has."""
    tries: bool = False
    """Whether the lesson that lies open asks for a move."""
    why: bool = False
    """Whether the whole verdict lies open."""
    saved: bool = True
    """Whether there is a record of this game."""
    readable: bool = True
    """Whether the saved game under the cursor can be opened."""
    texts: bool = False
    """Whether texts can be signed in this game."""
    text: Literal["", "new", "paper", "draft", "deal"] = ""
    """What the cursor is on among texts: one that is written, one on the table, one that is signed."""
    changed: bool = False
    """Whether a text that is written was changed."""
