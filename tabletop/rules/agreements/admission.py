"""Admission: what a forum asks of a text before it can be signed there."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.pack.expressions import NOWHERE, read
from tabletop.pack.names import failed_label
from tabletop.rules.position import TURN, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft

RESTS = 1
"""Turns for which a forum stays closed after a meeting that failed."""


def refusals(book: Rulebook, row: Row, draft: Draft) -> Iterator[str]:
    """Why a draft cannot be signed in its forum now, as sentences; none if it can."""
    failed = book.schema.index.get(failed_label(draft.forum))
    if failed is not None and row[failed] and row[TURN] - row[failed] <= RESTS:
        yield f"The last meeting in {book.pack.forum[draft.forum].name} failed. Nothing is signed there this turn."
    clauses = {step.term.clause for step in draft.steps}
    for need in book.pack.forum[draft.forum].needs:
        concerned = set(need.signers) <= set(draft.signers) and need.clause not in clauses
        if concerned and not book.holds(read(need.when, book.names, NOWHERE, "truth"), row):
            yield need.why
