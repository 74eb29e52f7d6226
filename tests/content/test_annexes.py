"""Sealed annexes in the texts of the shipped pack: what stands in them can be done without telling anybody else."""

from __future__ import annotations

import pytest

from tabletop.pack.model import Pack
from tabletop.rules.agreements.lint import notes
from tabletop.rules.orders import Orders
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import seen_events

from .playing import SEED
from .signing import template

SCENARIOS = ("mar-a-lago-2017", "hanoi-2019")
ANNEXED = ("said-and-unsaid", "visit-and-pipeline")


def test_these_have_an_annex(korea: Pack) -> None:
    assert tuple(id_ for id_, text in korea.template.items() if any(step.annex for step in text.step)) == ANNEXED


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("id_", ANNEXED)
def test_no_step_in_an_annex_asks_for_a_yes_or_breaks_a_law(book: Rulebook, scenario: str, id_: str) -> None:
    draft = template(book, id_)
    told = [note for note in notes(book, book.opening(scenario), draft) if note.kind != "notes"]
    assert [note.says for note in told if note.step in draft.annexed] == []


@pytest.mark.parametrize("scenario", SCENARIOS)
@pytest.mark.parametrize("id_", ANNEXED)
def test_others_hear_of_the_open_steps_alone(book: Rulebook, scenario: str, id_: str) -> None:
    draft = template(book, id_)
    row, heard = book.opening(scenario), dict[str, list[str]]()
    orders = {role: Orders(signs=(draft,)) for role in draft.signers}
    for _ in range(5):
        outcome = resolve(book, row, orders, SEED)
        row, orders = outcome.row, {}
        for role in ("rok", *draft.signers):
            heard.setdefault(role, []).extend(event.cause for event in seen_events(book, outcome.events, role))
    secret = {f"step:1.{number}" for number in draft.annexed}
    assert secret & set(heard["rok"]) == set()
    assert all(secret <= set(heard[role]) for role in draft.signers)
