"""docs/authoring.md, done step by step: every command is run, every answer compared, every edit made."""

from __future__ import annotations

import io
import re
import shlex
import sys
from collections.abc import Iterator
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tabletop.cli import run
from tabletop.pack.load import load_pack

PAGE = Path(__file__).parent.parent.parent / "docs" / "authoring.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
TABLE_COMMAND = re.compile(r"^\| `(tabletop [^`]+)` \|", re.MULTILINE)
HEADING = re.compile(r"# (?P<file>\S+?)(?:, (?P<where>at the end|below (?P<below>.+)|instead of (?P<instead>.+)))?")


def blocks() -> list[tuple[str, str]]:
    return BLOCK.findall(PAGE.read_text(encoding="utf-8"))


def commands(block: str) -> Iterator[tuple[str, str]]:
    """Each command of a block with the answer shown below it."""
    for part in block.split("$ ")[1:]:
        typed, _, answer = part.partition("\n")
        yield typed, answer


def edit(block: str) -> None:
    """Write what a block says into the file that its first line names."""
    first, _, text = block.partition("\n")
    heading = HEADING.fullmatch(first)
    assert heading is not None, f"This block does not say where it goes: {first}"
    path = Path(heading["file"])
    if heading["where"] is None:
        path.write_text(block, encoding="utf-8")
        return
    content = path.read_text(encoding="utf-8")
    if heading["where"] == "at the end":
        path.write_text(f"{content}\n{block}", encoding="utf-8")
        return
    line = heading["below"] or heading["instead"]
    assert content.splitlines().count(line) == 1, f"{path} has no such line: {line}"
    kept = f"{line}\n" if heading["below"] else ""
    path.write_text(content.replace(f"{line}\n", kept + text, 1), encoding="utf-8")


def fits(answer: str, shown: str) -> bool:
    """Whether an answer is the one shown, where `…` stands for the rest of a line or for lines left out."""
    lines = [
        r"(?:.*\n)*" if line == "…\n" else ".*".join(map(re.escape, line.split("…"))) for line in shown.splitlines(True)
    ]
    return re.fullmatch("".join(lines), answer) is not None


class Shell:
    """A terminal in an empty folder."""

    def __init__(self, monkeypatch):
        self.monkeypatch = monkeypatch

    def answer(self, typed: str) -> str:
        """What a command says, complaints first."""
        words = shlex.split(typed)
        if words[0] == "export":
            self.monkeypatch.setenv(*words[1].split("=", 1))
            return ""
        assert words[0] == "tabletop"
        self.monkeypatch.setattr(sys, "stdin", io.StringIO(""))
        with redirect_stdout(io.StringIO()) as out, redirect_stderr(io.StringIO()) as err:
            run(words[1:])
        return err.getvalue() + out.getvalue()


@pytest.fixture(scope="module")
def shell(tmp_path_factory):
    folder = tmp_path_factory.mktemp("author")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.chdir(folder)
        monkeypatch.setenv("TABLETOP_SAVES", str(folder / "saves"))
        monkeypatch.delenv("TABLETOP_PACKS", raising=False)
        yield Shell(monkeypatch)


@pytest.fixture(scope="module")
def surprises(shell):
    """The page followed to its end: every answer that is not the one shown."""
    found = []
    for kind, block in blocks():
        if kind == "toml":
            edit(block)
            continue
        for typed, shown in commands(block):
            answer = shell.answer(typed)
            if not fits(answer, shown):
                found.append(f"$ {typed}\n{answer}\ninstead of\n{shown}")
    return "\n\n".join(found)


def test_every_command_answers_as_the_page_shows(surprises):
    assert surprises == ""


def test_what_the_page_leads_to_is_a_sound_pack(surprises):
    pack = load_pack("my-korea")
    assert pack.scenario["mar-a-lago-2017"].opening.provisions["un-draft.tours"] == "in-force"
    assert "tour-bus" in pack.scenario["mar-a-lago-2017"].deck
    assert pack.move["send-tour-group"].cost == 1


def test_the_commands_in_the_table_run(surprises, shell):
    typed = TABLE_COMMAND.findall(PAGE.read_text(encoding="utf-8"))
    assert len(typed) == 5
    for command in typed:
        assert shell.answer(command)
    assert Path("korea.md").read_text(encoding="utf-8").startswith("# Korea with tours\n")
    assert Path("pack.schema.json").is_file()
