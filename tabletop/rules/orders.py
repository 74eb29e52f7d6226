"""Orders: what one delegation seals in a turn, about acts and about texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tabletop.pack.clauses import Conduct, Response

from .acts import Act
from .texts.draft import Draft


@dataclass(frozen=True, slots=True)
class Order:
    """An act a delegation seals, and how."""

    act: Act
    ask: bool = False
    """Ask the keepers first: the act happens next turn if they agree."""
    knowing: bool = False
    """The player was shown the breach and confirmed it."""


@dataclass(frozen=True, slots=True)
class Orders:
    """All that one delegation seals in a turn."""

    acts: tuple[Order, ...] = ()
    answers: Mapping[str, bool] = field(default_factory=dict)
    """Yes or no to what was asked of this role, by the act's key; silence is what the forum makes of it."""
    signs: tuple[Draft, ...] = ()
    """Texts it puts its name to; one is in force when all its signers sign the same."""
    duties: Mapping[str, Conduct] = field(default_factory=dict)
    """How it treats the steps it owes, by key: `1.2` is the second step of the first text."""
    responses: Mapping[str, Response] = field(default_factory=dict)
    """What it does about whole texts, by key."""
    readings: Mapping[str, str] = field(default_factory=dict)
    """What it takes an undefined word to mean, by the step's key."""
    vetoes: tuple[Draft, ...] = ()
    """Texts that it votes down as a permanent member of a forum that votes; without a word it abstains."""
    shows: tuple[Draft, ...] = ()
    """Drafts about which it has shown the others, with proof, how tight it is at home."""
