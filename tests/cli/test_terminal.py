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


ALTERNATE_SCREEN = "\x1b[?1049h"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["play", "mar-a-lago-2018", "--as", "rok"], "Did you mean `mar-a-lago-2017`"),
        (["play", SCENARIO, "--as", "ork"], "Did you mean `rok`"),
        (["play", SCENARIO], "Say who with --as"),
        (["resume"], "No game is saved"),
        (["resume", "nothing"], "There is no record 'nothing'"),
        (["resume", "/etc/passwd"], "is not a record"),
    ],
)
def test_what_cannot_be_opened_is_refused_before_a_screen_is(terminal, words, says):
    code, said = ended(terminal(*words, size=(24, 400)))
    assert code == 2
    assert says in said
    assert ALTERNATE_SCREEN not in said


def test_a_record_that_turns_out_to_be_altered_closes_the_screen_with_its_sentence(terminal, process, saves):
    process("play", SCENARIO, "--as", "rok", "--seed", "7", "--plain", typed="seal\nnext\nquit\n")
    (record,) = saves.glob("*.jsonl")
    record.write_bytes(record.read_bytes().replace(b'"seed":7', b'"seed":8'))
    code, said = ended(terminal("resume", size=(24, 400)))
    assert code == 2
    assert ALTERNATE_SCREEN in said
    assert "Entry 0 was altered" in said
    assert "Traceback" not in said
    assert "Goodbye" not in said


def test_a_game_goes_on_in_the_frame_it_was_seen_in(terminal, process, saves):
    process("play", SCENARIO, "--as", "rok", "--seed", "7", "--plain", typed="seal\nnext\nquit\n")
    child = terminal("resume")
    child.expect("Opening the game")
    child.expect("Capital")
    child.sendcontrol("q")
    code, said = ended(child)
    assert code == 0
    assert next(saves.glob("*.jsonl")).name in said


def test_ctrl_c_while_a_game_is_opened(terminal, saves):
    child = terminal("play", SCENARIO, "--as", "rok", "--seed", "7")
    child.expect("Opening the game")
    child.sendintr()
    code, said = ended(child)
    assert code == 130
    assert "Traceback" not in said
    assert all(record.name in said for record in saves.glob("*.jsonl")), "a game that was begun by then is named"


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
