"""Starting: the words of a command line or a menu, as a game that is ready to play."""

from __future__ import annotations

import secrets
from collections.abc import Iterable, Mapping
from pathlib import Path

from tabletop.pack.load import load_pack
from tabletop.pack.shipped import known_packs
from tabletop.pack.spelling import did_you_mean
from tabletop.record.format import Seat
from tabletop.record.shelf import free_name, rules_cache
from tabletop.rules.rulebook import Rulebook

from .session import Session, start


class Unknown(Exception):
    """A scenario, role or doctrine that does not exist, as a sentence with a mend."""


def open_rulebook(folder: Path) -> Rulebook:
    """The rules of the pack in a folder, quickly if it was opened before.

    Raises:
        PackError: if it cannot be read.
    """
    cache = rules_cache()
    return Rulebook(load_pack(folder, cache), cache)


def rulebook_for(scenario: str, folders: Iterable[Path] | None = None) -> Rulebook:
    """The rules of the pack that has a scenario.

    Raises:
        Unknown: if no pack has it.
        PackError: if a pack cannot be read.
    """
    known: dict[str, None] = {}
    for folder in folders if folders is not None else known_packs():
        here = [path.stem for path in sorted((folder / "scenarios").glob("*.toml"))]
        if scenario in here:
            return open_rulebook(folder)
        known.update(dict.fromkeys(here))
    raise Unknown(f"There is no scenario {scenario!r}. {_remedy(scenario, known)}")


def seats_for(
    book: Rulebook, scenario: str, people: Iterable[str], doctrines: Mapping[str, str] | None = None
) -> dict[str, Seat]:
    """Who plays each role: the people named, doctrines for the rest.

    Raises:
        Unknown: if a role or doctrine does not exist, or does not fit.
    """
    played = list(people)
    chosen = {**book.pack.scenario[scenario].doctrines, **(doctrines or {})}
    for role in [*played, *(doctrines or {})]:
        if role not in book.names.actors:
            raise Unknown(f"There is no role {role!r}. {_remedy(role, book.names.actors)}")
    for role, doctrine in chosen.items():
        own = [id_ for id_, known in book.pack.doctrine.items() if known.role == role]
        if doctrine not in own:
            raise Unknown(f"{role} has no doctrine {doctrine!r}. {_remedy(doctrine, own)}")
    return {
        role: Seat(kind="person") if role in played else Seat(kind="doctrine", doctrine=chosen[role])
        for role in book.names.actors
    }


def new_game(
    book: Rulebook, scenario: str, people: Iterable[str], *, folder: Path | None, seed: int | None = None,
    doctrines: Mapping[str, str] | None = None, dice: bool = False,
) -> Session:  # fmt: skip
    """A game begun; saved in a folder unless there is none.

    Raises:
        Unknown, RecordError: if it cannot begin as asked.
    """
    if dice and not book.pack.header.play.dice:
        raise Unknown(f"{book.pack.header.title} is not played with dice. Leave `--dice` out.")
    played = list(people)
    seats = seats_for(book, scenario, played, doctrines)
    path = free_name(folder, "-".join([scenario, *played])) if folder is not None else None
    return start(book, scenario, seed if seed is not None else secrets.randbelow(1_000_000), seats, path, dice=dice)


def _remedy(word: str, known: Iterable[str]) -> str:
    words = list(known)
    return did_you_mean(word, words) or (f"There are: {', '.join(words)}." if words else "There is none at all.")
