"""The trace that shows whether two engines play the same game: every position of 200 games, as one short digest.

Games are numbered from 1. Each has its own xorshift generator, begun from its number; one step of it picks each
decision from the open actions. The digest is FNV-1a over the positions, one a line.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Protocol

SAME_GAME = "413d3778"
"""What every engine's trace must come to."""
GAMES = 200
WORD = 0xFFFFFFFF
"""Both generator and digest are of 32 bits."""


class Game(Protocol):
    """What an engine must be able to do to be compared."""

    def over(self) -> bool:
        """Whether the game has ended."""

    def legal(self) -> list[int]:
        """Numbers of the open actions, upwards."""

    def apply(self, action: int, /) -> None:
        """One decision."""

    def key(self) -> str:
        """The fifteen numbers, with commas between them."""


def trace(new: Callable[[], Game]) -> str:
    """The digest of an engine, as eight hexadecimal digits."""
    digest = 0x811C9DC5
    for number in range(1, GAMES + 1):
        for position in _positions(new(), number):
            for byte in f"{position}\n".encode():
                digest = (digest ^ byte) * 0x01000193 & WORD
    return f"{digest:08x}"


def _positions(game: Game, number: int) -> Iterator[str]:
    word = number * 2654435761 & WORD or 1
    yield game.key()
    while not game.over():
        word ^= word << 13 & WORD
        word ^= word >> 17
        word ^= word << 5 & WORD
        open_ = game.legal()
        game.apply(open_[(word >> 8) % len(open_)])
        yield game.key()
