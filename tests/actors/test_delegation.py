"""A delegation plays by its doctrine: rules in order, on what its role may see, and never an order the table refuses."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.actors.delegation import choose
from tabletop.lab.random_play import random_row
from tabletop.pack.faults import PackError
from tabletop.pack.formula import cells
from tabletop.pack.uses import formulas, uses
from tabletop.rules.dispatch import dispatch
from tabletop.rules.judging import judge
from tabletop.rules.orders import Order, Orders
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level
from tabletop.rules.views import view

from ..rules.small_pack import MACHINE, book_of, opening, played, sealed, with_

LAW = (
    MACHINE
    + """
[track.hoard]
name = "Hoard"
about = "Only the North knows."
seen_by = ["north"]
[instrument.river]
title = "River treaty"
family = "water"
about = "Leave for the fish, no dams."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody dams the river."
cite = "Art. 1"
catches = { moves = ["build", "build-together"] }
[instrument.river.provision.fish]
title = "Fishing by leave"
machine = "article"
says = "Whoever fishes asks the hill country."
cite = "Art. 3"
catches = { moves = ["fish"] }
level = "consent"
keeper = "hills"
[move.build]
name = "Build"
about = "Stone by stone."
by = ["north", "south"]
group = "press"
effects = [{ track = "tension", add = 5 }]
[move.build-together]
name = "Build together"
about = "Both banks."
by = ["north"]
group = "press"
targets = ["south"]
partner = true
[move.fish]
name = "Fish"
about = "With nets."
by = ["north"]
group = "relieve"
cost = 1
[move.sing]
name = "Sing"
about = "Songs."
by = ["north"]
group = "talk"
cost = 1
[move.feast]
name = "Feast"
about = "Dear."
by = ["north"]
group = "talk"
cost = 3
[move.gift]
name = "Gift"
about = "For one."
by = ["north"]
group = "talk"
targets = ["south", "hills"]
[move.boast]
name = "Boast"
about = "Loudly."
by = ["north"]
group = "talk"
needs = [{ when = "tension >= 50", why = "There is no quarrel." }]
"""
)


def doctrine(*rules: str, answers: tuple[str, ...] = (), role: str = "north") -> str:
    """A doctrine from rules written as the inside of their tables."""
    text = f'[doctrine.way]\nrole = "{role}"\nname = "A way"\nabout = "One way to think."\n'
    if not rules:
        text += "rule = []\n"
    text += "".join(f'[[doctrine.way.rule]]\nbecause = "Reason {n}."\n{rule}\n' for n, rule in enumerate(rules, 1))
    return text + "".join(
        f'[[doctrine.way.answer]]\nbecause = "Answer {n}."\n{rule}\n' for n, rule in enumerate(answers, 1)
    )


def chosen(book: Rulebook, role: str = "north", seed: int = 1, **changed: int | str):
    row = with_(book, opening(book), changed)
    return choose(book, "way", view(book, row, role), seed)


def keys(found) -> list[str]:
    return [order.act.key for order in found.orders.acts]


# ---- rules ----


def test_the_first_rules_that_hold_are_played_as_many_as_the_pack_allows():
    book = book_of(LAW + doctrine(
        'when = "tension >= 50"\nmove = "boast"',
        'when = "True"\nmove = "sing"',
        'when = "True"\nmove = "gift"\ntarget = "hills"',
        'when = "True"\nmove = "wait"',
    ))  # fmt: skip
    assert keys(chosen(book)) == ["north/sing", "north/gift@hills"]
    assert keys(chosen(book, tension=50)) == ["north/boast", "north/sing"]


def test_each_act_says_which_rule_chose_it():
    book = book_of(LAW + doctrine('when = "False"\nmove = "wait"', 'when = "True"\nmove = "sing"'))
    assert chosen(book).because == {"north/sing": "rule 2: Reason 2."}


def test_the_same_act_is_chosen_once():
    book = book_of(LAW + doctrine('when = "True"\nmove = "sing"', 'when = "True"\nmove = "sing"'))
    assert keys(chosen(book)) == ["north/sing"]


def test_what_is_barred_is_passed_over():
    book = book_of(LAW + doctrine('when = "True"\nmove = "boast"', 'when = "True"\nmove = "sing"'))
    assert keys(chosen(book, tension=10)) == ["north/sing"]


def test_what_cannot_be_paid_any_more_is_passed_over():
    rules = ('when = "True"\nmove = "sing"', 'when = "True"\nmove = "feast"', 'when = "True"\nmove = "fish"')
    book = book_of(LAW + doctrine(*rules))
    assert keys(chosen(book)) == ["north/sing", "north/fish"]


def test_the_law_is_kept_unless_the_rule_would_break_it():
    lawful = book_of(LAW + doctrine('when = "True"\nmove = "build"'), law='"river.dam" = "in-force"')
    assert keys(chosen(lawful)) == []
    bold = book_of(LAW + doctrine('when = "True"\nmove = "build"\nbreach = true'), law='"river.dam" = "in-force"')
    assert chosen(bold).orders.acts == (Order(bold.by_key["north/build"], knowing=True),)


def test_leave_is_asked_for_and_waited_for():
    book = book_of(LAW + doctrine('when = "True"\nmove = "fish"'), law='"river.fish" = "in-force"')
    assert chosen(book).orders.acts == (Order(book.by_key["north/fish"], ask=True),)
    assert keys(chosen(book, **{"consent[north/fish]": 1})) == []
    assert chosen(book, **{"consent[north/fish]": 100}).orders.acts == (Order(book.by_key["north/fish"]),)


def test_a_rule_that_would_break_the_law_does_not_ask():
    book = book_of(LAW + doctrine('when = "True"\nmove = "fish"\nbreach = true'), law='"river.fish" = "in-force"')
    assert chosen(book).orders.acts == (Order(book.by_key["north/fish"], knowing=True),)


def test_what_needs_a_partner_is_asked_for_even_by_the_bold():
    book = book_of(LAW + doctrine('when = "True"\nmove = "build-together"\ntarget = "south"\nbreach = true'))
    assert chosen(book).orders.acts == (Order(book.by_key["north/build-together@south"], ask=True),)


def test_what_needs_a_partner_and_breaks_the_law_is_done_by_nobody_alone():
    book = book_of(
        LAW + doctrine('when = "True"\nmove = "build-together"\ntarget = "south"\nbreach = true'),
        law='"river.dam" = "in-force"',
    )
    assert keys(chosen(book)) == []


def test_odds_are_followed_and_keyed_by_turn_and_rule():
    book = book_of(LAW + doctrine('when = "True"\nmove = "sing"\nodds = 30'))
    sung = [bool(keys(chosen(book, seed=seed))) for seed in range(1_000)]
    assert 250 < sum(sung) < 350
    assert sung == [bool(keys(chosen(book, seed=seed))) for seed in range(1_000)]
    assert sung != [bool(keys(chosen(book, seed=seed, turn=2))) for seed in range(1_000)]


# ---- answers ----


def test_the_first_answer_about_a_move_that_holds_is_given():
    answers = (
        'moves = ["fish"]\nwhen = "tension >= 50"\nsays = false',
        'moves = ["fish"]\nsays = true',
    )
    book = book_of(LAW + doctrine(answers=answers, role="hills"), law='"river.fish" = "in-force"')
    asked = {"consent[north/fish]": 1}
    calm, angry = chosen(book, "hills", **asked), chosen(book, "hills", tension=50, **asked)
    assert calm.orders.answers == {"north/fish": True}
    assert calm.because == {"north/fish": "answer 2: Answer 2."}
    assert angry.orders.answers == {"north/fish": False}
    assert angry.because == {"north/fish": "answer 1: Answer 1."}


def test_without_an_answer_in_its_doctrine_a_delegation_is_silent():
    book = book_of(LAW + doctrine(role="hills"), law='"river.fish" = "in-force"')
    assert chosen(book, "hills", **{"consent[north/fish]": 1}).orders == Orders((), {})


# ---- sight ----

NOSY = doctrine('when = "hoard >= 5"\nmove = "wait"', role="south")


def test_a_doctrine_may_read_what_its_role_sees():
    book = book_of(LAW + doctrine('when = "hoard >= 5"\nmove = "sing"'), tracks="hoard = 9")
    assert keys(chosen(book)) == ["north/sing"]


@pytest.mark.parametrize(
    ("text", "what"),
    [
        (NOSY, "hoard"),
        (doctrine('when = "capital[north] >= 1"\nmove = "wait"', role="south"), "capital[north]"),
        (doctrine(answers=('moves = ["fish"]\nwhen = "hoard == 0"\nsays = true',), role="hills"), "hoard"),
    ],
    ids=["a hidden track", "another's own", "in an answer"],
)
def test_a_doctrine_that_reads_what_its_role_may_not_see_is_a_fault_of_the_pack(text, what):
    with pytest.raises(PackError) as caught:
        book_of(LAW + text)
    (fault,) = caught.value.faults
    role = "hills" if "hills" in text else "south"
    assert fault.what == f"The doctrine of {role} reads `{what}`, which {role} may not see."
    assert fault.remedy == f"Read what {role} may see, or let {role} see it."
    assert (fault.file, fault.path[0]) == ("game.toml", "doctrine")
    assert (LAW + text).splitlines()[fault.line - 1].startswith("when = ")


def test_a_covert_act_of_another_cannot_be_read_either():
    covert = LAW.replace(
        'by = ["north", "south"]\ngroup = "press"', 'by = ["north", "south"]\ngroup = "press"\nvisibility = "covert"'
    )
    with pytest.raises(PackError, match=r"reads `last\[north, build\]`, which south may not see"):
        book_of(covert + doctrine('when = "since(\'build\', north) <= 1"\nmove = "wait"', role="south"))
    assert book_of(LAW + doctrine('when = "since(\'build\', north) <= 1"\nmove = "wait"', role="south"))


def test_every_doctrine_of_the_korea_pack_reads_only_what_its_role_may_see(book):
    columns = {column.label: column for column in book.schema.columns}
    checked = 0
    for use in uses(book.names):
        if use.path[0] == "doctrine":
            role = book.pack.doctrine[use.path[1]].role
            for formula in formulas(use, book.names):
                checked += 1
                assert all(columns[label].visible_to(role) for label in cells(formula)), use.path
    assert checked >= 200


def test_the_same_view_gives_the_same_choice_whatever_is_hidden(book):
    dice = Random(2019)
    for _ in range(15):
        row = random_row(book, dice)
        for id_, way in book.pack.doctrine.items():
            other = [
                value if column.visible_to(way.role) else dice.randint(column.low, min(column.high, 120))
                for value, column in zip(row, book.schema.columns, strict=True)
            ]
            first, second = (choose(book, id_, view(book, found, way.role), 7) for found in (row, other))
            assert first == second


def test_the_view_is_left_as_it_was(book):
    seen = view(book, book.opening("mar-a-lago-2017"), "us")
    kept = tuple(seen.row)
    choose(book, "maximum-pressure", seen, 1)
    assert seen.row == kept


# ---- whole games ----


def test_no_doctrine_ever_seals_an_order_the_table_refuses(book):
    """Every doctrine plays in several games against changing company; each seal is judged on the true position."""
    by_role = {role: [id_ for id_, way in book.pack.doctrine.items() if way.role == role] for role in book.names.actors}
    played_ways, sealed_acts = set(), 0
    for game in range(24):
        ways = {role: ids[Random(f"{role}{game}").randrange(len(ids))] for role, ids in by_role.items()}
        played_ways |= set(ways.values())
        row = book.opening("mar-a-lago-2017")
        while not book.over(row):
            row = dispatch(book, row, "mar-a-lago-2017", game).row
            orders = {}
            for role, way in ways.items():
                choice = choose(book, way, view(book, row, role), game)
                judge(book, row, role, choice.orders)
                acts = {order.act.key: order for order in choice.orders.acts}
                assert set(choice.because) == set(acts) | set(choice.orders.answers)
                for order in acts.values():
                    sealed_acts += 1
                    breaks = check(book, row, order.act).level in (Level.CONSENT, Level.BREACH)
                    assert order.knowing == (breaks and not order.ask)
                orders[role] = choice.orders
            row = resolve(book, row, orders, game).row
    assert played_ways == set(book.pack.doctrine)
    assert sealed_acts > 1_000


def test_a_delegation_that_asks_is_answered_and_acts(book):
    """One exchange from question to act, between two delegations and no people."""
    small = book_of(
        LAW
        + doctrine('when = "True"\nmove = "fish"')
        + doctrine(answers=('moves = ["fish"]\nsays = true',), role="hills").replace("doctrine.way", "doctrine.other"),
        law='"river.fish" = "in-force"',
    )
    row = opening(small)
    row = played(small, row, north=choose(small, "way", view(small, row, "north"), 1).orders).row
    answer = choose(small, "other", view(small, row, "hills"), 1).orders
    found = played(small, row, hills=answer, north=sealed(small, "north/sing"))
    assert [event.act for event in found.events if event.cause == "move:fish"] == ["north/fish"]
