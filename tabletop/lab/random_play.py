"""Random play: positions and games by lot, for whatever must hold everywhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from random import Random

from tabletop.rules.acts import Act
from tabletop.rules.agreements.voting import may_veto
from tabletop.rules.consents import open_questions
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge, judge_sum
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import FAR, Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.verdict import Level

from .random_texts import random_promises, random_signatures

LONG_AGO = 120
"""Columns that count turns are drawn no higher than this: beyond it nothing new happens."""
VETOES = 0.2
"""How often a permanent member votes a text down that others would sign."""


def random_row(book: Rulebook, dice: Random) -> Row:
    """Any values within the columns' bounds, whether a game could reach them or not; the game is not over."""
    row = [
        0 if column.kind == "text" else dice.randint(column.low, LONG_AGO if column.high == FAR else column.high)
        for column in book.schema.columns
    ]
    row[book.schema.index["ending"]] = 0
    row[book.schema.index["turn"]] = dice.randint(1, 10)
    return row


def open_acts(book: Rulebook, row: Row, role: str) -> list[Act]:
    """Every act a role could seal now: not barred, and affordable."""
    capital = book.capital(row, role)
    return [
        act
        for act, level in zip(book.by_role[role], book.levels(row, role), strict=True)
        if level < Level.BARRED and book.cost(row, act) <= capital
    ]


def random_order(book: Rulebook, row: Row, act: Act, dice: Random) -> Order:
    """An act asked for or done, in knowing breach if need be."""
    verdict = check(book, row, act)
    if verdict.may_ask and (not verdict.may_do or dice.random() < 0.7):
        return Order(act, ask=True)
    return Order(act, knowing=verdict.level in (Level.CONSENT, Level.BREACH))


def random_orders(
    book: Rulebook, row: Row, role: str, dice: Random, signs: Sequence[Draft] = (), *, shows: tuple[Draft, ...] = ()
) -> Orders:
    """Orders that the judge accepts: texts it would sign and what it does about others, some open acts, each as likely
    as any other, and an answer to most questions. What it has shown of its home is paid for first.
    """
    wanted = dice.randint(0, book.pack.header.play.actions + 1)
    drawn = islice(_drawn(book, row, role, dice), wanted)
    wishes = [
        Orders(shows=shows),
        *(_word_on(book, role, draft, dice) for draft in signs),
        *random_promises(book, row, role, dice),
        *(Orders((random_order(book, row, act, dice),)) for act in drawn),
    ]
    answers = {act.key: dice.random() < 0.7 for act in open_questions(book, row, role) if dice.random() < 0.8}
    return replace(sealable(book, row, role, wishes), answers=answers)


def _word_on(book: Rulebook, role: str, draft: Draft, dice: Random) -> Orders:
    """A signature, or now and then a veto from whoever has one."""
    vetoes = role in may_veto(book, draft) and dice.random() < VETOES
    return Orders(vetoes=(draft,)) if vetoes else Orders(signs=(draft,))


def sealable(book: Rulebook, row: Row, role: str, wishes: Iterable[Orders]) -> Orders:
    """Of acts, signatures and promises wished for one by one, all that can be sealed besides those before them."""
    orders = Orders()
    for wish in wishes:
        longer = _and(orders, wish)
        if _passes(judge, book, row, role, wish) and _passes(judge_sum, book, row, role, longer):
            orders = longer
    return orders


def _drawn(book: Rulebook, row: Row, role: str, dice: Random) -> Iterator[Act]:
    """Open acts by lot, none twice; whoever needs few need not list them all."""
    left = list(book.by_role[role])
    while left:
        act = left.pop(dice.randrange(len(left)))
        if book.open_now(row, act):
            yield act


def _passes(
    judging: Callable[[Rulebook, Row, str, Orders], None], book: Rulebook, row: Row, role: str, orders: Orders
) -> bool:
    try:
        judging(book, row, role, orders)
    except IllegalOrder:
        return False
    return True


def _and(orders: Orders, more: Orders) -> Orders:
    return Orders(
        (*orders.acts, *more.acts), {}, (*orders.signs, *more.signs), {**orders.duties, **more.duties},
        {**orders.responses, **more.responses}, {**orders.readings, **more.readings}, (*orders.vetoes, *more.vetoes),
        (*orders.shows, *more.shows),
    )  # fmt: skip


def random_game(book: Rulebook, scenario: str, seed: int) -> Iterator[tuple[Row, Row, tuple[Event, ...]]]:
    """Every step of a game as (row before, row after, what happened)."""
    dice = Random(seed)
    row = book.opening(scenario)
    while not book.over(row):
        told = dispatch(book, row, scenario, seed)
        yield row, told.row, told.events
        row = told.row
        signs = random_signatures(book, row, dice)
        orders = {role: random_orders(book, row, role, dice, signs.get(role, ())) for role in book.names.actors}
        result = resolve(book, row, orders, seed)
        yield row, result.row, result.events
        row = result.row
