"""Texts as every shell tells them, what can be done about them, and what of it survives a crash."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.pack.load import read_pack
from tabletop.record.reading import read_record
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.composing import Unsealed, take_back
from tabletop.shell.falling_due import due_now
from tabletop.shell.purse import spent
from tabletop.shell.session import resume
from tabletop.shell.starting import new_game
from tabletop.shell.text_choices import conducts, readings_for, responses_to
from tabletop.shell.text_differences import differences, loosened_line
from tabletop.shell.text_editing import begun_from, changed_step, moved_step
from tabletop.shell.text_home import home_lines, price_line
from tabletop.shell.text_orders import read, respond, sign, treat, unsign
from tabletop.shell.text_settings import turned
from tabletop.shell.text_telling import (
    deal_lines,
    draft_lines,
    living,
)
from tabletop.shell.unsealed_kept import Paper, keep_papers, keep_unsealed, kept_papers, kept_unsealed
from tabletop.shell.watching import Reel

from ..tui.bargain import BARGAINING
from ..tui.river import SCENARIO


@pytest.fixture
def text(banks):
    return begun_from(banks, "water-for-grain", "north")


@pytest.fixture
def offered(bargain, text):
    """The South has answered with the same and snap-back."""
    bargain.circulate("north", text)
    return bargain


@pytest.fixture
def signed(offered):
    """The South's answer is signed, and the first step is due."""
    offered.seal("north", Orders(signs=(offered.drafts_before("north")[1].draft,)))
    offered.open()
    offered.next()
    return offered


def choice(choices, id_):
    return next(each for each in choices if each.id == id_)


def told(session, role="north"):
    view = session.view(role)
    return [deal_lines(session.book, session.table.scenario, view, deal) for deal in living(session.book, view)]


# ---- telling ----


def test_a_draft_is_told_line_by_line(banks, text):
    lines = draft_lines(banks, text)
    assert "Forum: River commission" in lines
    assert "Way out: none" in lines
    assert "1 NOR: Gauges open; 1 turn after signing; “Gauge” left open" in lines
    assert "2 SOU: Grain at cost; 1 turn after signing; after step 1" in lines


def test_home_is_told_to_its_own_eyes(banks, bargain, text):
    lines = home_lines(banks, bargain.view("north"), text)
    assert lines[0] == "Standing NOR: 60 now, 55 when all that you owe is done."
    assert "You would move first: 10 less there until the other side answers." in lines
    assert home_lines(banks, bargain.view("hills"), text) == ()
    assert price_line(banks, bargain.view("north"), text) == "Signing costs you 0 of 3 political capital."


def test_an_answer_says_what_it_changes(banks, text):
    assert differences(banks, text, turned(banks, text, "snapback")) == ("snap-back: a missed step undoes the others'",)
    assert differences(banks, text, turned(banks, text, "due:1")) == (
        "step 1 now 2 turns after signing, “Gauge” left open",
    )
    free = changed_step(text, 2, replace(text.step(2), after=None))
    assert differences(banks, text, free) == ("step 2 now 1 turn after signing, waits for nothing now",)
    assert differences(banks, free, moved_step(free, 1, 1)) == ("another order",)
    assert loosened_line(text, free) == "Step 2 waits for nothing now."
    assert differences(banks, text, text) == ()


def test_a_signed_text_says_what_is_due_and_what_waits(signed):
    (lines,) = told(signed)
    assert "in force" in lines
    assert "1 NOR: Gauges open; due July; “Gauge” left open; due this turn" in lines
    assert "2 SOU: Grain at cost; due July; waits for step 1; due this turn" in lines
    assert [due.duty.key for due in due_now(signed.book, signed.view("north"))] == ["1.1"]
    assert [due.when for due in due_now(signed.book, signed.view("south"))] == ["when step 1 is done"]


# ---- choosing ----


def test_what_is_due_is_done_unless_something_else_is_said(signed):
    view = signed.view("north")
    (deal,) = living(signed.book, view)
    found = conducts(signed.book, view, deal, deal.duties[0])
    assert [each.default for each in found] == [True, False, False, False]
    assert choice(found, "withhold").price == "Trust NOR-SOU -4"
    assert choice(found, "feign").breach.startswith("A false report.")
    assert choice(found, "anyway").why_not == "No law stands in its way."
    assert conducts(signed.book, view, deal, deal.duties[1]) == ()


def test_what_is_so_already_counts_and_cannot_be_held_back(tmp_path, text):
    so = {
        file: says.replace('word = "gauge"', 'word = "gauge"\ndone = "tension >= 0"')
        for file, says in BARGAINING.items()
    }
    book = Rulebook(read_pack(so, "river"))
    session = new_game(book, SCENARIO, ["north", "south"], folder=tmp_path, seed=7)
    session.circulate("north", text)
    for role in ("north", "south"):
        session.seal(role, Orders(signs=(text,)))
    session.open()
    session.next()
    view = session.view("north")
    (deal,) = living(book, view)
    found = conducts(book, view, deal, deal.duties[0])
    assert choice(found, "do").says.endswith("It is so already, and counts as done.")
    assert choice(found, "withhold").why_not == "It is so already, and counts as done."


def test_responses_tell_their_price_and_what_is_left_out(signed):
    view = signed.view("north")
    (deal,) = living(signed.book, view)
    found = responses_to(signed.book, view, deal)
    assert choice(found, "query").price == ""
    assert "left out (ask for an explanation, call for consultations)" in choice(found, "inspect").price
    assert choice(found, "withdraw").breach == "You break off a text that has no way out."
    assert choice(found, "suspend").why_not
    assert responses_to(signed.book, signed.view("hills"), deal) == ()


def test_an_open_word_can_be_read_in_each_of_its_ways(signed):
    view = signed.view("south")
    (deal,) = living(signed.book, view)
    found = readings_for(signed.book, view, deal, deal.duties[0])
    assert [(each.id, each.default) for each in found] == [("stone", False), ("float", True)]
    assert readings_for(signed.book, view, deal, deal.duties[1]) == ()


# ---- the draft of the orders ----


def test_a_signature_is_marked_and_taken_back(offered):
    view, text = offered.view("north"), offered.drafts_before("north")[0].draft
    draft = sign(offered.book, view, Unsealed(), text)
    assert draft.sealed().signs == (text,)
    assert unsign(draft, text) == Unsealed()
    assert take_back(draft) == Unsealed()


def test_what_the_table_would_refuse_is_refused_at_once(signed):
    view = signed.view("north")
    with pytest.raises(IllegalOrder, match="owes no step"):
        treat(signed.book, view, Unsealed(), "1.2", "withhold")
    with pytest.raises(IllegalOrder, match="ratification"):
        respond(signed.book, view, Unsealed(), "1", "ratify")
    with pytest.raises(IllegalOrder, match="has no reading"):
        read(signed.book, view, Unsealed(), "1.1", "hearsay")


def test_signatures_and_responses_count_in_what_is_spent(signed):
    view = signed.view("north")
    assert spent(signed.book, view, respond(signed.book, view, Unsealed(), "1", "inspect")) == 1


def test_all_that_is_said_of_texts_survives_a_crash(signed):
    book, view = signed.book, signed.view("north")
    draft = treat(book, view, Unsealed(), "1.1", "withhold")
    draft = respond(book, view, draft, "1", "query")
    draft = read(book, view, draft, "1.1", "float")
    keep_unsealed(signed, "north", draft)
    again, _ = resume(signed.writer.path)
    assert kept_unsealed(again, "north") == draft


def test_a_mark_survives_what_is_said_after_it(offered):
    first = offered.drafts_before("north")[0].draft
    keep_unsealed(offered, "north", sign(offered.book, offered.view("north"), Unsealed(), first))
    offered.answer("north", 2, "refuse")
    again, _ = resume(offered.writer.path)
    assert kept_unsealed(again, "north").signs == (first,)


def test_half_written_texts_are_kept_for_each_role_over_the_turn(offered, text):
    paper = Paper(changed_step(text, 1, text.steps[1]), counters=2)
    keep_papers(offered, "north", [paper])
    keep_papers(offered, "south", [Paper(text)])
    keep_unsealed(offered, "north", Unsealed())
    assert kept_papers(offered, "north") == (paper,)
    offered.seal("north", Orders())
    offered.open()
    offered.next()
    (left,) = kept_papers(offered, "north")
    assert (left.text, left.counters) == (paper.text, None), "the draft it answered lies there no more"
    keep_papers(offered, "north", [])
    assert kept_papers(offered, "north") == ()
    assert len(kept_papers(offered, "south")) == 1


# ---- watching ----


def test_only_signers_see_a_draft_in_a_record(signed):
    record = read_record(signed.writer.path)
    reel = Reel(signed.book, record, "south", at=2)
    assert reel.says.startswith("North bank circulates draft 1: NOR and SOU")
    assert reel.sealed[0].text.startswith("1 NOR: Gauges open")
    hills = Reel(signed.book, record, "hills", at=2)
    assert hills.says == "Others talk."
    assert [line.text for line in hills.sealed] == ["What it was stays between them."]
    assert not hills.drafts
