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
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import KEPT, DutyState
from tabletop.rules.texts.terms import Term, act_of

from .line_orders import draft_of
from .lines import TurnPlayed, play_line


@dataclass(frozen=True, slots=True)
class Used:
    """What a line makes use of, each in the order in which it came up."""

    moves: dict[str, None] = field(default_factory=dict)
    clauses: dict[str, None] = field(default_factory=dict)
    provisions: dict[str, None] = field(default_factory=dict)
    """Those that an act met, or that an act or a step moved."""
    writable: dict[str, None] = field(default_factory=dict)
    """Clauses that no draft of the line has, and that would write one of its acts, or what it moved, into a text."""


def used_in(book: Rulebook, line: Line) -> Used:
    """Play a line and note what its own orders and its texts use."""
    used, doers, moved = Used(), set[tuple[str, str]](), set[str]()
    own = {order.act for turn in line.turn for order in turn.orders}
    drafts = [draft_of(book, written) for turn in line.turn for written in turn.drafts]
    used.clauses.update((step.term.clause, None) for draft in drafts for step in draft.steps)
    for played in play_line(book, line):
        carried = [act_of(term, book.names) for term in _taken(book, played)]
        for act in [*(book.by_key[key] for key in _sealed(played, own)), *filter(None, carried)]:
            used.moves[act.move] = None
            doers.add((act.role, act.move))
            found = check(book, played.talks, act).findings
            used.provisions.update(
                (f"{finding.instrument}.{finding.provision}", None) for finding in found if finding.provision
            )
        told = [event for event in played.events if event.act in own or event.cause.startswith("step:")]
        changed = [change.column for event in told for change in event.changes]
        moved.update(label for label in changed if label in book.names.provisions)
        used.provisions.update((label, None) for label in changed if label in moved)
    for term in book.terms:
        carrier = act_of(term, book.names)
        played_so = carrier is not None and (carrier.role, carrier.move) in doers
        if term.clause not in used.clauses and (played_so or moved & set(_changed(book.pack, term))):
            used.writable[term.clause] = None
    return used


def _taken(book: Rulebook, played: TurnPlayed) -> Iterator[Term]:
    """Terms of the steps that were done in a turn, or put to those whose yes they need."""
    steps = {event.cause.removeprefix("step:") for event in played.events if event.cause.startswith("step:")}
    for deal in deals(book.layout, played.row):
        for duty in deal.duties:
            if duty.key in steps and duty.state in (*KEPT, DutyState.ASKED):
                yield duty.term


def _changed(pack: Pack, term: Term) -> Iterator[str]:
    """Provisions that a term's own effects change."""
    for effect in pack.clause[term.clause].effects:
        yield str(term.choice if effect.provision == "choice" else effect.provision)


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
    yield "Clauses without brackets stand in a text that the line lays on the table, and moves that only a step of such a"
    yield "text carries out are listed with the others. Clauses in brackets stand in none: with them what the line orders, or"
    yield "the law that it moves, could be written into a text."
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
            _clauses(used),
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
    yield row("Dilemma", "Who", "Horn", "Acts and clauses", "Price")
    yield row(*["---"] * 5)
    for dilemma in sorted(pack.dilemma.values(), key=lambda one: in_order(one.code)):
        yield from _horns(pack, dilemma)


def _horns(pack: Pack, dilemma: Dilemma) -> Iterator[str]:
    who = ", ".join(one_line(pack.role[role].short) for role in dilemma.roles)
    for horn in dilemma.horns:
        yield row(
            f"**{dilemma.code} {one_line(dilemma.title)}**. {one_line(dilemma.says)}",
            who,
            one_line(horn.name),
            _codes(dict.fromkeys([*horn.acts, *horn.clauses])),
            one_line(horn.price),
        )


def _clauses(used: Used) -> str:
    """Clauses of the line's own texts, then in brackets those that could write it into one."""
    if not used.writable:
        return _codes(used.clauses)
    could = f"({_codes(used.writable)})"
    return f"{_codes(used.clauses)} {could}" if used.clauses else could


def _codes(words: Iterable[str]) -> str:
    return ", ".join(map(code, words))
