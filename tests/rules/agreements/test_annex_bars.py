"""What an annex may be: the bars of the draft, and what the linter says of one and of living ones."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.rules.agreements.lint import Note, notes
from tabletop.rules.texts.draft import Draft

from ..small_pack import opening
from .annexes import without_annexes
from .river_texts import (
    BORDER,
    FILL_WELLS,
    GRAIN,
    GUARD,
    OPEN_GATE,
    RATION,
    RIVER,
    STILL_MILL,
    draft,
    signed,
    step,
)

WELLS = step(FILL_WELLS, annex=True)
WITH = draft(OPEN_GATE, STILL_MILL, WELLS)


def barred(text: Draft, row: list[int] | None = None) -> list[str]:
    """What stops a draft, at the opening if no row is given."""
    found = notes(RIVER, opening(RIVER) if row is None else row, text)
    return [note.says for note in found if note.kind == "bars"]


def test_an_open_text_may_have_an_annex() -> None:
    assert barred(WITH) == []


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (draft(OPEN_GATE, WELLS, STILL_MILL), "The steps of an annex stand after the open ones. Put them last."),
        (draft(WELLS, OPEN_GATE), "The steps of an annex stand after the open ones. Put them last."),
        (
            draft(WELLS),
            "An annex belongs to a text that says something in the open. Seal the whole text instead.",
        ),
        (
            replace(WITH, sealed=True),
            "The whole text is sealed and has no annex besides. Open the text, or take the steps out of the annex.",
        ),
        (
            replace(WITH, forum="council"),
            "A forum votes on what it has read, and an annex is not shown. Take the steps out of the annex.",
        ),
        (
            draft(OPEN_GATE, step(GUARD, together=1, annex=True), broker="hills"),
            "Steps done in the same moment are both open, or both in the annex. Move one of them.",
        ),
        (
            draft(OPEN_GATE, step(BORDER, annex=True)),
            "Border must be ratified, and nobody ratifies what is not shown. Let it stand in the open.",
        ),
        (
            draft(OPEN_GATE, BORDER, sealed=True),
            "Border must be ratified, and nobody ratifies what is not shown. Let it stand in the open.",
        ),
    ],
    ids=["in the middle", "first", "all of it", "sealed", "voted on", "across", "ratified", "ratified and sealed"],
)  # fmt: skip
def test_what_an_annex_may_not_be(text: Draft, why: str) -> None:
    assert barred(text) == [why]


@pytest.mark.parametrize(
    "text",
    [
        draft(OPEN_GATE, WELLS, step(GUARD, together=2, annex=True), broker="hills"),
        draft(OPEN_GATE, step(GUARD, 1, 1, annex=True)),
        draft(OPEN_GATE, step(BORDER, annex=True), forum="inn"),
        draft(OPEN_GATE, BORDER, forum="inn", sealed=True),
        draft(OPEN_GATE, BORDER, WELLS),
    ],
    ids=["together in it", "after an open step", "at the inn", "sealed at the inn", "ratified in the open"],
)
def test_what_an_annex_may_be(text: Draft) -> None:
    assert barred(text) == []


def test_the_linter_names_the_annexed_steps_to_whoever_would_sign() -> None:
    def told(text: Draft) -> list[Note]:
        return [note for note in notes(RIVER, opening(RIVER), text) if "annex" in note.says]

    alone = "the signers alone know of it, and any of them can leak it."
    assert told(WITH) == [Note("notes", f"Step 3 stands in a sealed annex: {alone}")]
    two = replace(WITH, steps=(*WITH.steps, step(GUARD, annex=True)))
    assert told(two) == [Note("notes", f"Steps 3 and 4 stand in a sealed annex: {alone}")]
    assert told(draft(OPEN_GATE, STILL_MILL)) == []


# ---- living texts ----

SAME = ["These parties have signed these steps here already, and that text lives."]


def test_a_refusal_tells_nobody_but_its_signers_what_stands_in_an_annex() -> None:
    """Whoever writes itself in as a broker would read in the refusal that the same steps were signed."""
    row = signed(WITH)
    probe = replace(WITH, by="hills", broker="hills")
    assert barred(probe, row) == barred(probe, without_annexes(RIVER, row, "hills")) == []
    assert barred(WITH, row) == SAME


def test_the_open_part_is_known_to_live_to_all() -> None:
    row, known = signed(WITH), draft(OPEN_GATE, STILL_MILL)
    assert barred(replace(known, by="hills", broker="hills"), row) == SAME
    assert barred(known, row) == [], "to those who signed more it is another text"


def test_what_is_owed_in_an_annex_is_not_named_as_owed_already() -> None:
    row = signed(WITH)
    for text in (draft(FILL_WELLS, GRAIN), draft(FILL_WELLS, GRAIN, parties=("north", "south", "hills"))):
        assert notes(RIVER, row, text) == notes(RIVER, without_annexes(RIVER, row, "hills"), text)
    in_the_open = signed(draft(OPEN_GATE, STILL_MILL, FILL_WELLS))
    again = "N: Fill the wells is owed under another text already."
    assert again in [note.says for note in notes(RIVER, in_the_open, draft(FILL_WELLS, GRAIN))]


def test_a_term_of_the_open_part_can_stand_in_an_annex_once_more_and_is_pointed_out() -> None:
    text = draft(RATION, STILL_MILL, step(RATION, 2, annex=True))
    assert barred(text) == []
    assert "N: Ration the wells stands in this text already." in [n.says for n in notes(RIVER, opening(RIVER), text)]
