"""The verdict: level, findings with citations, keepers, costs, expected effects — the gravest first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.acts import Act
from tabletop.rules.referee import asked
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.verdict import Finding, Keeper, Level, Verdict
from tabletop.rules.views import View
from tabletop.shell.composing import MoveLine, way
from tabletop.shell.prices import expected, price_of_breach, seen_by
from tabletop.shell.words import CONTESTED, MARKS, plain_state
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.wrapping import GAP, Par, par

LABEL = 10
DRAFTED = Par((("● drafted", "note"), (" · ", "quiet"), ("u", "key"), (" takes it back", "quiet")), hang=LABEL)
"""Instead of the ways on, once one was taken."""


def verdict_page(book: Rulebook, view: View, act: Act, verdict: Verdict, *, drafted: bool = False) -> Iterator[Par]:
    """The whole answer about one act; what decides comes first, so that a low page shows it all."""
    yield headline(book, view, act, verdict)
    gravest, others = verdict.findings[:1], verdict.findings[1:]
    for finding in gravest:
        yield from finding_lines(book, finding)
    if not gravest:
        yield from _nothing()
    if verdict.keepers:
        yield par("; ".join(keeper_words(book, keeper) for keeper in verdict.keepers), hang=LABEL, mark="keeper")
    if drafted:
        yield DRAFTED
    else:
        yield from _ways_on(book, view, act, verdict)
    yield from _effects(book, view, act, verdict)
    yield from _seen_by(book, act)
    for finding in gravest:
        yield from reading_lines(book, finding)
    for finding in others:
        yield from finding_lines(book, finding)
        yield from reading_lines(book, finding)
    move = book.pack.move[act.move]
    yield par(move.about, "quiet", hang=LABEL, mark="about")
    if move.price:
        yield par(move.price, "quiet", hang=LABEL, mark="price")


def ways_page(book: Rulebook, line: MoveLine) -> Iterator[Par]:
    """A move that can be made in several ways, before one is chosen."""
    best = MARKS[line.best]
    counts = [(level, line.levels.count(level)) for level in Level if level in line.levels]
    yield Par(((f"{best.sign} {best.word.upper()}", best.tint), (" at best · ", "quiet"), (line.name, "strong")))
    yield par(line.about)
    spans: list[tuple[str, str]] = []
    for level, count in counts:
        mark = MARKS[level]
        spans += [*([(" · ", "quiet")] if spans else []), (f"{mark.sign} {count} {mark.word}", mark.tint)]
    yield Par(tuple(spans), (("ways", "quiet"),), LABEL)
    names = ", ".join(way(book, act) for act in line.acts)
    yield par(names, "quiet", hang=LABEL, mark="with")
    yield Par((("Enter", "key"), (" opens the ways", "quiet")), hang=LABEL)


def headline(book: Rulebook, view: View, act: Act, verdict: Verdict) -> Par:
    """Level and act on the left, the cost on the right."""
    mark = MARKS[verdict.level]
    spans: list[tuple[str, str]] = [(f"{mark.sign} {mark.word.upper()}", mark.tint)]
    if verdict.contested:
        spans.append((f" {CONTESTED.sign} {CONTESTED.word}", CONTESTED.tint))
    spans += [(" · ", "quiet"), (act_phrase(book, act), "strong")]
    have = book.capital(list(view.row), act.role)
    cost: Line = ((f"costs {verdict.cost}, you have {have}", "warning" if verdict.cost > have else "quiet"),)
    if not verdict.cost:
        cost = (("costs nothing", "quiet"),)
    return Par(tuple(spans), right=cost)


def finding_lines(book: Rulebook, finding: Finding) -> Iterator[Par]:
    """One finding: why, then where it is written."""
    mark = CONTESTED if finding.kind == "contested" else MARKS[finding.level]
    yield Par(((finding.reason, ""),), ((mark.sign, mark.tint),), 2)
    where = []
    if finding.instrument and finding.provision:
        title = book.names.provisions[f"{finding.instrument}.{finding.provision}"].title
        state = f", {plain_state(finding.state)}" if finding.state else ""
        where.append(f"{title}{state}")
    if finding.cite:
        where.append(finding.cite)
    if where:
        yield par(" · ".join(where), "quiet", hang=2)


def reading_lines(book: Rulebook, finding: Finding) -> Iterator[Par]:
    """Who reads a provision how, where good-faith readings differ."""
    for by, says in finding.readings:
        name = book.pack.actors[by].short if by in book.pack.actors else by
        yield Par(((says, ""),), ((f"  {name} reads", CONTESTED.tint),), 14)


def keeper_words(book: Rulebook, keeper: Keeper) -> str:
    """Who decides, and how: `1718 Committee (consensus of US, PRC, RUS)`."""
    if keeper.id not in book.pack.forum:
        return keeper.name
    members = ", ".join(book.pack.role[role].short for role in keeper.members)
    match keeper.rule:
        case "consensus":
            return f"{keeper.name} (passes unless {members} object)"
        case "vote":
            return f"{keeper.name} ({book.pack.forum[keeper.id].votes} votes, no veto)"
        case "agreement":
            return f"{keeper.name} ({members} must all agree)"
    return keeper.name


def _nothing() -> Iterator[Par]:
    mark = MARKS[Level.PERMITTED]
    yield Par((("No provision in force stands against it.", ""),), ((mark.sign, mark.tint),), 2)


def _ways_on(book: Rulebook, view: View, act: Act, verdict: Verdict) -> Iterator[Par]:
    """What can be done now, with the keys that do it."""
    spans: list[tuple[str, str]] = []
    if verdict.level == Level.BARRED:
        return
    if verdict.level == Level.CONSENT and verdict.may_ask:
        asked_of = " and ".join(keeper.name for keeper in verdict.keepers) or "them"
        spans += [("Enter", "key"), (f" asks {asked_of}; the answer comes next turn", "quiet")]
    elif verdict.level == Level.CONSENT and asked(book, list(view.row), act):
        spans += [("Asked for; the answer comes when the seals open.", "note")]
    elif verdict.cost > book.capital(list(view.row), act.role):
        spans += [("You cannot pay for it this turn.", "warning")]
    elif verdict.level == Level.BREACH:
        spans += [("Enter", "key"), (" does it knowingly, after one more question", "quiet")]
    else:
        spans += [("Enter", "key"), (" drafts it", "quiet")]
    if verdict.level == Level.CONSENT and verdict.may_do:
        spans += [(" · ", "quiet"), ("d", "key"), (" does it anyway, a breach", "quiet")]
    yield Par(tuple(spans), hang=LABEL)


def _effects(book: Rulebook, view: View, act: Act, verdict: Verdict) -> Iterator[Par]:
    """What the act itself would change; for one that needs consent, also what doing it anyway would."""
    if verdict.level == Level.BARRED:
        return
    decided = any(finding.kind in ("forum", "partner") for finding in verdict.findings)
    label = "if agreed" if verdict.level == Level.CONSENT and decided else "expected"
    broken = verdict.level == Level.BREACH
    yield _changes(expected(book, view, act, breach=broken), label, "breach" if broken else "quiet")
    if verdict.level == Level.CONSENT and verdict.may_do:
        yield _changes(expected(book, view, act, breach=True), "anyway", "breach")


def _seen_by(book: Rulebook, act: Act) -> Iterator[Par]:
    """Who will know of it, if not everybody."""
    seen = seen_by(book, act)
    if seen:
        yield par(seen, hang=LABEL, mark="seen by")


def _changes(texts: Sequence[str], label: str, tint: str) -> Par:
    return Par((("; ".join(texts) or "nothing that you can see at once", ""),), ((label, tint),), LABEL)


def breach_page(book: Rulebook, view: View, act: Act, verdict: Verdict) -> Iterator[Par]:
    """The question asked once more before a provision is broken: the paragraph and the price."""
    price = price_of_breach(book, view, act, verdict)
    yield Par((("This would be a breach. ", "breach"), (act_phrase(book, act), "strong")))
    yield GAP
    for finding in price.broken:
        yield from finding_lines(book, finding)
    yield GAP
    yield par(f"{price.capital} of {price.have} political capital", hang=LABEL, mark="costs")
    yield par("; ".join(price.changes) or "nothing that you can see at once", hang=LABEL, mark="expected")
    yield from _seen_by(book, act)
    if price.says:
        yield par(price.says, hang=LABEL, mark="price")
    yield par("It is logged as done knowingly, and others may answer in proportion.", "quiet", hang=LABEL)
