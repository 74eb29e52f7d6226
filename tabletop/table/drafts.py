"""Drafts on the table: texts that were circulated this turn, and what their signers answered."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal

from tabletop.rules.texts.draft import Draft

Says = Literal["accept", "near", "refuse"]
"""What a delegation answers to a draft; `near`: something is missing. It binds nobody: signatures are sealed."""
MOST_DRAFTS = 60
"""Drafts that can lie on the table in one turn."""


@dataclass(slots=True)
class Circulated:
    """A draft on the table."""

    number: int
    """From 1 in each turn."""
    draft: Draft
    role: str
    """Who laid it there."""
    counters: int | None = None
    """The number of the draft it answers."""
    answers: dict[str, Says] = field(default_factory=dict)
    """By role; whoever laid it there has accepted it."""
    voters: tuple[str, ...] = ()
    """Who could veto it, party or not: permanent members of a forum that votes."""
    shown: tuple[str, ...] = ()
    """Who has shown the other signers how tight this is at home."""

    @property
    def readers(self) -> tuple[str, ...]:
        """Before whom it lies: all who would sign it, and all who could veto it."""
        return tuple(dict.fromkeys((*self.draft.signers, *self.voters)))

    @property
    def accepted(self) -> bool:
        """Whether all its signers have said that they would sign."""
        return all(self.answers.get(role) == "accept" for role in self.draft.signers)

    def show(self, role: str) -> None:
        """A party has shown its home; whoever had not accepted is asked again."""
        self.shown = (*self.shown, role)
        self.answers = {each: says for each, says in self.answers.items() if says == "accept" or each == role}


def seen_by(drafts: Iterable[Circulated], role: str) -> tuple[Circulated, ...]:
    """The drafts that lie before a role: it would sign them, or could veto them."""
    return tuple(circulated for circulated in drafts if role in circulated.readers)
