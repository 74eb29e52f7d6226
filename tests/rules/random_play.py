"""Random games and random positions, for tests that must hold everywhere."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from tabletop.rules.acts import Act, Order, Orders
from tabletop.rules.consents import open_questions
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.orders import IllegalOrder, judge
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

SCENARIO = "mar-a-lago-2017"


def random_row(book: Rulebook, dice: Random) -> Row:
    """Any values within the columns' bounds, whether a game could reach them or not."""
    row = [dice.randint(column.low, min(column.high, 120)) for column in book.schema.columns]
    row[book.schema.index["ending"]] = 0
    row[book.schema.index["turn"]] = dice.randint(1, 10)
    return row


def random_order(book: Rulebook, row: Row, act: Act, dice: Random) -> Order:
    verdict = check(book, row, act)
    if verdict.may_ask and (not verdict.may_do or dice.random() < 0.7):
        return Order(act, ask=True)
    return Order(act, knowing=verdict.level in (Level.CONSENT, Level.BREACH))


def random_orders(book: Rulebook, row: Row, role: str, dice: Random) -> Orders:
    """Orders that the judge accepts: up to two acts, and an answer to some questions."""
    orders = Orders()
    for _ in range(dice.randint(0, 3)):
        act = dice.choice(book.by_role[role])
        longer = Orders((*orders.acts, random_order(book, row, act, dice)))
        try:
            judge(book, row, role, longer)
        except IllegalOrder:
            continue
        orders = longer
    answers = {act.key: dice.random() < 0.7 for act in open_questions(book, row, role) if dice.random() < 0.8}
    return Orders(orders.acts, answers)


def random_game(book: Rulebook, seed: int) -> Iterator[tuple[Row, Row, tuple[Event, ...]]]:
    """Every step of a game as (row before, row after, what happened)."""
    dice = Random(seed)
    row = book.opening(SCENARIO)
    while not book.over(row):
        told = dispatch(book, row, SCENARIO, seed)
        yield row, told.row, told.events
        row = told.row
        orders = {role: random_orders(book, row, role, dice) for role in book.names.roles}
        result = resolve(book, row, orders, seed)
        yield row, result.row, result.events
        row = result.row
