import io
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tabletop.cli import run

ROOT = Path(__file__).parent.parent.parent
SCENARIO = "mar-a-lago-2017"


@dataclass(frozen=True)
class Ran:
    code: int
    out: str
    err: str


@pytest.fixture(autouse=True)
def saves(tmp_path, monkeypatch):
    """Where games are saved during a test."""
    folder = tmp_path / "saves"
    monkeypatch.setenv("TABLETOP_SAVES", str(folder))
    return folder


@pytest.fixture
def command(capsys, monkeypatch):
    """Run a command line in process; what nobody foresaw is raised."""

    def command(*words, typed=""):
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        code = run([str(word) for word in words])
        return Ran(code, *capsys.readouterr())

    return command


@pytest.fixture
def process(saves):
    """Run a command line in a process of its own."""

    def process(*words, typed="", **environment):
        done = subprocess.run(
            [sys.executable, "-m", "tabletop", *map(str, words)],
            input=typed, capture_output=True, text=True, encoding="utf-8", cwd=ROOT, check=False, timeout=120,
            env={**os.environ, "TABLETOP_SAVES": str(saves), **environment},
        )  # fmt: skip
        return Ran(done.returncode, done.stdout, done.stderr)

    return process


@pytest.fixture(scope="session")
def watched(tmp_path_factory):
    """The record of a whole game between doctrines."""
    folder = tmp_path_factory.mktemp("watched")
    path = folder / "game.jsonl"
    environment = {**os.environ, "TABLETOP_SAVES": str(folder)}
    words = [sys.executable, "-m", "tabletop", "watch", SCENARIO, "--seed", "7", "--record", str(path)]
    subprocess.run(words, cwd=ROOT, env=environment, check=True, capture_output=True)
    return path
