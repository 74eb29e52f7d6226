"""A refusal returns what was paid, whatever the act would cost by then."""

from __future__ import annotations

import pytest

from tabletop.rules.happened import Event
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import view

from .small_pack import book_of, opening, played, sealed, value, with_

MOVES = "".join(
    f"""
[move.{id_}]
name = "{id_}"
about = "Both sides act together."
by = ["north"]
group = "talk"
targets = ["south"]
partner = true
cost = {cost}
needs = [{{ when = "tension < 90", why = "Nobody meets in a quarrel." }}]
"""
    for id_, cost in (
        ("meet", '"1 + (2 if tension >= 50 else 0)"'),
        ("write", "2"),
        ("sing", "\"2 if target == 'south' else 1\""),
    )
)
MEET = "north/meet@south"


@pytest.fixture(scope="module")
def river() -> Rulebook:
    return book_of(MOVES)


def asked(book: Rulebook, tension: int) -> Row:
    """The position after a meeting was asked for while tension stood here."""
    return played(book, opening(book, tension=tension), north=sealed(book, MEET, ask=True)).row


def answered(book: Rulebook, row: Row, tension: int, *, yes: bool) -> Resolution:
    row = with_(book, row, {"tension": tension, "capital[north]": 0})
    return played(book, row, south=Orders(answers={MEET: yes}))


def returned(found: Resolution) -> int:
    """What the north got back when the answer came."""
    (answer,) = [event for event in found.events if event.cause == "consent:meet"]
    return moved(answer).get("capital[north]", 0)


def moved(event: Event) -> dict[str, int]:
    return {change.column: change.after - change.before for change in event.changes}


@pytest.mark.parametrize(("then", "now", "paid"), [(10, 60, 1), (60, 10, 3), (10, 10, 1)])
def test_a_refusal_returns_what_was_paid_and_not_what_it_costs_now(river, then, now, paid):
    assert returned(answered(river, asked(river, then), now, yes=False)) == paid


def test_a_yes_that_comes_too_late_returns_what_was_paid(river):
    assert returned(answered(river, asked(river, 10), 95, yes=True)) == 1


def test_what_was_agreed_to_is_not_paid_back(river):
    found = answered(river, asked(river, 60), 10, yes=True)
    assert returned(found) == 0
    assert value(river, found.row, f"paid[{MEET}]") == 0


def test_what_was_paid_is_known_to_who_paid_it_alone(river):
    row = asked(river, 60)
    place = river.schema.index[f"paid[{MEET}]"]
    assert view(river, row, "north").row[place] == 3
    assert view(river, row, "south").row[place] == 0


def test_what_cannot_change_in_price_needs_no_memory_of_it(river):
    assert [label for label in river.schema.labels if label.startswith("paid")] == [f"paid[{MEET}]"]
