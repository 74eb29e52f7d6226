"""What is asked in one turn is answered in the next; each kind of forum counts voices in its own way."""

from __future__ import annotations

import pytest

from tabletop.rules.consents import decide, needed_keepers, open_questions, pending
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import Resolution
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

from .small_pack import MACHINE, book_of, opening, played, sealed, value, with_

FORA = """
[forum.quiet]
name = "Quiet committee"
about = "Silence is a yes."
members = ["north", "south", "hills"]
rule = "consensus"
public = false
[forum.table]
name = "The table"
about = "Silence is a no."
members = ["north", "south", "hills"]
rule = "agreement"
[forum.council]
name = "The council"
about = "It votes."
members = ["north", "south", "hills"]
rule = "vote"
votes = 4
veto = ["hills"]
others = "1 if tension >= 50 else 3"
[forum.assembly]
name = "Southern assembly"
about = "It follows the mood."
members = ["south"]
rule = "home"
passes = "tension < 50"
refusal = "The mood is against it."
"""

MOVES = "".join(
    f"""
[move.{move}]
name = "{move}"
about = "Decided there."
by = {by}
group = "talk"
forum = "{forum}"
cost = 2
effects = [{{ track = "tension", add = 7 }}]
if_refused = [{{ track = "tension", add = 1 }}]
"""
    for move, forum, by in (
        ("quiet-matter", "quiet", '["north"]'),
        ("table-matter", "table", '["north"]'),
        ("council-matter", "council", '["north", "hills"]'),
        ("home-matter", "assembly", '["south"]'),
    )
)

LEAVE = (
    MACHINE
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "Leave for the fish and leave for the grass."
[instrument.river.provision.fish]
title = "Fishing by leave"
machine = "article"
says = "Whoever fishes asks the quiet committee."
cite = "Art. 3"
catches = { tags = ["fishing"] }
level = "consent"
keeper = "quiet"
if_breached = [{ track = "trust[actor, hills]", add = -10 }]
[instrument.river.provision.grass]
title = "Grazing by leave"
machine = "article"
says = "Whoever grazes asks the hill country."
cite = "Art. 4"
catches = { tags = ["grazing"] }
level = "consent"
keeper = "hills"
[instrument.river.provision.night]
title = "Nothing at night"
machine = "article"
says = "Nobody fishes at night."
cite = "Art. 5"
catches = { tags = ["fishing"] }
[move.fish]
name = "Fish"
about = "With nets."
by = ["north"]
group = "relieve"
tags = ["fishing"]
cost = 2
needs = [{ when = "tension < 90", why = "Nobody fishes in a quarrel." }]
effects = [{ track = "trust[north, south]", add = 4 }]
if_refused = [{ track = "tension", add = 1 }]
[move.fish-and-graze]
name = "Fish and graze"
about = "Two leaves are needed."
by = ["north"]
group = "relieve"
tags = ["fishing", "grazing"]
effects = [{ track = "trust[north, south]", add = 4 }]
[move.swap]
name = "Swap"
about = "One for one."
by = ["north"]
group = "talk"
targets = ["south", "hills"]
partner = true
effects = [{ track = "trust[actor, target]", add = 6 }]
if_refused = [{ track = "trust[actor, target]", add = -1 }]
[move.provoke]
name = "Provoke"
about = "Raise the heat."
by = ["south"]
group = "press"
effects = [{ track = "tension", set = 95 }]
"""
)

LAW = '"river.fish" = "in-force"\n"river.grass" = "in-force"'


@pytest.fixture(scope="module")
def fora() -> Rulebook:
    return book_of(FORA + MOVES)


@pytest.fixture(scope="module")
def leave() -> Rulebook:
    return book_of(FORA + LEAVE, law=LAW)


def asked(book: Rulebook, key: str, **changed: int | str) -> Row:
    """The position after an act was asked for."""
    row = with_(book, opening(book), changed)
    return played(book, row, **{book.by_key[key].role: sealed(book, key, ask=True)}).row


def answered(book: Rulebook, row: Row, key: str, **answers: bool) -> Resolution:
    return played(book, row, **{role: Orders(answers={key: says}) for role, says in answers.items()})


def event(found: Resolution, cause: str) -> Event:
    (one,) = [event for event in found.events if event.cause == cause]
    return one


def happened(found: Resolution, move: str) -> bool:
    return any(event.cause == f"move:{move}" and event.step in ("overt", "covert") for event in found.events)


# ---- the four rules ----


def test_consensus_passes_in_silence(fora):
    key = "north/quiet-matter"
    found = answered(fora, asked(fora, key), key)
    assert happened(found, "quiet-matter")
    assert event(found, "consent:quiet-matter").says.endswith("Quiet committee: No member objected.")


@pytest.mark.parametrize(("tension", "passes"), [(50, True), (51, False)])
def test_consensus_can_hang_on_a_condition_besides(tension: int, passes: bool) -> None:
    waiting = FORA.replace(
        'rule = "consensus"', 'rule = "consensus"\npasses = "tension <= 50"\nrefusal = "Somebody lets it wait."'
    )
    book, key = book_of(waiting + MOVES), "north/quiet-matter"
    found = answered(book, with_(book, asked(book, key), {"tension": tension}), key)
    assert happened(found, "quiet-matter") == passes
    assert ("Somebody lets it wait." in event(found, "consent:quiet-matter").says) != passes


@pytest.mark.parametrize("objector", ["south", "hills"])
def test_one_objection_breaks_consensus(fora, objector):
    key = "north/quiet-matter"
    found = answered(fora, asked(fora, key), key, **{objector: False})
    assert not happened(found, "quiet-matter")
    assert "objected" in event(found, "consent:quiet-matter").says


@pytest.mark.parametrize(
    ("answers", "agreed"),
    [
        ({}, False),
        ({"south": True}, False),
        ({"south": True, "hills": False}, False),
        ({"south": True, "hills": True}, True),
    ],
    ids=["silence", "one yes", "a no", "every yes"],
)
def test_agreement_needs_every_other_members_yes(fora, answers, agreed):
    key = "north/table-matter"
    assert happened(answered(fora, asked(fora, key), key, **answers), "table-matter") == agreed


@pytest.mark.parametrize(
    ("tension", "answers", "passed"),
    [
        (10, {}, True),
        (10, {"south": False}, True),
        (10, {"south": True, "hills": False}, False),
        (60, {}, False),
        (60, {"south": True}, False),
        (60, {"south": True, "hills": True}, True),
    ],
    ids=["own vote and others", "a no is no veto", "a veto", "too few", "still too few", "just enough"],
)
def test_a_vote_counts_yes_votes_and_stops_at_a_veto(fora, tension, answers, passed):
    key = "north/council-matter"
    row = with_(fora, asked(fora, key), {"tension": tension})
    assert happened(answered(fora, row, key, **answers), "council-matter") == passed


def test_the_vote_is_told_with_its_count(fora):
    key = "north/council-matter"
    row = asked(fora, key)
    assert decide(fora, row, fora.by_key[key], {})[0].why == "4 votes in favour, 4 needed, no veto."
    vetoed = decide(fora, row, fora.by_key[key], {"hills": Orders(answers={key: False})})
    assert vetoed[0].why == "4 votes in favour; H cast a veto."


def test_whoever_tables_a_draft_does_not_veto_it(fora):
    key = "hills/council-matter"
    assert happened(answered(fora, asked(fora, key), key), "council-matter")


@pytest.mark.parametrize(("tension", "passed"), [(49, True), (50, False)])
def test_a_body_at_home_follows_its_condition_and_asks_nobody(fora, tension, passed):
    key = "south/home-matter"
    row = with_(fora, asked(fora, key), {"tension": tension})
    assert not any(open_questions(fora, row, role) for role in fora.names.roles)
    found = answered(fora, row, key)
    assert happened(found, "home-matter") == passed
    assert ("The mood is against it." in event(found, "consent:home-matter").says) != passed


# ---- asking ----


def test_asking_costs_now_and_does_nothing_yet(fora):
    row = opening(fora)
    found = played(fora, row, north=sealed(fora, "north/quiet-matter", ask=True))
    assert event(found, "move:quiet-matter").changes[0].after == value(fora, row, "capital[north]") - 2
    assert not happened(found, "quiet-matter")
    assert value(fora, found.row, "tension") == value(fora, row, "tension")
    assert event(found, "ask:quiet-matter").says == "N asks Quiet committee to agree: quiet-matter."


def test_members_are_asked_and_nobody_else(fora):
    row = asked(fora, "south/home-matter")
    assert open_questions(fora, row, "north") == []
    row = asked(fora, "north/table-matter")
    act = fora.by_key["north/table-matter"]
    assert pending(fora, row) == [act]
    assert open_questions(fora, row, "south") == open_questions(fora, row, "hills") == [act]
    assert open_questions(fora, row, "north") == []


def test_only_what_was_asked_can_be_answered(fora):
    row = asked(fora, "north/table-matter")
    judge(fora, row, "south", Orders(answers={"north/table-matter": True}))
    with pytest.raises(IllegalOrder, match="Nobody asked north"):
        judge(fora, row, "north", Orders(answers={"north/table-matter": True}))
    with pytest.raises(IllegalOrder, match="Nobody asked south"):
        judge(fora, opening(fora), "south", Orders(answers={"north/table-matter": True}))


def test_who_asks_a_closed_committee_is_known_to_its_members_and_the_asker_alone(leave):
    place = leave.schema.index["consent[north/fish-and-graze]"]
    assert leave.schema.columns[place].seen_by == ("north", "south", "hills")
    place = leave.schema.index["consent[north/swap@hills]"]
    assert leave.schema.columns[place].seen_by == ("north", "hills")


# ---- refusals and yeses ----


def test_a_refusal_returns_the_cost_and_has_its_own_consequences(fora):
    key = "north/table-matter"
    row = asked(fora, key)
    found = answered(fora, row, key)
    refusal = event(found, "consent:table-matter")
    changed = {change.column: change.after - change.before for change in refusal.changes}
    assert changed == {"consent[north/table-matter]": -1, "capital[north]": 2, "tension": 1}
    assert pending(fora, found.row) == []


def test_a_forums_yes_is_for_one_occasion(fora):
    key = "north/quiet-matter"
    found = answered(fora, asked(fora, key), key)
    assert value(fora, found.row, f"consent[{key}]") == 0
    assert value(fora, found.row, "tension") == 10 + 7


def test_the_asked_act_happens_the_turn_after_and_lawfully(leave):
    key = "north/fish"
    found = answered(leave, asked(leave, key), key)
    done = event(found, "move:fish")
    assert (done.turn, done.level, done.cites) == (2, "permitted", ())
    assert value(leave, found.row, "trust[north, hills]") == 0
    assert value(leave, found.row, "trust[north, south]") == 4
    assert value(leave, found.row, "last[north, fish]") == 2


def test_a_keepers_yes_to_a_duty_can_be_used_again_for_a_while(leave):
    key = "north/fish"
    row = answered(leave, asked(leave, key), key).row
    act = leave.by_key[key]
    levels = []
    for _ in range(3):
        levels.append(leave.level(row, act).word)
        row = with_(leave, row, {"turn": value(leave, row, "turn") + 1})
    assert levels == ["permitted", "permitted", "consent"]


def test_every_keeper_must_agree(leave):
    key = "north/fish-and-graze"
    row = asked(leave, key)
    assert needed_keepers(leave, row, leave.by_key[key]) == ("quiet", "hills")
    assert not happened(answered(leave, row, key), "fish-and-graze")
    assert not happened(answered(leave, row, key, hills=True, south=False), "fish-and-graze")
    assert happened(answered(leave, row, key, hills=True), "fish-and-graze")


def test_a_partner_who_is_silent_has_not_agreed(leave):
    key = "north/swap@hills"
    row = asked(leave, key)
    assert value(leave, answered(leave, row, key).row, "trust[north, hills]") == -1
    assert value(leave, answered(leave, row, key, hills=True).row, "trust[north, hills]") == 6


def test_a_yes_comes_too_late_for_an_act_that_is_barred_by_then(leave):
    key = "north/fish"
    row = with_(leave, asked(leave, key), {"tension": 95})
    found = answered(leave, row, key)
    assert not happened(found, "fish")
    changed = {change.column: change.after - change.before for change in event(found, "consent:fish").changes}
    assert changed == {f"consent[{key}]": -1, "capital[north]": 2}
    assert "too late" in event(found, "consent:fish").says


def test_a_yes_does_not_cover_a_ban_that_came_in_the_meantime(leave):
    key = "north/fish"
    row = with_(leave, asked(leave, key), {"river.night": "in-force"})
    found = answered(leave, row, key)
    assert not happened(found, "fish")
    assert "too late" in event(found, "consent:fish").says


def test_what_no_longer_needs_a_yes_happens_all_the_same(leave):
    key = "north/fish"
    row = with_(leave, asked(leave, key), {"river.fish": "asleep"})
    assert open_questions(leave, row, "south") == []
    assert happened(answered(leave, row, key, south=False), "fish")


def test_whoever_does_not_wait_for_the_answer_does_it_once_and_in_breach(leave):
    key = "north/fish"
    row = asked(leave, key)
    found = played(leave, row, north=sealed(leave, key, knowing=True))
    done = [one for one in found.events if one.cause == "move:fish" and one.step == "overt"]
    assert [one.level for one in done] == ["breach"]
    assert value(leave, found.row, "trust[north, south]") == 4
    assert value(leave, found.row, "trust[north, hills]") == -10


def test_a_consent_that_nobody_can_give_is_a_breach_and_is_not_asked_for():
    keeperless = LEAVE.replace('level = "consent"\nkeeper = "hills"', 'level = "consent"')
    book, key = book_of(FORA + keeperless, law=LAW), "north/fish-and-graze"
    row = with_(book, opening(book), {"river.fish": "absent", "river.night": "absent", "river.grass": "in-force"})
    assert check(book, row, book.by_key[key]).level == Level.BREACH
    with pytest.raises(IllegalOrder, match="needs nobody's yes now"):
        judge(book, row, "north", sealed(book, key, ask=True))
    assert happened(played(book, row, north=sealed(book, key, knowing=True)), "fish-and-graze")
