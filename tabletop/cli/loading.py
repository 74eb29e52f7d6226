"""Loading: the rules, and a game played by them, from the words of a command line."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from tabletop.pack.shipped import find_pack
from tabletop.record.shelf import rules_cache, saves_folder
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import Session, resume
from tabletop.shell.starting import Unknown, new_game, rulebook_for


def begun(
    scenario: str,
    people: Iterable[str],
    *,
    seed: int | None,
    doctrines: Iterable[str],
    pack: str | None,
    dice: bool = False,
) -> tuple[Session, str]:
    """A new game, saved from its first entry; there is nothing to be said about it.

    Raises:
        Unknown, PackError, RecordError: if it cannot begin as asked.
    """
    book, played = book_for(scenario, pack), list(people)
    if not played:
        known = ", ".join(f"{id_} ({role.name})" for id_, role in book.pack.actors.items())
        raise Unknown(
            f"Nobody plays yet. Say who with --as, for example --as {book.names.roles[0]}. There are: {known}."
        )
    chosen = doctrine_choices(doctrines, played)
    return new_game(book, scenario, played, folder=saves_folder(), seed=seed, doctrines=chosen, dice=dice), ""


def resumed(path: Path) -> tuple[Session, str]:
    """A saved game where it was left, and a sentence if its last line was cut short.

    Raises:
        RecordError, PackError: if it cannot be gone on with.
    """
    session, notice = resume(path, rules_cache())
    return session, notice or ""


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
