"""Breadth: how many acts, terms and questions of law a pack comes to.

A few lines can stand for millions, and every one of them is worked out.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import accumulate

from .clauses import Clause
from .faults import Finding
from .moves import Move
from .names import Names

MOST_ACTS = 10_000
"""Acts that all moves of a pack may come to: who makes each, towards whom, about what."""
MOST_TERMS = 10_000
"""Terms that all its clauses may come to: who owes each, about what."""
MOST_QUESTIONS = 100_000
"""Acts that all its provisions may catch, each counted for every provision that catches it."""
FEWER = "Name fewer `choices`, roles or targets, here or elsewhere."


def check_breadth(names: Names) -> Iterator[Finding]:
    """The first move, clause and provision with which a pack comes to more than can be worked out."""
    pack = names.pack
    acts = {id_: acts_of(move) for id_, move in pack.move.items()}
    terms = {id_: terms_of(clause) for id_, clause in pack.clause.items()}
    questions = {label: sum(acts[id_] for id_ in names.caught(law)) for label, law in names.provisions.items()}
    for label, found in _beyond(acts, MOST_ACTS):
        yield Finding(("move", label), f"With this move the pack comes to {found} acts are allowed.", FEWER)
    for label, found in _beyond(terms, MOST_TERMS):
        yield Finding(("clause", label), f"With this clause the pack comes to {found} terms are allowed.", FEWER)
    for label, found in _beyond(questions, MOST_QUESTIONS):
        text, _, law = label.partition(".")
        what = f"With this the pack asks of its acts, provision by provision, {found} questions are allowed."
        yield Finding(
            ("instrument", text, "provision", law), what, "Let fewer provisions catch what has many `choices`."
        )


def _beyond(counts: Mapping[str, int], most: int) -> Iterator[tuple[str, str]]:
    """The first with which the sum goes beyond, if it does, with both numbers."""
    for label, total in zip(counts, accumulate(counts.values()), strict=True):
        if total > most:
            yield label, f"{total:,}; {most:,}"
            return


def acts_of(move: Move) -> int:
    """How many acts a move stands for."""
    aims = sum(target != actor for actor in move.by for target in move.targets) if move.targets else len(move.by)
    return aims * max(1, len(move.choices))


def terms_of(clause: Clause) -> int:
    """How many terms a clause stands for."""
    return len(clause.by) * max(1, len(clause.choices))
