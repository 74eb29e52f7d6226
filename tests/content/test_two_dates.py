"""The same act at two dates: what was lawful in May 2017 may need consent in spring 2019, and a provision says why."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook

from .rulings import position

THEN, NOW = "mar-a-lago-2017", "hanoi-2019"


@dataclass(frozen=True)
class Pair:
    """An act, what the referee says of it at either date, and the provisions that make the difference."""

    act: str
    in_2017: str
    in_2019: str
    difference: list[str]
    source: str
    given: dict[str, int | str] = field(default_factory=dict)


PAIRS = [Pair(**row) for row in tomllib.loads(Path(__file__).with_name("two_dates.toml").read_text("utf-8"))["act"]]
each_act = pytest.mark.parametrize("pair", PAIRS, ids=lambda pair: pair.act)


@dataclass(frozen=True)
class Standing:
    """What is compared: the level, whether it is contested, and how each provision bears on the act."""

    words: str
    law: Mapping[str, str]


def standing(book: Rulebook, row: Row, pair: Pair) -> Standing:
    verdict = check(book, row, book.by_key[pair.act])
    law = {f"{one.instrument}.{one.provision}": one.kind for one in verdict.findings if one.provision}
    return Standing(verdict.level.word + (", contested" if verdict.contested else ""), law)


@each_act
def test_the_verdicts_of_two_dates_differ_as_the_table_says(pair: Pair, book: Rulebook) -> None:
    then, now = (standing(book, position(book, pair.given, scenario), pair) for scenario in (THEN, NOW))
    assert (then.words, now.words) == (pair.in_2017, pair.in_2019)
    assert then != now


@each_act
def test_the_provisions_it_names_make_the_whole_difference(pair: Pair, book: Rulebook) -> None:
    then, now = (position(book, pair.given, scenario) for scenario in (THEN, NOW))
    before: dict[str, int | str] = {label: book.state(then, label) for label in pair.difference}
    assert all(book.state(now, label) != state for label, state in before.items())
    undone = position(book, pair.given | before, NOW)
    assert standing(book, undone, pair) == standing(book, then, pair)


@each_act
def test_no_provision_is_named_in_vain(pair: Pair, book: Rulebook) -> None:
    then = position(book, pair.given, THEN)
    for label in pair.difference:
        others: dict[str, int | str] = {one: book.state(then, one) for one in pair.difference if one != label}
        alone = position(book, pair.given | others, NOW)
        assert standing(book, alone, pair) != standing(book, then, pair), label


def test_the_table_is_large_and_every_act_names_its_ground(book: Rulebook) -> None:
    assert len(PAIRS) >= 30
    assert len({pair.act for pair in PAIRS}) == len(PAIRS)
    assert all(pair.source and pair.difference for pair in PAIRS)
    assert {pair.act.partition("/")[0] for pair in PAIRS} == set(book.names.roles)


def test_many_of_them_differ_by_their_level_and_not_only_by_a_promise() -> None:
    assert sum(pair.in_2017 != pair.in_2019 for pair in PAIRS) >= 25
