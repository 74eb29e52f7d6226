"""Law: one move's verdict as a scenario opens, for a question in class or for a program."""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from tabletop.plain.naming import Several, narrowed
from tabletop.plain.verdicts import verdict_lines
from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Verdict
from tabletop.rules.views import view
from tabletop.shell.composing import act_named, verdict_of

from .entry import OK
from .loading import book_for
from .output import page


def tell_law(
    scenario: str,
    role: str,
    move: str,
    words: Sequence[str] = (),
    *,
    target: str | None,
    choice: str | None,
    pack: str | None,
    as_json: bool,
) -> int:
    """The verdict on an act in the opening position. Words name its target or its choice, in any order."""
    book = book_for(scenario, pack)
    ways = _ways(book, act_named(book, role, move, target, choice), target, choice, words)
    act = ways[0]
    seen = view(book, book.opening(scenario), act.role)
    if as_json:
        body = verdict_json(verdict_of(book, seen, act))
        head = {"scenario": scenario, "role": act.role, "move": act.move, "target": act.target, "choice": act.choice}
        print(json.dumps({**head, **body, "ways": [way.key for way in ways]}, ensure_ascii=False))
        return OK
    if len(ways) > 1:
        others = "; ".join(_options(way) for way in ways[1:])
        print(
            f"There are {len(ways)} ways to make this move; this is {_options(act)}. The others: {others}",
            file=sys.stderr,
        )
    page().say(*verdict_lines(book, seen, act))
    return OK


def verdict_json(verdict: Verdict) -> dict[str, Any]:
    """A verdict as plain values."""
    return {
        "level": verdict.level.word,
        "contested": verdict.contested,
        "cost": verdict.cost,
        "may_ask": verdict.may_ask,
        "may_do": verdict.may_do,
        "findings": [{**asdict(finding), "level": finding.level.word} for finding in verdict.findings],
        "keepers": [asdict(keeper) for keeper in verdict.keepers],
    }


def _ways(book: Rulebook, act: Act, target: str | None, choice: str | None, words: Sequence[str]) -> tuple[Act, ...]:
    """Every act that could have been meant; the first of them is taken."""
    fitting = tuple(
        other
        for other in book.by_role[act.role]
        if other.move == act.move
        and (target is None or other.target == act.target)
        and (choice is None or other.choice == act.choice)
    )
    try:
        return (narrowed(book, act.move, fitting, words),)
    except Several as several:
        return several.acts


def _options(act: Act) -> str:
    parts = [f"--target {act.target}"] if act.target else []
    parts += [f"--choice {act.choice}"] if act.choice else []
    return " ".join(parts)
