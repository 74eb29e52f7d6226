"""Forecasts: what an act itself would change, as far as its role can know before it seals.

Where an effect reads what the role may not see, the values that the hidden number can have are tried,
and the forecast says between which results it lies.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

from tabletop.pack.expressions import read
from tabletop.pack.formula import cells
from tabletop.rules.acts import Act
from tabletop.rules.position import Column, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View

from .ledger import change_text, quiet
from .readings import label_name
from .words import plain_state, signed

MOST_TRIED = 4_000
"""Positions that are tried for one forecast; where there would be more, wide scales are tried at some places only."""
PLACES = 16


@dataclass(frozen=True, slots=True)
class Forecast:
    """One column that would move, or could."""

    column: str
    before: int
    after: tuple[int, ...]
    """What it could be afterwards, upwards; one value unless it depends on what the role cannot see."""


def forecast(book: Rulebook, view: View, act: Act, *, breach: bool = False) -> tuple[Forecast, ...]:
    """What the act itself would change, of what its role may see; the turn adds its own."""
    place, results = book.place[act], []
    for row in _possible(book, view, act, breach=breach):
        after = row[:]
        if breach:
            book.functions.breaches[place](after, row)
        book.functions.effects[place](after)
        results.append(after)
    found = []
    for at, column in enumerate(book.schema.columns):
        values = {result[at] for result in results} if column.label not in view.hidden else set()
        if values - {view.row[at]}:
            found.append(Forecast(column.label, view.row[at], tuple(sorted(values))))
    return tuple(found)


def in_words(book: Rulebook, forecasts: Iterable[Forecast]) -> tuple[str, ...]:
    """`Tension +5 → 65`, `Evidence of evasion PRC +5 to +25 → 40 to 60`, `Textiles: absent → in force`."""
    return tuple(_in_words(book, each) for each in forecasts if not quiet(each.column))


def _in_words(book: Rulebook, told: Forecast) -> str:
    if len(told.after) == 1:
        return change_text(book, told.column, told.before, told.after[0])
    name = label_name(book, told.column)
    if told.column in book.names.provisions:
        states = [plain_state(state) for state in book.names.machine(told.column).states]
        return f"{name}: {states[told.before]} → {' or '.join(states[value] for value in told.after)}"
    least, most = told.after[0], told.after[-1]
    return f"{name} {signed(least - told.before)} to {signed(most - told.before)} → {least} to {most}"


def _possible(book: Rulebook, view: View, act: Act, *, breach: bool) -> Iterator[Row]:
    """The positions that the role could be in, as far as the act's effects tell them apart."""
    labels = [label for label in _read_by(book, act, breach=breach) if label in view.hidden]
    places = [book.schema.index[label] for label in labels]
    ranges = [_values(book.schema.columns[place], view) for place in places]
    if prod(map(len, ranges)) > MOST_TRIED:
        ranges = [_some(values) for values in ranges]
    for values in product(*ranges):
        row = list(view.row)
        for place, value in zip(places, values, strict=True):
            row[place] = value
        yield row


def _read_by(book: Rulebook, act: Act, *, breach: bool) -> tuple[str, ...]:
    """The columns that decide what an act's effects come to."""
    move = book.pack.move[act.move]
    effects = [*move.effects]
    if breach:
        effects += move.if_breach
        effects += [effect for charge in book.case(act).charges for effect in charge.provision.if_breached]
    formulas = [read(effect.when, book.names, act.scope, "truth") for effect in effects]
    amounts = [amount for effect in effects for amount in (effect.add, effect.set) if isinstance(amount, str)]
    formulas += [read(amount, book.names, act.scope, "number") for amount in amounts]
    return tuple(dict.fromkeys(label for formula in formulas for label in cells(formula)))


def _values(column: Column, view: View) -> Sequence[int]:
    """What a hidden column can hold; one that counts turns holds no turn to come."""
    return range(column.low, (view.row[0] if column.kind == "last" else column.high) + 1)


def _some(values: Sequence[int]) -> Sequence[int]:
    return values if len(values) <= PLACES else [*values[:: len(values) // PLACES], values[-1]]
