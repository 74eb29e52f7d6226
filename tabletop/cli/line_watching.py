"""Line watching: a line of play of a pack, played and told with its commentary and its hallmarks."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tabletop.lab.lines import TurnPlayed, play_line, seats_of
from tabletop.pack.line_reading import code_of, in_order, line_names, load_line
from tabletop.pack.lines import Line
from tabletop.pack.shipped import find_pack, known_packs
from tabletop.pack.spelling import did_you_mean
from tabletop.plain.lines import Lines
from tabletop.plain.story import Reasons
from tabletop.record.format import Entry, RecordError
from tabletop.record.header import header_of
from tabletop.record.shelf import free_name, saves_folder
from tabletop.record.writing import Writer, create
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.starting import Unknown, open_rulebook

from .entry import BAD, INTERRUPTED, OK, UNUSABLE
from .output import page
from .telling import TurnTold, json_end, json_line, json_turn, story_end, story_turn
from .watching import wait

HELD = {True: "Held", False: "Not held"}


@dataclass
class _Kept:
    """Where a line is written down while it is told."""

    writer: Writer
    unsaved: str | None = None
    missed: int = field(default=0)
    """Hallmarks that did not hold."""

    def keep(self, entry: Entry) -> None:
        """Write an entry; what the disk refuses waits."""
        try:
            self.writer.append(entry)
            self.unsaved = None
        except RecordError as error:
            self.unsaved = str(error)


def watch_line(
    word: str, scenario: str | None, *, denied: bool, pack: str | None, record: str | None, as_json: bool, step: bool
) -> int:
    """Play a line and tell it; exit code 1 says that a hallmark did not hold."""
    folder, name = _found(word, pack)
    book = open_rulebook(folder)
    line = load_line(folder, book.names, name)
    if scenario is not None and scenario != line.scenario:
        raise Unknown(f"The line {line.code} is played in {line.scenario}, not in {scenario}. Leave the scenario out.")
    if denied and line.denied is None:
        raise Unknown(
            f"The line {line.code} asks for nobody's yes, so nothing in it can be denied. Leave out --denied."
        )
    stem = f"{line.code}-{'denied' if denied else 'line'}"
    path = Path(record).expanduser() if record is not None else free_name(saves_folder(), stem)
    kept = _Kept(create(path, header_of(book, line.scenario, line.seed, seats_of(book, line))))
    out = Lines(sys.stdin, sys.stdout) if as_json else page()
    try:
        for text in _told(book, line, kept, denied=denied, as_json=as_json, step=step):
            out.say(text)
    except KeyboardInterrupt:
        print(f"Stopped. What was played is in {path}.", file=sys.stderr)
        return INTERRUPTED
    if kept.unsaved:
        print(kept.unsaved, file=sys.stderr)
        return UNUSABLE
    print(f"The record is {path}.", file=sys.stderr)
    return BAD if kept.missed else OK


def _found(word: str, pack: str | None) -> tuple[Path, str]:
    """The pack's folder and the name of the line that a word means: its code or its whole name."""
    known: dict[str, Path] = {}
    for folder in [find_pack(pack)] if pack else known_packs():
        for name in line_names(folder):
            known.setdefault(name, folder)
    wanted = word.strip().casefold()
    for name, folder in known.items():
        if wanted in (name.casefold(), code_of(name).casefold()):
            return folder, name
    codes = sorted({code_of(name) for name in known}, key=in_order)
    listed = f"There are: {', '.join(codes)}." if codes else "No known pack has one."
    raise Unknown(f"There is no line {word!r}. {did_you_mean(word, [*codes, *known]) or listed}")


def _told(book: Rulebook, line: Line, kept: _Kept, *, denied: bool, as_json: bool, step: bool) -> Iterator[str]:
    reasons = Reasons()
    yield from _json_head(book, line, denied=denied) if as_json else _story_head(book, line, denied=denied)
    last: TurnTold | None = None
    for played in play_line(book, line, denied=denied):
        if last is not None and step:
            wait(aloud=not as_json)
        for entry in played.entries:
            kept.keep(entry)
        kept.missed += sum(not mark.held for mark in played.marks)
        last = TurnTold(book, line.scenario, played.turn, played.entries, played.row, played.over)
        if as_json:
            yield from json_turn(last)
            yield from _json_remarks(played)
        else:
            yield from story_turn(last, reasons, played.says)
            yield from _remarks(played)
    if last is not None:
        yield from json_end(last) if as_json else story_end(last)


def _story_head(book: Rulebook, line: Line, *, denied: bool) -> Iterator[str]:
    yield f"{line.code}. {line.title}. {line.idea}"
    yield f"It should bring: {line.brings}"
    yield f"What undermines it: {line.undermined}"
    yield f"Found in: {'; '.join(book.pack.source[key].title for key in line.source)}"
    others = "do nothing" if line.others == "idle" else "follow their doctrines"
    yield f"{book.pack.scenario[line.scenario].title}, seed {line.seed}. Roles without orders {others}."
    if denied and line.denied is not None:
        yield f"Here it is denied: {line.denied.says}"


def _remarks(played: TurnPlayed) -> Iterator[str]:
    """What a refusal has made impossible, and the hallmarks of the turn."""
    yield from (f"No longer possible: {sentence}" for sentence in played.left_out)
    yield from (f"{HELD[mark.held]}: {mark.hallmark.says}" for mark in played.marks)


def _json_head(book: Rulebook, line: Line, *, denied: bool) -> Iterator[str]:
    pack = {"id": book.pack.header.id, "digest": book.pack.digest}
    yield json_line(
        "line", code=line.code, title=line.title, scenario=line.scenario, seed=line.seed, source=line.source,
        pack=pack, denied=denied,
    )  # fmt: skip


def _json_remarks(played: TurnPlayed) -> Iterator[str]:
    if played.says:
        yield json_line("commentary", turn=played.turn, says=played.says)
    yield from (json_line("left-out", turn=played.turn, says=sentence) for sentence in played.left_out)
    for mark in played.marks:
        yield json_line("hallmark", turn=mark.hallmark.turn, says=mark.hallmark.says, held=mark.held)
