"""Every dilemma of the shipped pack has two horns that can be taken, and that lead to different places."""

from __future__ import annotations

import pytest

from tabletop.lab.lines import play_line
from tabletop.pack.line_reading import load_lines
from tabletop.pack.shipped import shipped_packs
from tabletop.rules.acts import Act
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.shell.dilemmas import felt

CODES = [f"D{number}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def positions(book: Rulebook) -> list[Row]:
    """Talks of both scenarios that games have reached."""
    lines = load_lines(shipped_packs()["korea"], book.names)
    return [turn.talks for line in lines.values() for turn in play_line(book, line)]


@pytest.fixture(scope="module")
def ids(book: Rulebook) -> dict[str, str]:
    return {dilemma.code: id_ for id_, dilemma in book.pack.dilemma.items()}


def open_in(book: Rulebook, row: Row, role: str, horn: int, id_: str) -> list[Act]:
    """The acts of a role that take a horn and could be sealed now."""
    acts = (book.by_key[key] for key in book.pack.dilemma[id_].horns[horn].acts)
    return [act for act in acts if act.role == role and book.open_now(row, act)]


def taken(book: Rulebook, row: Row, act: Act) -> Row:
    """The position after an act, asked for and agreed to where somebody's yes is needed."""
    verdict = check(book, row, act)
    if not verdict.may_ask:
        return resolve(book, row, {act.role: Orders((Order(act, knowing=verdict.level != Level.PERMITTED),))}, 1).row
    asked = resolve(book, row, {act.role: Orders((Order(act, ask=True),))}, 1).row
    yes = {role: Orders(answers={act.key: True}) for role in book.names.roles if role != act.role}
    return resolve(book, asked, yes, 1).row


def test_all_twelve_are_there(ids: dict[str, str]) -> None:
    assert list(ids) == CODES


@pytest.mark.parametrize("code", CODES)
def test_both_horns_can_be_taken_where_it_is_felt(
    book: Rulebook, positions: list[Row], ids: dict[str, str], code: str
) -> None:
    id_ = ids[code]
    for role in book.pack.dilemma[id_].roles:
        found = next(
            (
                (row, one[0], other[0])
                for row in positions
                if id_ in felt(book, row, role)
                if (one := open_in(book, row, role, 0, id_)) and (other := open_in(book, row, role, 1, id_))
            ),
            None,
        )
        assert found is not None, f"{role} never has both horns open"
        row, one, other = found
        assert taken(book, row, one) != taken(book, row, other)


@pytest.mark.parametrize("code", CODES)
def test_every_act_of_a_horn_is_open_somewhere(
    book: Rulebook, positions: list[Row], ids: dict[str, str], code: str
) -> None:
    never = [
        key
        for horn in book.pack.dilemma[ids[code]].horns
        for key in horn.acts
        if not any(book.open_now(row, book.by_key[key]) for row in positions)
    ]
    assert never == []
