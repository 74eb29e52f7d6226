"""Effects: what a move, a drift or an event does to a row, as lines of Python."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tabletop.pack.effects import Effect
from tabletop.pack.expressions import Scope, read
from tabletop.pack.formula import FALSE, TRUE, Number
from tabletop.pack.law import Transition
from tabletop.pack.names import Names
from tabletop.pack.sight import seers
from tabletop.pack.syntax import mentions
from tabletop.pack.uses import read_track

from .position import Schema, in_range, since_label
from .source import in_row, written

Lines = list[str]
INDENT = "    "


def effect_lines(
    effects: Iterable[Effect], names: Names, schema: Schema, scope: Scope, fora: tuple[str, ...] = ()
) -> Lines:
    """The body of a function `(row)` that carries out effects in order.

    `fora` are the bodies that can have decided it; transitions reserved to a forum happen under it alone.
    """
    lines: Lines = []
    for effect in effects:
        test = read(effect.when, names, scope, "truth")
        if test == FALSE:
            continue
        body = list(_one(effect, names, schema, scope, fora))
        if test != TRUE and body:
            lines.append(f"if {written(test, in_row(schema))}:")
            lines += [INDENT + line for line in body]
        else:
            lines += body
    return lines


def seen_by_others(effect: Effect, names: Names, scope: Scope) -> bool:
    """Whether anybody but the actor can see what an effect changes."""
    label = read_track(effect.track, names, scope) if effect.track is not None else None
    seen_by = seers(label, names) if label is not None else None
    return seen_by is None or any(role != scope.actor for role in seen_by)


def transition_lines(label: str, transition: Transition, names: Names, schema: Schema) -> Lines:
    """Lines that move a provision along one transition, if it is in a state to."""
    machine = names.machine(label)
    place = schema.index[label]
    sources = tuple(machine.states.index(state) for state in transition.from_)
    test = " or ".join(f"row[{place}] == {state}" for state in sources)
    lines = [f"row[{place}] = {machine.states.index(transition.to)}"]
    if since_label(label) in schema.index:
        lines.append(f"row[{schema.index[since_label(label)]}] = row[{schema.index['turn']}]")
    lines += effect_lines(transition.effects, names, schema, Scope(pair=names.provisions[label].pair))
    return [f"if {test}:", *(INDENT + line for line in lines)]


def transitions(label: str, names: Names) -> tuple[Transition, ...]:
    """A provision's own transitions and its machine's; those that name a `pair` only where there is one."""
    found = (*names.provisions[label].transition, *names.machine(label).transition)
    if names.provisions[label].pair is not None:
        return found
    return tuple(one for one in found if one.when is None or "pair" not in mentions(one.when))


def _one(effect: Effect, names: Names, schema: Schema, scope: Scope, fora: tuple[str, ...]) -> Iterator[str]:
    if effect.track is not None:
        yield from _track(effect, names, schema, scope)
    elif effect.provision is not None:
        label = str(scope.choice) if effect.provision == "choice" else effect.provision
        yield from _state(label, str(effect.to), names, schema, fora)
    elif effect.package is not None:
        package = str(scope.choice) if effect.package == "choice" else effect.package
        for label in names.pack.package[package].provisions:
            yield from _state(label, str(effect.to), names, schema, fora)


def _track(effect: Effect, names: Names, schema: Schema, scope: Scope) -> Iterator[str]:
    label = read_track(str(effect.track), names, scope)
    if label is None:
        return
    place = schema.index[label]
    column = schema.columns[place]
    amount = effect.set if effect.add is None else effect.add
    formula = Number(amount) if isinstance(amount, int) else read(str(amount), names, scope, "number")
    if effect.add is None and isinstance(formula, Number):
        yield f"row[{place}] = {in_range(formula.value, column)}"
        return
    start = "" if effect.add is None else f"row[{place}] + "
    yield f"v = {start}{written(formula, in_row(schema))}"
    yield f"row[{place}] = {column.low} if v < {column.low} else {column.high} if v > {column.high} else v"


def _state(label: str, to: str, names: Names, schema: Schema, fora: tuple[str, ...]) -> Iterator[str]:
    """An act moves a provision along the first of its transitions that fits; `elif` keeps it to one step."""
    opening = "if"
    for transition in transitions(label, names):
        by_act = transition.when is None and transition.after is None
        if by_act and transition.to == to and (transition.forum is None or transition.forum in fora):
            first, *rest = transition_lines(label, transition, names, schema)
            yield opening + first.removeprefix("if")
            yield from rest
            opening = "elif"
