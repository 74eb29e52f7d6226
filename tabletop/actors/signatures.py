"""Signatures: which of the drafts on the table a delegation puts its name to."""

from __future__ import annotations

from collections.abc import Collection

from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.agreements.voting import by_vote
from tabletop.rules.position import Row
from tabletop.table.drafts import Circulated
from tabletop.table.table import Table

from .valuation import Valuation, valued


def signed_by(
    table: Table, role: str, doctrine: str, row: Row, *, left: int, people: Collection[str]
) -> tuple[tuple[Circulated, Valuation], ...]:
    """The drafts a delegation signs in what it sees, for no more capital than is left, each with its worth to it.

    Wherever somebody may sign who has not said so, a person above all, it signs whatever is worth it. Between
    delegations that have all spoken it is the first text that all accepted, one for each set of signers.
    """
    settled: set[frozenset[str]] = set()
    found = []
    for circulated in table.drafts_before(role):
        draft = circulated.draft
        if table.book.pack.forum[draft.forum].deniable or circulated.answers.get(role, "accept") != "accept":
            continue
        if role not in draft.signers:
            continue
        worth, cost = (
            valued(table.book, doctrine, row, draft, circulated.shown),
            signing_cost(table.book, row, draft, role),
        )
        if not worth.accepted or cost > left:
            continue
        said = [circulated.answers.get(other) for other in draft.signers if other not in (role, *people)]
        unwilling = ("refuse",) if by_vote(table.book, draft) else ("near", "refuse")
        if any(each in unwilling for each in said):
            continue
        if len(said) == len(draft.signers) - 1 and None not in said:
            if frozenset(draft.signers) in settled:
                continue
            settled.add(frozenset(draft.signers))
        left -= cost
        found.append((circulated, worth))
    return tuple(found)


def vetoed_by(table: Table, role: str, doctrine: str, row: Row) -> tuple[tuple[Circulated, Valuation], ...]:
    """The drafts a permanent member votes down: those that would leave it worse off. From the rest it only abstains."""
    before = [each for each in table.drafts_before(role) if role in each.voters]
    worths = [(each, valued(table.book, doctrine, row, each.draft)) for each in before]
    return tuple((each, worth) for each, worth in worths if worth.says == "refuse" and worth.total < 0)
