"""Annexes of texts that are written: steps go in and out, always behind the open ones, and are told as what they are."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.lint import notes
from tabletop.rules.orders import Orders
from tabletop.rules.texts.draft import Draft, Step
from tabletop.shell.text_choices import conducts, responses_to
from tabletop.shell.text_differences import differences
from tabletop.shell.text_editing import (
    annexed,
    annexed_place,
    begun_from,
    changed_step,
    known_to_signers,
    last_place,
    moved_step,
    with_step,
)
from tabletop.shell.text_settings import step_settings, step_turned, turned
from tabletop.shell.text_telling import deal_lines, draft_lines, header, living
from tabletop.shell.unsealed_kept import Paper, keep_papers, kept_papers


@pytest.fixture
def draft(banks) -> Draft:
    """The north opens its gauges, then the south gives grain; the south opens its own, and the north a sluice after that."""
    begun = replace(begun_from(banks, "water-for-grain", "north"), broker="hills")
    longer = with_step(begun, Step(banks.term_by_key["south/gauges"], 2))
    return with_step(longer, Step(banks.term_by_key["north/sluice:upper"], 3, after=3))


def keys(draft):
    return [f"{step.term.key}{' (secret)' if step.annex else ''}" for step in draft.steps]


def waits(draft):
    return [(step.after, step.together) for step in draft.steps]


# ---- in and out ----


def test_a_step_in_the_annex_comes_after_the_open_ones(draft):
    secret = annexed(draft, 2, annex=True)
    assert keys(secret) == ["north/gauges", "south/gauges", "north/sluice:upper", "south/grain (secret)"]
    assert waits(secret) == [(None, None), (None, None), (2, None), (1, None)]
    assert annexed_place(draft, 2, annex=True) == 4


def test_what_would_wait_for_a_later_step_waits_for_nothing(draft):
    secret = annexed(draft, 1, annex=True)
    assert keys(secret) == ["south/grain", "south/gauges", "north/sluice:upper", "north/gauges (secret)"]
    assert waits(secret) == [(None, None), (None, None), (2, None), (None, None)]


def test_a_step_taken_out_of_the_annex_is_the_last_of_the_open_ones(draft):
    secret = annexed(annexed(draft, 1, annex=True), 2, annex=True)
    assert keys(secret)[2:] == ["south/gauges (secret)", "north/gauges (secret)"]
    opened = annexed(secret, 4, annex=False)
    assert keys(opened) == ["south/grain", "north/sluice:upper", "north/gauges", "south/gauges (secret)"]


@pytest.mark.parametrize("number", [1, 3, 4])
def test_steps_of_one_moment_go_into_the_annex_and_out_of_it_together(draft, number):
    shared = changed_step(
        changed_step(draft, 3, replace(draft.steps[2], together=1)), 4, replace(draft.steps[3], after=None, together=1)
    )
    secret = annexed(shared, number, annex=True)
    assert keys(secret) == [
        "south/grain", "north/gauges (secret)", "south/gauges (secret)", "north/sluice:upper (secret)",
    ]  # fmt: skip
    assert waits(secret) == [(None, None), (None, None), (None, 2), (None, 2)]
    assert keys(annexed(secret, 3, annex=False)) == [
        "south/grain", "north/gauges", "south/gauges", "north/sluice:upper",
    ]  # fmt: skip


@pytest.mark.parametrize("number", [1, 2, 3, 4])
def test_no_step_in_an_annex_stops_the_draft_for_its_place(banks, bargain, draft, number):
    secret = annexed(draft, number, annex=True)
    assert not [note.says for note in notes(banks, bargain.table.row, secret) if note.kind == "bars"]


def test_a_text_that_is_sealed_has_no_annex_and_none_comes_back_when_it_is_opened(draft):
    secret = annexed(draft, 2, annex=True)
    sealed = known_to_signers(secret, sealed=True)
    assert (sealed.sealed, sealed.annexed) == (True, ())
    assert known_to_signers(sealed, sealed=False) == replace(secret, steps=sealed.steps)


def test_one_step_more_is_open_unless_it_is_put_into_the_annex(banks, draft):
    secret = annexed(draft, 1, annex=True)
    more = Step(banks.term_by_key["north/ferries"])
    assert last_place(secret) == 4
    assert keys(with_step(secret, more))[3:] == ["north/ferries", "north/gauges (secret)"]
    assert keys(with_step(secret, more, 4))[3:] == ["north/ferries", "north/gauges (secret)"]
    assert keys(with_step(secret, more, 5))[3:] == ["north/gauges (secret)", "north/ferries (secret)"]


def test_moving_up_and_down_ends_at_the_annex(draft):
    secret = annexed(draft, 1, annex=True)
    assert moved_step(secret, 3, 1) == secret
    assert moved_step(secret, 4, -1) == secret
    two = annexed(secret, 1, annex=True)
    assert keys(moved_step(two, 3, 1))[2:] == ["north/gauges (secret)", "south/grain (secret)"]


# ---- settings ----


def test_who_knows_of_a_step_is_a_setting_that_keeps_hold_of_the_step(banks, draft):
    (setting,) = [each for each in step_settings(banks, draft, 2) if each.word == "Known to"]
    assert (setting.id, setting.value) == ("annex:2", "everybody")
    secret, number = turned(banks, draft, "annex:2"), step_turned(draft, "annex:2")
    assert (secret, number) == (annexed(draft, 2, annex=True), 4)
    (setting,) = [each for each in step_settings(banks, secret, 4) if each.word == "Known to"]
    assert setting.value == "the signers alone"
    assert step_turned(secret, "annex:4") == 4
    assert (step_turned(draft, "due:2"), step_turned(draft, "sealed")) == (2, None)


def test_in_a_text_that_is_sealed_nothing_is_set_about_its_steps(banks, draft):
    sealed = turned(banks, annexed(draft, 2, annex=True), "sealed")
    assert sealed.annexed == ()
    assert not [each for each in step_settings(banks, sealed, 2) if each.word == "Known to"]


def test_where_others_vote_on_a_text_steps_only_come_out_of_an_annex(banks, draft):
    council = replace(annexed(draft, 2, annex=True), forum="council")
    assert [
        each.id for number in (1, 4) for each in step_settings(banks, council, number) if each.word == "Known to"
    ] == ["annex:4"]


def test_only_steps_of_the_same_part_are_offered_as_done_together(banks, draft):
    secret = annexed(draft, 1, annex=True)
    assert turned(banks, secret, "together:4") == secret
    two = annexed(secret, 1, annex=True)
    assert turned(banks, two, "together:4").steps[3].together == 3


# ---- telling ----


def test_a_draft_tells_which_of_its_steps_are_secret(banks, draft):
    lines = draft_lines(banks, annexed(draft, 2, annex=True))
    assert "Known to: everybody, but for its annex" in lines
    assert [line for line in lines if line.endswith("in the sealed annex")] == [
        "4 SOU: Grain at cost; 1 turn after signing; after step 1; in the sealed annex"
    ]


def test_an_answer_tells_what_became_secret_and_what_came_out(banks, draft):
    secret = annexed(draft, 2, annex=True)
    known = "known to: everybody, but for its annex"
    assert differences(banks, draft, secret) == ("SOU: Grain at cost into the annex", known)
    assert differences(banks, secret, draft) == ("SOU: Grain at cost out of the annex", "known to: everybody")
    more = with_step(secret, Step(banks.term_by_key["north/ferries"]), 5)
    assert differences(banks, secret, more) == (f"with {owes(banks, more, 5)} in the annex",)


def owes(banks, draft, number):
    _, _, line = next(line for line in draft_lines(banks, draft) if line.startswith(f"{number} ")).partition(" ")
    return line.partition(";")[0]


# ---- kept and signed ----


def test_a_half_written_annex_survives_a_crash(bargain, draft):
    paper = Paper(annexed(draft, 2, annex=True))
    keep_papers(bargain, "north", [paper])
    assert kept_papers(bargain, "north") == (paper,)


@pytest.fixture
def signed(bargain, banks):
    """The south's answer to a text with its grain in an annex is signed, and its steps are due."""
    text = annexed(begun_from(banks, "water-for-grain", "north"), 2, annex=True)
    bargain.circulate("north", text)
    bargain.seal("north", Orders(signs=(bargain.drafts_before("north")[-1].draft,)))
    bargain.open()
    bargain.next()
    return bargain


def test_the_annex_of_a_signed_text_is_told_to_its_signers_alone(signed):
    def lines(role):
        view = signed.view(role)
        (deal,) = living(signed.book, view)
        return deal_lines(signed.book, signed.table.scenario, view, deal), dict(header(signed.book, deal))["Known to"]

    told, known = lines("south")
    assert known == "everybody, but for its annex"
    assert [line for line in told if "in the sealed annex" in line] == [
        "2 SOU: Grain at cost; due July; in the sealed annex; waits for step 1; due this turn"
    ]
    told, known = lines("hills")
    assert known == "everybody"
    assert not [line for line in told if "Grain" in line or "annex" in line]


def test_an_annex_can_be_leaked_and_what_is_missed_there_costs_nothing_at_home(signed):
    view = signed.view("south")
    (deal,) = living(signed.book, view)
    (leak,) = [each for each in responses_to(signed.book, view, deal) if each.id == "leak"]
    assert (leak.why_not, leak.says.partition(" from then on")[0]) == ("", "Everybody knows of its annex")
    (feign,) = [
        each for each in conducts(signed.book, signed.view("north"), deal, deal.duties[0]) if each.id == "feign"
    ]
    assert "Standing NOR" in feign.breach
    (secret,) = [each for each in conducts(signed.book, view, deal, deal.duties[1]) if each.id == "feign"]
    assert "Standing" not in secret.breach
