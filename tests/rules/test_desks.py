"""Desks: offices that act and are heard, under nobody's law, with no purse, no score and no hand in a text but a broker's."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.coding import deals
from tabletop.rules.verdict import Level
from tabletop.rules.views import hidden_from, view
from tabletop.table.commands import Next, Open, Seal, circulate, seal
from tabletop.table.table import Table

from .agreements.river_texts import AGREEMENTS, HOMES, OPEN_GATE, STILL_MILL, TEXT, draft, step
from .small_pack import SCENARIO, book_of, opening, played, sealed, value

DESK = """
[desk.gazette]
name = "River gazette"
short = "GAZ"
brokers = {brokers}
dilemma = "To print or not to print."
powers = "It is read on both banks."
[move.print]
name = "Print a story"
about = "On the front page."
by = ["gazette", "hills"]
group = "press"
tags = ["print"]
targets = ["north", "south"]
cost = 2
effects = [{{ track = "trust[north, south]", add = -2 }}]
[track.notes]
name = "Notes"
about = "What the gazette knows."
seen_by = ["gazette"]
[instrument.river.provision.print]
title = "No printing"
machine = "duty"
says = "Nobody prints stories."
cite = "River law 9"
catches = {{ moves = ["print"] }}
"""
BOOK = book_of(TEXT + DESK.format(brokers="true"), header=AGREEMENTS, roles=HOMES, turns=8)
NO_BROKER = book_of(TEXT + DESK.format(brokers="false"), header=AGREEMENTS, roles=HOMES, turns=8)
STORY = "gazette/print@north"


def test_a_desk_makes_the_moves_that_are_its_own() -> None:
    row = played(BOOK, opening(BOOK), gazette=sealed(BOOK, STORY)).row
    assert value(BOOK, row, "trust[north, south]") == -2
    assert value(BOOK, row, "last[gazette, print]") == 1


def test_a_desk_pays_nothing_for_what_costs_a_government() -> None:
    row = opening(BOOK)
    costs = {act.role: BOOK.cost(row, act) for act in BOOK.acts if act.move == "print"}
    assert costs == {"hills": 2, "gazette": 0}


def test_law_binds_governments_and_no_desk() -> None:
    row = opening(BOOK)
    assert check(BOOK, row, BOOK.by_key["hills/print@north"]).level == Level.BREACH
    assert check(BOOK, row, BOOK.by_key[STORY]).level == Level.PERMITTED


def test_the_fast_levels_agree_with_the_verdict_on_a_desk() -> None:
    row = opening(BOOK)
    assert [(act.key, level) for act, level in BOOK.options(row, "gazette")] == [
        (act.key, check(BOOK, row, act).level) for act in BOOK.by_role["gazette"]
    ]


def test_a_desk_owns_no_column_of_a_government() -> None:
    owned = [label for label in BOOK.schema.labels if "gazette" in label]
    assert owned == ["last[gazette, print]"]


def test_a_desk_sees_what_is_shown_to_it_and_no_purse() -> None:
    assert "notes" in hidden_from(BOOK, "north")
    assert "notes" not in hidden_from(BOOK, "gazette")
    assert {"capital[north]", "capital[south]", "wells"} <= view(BOOK, opening(BOOK), "gazette").hidden


def test_a_turn_waits_for_the_desks_too() -> None:
    table = Table(BOOK, SCENARIO, 1)
    table.send(Next())
    for role in ("north", "south", "hills"):
        table.send(Seal(role=role))
    assert table.waiting_for == ("gazette",)
    table.send(Seal(role="gazette"))
    table.send(Open())
    assert table.turn == 2


def test_a_desk_is_no_party_to_a_text() -> None:
    text = draft(OPEN_GATE, STILL_MILL)
    with pytest.raises(IllegalOrder, match="gazette is no party to that text"):
        judge(BOOK, opening(BOOK), "gazette", Orders(signs=(text,)))


def test_a_desk_brokers_a_text_and_pays_nothing_for_it() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), broker="gazette")
    assert signing_cost(BOOK, opening(BOOK), text, "gazette") == 0
    row = resolve(BOOK, opening(BOOK), {who: Orders(signs=(text,)) for who in text.signers}, 1).row
    (deal,) = deals(BOOK.layout, row)
    assert (deal.parties, deal.broker) == (("north", "south"), "gazette")


def test_a_text_is_not_signed_without_the_desk_that_brokers_it() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), broker="gazette")
    row = resolve(BOOK, opening(BOOK), {who: Orders(signs=(text,)) for who in text.parties}, 1).row
    assert deals(BOOK.layout, row) == ()


def test_a_desk_lays_a_text_that_it_brokers_before_the_parties() -> None:
    table = Table(BOOK, SCENARIO, 1)
    table.send(Next())
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), by="gazette", broker="gazette")
    table.send(circulate(text, "gazette"))
    for who in ("north", "south", "hills", "gazette"):
        signs = (text,) if who in text.signers else ()
        table.send(seal(who, Orders(signs=signs), drafts=[each.draft for each in table.drafts]))
    table.send(Open())
    assert [deal.broker for deal in deals(BOOK.layout, table.row)] == ["gazette"]


def test_a_desk_that_brokers_nothing_lays_no_text_on_the_table() -> None:
    table = Table(NO_BROKER, SCENARIO, 1)
    table.send(Next())
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), by="gazette", broker="gazette")
    with pytest.raises(IllegalOrder, match="a desk that brokers"):
        table.send(circulate(text, "gazette"))


def test_a_desk_has_an_id_of_its_own() -> None:
    desk = '[desk.hills]\nname = "Hill gazette"\nshort = "GAZ"\ndilemma = "To print."\npowers = "It is read."\n'
    with pytest.raises(PackError, match='There is a role "hills" too'):
        book_of(TEXT + desk, header=AGREEMENTS, roles=HOMES)


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('group = "press"\ntags', 'forum = "council"\ngroup = "press"\ntags', 'and "gazette" is a desk: it asks nobody.'),
        ('group = "press"\ntags', 'partner = true\ngroup = "press"\ntags', 'and "gazette" is a desk: it asks nobody.'),
        ('seen_by = ["gazette"]', 'seen_by = ["gazete"]', 'There is no role "gazete".'),
        ('targets = ["north", "south"]', 'targets = ["north", "gazette"]', 'There is no role "gazette".'),
        ("trust[north, south]", "trust[actor, south]", "There is no role `gazette`."),
    ],
)  # fmt: skip
def test_a_pack_that_asks_more_of_a_desk_is_refused(old: str, new: str, what: str) -> None:
    with pytest.raises(PackError) as refused:
        book_of(TEXT + DESK.format(brokers="true").replace(old, new, 1), header=AGREEMENTS, roles=HOMES)
    assert what in str(refused.value)
