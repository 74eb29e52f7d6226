"""A plain word is written as its label says, and a label names a word that there is."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.rules.telling import act_phrase

from .small_pack import book_of

TALKS = """
[move.call-talks]
name = "Call talks"
about = "Somebody asks the others to sit down."
by = ["north"]
group = "talk"
choices = ["inter-bank", "at-noon"]
effects = [{ track = "tension", add = -1 }]
"""
LABEL = '[label.inter-bank]\nname = "inter-Bank"\n'


def test_a_word_with_a_label_is_written_so_and_others_without_hyphens() -> None:
    book = book_of(TALKS + LABEL)
    told = [act_phrase(book, act) for act in book.by_role["north"] if act.move == "call-talks"]
    assert told == ["Call talks, inter-Bank", "Call talks, at noon"]


def test_a_label_of_no_word_is_told_with_the_word_that_was_meant() -> None:
    with pytest.raises(PackError) as caught:
        book_of(TALKS + LABEL.replace("inter-bank", "inter-banks"))
    (fault,) = caught.value.faults
    assert (fault.what, fault.remedy) == (
        'No choice, topic or reading is the plain word "inter-banks".', "Did you mean `inter-bank`?"
    )  # fmt: skip
