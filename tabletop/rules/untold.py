"""Untold: what a turn does when nobody is told of it, straight over the compiled functions.

It comes to what `performing` and `standing` come to, change for change, without saying why.
"""

from __future__ import annotations

from collections.abc import Mapping

from .chance import happens
from .orders import Orders
from .position import ENDING, TURN, Row
from .rulebook import Rulebook
from .standing import ending_of, pay_in


def perform_untold(book: Rulebook, row: Row, opening: Row, orders: Mapping[str, Orders]) -> None:
    """Carry out everything sealed this turn, by a pack in which nobody is asked and nothing is signed."""
    deeds, turn = book.deeds, opening[TURN]
    sealed = [deeds[order.act] for actor in book.names.actors if actor in orders for order in orders[actor].acts]
    for deed in sealed:
        cost = deed.cost(opening)
        if cost > 0 and deed.capital is not None:
            row[deed.capital] -= cost
    for step in ("overt", "covert"):
        for deed in sealed:
            if deed.step == step:
                deed.carry_out(row, turn, opening)


def pass_time_untold(book: Rulebook, row: Row, turn: int, seed: int) -> None:
    """Everything that moves by itself at the end of a turn in which no text is alive."""
    book.functions.before_incidents(row)
    if book.pack.incident:
        _incidents(book, row, turn, seed)
    book.functions.after_incidents(row)
    number = ending_of(book, row)
    if number:
        row[ENDING] = number
        return
    for _, capital, income in book.purses:
        pay_in(row, book, capital, max(0, income(row)))
    row[TURN] = turn + 1


def _incidents(book: Rulebook, row: Row, turn: int, seed: int) -> None:
    functions = book.functions
    for id_, odds, effect in zip(book.pack.incident, functions.odds, functions.incidents, strict=True):
        chance = odds(row)
        if chance > 0 and happens(seed, turn, f"incident:{id_}", chance):
            effect(row)
