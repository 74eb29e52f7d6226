"""Voting: in a forum that votes a signature is a vote in favour, silence abstains, and a permanent member's no is a veto."""

from __future__ import annotations

from collections.abc import Collection

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft


def by_vote(book: Rulebook, draft: Draft) -> bool:
    """Whether its forum votes on a text."""
    return book.pack.forum[draft.forum].rule == "vote"


def may_veto(book: Rulebook, draft: Draft) -> tuple[str, ...]:
    """Permanent members of the forum, if it votes. A text lies before them even where they are no party."""
    return book.pack.forum[draft.forum].veto if by_vote(book, draft) else ()


def missing_signers(book: Rulebook, draft: Draft, signed: Collection[str]) -> tuple[str, ...]:
    """Whose hands are missing. Where a forum votes only those who would owe something under the text must sign."""
    needed = [role for role in draft.signers if not by_vote(book, draft) or draft.owed_by(role) or role == draft.broker]
    return tuple(role for role in needed if role not in signed)


def votes_for(book: Rulebook, row: Row, draft: Draft, signed: Collection[str]) -> int:
    """Votes a text gets in a forum that votes."""
    forum = book.pack.forum[draft.forum]
    others = book.fora[draft.forum].votes(row)
    return max(0, others) + len([role for role in signed if role in forum.members])


def outvoted(book: Rulebook, row: Row, draft: Draft, signed: Collection[str], against: Collection[str]) -> str | None:
    """Why a text does not pass in its forum, as a sentence; `None` if it does, or nobody votes there."""
    forum = book.pack.forum[draft.forum]
    vetoes = [book.pack.role[role].short for role in may_veto(book, draft) if role in against]
    if vetoes:
        return f"{' and '.join(vetoes)} cast a veto."
    if not by_vote(book, draft):
        return None
    count = votes_for(book, row, draft, signed)
    return f"It has {count} votes and needs {forum.votes}." if count < (forum.votes or 0) else None
