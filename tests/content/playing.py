"""Playing: turns sealed from lists of act keys, with everything lawful asked for and answered as a test says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping

from tabletop.rules.acts import Act
from tabletop.rules.consents import open_questions
from tabletop.rules.dispatch import dispatch
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

Turn = Mapping[str, Iterable[str]]
"""What each role seals, by act key."""
SEED = 1


def always(role: str, act: Act) -> bool:
    """Whoever is asked says yes."""
    return True


def sealed(book: Rulebook, row: Row, role: str, keys: Iterable[str], says: Callable[[str, Act], bool]) -> Orders:
    """A delegation's orders: acts that need a yes are asked for; what is not open or not affordable fails the test."""
    orders, left = [], book.capital(row, role)
    for key in keys:
        verdict = check(book, row, book.by_key[key])
        left -= verdict.cost
        needs = verdict.level == Level.CONSENT
        assert verdict.may_ask if needs else verdict.level == Level.PERMITTED, (key, verdict.findings)
        assert left >= 0, f"{key} costs more than {role} has"
        orders.append(Order(book.by_key[key], ask=needs))
    return Orders(tuple(orders), {act.key: says(role, act) for act in open_questions(book, row, role)})


def sat_out(book: Rulebook, row: Row, turn: Turn, says: Callable[[str, Act], bool] = always) -> Row:
    """The position after one turn without its dispatch."""
    orders = {role: sealed(book, row, role, turn.get(role, ()), says) for role in book.names.actors}
    return resolve(book, row, orders, SEED).row


def course(
    book: Rulebook, scenario: str, plan: Iterable[Turn], says: Callable[[str, Act], bool] = always
) -> Iterator[Row]:
    """The positions after each turn of a game that follows a plan, dispatches and all."""
    row = book.opening(scenario)
    for turn in plan:
        row = sat_out(book, dispatch(book, row, scenario, SEED).row, turn, says)
        yield row
