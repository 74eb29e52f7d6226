"""A turn is worked out in a fixed order, and every change is told under the name of what made it."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.lab.random_play import random_orders
from tabletop.rules.happened import STEPS, Change
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, advance
from tabletop.rules.rulebook import Rulebook

from .small_pack import MACHINE, book_of, opening, played, sealed, value, with_

MOVES = """
[track.loot]
name = "Loot"
about = "Only the North knows."
seen_by = ["north"]
[track.heat]
name = "Heat"
about = "Worked out."
derived = "tension // 2"
[move.march]
name = "March"
about = "In the open."
by = ["north", "south"]
group = "press"
cost = 1
effects = [{ track = "tension", add = 10 }]
[move.steal]
name = "Steal"
about = "At night."
by = ["north", "south"]
group = "press"
visibility = "covert"
cost = 1
effects = [{ track = "loot", add = 5 }, { track = "tension", add = 1 }]
[move.whisper]
name = "Whisper"
about = "For one pair of ears."
by = ["north"]
group = "talk"
targets = ["south", "hills"]
visibility = "known"
effects = [{ track = "trust[actor, target]", add = 2 }]
[move.calm]
name = "Calm"
about = "A deep breath."
by = ["south"]
group = "talk"
effects = [{ track = "tension", set = 0 }]
[move.spend-all]
name = "Spend everything"
about = "The price depends on the purse."
by = ["hills"]
group = "home"
cost = "1 if capital[hills] >= 3 else 9"
[move.spend-more]
name = "Spend more"
about = "The price depends on the purse."
by = ["hills"]
group = "home"
cost = "1 if capital[hills] >= 3 else 9"
"""

DRIFTS = "".join(
    f"""
[drift.in-{phase}]
name = "In {phase}"
phase = "{phase}"
effects = [{{ track = "tension", add = 1 }}]
says = "It is {phase} time."
"""
    for phase in ("clock", "home", "world", "evidence")
)

RISKS = """
[move.build-dike]
name = "Build a dike"
about = "Dear."
by = ["north", "hills"]
group = "home"
cost = 2
[incident.flood]
name = "Flood"
when = "tension > 5"
odds = "tension"
effects = [{ track = "tension", add = -4 }]
says = "Water everywhere."
[incident.drought]
name = "Drought"
when = "True"
odds = "tension * 3 - 20"
effects = [{ track = "capital[hills]", add = -1 }]
says = "Water nowhere."
averted = "It rains."
[ending.war]
name = "War"
says = "Nobody is left to talk."
when = "tension >= 60"
at = "any"
values = { north = 0, south = 0, hills = 0 }
"""

BREACHED = (
    MACHINE
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "No dams."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody dams the river."
cite = "Art. 1"
catches = { tags = ["dam"] }
if_breached = [{ track = "trust[actor, hills]", add = -7 }, { provision = "river.dam", to = "broken" }]
[[instrument.river.provision.dam.transition]]
from = ["in-force"]
to = "broken"
[[instrument.river.provision.dam.transition]]
from = ["in-force", "broken"]
to = "absent"
[instrument.river.provision.bank]
title = "Banks stay"
machine = "article"
says = "Nobody changes the banks."
cite = "Art. 2"
catches = { tags = ["dam"] }
if_breached = [{ track = "trust[actor, south]", add = -3 }]
[move.build]
name = "Build"
about = "It ends the article it breaks."
by = ["north", "south"]
group = "press"
tags = ["dam"]
effects = [{ provision = "river.dam", to = "absent" }, { track = "tension", add = 5 }]
if_breach = [{ track = "tension", add = 20 }]
"""
)


@pytest.fixture(scope="module")
def plain() -> Rulebook:
    return book_of(MOVES + DRIFTS)


@pytest.fixture(scope="module")
def risky() -> Rulebook:
    return book_of(MOVES + DRIFTS + RISKS, turns=9)


@pytest.fixture(scope="module")
def breached() -> Rulebook:
    return book_of(BREACHED, law='"river.dam" = "in-force"\n"river.bank" = "in-force"')


def causes(found: Resolution) -> list[str]:
    return [event.cause for event in found.events]


def change(found: Resolution, cause: str, column: str) -> Change:
    (one,) = [one for event in found.events if event.cause == cause for one in event.changes if one.column == column]
    return one


# ---- the order of a turn ----


def test_a_turn_goes_through_its_steps_in_order(plain):
    row = opening(plain)
    found = played(plain, row, north=sealed(plain, "north/steal", "north/march"), south=sealed(plain, "south/steal"))
    places = [STEPS.index(event.step) for event in found.events]
    assert [step for step in STEPS if step in {event.step for event in found.events}] == [
        "costs", "overt", "covert", "evidence", "world", "derived", "home", "clocks",
    ]  # fmt: skip
    assert [place for place in places if STEPS[place] != "derived"] == sorted(
        place for place in places if STEPS[place] != "derived"
    )


def test_open_acts_come_before_covert_ones_and_roles_in_the_packs_order(plain):
    found = played(
        plain,
        opening(plain),
        south=sealed(plain, "south/march"),
        north=sealed(plain, "north/steal", "north/march"),
    )
    acts = [event.act for event in found.events if event.step in ("overt", "covert")]
    assert acts == ["north/march", "south/march", "north/steal"]


def test_the_order_in_which_orders_arrive_changes_nothing(plain):
    one = {"south": sealed(plain, "south/calm"), "north": sealed(plain, "north/march", "north/steal")}
    other = dict(reversed(one.items()))
    assert played(plain, opening(plain), **one) == played(plain, opening(plain), **other)


def test_drifts_run_by_phase_whatever_the_order_of_the_file(plain):
    assert [cause for cause in causes(played(plain, opening(plain))) if cause.startswith("drift:")] == [
        "drift:in-evidence",
        "drift:in-world",
        "drift:in-home",
        "drift:in-clock",
    ]


def test_derived_tracks_are_worked_out_before_home_and_at_the_end(plain):
    found = played(plain, opening(plain), north=sealed(plain, "north/march"))
    derived = [event.changes[0] for event in found.events if event.cause == "derived"]
    assert [one.column for one in derived] == ["heat", "heat"]
    assert derived[0].after == (10 + 10 + 2) // 2
    assert derived[1].after == value(plain, found.row, "tension") // 2


def test_every_role_may_be_silent(plain):
    found = played(plain, opening(plain))
    assert value(plain, found.row, "turn") == 2
    assert not any(event.step in ("costs", "overt", "covert") for event in found.events)


@pytest.mark.parametrize("of", ["plain", "breached", "pauses", "risky"])
def test_what_nobody_listens_to_comes_to_the_same(of, request):
    book = request.getfixturevalue(of)
    dice = Random(1953)
    for seed in range(40):
        row = opening(book)
        while not book.over(row):
            orders = {role: random_orders(book, row, role, dice) for role in reversed(book.names.actors)}
            told = played(book, row, seed, **orders).row
            assert advance(book, row, orders, seed) == told
            row = told


def test_a_turn_nobody_listens_to_leaves_the_position_before_as_it_was(plain):
    row = opening(plain)
    kept = row[:]
    assert advance(plain, row, {"north": sealed(plain, "north/march", "north/steal")}, 1) != kept
    assert row == kept


def test_the_position_before_is_left_as_it_was(plain):
    row = opening(plain)
    kept = row[:]
    played(plain, row, north=sealed(plain, "north/march", "north/steal"))
    assert row == kept


# ---- what acts do ----


def test_an_act_pays_acts_and_is_remembered(plain):
    found = played(plain, opening(plain), north=sealed(plain, "north/march"))
    assert change(found, "move:march", "capital[north]") == Change("capital[north]", 3, 2)
    assert change(found, "move:march", "tension") == Change("tension", 10, 20)
    assert change(found, "move:march", "last[north, march]") == Change("last[north, march]", 0, 1)


def test_effects_stay_within_the_tracks_range(plain):
    found = played(plain, with_(plain, opening(plain), {"tension": 96}), north=sealed(plain, "north/march"))
    assert change(found, "move:march", "tension").after == 100


def test_two_acts_of_one_role_cost_what_they_cost_when_they_were_sealed(plain):
    found = played(plain, opening(plain), hills=sealed(plain, "hills/spend-all", "hills/spend-more"))
    paid = [one for event in found.events if event.step == "costs" for one in event.changes]
    assert [one.before - one.after for one in paid] == [1, 1]


def test_a_covert_act_is_known_to_its_actor_alone_and_a_whisper_to_two(plain):
    found = played(plain, opening(plain), north=sealed(plain, "north/steal", "north/whisper@hills"))
    seen = {event.act: event.seen_by for event in found.events if event.step in ("overt", "covert")}
    assert seen == {"north/steal": ("north",), "north/whisper@hills": ("north", "hills")}


def test_what_is_spent_is_known_to_the_spender_alone(plain):
    found = played(plain, opening(plain), north=sealed(plain, "north/march"))
    assert {event.seen_by for event in found.events if event.step == "costs"} == {("north",)}


# ---- breaches ----


def test_a_breach_is_told_with_what_it_broke(breached):
    found = played(breached, opening(breached), north=sealed(breached, "north/build", knowing=True))
    (done,) = [event for event in found.events if event.cause == "move:build"]
    assert (done.level, done.cites) == ("breach", ("Art. 1", "Art. 2"))
    assert done.says == "N: Build. It breaches Art. 1, Art. 2."


def test_each_broken_provision_answers_and_then_the_move_itself(breached):
    found = played(breached, opening(breached), north=sealed(breached, "north/build", knowing=True))
    assert change(found, "move:build", "trust[north, hills]").after == -7
    assert change(found, "move:build", "trust[north, south]").after == -3
    assert change(found, "move:build", "tension").after == 10 + 20 + 5


def test_what_an_act_breaks_is_judged_before_its_own_effects(breached):
    """The act takes its own article off the books; it is broken all the same."""
    found = played(breached, opening(breached), north=sealed(breached, "north/build", knowing=True))
    assert value(breached, found.row, "trust[north, hills]") == -7
    assert breached.state(found.row, "river.dam") == "absent"


def test_two_acts_in_one_turn_are_both_judged_by_the_law_as_it_stood_when_they_were_sealed(breached):
    orders = sealed(breached, "north/build", knowing=True), sealed(breached, "south/build", knowing=True)
    found = played(breached, opening(breached), north=orders[0], south=orders[1])
    assert [event.level for event in found.events if event.cause == "move:build"] == ["breach", "breach"]


def test_what_two_break_in_one_turn_each_answers_for_whoever_is_first(breached):
    orders = sealed(breached, "north/build", knowing=True), sealed(breached, "south/build", knowing=True)
    found = played(breached, opening(breached), north=orders[0], south=orders[1])
    assert value(breached, found.row, "trust[north, hills]") == -7
    assert value(breached, found.row, "trust[south, hills]") == -7


def test_a_lawful_act_has_no_consequences_of_a_breach(breached):
    row = with_(breached, opening(breached), {"river.dam": "absent", "river.bank": "asleep"})
    found = played(breached, row, north=sealed(breached, "north/build"))
    assert value(breached, found.row, "tension") == 10 + 5
    assert value(breached, found.row, "trust[north, south]") == 0


# ---- texts that move on by themselves ----

PAUSES = """
[machine.limb]
states = ["none", "declared", "mutual", "lapsed"]
political = ["declared", "mutual"]
[[machine.limb.transition]]
from = ["none", "lapsed"]
to = "declared"
[[machine.limb.transition]]
from = ["declared"]
to = "mutual"
when = "pair in ['declared', 'mutual']"
effects = [{ track = "tension", add = -2 }]
[[machine.limb.transition]]
from = ["declared"]
to = "lapsed"
after = 2
[[machine.limb.transition]]
from = ["mutual"]
to = "lapsed"
when = "tension >= 80"
after = 3
[instrument.pause]
title = "Pause"
family = "pause"
about = "Two limbs and one alone."
[instrument.pause.provision.guns]
title = "Guns rest"
machine = "limb"
says = "The North rests its guns."
cite = "Limb 1"
pair = "pause.drums"
[instrument.pause.provision.drums]
title = "Drums rest"
machine = "limb"
says = "The South rests its drums."
cite = "Limb 2"
pair = "pause.guns"
[instrument.pause.provision.songs]
title = "Songs rest"
machine = "limb"
says = "The hills sing no more."
cite = "Limb 3"
[move.declare]
name = "Declare"
about = "A pause."
by = ["north", "south", "hills"]
group = "talk"
choices = ["pause.guns", "pause.drums", "pause.songs"]
effects = [{ provision = "choice", to = "declared" }]
[move.skip]
name = "Skip"
about = "There is no way there by an act."
by = ["north"]
group = "talk"
effects = [{ provision = "pause.guns", to = "mutual" }]
"""


@pytest.fixture(scope="module")
def pauses() -> Rulebook:
    return book_of(PAUSES, turns=9)


def after_turns(book: Rulebook, row: Row, turns: int) -> Row:
    for _ in range(turns):
        row = played(book, row).row
    return row


def test_a_text_lapses_after_its_turns(pauses):
    row = played(pauses, opening(pauses), hills=sealed(pauses, "hills/declare:pause.songs")).row
    assert pauses.state(row, "pause.songs") == "declared"
    assert pauses.state(after_turns(pauses, row, 1), "pause.songs") == "declared"
    assert pauses.state(after_turns(pauses, row, 2), "pause.songs") == "lapsed"


def test_the_turns_are_counted_from_the_last_change(pauses):
    row = after_turns(pauses, opening(pauses), 3)
    row = played(pauses, row, hills=sealed(pauses, "hills/declare:pause.songs")).row
    assert pauses.state(after_turns(pauses, row, 1), "pause.songs") == "declared"


def test_a_limb_answers_its_pair_and_tells_so(pauses):
    north = sealed(pauses, "north/declare:pause.guns")
    south = sealed(pauses, "south/declare:pause.drums")
    found = played(pauses, opening(pauses), north=north, south=south)
    assert [pauses.state(found.row, f"pause.{limb}") for limb in ("guns", "drums")] == ["mutual", "mutual"]
    says = [event.says for event in found.events if event.step == "responses"]
    assert says == ["Guns rest: declared becomes mutual.", "Drums rest: declared becomes mutual."]


def test_a_transition_has_effects_of_its_own(pauses):
    north = sealed(pauses, "north/declare:pause.guns")
    south = sealed(pauses, "south/declare:pause.drums")
    found = played(pauses, opening(pauses), north=north, south=south)
    assert change(found, "provision:pause.guns", "tension") == Change("tension", 10, 8)


def test_without_a_pair_there_is_nothing_to_answer(pauses):
    row = with_(pauses, opening(pauses), {"pause.guns": "declared", "since[pause.guns]": 1})
    assert pauses.state(played(pauses, row).row, "pause.guns") == "declared"
    row = with_(pauses, opening(pauses), {"pause.songs": "declared", "since[pause.songs]": 1})
    assert pauses.state(played(pauses, row).row, "pause.songs") == "declared"


@pytest.mark.parametrize(
    ("tension", "since", "state"),
    [(80, 1, "lapsed"), (79, 1, "mutual"), (80, 2, "mutual")],
    ids=["both hold", "too calm", "too soon"],
)
def test_a_condition_and_a_time_must_both_hold(pauses, tension, since, state):
    given = {"tension": tension, "turn": 4, "pause.guns": "mutual", "since[pause.guns]": since, "pause.drums": "mutual"}
    assert pauses.state(played(pauses, with_(pauses, opening(pauses), given)).row, "pause.guns") == state


def test_an_act_moves_a_text_only_where_its_machine_lets_an_act(pauses):
    row = with_(pauses, opening(pauses), {"pause.guns": "declared", "since[pause.guns]": 1})
    assert pauses.state(played(pauses, row, north=sealed(pauses, "north/skip")).row, "pause.guns") == "declared"
    row = with_(pauses, opening(pauses), {"pause.guns": "mutual"})
    held = played(pauses, row, north=sealed(pauses, "north/declare:pause.guns")).row
    assert pauses.state(held, "pause.guns") == "mutual"


RESERVED = """
[machine.article]
states = ["absent", "in-force"]
binding = ["in-force"]
[[machine.article.transition]]
from = ["absent"]
to = "in-force"
forum = "council"
[instrument.river]
title = "River treaty"
family = "water"
about = "The council's."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody dams the river."
cite = "Art. 1"
[instrument.river.provision.bank]
title = "Banks stay"
machine = "article"
says = "Nobody changes the banks."
cite = "Art. 2"
[package.both]
title = "Both articles"
about = "Together."
provisions = ["river.dam", "river.bank"]
[forum.council]
name = "Council"
about = "Silence is a yes."
members = ["south"]
rule = "consensus"
competence = ["water"]
[move.usurp]
name = "Usurp"
about = "Without the council."
by = ["north"]
group = "press"
effects = [{ provision = "river.dam", to = "in-force" }]
[move.adopt]
name = "Adopt"
about = "In the council."
by = ["north"]
group = "talk"
choices = ["both"]
forum = "council"
effects = [{ package = "choice", to = "in-force" }]
"""


def test_what_is_reserved_to_a_forum_happens_under_it_alone():
    book = book_of(RESERVED)
    usurped = played(book, opening(book), north=sealed(book, "north/usurp")).row
    assert book.state(usurped, "river.dam") == "absent"
    asked = played(book, opening(book), north=sealed(book, "north/adopt:both", ask=True)).row
    adopted = played(book, asked).row
    assert [book.state(adopted, f"river.{article}") for article in ("dam", "bank")] == ["in-force", "in-force"]


# ---- endings, income, incidents ----

ENDINGS = """
[track.war]
name = "War"
about = "1 when it has come."
range = [0, 1]
[ending.war]
name = "War"
says = "Blows."
when = "war == 1"
at = "any"
values = { north = 0, south = 0, hills = 0 }
void_aims = true
[ending.calm]
name = "Calm"
says = "Quiet."
when = "tension < 40"
values = { north = 60, south = 60, hills = 60 }
[ending.cool]
name = "Cool"
says = "Quieter still."
when = "tension < 20"
values = { north = 70, south = 70, hills = 70 }
[incident.brawl]
name = "Brawl"
says = "Stones fly."
when = "tension >= 80"
odds = "(tension - 80) * 5"
effects = [{ track = "war", set = 1 }]
averted = "Stones were picked up and dropped."
[incident.shouting]
name = "Shouting"
says = "Words fly."
when = "tension >= 80"
odds = "tension * 9"
effects = [{ track = "trust[north, south]", add = -1 }]
"""


@pytest.fixture(scope="module")
def endings() -> Rulebook:
    return book_of(ENDINGS, turns=2)


def test_an_ending_at_any_time_ends_the_game_at_once(endings):
    found = played(endings, with_(endings, opening(endings), {"war": 1}))
    assert endings.over(found.row)
    assert endings.ending(found.row) == "war"
    assert value(endings, found.row, "turn") == 1
    assert found.events[-1].says == "War. Blows."


def test_the_other_endings_wait_for_the_last_turn(endings):
    row = played(endings, opening(endings)).row
    assert not endings.over(row)
    assert endings.ending(played(endings, row).row) == "calm"


def test_the_first_ending_that_holds_is_the_one(endings):
    last = {"turn": 2}
    ends = {
        tension: endings.ending(played(endings, with_(endings, opening(endings), last | {"tension": tension})).row)
        for tension in (5, 30, 60)
    }
    assert ends == {5: "calm", 30: "calm", 60: "muddle"}


@pytest.mark.parametrize(("left", "next_turn"), [(0, 3), (1, 4), (2, 5), (3, 5), (6, 5)])
def test_each_role_keeps_what_the_bank_allows_and_receives_its_income(endings, left, next_turn):
    row = with_(endings, opening(endings), {"capital[north]": left})
    assert value(endings, played(endings, row).row, "capital[north]") == next_turn


def test_income_never_lifts_capital_over_its_range():
    book = book_of(ENDINGS, bank=5)
    assert book.pack.track["capital"].range == (0, 6)
    row = with_(book, opening(book), {"capital[north]": 5})
    assert value(book, played(book, row).row, "capital[north]") == 6


def test_an_incident_has_the_odds_it_states(endings):
    def brawls(tension: int) -> int:
        row = with_(endings, opening(endings), {"tension": tension})
        return sum(value(endings, played(endings, row, seed=seed).row, "war") for seed in range(400))

    assert brawls(79) == brawls(80) == 0
    assert 70 <= brawls(85) <= 130
    assert brawls(100) == 400


def test_an_averted_incident_is_told_with_its_odds_and_changes_nothing(endings):
    row = with_(endings, opening(endings), {"tension": 81})
    averted = [
        event
        for seed in range(5)
        for event in played(endings, row, seed=seed).events
        if event.cause == "incident:brawl" and not event.changes
    ]
    assert averted
    assert averted[0].says == "Stones were picked up and dropped. (The chance was 5 in 100.)"


def test_odds_above_a_hundred_are_certain(endings):
    row = with_(endings, opening(endings), {"tension": 80})
    assert all(value(endings, played(endings, row, seed=seed).row, "trust[north, south]") == -1 for seed in range(20))


def test_no_turn_is_begun_after_the_last(endings):
    row = with_(endings, opening(endings), {"turn": 2})
    found = played(endings, row)
    assert value(endings, found.row, "turn") == 2
    assert "clock:income" not in causes(found)


def test_one_effect_moves_a_text_one_step():
    """Once it has come to the state that is wanted, no other way to the same state is gone as well."""
    book = book_of("""
[machine.bell]
states = ["silent", "ringing"]
[[machine.bell.transition]]
from = ["silent"]
to = "ringing"
effects = [{ track = "tension", add = 1 }]
[[machine.bell.transition]]
from = ["ringing"]
to = "ringing"
effects = [{ track = "tension", add = 10 }]
[instrument.tower]
title = "Tower"
family = "tower"
about = "A bell."
[instrument.tower.provision.bell]
title = "The bell"
machine = "bell"
says = "It rings."
cite = "Rule 1"
[move.ring]
name = "Ring"
about = "The bell."
by = ["north"]
group = "talk"
effects = [{ provision = "tower.bell", to = "ringing" }]
""")
    once = played(book, opening(book), north=sealed(book, "north/ring")).row
    assert value(book, once, "tension") == 11
    assert value(book, played(book, once, north=sealed(book, "north/ring")).row, "tension") == 21
