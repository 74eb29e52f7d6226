"""docs/coverage.md is what the command prints today, and nothing in it is empty."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.lab.coverage import coverage_page
from tabletop.pack.line_reading import load_lines
from tabletop.pack.shipped import shipped_packs
from tabletop.rules.rulebook import Rulebook

PAGE = Path(__file__).parent.parent.parent / "docs" / "coverage.md"


@pytest.fixture(scope="module")
def page() -> str:
    return PAGE.read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def rows(page: str) -> list[list[str]]:
    """The cells of every row below a table's head."""
    lines = [line.removeprefix("|").removesuffix("|") for line in page.splitlines() if line[:1] == "|"]
    found = [[cell.strip() for cell in line.split(" | ")] for line in lines]
    return [row for row in found if set(row) != {"---"} and row[0] not in ("Idea", "Dilemma")]


def test_the_page_is_up_to_date(book: Rulebook, page: str) -> None:
    assert page == coverage_page(book, load_lines(shipped_packs()["korea"], book.names))


def test_no_cell_is_empty(rows: list[list[str]]) -> None:
    assert [row[0] for row in rows if not all(row)] == []
    assert {len(row) for row in rows if row[0].startswith("**S")} == {7}
    assert {len(row) for row in rows if row[0].startswith("**D")} == {5}


def test_every_move_that_can_be_made_and_every_clause_stands_in_a_line(book: Rulebook, rows: list[list[str]]) -> None:
    """Three moves can never be made: they are there to be asked about."""
    strategies = [row for row in rows if row[0].startswith("**S")]
    moves = {word for row in strategies for word in row[2].replace("`", "").split(", ")}
    written = {word for row in strategies for word in row[3].partition("(")[0].replace("`", "").strip().split(", ")}
    never = {"lift-un-measure-bilaterally", "two-korea-peace-treaty", "us-dprk-peace-treaty"}
    assert set(book.pack.move) - moves == never
    assert set(book.pack.clause) <= written


def test_clauses_in_no_text_of_a_line_stand_in_brackets(rows: list[list[str]]) -> None:
    (patrons,) = [row for row in rows if row[0].startswith("**S10 ")]
    (signed,) = [row for row in rows if row[0].startswith("**S7 ")]
    assert patrons[3].startswith("`enforce`")
    assert not signed[3].startswith("(")
    assert [row for row in rows if row[0].startswith("**S4 ") and row[3].startswith("(")] != []


def test_every_strategy_and_every_horn_has_its_row(rows: list[list[str]]) -> None:
    codes = [row[0].lstrip("*").split()[0] for row in rows]
    strategies = [f"S{number}" for number in range(1, 41)]
    horns = [f"D{number}" for number in range(1, 13) for _ in range(2)]
    assert codes == strategies + horns
