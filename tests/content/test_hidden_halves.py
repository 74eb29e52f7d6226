"""Whole games played twice, with different hidden halves: a role is shown the same as long as it could not know.

The second game differs in what one role cannot see: covert acts of others, their hidden numbers, sealed texts
between them, the annex of an open one. As long as the difference has no public consequences, everything the role is shown is byte-equal.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from tabletop.actors.delegation import choose
from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.lab.random_play import open_acts, random_order, random_orders
from tabletop.record.format import told
from tabletop.rules.agreements.bars import barred
from tabletop.rules.agreements.lint import notes
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.rules.views import seen_events, view
from tabletop.table.commands import AnyCommand, circulate
from tabletop.table.table import Phase, Table

SCENARIOS = ("mar-a-lago-2017", "hanoi-2019")


def shown(book: Rulebook, row: Row, role: str) -> bytes:
    """Everything a role may ask of a position, as bytes: its view, its acts' verdicts, the linter, its doctrines."""
    seen = view(book, row, role)
    known = list(seen.row)
    drafts = [from_template(template) for template in book.pack.template.values() if role in template.parties]
    said = {
        "row": known,
        "hidden": sorted(seen.hidden),
        "questions": [act.key for act in seen.questions],
        "verdicts": [repr(asdict(check(book, known, act))) for act in book.by_role[role]],
        "notes": [repr(notes(book, known, draft)) for draft in drafts],
        "choices": [
            repr(choose(book, id_, seen, 7)) for id_, doctrine in book.pack.doctrine.items() if doctrine.role == role
        ],
    }
    return json.dumps(said).encode()


def heard(book: Rulebook, events: tuple[Event, ...], role: str) -> bytes:
    """Every event as a role is told it."""
    return json.dumps([told(event).model_dump(mode="json") for event in seen_events(book, events, role)]).encode()


def moved(book: Rulebook, events: tuple[Event, ...], role: str) -> list[tuple[str, int, int]]:
    """Every change a role sees, in order, whatever is said to have made it."""
    return [
        (change.column, change.before, change.after)
        for event in seen_events(book, events, role)
        for change in event.changes
    ]


def refusals(book: Rulebook, row: Row, role: str) -> list[str]:
    """What the judge answers to orders that cannot be sealed."""
    tried = [Orders(signs=(text,)) for text in as_broker(book, role)]
    for act in book.by_role[role]:
        tried += [Orders((random_order(book, row, act, Random(1)),)), Orders(answers={act.key: True})]
    said = []
    for orders in tried:
        try:
            judge(book, row, role, orders)
        except IllegalOrder as refusal:
            said.append(str(refusal))
    return said


def as_broker(book: Rulebook, role: str) -> Iterator[Draft]:
    """Texts of others into which a role writes itself as their broker, to learn whether they have sealed the same."""
    for template in book.pack.template.values():
        if role not in template.parties:
            text = replace(from_template(template), by=role, broker=role)
            yield text
            yield replace(text, steps=text.steps[:1])


def hidden_half(book: Rulebook, row: Row, role: str, dice: Random) -> Row:
    """The same position to one role's eyes, with another number behind it."""
    hidden = [
        place
        for place, column in enumerate(book.schema.columns)
        if column.kind == "track" and not column.visible_to(role)
    ]
    other = row[:]
    place = dice.choice(hidden)
    other[place] = dice.randint(book.schema.columns[place].low, book.schema.columns[place].high)
    return other


def covert_besides(book: Rulebook, row: Row, role: str, orders: Orders, dice: Random) -> Orders:
    """The same orders, with a covert act more if there is room for one."""
    covert = [act for act in open_acts(book, row, role) if book.pack.move[act.move].visibility == "covert"]
    dice.shuffle(covert)
    for act in covert:
        more = Orders(
            (*orders.acts, random_order(book, row, act, dice)),
            orders.answers, orders.signs, orders.duties, orders.responses, orders.readings,
        )  # fmt: skip
        try:
            judge(book, row, role, more)
        except IllegalOrder:
            continue
        return more
    return orders


def two_sealed_texts(book: Rulebook, row: Row, role: str) -> tuple[Draft, Draft] | None:
    """Two texts that the same others could seal between them now, and that this role has no part in."""
    for template in book.pack.template.values():
        draft = replace(from_template(template), sealed=True)
        shorter = replace(draft, steps=draft.steps[:1])
        if (
            role not in draft.signers
            and draft != shorter
            and not any(barred(book, row, each) for each in (draft, shorter))
        ):
            return draft, shorter
    return None


def with_and_without_annex(book: Rulebook, row: Row, role: str) -> tuple[Draft, Draft] | None:
    """A text that the same others could sign now with a sealed annex or without, and that this role has no part in."""
    for template in book.pack.template.values():
        whole = from_template(template)
        *known, last = (replace(step, annex=False) for step in whole.steps)
        if role in whole.signers or whole.sealed or not known:
            continue
        without = replace(whole, steps=tuple(known))
        annexed = replace(whole, steps=(*known, replace(last, annex=True)))
        if not any(barred(book, row, each) for each in (without, annexed)):
            return without, annexed
    return None


def with_signature(orders: dict[str, Orders], text: Draft) -> dict[str, Orders]:
    """The same orders, with the signatures of all who sign a text."""
    signed = {role: replace(orders.get(role, Orders()), signs=(text,)) for role in text.signers}
    return orders | signed


@dataclass
class Pair:
    """Two games that one role may not tell apart."""

    book: Rulebook
    scenario: str
    role: str
    seed: int
    compared: int = 0
    """Turns after which the role was shown the same."""
    differed: int = 0
    """How many of them had different positions behind what was shown."""
    annexes: int = 0
    """Turns in which others signed a text, in one game without an annex and in the other with one."""

    def play(self) -> None:
        """Play both games to the end of the first; where the difference turns public, a new one takes its place."""
        book, role, dice = self.book, self.role, Random(f"{self.scenario}/{self.role}/{self.seed}")
        one = book.opening(self.scenario)
        two = hidden_half(book, one, role, dice)
        while not book.over(one):
            news = [dispatch(book, row, self.scenario, self.seed) for row in (one, two)]
            one, two = news[0].row, news[1].row
            if view(book, one, role) == view(book, two, role):
                assert shown(book, one, role) == shown(book, two, role)
                assert heard(book, news[0].events, role) == heard(book, news[1].events, role)
                assert refusals(book, one, role) == refusals(book, two, role)
                doctrine = dice.choice([id_ for id_, each in book.pack.doctrine.items() if each.role == role] or [None])
                assert self._said(one, doctrine) == self._said(two, doctrine)
            else:  # a card that fits only one of the two games
                two = hidden_half(book, one, role, dice)
            orders = self._orders(one, two, dice)
            results = [resolve(book, row, each, self.seed) for row, each in zip((one, two), orders, strict=True)]
            one, two = results[0].row, results[1].row
            same = view(book, one, role) == view(book, two, role)
            if same and moved(book, results[0].events, role) == moved(book, results[1].events, role):
                assert heard(book, results[0].events, role) == heard(book, results[1].events, role)
                self.differed += one != two
                self.compared += 1
            if not same or book.over(two):  # what was done in secret has come to light
                two = hidden_half(book, one, role, dice)

    def _said(self, row: Row, doctrine: str | None) -> list[AnyCommand]:
        """All that the role says and seals by a doctrine, with its reasons, where some drafts of others lie before it."""
        if doctrine is None:
            return []
        table = Table(self.book, self.scenario, self.seed)
        table.row, table.phase = row, Phase.TALKS
        for template in [each for each in self.book.pack.template.values() if self.role in each.parties[1:]][:3]:
            with suppress(IllegalOrder):
                table.send(circulate(from_template(template), template.parties[0]))
        said: list[AnyCommand] = []
        while (word := next_word(table, {self.role: doctrine})) is not None:
            table.send(word)
            said.append(word)
        return [*said, sealed_by(table, self.role, doctrine)]

    def _orders(self, one: Row, two: Row, dice: Random) -> tuple[dict[str, Orders], dict[str, Orders]]:
        book, role = self.book, self.role
        both = {each: random_orders(book, one, each, dice) for each in book.names.actors}
        first = {each: orders for each, orders in both.items() if each == role or _stands(book, two, each, orders)}
        secretive = dice.choice([each for each in first if each != role])
        second = {**first, secretive: covert_besides(book, two, secretive, first[secretive], dice)}
        texts = dice.choice([two_sealed_texts, with_and_without_annex])(book, one, role)
        if texts is not None and dice.random() < 0.4:
            self.annexes += bool(texts[1].annexed)
            return with_signature(first, texts[0]), with_signature(second, texts[1])
        return first, second


@settings(max_examples=10, deadline=None)
@given(
    scenario=st.sampled_from(SCENARIOS), role=st.sampled_from(["us", "dprk", "rok", "prc", "japan", "russia"]),
    seed=st.integers(0, 10_000),
)  # fmt: skip
def test_whole_games_with_different_hidden_halves_show_a_role_the_same(
    book: Rulebook, scenario: str, role: str, seed: int
) -> None:
    Pair(book, scenario, role, seed).play()


def test_the_two_games_really_differ_behind_what_is_shown(book: Rulebook) -> None:
    pairs = [Pair(book, SCENARIOS[seed % 2], role, seed) for seed in range(2) for role in book.names.actors]
    for pair in pairs:
        pair.play()
    assert sum(pair.differed for pair in pairs) >= 2 * len(pairs)
    assert sum(pair.annexes for pair in pairs) >= len(pairs)


def _stands(book: Rulebook, row: Row, role: str, orders: Orders) -> bool:
    try:
        judge(book, row, role, orders)
    except IllegalOrder:
        return False
    return True
