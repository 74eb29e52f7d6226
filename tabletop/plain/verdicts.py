"""Verdicts in words: what law an act touches, who could allow it, and what it would change."""

from __future__ import annotations

from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase, sentence
from tabletop.rules.verdict import Finding, Keeper, Level, Verdict
from tabletop.rules.views import View
from tabletop.shell.composing import verdict_of
from tabletop.shell.prices import expected, price_of_breach, seen_by
from tabletop.shell.words import CONTESTED, MARKS, plain_state

from .story import changes_line

KINDS = {
    "contested": "Contested", "right": "Express right", "promise": "Promise", "dormant": "Dormant",
    "exception": "Exception", "released": "Released", "held": "Consent held",
}  # fmt: skip
"""Findings that let an act pass, each by its own word."""


def level_words(level: Level, *, contested: bool = False) -> str:
    """`needs consent, contested`: the words without the signs, which a screen reader would spell out."""
    return f"{MARKS[level].word}, {CONTESTED.word}" if contested else MARKS[level].word


def verdict_lines(book: Rulebook, view: View, act: Act, *, drafted: bool = False) -> list[str]:
    """The whole answer about one act."""
    move, verdict = book.pack.move[act.move], verdict_of(book, view, act)
    capital = book.capital(list(view.row), act.role)
    lines = [f"{act_phrase(book, act)} ({act.move}). {move.about}"]
    level = level_words(verdict.level, contested=verdict.contested)
    lines.append(f"Verdict: {level}. It costs {verdict.cost}; you have {capital}.")
    lines += finding_lines(book, verdict.findings) or ["  No text stands against it."]
    lines += [f"Who could allow it: {keeper_words(book, keeper)}." for keeper in verdict.keepers]
    if verdict.level in (Level.PERMITTED, Level.CONSENT):
        lines.append(f"It would change: {foreseen(book, view, act)}.")
    if verdict.level in (Level.CONSENT, Level.BREACH) and verdict.may_do:
        lines.append(f"Done in breach: {foreseen(book, view, act, breach=True)}.")
    seen = seen_by(book, act)
    lines += [f"Seen by {seen}."] if seen else []
    if move.price:
        lines.append(f"Price: {move.price}")
    return [*lines, *(["It is drafted; undo takes acts back, the last one first."] if drafted else _how(act, verdict))]


def finding_lines(book: Rulebook, findings: tuple[Finding, ...]) -> list[str]:
    """One line a reason, the gravest first."""
    return [f"  {line}" for finding in findings for line in _finding_lines(book, finding)]


def keeper_words(book: Rulebook, keeper: Keeper) -> str:
    """`1718 Committee, by consensus of US, PRC and Russia`."""
    if keeper.members == (keeper.id,):
        return keeper.name
    members = [book.pack.role[member].short for member in keeper.members]
    rule = {"home": "its own house", "vote": "vote"}.get(keeper.rule, keeper.rule)
    return f"{keeper.name}, by {rule} of {', '.join(members)}" if members else f"{keeper.name}, by {rule}"


def breach_question(book: Rulebook, view: View, act: Act, verdict: Verdict) -> list[str]:
    """What a player reads before breaking the law: every paragraph again, and the price."""
    price = price_of_breach(book, view, act, verdict)
    changes = changes_line(price.changes) or "nothing that you can see"
    lines = [f"{act_phrase(book, act)} would be a breach.", *finding_lines(book, price.broken)]
    lines.append(f"Price: {price.capital} of your {price.have} political capital. It would change: {changes}.")
    seen = seen_by(book, act)
    lines += [f"Seen by {seen}."] if seen else []
    lines += [f"And: {price.says}"] if price.says else []
    if verdict.may_ask:
        lines.append(f"It would be lawful with a yes: `ask {_words(act)}` asks for it.")
    return [*lines, "Type yes to do it knowingly. Anything else leaves it out."]


def foreseen(book: Rulebook, view: View, act: Act, *, breach: bool = False) -> str:
    """What the act itself would change, as far as its role can see."""
    return changes_line(expected(book, view, act, breach=breach)) or "nothing that you can see"


def _finding_lines(book: Rulebook, finding: Finding) -> list[str]:
    where = ""
    if finding.instrument and finding.provision:
        title = book.names.provisions[f"{finding.instrument}.{finding.provision}"].title
        state = f", {plain_state(finding.state)}" if finding.state else ""
        where = f"{title} ({finding.cite}{state}). "
    lines = [f"{KINDS.get(finding.kind) or sentence(MARKS[finding.level].word)}: {where}{finding.reason}"]
    for role, says in finding.readings:
        short = book.pack.actors[role].short if role in book.pack.actors else role
        lines.append(f"  {short} reads it so: {says}")
    return lines


def _how(act: Act, verdict: Verdict) -> list[str]:
    words = _words(act)
    match verdict.level:
        case Level.PERMITTED:
            return [f"To draft it: do {words}"]
        case Level.BARRED:
            return ["It cannot be done now."]
    ways = [f"ask {words}"] if verdict.may_ask else []
    ways += [f"do {words} (in breach, knowingly)"] if verdict.may_do else []
    return [f"To draft it: {'; or '.join(ways)}"] if ways else ["It cannot be done now: it is asked for, or too dear."]


def _words(act: Act) -> str:
    return " ".join(word for word in (act.move, act.target, act.choice) if word)
