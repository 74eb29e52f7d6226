"""The draft linter: law and structure, the same for every signer."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.draft import Draft, Step
from tabletop.rules.agreements.lint import Note, notes
from tabletop.rules.agreements.terms import Term
from tabletop.rules.views import view

from ..small_pack import book_of, opening
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
        (replace(BOTH, by="hills"), "Whoever writes a text"),
        (replace(BOTH, broker="south"), "A broker is a role of its own"),
        (replace(BOTH, parties=("north", "north", "south")), "A party is named twice."),
        (replace(BOTH, steps=()), "A text has 1 to 4 steps; this one has 0."),
        (draft("hills/grain", OPEN_GATE), "H is no party and cannot owe a step."),
        (draft(step(OPEN_GATE, 7), STILL_MILL), "due after 7 turns and the text lives 6"),
        (draft(OPEN_GATE, step(STILL_MILL, 1, 2)), "`after` names an earlier step, from 1 to 1."),
        (draft(OPEN_GATE, step(STILL_MILL, together=1)), "need a broker who holds both ends"),
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


def test_unequal_irreversibility_is_pointed_out() -> None:
    text = draft(FILL_WELLS, STILL_MILL)
    assert said(text, "warns") == ["All that N gives is for good; what it gets can be taken back."]


def test_a_step_owed_already_is_pointed_out() -> None:
    row = signed(BOTH)
    again = [note.says for note in notes(RIVER, row, draft(OPEN_GATE, STILL_MILL, GRAIN)) if note.kind == "warns"]
    assert again == [
        "N: Open gate, The gate stays open is owed under another text already.",
        "S: Still mill is owed under another text already.",
    ]


def test_what_lives_is_not_signed_again() -> None:
    again = [note.says for note in notes(RIVER, signed(BOTH), replace(BOTH, duration=5)) if note.kind == "bars"]
    assert again == ["These parties have signed these steps here already, and that text lives."]


def test_a_term_that_stands_twice_is_pointed_out() -> None:
    text = draft(GRAIN, OPEN_GATE, step(GRAIN, 2))
    assert "S: Grain stands in this text already." in said(text, "warns")


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
