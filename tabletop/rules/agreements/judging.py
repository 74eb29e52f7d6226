"""Judging: whether what a delegation wants to seal about texts can be sealed."""

from __future__ import annotations

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import OWED, Deal, Duty
from tabletop.rules.texts.terms import readings_of

from . import showing
from .bars import barred
from .ratifying import may_ratify
from .responses import COSTS
from .signing import signing_cost
from .telling import owed
from .voting import may_veto


def judge_texts(book: Rulebook, row: Row, role: str, orders: Orders) -> None:
    """Nothing, if everything about texts may be sealed now.

    Raises:
        IllegalOrder: naming the first signature, step, response or reading that cannot stand, and what would mend it.
    """
    if not (orders.signs or orders.vetoes or orders.duties or orders.responses or orders.readings):
        return
    living = {deal.key: deal for deal in deals(book.layout, row) if deal.knowers is None or role in deal.knowers}
    owned = {duty.key: (deal, duty) for deal in living.values() for duty in deal.duties}
    for draft in orders.signs:
        if role not in draft.signers:
            raise IllegalOrder(f"{role} is no party to that text. Leave the signature out.")
        bar = barred(book, row, draft)
        if bar is not None:
            raise IllegalOrder(f"That text cannot be signed. {bar.says}")
        if book.pack.forum[draft.forum].deniable:
            raise IllegalOrder(f"Nothing is signed in {book.pack.forum[draft.forum].name}. Table it in another forum.")
    for draft in orders.vetoes:
        if role not in may_veto(book, draft):
            raise IllegalOrder(f"{role} has no veto in {book.pack.forum[draft.forum].name}. Leave it out.")
    for key, conduct in orders.duties.items():
        _judge_conduct(book, role, key, conduct, owned)
    for key, response in orders.responses.items():
        _judge_response(book, role, key, response, living)
    for key, reading in orders.readings.items():
        _judge_reading(book, role, key, reading, owned)


def texts_cost(book: Rulebook, row: Row, role: str, orders: Orders) -> int:
    """What signatures, proofs and responses cost, in political capital. Steps are paid for when they are done."""
    signing = sum(signing_cost(book, row, draft, role) for draft in orders.signs)
    signing += showing.COST * len(orders.shows)
    return signing + sum(COSTS.get(response, 0) for response in orders.responses.values())


def _judge_conduct(book: Rulebook, role: str, key: str, conduct: Conduct, owned: dict[str, tuple[Deal, Duty]]) -> None:
    if key not in owned or owned[key][1].term.role != role or owned[key][1].state not in OWED:
        raise IllegalOrder(f"{role} owes no step {key!r} now. Leave it out.")
    duty = owned[key][1]
    clause = book.pack.clause[duty.term.clause]
    if conduct == "feign" and not clause.feign:
        raise IllegalOrder(
            f"{owed(book, duty.term)} cannot be reported falsely: everybody sees it. Do it, or withhold it."
        )
    if conduct == "anyway" and clause.move is None:
        raise IllegalOrder(f"{owed(book, duty.term)} meets no law that stands in its way. Do it, or withhold it.")


def _judge_response(book: Rulebook, role: str, key: str, response: Response, living: dict[str, Deal]) -> None:
    if key not in living or role not in (living[key].signers if response == "leak" else living[key].parties):
        raise IllegalOrder(f"{role} is no party to a text {key!r}. Leave the response out.")
    if response == "leak" and not living[key].has_secrets:
        raise IllegalOrder(f"Everybody knows of text {key} already. Leave it out.")
    if response == "withdraw" and living[key].leaving is not None:
        raise IllegalOrder(f"Notice of leaving text {key} is given already. Leave it out.")
    if response == "ratify" and role not in may_ratify(book, living[key]):
        raise IllegalOrder(f"Text {key} does not wait for {role}'s ratification. Leave it out.")


def _judge_reading(book: Rulebook, role: str, key: str, reading: str, owned: dict[str, tuple[Deal, Duty]]) -> None:
    if key not in owned or role not in owned[key][0].parties:
        raise IllegalOrder(f"{role} is no party to a step {key!r}. Leave the reading out.")
    duty = owned[key][1]
    known = readings_of(book.names, duty.term)
    if duty.reading is not None or not known:
        raise IllegalOrder(f"Step {key} has no word left to read. Leave the reading out.")
    if reading not in known:
        raise IllegalOrder(f"The word in step {key} has no reading {reading!r}. Choose one of: {', '.join(known)}.")
