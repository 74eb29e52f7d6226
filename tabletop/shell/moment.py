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
    taken: bool = False
    """Whether the act under the cursor is drafted."""
    others: bool = False
    """Whether somebody else at this keyboard has still to seal."""
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
    secret: bool = False
    """Whether the saved game under the cursor is not over and has seals that several people keep from one another."""
    roles: bool = False
    """Whether roles are chosen, the scenario being known."""
    dice: bool = False
    """Whether the game that is set up can be played with dice."""
    earlier: bool = False
    """Whether a replay has something before the cursor."""
    later: bool = False
    """Whether a replay has something after the cursor."""
    eyes: bool = False
    """Whether a replay may be looked at through other eyes."""
    seat: bool = False
    """Whether it is known whose seat a branch is played from."""
    texts: bool = False
    """Whether texts can be signed in this game."""
    text: Literal["", "new", "paper", "draft", "deal"] = ""
    """What the cursor is on among texts: one that is written, one on the table, one that is signed."""
    value: bool = False
    """Whether the cursor is on something of a text that has a next value."""
    changed: bool = False
    """Whether a text that is written was changed."""
    unshowable: str = ""
    """Why a home cannot be shown on the draft under the cursor; empty if it can."""
