"""A river at which texts are signed, shared by the tests of what every shell uses."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import Session
from tabletop.shell.starting import new_game

from ..tui.bargain import BARGAINING
from ..tui.river import SCENARIO


@pytest.fixture(scope="session")
def banks() -> Rulebook:
    return Rulebook(read_pack(BARGAINING, "river"))


@pytest.fixture
def bargain(banks, tmp_path) -> Session:
    return new_game(banks, SCENARIO, ["north"], folder=tmp_path, seed=7)
