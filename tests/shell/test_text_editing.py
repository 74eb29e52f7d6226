"""Writing a text: every change gives back another draft, and what steps say of one another goes with them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.bars import barred
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.texts.draft import Step
from tabletop.shell.text_editing import (
    begun_from,
    could_broker,
    empty_draft,
    fitting_terms,
    fora_for,
    matching_terms,
    moved_step,
    siblings,
    templates_for,
    with_party,
    with_step,
    without_step,
)
from tabletop.shell.text_settings import header_settings, step_settings, turned
from tabletop.table.commands import circulate


@pytest.fixture
def draft(banks):
    """The north opens its gauges, then the south gives grain, then the south opens its own in the same moment."""
    begun = begun_from(banks, "water-for-grain", "north")
    return with_step(begun, Step(banks.term_by_key["south/gauges"], 2, after=2, together=1))


def clauses(draft):
    return [step.term.clause for step in draft.steps]


def test_texts_of_ones_own_come_first_and_others_can_be_brokered(banks):
    assert [id_ for id_, _ in templates_for(banks, "north")] == ["water-for-grain", "hill-grain"]
    brokered = begun_from(banks, "hill-grain", "north")
    assert (brokered.by, brokered.broker, brokered.parties) == ("north", "north", ("south", "hills"))


def test_an_empty_text_has_the_parties_its_forum_asks_for(banks):
    assert [id_ for id_, _ in fora_for(banks, "hills")] == ["commission"]
    assert empty_draft(banks, "commission", "south").parties == ("south", "north")
    assert empty_draft(banks, "square", "north").parties == ("north",)


def test_only_terms_of_the_parties_that_the_forum_may_settle_are_offered(banks):
    draft = empty_draft(banks, "commission", "north")
    terms = fitting_terms(banks, draft)
    assert {term.role for term in terms} == {"north", "south"}
    assert "north/ferries" in [term.key for term in terms]
    pledge = empty_draft(banks, "square", "north")
    assert "north/ferries" not in [term.key for term in fitting_terms(banks, pledge)], "it changes the treaty"
    for term in terms:
        view = banks.opening("dry-summer")
        assert barred(banks, view, with_step(draft, Step(term))) is None


def test_terms_are_found_by_any_of_their_words(banks):
    found = matching_terms(banks, banks.terms, "sluice SOU")
    assert {term.key for term in found} == {"south/sluice:upper", "south/sluice:lower"}
    assert siblings(banks, found[0]) == found


def test_a_step_put_between_others_moves_what_they_wait_for(banks, draft):
    longer = with_step(draft, Step(banks.term_by_key["north/sluice:upper"]), 2)
    assert clauses(longer) == ["gauges", "sluice", "grain", "gauges"]
    assert [(step.after, step.together) for step in longer.steps] == [(None, None), (None, None), (1, None), (3, 1)]
    assert without_step(longer, 2) == draft


def test_a_draft_has_no_more_steps_than_can_be_written_down(draft):
    longest = replace(draft, steps=(draft.steps[0],) * 19)
    longest = with_step(longest, draft.steps[0])
    assert len(circulate(longest, "north").draft.steps) == 20
    with pytest.raises(IllegalOrder, match="A draft has room for 20 steps"):
        with_step(longest, draft.steps[0])


def test_what_waited_for_a_step_taken_out_waits_for_nothing(draft):
    shorter = without_step(draft, 1)
    assert [(step.after, step.together) for step in shorter.steps] == [(None, None), (1, None)]


def test_a_step_moved_up_takes_its_number_along(draft):
    moved = moved_step(draft, 3, -1)
    assert [step.term.key for step in moved.steps] == ["north/gauges", "south/gauges", "south/grain"]
    assert moved.steps[1].after == 3, "kept, for the linter to speak of"
    assert moved_step(moved, 2, 1) == draft
    assert moved_step(draft, 1, -1) == draft


def test_a_party_comes_and_goes_and_cannot_broker(banks, draft):
    brokered = replace(draft, broker="hills")
    three = with_party(banks, brokered, "hills")
    assert (three.parties, three.broker) == (("north", "south", "hills"), None)
    assert with_party(banks, three, "hills") == draft
    assert could_broker(banks, draft) == ("hills",)


def test_numbers_stop_at_their_ends_and_the_rest_goes_round(banks, draft):
    assert turned(banks, draft, "due:1", -1) == draft
    assert turned(banks, draft, "due:1", 9).steps[0].due == draft.duration
    assert turned(banks, draft, "reading:1").steps[0].reading == "stone"
    assert turned(banks, draft, "reading:1", -1).steps[0].reading == "float"
    assert turned(banks, draft, "notice", -1).notice == 12
    assert turned(banks, turned(banks, draft, "linked"), "linked") == draft


def test_every_setting_that_is_offered_changes_something(banks, draft):
    offered = [setting.id for number in (1, 2, 3) for setting in step_settings(banks, draft, number)]
    offered += [setting.id for setting in header_settings(banks, draft) if setting.id != "parties"]
    for setting in offered:
        assert turned(banks, draft, setting) != draft, setting


def test_another_forum_brings_its_own_parties(banks, draft):
    pledged = turned(banks, draft, "forum")
    assert (pledged.forum, pledged.parties) == ("square", ("north",))
    assert turned(banks, pledged, "forum").parties == ("north", "south")
