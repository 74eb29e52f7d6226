"""Unknown: words that name nothing in the pack, each told with the nearest that does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .act_keys import keys_of, role_and_move
from .faults import Finding, KeyPath, quoted
from .names import Names
from .spelling import did_you_mean

_LISTED = 12


def unknown_one(path: KeyPath, kind: str, word: str | None, known: Iterable[str]) -> Iterator[Finding]:
    """A finding if a word names nothing."""
    if word is None or word in (words := known if isinstance(known, Mapping) else tuple(known)):
        return
    listed = f"There are: {', '.join(words)}." if 0 < len(words) <= _LISTED else "Define it, or name another."
    remedy = did_you_mean(word, words) or listed
    yield Finding(path, f"There is no {kind} {quoted(word)}.", remedy)


def unknown_some(path: KeyPath, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding for each word of a list that names nothing."""
    for index, word in enumerate(words):
        yield from unknown_one((*path, index), kind, word, known)


def unknown_keys(path: KeyPath, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding for each key of a table that names nothing."""
    for word in words:
        for finding in unknown_one((*path, word), kind, word, known):
            yield replace(finding, at="key")


def unknown_act(path: KeyPath, key: str, names: Names) -> Iterator[Finding]:
    """A finding if an act cannot be made at all; the nearest part that is wrong is named."""
    role, move = role_and_move(key)
    unknown = [*unknown_one(path, "role", role, names.actors), *unknown_one(path, "move", move, names.pack.move)]
    if unknown:
        yield unknown[0]
        return
    if role not in names.pack.move[move].by:
        able = ", ".join(names.pack.move[move].by)
        yield Finding(path, f"{quoted(role)} cannot make the move {move}.", f"It is made by: {able}.")
        return
    own = [known for known in keys_of(names, move) if role_and_move(known)[0] == role]
    if key not in own:
        remedy = f"Choose from: {', '.join(own)}." if len(own) <= _LISTED else did_you_mean(key, own)
        yield Finding(path, f"{quoted(key)} is no act of this pack.", remedy or f"For example: {own[0]}.")
