import io

import pytest

from tabletop.plain.game import play
from tabletop.plain.lines import Lines
from tabletop.shell.starting import new_game

from .river import DRY_SUMMER, RIVER, SITTING

SCENARIO = "mar-a-lago-2017"


@pytest.fixture
def begin(book, tmp_path):
    """A new game, saved in a folder of its own unless told otherwise."""

    def begin(*people, seed=7, folder=tmp_path):
        return new_game(book, SCENARIO, people, folder=folder, seed=seed)

    return begin


@pytest.fixture
def at_river(tmp_path):
    """A new game at the river, where texts are signed; the south is keen on an open gate unless told otherwise."""

    def at_river(*people, south="keen"):
        doctrines = {role: doctrine for role, doctrine in {**SITTING, "south": south}.items() if role not in people}
        return new_game(RIVER, DRY_SUMMER, people, folder=tmp_path, seed=7, doctrines=doctrines)

    return at_river


@pytest.fixture
def told():
    """Play a session by a script; what was told, and the exit code."""

    def told(session, script):
        out = io.StringIO()
        code = play(session, Lines(io.StringIO(script), out))
        return out.getvalue(), code

    return told
