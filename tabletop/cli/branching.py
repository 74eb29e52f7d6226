"""Branching on the command line: a saved game left at one of its turns, to be played another way."""

from __future__ import annotations

from tabletop.plain.lines import harmless
from tabletop.record.branching import entry_of_turn
from tabletop.record.reading import read_record
from tabletop.record.shelf import command_word, free_name, rules_cache, saves_folder
from tabletop.shell.session import branch_off

from .entry import OK
from .shelf import record_named


def begin_branch(word: str, *, turn: int, roles: str) -> int:
    """A new record that shares a game's turns before this one."""
    path = record_named(word)
    entry = entry_of_turn(read_record(path), turn)
    people = [role.strip().casefold() for role in roles.split(",") if role.strip()]
    to = free_name(saves_folder(), f"{path.stem}-branch")
    session = branch_off(path, entry, to, rules_cache(), people)
    played = ", ".join(session.people) or "nobody; name a role with --as"
    print(harmless(f"{to.name} leaves {path.name} at turn {turn} (entry {entry}); played by {played}."))
    if session.people:
        print(f"Go on with it: tabletop resume {command_word(to)}")
    return OK
