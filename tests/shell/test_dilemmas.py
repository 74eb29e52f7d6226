"""Dilemmas in a game: told to the role that faces them, once, when they begin to be felt."""

from __future__ import annotations

import pytest

from tabletop.plain.sheets import brief_lines
from tabletop.record.format import Seat
from tabletop.rules.orders import Order, Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.dilemmas import faced, felt
from tabletop.shell.session import Session, start

from ..rules.small_pack import SCENARIO, book_of, opening

TEXT = """
[move.shout]
name = "Shout"
about = "Across the river."
by = ["south"]
group = "press"
effects = [{ track = "tension", add = 50 }]
[move.bow]
name = "Bow"
about = "Across the river."
by = ["north"]
group = "talk"
[dilemma.blows-or-bows]
code = "D1"
title = "Blows or bows"
roles = ["north"]
says = "They shout at you."
when = "tension >= 40"
[[dilemma.blows-or-bows.horns]]
name = "Wait for it to end"
acts = ["north/wait"]
price = "They think you deaf."
[[dilemma.blows-or-bows.horns]]
name = "Bow"
acts = ["north/bow"]
price = "They think you weak."
"""
TOLD = "Dilemma: Blows or bows. They shout at you. Wait for it to end, or: Bow."


@pytest.fixture
def session() -> Session:
    book = book_of(TEXT)
    return start(book, SCENARIO, 1, dict.fromkeys(book.names.actors, Seat(kind="person")), None)


def turn(session: Session, *, shouts: bool = False) -> None:
    for role in session.book.names.actors:
        act = session.book.by_key["south/shout"]
        session.seal(role, Orders((Order(act),)) if shouts and role == "south" else Orders())
    session.open()
    session.next()


def dilemmas_told(session: Session, number: int, role: str) -> list[str]:
    return [event.says for event in session.seen(number, role) if event.cause.startswith("dilemma:")]


def test_it_is_told_in_the_dispatch_of_the_turn_in_which_it_begins(session: Session) -> None:
    turn(session, shouts=True)
    assert dilemmas_told(session, 1, "north") == []
    assert dilemmas_told(session, 2, "north") == [TOLD]
    assert session.seen(2, "north")[-1].step == "dispatch"


def test_it_is_not_told_again_while_it_lasts(session: Session) -> None:
    turn(session, shouts=True)
    turn(session)
    assert dilemmas_told(session, 3, "north") == []


def test_nobody_else_hears_of_it(session: Session) -> None:
    turn(session, shouts=True)
    assert dilemmas_told(session, 2, "south") == dilemmas_told(session, 2, "hills") == []


def test_what_is_felt_depends_on_the_position() -> None:
    book: Rulebook = book_of(TEXT)
    assert felt(book, opening(book), "north") == ()
    assert felt(book, opening(book, tension=40), "north") == ("blows-or-bows",)
    assert felt(book, opening(book, tension=40), "south") == ()


def test_the_brief_names_each_horn_and_its_price() -> None:
    book = book_of(TEXT)
    assert [dilemma.code for dilemma in faced(book, "north")] == ["D1"]
    assert brief_lines(book, SCENARIO, "north")[-4:] == [
        "Choices you will face:",
        "  Blows or bows. They shout at you.",
        "    Wait for it to end. They think you deaf.",
        "    Bow. They think you weak.",
    ]
    assert not any("Choices" in line for line in brief_lines(book, SCENARIO, "south"))
