"""Dilemmas: acts that exist, and a condition that its role may know."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack

FILE = "dilemmas.toml"
DILEMMA = """\
[dilemma.sluice-or-supper]
code = "D1"
title = "Sluice or supper"
roles = ["north"]
says = "They ask for water, and you ask for grain."
when = "tension >= 40"
source = "design"
[[dilemma.sluice-or-supper.horns]]
name = "Close it"
acts = ["north/close-sluice@south"]
price = "No grain."
[[dilemma.sluice-or-supper.horns]]
name = "Sign something"
acts = ["north/renew:river.sluice", "north/adopt:river"]
price = "They will want more."
"""

FAULTS = {
    "a move": ('"north/close-sluice@south"', '"north/close-slice@south"', 10, 9, 'There is no move "close-slice".'),
    "a choice": ('"north/adopt:river"', '"north/adopt:rivr"', 14, 37, '"north/adopt:rivr" is no act of this pack.'),
    "a role": ('roles = ["north"]', 'roles = ["nort"]', 4, 10, 'There is no role "nort".'),
    "a clause": ('price = "No grain."', 'price = "."\nclauses = ["peace"]', 12, 12, 'There is no clause "peace".'),
    "a source": ('"design"', '"desing"', 7, 10, 'There is no source "desing".'),
    "a track": ('"tension >= 40"', '"tensoin >= 40"', 6, 9, "There is no track `tensoin`."),
    "what the role may not see": (
        '"tension >= 40"', '"capital[south] >= 2"', 6, 8, "When north feels this depends on `capital[south]`, which north may not see.",
    ),
}  # fmt: skip


def test_a_dilemma_has_two_horns(tiny):
    dilemma = read_pack({**tiny, FILE: DILEMMA}).dilemma["sluice-or-supper"]
    assert [horn.name for horn in dilemma.horns] == ["Close it", "Sign something"]


def test_one_horn_is_no_dilemma(tiny, faults_of):
    tiny[FILE] = DILEMMA[: DILEMMA.rindex("[[dilemma")]
    (fault,) = faults_of(tiny)
    assert (fault.file, fault.what) == (FILE, "This list is too short.")


@pytest.mark.parametrize("case", FAULTS.values(), ids=FAULTS)
def test_a_fault_is_told_at_its_place(case, tiny, faults_of):
    old, new, line, column, what = case
    tiny["tracks.toml"] = tiny["tracks.toml"].replace("range = [0, 20]", 'range = [0, 20]\nseen_by = "own"')
    tiny[FILE] = DILEMMA.replace(old, new, 1)
    (fault,) = faults_of(tiny)
    assert (fault.file, fault.line, fault.column, fault.what) == (FILE, line, column, what)
