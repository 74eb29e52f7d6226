"""Opening a game: a new one, a saved one, one that leaves another, one to watch; what stands in the way comes back as
a sentence.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from tabletop.pack.faults import PackError
from tabletop.record.branching import branch, entry_of_turn
from tabletop.record.fitting import fitted
from tabletop.record.format import RecordError
from tabletop.record.reading import read_record
from tabletop.record.replaying import rulebook_of
from tabletop.record.shelf import free_name, rules_cache
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.not_now import TOGETHER
from tabletop.shell.session import Session, branch_off, resume
from tabletop.shell.starting import new_game
from tabletop.shell.watching import Reel

if TYPE_CHECKING:
    from .screens.replay import ReplayScreen


def begun(
    book: Rulebook, scenario: str, people: Iterable[str], folder: Path, *, dice: bool
) -> tuple[Session | None, str]:
    """A new game, saved from its first entry, or why it cannot be kept."""
    try:
        return new_game(book, scenario, people, folder=folder, dice=dice), ""
    except RecordError as error:
        return None, str(error)


def opened(path: Path) -> tuple[Session | None, str]:
    """A saved game to go on with, and a sentence about it if there is one."""
    try:
        session, notice = resume(path, rules_cache())
    except (RecordError, PackError) as error:
        return None, str(error)
    return session, notice or ""


def copied(session: Session, stem: str) -> str:
    """A copy of a game beside its record; gives back what to say about it."""
    if session.writer is None:
        return "This game is not kept, so there is nothing to copy."
    path = session.writer.path
    copy = path.with_name(f"{stem}.jsonl")
    try:
        branch(read_record(path), path, len(session.entries), copy)
    except RecordError as error:
        return str(error)
    return f"A copy is kept as {copy.name}; this game goes on as {path.name}."


def branched(path: Path, turn: int, people: Iterable[str], folder: Path) -> tuple[Session | None, str]:
    """A new game that leaves a record at a turn, with people in these seats, and a sentence about it."""
    to = free_name(folder, f"{path.stem}-branch")
    try:
        session = branch_off(path, entry_of_turn(read_record(path), turn), to, rules_cache(), people)
    except (RecordError, PackError) as error:
        return None, str(error)
    return session, f"This game leaves {path.name} at turn {turn} and is kept as {to.name}."


def watched(path: Path, *, all_eyes: bool) -> tuple[ReplayScreen | None, str]:
    """A record to watch. Unless all eyes are allowed, only the player's own."""
    try:
        found = read_record(path)
        book = rulebook_of(found.header, rules_cache())
        record = fitted(found, book)
    except (RecordError, PackError) as error:
        return None, str(error)
    people = record.header.people
    all_eyes = all_eyes or not people
    if not all_eyes and len(people) > 1:
        return None, TOGETHER
    from .screens.replay import ReplayScreen  # noqa: PLC0415 - the replay itself opens games

    reel = Reel(book, record, people[0] if people else book.names.roles[0], everything=all_eyes)
    return ReplayScreen(reel, path), record.notice or ""
