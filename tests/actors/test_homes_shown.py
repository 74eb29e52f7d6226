"""Delegations show a tight home to others who are near, and ask less of those who have shown theirs."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.table.commands import Answer, Circulate, Show, circulate
from tabletop.table.table import Table

from ..rules.agreements.river_texts import FLOUR, GRAIN, OPEN_GATE, STILL_MILL, draft
from ..rules.small_pack import with_
from .river_minds import mind, minds, river, talks

HARD = draft(FLOUR, OPEN_GATE, by="south")
"""It takes fifteen from the south at home, and is worth fifteen to the north."""
TIGHT = {"standing[south]": 55}


def near_by(reserve: int = 18, *more: str) -> Rulebook:
    """The north wants flour, and this much for it; the south would sign whatever it wrote."""
    north = mind("north", 'worth: clause = "flour"; worth = 20', reserve=str(reserve))
    return river(north, mind("south", 'worth: clause = "open-gate"; worth = 90'), *more)


def said(table: Table, *roles: str) -> list[Circulate | Answer | Show]:
    """All that these delegations say, in order."""
    words = []
    while (word := next_word(table, minds(*roles))) is not None:
        table.send(word)
        words.append(word)
    return words


def shown(table: Table) -> list[int]:
    """The drafts about which the south shows its home."""
    return [word.number for word in said(table, "north", "south") if isinstance(word, Show) and word.role == "south"]


def test_to_one_who_is_near_a_tight_home_is_shown_and_then_less_is_asked() -> None:
    near, show, yes = said(talks(near_by(), drafts=[HARD], **TIGHT), "north", "south")
    assert (near.kind, near.says) == ("answer", "near")
    assert show == Show(
        role="south", number=1, because="They are near, and at home there is nothing left that we could add."
    )
    assert (yes.kind, yes.says) == ("answer", "accept")
    assert yes.because == (
        "It is worth 15 to us and must be worth 14, since S can show that it has no more to give. Most of all: Line 1."
    )


def test_no_more_than_four_points_less_is_asked() -> None:
    words = said(talks(near_by(20), drafts=[HARD], **TIGHT), "north", "south")
    assert [getattr(word, "says", "shows") for word in words] == ["near", "shows", "near"]


@pytest.mark.parametrize(
    ("reserve", "text", "changed"),
    [
        (18, HARD, {"standing[south]": 56}),
        (15, HARD, TIGHT),
        (40, HARD, TIGHT),
        (18, draft(FLOUR, OPEN_GATE, by="south", forum="inn"), TIGHT),
    ],
    ids=["it is not tight", "they accept", "they are far", "nothing is signed there"],
)
def test_where_it_would_help_nobody_no_home_is_shown(reserve: int, text: Draft, changed: dict[str, int]) -> None:
    assert shown(talks(near_by(reserve), drafts=[text], **changed)) == []


def test_whoever_would_not_sign_shows_nothing() -> None:
    south = mind("south", 'worth: clause = "flour"; worth = -5', reserve="2")
    north = mind("north", 'worth: clause = "flour"; worth = 20', reserve="18")
    book = river(north, south, mind("hills", reserve="5"))
    table = talks(book, drafts=[draft(FLOUR, OPEN_GATE, parties=("north", "south", "hills"))], **TIGHT)
    said(table, "south", "hills")
    assert (table.drafts[0].answers["hills"], table.drafts[0].shown) == ("near", ())


@pytest.mark.parametrize(("capital", "drafts"), [(1, []), (2, [1]), (3, [1, 2])])
def test_no_more_is_shown_than_can_be_paid_for_besides_the_signature(capital: int, drafts: list[int]) -> None:
    other = replace(HARD, duration=5)
    table = talks(near_by(), drafts=[HARD, other], **TIGHT, **{"capital[south]": capital})
    assert shown(table) == drafts
    table.send(sealed_by(table, "south", "south-mind"))


def test_what_falls_due_is_paid_for_before_anything_is_shown() -> None:
    book = near_by()
    for capital, drafts in ((2, []), (3, [1])):
        table = talks(book, **TIGHT)
        owed = draft(GRAIN, STILL_MILL)
        table.row = resolve(book, table.row, {role: Orders(signs=(owed,)) for role in owed.parties}, 1).row
        table.row = with_(book, table.row, {**TIGHT, "capital[south]": capital})
        table.send(circulate(HARD, "south"))
        assert shown(table) == drafts
