"""What every test may lean on: the Korea pack, loaded and compiled once."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.pack.load import load_pack
from tabletop.pack.model import Pack
from tabletop.rules.rulebook import Rulebook

CONTENT = Path(__file__).parent.parent / "content"


@pytest.fixture(scope="session")
def korea() -> Pack:
    return load_pack(CONTENT / "korea")


@pytest.fixture(scope="session")
def book(korea: Pack) -> Rulebook:
    return Rulebook(korea)
