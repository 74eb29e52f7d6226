"""Every line of play of the shipped pack is played, and what it must bring about comes about."""

from __future__ import annotations

import pytest

from tabletop.lab.line_marks import holds
from tabletop.lab.lines import play_line
from tabletop.pack.line_reading import code_of, line_names, load_lines
from tabletop.pack.lines import Line
from tabletop.pack.shipped import shipped_packs
from tabletop.rules.rulebook import Rulebook

KOREA = shipped_packs()["korea"]
NAMES = line_names(KOREA)
STRATEGIES = [f"S{number}" for number in range(1, 41)]


@pytest.fixture(scope="module")
def lines(book: Rulebook) -> dict[str, Line]:
    return load_lines(KOREA, book.names)


def denied_lines() -> list[str]:
    return [name for name in NAMES if "\n[denied]\n" in (KOREA / "lines" / f"{name}.toml").read_text(encoding="utf-8")]


def missed(book: Rulebook, line: Line, *, denied: bool = False) -> list[str]:
    """The hallmarks that did not hold, as sentences."""
    return [
        f"turn {mark.hallmark.turn}: {mark.hallmark.says}"
        for turn in play_line(book, line, denied=denied)
        for mark in turn.marks
        if not mark.held
    ]


def test_every_strategy_has_a_line() -> None:
    assert [code_of(name) for name in NAMES] == STRATEGIES


def test_every_line_names_the_article_it_comes_from(lines: dict[str, Line]) -> None:
    articles = {"seed-haggard", "seed-abb"}
    assert [name for name, line in lines.items() if not articles & set(line.source)] == []


@pytest.mark.parametrize("name", NAMES)
def test_the_hallmarks_hold(book: Rulebook, lines: dict[str, Line], name: str) -> None:
    assert missed(book, lines[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_the_hallmarks_are_not_what_held_before(book: Rulebook, lines: dict[str, Line], name: str) -> None:
    """A line in which nobody does anything brings about less."""
    line = lines[name]
    idle = tuple(
        turn.model_copy(update={"orders": (), "answers": (), "drafts": (), "duties": (), "responses": ()})
        for turn in line.turn
    )
    assert missed(book, line.model_copy(update={"turn": idle})) != []


@pytest.mark.parametrize("name", denied_lines())
def test_without_the_consent_it_fails(book: Rulebook, lines: dict[str, Line], name: str) -> None:
    line = lines[name]
    assert missed(book, line, denied=True) == []
    rows = {turn.turn: (turn.row, turn.events) for turn in play_line(book, line, denied=True)}
    assert not all(mark.turn in rows and holds(book, mark, *rows[mark.turn]) for mark in line.hallmark)
