"""Coverage: which line plays which idea, with what moves, clauses and law, and which acts take which horn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from tabletop.pack.dilemmas import Dilemma
from tabletop.pack.line_reading import file_of, in_order
from tabletop.pack.lines import Line
from tabletop.pack.markdown import code, one_line, row
from tabletop.pack.model import Pack
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook

from .line_orders import draft_of
from .lines import TurnPlayed, play_line

NONE = "none"


@dataclass(frozen=True, slots=True)
class Used:
    """What a line makes use of, each in the order in which it came up."""

    moves: dict[str, None] = field(default_factory=dict)
    clauses: dict[str, None] = field(default_factory=dict)
    provisions: dict[str, None] = field(default_factory=dict)
    """Those that an act met, or that an act or a step moved."""


def used_in(book: Rulebook, line: Line) -> Used:
    """Play a line and note what its own orders use."""
    used = Used()
    own = {order.act for turn in line.turn for order in turn.orders}
    drafts = [draft_of(book, written) for turn in line.turn for written in turn.drafts]
    used.clauses.update((step.term.clause, None) for draft in drafts for step in draft.steps)
    for played in play_line(book, line):
        for key in _sealed(played, own):
            act = book.by_key[key]
            used.moves[act.move] = None
            found = check(book, played.talks, act).findings
            used.provisions.update(
                (f"{finding.instrument}.{finding.provision}", None) for finding in found if finding.provision
            )
        told = [event for event in played.events if event.act in own or event.cause.startswith("step:")]
        changed = [change.column for event in told for change in event.changes]
        used.provisions.update((label, None) for label in changed if label in book.names.provisions)
    return used


def coverage_page(book: Rulebook, lines: Mapping[str, Line]) -> str:
    """The whole page, ending in a newline."""
    return "\n".join([*_opening(book.pack), *_strategies(book, lines), *_dilemmas(book.pack)]) + "\n"


def _sealed(played: TurnPlayed, own: set[str]) -> Iterator[str]:
    for sealed in played.seals:
        yield from (act.act for act in sealed.acts if act.act in own)


def _opening(pack: Pack) -> Iterator[str]:
    yield f"# What is covered: {one_line(pack.header.title)}"
    yield ""
    yield "Each idea is a line of play: orders, turn by turn, that play it at the table. A test plays every line and"
    yield "asserts its hallmarks. See one with `tabletop watch --line S13`, and what becomes of it when a consent that it"
    yield "needs is refused with `tabletop watch --line S13 --denied`."
    yield ""
    yield f"This page is made by `tabletop pack coverage {pack.header.id} --out docs/coverage.md`."
    yield ""


def _strategies(book: Rulebook, lines: Mapping[str, Line]) -> Iterator[str]:
    yield "## Strategies"
    yield ""
    yield row("Idea", "Line", "Moves", "Clauses", "Provisions", "Scenario", "Hallmarks")
    yield row(*["---"] * 7)
    for name in sorted(lines, key=in_order):
        line = lines[name]
        used = used_in(book, line)
        sources = "; ".join(one_line(book.pack.source[key].title) for key in line.source)
        yield row(
            f"**{line.code} {one_line(line.title)}**. {one_line(line.idea)} ({sources})",
            code(file_of(name)),
            _codes(used.moves),
            _codes(used.clauses),
            _codes(used.provisions),
            code(line.scenario),
            _hallmarks(line),
        )
    yield ""


def _hallmarks(line: Line) -> str:
    marks = [f"Turn {mark.turn}: {one_line(mark.says)}" for mark in line.hallmark]
    if line.denied is not None:
        marks += [f"Denied, turn {mark.turn}: {one_line(mark.says)}" for mark in line.denied.hallmark]
    return " ".join(marks)


def _dilemmas(pack: Pack) -> Iterator[str]:
    yield "## Dilemmas"
    yield ""
    yield row("Dilemma", "Who", "Horn", "Moves", "Clauses", "Price")
    yield row(*["---"] * 6)
    for dilemma in sorted(pack.dilemma.values(), key=lambda one: in_order(one.code)):
        yield from _horns(pack, dilemma)


def _horns(pack: Pack, dilemma: Dilemma) -> Iterator[str]:
    who = ", ".join(one_line(pack.role[role].short) for role in dilemma.roles)
    for horn in dilemma.horns:
        yield row(
            f"**{dilemma.code} {one_line(dilemma.title)}**. {one_line(dilemma.says)}",
            who,
            one_line(horn.name),
            _codes(dict.fromkeys(horn.acts)),
            _codes(horn.clauses),
            one_line(horn.price),
        )


def _codes(words: Iterable[str]) -> str:
    return ", ".join(map(code, words)) or NONE
