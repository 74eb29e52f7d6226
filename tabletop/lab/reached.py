"""Reached: what many games made use of, and what none of them ever did."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from tabletop.pack.model import Pack
from tabletop.rules.happened import Event
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Scarcity:
    """The moment in which a role had the fewest moves open."""

    moves: int
    scenario: str
    turn: int


@dataclass(slots=True)
class Reached:
    """Counts over many games. Each counter is by the id an author wrote."""

    games: int = 0
    turns: int = 0
    moves: Counter[str] = field(default_factory=Counter)
    """Acts that took effect, by move."""
    states: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Games in which a provision was ever in a state."""
    endings: Counter[str] = field(default_factory=Counter)
    cards: Counter[str] = field(default_factory=Counter)
    incidents: Counter[str] = field(default_factory=Counter)
    drifts: Counter[str] = field(default_factory=Counter)
    rules: Counter[tuple[str, str]] = field(default_factory=Counter)
    """Rules, answers, texts tabled and conduct that were followed: `("cautious", "rule 3")`."""
    seated: Counter[str] = field(default_factory=Counter)
    """Games in which a doctrine had a seat."""
    fewest: dict[str, Scarcity] = field(default_factory=dict)
    """By role."""

    def happened(self, pack: Pack, events: Iterable[Event]) -> None:
        """Take in what a step brought."""
        for event in events:
            kind, _, id_ = event.cause.partition(":")
            if kind == "move" and event.step in ("overt", "covert", "consents"):
                self.moves[id_] += 1
            elif kind == "drift":
                self.drifts[id_] += 1
            elif kind == "event" and event.says == f"{pack.event[id_].name}. {pack.event[id_].says}":
                self.cards[id_] += 1
            elif kind == "incident" and event.says.startswith(pack.incident[id_].says):
                self.incidents[id_] += 1

    def stood(self, role: str, moves_open: int, scenario: str, turn: int) -> None:
        """Take in how many moves a role had open."""
        known = self.fewest.get(role)
        if known is None or moves_open < known.moves:
            self.fewest[role] = Scarcity(moves_open, scenario, turn)

    def over(self, book: Rulebook, rows: Iterable[Row]) -> None:
        """Take in the rows of a game that is over."""
        last: Row = []
        seen: set[tuple[str, str]] = set()
        for last in rows:
            seen.update((label, book.state(last, label)) for label in book.names.provisions)
        self.states.update(seen)
        self.games += 1
        self.turns += last[book.schema.index["turn"]]
        self.endings[str(book.ending(last))] += 1


@dataclass(frozen=True, slots=True)
class Share:
    """How much of one kind of thing was reached."""

    kind: str
    reached: int
    of: int
    never: tuple[str, ...]


def shares(book: Rulebook, reached: Reached) -> tuple[Share, ...]:
    """Kind by kind, what was reached and what never was."""
    pack, names = book.pack, book.names
    decks = dict.fromkeys(card for scenario in pack.scenario.values() for card in scenario.deck)
    states = [(label, state) for label in names.provisions for state in names.machine(label).states]
    rules = [
        (id_, f"{kind} {number}")
        for id_, doctrine in pack.doctrine.items()
        if reached.seated[id_]
        for kind, entries in (
            ("rule", doctrine.rule),
            ("answer", doctrine.answer),
            ("text", doctrine.tabling),
            ("conduct", doctrine.conduct),
        )
        for number in range(1, len(entries) + 1)
    ]
    return (
        _share("moves made", pack.move, reached.moves),
        _share("endings", pack.ending, reached.endings),
        _share("cards", decks, reached.cards),
        _share("incidents", pack.incident, reached.incidents),
        _share("drifts", pack.drift, reached.drifts),
        _grouped("states of provisions", states, reached.states),
        _grouped("lines of doctrines", rules, reached.rules),
    )


def _share(kind: str, known: Iterable[str], counted: Counter[str]) -> Share:
    ids = list(known)
    never = tuple(id_ for id_ in ids if not counted[id_])
    return Share(kind, len(ids) - len(never), len(ids), never)


def _grouped(kind: str, known: list[tuple[str, str]], counted: Counter[tuple[str, str]]) -> Share:
    """What was never reached, with the parts of one thing told together."""
    missing: dict[str, list[str]] = {}
    for whole, part in known:
        if not counted[whole, part]:
            missing.setdefault(whole, []).append(part)
    never = tuple(f"{whole} ({', '.join(parts)})" for whole, parts in missing.items())
    return Share(kind, len(known) - sum(map(len, missing.values())), len(known), never)
