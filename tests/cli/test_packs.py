import pytest

from tabletop.pack.faults import Lint

from .conftest import ROOT


def test_the_shipped_packs_are_sound(command):
    ran = command("pack", "check")
    assert ran.code == 0
    assert "korea: ok, " in ran.out


def test_a_pack_by_path_and_by_name(command):
    assert command("pack", "check", ROOT / "content" / "korea").out == command("pack", "check", "korea").out


@pytest.mark.parametrize(("strict", "warnings", "code"), [(False, 1, 0), (True, 1, 1), (True, 0, 0)])
def test_warnings_count_when_strict(command, monkeypatch, strict, warnings, code):
    warning = Lint("moves/talk.toml", 3, 1, ("move", "shuttle"), "Nobody makes this move.", "Let a role make it.")
    monkeypatch.setattr("tabletop.cli.packs.lint", lambda _pack, _names: (warning,) * warnings)
    ran = command("pack", "check", "korea", *(["--strict"] if strict else []))
    assert ran.code == code
    assert ran.err.count("warning: moves/talk.toml:3:1  move.shuttle: Nobody makes this move. Remedy: ") == warnings


def test_the_rules_can_be_read(command):
    ran = command("pack", "compile", "korea")
    assert ran.code == 0
    compile(ran.out, "rules", "exec")
    assert "LEVELS" in ran.out
