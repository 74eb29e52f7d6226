"""The way from the armistice to a peace treaty in force, turn by turn; and the ways that do not lead there."""

from __future__ import annotations

import pytest

from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook

from .playing import Turn, course, sat_out
from .rulings import position

FOUR = ("us", "rok", "dprk", "prc")
STAGES = ("none", "forum-agreed", "drafting", "initialled", "signed", "in-force")
RATIFYING = {
    "us": "us/senate-ratification",
    "rok": "rok/assembly-ratification",
    "dprk": "dprk/ratification-in-pyongyang",
    "prc": "prc/ratification-in-beijing",
}
STAGE, CONGRESS, CONSENSUS = "sign-peace-treaty", "us/consult-congress", "rok/build-consensus"
INSPECTORS, SITE, OFFICERS = (
    "dprk/invite-inspectors",
    "dprk/dismantle-site:nuclear-site.yongbyon",
    "dprk/consolidate-elite",
)
PROGRESS: dict[str, int | str] = {"dismantled": 24, "verification": 2}
"""Something that the Senate can be shown."""
WITH_MAJORITIES: dict[str, int | str] = {
    "us-home": 65, "approval": 65, "elite": 65, "great-powers": 50, "talks": 60, **PROGRESS,
}  # fmt: skip
"""Everybody could ratify and the four talk."""

PLANS: dict[str, list[Turn]] = {
    "mar-a-lago-2017": [
        {
            "us": ["us/security-statement", "us/back-channel@dprk"],
            "dprk": ["dprk/back-channel@us", "dprk/goodwill-release@us"],
            "rok": [CONSENSUS],
            "prc": ["prc/host-talks:four-party", "prc/table-dual-track"],
        },
        {
            "us": ["us/convene-talks:four-party", CONGRESS],
            "dprk": ["dprk/convene-talks:four-party", INSPECTORS],
            "rok": [CONSENSUS],
            "prc": ["prc/good-offices:us-dprk"],
        },
        {"us": [f"us/{STAGE}", CONGRESS], "rok": ["rok/convene-talks:inter-korean"], "dprk": [SITE]},
        {"us": ["us/liaison-office", CONGRESS], "rok": [f"rok/{STAGE}"], "dprk": [SITE]},
        {"us": [f"us/{STAGE}", CONGRESS], "rok": [CONSENSUS], "prc": ["prc/leader-visit@dprk"]},
        {"us": [CONGRESS], "rok": [RATIFYING["rok"]], "dprk": [OFFICERS]},
        {role: [key] for role, key in RATIFYING.items() if role != "rok"},
        {},
    ],
    "hanoi-2019": [
        {
            "us": ["us/convene-talks:four-party", CONGRESS],
            "dprk": ["dprk/convene-talks:four-party", INSPECTORS],
            "rok": ["rok/shuttle", CONSENSUS],
            "prc": ["prc/host-talks:four-party", "prc/leader-visit@dprk"],
        },
        {"us": [f"us/{STAGE}", CONGRESS], "rok": [CONSENSUS], "prc": ["prc/good-offices:us-dprk"], "dprk": [SITE]},
        {"us": [CONGRESS], "rok": [f"rok/{STAGE}"], "dprk": [OFFICERS]},
        {"us": [f"us/{STAGE}", CONGRESS], "rok": [CONSENSUS], "dprk": [SITE]},
        {"us": [CONGRESS], "rok": [RATIFYING["rok"]], "dprk": [OFFICERS]},
        {"us": [RATIFYING["us"], CONGRESS], "dprk": [RATIFYING["dprk"]], "prc": [RATIFYING["prc"]]},
        {"us": [CONGRESS]},
        {},
    ],
}


def treaty(book: Rulebook, row: Row) -> str:
    return book.state(row, "peace.treaty")


def paragraphs(book: Rulebook, row: Row) -> set[str]:
    return {book.state(row, label) for label in book.names.families["armistice"]}


# ---- the way ----


@pytest.mark.parametrize("scenario", PLANS)
def test_four_who_want_it_can_have_a_treaty_in_force_before_the_last_turn(book: Rulebook, scenario: str) -> None:
    rows = list(course(book, scenario, PLANS[scenario]))
    assert len(rows) < book.pack.scenario[scenario].turns
    assert treaty(book, rows[-1]) == "in-force"
    assert paragraphs(book, rows[-1]) == {"superseded"}


@pytest.mark.parametrize("scenario", PLANS)
def test_the_treaty_takes_one_rung_a_turn_and_the_armistice_stands_until_the_last(
    book: Rulebook, scenario: str
) -> None:
    before = book.opening(scenario)
    for row in course(book, scenario, PLANS[scenario]):
        assert STAGES.index(treaty(book, row)) - STAGES.index(treaty(book, before)) in (0, 1)
        assert ("superseded" in paragraphs(book, row)) == (treaty(book, row) == "in-force")
        before = row


# ---- two of four ----


@pytest.mark.parametrize("scenario", PLANS)
@pytest.mark.parametrize("key", ["rok/two-korea-peace-treaty", "dprk/two-korea-peace-treaty"])
def test_the_two_koreas_alone_cannot_make_it(book: Rulebook, scenario: str, key: str) -> None:
    assert_barred_for_two(book, scenario, key)


@pytest.mark.parametrize("scenario", PLANS)
@pytest.mark.parametrize("key", ["us/us-dprk-peace-treaty", "dprk/us-dprk-peace-treaty"])
def test_washington_and_pyongyang_alone_cannot_make_it(book: Rulebook, scenario: str, key: str) -> None:
    assert_barred_for_two(book, scenario, key)


def assert_barred_for_two(book: Rulebook, scenario: str, key: str) -> None:
    row = position(book, WITH_MAJORITIES | {"peace.treaty": "initialled"}, scenario)
    act = book.by_key[key]
    verdict = check(book, row, act)
    assert verdict.level.word == "barred"
    assert "competence" in {finding.kind for finding in verdict.findings}
    for ask in (True, False):
        forced = resolve(book, row, {act.role: Orders((Order(act, ask=ask, knowing=not ask),))}, seed=1).row
        assert treaty(book, forced) == "initialled"
        assert paragraphs(book, forced) == paragraphs(book, row)


# ---- one of four ----


@pytest.mark.parametrize("stage", ["none", "forum-agreed", "drafting", "initialled"])
@pytest.mark.parametrize("refuser", FOUR)
def test_one_refusal_among_four_stops_the_next_stage(book: Rulebook, refuser: str, stage: str) -> None:
    asker = "us" if refuser != "us" else "rok"
    row = position(book, WITH_MAJORITIES | {"peace.treaty": stage, "relations.us-dprk": "talks"}, "hanoi-2019")
    asked = sat_out(book, row, {asker: [f"{asker}/{STAGE}"]})
    assert treaty(book, sat_out(book, asked, {})) != stage
    assert treaty(book, sat_out(book, asked, {}, lambda role, _: role != refuser)) == stage


@pytest.mark.parametrize("silent", ["rok", "dprk", "prc"])
def test_silence_is_a_refusal(book: Rulebook, silent: str) -> None:
    key = f"us/{STAGE}"
    asked = sat_out(book, position(book, WITH_MAJORITIES, "hanoi-2019"), {"us": [key]})
    answers = {role: Orders(answers={key: True}) for role in FOUR if role not in ("us", silent)}
    assert treaty(book, resolve(book, asked, answers, seed=1).row) == "none"


@pytest.mark.parametrize("missing", FOUR)
def test_three_ratifications_leave_the_armistice_in_force(book: Rulebook, missing: str) -> None:
    given: dict[str, int | str] = {f"ratification.{role}": "given" for role in FOUR if role != missing}
    row = position(book, given | {"peace.treaty": "signed"})
    after = sat_out(book, row, {})
    assert treaty(book, after) == "signed"
    assert paragraphs(book, after) == paragraphs(book, row)


@pytest.mark.parametrize("last", FOUR)
def test_the_fourth_ratification_replaces_every_paragraph_in_the_same_turn(book: Rulebook, last: str) -> None:
    given: dict[str, int | str] = {f"ratification.{role}": "given" for role in FOUR if role != last}
    row = position(book, WITH_MAJORITIES | given | {"peace.treaty": "signed"})
    after = sat_out(book, sat_out(book, row, {last: [RATIFYING[last]]}), {})
    assert treaty(book, after) == "in-force"
    assert paragraphs(book, after) == {"superseded"}


# ---- no majority at home ----


@pytest.mark.parametrize(
    ("role", "short"),
    [
        ("us", {"us-home": 50}),
        ("rok", {"approval": 40}),
        ("dprk", {"elite": 35}),
        ("prc", {"great-powers": 22, "leverage": 40}),
    ],
)
def test_without_a_majority_at_home_there_is_no_ratification(
    book: Rulebook, role: str, short: dict[str, int | str]
) -> None:
    """Two thirds of the Senate, the National Assembly, the officers, the leadership in Beijing."""
    for given, expected in ((WITH_MAJORITIES, "given"), (WITH_MAJORITIES | short, "pending")):
        row = position(book, given | {"peace.treaty": "signed"})
        after = sat_out(book, sat_out(book, row, {role: [RATIFYING[role]]}), {})
        assert book.state(after, f"ratification.{role}") == expected
        assert treaty(book, after) == "signed"


def test_what_suffices_after_progress_does_not_suffice_for_a_nuclear_north(book: Rulebook) -> None:
    signed = WITH_MAJORITIES | {"peace.treaty": "signed"}
    for given, expected in ((PROGRESS, "given"), ({"dismantled": 0, "verification": 0}, "pending")):
        row = sat_out(book, position(book, signed | given), {"us": [RATIFYING["us"]]})
        assert book.state(sat_out(book, row, {}), "ratification.us") == expected


def test_a_second_briefing_in_the_same_months_brings_less(book: Rulebook) -> None:
    home, gains = book.schema.index["us-home"], []
    row = position(book, {"us-home": 50})
    for _ in range(2):
        idle = sat_out(book, row, {})
        row = sat_out(book, row, {"us": [CONGRESS]})
        gains.append(row[home] - idle[home])
    assert gains[0] > gains[1] > 0


def test_a_vote_that_is_lost_can_be_asked_for_again(book: Rulebook) -> None:
    row = position(book, WITH_MAJORITIES | {"peace.treaty": "signed", "us-home": 55})
    row = sat_out(book, sat_out(book, row, {"us": [RATIFYING["us"]]}), {"us": [CONGRESS]})
    row = sat_out(book, row, {"us": [RATIFYING["us"], CONGRESS]})
    assert book.state(sat_out(book, row, {}), "ratification.us") == "given"


# ---- what is no treaty ----


@pytest.mark.parametrize("key", ["us/end-of-war-of-four", "rok/end-of-war-of-four", "us/end-of-war-of-three"])
def test_declaring_the_war_over_touches_no_paragraph(book: Rulebook, key: str) -> None:
    row = position(book, {"declarations.end-of-war": "proposed"})
    after = sat_out(book, sat_out(book, row, {key.partition("/")[0]: [key]}), {})
    assert book.state(after, "declarations.end-of-war") == "signed"
    assert paragraphs(book, after) == paragraphs(book, row)


def test_three_can_say_it_against_chinas_will_and_four_cannot(book: Rulebook) -> None:
    row = position(book, {"declarations.end-of-war": "proposed"})
    for key, state in (("us/end-of-war-of-three", "signed"), ("us/end-of-war-of-four", "proposed")):
        after = sat_out(book, sat_out(book, row, {"us": [key]}), {}, lambda role, _: role != "prc")
        assert book.state(after, "declarations.end-of-war") == state


def test_the_whole_ladder_of_recognition_ends_no_war(book: Rulebook) -> None:
    row = position(book, {"relations.us-dprk": "recognised", "relations.assurance": "guaranteed"})
    assert paragraphs(book, sat_out(book, row, {})) == paragraphs(book, row)


# ---- assurances and the UN Command ----


def test_the_council_turns_an_assurance_of_two_into_a_guarantee(book: Rulebook) -> None:
    row = position(book, {"relations.assurance": "joint", "talks": 40})
    after = sat_out(book, sat_out(book, row, {"us": ["us/council-assurance"]}), {})
    assert book.state(after, "relations.assurance") == "guaranteed"
    vetoed = sat_out(book, sat_out(book, row, {"us": ["us/council-assurance"]}), {}, lambda role, _: role != "prc")
    assert book.state(vetoed, "relations.assurance") == "joint"


@pytest.mark.parametrize(("act", "guarantor"), [("russia/co-guarantee", "russia"), ("japan/join-guarantee", "japan")])
def test_whom_the_four_invite_can_stand_behind_the_treaty(book: Rulebook, act: str, guarantor: str) -> None:
    label = f"peace.guarantor-{guarantor}"
    row = position(book, WITH_MAJORITIES | {"peace.treaty": "drafting"})
    assert check(book, row, book.by_key[act]).level.word == "barred"
    row = sat_out(book, sat_out(book, row, {"prc": [f"prc/invite-guarantor:{label}"]}), {})
    assert book.state(sat_out(book, row, {guarantor: [act]}), label) == "guarantor"


def test_japan_goes_the_whole_way_to_embassies_as_sites_go(book: Rulebook) -> None:
    row, states = position(book, {"japan-stake": 70, "relations.japan-dprk": "none"}), []
    for progress in (0, 0, 14, 30):
        row[book.schema.index["dismantled"]] = progress
        row = sat_out(book, sat_out(book, row, {"japan": ["japan/normalisation-talks@dprk"]}), {})
        states.append(book.state(row, "relations.japan-dprk"))
    assert states == ["talks", "talks", "liaison", "recognised"]


def test_a_threat_takes_back_the_word_on_regimes(book: Rulebook) -> None:
    row = position(book, {"assurances.no-regime-change": "written"})
    after = sat_out(book, row, {"us": ["us/signal-military-options"]})
    assert book.state(after, "assurances.no-regime-change") == "taken-back"


def test_a_treaty_in_force_asks_what_the_un_command_is_for(book: Rulebook) -> None:
    row = position(book, {"peace.treaty": "in-force"})
    after = sat_out(book, row, {})
    assert book.state(after, "un-command.future") == "asked"
    dissolving = book.by_key["us/decide-un-command:dissolve"]
    assert check(book, after, dissolving).level.word == "consent"
    before = position(book, {"peace.treaty": "signed", "un-command.future": "asked"})
    assert check(book, before, dissolving).level.word == "barred"


def test_an_unanswered_question_about_the_command_costs_after_the_war_is_called_over(book: Rulebook) -> None:
    called: dict[str, int | str] = {"declarations.end-of-war": "signed", "us-home": 55, "alliance": 65}
    home, alliance = book.schema.index["us-home"], book.schema.index["alliance"]
    quiet = sat_out(book, position(book, called), {})
    asked = sat_out(book, position(book, called | {"un-command.future": "asked"}), {})
    assert asked[home] < quiet[home]
    assert asked[alliance] < quiet[alliance]


# ---- forces: believed only after progress ----


def test_troops_leave_step_by_step_and_only_as_sites_go(book: Rulebook) -> None:
    steps = {"cap": ("unchanged", 0), "thin-out": ("capped", 20), "move-south": ("thinned", 30)}
    for choice, (before, progress) in steps.items():
        act = book.by_key[f"us/thin-out-troops:{choice}"]
        given: dict[str, int | str] = {"forces.us-troops": before, "dismantled": progress}
        assert check(book, position(book, given), act).level.word == "consent"
        if progress:
            assert check(book, position(book, given | {"dismantled": progress - 1}), act).level.word == "barred"


def test_bombers_that_come_back_end_the_withdrawal(book: Rulebook) -> None:
    row = position(book, {"forces.strategic-reach": "nuclear-away"})
    assert book.state(sat_out(book, row, {"us": ["us/strategic-assets"]}), "forces.strategic-reach") == "present"


# ---- the ending ----


@pytest.mark.parametrize(
    ("pause", "ending"), [("agreed", "peace-with-a-capped-arsenal"), ("none", "peace-beside-the-bomb")]
)
def test_a_treaty_in_force_is_never_told_as_an_unfinished_armistice(book: Rulebook, pause: str, ending: str) -> None:
    given: dict[str, int | str] = {"peace.treaty": "in-force", "turn": 10}
    limbs: dict[str, int | str] = {"freeze.nuclear-tests": pause, "freeze.large-exercises": pause}
    assert book.ending(sat_out(book, position(book, given | limbs), {})) == ending
