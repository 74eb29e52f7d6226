"""Meant: which known word somebody means by a typed one — itself, or the only one that begins so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.pack.spelling import did_you_mean

SHOWN = 12
"""How many words a list of what there is names at most."""


class Unclear(Exception):
    """A word that names nothing, or too much, as a sentence with what would mend it."""


def one_of(kind: str, word: str, known: Iterable[str], otherwise: str | None = None) -> str:
    """The known word that was meant: itself, or the only one that begins so.

    Raises:
        Unclear: with what was probably meant, or what to do otherwise: what there is, unless something else is said.
    """
    words = list(dict.fromkeys(known))
    plain = word.casefold()
    if plain in words:
        return plain
    found = [other for other in words if other.startswith(plain)]
    if len(found) == 1:
        return found[0]
    if found:
        raise Unclear(f"{word!r} could be {', '.join(found[:-1])} or {found[-1]}. Type more of it.")
    remedy = did_you_mean(plain, words) or (otherwise if otherwise is not None else what_there_is(words))
    raise Unclear(f"There is no {kind} {word!r}. {remedy}")


def what_there_is(words: Sequence[str]) -> str:
    """The first of them, and how many more."""
    more = f", and {len(words) - SHOWN} more" if len(words) > SHOWN else ""
    return f"There are: {', '.join(words[:SHOWN])}{more}."
