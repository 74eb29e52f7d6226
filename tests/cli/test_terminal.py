"""Commands at a real terminal."""

import os
import sys

import pytest

from .conftest import ROOT, SCENARIO

pexpect = pytest.importorskip("pexpect")

PLAY = ["play", SCENARIO, "--as", "rok", "--seed", "7", "--plain"]


@pytest.fixture
def terminal(saves):
    """A command at a real terminal of a given size."""
    opened = []

    def terminal(*words, size=(24, 80), **environment):
        child = pexpect.spawn(
            sys.executable, ["-m", "tabletop", *words], dimensions=size, cwd=str(ROOT), timeout=30, encoding="utf-8",
            env={**os.environ, "TABLETOP_SAVES": str(saves), "TERM": "xterm-256color", "NO_COLOR": "1", **environment},
        )  # fmt: skip
        opened.append(child)
        return child

    yield terminal
    for child in opened:
        child.close(force=True)


def ended(child):
    child.expect(pexpect.EOF)
    child.close()
    return child.exitstatus, child.before


def test_a_prompt_at_a_terminal(terminal):
    child = terminal(*PLAY)
    child.expect("rok talks 1> ")
    child.sendline("why build-consensus")
    child.expect("Verdict: permitted")
    child.expect("rok talks 1> ")
    child.sendeof()
    code, said = ended(child)
    assert code == 0
    assert "The game is saved" in said
    assert "\x1b[2J" not in said


def test_lines_are_folded_between_words(terminal):
    child = terminal(*PLAY, size=(24, 60), COLUMNS="")
    child.expect("rok talks 1> ")
    assert max(len(line) for line in child.before.splitlines()) <= 60


def test_ctrl_c_at_a_prompt(terminal):
    child = terminal(*PLAY)
    child.expect("rok talks 1> ")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    assert "The game is saved" in said
    assert "Traceback" not in said


def test_ctrl_c_while_watching(terminal):
    child = terminal("watch", SCENARIO, "--seed", "7", "--step")
    child.expect("Press enter")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    assert "Stopped" in said


@pytest.mark.parametrize("words", [[], ["play", SCENARIO, "--as", "rok"], ["resume"], ["replay", "x"]])
@pytest.mark.parametrize("size", [(23, 80), (24, 79)])
def test_a_terminal_that_is_too_small(terminal, watched, saves, words, size):
    saves.mkdir()
    (saves / "x.jsonl").write_bytes(watched.read_bytes())
    code, said = ended(terminal(*words, size=size))
    assert code == 2
    assert f"{size[1]} by {size[0]}" in said
    assert "--plain" in said
    assert len(list(saves.iterdir())) == 1


def test_a_terminal_that_can_only_print(terminal):
    code, said = ended(terminal("play", SCENARIO, "--as", "rok", TERM="dumb"))
    assert code == 2
    assert "--plain" in said


def test_ctrl_c_in_the_app_says_where_the_game_is(terminal, saves):
    child = terminal("play", SCENARIO, "--as", "rok", "--seed", "7")
    child.expect("Republic of Korea")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    (record,) = saves.glob("*.jsonl")
    assert record.name in said
    assert "Traceback" not in said


FAULTY = """
import sys
from tabletop.tui.screens.menu import MenuScreen

def compose(self):
    raise ZeroDivisionError("drawn badly")

MenuScreen.compose = compose
sys.argv = ["tabletop"]
from tabletop.cli import main
main()
"""


def test_a_fault_of_the_app_is_one_sentence_and_a_report(saves, tmp_path):
    child = pexpect.spawn(
        sys.executable, ["-c", FAULTY], dimensions=(24, 80), cwd=str(ROOT), timeout=30, encoding="utf-8",
        env={**os.environ, "TABLETOP_SAVES": str(saves), "TERM": "xterm-256color", "XDG_STATE_HOME": str(tmp_path)},
    )  # fmt: skip
    code, said = ended(child)
    assert code == 70
    assert "The program has a fault" in said
    assert "Traceback" not in said
    (report,) = tmp_path.rglob("tabletop-*.txt")
    assert "drawn badly" in report.read_text(encoding="utf-8")
