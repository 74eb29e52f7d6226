"""Doing: what a step takes, looked up once for every turn in which it may fall due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from tabletop.pack.names import Names
from tabletop.rules.acts import Act
from tabletop.rules.compiled import Effect, Functions, Reading
from tabletop.rules.deeds import Deed

from .terms import Term, act_of


@dataclass(frozen=True, slots=True)
class TermDeed:
    """One term with its functions."""

    term: Term
    deed: Deed | None
    """The act that carries it out, if one does."""
    effect: Effect
    """What it does besides the act."""
    undo: Effect
    broken: Effect
    feigned: Effect
    """What others would see of it, and no more."""
    unfeigned: Effect
    """What others would see of taking it back."""
    cost: Reading
    """Political capital, besides the act's own."""
    home: Reading
    """What it costs on the owner's home track."""
    done: Reading
    """Whether it is so already."""
    holds: Reading
    """Whether it is still so."""
    reversible: bool


def term_deeds(
    names: Names, functions: Functions, deeds: Mapping[Act, Deed], terms: Iterable[Term]
) -> dict[Term, TermDeed]:
    """Every term of a pack with what doing it takes."""
    found = {}
    for place, term in enumerate(terms):
        act = act_of(term, names)
        found[term] = TermDeed(
            term,
            deeds[act] if act is not None else None,
            functions.term_effects[place],
            functions.term_undos[place],
            functions.term_broken[place],
            functions.term_feigned[place],
            functions.term_unfeigned[place],
            functions.term_costs[place],
            functions.term_homes[place],
            functions.term_done[place],
            functions.term_holds[place],
            bool(names.pack.clause[term.clause].undo),
        )
    return found
