import subprocess
import sys
import time

import pytest

from tabletop import ENGINE
from tabletop.cli import entry

from .conftest import ROOT


def test_the_version(process):
    ran = process("--version")
    assert (ran.code, ran.out, ran.err) == (0, f"tabletop {ENGINE}\n", "")


@pytest.mark.parametrize("words", [["--version"], ["--help"], ["play", "--help"], ["pack", "check", "--help"]])
def test_what_needs_no_rules_loads_none(words):
    code = (
        "import sys\nfrom tabletop.cli import run\n"
        f"run({words!r})\n"
        "heavy = {'textual', 'pydantic', 'rich', 'tabletop.rules', 'tabletop.pack', 'tabletop.table'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_a_frame_is_painted_before_the_rules_are_imported():
    code = (
        "import sys, tabletop.cli.playing, tabletop.tui.running, tabletop.tui.loading\n"
        "heavy = {'pydantic', 'tabletop.pack.model', 'tabletop.rules.rulebook', 'tabletop.shell.session'} & set(sys.modules)\n"
        "sys.exit(f'loaded {heavy}' if heavy else 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_version_comes_at_once():
    """A ceiling so wide that only a heavy import breaks it, not a busy machine: the best of ten."""
    best = 9.0
    for _ in range(10):
        began = time.perf_counter()
        subprocess.run([sys.executable, "-m", "tabletop", "--version"], cwd=ROOT, check=True, capture_output=True)
        best = min(best, time.perf_counter() - began)
    assert best < 0.2


def test_both_ways_to_the_version_agree(command):
    assert command("--version").out == command("--version", "play").out


def test_help_names_every_command(command):
    out = command("--help").out
    for word in ("play", "resume", "watch", "law", "replay", "saves", "verify", "pack"):
        assert f"\n  {word} " in out


def test_without_a_terminal_the_menu_says_what_to_type(command):
    ran = command()
    assert ran.code == 2
    assert "--plain" in ran.err


@pytest.mark.parametrize(
    "words", [["ply"], ["pack", "chek"], ["play", "x", "--sed", "1"], ["watch"], ["law", "a", "b"]]
)
def test_misspelt_commands_are_sentences(command, words):
    ran = command(*words)
    assert ran.code == 2
    assert "--help" in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""


def unforeseen(*_):
    raise ZeroDivisionError("nobody foresaw this")


def test_what_nobody_foresaw_is_not_swallowed_in_tests(command, monkeypatch):
    monkeypatch.setattr("tabletop.cli.shelf.list_saves", unforeseen)
    with pytest.raises(ZeroDivisionError):
        command("saves")


def test_what_nobody_foresaw_is_one_sentence_and_a_report(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(entry, "run", unforeseen)
    monkeypatch.setattr("tabletop.cli.report.user_log_path", lambda *_, **__: tmp_path)
    monkeypatch.setattr(sys, "argv", ["tabletop", "saves"])
    with pytest.raises(SystemExit) as done:
        entry.main()
    said = capsys.readouterr().err
    (report,) = tmp_path.glob("tabletop-*.txt")
    assert done.value.code == entry.BROKEN
    assert said.count("\n") == 1
    assert str(report) in said
    assert "nobody foresaw this" in report.read_text(encoding="utf-8")
    assert "Traceback" not in said


def test_a_report_that_cannot_be_written(capsys, monkeypatch, tmp_path):
    monkeypatch.setattr(entry, "run", unforeseen)
    (tmp_path / "file").write_text("")
    monkeypatch.setattr("tabletop.cli.report.user_log_path", lambda *_, **__: tmp_path / "file" / "x")
    monkeypatch.setattr("tabletop.cli.report.tempfile.gettempdir", lambda: str(tmp_path / "file"))
    with pytest.raises(SystemExit):
        entry.main()
    assert "ZeroDivisionError: nobody foresaw this" in capsys.readouterr().err


def test_interrupted_before_anything_began(command, monkeypatch):
    def interrupt():
        raise KeyboardInterrupt

    monkeypatch.setattr("tabletop.cli.shelf.list_saves", interrupt)
    ran = command("saves")
    assert ran.code == 130
    assert "Stopped" in ran.err


@pytest.mark.parametrize(
    "words", ["--help", "watch mar-a-lago-2017 --seed 1", "pack compile", "law mar-a-lago-2017 rok reopen-kaesong"]
)
def test_a_closed_pipe_is_left_quietly(words, saves):
    line = f"set -o pipefail; {sys.executable} -m tabletop {words} 2>&1 | head -n 1"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert done.stderr == ""
    assert done.stdout.count("\n") == 1


@pytest.mark.parametrize("closed", [">&-", "2>&-", "<&-", ">&- 2>&- <&-"])
def test_streams_that_were_closed_beforehand(closed, saves):
    line = f"{sys.executable} -m tabletop watch mar-a-lago-2017 --seed 1 --turns 1 {closed}"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "Traceback" not in done.stderr


def test_a_full_disk_behind_the_output(saves):
    line = f"{sys.executable} -m tabletop --help > /dev/full"
    done = subprocess.run(["bash", "-c", line], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "No space left" in done.stderr
    assert done.stderr.count("\n") == 1


def test_letters_the_output_cannot_show(process):
    ran = process("law", "mar-a-lago-2017", "dprk", "nuclear-test", PYTHONIOENCODING="ascii")
    assert ran.code == 0
    assert "S/RES/1718 (2006) ?2" in ran.out
