"""Counting: a step about what is so already is counted as kept, and brings nothing a second time."""

from __future__ import annotations

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.terms import Term


def only_counted(book: Rulebook, row: Row, term: Term) -> bool:
    """Whether what a step is about is so already, whoever did it, and the text moves no provision on besides.

    A pause that both sides keep is moved on by a text: from then on it is signed for.
    """
    deed = book.term_deeds[term]
    if not deed.done(row):
        return False
    then = row[:]
    deed.effect(then)
    return all(then[place] == row[place] for place in book.schema.provisions)
