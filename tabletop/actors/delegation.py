"""Delegations that doctrine plays: rules tried in order, on what their role may see."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.pack.doctrines import Doctrine
from tabletop.rules.acts import Act
from tabletop.rules.chance import happens
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.terms import act_of
from tabletop.rules.verdict import Level
from tabletop.rules.views import View

from .reading import holds


@dataclass(frozen=True, slots=True)
class Choice:
    """What a delegation seals, and the rule behind each act and answer, by act key."""

    orders: Orders
    because: dict[str, str]


def choose(book: Rulebook, doctrine_id: str, view: View, seed: int, capital: int | None = None) -> Choice:
    """The orders a doctrine gives its delegation in a view, for so much political capital; all it has, if not said."""
    doctrine = book.pack.doctrine[doctrine_id]
    row = list(view.row)
    turn = row[book.schema.index["turn"]]
    chosen: list[Order] = []
    because: dict[str, str] = {}
    left = book.capital(row, doctrine.role) if capital is None else capital
    for number, rule in enumerate(doctrine.rule, start=1):
        if len(chosen) == book.pack.header.play.actions:
            break
        act = Act(doctrine.role, rule.move, rule.target, rule.choice)
        if any(order.act == act for order in chosen) or not holds(book, rule.when, doctrine.role, row):
            continue
        if not happens(seed, turn, f"doctrine/{doctrine_id}/{number}", rule.odds):
            continue
        order = order_for(book, row, act, breach=rule.breach)
        cost = book.cost(row, act)
        if order is None or cost > left:
            continue
        chosen.append(order)
        left -= cost
        because[act.key] = f"rule {number}: {rule.because}"
    answers, reasons = _answers(book, doctrine, view, row)
    return Choice(Orders(tuple(chosen), answers), because | reasons)


def order_for(book: Rulebook, row: Row, act: Act, *, breach: bool) -> Order | None:
    """How a delegation would seal an act: ask where a yes is needed, break the law only if it would."""
    level = book.level(row, act)
    if level == Level.PERMITTED:
        return Order(act)
    if level == Level.CONSENT:
        verdict = check(book, row, act)
        if verdict.may_ask and not (breach and verdict.may_do):
            return Order(act, ask=True)
        return Order(act, knowing=True) if breach and verdict.may_do else None
    if level == Level.BREACH and breach and check(book, row, act).may_do:
        return Order(act, knowing=True)
    return None


def _answers(book: Rulebook, doctrine: Doctrine, view: View, row: Row) -> tuple[dict[str, bool], dict[str, str]]:
    answers, reasons = {}, {}
    for act in view.questions:
        if _signed_for(book, doctrine.role, row, act):
            answers[act.key], reasons[act.key] = True, "given word: It carries out a text that we signed."
            continue
        for number, answer in enumerate(doctrine.answer, start=1):
            if act.move in answer.moves and holds(book, answer.when, doctrine.role, row):
                answers[act.key] = answer.says
                reasons[act.key] = f"answer {number}: {answer.because}"
                break
    return answers, reasons


def _signed_for(book: Rulebook, role: str, row: Row, act: Act) -> bool:
    """Whether an act that others are asked about carries out a step of a text that bears this role's signature."""
    return any(
        act_of(duty.term, book.names) == act
        for deal in deals(book.layout, row)
        if role in deal.parties
        for duty in deal.duties
    )
