"""Every bad input is a sentence with a place and a remedy on stderr, and exit code 2."""

import json
import shutil

import pytest

from .conftest import ROOT, SCENARIO

PACK = ROOT / "content" / "korea"


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["play", "mar-a-lago-2018", "--as", "rok", "--plain"], "Did you mean `mar-a-lago-2017`"),
        (["play", "xyzzy", "--as", "rok", "--plain"], "There is no scenario 'xyzzy'. There are: "),
        (["play", SCENARIO, "--as", "ork", "--plain"], "Did you mean `rok`"),
        (["play", SCENARIO, "--as", "", "--plain"], "Say who with --as"),
        (["play", SCENARIO, "--plain"], "Say who with --as"),
        (["play", SCENARIO, "--as", "rok"], f"Type instead: tabletop play {SCENARIO} --as rok --plain"),
        (
            ["play", SCENARIO, "--as", "rok", "--doctrine", "us=maximum-presure", "--plain"],
            "Did you mean `maximum-pressure`",
        ),
        (["play", SCENARIO, "--as", "rok", "--doctrine", "su=step-by-step", "--plain"], "no role 'su'"),
        (["play", SCENARIO, "--as", "rok", "--doctrine", "us", "--plain"], "takes ROLE=DOCTRINE"),
        (["play", SCENARIO, "--as", "rok", "--doctrine", "rok=broker", "--plain"], "played by a person"),
        (["play", SCENARIO, "--as", "rok", "--doctrine", "us=big-deal,us=big-deal", "--plain"], "two doctrines"),
        (["play", SCENARIO, "--as", "rok", "--seed", "-1", "--plain"], "--seed"),
        (["play", SCENARIO, "--as", "rok", "--seed", "9" * 5000, "--plain"], "--seed"),
        (["play", SCENARIO, "--as", "rok", "--pack", "nowhere", "--plain"], "no pack of this name"),
        (["law", SCENARIO, "rok", "reopen-kaesng"], "Did you mean `reopen-kaesong`"),
        (["law", SCENARIO, "ork", "reopen-kaesong"], "Did you mean `rok`"),
        (["law", SCENARIO, "rok", "nuclear-test"], "belongs to dprk"),
        (["law", SCENARIO, "us", "secondary-sanctions", "--target", "pcr"], "Did you mean `prc`"),
        (["law", SCENARIO, "rok", "reopen-kaesong", "--choice", "x"], "takes no choice"),
        (["watch", "xyzzy"], "There is no scenario"),
        (["watch", SCENARIO, "--turns", "0"], "--turns"),
        (["watch", SCENARIO, "--record", "/proc/none/game.jsonl"], "Choose another"),
        (["watch", SCENARIO, "--record", ""], "Choose another"),
        (["resume", "--plain"], "No game is saved"),
        (["resume", "nothing", "--plain"], "There is no record 'nothing'"),
        (["replay", "nothing", "--plain"], "`tabletop saves`"),
        (["replay", "/etc/passwd", "--plain"], "is not a record"),
        (["verify", "/etc/passwd"], "is not a record"),
        (["verify", "/etc"], "There is no record"),
        (["verify", "/dev/zero"], "There is no record"),
        (["verify", ""], "There is no record"),
        (["verify", "x" * 5000], "There is no record"),
        (["pack", "check", "nowhere"], "no pack of this name"),
        (["pack", "compile", "nowhere"], "no pack of this name"),
        (["pack", "check", "/etc"], "pack.toml"),
    ],
)
def test_a_sentence_and_exit_2(command, words, says, saves):
    ran = command(*words)
    assert ran.code == 2
    assert says in ran.err
    assert "Traceback" not in ran.err
    assert ran.out == ""
    assert not list(saves.glob("*"))


@pytest.fixture
def pack(tmp_path):
    return shutil.copytree(PACK, tmp_path / "pack")


def broken_syntax(pack):
    with (pack / "roles.toml").open("a", encoding="utf-8") as file:
        file.write("\n[role.us\n")
    return "roles.toml:"


def unknown_key(pack):
    path = pack / "pack.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("about =", "abuot =", 1), encoding="utf-8")
    return "Did you mean `about`"


def missing_file(pack):
    (pack / "pack.toml").unlink()
    return "pack.toml"


def missing_tables(pack):
    (pack / "roles.toml").unlink()
    return "role"


def other_format(pack):
    path = pack / "pack.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("format = 1", "format = 2", 1), encoding="utf-8")
    return "format 2"


def not_text(pack):
    (pack / "roles.toml").write_bytes(b"\xff\xfe\x00")
    return "roles.toml"


@pytest.mark.parametrize("spoil", [broken_syntax, unknown_key, missing_file, missing_tables, other_format, not_text])
@pytest.mark.parametrize(
    "words", [["pack", "check"], ["pack", "compile"], ["play", SCENARIO, "--as", "rok", "--plain", "--pack"]]
)
def test_a_pack_that_is_not_sound(command, pack, spoil, words):
    says = spoil(pack)
    ran = command(*words, pack)
    assert ran.code == 2
    assert says in ran.err
    assert str(pack) in ran.err
    assert "Remedy" in ran.err
    assert "Traceback" not in ran.err


def test_a_record_of_another_format(command, watched, tmp_path):
    from tabletop.record.format import ORIGIN, Header, line_of  # noqa: PLC0415

    header = Header.model_validate_json(json.dumps({
        key: value for key, value in json.loads(watched.read_text(encoding="utf-8").splitlines()[0]).items() if key not in ("own", "before")
    }))  # fmt: skip
    path = tmp_path / "future.jsonl"
    path.write_text(line_of(header.model_copy(update={"format": 9}), ORIGIN)[0] + "\n", encoding="utf-8")
    for words in (["verify", path], ["replay", path, "--plain"], ["resume", path, "--plain"]):
        ran = command(*words)
        assert ran.code == 2
        assert "format 9" in ran.err


def test_a_record_that_nobody_plays(command, watched):
    ran = command("resume", watched, "--plain")
    assert ran.code == 2
    assert "Nobody plays" in ran.err


def test_a_record_that_is_altered_cannot_be_gone_on_with(command, watched, tmp_path):
    path = tmp_path / "altered.jsonl"
    path.write_text(watched.read_text(encoding="utf-8").replace('"seed":7', '"seed":8', 1), encoding="utf-8")
    for words in (["replay", path, "--plain"], ["resume", path, "--plain"]):
        ran = command(*words)
        assert ran.code == 2
        assert "Entry 0 was altered" in ran.err
