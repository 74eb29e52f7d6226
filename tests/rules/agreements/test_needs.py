"""A clause can need something before it is done. Who cannot see what is missing is not told."""

from __future__ import annotations

import pytest

from tabletop.rules.agreements.lint import notes
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import DutyState

from ..small_pack import book_of, opening, with_
from .river_texts import AGREEMENTS, FILL_WELLS, HOMES, STILL_MILL, TEXT, draft, duty_in, told

WHY = "Nobody digs in a storm."
TEXTS = draft(FILL_WELLS, STILL_MILL)
BOTH = {role: Orders(signs=(TEXTS,)) for role in TEXTS.signers}


def river(when: str, cost: int = 0) -> Rulebook:
    needs = f'needs = [{{ when = "{when}", why = "{WHY}" }}]\ncost = {cost}\n'
    text = TEXT.replace('topic = "wells"\neffects', f'topic = "wells"\n{needs}effects', 1)
    return book_of(
        text, header=AGREEMENTS, roles=HOMES, turns=8,
        tracks='tension = 10\nwater = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60',
    )  # fmt: skip


def due(book: Rulebook, conduct: str | None = None, **changed: int) -> Resolution:
    """The turn in which the wells are to be filled, with some columns changed when it is due."""
    row = resolve(book, opening(book), BOTH, 1).row
    north = Orders(duties={"1.1": conduct} if conduct is not None else {})
    return resolve(book, with_(book, row, changed), {"north": north}, 1)


def test_what_it_needs_lets_a_step_be_done() -> None:
    assert duty_in(due(river("tension < 60")).row, 1).state is DutyState.DONE


def test_without_it_the_step_is_late_and_everybody_hears_why() -> None:
    result = due(river("tension < 60"), tension=60)
    assert duty_in(result.row, 1).state is DutyState.LATE
    (event,) = told(result.events, "Fill the wells is late", WHY)
    assert event.seen_by is None


def test_what_its_owner_alone_can_see_is_told_to_its_owner_alone() -> None:
    result = due(river("capital[north] >= 2"), **{"capital[north]": 1})
    (why,), (late,) = told(result.events, WHY), told(result.events, "Fill the wells is late")
    assert (why.seen_by, late.seen_by) == (("north",), None)


def test_reporting_it_done_needs_nothing() -> None:
    assert duty_in(due(river("tension < 60"), "feign", tension=60).row, 1).state is DutyState.FEIGNED


def test_but_reporting_it_done_costs_what_doing_it_does() -> None:
    result = due(river("tension < 60", cost=2), "feign", **{"capital[north]": 1})
    assert duty_in(result.row, 1).state is DutyState.LATE


@pytest.mark.parametrize(("when", "warned"), [("tension < 60", True), ("capital[north] > 6", False)])
def test_the_linter_warns_of_what_everybody_can_see_to_be_missing(when: str, warned: bool) -> None:
    book = river(when)
    found = notes(book, opening(book, tension=60), TEXTS)
    assert any(WHY in note.says for note in found) is warned
