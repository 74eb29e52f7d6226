"""What the Korea pack promises its players: sources, briefs, and something to do for everybody every turn."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

import pytest

from tabletop.actors.delegation import choose
from tabletop.pack.model import Pack
from tabletop.rules.dispatch import dispatch
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import score
from tabletop.rules.verdict import Level
from tabletop.rules.views import view

LIST_CELLS = 34
"""What a name may take in a list on an eighty-column terminal."""
WORDS = {"statement-support", "statement-condemn"}
"""Moves that cost nothing and do little; they do not count as something to do."""
MIXES: dict[str, tuple[dict[str, str], ...]] = {
    "mar-a-lago-2017": (
        {},
        {"us": "strategic-patience", "rok": "alliance-first"},
        {"us": "coercive-mix", "dprk": "economy-first", "prc": "stability-first", "japan": "quiet-funder"},
        {"us": "step-by-step", "dprk": "peace-first", "russia": "guarantor"},
        {"us": "step-by-step", "dprk": "economy-first", "japan": "quiet-funder", "russia": "guarantor"},
        {"us": "big-deal", "prc": "lean-on-the-north", "rok": "alliance-first"},
        {"us": "big-deal", "dprk": "peace-first", "prc": "stability-first"},
        {"dprk": "economy-first", "prc": "lean-on-the-north", "japan": "quiet-funder"},
    ),
    "hanoi-2019": (
        {},
        {"us": "step-by-step", "prc": "even-handed"},
        {"us": "maximum-pressure", "dprk": "deterrent-first", "rok": "alliance-first"},
        {"us": "coercive-mix", "dprk": "economy-first", "japan": "quiet-funder", "russia": "guarantor"},
        {"us": "strategic-patience", "prc": "lean-on-the-north"},
        {"us": "step-by-step", "dprk": "peace-first", "russia": "guarantor"},
    ),
}
"""What each table changes of a scenario's historical mix."""
OF_THE_TIME = {
    "mar-a-lago-2017": {doctrine for mix in MIXES["mar-a-lago-2017"] for doctrine in mix.values()},
    "hanoi-2019": {"deadline"},
}
"""Doctrines written for a scenario's time: most of their rules must come into play there."""


@dataclass
class Sample:
    """What a few games showed."""

    usable: set[str] = field(default_factory=set)
    """Moves somebody could make in the first six turns."""
    to_do: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    """For each role and turn, how many permitted moves would have changed something."""
    totals: dict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    fired: set[str] = field(default_factory=set)


@pytest.fixture(scope="module", params=MIXES)
def scenario(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def sample(book: Rulebook, scenario: str) -> Sample:
    """Two games with each mix of a scenario."""
    found = Sample()
    for seed in (1, 2):
        for mix in MIXES[scenario]:
            _play(book, scenario, seed, dict(book.pack.scenario[scenario].doctrines) | mix, found)
    return found


def _play(book: Rulebook, scenario: str, seed: int, doctrines: dict[str, str], found: Sample) -> None:
    row = book.opening(scenario)
    while not book.over(row):
        row = dispatch(book, row, scenario, seed).row
        orders = {}
        for role in book.names.roles:
            if row[book.schema.index["turn"]] <= 6:
                found.usable |= {act.move for act in book.by_role[role] if book.open_now(row, act)}
            found.to_do[role].append(len(_useful(book, row, role)))
            choice = choose(book, doctrines[role], view(book, row, role), seed)
            found.fired |= {f"{doctrines[role]} {reason.partition(':')[0]}" for reason in choice.because.values()}
            orders[role] = choice.orders
        row = resolve(book, row, orders, seed).row
    for role in book.names.roles:
        found.totals[role].append(score(book, row, scenario, role).total)


def _useful(book: Rulebook, row: Row, role: str) -> set[str]:
    """Moves, besides mere words, that are permitted and affordable and would change something."""
    useful = set()
    for act, level in book.options(row, role):
        if level == Level.PERMITTED and book.open_now(row, act) and act.move not in WORDS:
            after = row[:]
            book.functions.effects[book.place[act]](after)
            if after != row:
                useful.add(act.move)
    return useful


# ---- sources and briefs ----


def test_every_move_names_a_source_that_exists(korea: Pack) -> None:
    for id_, move in korea.move.items():
        assert move.source, id_
        assert set(move.source) <= set(korea.source), id_


def test_every_provision_has_a_citation_and_a_source(korea: Pack) -> None:
    for instrument_id, instrument in korea.instrument.items():
        for id_, provision in instrument.provision.items():
            assert provision.cite.strip(), f"{instrument_id}.{id_}"
            assert provision.source, f"{instrument_id}.{id_}"
            assert set(provision.source) <= set(korea.source), f"{instrument_id}.{id_}"


def test_every_role_has_a_public_and_a_confidential_brief(korea: Pack, scenario: str) -> None:
    for role in korea.role:
        for key in (role, f"{scenario}/{role}"):
            brief = korea.brief[key]
            assert len(brief.public) > 200, key
            assert len(brief.confidential) > 200, key


def test_every_role_has_three_public_aims_and_a_private_one(korea: Pack) -> None:
    for role in korea.role:
        own = [aim for aim in korea.aim.values() if aim.role == role]
        assert sum(aim.public for aim in own) == 3, role
        assert sum(not aim.public for aim in own) >= 1, role


# ---- what a list on a small screen can hold ----


def test_names_of_moves_fit_a_narrow_list(korea: Pack) -> None:
    assert [move.name for move in korea.move.values() if len(move.name) > LIST_CELLS] == []


def test_titles_of_provisions_are_all_different(korea: Pack) -> None:
    titles = [
        provision.title for instrument in korea.instrument.values() for provision in instrument.provision.values()
    ]
    assert len(set(titles)) == len(titles)


# ---- something to do ----


def test_at_least_fifty_five_moves_are_usable_in_the_first_six_turns(sample: Sample) -> None:
    assert len(sample.usable) >= 55


def test_every_role_has_two_useful_permitted_moves_every_turn(sample: Sample) -> None:
    assert {role: min(counts) for role, counts in sample.to_do.items() if min(counts) < 2} == {}


def test_every_role_can_do_better_than_par(sample: Sample, korea: Pack, scenario: str) -> None:
    par = korea.scenario[scenario].par
    assert [role for role, totals in sample.totals.items() if max(totals) <= par[role]] == []


def test_par_is_not_given_away(sample: Sample, korea: Pack, scenario: str) -> None:
    par = korea.scenario[scenario].par
    assert [role for role, totals in sample.totals.items() if min(totals) >= par[role]] == []


def test_most_rules_of_a_scenarios_doctrines_come_into_play(sample: Sample, korea: Pack, scenario: str) -> None:
    for id_ in OF_THE_TIME[scenario]:
        rules = len(korea.doctrine[id_].rule)
        fired = sum(f"{id_} rule {number}" in sample.fired for number in range(1, rules + 1))
        assert fired * 2 > rules, id_
