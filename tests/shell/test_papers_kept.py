"""Texts half written are kept on disk as they are; what a hand changed there is passed over, or said by the linter."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tabletop.pack.load import read_pack
from tabletop.rules.agreements.lint import notes
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.starting import new_game
from tabletop.shell.text_editing import begun_from
from tabletop.shell.unsealed_kept import Paper, keep_papers, kept_papers, unsealed_path

from ..table.test_showing import DESK
from ..tui.bargain import BARGAINING
from ..tui.river import SCENARIO


@pytest.fixture
def gazette(tmp_path):
    """A game in which a desk may broker."""
    book = Rulebook(read_pack({**BARGAINING, "roles.toml": BARGAINING["roles.toml"] + DESK}, "river"))
    return new_game(book, SCENARIO, ["north", "gazette"], folder=tmp_path, seed=7)


@pytest.mark.parametrize("writer", ["north", "gazette"])
def test_a_text_that_a_desk_brokers_is_kept(gazette, writer):
    text = replace(begun_from(gazette.book, "water-for-grain", writer), broker="gazette")
    keep_papers(gazette, writer, [Paper(text)])
    assert kept_papers(gazette, writer) == (Paper(text),)


def by_hand(session, old, new):
    """Change what lies on disk."""
    path = unsealed_path(session.writer.path)
    kept = path.read_text(encoding="utf-8")
    assert old in kept
    path.write_text(kept.replace(old, new), encoding="utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"broker":null', '"broker":"france"'),
        ('"forum":"commission"', '"forum":"moon"'),
        ('"parties":["north","south"]', '"parties":["north","france"]'),
        ('"term":"south/grain"', '"term":"south/fly"'),
        ('"due":1', '"due":"soon"'),
    ],
)
def test_what_speaks_of_nothing_is_passed_over(bargain, banks, old, new):
    keep_papers(bargain, "north", [Paper(begun_from(banks, "water-for-grain", "north"))])
    by_hand(bargain, old, new)
    assert kept_papers(bargain, "north") == ()


def test_a_step_that_waits_for_none_there_is_is_said_by_the_linter(bargain, banks):
    keep_papers(bargain, "north", [Paper(begun_from(banks, "water-for-grain", "north"))])
    by_hand(bargain, '"after":1', '"after":99')
    (paper,) = kept_papers(bargain, "north")
    first = notes(banks, list(bargain.view("north").row), paper.text)[0]
    assert (first.kind, first.says) == ("bars", "`after` names an earlier step, from 1 to 1.")
