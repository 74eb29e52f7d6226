"""The referee asks in a fixed order: power, competence, law in force, exceptions, consents, reciprocity, and the rest."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Finding, Level, Verdict

from .small_pack import MACHINE, book_of, opening, with_

LAW = (
    MACHINE
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "Who may do what with the water."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody of the North dams the river."
cite = "Art. 1"
binds = ["north"]
catches = { tags = ["dam"] }
when = "choice != 'ditch'"
except = [{ when = "choice == 'repair'", cite = "Art. 1(2)", why = "Repairs are allowed." }]
pair = "river.toll"
notes = { asleep = "Nobody has applied it since the drought.", in-force = "Renewed last year." }
[instrument.river.provision.toll]
title = "No tolls"
machine = "article"
says = "The South takes no toll."
cite = "Art. 2"
binds = ["south"]
catches = { moves = ["take-toll"] }
pair = "river.dam"
[instrument.river.provision.fish]
title = "Fishing by leave"
machine = "article"
says = "Whoever fishes asks the commission."
cite = "Art. 3"
catches = { tags = ["fishing"] }
level = "consent"
keeper = "commission"
except = [{ when = "choice == 'hungry'", cite = "Art. 3(2)", why = "The hungry may fish." }]
pair = "river.toll"
[instrument.river.provision.grass]
title = "Grazing by leave"
machine = "article"
says = "Whoever grazes asks the hill country."
cite = "Art. 4"
catches = { tags = ["grazing"] }
level = "consent"
keeper = "hills"
[instrument.river.provision.draw]
title = "Drawing water"
machine = "article"
says = "Water is drawn in fair measure."
cite = "Art. 5"
catches = { moves = ["draw-water"] }
level = "contested"
readings = [{ by = "north", says = "Half." }, { by = "south", says = "A third." }]
[instrument.river.provision.wells]
title = "Wells"
machine = "article"
says = "Everybody may dig wells."
cite = "Art. 6"
catches = { moves = ["dig-well"] }
level = "permitted"
[instrument.hill]
title = "Hill charter"
family = "hill"
about = "The hills are for the hill country to rule."
[instrument.hill.provision.charter]
title = "The charter"
machine = "article"
says = "It stands."
cite = "Charter"
[[instrument.hill.provision.charter.transition]]
from = ["in-force"]
to = "asleep"

[forum.commission]
name = "River commission"
about = "Meets at the bridge."
members = ["north", "south"]
rule = "agreement"
competence = ["water"]
[forum.moot]
name = "Hill moot"
about = "Meets on the hill."
members = ["north", "hills"]
rule = "agreement"
competence = ["hill"]

[move.build]
name = "Build a dam"
about = "Stone by stone."
by = ["north", "south"]
group = "press"
tags = ["dam"]
choices = ["new", "repair", "ditch"]
[move.build-and-fish]
name = "Build and fish"
about = "Both at once."
by = ["north"]
group = "press"
tags = ["dam", "fishing"]
[move.take-toll]
name = "Take a toll"
about = "Barges pay."
by = ["south"]
group = "press"
cost = 4
[move.fish]
name = "Fish"
about = "With nets."
by = ["north"]
group = "relieve"
tags = ["fishing"]
choices = ["nets", "hungry"]
cost = 1
[move.fish-and-graze]
name = "Fish and graze"
about = "Two leaves are needed."
by = ["north"]
group = "relieve"
tags = ["fishing", "grazing"]
[move.draw-water]
name = "Draw water"
about = "By the bucket."
by = ["north"]
group = "relieve"
[move.dig-well]
name = "Dig a well"
about = "Deep."
by = ["north"]
group = "relieve"
[move.boast]
name = "Boast"
about = "Loudly."
by = ["north", "south"]
group = "talk"
tags = ["dam"]
needs = [{ when = "tension >= 50", why = "There is no quarrel to boast in." }]
once = true
[move.end-charter]
name = "End the charter"
about = "The river commission tries to."
by = ["north"]
group = "talk"
forum = "commission"
effects = [{ provision = "hill.charter", to = "asleep" }]
[move.meet]
name = "Meet"
about = "At the bridge."
by = ["north"]
group = "talk"
forum = "commission"
[move.swap]
name = "Swap fields"
about = "One for one."
by = ["north"]
group = "talk"
targets = ["south", "hills"]
partner = true
"""
)


@pytest.fixture(scope="module")
def river() -> Rulebook:
    return book_of(LAW)


def verdict(book: Rulebook, key: str, **changed: int | str) -> Verdict:
    return check(book, with_(book, opening(book), changed), book.by_key[key])


def only(found: Verdict) -> Finding:
    (finding,) = found.findings
    return finding


def law(**states: str) -> dict[str, str]:
    return {f"river.{name}": state for name, state in states.items()}


def test_what_no_law_in_force_catches_is_permitted_without_a_finding(river):
    found = verdict(river, "north/build:new")
    assert (found.level, found.findings, found.may_do, found.may_ask) == (Level.PERMITTED, (), True, False)


def test_a_provision_in_a_binding_state_makes_a_caught_act_a_breach_and_is_cited(river):
    found = verdict(river, "north/build:new", **law(dam="in-force"))
    assert found.level == Level.BREACH
    assert (only(found).kind, only(found).instrument, only(found).provision) == ("breach", "river", "dam")
    assert (only(found).cite, only(found).state) == ("Art. 1", "in-force")
    assert only(found).reason == "Nobody of the North dams the river. Renewed last year."
    assert found.may_do
    assert not found.may_ask


def test_a_provision_binds_only_those_it_is_addressed_to(river):
    assert verdict(river, "south/build:new", **law(dam="in-force")).findings == ()


def test_a_further_test_of_the_act_can_take_it_out_of_the_law(river):
    assert verdict(river, "north/build:ditch", **law(dam="in-force")).findings == ()


def test_an_express_exception_lets_the_act_pass_and_is_cited_itself(river):
    found = verdict(river, "north/build:repair", **law(dam="in-force"))
    assert found.level == Level.PERMITTED
    assert (only(found).kind, only(found).cite) == ("exception", "Art. 1(2)")
    assert only(found).reason.startswith("Repairs are allowed.")


def test_an_act_that_needs_leave_names_who_gives_it(river):
    found = verdict(river, "north/fish:nets", **law(fish="in-force"))
    assert (found.level, only(found).kind) == (Level.CONSENT, "consent")
    (keeper,) = found.keepers
    assert (keeper.id, keeper.name, keeper.rule, keeper.members) == (
        "commission",
        "River commission",
        "agreement",
        ("north", "south"),
    )
    assert found.may_ask
    assert found.may_do


def test_a_role_can_be_a_keeper(river):
    found = verdict(river, "north/fish-and-graze", **law(fish="in-force", grass="in-force"))
    assert [keeper.id for keeper in found.keepers] == ["commission", "hills"]
    assert found.keepers[1].members == ("hills",)


def test_a_consent_in_hand_makes_the_act_permitted(river):
    held = {"consent[north/fish:nets]": 100}
    found = verdict(river, "north/fish:nets", **law(fish="in-force"), **held)
    assert (found.level, only(found).kind) == (Level.PERMITTED, "held")


@pytest.mark.parametrize(("turn", "level"), [(1, Level.PERMITTED), (3, Level.PERMITTED), (4, Level.CONSENT)])
def test_a_consent_can_be_used_for_as_long_as_the_pack_says(river, turn, level):
    given_in_turn_1 = {"turn": turn, "consent[north/fish:nets]": 100}
    assert verdict(river, "north/fish:nets", **law(fish="in-force"), **given_in_turn_1).level == level


def test_a_consent_for_one_act_is_none_for_another(river):
    held = {"consent[north/fish:hungry]": 100}
    assert verdict(river, "north/fish:nets", **law(fish="in-force"), **held).level == Level.CONSENT


def test_while_an_answer_is_awaited_nobody_can_ask_again(river):
    waiting = {"consent[north/fish:nets]": 1}
    found = verdict(river, "north/fish:nets", **law(fish="in-force"), **waiting)
    assert (found.level, found.may_ask, found.may_do) == (Level.CONSENT, False, True)


def test_the_other_sides_proven_breach_releases(river):
    found = verdict(river, "north/build:new", **law(dam="in-force", toll="broken"))
    assert (found.level, only(found).kind) == (Level.PERMITTED, "released")


@pytest.mark.parametrize("state", ["absent", "in-force", "asleep", "doubted", "promised"])
def test_nothing_less_than_a_breach_releases(river, state):
    assert verdict(river, "north/build:new", **law(dam="in-force", toll=state)).level == Level.BREACH


def test_an_exception_is_named_before_a_consent_and_a_consent_before_a_release(river):
    broken = law(fish="in-force", toll="broken")
    held = {"consent[north/fish:hungry]": 100, "consent[north/fish:nets]": 100}
    assert only(verdict(river, "north/fish:hungry", **broken, **held)).kind == "exception"
    assert only(verdict(river, "north/fish:nets", **broken, **held)).kind == "held"
    assert only(verdict(river, "north/fish:nets", **broken)).kind == "released"


def test_a_dormant_provision_is_mentioned_with_its_note_and_lets_the_act_pass(river):
    found = verdict(river, "north/build:new", **law(dam="asleep"))
    assert (found.level, only(found).kind, found.contested) == (Level.PERMITTED, "dormant", False)
    assert only(found).reason == "No dams is asleep and does not bind. Nobody has applied it since the drought."


def test_a_promise_is_dropped_and_nothing_breached(river):
    found = verdict(river, "north/build:new", **law(dam="promised"))
    assert (found.level, only(found).kind) == (Level.PERMITTED, "promise")


def test_a_disputed_state_marks_the_verdict_as_contested_and_forbids_nothing(river):
    found = verdict(river, "north/build:new", **law(dam="doubted"))
    assert (found.level, found.contested, only(found).kind) == (Level.PERMITTED, True, "contested")


def test_a_provision_read_in_two_ways_gives_both_readings(river):
    found = verdict(river, "north/draw-water", **law(draw="in-force"))
    assert (found.level, found.contested) == (Level.PERMITTED, True)
    assert only(found).readings == (("north", "Half."), ("south", "A third."))


def test_an_express_right_is_named(river):
    found = verdict(river, "north/dig-well", **law(wells="in-force"))
    assert (found.level, found.contested, only(found).kind) == (Level.PERMITTED, False, "right")


@pytest.mark.parametrize("state", ["absent", "broken"])
def test_a_provision_that_is_not_law_is_not_mentioned(river, state):
    assert verdict(river, "north/build:new", **law(dam=state)).findings == ()


def test_an_unmet_need_bars_and_says_what_is_missing(river):
    found = verdict(river, "north/boast", tension=49)
    assert (found.level, only(found).kind, only(found).reason) == (
        Level.BARRED,
        "need",
        "There is no quarrel to boast in.",
    )
    assert not found.may_do
    assert not found.may_ask


def test_a_barred_act_shows_the_law_it_would_break_as_well(river):
    found = verdict(river, "north/boast", tension=49, **law(dam="in-force"))
    assert found.level == Level.BARRED
    assert [finding.kind for finding in found.findings] == ["need", "breach"]


def test_what_can_be_done_once_is_barred_to_whoever_did_it(river):
    done = {"tension": 50, "last[north, boast]": 1}
    assert verdict(river, "north/boast", **done).level == Level.BARRED
    assert verdict(river, "south/boast", **done).level == Level.PERMITTED


def test_a_forum_without_competence_bars_and_the_forum_that_could_is_named(river):
    found = verdict(river, "north/end-charter", **{"hill.charter": "in-force"})
    assert (found.level, only(found).kind) == (Level.BARRED, "competence")
    assert only(found).reason == "River commission has no competence to change Hill charter. Hill moot could."
    assert [keeper.id for keeper in found.keepers] == ["moot"]


def test_an_act_of_a_forum_can_be_asked_for_and_not_simply_done(river):
    found = verdict(river, "north/meet")
    assert (found.level, only(found).kind, found.may_ask, found.may_do) == (Level.CONSENT, "forum", True, False)
    assert [keeper.id for keeper in found.keepers] == ["commission"]


def test_an_exchange_needs_the_other_side(river):
    found = verdict(river, "north/swap@hills")
    assert (found.level, only(found).kind, found.may_ask, found.may_do) == (Level.CONSENT, "partner", True, False)
    assert [keeper.id for keeper in found.keepers] == ["hills"]


def test_a_breach_outweighs_a_missing_consent_and_stands_first(river):
    found = verdict(river, "north/build-and-fish", **law(dam="in-force", fish="in-force"))
    assert found.level == Level.BREACH
    assert [finding.kind for finding in found.findings] == ["breach", "consent"]
    assert not found.may_ask


def test_what_cannot_be_paid_cannot_be_done_now(river):
    found = verdict(river, "south/take-toll")
    assert (found.level, found.cost, found.may_do) == (Level.PERMITTED, 4, False)
    assert verdict(river, "south/take-toll", **{"capital[south]": 4}).may_do


def test_the_fast_listing_and_the_full_verdict_agree_wherever_the_law_may_stand(river):
    dice = Random(1953)
    for _ in range(1_000):
        row = [dice.randint(column.low, min(column.high, 110)) for column in river.schema.columns]
        for role in river.names.roles:
            for act, level in river.options(row, role):
                assert check(river, row, act).level == level == river.level(row, act), act.key
