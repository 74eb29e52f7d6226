"""Playing: begin a game, or go on with one, on the screen or in lines."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterable

from tabletop.pack.shipped import find_pack
from tabletop.record.format import RecordError
from tabletop.record.shelf import rules_cache, saves_folder
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import Session, resume
from tabletop.shell.starting import Unknown, new_game, rulebook_for

from .entry import INTERRUPTED
from .output import desk
from .screen import open_game, require_screen
from .shelf import last_record, record_named


def begin(
    scenario: str, roles: str, *, seed: int | None, doctrines: Iterable[str], pack: str | None, plain: bool
) -> int:
    """A new game."""
    if not plain:
        require_screen("play", scenario, "--as", roles or "ROLE", *(("--pack", pack) if pack else ()))
    book = book_for(scenario, pack)
    people = list(dict.fromkeys(word.strip().casefold() for word in roles.split(",") if word.strip()))
    if not people:
        known = ", ".join(f"{id_} ({role.name})" for id_, role in book.pack.role.items())
        raise Unknown(
            f"Nobody plays yet. Say who with --as, for example --as {book.names.roles[0]}. There are: {known}."
        )
    session = new_game(
        book, scenario, people, folder=saves_folder(), seed=seed, doctrines=doctrine_choices(doctrines, people)
    )
    return _play(session, plain=plain)


def go_on(record: str | None, *, plain: bool) -> int:
    """A saved game, from where it was left."""
    path = record_named(record) if record else last_record()
    if not plain:
        require_screen("resume", path.name)
    session, notice = resume(path, rules_cache())
    if not session.people:
        raise RecordError(
            f"Nobody plays in {path.name}; doctrines have every role. Read it with: tabletop replay {path.name}"
        )
    if notice:
        print(notice, file=sys.stderr)
    return _play(session, plain=plain)


def book_for(scenario: str, pack: str | None) -> Rulebook:
    """The rules that have a scenario: from a pack that was named, or from the shipped ones."""
    return rulebook_for(scenario, [find_pack(pack)] if pack else None)


def doctrine_choices(words: Iterable[str], people: Iterable[str] = ()) -> dict[str, str]:
    """`us=maximum-pressure` as a choice of doctrine."""
    chosen, played = {}, set(people)
    for word in (part.strip() for given in words for part in given.split(",")):
        role, sign, doctrine = word.partition("=")
        if not (role and sign and doctrine):
            raise Unknown(f"--doctrine takes ROLE=DOCTRINE, for example us=maximum-pressure; {word!r} is not that.")
        if role in played:
            raise Unknown(f"{role} is played by a person, so it follows no doctrine. Leave out --doctrine {word}.")
        if role in chosen:
            raise Unknown(f"{role} was given two doctrines. Keep one.")
        chosen[role] = doctrine
    return chosen


def _play(session: Session, *, plain: bool) -> int:
    if not plain:
        try:
            return open_game(session)
        except KeyboardInterrupt:  # before the app could take the key itself
            where = session.writer.path if session.writer is not None else "nowhere"
            print(f"Stopped. The game is saved in {where}.", file=sys.stderr)
            return INTERRUPTED
    from tabletop.plain.game import play as play_in_lines  # noqa: PLC0415  the app must not wait for the line mode

    gc.enable()
    return play_in_lines(session, desk())
