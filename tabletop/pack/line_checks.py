"""Line checks: a line of play speaks of acts, roles, turns and numbers that its pack has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import get_args

from .clauses import Template
from .expressions import Scope, read
from .faults import Finding, KeyPath
from .lines import ActOutcome, DutyOutcome, Hallmark, Line, LineTurn, TextOutcome
from .names import Names
from .scenarios import Scenario
from .spelling import did_you_mean
from .syntax import ExpressionFault
from .template_fitting import check_template
from .text_references import unknown_in_template
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
            rest = name.partition("-")[2] or name
            yield Finding((*path, "code"), what, f"Rename the file, for example {line.code}-{rest}.toml.")
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
        yield from _texts((*path, "turn", place), turn, names)


def _texts(path: KeyPath, turn: LineTurn, names: Names) -> Iterator[Finding]:
    """Drafts, and what is done about texts that are signed."""
    for index, draft in enumerate(turn.drafts):
        here = (*path, "drafts", index)
        if (draft.template is None) == (draft.text is None):
            remedy = "Write `template`, or `text` with a name, a forum, parties and steps."
            yield Finding(here, "A draft is a template of the pack, or a text of its own.", remedy, at="key")
        yield from unknown_one((*here, "template"), "template", draft.template, names.pack.template)
        yield from unknown_one((*here, "by"), "role", draft.by, names.actors)
        yield from unknown_some((*here, "signs"), "role", draft.signs, names.actors)
        if draft.text is not None:
            yield from _text((*here, "text"), draft.text, names)
    told = {
        "duties": [one.role for one in turn.duties],
        "responses": [one.role for one in turn.responses],
        "readings": [one.role for one in turn.readings],
    }
    yield from _roles(path, told, names)


def _roles(path: KeyPath, told: Mapping[str, list[str]], names: Names) -> Iterator[Finding]:
    """A finding for each entry of these lists that is about nobody."""
    for key, roles in told.items():
        for index, role in enumerate(roles):
            yield from unknown_one((*path, key, index, "role"), "role", role, names.roles)


def _text(path: KeyPath, text: Template, names: Names) -> Iterator[Finding]:
    unknown = list(unknown_in_template(names, path, text))
    yield from unknown
    agreements = names.pack.header.agreements
    if not unknown and agreements is not None:
        yield from check_template(names, path, text, agreements)


def _hallmarks(path: KeyPath, hallmarks: tuple[Hallmark, ...], names: Names) -> Iterator[Finding]:
    if not hallmarks:
        yield Finding(path, "A line without a hallmark proves nothing.", "Write `[[hallmark]]` and what must hold.")
    for index, mark in enumerate(hallmarks):
        here = (*path, index)
        yield from _one_subject(here, mark)
        if mark.act is not None:
            yield from unknown_act((*here, "act"), mark.act, names)
        if mark.when is not None:
            try:
                read(mark.when, names, Scope(), "truth")
            except ExpressionFault as fault:
                yield Finding((*here, "when"), fault.what, fault.remedy, offset=fault.column)


_OUTCOMES = {"act": get_args(ActOutcome), "duty": get_args(DutyOutcome), "text": get_args(TextOutcome)}


def _one_subject(path: KeyPath, mark: Hallmark) -> Iterator[Finding]:
    """A hallmark is about one thing, and says what must have become of it."""
    named = [key for key in ("when", "act", "duty", "text") if getattr(mark, key) is not None]
    if len(named) != 1 or (named == ["when"]) != (mark.is_ is None):
        remedy = "Write `when`, or one of `act`, `duty` and `text` together with `is`."
        yield Finding(path, "A hallmark is a condition, or what became of one thing.", remedy, at="key")
    elif mark.is_ is not None and mark.is_ not in _OUTCOMES[named[0]]:
        remedy = f"Write one of: {', '.join(_OUTCOMES[named[0]])}."
        yield Finding((*path, "is"), f"That is nothing a hallmark's `{named[0]}` can be.", remedy)


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
    told = {
        "unsigned": [one.role for one in line.denied.unsigned],
        "betrays": [one.role for one in line.denied.betrays],
    }
    yield from _roles(path, told, names)
    if not (line.denied.refuses or line.denied.withholds or line.denied.unsigned or line.denied.betrays):
        remedy = "Add `refuses`, `withholds`, `unsigned` or `betrays`."
        yield Finding(path, "Nothing is denied here.", remedy, at="key")
