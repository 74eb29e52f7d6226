"""Naming: what a typed word means — a number of the last list, an id, the beginning of one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from tabletop.pack.spelling import did_you_mean
from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name
from tabletop.shell.composing import MoveLine
from tabletop.shell.meant import Unclear, one_of


@dataclass
class Several(Exception):
    """A move that can be made in several ways, and nothing said which."""

    move: str
    acts: tuple[Act, ...]


Listed = tuple[str | Act, ...]
"""A numbered list of moves, or of ways to make one."""


def number_in(word: str, listed: Sequence[object], first: str) -> int | None:
    """The place a number names in the last list; `None` for a word that is no number.

    Raises `Unclear` for a number that is not on the list; `first` says how to get one.
    """
    if not (word.isascii() and word.isdigit()) or len(word) > 6:
        return None
    place = int(word) - 1
    if not 0 <= place < len(listed):
        there = f"The last list has 1 to {len(listed)}." if listed else "Nothing is listed yet."
        raise Unclear(f"There is no number {word}. {there} {first}")
    return place


def named_act(book: Rulebook, moves: Sequence[MoveLine], listed: Listed, words: Sequence[str]) -> Act:
    """The act that the words after a verb name.

    Raises `Unclear` if they name none, and `Several` if they leave a choice open.
    """
    if not words:
        raise Unclear("Which move? Name one, or a number from `moves`.")
    place = number_in(words[0], listed, "Type `moves` for a new one.")
    if place is None:
        line, rest = _named_move(book, moves, words)
    else:
        item = listed[place]
        if isinstance(item, Act):
            return narrowed(book, item.move, (item,), words[1:])
        line, rest = next(line for line in moves if line.id == item), words[1:]
    return narrowed(book, line.id, line.acts, rest)


def _named_move(book: Rulebook, moves: Sequence[MoveLine], words: Sequence[str]) -> tuple[MoveLine, Sequence[str]]:
    """The move, written as one word or several, and the words left over."""
    by_id = {line.id: line for line in moves}
    names = {line.name.casefold().replace(" ", "-"): line for line in moves}
    for length in range(len(words), 1, -1):
        joined = "-".join(words[:length]).casefold()
        found = {line.id for text, line in (by_id | names).items() if text.startswith(joined)}
        if len(found) == 1:
            return by_id[found.pop()], words[length:]
    if words[0].casefold() not in by_id and len(words) > 1:
        # `missile halt`: two moves begin so, and only one of them can be about a halt.
        begun = [line for line in moves if line.id.startswith(words[0].casefold())]
        fitting = [line for line in begun if _fits(book, line.acts, words[1:])]
        if len(fitting) == 1:
            return fitting[0], words[1:]
    return by_id[one_of("move", words[0], by_id, "Type moves for the list.")], words[1:]


def _fits(book: Rulebook, acts: tuple[Act, ...], words: Sequence[str]) -> bool:
    for word in words:
        acts = _matching(book, acts, word.casefold())
    return bool(acts)


def narrowed(book: Rulebook, move: str, acts: tuple[Act, ...], words: Sequence[str]) -> Act:
    """The one of several ways to make a move that words for its target and its choice name.

    Raises `Unclear` for a word that names none, and `Several` if they leave a choice open.
    """
    for word in words:
        kept = _matching(book, acts, word.casefold())
        if not kept:
            name = book.pack.move[move].name
            known = sorted({text for act in acts for text in _says(act)})
            if not known:
                raise Unclear(f"{name} takes no target and no choice. Leave out {word!r}.")
            remedy = did_you_mean(word.casefold(), known) or f"There are: {', '.join(known)}."
            raise Unclear(f"{name} cannot be made with {word!r}. {remedy}")
        acts = kept
    if len(acts) > 1:
        raise Several(move, acts)
    return acts[0]


def _matching(book: Rulebook, acts: tuple[Act, ...], word: str) -> tuple[Act, ...]:
    exact = tuple(act for act in acts if word in _says(act))
    return exact or tuple(act for act in acts if any(text.startswith(word) for text in _begins(book, act)))


def _says(act: Act) -> list[str]:
    return [text for text in (act.target, act.choice) if text]


def _begins(book: Rulebook, act: Act) -> list[str]:
    """What a word may be the beginning of: ids, the part of an id after its point, and plain names."""
    found = _says(act)
    if act.target:
        found += [book.pack.role[act.target].short.casefold(), book.pack.role[act.target].name.casefold()]
    if act.choice:
        found += [
            act.choice.partition(".")[2] or act.choice,
            choice_name(book, act.choice).casefold().replace(" ", "-"),
        ]
    return found
