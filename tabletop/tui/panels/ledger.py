"""The ledger: what happened in a turn, step by step, with every change under its cause."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.shell.ledger import LedgerLine, LedgerPart
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

LEVELS = {level.word: MARKS[level] for level in Level}


def ledger_rows(parts: Sequence[LedgerPart], prefix: str = "", sought: str = "") -> tuple[Row, ...]:
    """Rows of one turn's ledger; the prefix keeps ids of several turns apart."""
    wanted = sought.strip().lower()
    rows: list[Row] = []
    for part in parts:
        kept = [
            (number, line)
            for number, line in enumerate(part.lines)
            if not wanted or wanted in f"{line.says} {' '.join(line.changes)}".lower()
        ]
        if kept:
            rows.append(Row(((part.title, "head"),)))
            rows += [_row(line, f"{prefix}{line.step}/{number}") for number, line in kept]
    return tuple(rows)


def line_at(parts: Sequence[LedgerPart], id_: str) -> LedgerLine | None:
    """The ledger line a row stands for."""
    step, _, number = id_.rpartition("/")
    for part in parts:
        if part.lines and part.lines[0].step == step and number.isdigit() and int(number) < len(part.lines):
            return part.lines[int(number)]
    return None


def ledger_page(book: Rulebook, line: LedgerLine) -> Iterator[Par]:
    """One entry of the ledger, explained."""
    event = line.event
    if event.level in LEVELS:
        mark = LEVELS[event.level]
        yield Par(((f"{mark.sign} {mark.word.upper()}", mark.tint), (" · ", "quiet"), (line.says, "strong")))
    else:
        yield par(line.says, "strong")
    for cite in event.cites:
        yield par(cite, "breach", hang=10, mark="breaches")
    for number, change in enumerate(line.changes):
        yield par(change, hang=10, mark="changed" if number == 0 else "")
    kind, _, name = event.cause.partition(":")
    yield par(cause_words(book, kind, name), "quiet", hang=10, mark="cause")


def cause_words(book: Rulebook, kind: str, name: str) -> str:
    """What made an event happen: `the move Humanitarian aid`."""
    pack = book.pack
    titles = {
        "move": ("the move", {id_: move.name for id_, move in pack.move.items()}),
        "ask": ("a request", {id_: move.name for id_, move in pack.move.items()}),
        "drift": ("the standing rule", {id_: drift.name for id_, drift in pack.drift.items()}),
        "event": ("the event", {id_: event.name for id_, event in pack.event.items()}),
        "provision": ("the text", {label: provision.title for label, provision in book.names.provisions.items()}),
        "dilemma": ("the dilemma", {id_: dilemma.title for id_, dilemma in pack.dilemma.items()}),
        "ending": ("the ending", {id_: ending.name for id_, ending in pack.ending.items()}),
        "forum": ("talks in", {id_: forum.name for id_, forum in pack.forum.items()}),
    }
    if kind in titles:
        word, known = titles[kind]
        return f"{word} {known.get(name, name.replace('-', ' '))}"
    plain = {
        "calendar": "the calendar",
        "expected": "a date in the calendar",
        "clock": "the clock",
        "rumour": "a rumour of what may come",
        "derived": "worked out anew",
        "text": f"signed text {name}",
        "step": f"step {name.partition('.')[2]} of signed text {name.partition('.')[0]}",
    }
    return plain.get(kind, f"{kind} {name}".strip().replace("-", " "))


def _row(line: LedgerLine, id_: str) -> Row:
    mark = LEVELS.get(line.event.level or "")
    sign = ((f"{mark.sign} ", mark.tint),) if mark is not None else ()
    more = (Par(((" · ".join(line.changes), "quiet"),), hang=2),) if line.changes else ()
    return Row((*sign, (line.says, "")), id_, more=more, wrap=True)
