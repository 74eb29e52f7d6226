"""Choosing a scenario and a role: rows and pages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from tabletop.pack.scenarios import Scenario
from tabletop.rules.rulebook import Rulebook
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

from .brief import aims_page


def teaching_first(books: Iterable[Rulebook]) -> tuple[Rulebook, ...]:
    """Packs with lessons before the others: newcomers look at the top of a list."""
    return tuple(sorted(books, key=lambda book: not any(one.lesson for one in book.pack.scenario.values())))


def scenario_rows(books: Sequence[Rulebook]) -> tuple[Row, ...]:
    """Every scenario of every pack."""
    rows: list[Row] = []
    for book in books:
        rows.append(Row(((book.pack.header.title, "head"),)))
        for id_, scenario in book.pack.scenario.items():
            right = "tutorial" if scenario.lesson else f"{scenario.turns} turns"
            rows.append(Row(((scenario.title, ""),), f"{book.pack.header.id}/{id_}", ((right, "quiet"),)))
    return tuple(rows)


def scenario_page(book: Rulebook, scenario: Scenario) -> Iterator[Par]:
    """A scenario with its learning goals."""
    yield par(scenario.title, "strong")
    yield par(f"{scenario.turns} turns, from {scenario.turn_names[0]} to {scenario.turn_names[-1]}", "quiet")
    yield GAP
    yield par(scenario.about)
    yield GAP
    yield par("What can be learned here", "head")
    for goal in scenario.goals:
        yield par(goal, hang=2, mark="·", mark_tint="key")
    yield GAP
    yield par(book.pack.header.about, "quiet")


def role_rows(book: Rulebook, scenario: Scenario, marked: Collection[str]) -> tuple[Row, ...]:
    """The roles and desks, with who plays each."""
    rows = [Row((("Who do you play?", "head"),))]
    for id_, role in book.pack.actors.items():
        doctrine = book.pack.doctrine.get(scenario.doctrines.get(id_, ""))
        here = id_ in marked
        right = ("a person", "note") if here else (doctrine.name if doctrine else "", "quiet")
        rows.append(Row(((f"{'●' if here else '○'} ", "key"), (role.short, "strong")), id_, (right,)))
    return tuple(rows)


def role_page(book: Rulebook, scenario: Scenario, id_: str, marked: Collection[str]) -> Iterator[Par]:
    """A role before it is chosen: nothing confidential."""
    role = book.pack.actors[id_]
    yield par(role.name, "strong")
    yield GAP
    yield par(role.dilemma)
    yield GAP
    yield par(role.powers, hang=9, mark="powers")
    for hat in role.hats.values():
        yield par(f"{hat.name}. {hat.about}", "quiet", hang=9, mark="hat")
    doctrine = book.pack.doctrine.get(scenario.doctrines.get(id_, ""))
    if doctrine is not None:
        yield par(f"{doctrine.name}. {doctrine.about}", "quiet", hang=9, mark="as AI")
    yield GAP
    public = [
        par_
        for par_, aim in zip(
            tuple(aims_page(book, id_))[1:], (aim for aim in book.pack.aim.values() if aim.role == id_), strict=True
        )
        if aim.public
    ]
    if public:
        yield par("Public aims", "head")
        yield from public
        yield GAP
    if len(marked) > 1:
        names = ", ".join(book.pack.actors[other].short for other in marked)
        yield par(f"{names} share this keyboard; a hand-over screen stands between them.", "note")
    else:
        yield par("Enter plays this role. Space marks it, so that several people can share this keyboard.", "quiet")
