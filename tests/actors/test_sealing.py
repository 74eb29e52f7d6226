"""What a delegation seals about texts: its name, its own steps, answers to wrongs, ratification, words — and what pays."""

from __future__ import annotations

from typing import Any

import pytest

from tabletop.actors.delegation import choose
from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.slots import Head
from tabletop.rules.views import view
from tabletop.table.commands import Answer, Seal, Show
from tabletop.table.table import Table

from ..rules.agreements.river_texts import BORDER, FILL_WELLS, FLOUR, GRAIN, OPEN_GATE, PEACE, STILL_MILL, draft, step
from .river_minds import MILL_FOR_GATE, mind, minds, river, row_of, talks

NORTH = mind("north", 'worth: clause = "still-mill"; worth = 60', 'tabling: template = "mill-for-gate"')
SOUTH = mind("south", 'worth: clause = "open-gate"; worth = 60', 'worth: clause = "fill-wells"; worth = 60')
BOOK = river(NORTH, SOUTH, MILL_FOR_GATE)
TRADE = draft(STILL_MILL, OPEN_GATE)


def sealed(table: Table, role: str, *people: str) -> Seal:
    """What a delegation seals, and the table takes."""
    command = sealed_by(table, role, f"{role}-mind", people)
    table.send(command)
    return command


def talked(table: Table, *roles: str) -> Table:
    while (word := next_word(table, minds(*roles))) is not None:
        table.send(word)
    return table


# ---- signatures ----


def test_delegations_sign_what_all_have_accepted_and_say_why() -> None:
    table = talked(talks(BOOK), "north", "south")
    north, south = sealed(table, "north"), sealed(table, "south")
    assert north.signs == south.signs == (1,)
    assert south.because["draft 1"].startswith("It is worth ")


def test_what_somebody_has_not_accepted_is_not_signed() -> None:
    table = talks(BOOK, drafts=[TRADE])
    table.send(Answer(role="south", number=1, says="near"))
    assert sealed(table, "north").signs == ()


def test_among_delegations_one_text_is_signed_between_the_same_signers() -> None:
    table = talked(talks(BOOK, drafts=[TRADE, draft(STILL_MILL, OPEN_GATE, snapback=True)]), "north", "south")
    assert all(each.accepted for each in table.drafts)
    assert sealed(table, "north").signs == sealed(table, "south").signs == (1,)


def test_a_person_may_choose_among_all_that_a_delegation_would_sign() -> None:
    table = talked(talks(BOOK, drafts=[TRADE, draft(STILL_MILL, OPEN_GATE, snapback=True)]), "south")
    table.send(Answer(role="north", number=1, says="refuse"))
    assert sealed(table, "south", "north").signs == (1, 2)


def test_a_text_that_is_worth_too_little_is_signed_for_nobody_but_ones_own_counter_is() -> None:
    table = talked(talks(BOOK, drafts=[draft(STILL_MILL)]), "south")
    assert table.drafts[1].role == "south"
    assert sealed(table, "south", "north").signs == (2,)


def test_nothing_is_signed_where_all_can_be_denied() -> None:
    table = talked(talks(BOOK, drafts=[draft(STILL_MILL, OPEN_GATE, forum="inn")]), "south")
    assert sealed(table, "south", "north").signs == ()


def test_what_a_signature_costs_is_not_spent_on_acts() -> None:
    barges = ['when = "True"; move = "send-barges"']
    south = mind(
        "south", 'worth: clause = "open-gate"; worth = 60', 'tabling: template = "mill-for-gate"', rules=barges
    )
    book = river(NORTH.partition("[[doctrine.north-mind.tabling]]")[0], south, MILL_FOR_GATE)
    found = []
    for capital in (1, 2):
        table = talked(talks(book, **{"capital[south]": capital}), "north", "south")
        command = sealed(table, "south")
        found.append((command.signs, len(command.acts)))
    assert found == [((1,), 0), ((1,), 1)]


def test_without_texts_a_delegation_seals_what_it_always_did() -> None:
    rules = ['when = "True"; move = "wait"', 'when = "tension < 50"; move = "close-gate"']
    book = river(mind("north", 'worth: clause = "still-mill"; worth = 60', rules=rules))
    table = talks(book)
    plain = choose(book, "north-mind", view(book, table.row, "north"), table.seed)
    command = sealed(table, "north")
    assert (
        [act.act for act in command.acts]
        == [order.act.key for order in plain.orders.acts]
        == ["north/wait", "north/close-gate"]
    )
    assert (command.signs, command.duties, command.responses, command.readings) == ((), {}, {}, {})


# ---- texts that live ----


def signed(book: Rulebook, text: Draft, **changed: Any) -> Row:
    """The position after all have signed a text."""
    return resolve(book, row_of(book, **changed), {role: Orders(signs=(text,)) for role in text.signers}, 1).row


def table_at(book: Rulebook, row: Row, seed: int = 1) -> Table:
    table = talks(book, seed)
    table.row = row
    return table


def after(book: Rulebook, row: Row, **orders: Orders) -> Row:
    return resolve(book, row, orders, 1).row


def test_what_is_due_is_done_unless_a_rule_says_otherwise() -> None:
    assert sealed(table_at(BOOK, signed(BOOK, TRADE)), "north").duties == {}


@pytest.mark.parametrize("does", ["withhold", "feign"])
def test_a_rule_of_conduct_says_how_a_step_is_treated_and_why(does: str) -> None:
    conduct = f'conduct: clauses = ["fill-wells"]; when = "tension >= 10"; does = "{does}"'
    book = river(mind("north", conduct))
    row = signed(book, draft(FILL_WELLS, STILL_MILL))
    command = sealed(table_at(book, row), "north")
    assert command.duties == {"1.1": does}
    assert command.because["duty 1.1"] == "conduct 1: Line 1."


def test_what_is_not_due_yet_or_owed_by_another_needs_no_conduct() -> None:
    conduct = 'conduct: clauses = ["fill-wells"]; when = "True"; does = "withhold"'
    book = river(mind("north", conduct))
    row = signed(book, draft(step(STILL_MILL), step(FILL_WELLS, due=3)))
    assert sealed(table_at(book, row), "north").duties == {}


def test_the_cost_of_a_step_due_is_kept_ready() -> None:
    rules = ['when = "True"; move = "send-barges"']
    book = river(mind("south", rules=rules))
    row = signed(book, draft(step(GRAIN), step(OPEN_GATE)))
    poor, rich = (list(row), list(row))
    place = book.schema.index["capital[south]"]
    poor[place], rich[place] = 1, 2
    assert [len(sealed(table_at(book, each), "south").acts) for each in (poor, rich)] == [0, 1]


def test_a_text_is_ratified_when_the_body_at_home_would_pass_it() -> None:
    text = draft(step(OPEN_GATE), step(BORDER, due=2))
    row = signed(BOOK, text)
    command = sealed(table_at(BOOK, row), "south")
    assert command.responses == {"1": "ratify"}
    assert "pass at home" in command.because["response 1"]
    cold = row[:]
    cold[BOOK.schema.index["standing[south]"]] = 20
    assert sealed(table_at(BOOK, cold), "south").responses == {}


TURNOVER = '[track.turnover]\nname = "Turnover"\nabout = "When the south last voted."\nper = "role"\nrange = [0, 100]\n'


@pytest.mark.parametrize(("worth", "standing", "says"), [(14, 60, {"1": "ratify"}), (12, 60, {}), (60, 40, {})])
def test_what_nobody_waits_for_is_put_to_the_vote_if_it_is_worth_much_and_would_pass(
    worth: int, standing: int, says: dict[str, str]
) -> None:
    """The gate counts three quarters; ten is much."""
    south = mind("south", f'worth: clause = "open-gate"; worth = {worth}')
    book = river(south, TURNOVER, turnover="turnover")
    row = signed(book, draft(step(OPEN_GATE, due=2), step(STILL_MILL, due=2)), **{"standing[south]": standing})
    assert sealed(table_at(book, row), "south").responses == says
    plain = river(south)
    row = signed(plain, draft(step(OPEN_GATE, due=2), step(STILL_MILL, due=2)), **{"standing[south]": standing})
    assert sealed(table_at(plain, row), "south").responses == {}


def test_a_text_that_is_sealed_is_not_put_to_the_vote() -> None:
    book = river(mind("south", 'worth: clause = "open-gate"; worth = 60'), TURNOVER, turnover="turnover")
    row = signed(book, draft(step(OPEN_GATE, due=2), step(STILL_MILL, due=2), sealed=True))
    assert sealed(table_at(book, row), "south").responses == {}


def test_what_was_shown_is_paid_for_before_acts() -> None:
    barges = ['when = "True"; move = "send-barges"']
    book = river(mind("south", rules=barges))
    found = []
    for shown in (False, True):
        table = talks(book, drafts=[draft(FLOUR, BORDER)], **{"capital[south]": 1})
        if shown:
            table.send(Show(role="south", number=1))
        found.append(len(sealed(table, "south").acts))
    assert found == [1, 0]


def test_a_late_step_is_asked_about_and_no_more() -> None:
    row = after(BOOK, signed(BOOK, TRADE), north=Orders(duties={"1.2": "withhold"}))
    assert sealed(table_at(BOOK, row), "south").responses == {"1": "query"}


def test_after_a_missed_step_the_ladder_is_climbed_rung_by_rung() -> None:
    row = signed(BOOK, TRADE)
    for _ in range(2):
        row = after(BOOK, row, north=Orders(duties={"1.2": "withhold"}))
    said = []
    for _ in range(5):
        command = sealed(table_at(BOOK, row), "south")
        said += command.responses.values()
        row = after(BOOK, row, south=Orders(responses=dict(command.responses)))
    assert said == ["query", "consult", "inspect", "suspend"]


def test_a_wrong_that_was_answered_is_let_rest_once_the_ladder_begins_anew() -> None:
    row = signed(BOOK, TRADE)
    for _ in range(2):
        row = after(BOOK, row, north=Orders(duties={"1.2": "withhold"}))
    row = after(BOOK, row, south=Orders(responses={"1": "query"}))
    assert sealed(table_at(BOOK, row), "south").responses == {"1": "consult"}
    assert BOOK.layout is not None
    row[BOOK.layout.head(1, Head.RUNG)] = 0
    assert sealed(table_at(BOOK, row), "south").responses == {}


def test_a_text_that_has_become_worth_less_than_nothing_is_left() -> None:
    """The north kept nothing back but its gate; what the south still owes is all that is left."""
    book = river(mind("south", 'worth: clause = "open-gate"; worth = 60', 'worth: clause = "grain"; worth = -60'))
    row = signed(book, draft(step(OPEN_GATE), step(STILL_MILL), step(GRAIN, due=7), duration=8))
    for _ in range(2):
        row = after(book, row, north=Orders(duties={"1.1": "withhold"}))
    said = []
    for _ in range(5):
        command = sealed(table_at(book, row), "south")
        said += command.responses.values()
        row = after(book, row, south=Orders(responses=dict(command.responses)))
    assert said == ["query", "consult", "inspect", "suspend", "withdraw"]
    assert book.layout is not None
    assert book.layout.taken(row) == ()


def test_where_nobody_broke_a_text_nobody_answers() -> None:
    row = signed(BOOK, TRADE)
    for _ in range(3):
        assert sealed(table_at(BOOK, row), "south").responses == {}
        row = after(BOOK, row)


def stalled() -> tuple[Rulebook, Row]:
    book = river(mind("north"), mind("south", 'worth: clause = "peace"; worth = 40'))
    row = after(book, signed(book, draft(PEACE)))
    assert book.layout is not None
    assert row[book.schema.index["step[1.1].state"]] == DutyState.STALLED
    return book, row


def test_a_side_for_which_a_stalled_step_is_worth_it_may_take_the_others_reading() -> None:
    book, row = stalled()
    commands = [sealed(table_at(book, row, seed), "south") for seed in range(40)]
    conceded = [command for command in commands if command.readings]
    assert 8 < len(conceded) < 32
    assert all(command.readings == {"1.1": "union"} and command.because["reading 1.1"] for command in conceded)


def test_a_side_for_which_it_is_worth_nothing_keeps_to_its_own_word() -> None:
    book, row = stalled()
    assert not any(sealed(table_at(book, row, seed), "north").readings for seed in range(40))


# ---- vetoes ----

IN_COUNCIL = draft(step(STILL_MILL), step(GRAIN), forum="council")


@pytest.mark.parametrize(
    ("worth", "does"), [(-40, ("refuse", (1,))), (-3, ("near", ())), (20, ("accept", ()))]
)  # fmt: skip
def test_a_permanent_member_vetoes_what_would_hurt_it_and_else_abstains(
    worth: int, does: tuple[str, tuple[int]]
) -> None:
    book = river(mind("hills", f'worth: clause = "grain"; worth = {worth}'))
    table = talked(talks(book, drafts=[IN_COUNCIL]), "hills")
    assert table.drafts[0].answers["hills"] == does[0]
    command = sealed(table, "hills")
    assert (command.vetoes, command.signs) == (does[1], ())
    assert ("draft 1" in command.because) == bool(does[1])
