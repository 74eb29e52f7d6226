"""Resolve: sealed orders become the next position, step by step, with a cause for every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .agreements.course import moment_of
from .happened import Chronicle, Event
from .orders import Orders
from .performing import perform_orders
from .position import TURN, Row
from .rulebook import Rulebook
from .standing import pass_time
from .untold import pass_time_untold, perform_untold


@dataclass(frozen=True, slots=True)
class Resolution:
    """A position and how it came about."""

    row: Row
    events: tuple[Event, ...]


def resolve(book: Rulebook, row: Row, orders: Mapping[str, Orders], seed: int) -> Resolution:
    """The position after a turn, told change by change. Law is judged as it stood when the orders were sealed.

    Steps, in this order: costs, consents and votes, signatures and ratifications, steps due, overt acts,
    covert acts, evidence, responses and snap-backs, the world, derived tracks, home politics, incidents,
    clocks, endings.
    """
    chronicle, turn = Chronicle(row, book.schema), row[TURN]
    texts = moment_of(book, chronicle, turn, orders, seed)
    perform_orders(book, chronicle, turn, orders, texts)
    pass_time(book, chronicle, turn, seed, texts)
    return Resolution(chronicle.row, tuple(chronicle.events))


def advance(book: Rulebook, row: Row, orders: Mapping[str, Orders], seed: int) -> Row:
    """The same position as `resolve` gives, without telling how: for playouts and look-ahead.

    Texts and questions are worked out as in a turn that is told, by a chronicle that writes nothing down.
    """
    turn = row[TURN]
    if book.layout is None and not book.askable:
        after = row[:]
        perform_untold(book, after, row, orders)
        pass_time_untold(book, after, turn, seed)
        return after
    silent = Chronicle(row, book.schema, telling=False)
    texts = moment_of(book, silent, turn, orders, seed)
    perform_orders(book, silent, turn, orders, texts)
    if texts is not None and texts.layout.taken(silent.row):
        pass_time(book, silent, turn, seed, texts)
    else:
        pass_time_untold(book, silent.row, turn, seed)
    return silent.row
