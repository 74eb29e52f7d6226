"""Chance: keyed, not drawn.

Every roll is a hash of the game's seed, the turn and its cause. Branch a game and unchanged causes
keep their luck; the order of evaluation never matters.
"""

from __future__ import annotations

import hashlib


def roll(seed: int, turn: int, cause: str, sides: int) -> int:
    """A whole number from 0 to `sides` - 1.

    Raises:
        ValueError: if there are no sides.
    """
    if sides < 1:
        raise ValueError("A roll needs at least one side.")
    key = f"{seed}/{turn}/{cause}".encode()
    return int.from_bytes(hashlib.blake2b(key, digest_size=8).digest(), "little") % sides


def happens(seed: int, turn: int, cause: str, odds: int) -> bool:
    """Whether something with this chance in a hundred comes about."""
    return roll(seed, turn, cause, 100) < odds
