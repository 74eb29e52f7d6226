"""Sealing: what a doctrine commits for its role at a table."""

from __future__ import annotations

from collections.abc import Collection

from tabletop.rules.agreements import showing
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge_one
from tabletop.rules.orders import Order, Orders
from tabletop.rules.views import view
from tabletop.table.commands import Seal, seal
from tabletop.table.table import Table

from .delegation import choose
from .promises import kept_by
from .signatures import signed_by, vetoed_by


def sealed_by(table: Table, role: str, doctrine: str, people: Collection[str] = ()) -> Seal:
    """The orders a doctrine gives in this turn, as a command; `people` may sign what they have not accepted yet.

    What was promised is paid for first, then new texts, then acts.
    """
    book, seen = table.book, view(table.book, table.row, role)
    row = list(seen.row)
    promises = kept_by(book, doctrine, row, table.seed)
    shown = showing.COST * len(table.shown_by(role))
    left = max(0, book.capital(row, role) - promises.paid - promises.due - shown)
    signed = signed_by(table, role, doctrine, row, left=left, people=people)
    left -= sum(signing_cost(book, row, each.draft, role) for each, _ in signed)
    choice = choose(book, doctrine, seen, table.seed, left)
    # What a delegation cannot see may bar what it chose; it then does the rest.
    acts = tuple(order for order in choice.orders.acts if _may_seal(table, role, order))
    signs = tuple(each.draft for each, _ in signed)
    vetoed = vetoed_by(table, role, doctrine, row)
    orders = Orders(
        acts, choice.orders.answers, signs, promises.duties, promises.responses, promises.readings,
        tuple(each.draft for each, _ in vetoed),
    )  # fmt: skip
    why = {f"draft {each.number}": worth.because for each, worth in (*signed, *vetoed)}
    return seal(role, orders, choice.because | promises.because | why, [each.draft for each in table.drafts])


def _may_seal(table: Table, role: str, order: Order) -> bool:
    try:
        judge_one(table.book, table.row, role, order)
    except IllegalOrder:
        return False
    return True
