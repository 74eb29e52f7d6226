"""Second questions of the legal clinic: which text decides, or who could make it lawful."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tabletop.rules.acts import Act
from tabletop.rules.chance import roll
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Finding, Level, Verdict

CHOICES = 3


@dataclass(frozen=True, slots=True)
class Second:
    """One question with three choices, of which one is right."""

    asks: str
    choices: tuple[str, ...]
    right: int
    """The place of the right one, from 0."""


def second_question(book: Rulebook, act: Act, verdict: Verdict, finding: Finding | None, seed: int) -> Second | None:
    """What can be asked once the level is known; none if nothing fits."""
    found = [
        second
        for second in (_who(book, act, verdict, finding, seed), _which(book, act, verdict, finding, seed))
        if second
    ]
    return found[roll(seed, 1, f"clinic/second/{act.key}", len(found))] if found else None


def curable(verdict: Verdict, finding: Finding | None) -> bool:
    """Whether the keepers of a verdict could make the act lawful: no yes mends a breach or a missing condition."""
    mends = verdict.level == Level.CONSENT or (finding is not None and finding.kind == "competence")
    return mends and bool(verdict.keepers)


def _who(book: Rulebook, act: Act, verdict: Verdict, finding: Finding | None, seed: int) -> Second | None:
    if not curable(verdict, finding):
        return None
    forums, roles = book.pack.forum, book.pack.role
    keepers = {keeper.id: keeper for keeper in verdict.keepers}
    right = verdict.keepers[roll(seed, 1, f"clinic/keeper/{act.key}", len(verdict.keepers))]
    hands = {keeper.members for keeper in verdict.keepers}
    others = (
        # Another name for the same hands would be right as well.
        [forum.name for id_, forum in forums.items() if id_ not in keepers and forum.members not in hands]
        if right.id in forums
        else [role.name for id_, role in roles.items() if id_ not in keepers and id_ != act.role]
    )
    return _shuffled("Who could make it lawful?", right.name, _lots(others, f"keepers/{act.key}", seed), act, seed)


def _which(book: Rulebook, act: Act, verdict: Verdict, finding: Finding | None, seed: int) -> Second | None:
    if finding is None or finding.cite is None or finding.instrument is None:
        return None
    told = [other.cite for other in verdict.findings if other.cite]
    may_catch = {charge.label for charge in book.case(act).charges}
    near: list[str] = []
    far: list[str] = []
    for label, provision in book.names.provisions.items():
        if label in may_catch or any(_overlap(provision.cite, cite) for cite in told):
            continue
        instrument = book.pack.instrument[label.partition(".")[0]]
        same = instrument.family == book.pack.instrument[finding.instrument].family
        (near if same else far).append(provision.cite)
    near, far = (_lots(cites, f"texts/{act.key}", seed) for cites in (near, far))
    asks = "Which text does it touch?" if finding.kind in ("dormant", "promise") else "Which text decides?"
    return _shuffled(asks, finding.cite, [*near[:1], *far[:1], *near[1:], *far[1:]], act, seed)


def _overlap(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _lots(words: Iterable[str], cause: str, seed: int) -> list[str]:
    """Each once, in an order left to chance."""
    return sorted(dict.fromkeys(words), key=lambda word: roll(seed, 1, f"clinic/{cause}/{word}", 1_000_000))


def _shuffled(asks: str, right: str, others: Sequence[str], act: Act, seed: int) -> Second | None:
    wrong = list(dict.fromkeys(other for other in others if other != right))[: CHOICES - 1]
    if len(wrong) < CHOICES - 1:
        return None
    place = roll(seed, 1, f"clinic/right/{act.key}", CHOICES)
    return Second(asks, (*wrong[:place], right, *wrong[place:]), place)
