"""Resolve: sealed orders become the next position, step by step, with a cause for every change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .acts import Orders
from .agreements.course import moment_of
from .happened import Chronicle, Event
from .performing import perform_orders
from .position import Row
from .rulebook import Rulebook
from .standing import pass_time


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
    chronicle = Chronicle(row, book.schema)
    _play(book, chronicle, orders, seed)
    return Resolution(chronicle.row, tuple(chronicle.events))


def advance(book: Rulebook, row: Row, orders: Mapping[str, Orders], seed: int) -> Row:
    """The same position as `resolve` gives, without telling how: for playouts and look-ahead."""
    chronicle = Chronicle(row, book.schema, telling=False)
    _play(book, chronicle, orders, seed)
    return chronicle.row


def _play(book: Rulebook, chronicle: Chronicle, orders: Mapping[str, Orders], seed: int) -> None:
    turn = chronicle.row[0]
    texts = moment_of(book, chronicle, turn, orders, seed)
    perform_orders(book, chronicle, turn, orders, texts)
    pass_time(book, chronicle, turn, seed, texts)
