"""What a clause needs is told to its owner before the step is late, also where nobody else may know of it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.pack.load import read_pack
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.falling_due import due_now
from tabletop.shell.starting import new_game
from tabletop.shell.text_choices import conducts
from tabletop.shell.text_editing import begun_from, changed_step
from tabletop.shell.text_home import home_lines

from ..tui.bargain import BARGAINING
from ..tui.river import SCENARIO

WHY = "Its own people must stand behind it."


def owed(folder, clause, choice=None, *, when):
    """What the north can do about a step that is due, under a clause that needs something."""
    need = f'[clause.{clause}]\nneeds = [{{ when = "{when}", why = "{WHY}" }}]'
    clauses = BARGAINING["clauses.toml"].replace(f"[clause.{clause}]", need)
    book = Rulebook(read_pack({**BARGAINING, "clauses.toml": clauses}, "river"))
    game = new_game(book, SCENARIO, ["north", "south", "hills"], folder=folder, seed=7)
    text = begun_from(book, "water-for-grain", "north")
    key = f"north/{clause}" + (f":{choice}" if choice else "")
    text = changed_step(text, 1, replace(text.steps[0], term=book.term_by_key[key]))
    game.circulate("north", text)
    for role in book.names.actors:
        game.seal(role, Orders(signs=(text,) if role in text.signers else ()))
    game.open()
    game.next()
    view = game.view("north")
    (due,) = due_now(book, view)
    return {choice.id: choice for choice in conducts(book, view, due.deal, due.duty)}


@pytest.mark.parametrize(("when", "told"), [("standing[actor] > 90", True), ("standing[actor] >= 0", False)])
def test_what_is_missing_is_told_with_the_step_that_is_due(tmp_path, when, told):
    found = owed(tmp_path, "gauges", when=when)
    assert (f"As things stand it will be late: {WHY}" in found["do"].says) is told
    assert found["feign"].why_not == ""


def test_what_a_clause_needs_is_no_law_that_could_be_broken(tmp_path):
    found = owed(tmp_path, "sluice", "upper", when="standing[actor] > 90")
    assert WHY in found["do"].says
    assert found["anyway"].why_not == f"It is not possible: {WHY}"


@pytest.mark.parametrize(("need", "told"), [("standing[actor] > 90", True), ("tension > 99", False)])
def test_what_its_owner_alone_can_see_to_be_missing_is_told_to_it_while_it_writes(tmp_path, need, told):
    clauses = BARGAINING["clauses.toml"].replace(
        "[clause.gauges]", f'[clause.gauges]\nneeds = [{{ when = "{need}", why = "{WHY}" }}]'
    )
    book = Rulebook(read_pack({**BARGAINING, "clauses.toml": clauses}, "river"))
    game = new_game(book, SCENARIO, ["north", "south", "hills"], folder=tmp_path, seed=7)
    text = begun_from(book, "water-for-grain", "north")
    text = changed_step(text, 1, replace(text.steps[0], term=book.term_by_key["north/gauges"]))
    says = f"You could not do step 1 today, and you alone can see why: {WHY}"
    assert (says in home_lines(book, game.view("north"), text)) is told
    assert says not in home_lines(book, game.view("south"), text)
