"""Extents: between which bounds a formula can lie in any game, so that what can never hold is found without playing.

Bounds are never too narrow: what is told to be impossible is impossible. They may be too wide.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from .formula import (
    Both,
    Cell,
    Compare,
    Comparison,
    Either,
    Extreme,
    Formula,
    Not,
    Number,
    Pick,
    Size,
    StateIn,
    Sum,
    Total,
    Truth,
)
from .names import Names, last_label, text_label, track_label

Extent = tuple[int, int]
"""Lowest and highest; for a condition 0 is false and 1 is true."""
NEVER, ALWAYS, PERHAPS = (0, 0), (1, 1), (0, 1)
_OPPOSITE: dict[Comparison, Comparison] = {"<": ">=", "<=": ">", "==": "!=", "!=": "==", ">=": "<", ">": "<="}
_TURNED: dict[Comparison, Comparison] = {"<": ">", "<=": ">=", "==": "==", "!=": "!=", ">=": "<=", ">": "<"}


@dataclass(frozen=True)
class Known:
    """What columns can hold."""

    numbers: Mapping[str, Extent]
    states: Mapping[str, frozenset[int]]
    """States each provision can ever be in."""


def known(names: Names) -> Known:
    """What columns can hold in any scenario of a pack."""
    pack = names.pack
    lengths = [scenario.turns for scenario in pack.scenario.values()]
    numbers: dict[str, Extent] = {
        "turn": (1, max(lengths)),
        "turns": (min(lengths), max(lengths)),
        "dice": (0, 1),
    }
    for id_, track in pack.track.items():
        for one in names.roles:
            for other in names.roles:
                owners = {"table": (), "role": (one,), "pair": (one, other)}[track.per]
                numbers[track_label(id_, owners, names.roles)] = track.range
    for id_, move in pack.move.items():
        numbers.update((last_label(id_, role), (0, max(lengths))) for role in move.by)
    for slot in range(1, pack.header.agreements.texts + 1 if pack.header.agreements is not None else 1):
        numbers[text_label(slot, "parties")] = (0, (1 << len(names.roles)) - 1)
        numbers[text_label(slot, "sealed")] = (0, 1)
    return Known(numbers, {label: reachable(names, label) for label in names.provisions})


def reachable(names: Names, label: str) -> frozenset[int]:
    """States a provision can get into, from those a scenario opens it in, along any transition."""
    machine = names.machine(label)
    transitions = (*names.provisions[label].transition, *machine.transition)
    reached = {scenario.opening.provisions.get(label, machine.states[0]) for scenario in names.pack.scenario.values()}
    grown = True
    while grown:
        found = {way.to for way in transitions if reached.intersection(way.from_)}
        grown = not found <= reached
        reached |= found
    return frozenset(machine.states.index(state) for state in reached)


def can_hold(formula: Formula, known: Known) -> bool:
    """Whether a condition is true in some position, as far as its bounds tell."""
    return extent(formula, known) != NEVER


def extent(formula: Formula, known: Known) -> Extent:
    """The bounds of a formula."""
    match formula:
        case Number(value):
            return value, value
        case Truth(value):
            return ALWAYS if value else NEVER
        case Cell(label):
            return known.numbers[label]
        case StateIn(label, states):
            return _among(known.states[label], states)
        case Sum(operation, left, right):
            return _calculated(operation, extent(left, known), extent(right, known))
        case Total(parts):
            found = [extent(part, known) for part in parts]
            return sum(low for low, _ in found), sum(high for _, high in found)
        case Compare(comparison, left, right):
            return _compared(comparison, extent(left, known), extent(right, known))
        case Both(parts):
            return _all(parts, known)
        case Either(parts):
            found = [extent(part, known) for part in parts]
            return max(low for low, _ in found), max(high for _, high in found)
        case Not(part):
            low, high = extent(part, known)
            return 1 - high, 1 - low
        case Extreme(which, parts):
            found, choose = [extent(part, known) for part in parts], {"min": min, "max": max}[which]
            return choose(low for low, _ in found), choose(high for _, high in found)
        case Size(part):
            low, high = extent(part, known)
            return (0 if low <= 0 <= high else min(abs(low), abs(high))), max(abs(low), abs(high))
        case Pick(test, then, other):
            tested = extent(test, known)
            taken = [] if tested == NEVER else [extent(then, known)]
            taken += [] if tested == ALWAYS else [extent(other, known)]
            return min(low for low, _ in taken), max(high for _, high in taken)


def _all(parts: tuple[Formula, ...], known: Known) -> Extent:
    """Conditions that must hold together: each narrows what the columns it compares can hold for the others."""
    lowest = ALWAYS[0]
    for part in parts:
        lowest = min(lowest, extent(part, known)[0])
    for part in parts:
        narrowed = _narrowed(part, known)
        if narrowed is None:
            return NEVER
        known = narrowed
    return NEVER if any(extent(part, known) == NEVER for part in parts) else (lowest, 1)


def _narrowed(part: Formula, known: Known) -> Known | None:
    """What columns can hold where a condition is true; `None` if it never is."""
    match part:
        case StateIn(label, states):
            kept = known.states[label].intersection(states)
            return replace(known, states={**known.states, label: kept}) if kept else None
        case Not(StateIn(label, states)):
            kept = known.states[label].difference(states)
            return replace(known, states={**known.states, label: kept}) if kept else None
        case Not(Compare(comparison, left, right)):
            return _narrowed(Compare(_OPPOSITE[comparison], left, right), known)
        case Compare(comparison, Cell(label), Number(value)):
            return _cut(comparison, label, value, known)
        case Compare(comparison, Number(value), Cell(label)):
            return _cut(_TURNED[comparison], label, value, known)
        case _:
            return known


def _cut(comparison: Comparison, label: str, value: int, known: Known) -> Known | None:
    low, high = known.numbers[label]
    match comparison:
        case "<":
            high = min(high, value - 1)
        case "<=":
            high = min(high, value)
        case "==":
            low, high = max(low, value), min(high, value)
        case ">=":
            low = max(low, value)
        case ">":
            low = max(low, value + 1)
        case "!=":
            low, high = low + (low == value), high - (high == value)
    return replace(known, numbers={**known.numbers, label: (low, high)}) if low <= high else None


def _among(possible: frozenset[int], states: tuple[int, ...]) -> Extent:
    if not possible.intersection(states):
        return NEVER
    return ALWAYS if possible.issubset(states) else PERHAPS


def _calculated(operation: str, left: Extent, right: Extent) -> Extent:
    (a, b), (c, d) = left, right
    match operation:
        case "+":
            return a + c, b + d
        case "-":
            return a - d, b - c
        case "*":
            ends = (a * c, a * d, b * c, b * d)
            return min(ends), max(ends)
        case "//":
            ends = (a // c, a // d, b // c, b // d)
            return min(ends), max(ends)
        case _:
            return 0, d - 1


def _compared(comparison: str, left: Extent, right: Extent) -> Extent:
    (a, b), (c, d) = left, right
    match comparison:
        case "<":
            return int(b < c), int(a < d)
        case "<=":
            return int(b <= c), int(a <= d)
        case ">":
            return int(a > d), int(b > c)
        case ">=":
            return int(a >= d), int(b >= c)
        case "==":
            return int(a == b == c == d), int(a <= d and c <= b)
        case _:
            return int(b < c or d < a), int(not a == b == c == d)
