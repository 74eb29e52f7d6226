"""Judging: whether what a delegation wants to seal can be sealed."""

from __future__ import annotations

from .agreements.judging import judge_texts, texts_cost
from .consents import open_questions
from .illegal import IllegalOrder
from .orders import Order, Orders
from .position import Row
from .referee import check
from .rulebook import Rulebook
from .verdict import Level


def judge(book: Rulebook, row: Row, role: str, orders: Orders) -> None:
    """Nothing, if these orders may be sealed now.

    Raises:
        IllegalOrder: naming the first act or answer that cannot stand, and what would mend it.
    """
    for order in orders.acts:
        judge_one(book, row, role, order)
    judge_texts(book, row, role, orders)
    judge_sum(book, row, role, orders)
    questions = {act.key for act in open_questions(book, row, role)} if orders.answers else set()
    for key in orders.answers:
        if key not in questions:
            raise IllegalOrder(f"Nobody asked {role} about {key!r} this turn. Leave the answer out.")


def judge_sum(book: Rulebook, row: Row, role: str, orders: Orders) -> None:
    """Nothing, if acts and texts that may each be sealed alone may be sealed together.

    Raises:
        IllegalOrder: if they are too many, the same twice, or cost more than there is.
    """
    allowed = book.pack.header.play.actions
    if len(orders.acts) > allowed:
        raise IllegalOrder(f"{len(orders.acts)} acts are drafted and {allowed} can be sealed. Take one back.")
    if len({order.act for order in orders.acts}) < len(orders.acts):
        raise IllegalOrder("The same act is drafted twice. Take one back.")
    if len({*orders.signs, *orders.vetoes}) < len(orders.signs) + len(orders.vetoes):
        raise IllegalOrder("The same text is signed twice, or signed and vetoed. Leave one of the two out.")
    cost = sum(book.cost(row, order.act) for order in orders.acts) + texts_cost(book, row, role, orders)
    capital = book.capital(row, role)
    if cost > capital:
        raise IllegalOrder(f"These orders cost {cost} and you have {capital}. Take one back or choose a cheaper one.")


def judge_one(book: Rulebook, row: Row, role: str, order: Order) -> None:
    """Nothing, if this one act may be sealed as ordered.

    Raises:
        IllegalOrder: if it is barred, somebody else's, or a breach that was not confirmed.
    """
    act = order.act
    if act not in book.place:
        raise IllegalOrder(f"There is no act {act.key!r} in this pack. Choose one from the list.")
    if act.role != role:
        raise IllegalOrder(f"{act.key} is not {role}'s to do. Choose one of your own acts.")
    verdict = check(book, row, act)
    name = book.pack.move[act.move].name
    if verdict.level == Level.BARRED:
        raise IllegalOrder(f"{name} is not possible: {verdict.findings[0].reason}")
    if order.ask and not verdict.may_ask:
        raise IllegalOrder(f"{name} needs nobody's yes now, or is already asked for. Do it, or wait.")
    if order.ask:
        return
    if verdict.level == Level.BREACH and any(finding.kind in ("forum", "partner") for finding in verdict.findings):
        raise IllegalOrder(f"{name} is not yours to do alone, and nobody's yes would make it lawful now.")
    if verdict.level == Level.CONSENT and not verdict.may_do and verdict.may_ask:
        raise IllegalOrder(f"{name} happens only when {verdict.keepers[0].name} agrees. Ask first.")
    if verdict.level == Level.CONSENT and not verdict.may_do and verdict.cost <= book.capital(row, role):
        raise IllegalOrder(f"{name} is already asked for and waits for an answer.")
    if verdict.level in (Level.CONSENT, Level.BREACH) and not order.knowing:
        raise IllegalOrder(f"{name} would be a breach. Confirm it knowingly, or ask for consent.")
