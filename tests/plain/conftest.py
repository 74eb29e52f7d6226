import io

import pytest

from tabletop.plain.game import play
from tabletop.plain.lines import Lines
from tabletop.shell.starting import new_game

SCENARIO = "mar-a-lago-2017"


@pytest.fixture
def begin(book, tmp_path):
    """A new game, saved in a folder of its own unless told otherwise."""

    def begin(*people, seed=7, folder=tmp_path):
        return new_game(book, SCENARIO, people, folder=folder, seed=seed)

    return begin


@pytest.fixture
def told():
    """Play a session by a script; what was told, and the exit code."""

    def told(session, script):
        out = io.StringIO()
        code = play(session, Lines(io.StringIO(script), out))
        return out.getvalue(), code

    return told
