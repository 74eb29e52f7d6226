"""Talking: what a delegation says next about texts — it answers, counters, or lays one on the table.

Everything follows from what lies on the table, so that a game that was left goes on as if it had not been.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tabletop.rules.agreements import showing
from tabletop.rules.agreements.bars import barred
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.chance import happens
from tabletop.rules.position import Row
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import OWED
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.rules.views import view
from tabletop.table.commands import Answer, Circulate, Show, circulate
from tabletop.table.drafts import MOST_DRAFTS, Circulated
from tabletop.table.table import Phase, Table

from .countering import counter_to
from .promises import kept_by
from .reading import holds
from .valuation import valued

TABLED = 2
"""Texts of its own that a delegation lays on the table in a turn."""
RESTS = 3
"""Turns for which a text that was not signed is not laid on the table again."""
COUNTERED = 2
"""Drafts that a delegation counters in a turn, and how long a chain of counters can grow."""


def next_word(table: Table, doctrines: Mapping[str, str]) -> Circulate | Answer | Show | None:
    """What the delegations that doctrine plays say next, given each one's doctrine; `None` if all is said."""
    if table.phase is not Phase.TALKS or table.book.layout is None:
        return None
    talking = {role: doctrine for role, doctrine in doctrines.items() if role in table.waiting_for}
    return next(_words(table, talking), None)


def _words(table: Table, doctrines: Mapping[str, str]) -> Iterator[Circulate | Answer | Show]:
    for circulated in table.drafts:
        for role in circulated.readers:
            if role in doctrines and role not in circulated.answers:
                yield _reply(table, role, doctrines[role], circulated)
    for circulated in table.drafts:
        for role in circulated.draft.parties:
            if role in doctrines and _would_show(table, role, doctrines[role], circulated):
                because = "They are near, and at home there is nothing left that we could add."
                yield Show(role=role, number=circulated.number, because=because)
    for role, doctrine in doctrines.items():
        yield from _tabled(table, role, doctrine)


def _reply(table: Table, role: str, doctrine: str, circulated: Circulated) -> Circulate | Answer:
    """A counter to a draft that would be worth signing with one change; the answer itself comes after it."""
    row = _sight(table, role)
    value = valued(table.book, doctrine, row, circulated.draft, circulated.shown)
    if not value.accepted and _may_counter(table, role, circulated):
        found = counter_to(table.book, doctrine, row, circulated.draft)
        if found is not None and _can_table(table, row, found[0].draft):
            counter, worth = found
            because = f"The same {counter.change}. {worth.because}"
            return circulate(counter.draft, role, circulated.number, because)
    return Answer(role=role, number=circulated.number, says=value.says, because=value.because)


def _would_show(table: Table, role: str, doctrine: str, circulated: Circulated) -> bool:
    """Whether a delegation that would sign shows its tight home to others who are near, with capital that it can spare."""
    near = any(says == "near" for each, says in circulated.answers.items() if each != role)
    if not near or circulated.answers.get(role) != "accept":
        return False
    book, row = table.book, _sight(table, role)
    if book.pack.forum[circulated.draft.forum].deniable:
        return False
    if table.why_not_show(role, circulated) is not None:
        return False
    promises = kept_by(book, doctrine, row, table.seed)
    asked = signing_cost(book, row, circulated.draft, role) + showing.COST * (len(table.shown_by(role)) + 1)
    return promises.paid + promises.due + asked <= book.capital(row, role)


def _may_counter(table: Table, role: str, circulated: Circulated) -> bool:
    """Once a draft, not in a chain without end, and not where answers alone are what is wanted."""
    countered = [each.counters for each in table.drafts if each.role == role and each.counters is not None]
    return (
        circulated.number not in [each.counters for each in table.drafts]
        and len(countered) < COUNTERED
        and _depth(table, circulated) < COUNTERED
        and not table.book.pack.forum[circulated.draft.forum].deniable
        and role in circulated.draft.parties
    )


def _depth(table: Table, circulated: Circulated) -> int:
    return 0 if circulated.counters is None else 1 + _depth(table, table.drafts[circulated.counters - 1])


def _tabled(table: Table, role: str, doctrine: str) -> Iterator[Circulate]:
    """Texts of the pack that a doctrine would lay on the table now, in its own order."""
    book, rules = table.book, table.book.pack.doctrine[doctrine].tabling
    if not rules or sum(each.role == role and each.counters is None for each in table.drafts) >= TABLED:
        return
    row = _sight(table, role)
    for number, rule in enumerate(rules, start=1):
        if not holds(book, rule.when, role, row):
            continue
        if not happens(table.seed, table.turn, f"tabling/{doctrine}/{number}", rule.odds):
            continue
        draft = from_template(book.pack.template[rule.template], role)
        rests = table.turn - table.unsigned.get(draft, -RESTS) < RESTS
        open_now = not rests and _can_table(table, row, draft) and not _in_hand(table, row, draft)
        if open_now and valued(book, doctrine, row, draft).accepted:
            yield circulate(draft, role, because=f"text {number}: {rule.because}")


def _can_table(table: Table, row: Row, draft: Draft) -> bool:
    """Whether the table takes a draft, and its author can pay for the forum."""
    if len(table.drafts) == MOST_DRAFTS or any(_alike(each.draft, draft) for each in table.drafts):
        return False
    cost = signing_cost(table.book, row, draft, draft.by)
    return cost <= table.book.capital(row, draft.by) and barred(table.book, table.row, draft) is None


def _alike(one: Draft, other: Draft) -> bool:
    """Whether two drafts say the same, whoever wrote them."""
    return replace(one, by=other.by) == other


def _in_hand(table: Table, row: Row, draft: Draft) -> bool:
    """Whether a step of a draft is owed already, as far as its author knows, or nothing in it is left to do."""
    owed = {duty.term for deal in deals(table.book.layout, row) for duty in deal.duties if duty.state in OWED}
    terms = [step.term for step in draft.steps]
    return any(term in owed for term in terms) or all(table.book.term_deeds[term].done(row) for term in terms)


def _sight(table: Table, role: str) -> Row:
    return list(view(table.book, table.row, role).row)
