"""Spelling: what somebody who wrote an unknown word probably meant."""

from __future__ import annotations

from collections.abc import Iterable

_ALIKE = 0.6
_LONGEST = 120
_SHORTEST_PART = 4


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """The sentence "Did you mean `x`?" for the nearest known word, or "" when none is near."""
    found = nearest(word, known)
    return "" if found is None else f"Did you mean `{found}`?"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known word that is most like another, if any is like it at all."""
    if len(word) > _LONGEST:
        return None
    # Imported here: most packs have no fault, and need not wait for it.
    from rapidfuzz import process  # noqa: PLC0415
    from rapidfuzz.distance import OSA  # noqa: PLC0415

    words = list(known)
    found = process.extractOne(word, words, scorer=OSA.normalized_similarity, processor=_plain, score_cutoff=_ALIKE)
    if found is not None:
        return found[0]
    containing = [other for other in words if len(word) >= _SHORTEST_PART and _plain(word) in _plain(other)]
    return containing[0] if len(containing) == 1 else None


def _plain(word: str) -> str:
    return word.casefold().replace("_", "-").replace(" ", "-")
