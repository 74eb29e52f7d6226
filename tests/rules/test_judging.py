"""What cannot be sealed is refused in a sentence that says what would mend it."""

from __future__ import annotations

import pytest

from tabletop.rules.acts import Act
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Order, Orders
from tabletop.rules.rulebook import Rulebook

from .small_pack import MACHINE, book_of, opening, sealed, with_

LAW = (
    MACHINE
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "Leave for the fish, no dams."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody dams the river."
cite = "Art. 1"
catches = { moves = ["build", "build-together"] }
[instrument.river.provision.fish]
title = "Fishing by leave"
machine = "article"
says = "Whoever fishes asks the hill country."
cite = "Art. 3"
catches = { moves = ["fish"] }
level = "consent"
keeper = "hills"
[move.build]
name = "Build"
about = "Stone by stone."
by = ["north"]
group = "press"
[move.build-together]
name = "Build together"
about = "Both banks."
by = ["north"]
group = "press"
targets = ["south"]
partner = true
[move.fish]
name = "Fish"
about = "With nets."
by = ["north"]
group = "relieve"
cost = 2
[move.boast]
name = "Boast"
about = "Loudly."
by = ["north", "south"]
group = "talk"
needs = [{ when = "tension >= 50", why = "There is no quarrel." }]
cost = 2
"""
)
FISH, TOGETHER = "north/fish", "north/build-together@south"


@pytest.fixture(scope="module")
def river() -> Rulebook:
    return book_of(LAW, law='"river.dam" = "in-force"\n"river.fish" = "in-force"')


def refusal(book: Rulebook, orders: Orders, role: str = "north", **changed: int | str) -> str:
    with pytest.raises(IllegalOrder) as caught:
        judge(book, with_(book, opening(book), changed), role, orders)
    return str(caught.value)


def accepted(book: Rulebook, orders: Orders, role: str = "north", **changed: int | str) -> None:
    judge(book, with_(book, opening(book), changed), role, orders)


def test_nothing_at_all_can_be_sealed(river):
    accepted(river, Orders())


def test_a_breach_is_sealed_only_knowingly(river):
    assert refusal(river, sealed(river, "north/build")) == (
        "Build would be a breach. Confirm it knowingly, or ask for consent."
    )
    accepted(river, sealed(river, "north/build", knowing=True))


def test_what_needs_leave_is_asked_for_or_done_knowingly(river):
    assert refusal(river, sealed(river, FISH)).startswith("Fish would be a breach.")
    accepted(river, sealed(river, FISH, ask=True))
    accepted(river, sealed(river, FISH, knowing=True))
    accepted(river, sealed(river, FISH), **{"consent[north/fish]": 100})


def test_what_needs_nobody_cannot_be_asked_for(river):
    assert "needs nobody's yes now" in refusal(river, sealed(river, "north/wait", ask=True))
    assert "already asked for" in refusal(river, sealed(river, FISH, ask=True), **{"consent[north/fish]": 1})


def test_what_takes_two_cannot_be_done_alone(river):
    free = {"river.dam": "absent"}
    assert refusal(river, sealed(river, TOGETHER, knowing=True), **free) == (
        "Build together happens only when South bank agrees. Ask first."
    )
    accepted(river, sealed(river, TOGETHER, ask=True), **free)
    waiting = free | {f"consent[{TOGETHER}]": 1}
    assert "waits for an answer" in refusal(river, sealed(river, TOGETHER, knowing=True), **waiting)


def test_what_takes_two_and_breaks_the_law_cannot_be_done_alone_either(river):
    assert refusal(river, sealed(river, TOGETHER, knowing=True)) == (
        "Build together is not yours to do alone, and nobody's yes would make it lawful now."
    )


def test_what_is_barred_is_refused_with_its_reason(river):
    assert refusal(river, sealed(river, "north/boast")) == "Boast is not possible: There is no quarrel."
    assert refusal(river, sealed(river, "north/boast", knowing=True)) == "Boast is not possible: There is no quarrel."


def test_no_more_acts_than_the_pack_allows_and_none_twice(river):
    assert (
        refusal(river, sealed(river, *["north/wait"] * 3)) == "3 acts are drafted and 2 can be sealed. Take one back."
    )
    assert refusal(river, sealed(river, *["north/wait"] * 2)) == "The same act is drafted twice. Take one back."


def test_acts_must_be_paid_for_together(river):
    both = sealed(river, "north/boast", FISH, knowing=True)
    assert refusal(river, both, tension=50) == (
        "These orders cost 4 and you have 3. Take one back or choose a cheaper one."
    )
    accepted(river, both, tension=50, **{"capital[north]": 4})


def test_nobody_acts_for_another(river):
    assert "is not south's to do" in refusal(river, sealed(river, "north/wait"), role="south")


def test_an_act_that_is_not_in_the_pack_is_refused(river):
    stranger = Orders((Order(Act("north", "wait", "hills")),))
    assert refusal(river, stranger) == "There is no act 'north/wait@hills' in this pack. Choose one from the list."
