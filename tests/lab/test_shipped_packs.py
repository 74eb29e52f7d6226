"""The packs that come with the program hold in games by lot and between doctrines."""

from __future__ import annotations

import pytest

from tabletop.lab.fuzz import fuzz
from tabletop.lab.reached import Reached
from tabletop.pack.load import load_pack
from tabletop.pack.shipped import shipped_packs
from tabletop.rules.rulebook import Rulebook


@pytest.mark.parametrize("name", shipped_packs())
def test_no_game_of_a_shipped_pack_fails(name):
    book, reached = Rulebook(load_pack(shipped_packs()[name])), Reached()
    assert [(failure.kind, failure.says, failure.seed) for failure in fuzz(book, range(24), reached)] == []
    assert reached.games == 24
