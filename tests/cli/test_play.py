"""Playing from the command line: through pipes, and through crashes."""

import os
import signal
import subprocess
import sys

import pytest

from .conftest import ROOT, SCENARIO

PLAY = ["play", SCENARIO, "--as", "rok", "--seed", "7", "--plain"]


def test_ten_turns_through_a_pipe(process, saves):
    ran = process(*PLAY, typed="# a quiet game\nmoves\ndo build-consensus\nseal\nnext\n" * 10 + "quit\n")
    assert ran.code == 0
    assert ran.err == ""
    assert "Turn 10 of 10" in ran.out
    assert "points, par" in ran.out
    (record,) = saves.glob("*.jsonl")
    assert process("verify", record).out.startswith("ok: ")


def test_two_people_at_one_keyboard(command):
    ran = command(
        "play", SCENARIO, "--as", "us,ROK", "--seed", 7, "--plain", typed="\nseal\n\nseal\n\nnext\n\nnext\n\n"
    )
    assert ran.code == 0
    assert "You play United States, Republic of Korea." in ran.out
    assert "Turn 2 of 10" in ran.out


def test_going_on_with_the_last_game(command, saves):
    command(*PLAY, typed="do back-channel prc\nseal\nnext\n")
    ran = command("resume", "--plain", typed="seal\nquit\n")
    assert ran.code == 0
    assert "Turn 2 of 10" in ran.out
    assert command("resume", "mar-a-lago-2017-rok", "--plain", typed="quit\n").code == 0


def test_letters_that_are_no_text_do_not_end_the_game(saves):
    done = subprocess.run(
        [sys.executable, "-m", "tabletop", *PLAY], input=b"\xff\xfe\x00\nseal\n", cwd=ROOT, capture_output=True, check=False,
        env={**os.environ, "TABLETOP_SAVES": str(saves), "PYTHONUTF8": "1"},
    )  # fmt: skip
    assert done.returncode == 0
    assert b"the seals are opened" in done.stdout


def read_until(game, text):
    seen = ""
    while text not in seen:
        line = game.stdout.readline()
        assert line, seen
        seen += line
    return seen


@pytest.fixture
def game(saves):
    """A game in line mode, in a process that a test may kill."""
    game = subprocess.Popen(
        [sys.executable, "-m", "tabletop", *PLAY], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        text=True, cwd=ROOT, env={**os.environ, "TABLETOP_SAVES": str(saves)},
    )  # fmt: skip
    with game:
        yield game
        game.kill()


def test_killed_in_mid_turn_nothing_is_lost(game, command, saves):
    game.stdin.write("seal\nnext\ndo back-channel prc\n")
    game.stdin.flush()
    read_until(game, "Drafted.")
    game.send_signal(signal.SIGKILL)
    game.wait()
    (record,) = saves.glob("*.jsonl")
    with record.open("ab") as file:
        file.write(b'{"before":"half a li')
    ran = command("resume", "--plain", typed="draft\nseal\nquit\n")
    assert ran.code == 0
    assert "cut short" in ran.err
    assert "Your draft from before is still there" in ran.out
    assert "Sealed: Back channel, PRC." in ran.out
    assert "Turn 2 of 10" in ran.out
    assert command("verify", record).code == 0


def test_ctrl_c_in_a_pipe(game, saves):
    read_until(game, "You can seal")
    game.send_signal(signal.SIGINT)
    out, err = game.communicate(timeout=30)
    assert game.returncode == 130
    assert str(next(saves.glob("*.jsonl"))) in out
    assert "Traceback" not in err
