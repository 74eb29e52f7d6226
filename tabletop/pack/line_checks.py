"""Line checks: a line of play speaks of acts, roles, turns and numbers that its pack has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise

from .expressions import Scope, read
from .faults import Finding, KeyPath
from .lines import Hallmark, Line
from .names import Names
from .scenarios import Scenario
from .spelling import did_you_mean
from .syntax import ExpressionFault
from .unknown import unknown_act, unknown_one, unknown_some


def check_lines(lines: Mapping[str, Line], names: Names) -> Iterator[Finding]:
    """Everything in the lines that does not fit their pack or each other."""
    first: dict[str, str] = {}
    for name, line in lines.items():
        path: KeyPath = ("line", name)
        if first.setdefault(line.code, name) != name:
            what = f"The code {line.code} belongs to lines/{first[line.code]}.toml already."
            yield Finding((*path, "code"), what, "Give one of the two another code.")
        if not name.startswith(f"{line.code}-"):
            what = f"The file's name does not begin with its code, {line.code}-."
            yield Finding((*path, "code"), what, f"Rename the file, for example {line.code}-{name}.toml.")
        unknown = [
            *unknown_one((*path, "scenario"), "scenario", line.scenario, names.pack.scenario),
            *unknown_some((*path, "source"), "source", line.source, names.pack.source),
        ]
        yield from unknown
        yield from _orders(path, line, names)
        if not unknown:
            yield from _turns(path, line, names.pack.scenario[line.scenario])
        yield from _hallmarks((*path, "hallmark"), line.hallmark, names)
        yield from _denied((*path, "denied"), line, names)


def _turns(path: KeyPath, line: Line, scenario: Scenario) -> Iterator[Finding]:
    """Turns stand in order, each once, and within the scenario."""
    numbers = [turn.turn for turn in line.turn]
    for index, (before, number) in enumerate(pairwise([0, *numbers])):
        if number <= before:
            what = f"Turn {number} stands after turn {before}."
            yield Finding((*path, "turn", index, "turn"), what, "Put the turns in order, each once.")
    denied = [mark.turn for mark in line.denied.hallmark] if line.denied else []
    for inner, found in (
        (("turn",), numbers),
        (("hallmark",), [mark.turn for mark in line.hallmark]),
        (("denied", "hallmark"), denied),
    ):
        for index, number in enumerate(found):
            if number > scenario.turns:
                remedy = f"Write a turn from 1 to {scenario.turns}."
                yield Finding((*path, *inner, index, "turn"), f"Turn {number} is never played.", remedy)


def _orders(path: KeyPath, line: Line, names: Names) -> Iterator[Finding]:
    for place, turn in enumerate(line.turn):
        for index, order in enumerate(turn.orders):
            yield from unknown_act((*path, "turn", place, "orders", index, "act"), order.act, names)
        for index, answer in enumerate(turn.answers):
            here = (*path, "turn", place, "answers", index)
            yield from unknown_one((*here, "role"), "role", answer.role, names.roles)
            yield from unknown_act((*here, "act"), answer.act, names)


def _hallmarks(path: KeyPath, hallmarks: tuple[Hallmark, ...], names: Names) -> Iterator[Finding]:
    if not hallmarks:
        yield Finding(path, "A line without a hallmark proves nothing.", "Write `[[hallmark]]` and what must hold.")
    for index, mark in enumerate(hallmarks):
        here = (*path, index)
        if (mark.when is None) == (mark.act is None) or (mark.act is None) != (mark.is_ is None):
            remedy = "Write `when`, or `act` together with `is`."
            yield Finding(here, "A hallmark is a condition, or what became of an act.", remedy, at="key")
        if mark.act is not None:
            yield from unknown_act((*here, "act"), mark.act, names)
        if mark.when is not None:
            try:
                read(mark.when, names, Scope(), "truth")
            except ExpressionFault as fault:
                yield Finding((*here, "when"), fault.what, fault.remedy, offset=fault.column)


def _denied(path: KeyPath, line: Line, names: Names) -> Iterator[Finding]:
    if line.denied is None:
        return
    yield from _hallmarks((*path, "hallmark"), line.denied.hallmark, names)
    given = {(turn.turn, order.act) for turn in line.turn for order in turn.orders}
    for index, refusal in enumerate(line.denied.refuses):
        here = (*path, "refuses", index)
        yield from unknown_one((*here, "role"), "role", refusal.role, names.roles)
        yield from unknown_act((*here, "act"), refusal.act, names)
    for index, withheld in enumerate(line.denied.withholds):
        here = (*path, "withholds", index)
        if (withheld.turn, withheld.act) not in given:
            orders = [act for turn, act in sorted(given) if turn == withheld.turn]
            remedy = did_you_mean(withheld.act, orders) or "Name a turn of the line and an order in it."
            yield Finding((*here, "act"), f"The line has no such order in turn {withheld.turn}.", remedy)
    if not (line.denied.refuses or line.denied.withholds):
        yield Finding(path, "Nothing is denied here.", "Add `refuses` or `withholds`.", at="key")
