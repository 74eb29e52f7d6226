"""The draft linter: law and structure, the same for every signer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.lint import Note, notes
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import view

from ..small_pack import book_of, opening, with_
from .river_texts import (
    BARGES,
    BORDER,
    FILL_WELLS,
    GRAIN,
    NETS,
    OPEN_GATE,
    PEACE,
    RIVER,
    STILL_MILL,
    WARDENS,
    draft,
    signed,
    step,
)

BOTH = draft(OPEN_GATE, STILL_MILL)


def said(text: Draft, kind: str) -> list[str]:
    """What the linter says of a kind at the opening."""
    return [note.says for note in notes(RIVER, opening(RIVER), text) if note.kind == kind]


def test_a_sound_draft_is_not_stopped() -> None:
    assert said(BOTH, "bars") == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (replace(BOTH, forum="assembly"), "No text can be written"),
        (replace(BOTH, forum="nowhere"), "No text can be written"),
        (replace(BOTH, forum="ford"), "signed by all its members: N, S and H."),
        (replace(BOTH, forum="summit", parties=("north", "hills")), "has no member hills"),
        (draft(OPEN_GATE, parties=("north",)), "A text needs two parties"),
        (draft(OPEN_GATE, STILL_MILL, forum="square"), "A pledge is made by one role alone."),
        (
            draft(OPEN_GATE, forum="square", parties=("north",), sealed=True),
            "A pledge that nobody hears binds nobody. Let all of it stand in the open.",
        ),
        (replace(BOTH, by="hills"), "Whoever writes a text"),
        (replace(BOTH, broker="south"), "A broker is a role of its own"),
        (replace(BOTH, parties=("north", "north", "south")), "A party is named twice."),
        (replace(BOTH, steps=()), "A text has 1 to 4 steps; this one has 0."),
        (draft("hills/grain", OPEN_GATE), "H is no party and cannot owe a step."),
        (draft(step(OPEN_GATE, 7), STILL_MILL), "due after 7 turns and the text lives 6"),
        (draft(OPEN_GATE, step(STILL_MILL, 1, 2)), "`after` names an earlier step, from 1 to 1."),
        (draft(OPEN_GATE, step(STILL_MILL, 1, 99)), "`after` names an earlier step, from 1 to 1."),
        (draft(step(OPEN_GATE, 1, 2), STILL_MILL), "`after` names an earlier step, and there is none."),
        (draft(OPEN_GATE, step(STILL_MILL, together=99)), "`together` names an earlier step, from 1 to 1."),
        (draft(OPEN_GATE, step(STILL_MILL, 1, 1, verified=4)), "Verification runs from 0, not at all, to 3, anywhere."),
        (draft(OPEN_GATE, step(STILL_MILL, together=1)), "need a broker who holds both ends"),
        (draft(OPEN_GATE, step(STILL_MILL, together=1), step(GRAIN, together=2)), "Step 2 is itself done together with"),
        (draft(OPEN_GATE, step(STILL_MILL, 1, 1, together=1)), "Of the steps done together one waits for another."),
        (
            draft(OPEN_GATE, step(STILL_MILL, 1, 1), step(GRAIN, 1, 2, together=1)),
            "Of the steps done together one waits for another.",
        ),
        (
            draft(OPEN_GATE, STILL_MILL, step(GRAIN, 1, 2, together=1), step(FILL_WELLS, 1, 1, together=2)),
            "Of the steps done together one waits for another.",
        ),
        (draft(step(PEACE, reading="war"), GRAIN), "Its word has no reading 'war'."),
        (draft("north/seat", STILL_MILL), "The bank has no competence to change charter."),
        (replace(BOTH, steps=(Step(Term("north", "fly")),)), "There is no term 'north/fly' in this pack."),
        (replace(BOTH, duration=0), "A text lasts 1 to 60 turns"),
    ],
)  # fmt: skip
def test_what_cannot_be_signed_is_stopped_with_a_reason(text: Draft, why: str) -> None:
    assert any(why in says for says in said(text, "bars")), said(text, "bars")


def test_a_clause_that_belongs_elsewhere_names_where() -> None:
    assert "There is no" not in str(said(BOTH, "bars"))
    pledge = draft(OPEN_GATE, forum="square", parties=("north",))
    assert said(pledge, "bars") == []


def test_a_missing_yes_is_named_with_its_paragraph() -> None:
    (note,) = [each for each in notes(RIVER, opening(RIVER), draft(BARGES, OPEN_GATE)) if each.kind == "asks"]
    assert note == Note("asks", "S: Barges needs the yes of Hill country.", 1, "River law 3")


def test_a_step_that_breaks_the_law_is_warned_of_with_its_paragraph() -> None:
    (note,) = [each for each in notes(RIVER, opening(RIVER), draft(NETS, OPEN_GATE)) if each.step == 1]
    assert note.kind == "warns"
    assert note.cite == "River law 4"


def test_who_must_ratify_is_named_and_not_whether_they_would() -> None:
    assert said(draft(BORDER, OPEN_GATE), "asks") == [
        "It must be ratified: Southern assembly (S). Until then it runs provisionally."
    ]


def test_an_undefined_word_is_pointed_out() -> None:
    assert any("“peace” is left undefined" in says for says in said(draft(PEACE, GRAIN), "warns"))


def test_a_step_due_before_what_it_waits_for_is_pointed_out() -> None:
    text = draft(step(OPEN_GATE, 3), step(STILL_MILL, 1, 1))
    assert said(text, "warns") == ["Step 2 falls due before step 1, which it waits for."]


UNEQUAL = ["N gives 1 step for good and gets none; the rest can be taken back."]


def test_unequal_irreversibility_is_pointed_out() -> None:
    assert said(draft(FILL_WELLS, STILL_MILL), "warns") == UNEQUAL


def test_neither_a_step_of_ones_own_that_can_be_undone_nor_snap_back_makes_it_equal() -> None:
    assert said(draft(FILL_WELLS, OPEN_GATE, STILL_MILL), "warns") == UNEQUAL
    assert said(draft(FILL_WELLS, STILL_MILL, snapback=True), "warns") == UNEQUAL


def test_irreversibility_is_weighed_by_number() -> None:
    assert said(draft(FILL_WELLS, STILL_MILL, GRAIN), "warns") == []
    two = draft(FILL_WELLS, step(PEACE, reading="quiet"), STILL_MILL, GRAIN)
    assert said(two, "warns") == ["N gives 2 steps for good and gets 1; the rest can be taken back."]


VERIFIED = draft(OPEN_GATE, step(STILL_MILL, 2, 1, verified=2))
ORPHAN = "Nothing in this text brings verification to 2; it is 0 today. Wardens would."


def test_a_verification_that_nothing_brings_about_is_pointed_out_with_what_would() -> None:
    (note,) = [each for each in notes(RIVER, opening(RIVER), VERIFIED) if each.kind == "warns"]
    assert note == Note("warns", ORPHAN, 2)


def test_a_verification_that_the_world_or_the_text_brings_is_not() -> None:
    watched = notes(RIVER, opening(RIVER, watch=2), VERIFIED)
    assert not [note for note in watched if note.kind == "warns"]
    assert said(replace(VERIFIED, steps=(*VERIFIED.steps, step(WARDENS))), "warns") == []


def test_what_waits_for_a_step_does_not_bring_what_that_step_waits_for() -> None:
    assert ORPHAN in said(replace(VERIFIED, steps=(*VERIFIED.steps, step(WARDENS, 2, 2))), "warns")


def test_a_step_owed_already_is_pointed_out() -> None:
    row = signed(BOTH)
    again = [note.says for note in notes(RIVER, row, draft(STILL_MILL, OPEN_GATE)) if note.kind == "warns"]
    assert again == [
        "S: Still mill is owed under another text already.",
        "N: Open gate, The gate stays open is owed under another text already.",
    ]


def test_what_lives_is_not_signed_again() -> None:
    again = [note.says for note in notes(RIVER, signed(BOTH), replace(BOTH, duration=5)) if note.kind == "bars"]
    assert again == ["These parties have signed these steps here already, and that text lives."]


def test_what_others_sealed_is_not_told_by_a_refusal() -> None:
    """Whoever writes itself in as a broker would read in the refusal which steps two others have sealed."""
    row = signed(replace(BOTH, sealed=True))
    probe = replace(BOTH, by="hills", broker="hills")
    assert [note.says for note in notes(RIVER, row, probe) if note.kind == "bars"] == []
    assert [note.says for note in notes(RIVER, row, BOTH) if note.kind == "bars"] != []


def test_steps_of_two_moments_that_wait_for_others_can_fall_due() -> None:
    text = draft(OPEN_GATE, step(STILL_MILL, together=1), step(FILL_WELLS, 1, 1), step(GRAIN, 1, 1, together=3))
    assert said(replace(text, broker="hills"), "bars") == []


def test_a_term_that_stands_twice_is_pointed_out() -> None:
    text = draft(GRAIN, OPEN_GATE, step(GRAIN, 2))
    assert "S: Grain stands in this text already." in said(text, "warns")


SUMMIT = draft(OPEN_GATE, STILL_MILL, step(GRAIN, 2, 2), forum="summit")


def of_preparation(text: Draft, **changed: int) -> list[Note]:
    """What is said of topics that nobody has prepared."""
    row = with_(RIVER, opening(RIVER), changed)
    return [note for note in notes(RIVER, row, text) if "prepared" in note.says]


def test_a_text_of_which_nothing_is_prepared_would_fail_and_the_price_is_told() -> None:
    barges = replace(SUMMIT, steps=(*SUMMIT.steps[:2], step(BARGES, 2)))
    first = notes(RIVER, opening(RIVER), barges)[0]
    assert first == Note(
        "fails",
        "Nobody has prepared gates, mills or grain. Signed today, nothing of it is left: "
        "the meeting fails, what it cost is spent, each party loses 6 at home, and nothing is signed there next turn.",
    )


def test_a_text_that_is_prepared_in_part_says_which_steps_it_would_lose() -> None:
    assert of_preparation(SUMMIT, ready=1) == [
        Note("warns", "Nobody has prepared mills or grain. Signed today, it loses steps 2 and 3.")
    ]
    assert of_preparation(SUMMIT, ready=3) == []


def test_with_dice_what_nobody_prepared_has_its_chance() -> None:
    (note,) = of_preparation(SUMMIT, ready=2, dice=1)
    assert note == Note("warns", "Nobody has prepared grain: 50 in 100 for each that it is settled all the same.")
    (note,) = of_preparation(SUMMIT, dice=1)
    assert note.kind == "warns"
    assert note.says.endswith("each party loses 6 at home, and nothing is signed there next turn.")


def test_no_way_out_is_told() -> None:
    assert any("no way out" in says for says in said(BOTH, "notes"))
    assert not any("no way out" in says for says in said(replace(BOTH, notice=1), "notes"))


def test_every_signer_reads_the_same() -> None:
    text = draft(PEACE, GRAIN, BARGES)
    row = signed(draft(OPEN_GATE, STILL_MILL, sealed=True))
    seen = {notes(RIVER, list(view(RIVER, row, role).row), text) for role in RIVER.names.roles}
    assert len(seen) == 1


def test_a_pack_without_agreements_has_no_texts() -> None:
    bare = book_of("")
    assert [note.says for note in notes(bare, opening(bare), BOTH)] == ["This pack has no signed texts."]
