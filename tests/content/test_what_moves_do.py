"""What a move says it does, it does: the line in the Committee, the package, the threats, the envoy and the border."""

from __future__ import annotations

import pytest

from tabletop.rules.consents import decide
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.terms import Term
from tabletop.rules.verdict import Level

from .playing import Turn, sat_out
from .rulings import position
from .signing import said, signed, template, text

THEN, NOW = "mar-a-lago-2017", "hanoi-2019"
Given = dict[str, int | str]


def moved(book: Rulebook, track: str, given: Given, turn: Turn | None = None, scenario: str = THEN) -> int:
    """By how much a track moves in a turn."""
    row = position(book, given, scenario)
    place = book.schema.index[track]
    return sat_out(book, row, turn or {})[place] - row[place]


# ---- the line in the Committee ----


@pytest.mark.parametrize(
    ("given", "passes"),
    [
        ({}, True),
        ({"turn": 4, "last[us, hold-exemptions]": 4}, False),
        ({"turn": 7, "last[us, hold-exemptions]": 4}, False),
        ({"turn": 8, "last[us, hold-exemptions]": 4}, True),
        ({"turn": 6, "last[us, hold-exemptions]": 4, "last[us, support-exemptions]": 5}, True),
        ({"turn": 6, "last[russia, hold-exemptions]": 4, "last[us, support-exemptions]": 5}, False),
    ],
    ids=["nobody holds", "at once", "three turns later", "four turns later", "changed", "another holds"],
)
def test_a_line_to_hold_stops_everything_until_it_is_changed_or_three_turns_are_over(
    book: Rulebook, given: Given, passes: bool
) -> None:
    row = position(book, given, NOW)
    act = book.by_key["prc/humanitarian-aid@dprk"]
    (decision,) = [each for each in decide(book, row, act, {}) if each.keeper == "1718-committee"]
    assert decision.agreed == passes


def test_nobody_is_told_whose_line_it_was(book: Rulebook) -> None:
    row = position(book, {"turn": 4, "last[russia, hold-exemptions]": 4}, NOW)
    (decision,) = decide(book, row, book.by_key["prc/humanitarian-aid@dprk"], {})
    assert "RUS" not in decision.why


# ---- all or nothing ----


@pytest.mark.parametrize(("turn", "barred"), [(5, True), (6, True), (7, False)])
@pytest.mark.parametrize(
    "id_", ["leap-day", "yongbyon-for-relief", "ladder-of-guarantees", "end-of-war", "three-declare"]
)
def test_for_two_turns_after_all_or_nothing_no_part_is_signed(
    book: Rulebook, id_: str, turn: int, barred: bool
) -> None:
    row = position(book, {"turn": turn, "last[us, all-or-nothing]": 4, "preparation": 5}, NOW)
    assert any("all or nothing" in says for says in said(book, row, template(book, id_), "bars")) == barred


def test_the_whole_can_be_signed(book: Rulebook) -> None:
    row = position(book, {"turn": 5, "last[us, all-or-nothing]": 4, "preparation": 5}, NOW)
    assert said(book, row, template(book, "big-deal"), "bars") == []


def test_what_others_sign_among_themselves_is_their_own_matter(book: Rulebook) -> None:
    row = position(book, {"turn": 5, "last[us, all-or-nothing]": 4}, NOW)
    for id_ in ("radar-understanding", "chinese-guarantee", "enforcement-for-trade"):
        assert said(book, row, template(book, id_), "bars") == []


# ---- the abducted ----


@pytest.mark.parametrize(
    ("given", "free"),
    [({}, True), ({"turn": 6}, False), ({"turn": 8}, True), ({"turn": 6, "abductions.inquiry": "open"}, True)],
    ids=["not linked", "linked", "four turns later", "an open file"],
)
def test_while_tokyo_links_the_abducted_a_text_of_six_needs_their_clause(
    book: Rulebook, given: Given, free: bool
) -> None:
    linked: Given = {"last[japan, link-abductions]": 4} if given else {}
    row = position(book, linked | given, NOW)
    draft = template(book, "initial-actions")
    assert (said(book, row, draft, "bars") == []) == free
    six = draft.parties
    with_clause = text("prc", "six-party", six, Term("dprk", "abductions-inquiry"))
    assert said(book, row, with_clause, "bars") == []


# ---- threats ----


@pytest.mark.parametrize(
    ("package", "workers"),
    [("un-2371", "un-2371.worker-cap"), ("un-2375", "un-2375.work-permits"), ("un-2397", "un-2397.workers-home")],
)
@pytest.mark.parametrize("threatened", [True, False], ids=["threatened", "not threatened"])
def test_a_threatened_veto_leaves_the_workers_out_of_a_resolution(
    book: Rulebook, package: str, workers: str, threatened: bool
) -> None:
    row = position(book, {"turn": 5, "last[russia, threaten-veto]": 3 if threatened else 1})
    book.deeds[book.by_key[f"us/table-council-resolution:{package}"]].carry_out(row, 5, None)
    rest = [label for label in book.pack.package[package].provisions if label != workers]
    assert {book.state(row, label) for label in rest} == {"in-force"}
    assert book.state(row, workers) == ("absent" if threatened else "in-force")


def test_an_invitation_after_a_threat_of_force_is_heard_better(book: Rulebook) -> None:
    inviting: Turn = {"us": ["us/convene-talks:working-level"]}
    talks = {
        last: moved(book, "talks", {"turn": 5, "last[us, signal-military-options]": last}, inviting) for last in (2, 4)
    }
    assert talks[4] > talks[2]


@pytest.mark.parametrize("act", ["us/release-for-relief@dprk", "us/suspension-for-suspension@dprk"])
def test_an_exchange_after_a_threat_of_force_prepares_a_chapter_more(book: Rulebook, act: str) -> None:
    prepared = {}
    for last in (2, 4):
        row = position(book, {"turn": 5, "last[us, signal-military-options]": last})
        book.deeds[book.by_key[act]].carry_out(row, 5, None)
        prepared[last] = row[book.schema.index["preparation"]]
    assert prepared[4] == prepared[2] + 1


# ---- the border ----


def test_a_turn_after_the_taps_are_closed_people_come_across_the_river(book: Rulebook) -> None:
    for track, closed in (("need", 3), ("patience", -3)):
        calm = moved(book, track, {"turn": 5, "last[prc, cut-beyond-caps]": 3})
        after = moved(book, track, {"turn": 5, "last[prc, cut-beyond-caps]": 4})
        assert after - calm == closed


# ---- being left out ----


@pytest.mark.parametrize("role", ["japan", "russia"])
def test_nobody_is_left_out_whose_name_stands_under_a_living_text(book: Rulebook, role: str) -> None:
    ladder = template(book, "ladder-of-guarantees")
    stake = book.schema.index[f"{role}-stake"]
    row = position(book, {"turn": 6}, NOW)
    party, outsider = signed(book, row, ladder), sat_out(book, row, {})
    assert party[stake] > outsider[stake]


def test_a_pledge_of_one_alone_is_no_seat(book: Rulebook) -> None:
    pledge = text("japan", "declarations", ["japan"], Term("japan", "aid"))
    stake = book.schema.index["japan-stake"]
    row = position(book, {"turn": 6}, NOW)
    assert signed(book, row, pledge)[stake] == sat_out(book, row, {})[stake]


# ---- charges ----


@pytest.mark.parametrize("target", ["rok", "japan"])
def test_seoul_and_tokyo_can_be_charged_where_there_is_evidence(book: Rulebook, target: str) -> None:
    act = book.by_key[f"us/charge-with-breach@{target}"]
    assert book.level(position(book, {f"evidence[{target}]": 60}), act) == Level.PERMITTED
    assert book.level(position(book, {f"evidence[{target}]": 59}), act) == Level.BARRED


def test_a_proven_charge_against_the_ally_costs_both(book: Rulebook) -> None:
    charging: Turn = {"us": ["us/charge-with-breach@rok"]}
    proven: Given = {"evidence[rok]": 120}
    for track in ("alliance", "approval"):
        assert moved(book, track, proven, charging) < moved(book, track, proven)
