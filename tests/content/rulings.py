"""Rulings: tables of acts and what the referee must say of them, and the positions they are about."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path

from tabletop.rules.acts import Act
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook

TABLES = {"mar-a-lago-2017": "verdicts_2017.toml", "hanoi-2019": "verdicts_2019.toml"}
"""The scenario of each table."""


@dataclass(frozen=True)
class Ruling:
    scenario: str
    ruling: str
    role: str
    move: str
    level: str
    """A level, or `absent` where the role has no such act at all."""
    source: str
    target: str | None = None
    choice: str | None = None
    contested: bool = False
    given: dict[str, int | str] = field(default_factory=dict)
    findings: dict[str, str] = field(default_factory=dict)
    reasons: list[str] = field(default_factory=list)
    says: list[str] = field(default_factory=list)
    absent: list[str] = field(default_factory=list)
    keepers: list[str] = field(default_factory=list)

    @property
    def act(self) -> Act:
        return Act(self.role, self.move, self.target, self.choice)

    @property
    def id(self) -> str:
        year = self.scenario.rpartition("-")[2]
        return f"{year} {self.role}: " + re.sub(r"[^a-zA-Z0-9]+", "-", self.ruling).strip("-")


def table(scenario: str) -> list[Ruling]:
    """The rulings of one scenario."""
    rows = tomllib.loads(Path(__file__).with_name(TABLES[scenario]).read_text("utf-8"))["verdict"]
    return [Ruling(scenario, **row) for row in rows]


def position(book: Rulebook, given: dict[str, int | str], scenario: str = "mar-a-lago-2017") -> Row:
    """The opening of a scenario with some columns, provisions and packages changed."""
    row = book.opening(scenario)
    for label, value in given.items():
        if isinstance(value, int):
            row[book.schema.index[label]] = value
            continue
        package = book.pack.package.get(label)
        for provision in package.provisions if package else (label,):
            row[book.schema.index[provision]] = book.names.machine(provision).states.index(value)
    book.functions.derive(row)
    return row
