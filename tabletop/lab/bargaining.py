"""The bargaining range: which doctrines, facing each other, have a text of the pack that all its signers would sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations

from tabletop.actors.valuation import valued
from tabletop.rules.agreements.bars import barred
from tabletop.rules.position import TURN, TURNS, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.rules.views import view


@dataclass(frozen=True, slots=True)
class Facing:
    """Two doctrines of two roles that the pack's texts join."""

    roles: tuple[str, str]
    doctrines: tuple[str, str]
    texts: tuple[str, ...]
    """Texts that both would sign, with all others who must; none: a table without a deal between these two."""


@dataclass(frozen=True, slots=True)
class _Offer:
    """A text, and who would sign it in one turn."""

    text: str
    willing: dict[str, frozenset[str]]
    """Doctrines that would sign, by signer."""

    def joins(self, sides: tuple[tuple[str, str], ...]) -> bool:
        """Whether these roles, so minded, would sign it, and somebody for every other signer."""
        minded = dict(sides)
        joined = all(role in self.willing for role in minded)
        return joined and all(
            minded[role] in doctrines if role in minded else bool(doctrines) for role, doctrines in self.willing.items()
        )


def bargaining_range(book: Rulebook, scenario: str) -> tuple[Facing, ...]:
    """Every two doctrines that could face each other over a text of the pack, with what they would sign.

    The position is the scenario's opening; of the calendar only the turn moves on (first, middle, last), so that
    what a doctrine asks for falls as it does in play.
    """
    offers = tuple(_offers(book, book.opening(scenario)))
    doctrines = {
        role: [id_ for id_, doctrine in book.pack.doctrine.items() if doctrine.role == role]
        for role in book.names.roles
    }
    return tuple(
        Facing((one, other), (mine, theirs), _signed(offers, ((one, mine), (other, theirs))))
        for one, other in combinations(book.names.roles, 2)
        if any(one in offer.willing and other in offer.willing for offer in offers)
        for mine in doctrines[one]
        for theirs in doctrines[other]
    )


def _signed(offers: tuple[_Offer, ...], sides: tuple[tuple[str, str], ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(offer.text for offer in offers if offer.joins(sides)))


def _offers(book: Rulebook, opening: Row) -> Iterator[_Offer]:
    for id_, template in book.pack.template.items():
        draft = from_template(template)
        if barred(book, opening, draft) is not None or book.pack.forum[draft.forum].deniable:
            continue
        for turn in sorted({1, (opening[TURNS] + 1) // 2, opening[TURNS]}):
            yield _Offer(id_, _willing(book, opening, draft, turn))


def _willing(book: Rulebook, opening: Row, draft: Draft, turn: int) -> dict[str, frozenset[str]]:
    """The doctrines of each signer that would sign a draft in a turn."""
    row = opening[:]
    row[TURN] = turn
    return {
        role: frozenset(
            id_
            for id_, doctrine in book.pack.doctrine.items()
            if doctrine.role == role and valued(book, id_, list(view(book, row, role).row), draft).accepted
        )
        for role in draft.signers
    }
