"""The river with delegations that mind its texts: doctrines from a few lines each, and tables at which they talk."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.table.commands import Next, circulate
from tabletop.table.table import Table

from ..rules.agreements.river_texts import AGREEMENTS, HOMES, TEXT
from ..rules.small_pack import SCENARIO, book_of, opening, with_

MILL_FOR_GATE = """
[template.mill-for-gate]
name = "Mill for gate"
about = "The mill stands still and the gate stays open."
forum = "bank"
parties = ["north", "south"]
duration = 5
[[template.mill-for-gate.step]]
by = "south"
clause = "still-mill"
[[template.mill-for-gate.step]]
by = "north"
clause = "open-gate"
choice = "river.gate"
"""
GRAIN_TOO = """
[template.grain]
name = "Grain"
about = "Grain comes down for a gate."
forum = "bank"
parties = ["north", "south"]
duration = 5
[[template.grain.step]]
by = "south"
clause = "grain"
[[template.grain.step]]
by = "north"
clause = "open-gate"
choice = "river.gate"
"""


def mind(role: str, *lines: str, reserve: str = "0", rules: Iterable[str] = ()) -> str:
    """A doctrine called `<role>-mind`; each line is the inside of a table: `worth: clause = ...`, `tabling: ...`."""
    text = f'[doctrine.{role}-mind]\nrole = "{role}"\nname = "M"\nabout = "A mind."\nreserve = "{reserve}"\n'
    text += "" if rules else "rule = []\n"
    written = [*lines, *(f"rule: {rule}" for rule in rules)]
    for number, line in enumerate(written, start=1):
        kind, _, inside = line.partition(": ")
        text += f'[[doctrine.{role}-mind.{kind}]]\nbecause = "Line {number}."\n'
        text += "".join(f"{part}\n" for part in inside.split("; "))
    return text


def river(*texts: str, turnover: str | None = None) -> Rulebook:
    """The rules of the river with these doctrines and templates, and the track that tells of turnovers if there is one."""
    named, elected = (f'turnover = "{turnover}"\n', "elections = true\n") if turnover is not None else ("", "")
    return book_of(
        TEXT + "".join(texts), header=AGREEMENTS + named, turns=8,
        roles=HOMES.replace('ratifies = "assembly"\n', f'ratifies = "assembly"\n{elected}'),
        tracks='tension = 10\nwater = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60\n'
        '"standing[hills]" = 50',
    )  # fmt: skip


def row_of(book: Rulebook, **changed: int | str) -> Row:
    """The opening with some columns changed."""
    return with_(book, opening(book), changed)


def talks(book: Rulebook, seed: int = 1, drafts: Iterable[Draft] = (), **changed: int | str) -> Table:
    """A table in the talks of its first turn, with drafts that their authors circulated."""
    table = Table(book, SCENARIO, seed)
    table.row = row_of(book, **changed)
    table.send(Next())
    for draft in drafts:
        table.send(circulate(draft, draft.by))
    return table


def minds(*roles: str) -> dict[str, str]:
    """The doctrine of each of these roles."""
    return {role: f"{role}-mind" for role in roles}
