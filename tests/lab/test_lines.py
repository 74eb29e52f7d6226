"""A line of play: its orders at a table, its hallmarks, and what a refusal leaves of it."""

from __future__ import annotations

from typing import Any

import pytest
import tomli

from tabletop.lab.lines import TurnPlayed, play_line, seats_of
from tabletop.pack.lines import Line
from tabletop.record.format import Header
from tabletop.record.header import header_of
from tabletop.record.reading import read_record
from tabletop.record.replaying import table_of
from tabletop.record.writing import create
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.rulebook import Rulebook

from ..rules.agreements.river_texts import AGREEMENTS, HOMES, TEXT
from ..rules.small_pack import SCENARIO, book_of

OPENING = 'tension = 10\n"standing[north]" = 50\n"standing[south]" = 60\n"standing[hills]" = 50'
MORE = """
[template.gate-for-mill]
name = "Gate for mill"
about = "One for the other."
forum = "bank"
parties = ["north", "south"]
step = [{ by = "north", clause = "open-gate", choice = "river.gate" }, { by = "south", clause = "still-mill" }]

[move.share-nets]
name = "Share the nets"
about = "North and south fish together."
by = ["north"]
group = "talk"
targets = ["south"]
partner = true
effects = [{ track = "water", add = 20 }]
if_refused = [{ track = "tension", add = 5 }]
[move.feast]
name = "Feast"
about = "There is fish enough."
by = ["north"]
group = "talk"
needs = [{ when = "water >= 20", why = "There is not enough to eat." }]
effects = [{ track = "tension", add = -5 }]
[move.grumble]
name = "Grumble"
about = "Aloud."
by = ["hills"]
group = "press"
effects = [{ track = "tension", add = 1 }]

[doctrine.sour]
role = "hills"
name = "Sour"
about = "Nothing pleases it."
rule = [{ when = "True", move = "grumble", because = "It is so." }]
[doctrine.still]
role = "north"
name = "Still"
about = "Waits."
rule = []
[doctrine.slow]
role = "south"
name = "Slow"
about = "Waits."
rule = []
"""
HEAD = f"""
code = "L1"
title = "Nets and fish"
idea = "Fish together."
source = []
scenario = "{SCENARIO}"
brings = "Fish."
undermined = "Pride."
"""
NETS = """
[[turn]]
turn = 1
says = "North asks."
orders = [{ act = "north/share-nets@south", ask = true }]
[[turn]]
turn = 2
says = "South agrees."
answers = [{ role = "south", act = "north/share-nets@south", says = true }]
[[turn]]
turn = 3
says = "They eat."
orders = [{ act = "north/feast" }]
"""
EATEN = """
[[hallmark]]
turn = 3
when = "water >= 20"
says = "There is fish."
"""
DENIED = """
[denied]
says = "South does not want to."
refuses = [{ turn = 2, role = "south", act = "north/share-nets@south" }]
[[denied.hallmark]]
turn = 2
act = "north/share-nets@south"
is = "refused"
says = "South says no."
"""
SIGNED = """
[[turn]]
turn = 1
says = "A text."
drafts = [{ template = "gate-for-mill", signs = ["north", "south"] }]
"""


@pytest.fixture(scope="module")
def book() -> Rulebook:
    found = book_of(TEXT + MORE, header=AGREEMENTS, roles=HOMES, turns=4, tracks=OPENING)
    scenario = found.pack.scenario[SCENARIO]
    seated = scenario.model_copy(update={"doctrines": {"north": "still", "south": "slow", "hills": "sour"}})
    return Rulebook(found.pack.model_copy(update={"scenario": {SCENARIO: seated}}))


def line(text: str, head: str = HEAD) -> Line:
    tables: dict[str, Any] = tomli.loads(head + text)
    return Line.model_validate(tables)


def hallmark(turn: int, **about: str) -> str:
    told = "\n".join(f'{key} = "{value}"' for key, value in about.items())
    return f'\n[[hallmark]]\nturn = {turn}\nsays = "So it is."\n{told}\n'


def play(book: Rulebook, text: str, *, denied: bool = False, head: str = HEAD) -> list[TurnPlayed]:
    return list(play_line(book, line(text, head), denied=denied))


def held(played: list[TurnPlayed]) -> list[bool]:
    return [mark.held for turn in played for mark in turn.marks]


def test_the_orders_are_sealed_turn_by_turn(book: Rulebook) -> None:
    played = play(book, NETS + EATEN)
    assert [(turn.turn, turn.says) for turn in played] == [(1, "North asks."), (2, "South agrees."), (3, "They eat.")]
    assert [[act.act for sealed in turn.seals for act in sealed.acts] for turn in played] == [
        ["north/share-nets@south"], [], ["north/feast"],
    ]  # fmt: skip
    assert held(played) == [True]


def test_it_ends_with_the_last_turn_it_speaks_of(book: Rulebook) -> None:
    assert [turn.turn for turn in play(book, NETS + hallmark(2, when="water >= 20"))] == [1, 2, 3]
    (only,) = play(book, hallmark(1, when="tension >= 0") + "\n[[turn]]\nturn = 1\nsays = '.'")
    assert not only.over


def test_an_order_that_cannot_be_sealed_is_told_with_line_and_turn(book: Rulebook) -> None:
    with pytest.raises(IllegalOrder, match=r"^Line L1, turn 2: Feast is not possible: There is not enough to eat\.$"):
        play(book, '\n[[turn]]\nturn = 2\nsays = "."\norders = [{ act = "north/feast" }]' + EATEN)


def test_a_hallmark_that_does_not_hold_says_so(book: Rulebook) -> None:
    assert held(play(book, NETS + hallmark(1, when="water >= 20") + hallmark(2, when="water >= 20"))) == [False, True]


def test_a_hallmark_reads_the_turn_it_is_about(book: Rulebook) -> None:
    marks = hallmark(2, when="turn == 2 and since('share-nets') == 0") + hallmark(3, when="since('share-nets') == 1")
    assert held(play(book, NETS + marks)) == [True, True]


@pytest.mark.parametrize(
    ("turn", "act", "outcome", "holds"),
    [
        (2, "north/share-nets@south", "done", True),
        (1, "north/share-nets@south", "done", False),
        (2, "north/share-nets@south", "refused", False),
        (1, "north/feast", "barred", True),
        (2, "north/feast", "permitted", True),
        (1, "south/set-nets", "breach", True),
        (1, "south/send-barges", "consent", True),
    ],
)
def test_what_became_of_an_act(book: Rulebook, turn: int, act: str, outcome: str, holds: bool) -> None:
    marked = f'\n[[hallmark]]\nturn = {turn}\nsays = "So."\nact = "{act}"\nis = "{outcome}"\n'
    assert held(play(book, NETS + marked)) == [holds]


def test_a_refused_consent_takes_away_what_rests_on_it(book: Rulebook) -> None:
    played = play(book, NETS + EATEN + DENIED, denied=True)
    assert held(played) == [True]
    assert [turn.left_out for turn in played] == [(), (), ("Feast is not possible: There is not enough to eat.",)]


def test_the_commentary_ends_where_the_denied_line_parts(book: Rulebook) -> None:
    assert [turn.says for turn in play(book, NETS + EATEN + DENIED, denied=True)] == ["North asks.", "", ""]


def test_an_order_that_is_withheld_is_not_given(book: Rulebook) -> None:
    withheld = DENIED.replace(
        'refuses = [{ turn = 2, role = "south", act = "north/share-nets@south" }]',
        'withholds = [{ turn = 1, act = "north/share-nets@south" }]',
    )
    played = play(book, NETS + EATEN + withheld, denied=True)
    assert not any(sealed.acts or sealed.answers for turn in played for sealed in turn.seals)


def test_a_line_that_asks_nobody_cannot_be_denied(book: Rulebook) -> None:
    with pytest.raises(ValueError, match="L1"):
        play(book, NETS + EATEN, denied=True)


def test_roles_without_orders_do_nothing(book: Rulebook) -> None:
    played = play(book, NETS + hallmark(3, when="last('grumble', hills) == 0"))
    assert held(played) == [True]


def test_or_they_follow_their_doctrines(book: Rulebook) -> None:
    played = play(book, NETS + hallmark(3, when="last('grumble', hills) == 3"), head=HEAD + 'others = "doctrine"\n')
    assert held(played) == [True]


def test_a_text_is_laid_on_the_table_and_signed(book: Rulebook) -> None:
    marks = hallmark(1, text="1", **{"is": "in-force"}) + hallmark(2, duty="1.1", **{"is": "done"})
    assert held(play(book, SIGNED + marks)) == [True, True]


def test_a_text_that_one_party_does_not_sign_is_none(book: Rulebook) -> None:
    denied = """
[denied]
says = "South does not sign."
unsigned = [{ turn = 1, role = "south" }]
[[denied.hallmark]]
turn = 1
text = "1"
is = "none"
says = "One name is no text."
"""
    assert held(play(book, SIGNED + EATEN + denied, denied=True)) == [True]


def test_a_step_can_be_withheld(book: Rulebook) -> None:
    treated = (
        SIGNED
        + """
[[turn]]
turn = 2
says = "Not today."
duties = [{ role = "north", duty = "1.1", does = "withhold" }]
"""
    )
    assert held(play(book, treated + hallmark(2, duty="1.1", **{"is": "late"}))) == [True]


def test_a_step_of_the_line_can_be_betrayed(book: Rulebook) -> None:
    denied = """
[denied]
says = "North keeps the gate shut."
betrays = [{ turn = 2, role = "north", duty = "1.1", does = "withhold" }]
[[denied.hallmark]]
turn = 2
duty = "1.1"
is = "late"
says = "It is late."
"""
    assert held(play(book, SIGNED + EATEN + denied, denied=True)) == [True]


def test_a_line_makes_a_record_that_verifies(book: Rulebook, tmp_path) -> None:
    told = line(NETS + EATEN + SIGNED.replace("turn = 1", "turn = 4"))
    path = tmp_path / "line.jsonl"
    header: Header = header_of(book, told.scenario, told.seed, seats_of(book, told))
    writer = create(path, header)
    for turn in play_line(book, told):
        for entry in turn.entries:
            writer.append(entry)
    record = read_record(path)
    assert [entry.number for entry in record.entries] == list(range(1, len(record.entries) + 1))
    assert table_of(record, book)[1] is None
