import json

import pytest


@pytest.fixture
def pack(command, tmp_path):
    """A new pack."""
    folder = tmp_path / "grey"
    assert command("pack", "new", folder).code == 0
    return folder


def test_a_new_pack_says_how_to_go_on_and_what_it_says_works(command, tmp_path):
    folder = tmp_path / "my war"
    ran = command("pack", "new", folder, "--title", "My war")
    assert ran.out.splitlines()[0] == f"{folder}: My war, 15 files, scenario first-season."
    assert f"tabletop pack check --strict '{folder}'" in ran.out
    assert command("pack", "check", "--strict", folder).code == 0
    assert command("watch", "first-season", "--pack", folder, "--seed", 7).code == 0
    assert command("play", "first-season", "--as", "north", "--pack", folder, "--plain", typed="quit\n").code == 0


def test_a_folder_in_use_is_refused_with_a_remedy(command, pack):
    ran = command("pack", "new", pack)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err == (
        f"{pack}  This folder is not empty. "
        "Remedy: Name a folder that does not exist yet; nothing is ever overwritten.\n"
    )


def test_a_pack_can_be_copied(command, tmp_path):
    assert command("pack", "new", tmp_path / "k", "--from", "freeze-for-freeze").code == 0
    assert command("pack", "check", "--strict", tmp_path / "k").code == 0
    assert command("pack", "new", tmp_path / "x", "--from", "koera").code == 2
    assert not (tmp_path / "x").exists()


def test_the_schema_is_printed_or_written(command, tmp_path):
    printed = json.loads(command("pack", "schema").out)
    ran = command("pack", "schema", "--out", tmp_path / "s.json")
    assert ran.out == f"Written to {tmp_path / 's.json'}.\n"
    assert json.loads((tmp_path / "s.json").read_text("utf-8")) == printed


def test_a_page_is_printed_or_written(command, pack, tmp_path):
    printed = command("pack", "docs", pack).out
    assert printed.startswith("# The Grey Bank\n")
    command("pack", "docs", pack, "--out", tmp_path / "page.md")
    assert (tmp_path / "page.md").read_text("utf-8") == printed


def test_a_place_that_cannot_be_written_is_told(command, pack, tmp_path):
    ran = command("pack", "docs", pack, "--out", tmp_path)
    assert ran.code == 2
    assert "cannot be written" in ran.err


@pytest.mark.parametrize("words", [("pack", "new"), ("pack", "schema", "--out")])
def test_a_home_nobody_has_is_told(command, words):
    ran = command(*words, "~nobody-of-this-name/pack")
    assert (ran.code, ran.err) == (2, "Nobody here has the folder ~nobody-of-this-name/pack. Write the whole path.\n")


def test_all_machines_or_one_are_drawn(command, pack):
    both = command("pack", "graph", pack).out
    one = command("pack", "graph", pack, "measure").out
    assert both.startswith("article: 3 provisions\n")
    assert both.endswith("\n\n" + one)


@pytest.mark.parametrize(("form", "start"), [("dot", 'digraph "measure" {\n'), ("mermaid", "---\ntitle: measure\n")])
def test_machines_are_drawn_for_other_programs(command, pack, form, start):
    assert command("pack", "graph", pack, "measure", "--format", form).out.startswith(start)


def test_a_machine_that_does_not_exist_is_mended(command, pack):
    ran = command("pack", "graph", pack, "mesure")
    assert (ran.code, ran.err) == (2, "The Grey Bank has no machine 'mesure'. Did you mean `measure`?\n")


def test_inside_a_pack_its_name_can_be_left_out(command, pack, monkeypatch):
    monkeypatch.chdir(pack)
    assert command("pack", "graph").out.startswith("article: ")
    assert command("pack", "docs").out.startswith("# The Grey Bank\n")


def test_outside_a_pack_the_name_is_asked_for(command, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    ran = command("pack", "docs")
    assert ran.code == 2
    assert ran.err.startswith("Name a pack: ")
    assert "korea" in ran.err


def test_format_1_needs_no_upgrade(command, pack):
    ran = command("pack", "upgrade", pack)
    assert (ran.code, ran.out) == (0, f"{pack}: format 1, the only one there is. Nothing to do.\n")


def test_another_format_is_named_and_not_touched(command, pack):
    header = (pack / "pack.toml").read_text("utf-8").replace("format = 1 ", "format = 2 ")
    (pack / "pack.toml").write_text(header, encoding="utf-8")
    ran = command("pack", "upgrade", pack)
    assert (ran.code, ran.out) == (2, "")
    assert (
        "pack.toml:7:10  format: The pack is written in format 2; this version of the game reads format 1." in ran.err
    )
    assert (pack / "pack.toml").read_text("utf-8") == header


def test_fuzz_tells_what_was_reached_and_what_never_was(command, pack):
    ran = command("pack", "fuzz", pack, "--games", 30, "--seed", 1)
    assert ran.code == 0
    assert ran.out.startswith("30 games of first-season, seeds from 1, ")
    assert "\nmoves made: 10 of 10.\n" in ran.out
    assert "\n  never: truce.survey (absent, suspended)\n" in ran.out
    assert "\nisles had 3 or more moves open (fewest: first-season, turn 1).\n" in ran.out


def test_a_strict_fuzz_fails_on_what_no_game_reached(command, pack):
    fuzz = ("pack", "fuzz", pack, "--games", 30, "--seed", 1, "--strict")
    ran = command(*fuzz)
    assert ran.code == 1
    assert ran.out.endswith("\nNot strict: endings: 1 never; lines of doctrines: 1 never.\n")
    for file, start, end in (
        ("endings.toml", "[ending.empty-bank]", "[ending.living-truce]"),
        ("doctrines.toml", '[[doctrine.cannery-first.answer]]\nmoves = ["renew-truce"]', "[doctrine.honest-broker]"),
    ):
        text = (pack / file).read_text("utf-8")
        (pack / file).write_text(text[: text.index(start)] + text[text.index(end) :], encoding="utf-8")
    assert command(*fuzz).code == 0


def test_fuzz_can_be_given_a_time(command, pack):
    assert command("pack", "fuzz", pack, "--seconds", 1, "--seed", 1).code == 0


def test_fuzz_saves_what_fails_as_a_game_that_opens(command, pack, saves):
    moves = (pack / "moves" / "moves.toml").read_text("utf-8")
    moves = moves.replace('by = ["north", "south", "isles"]', 'by = ["north", "south"]').replace(
        'by = ["isles"]', 'by = ["isles"]\nneeds = [{ when = "turn > 1", why = "Not yet." }]'
    )
    (pack / "moves" / "moves.toml").write_text(moves, encoding="utf-8")
    doctrines = (pack / "doctrines.toml").read_text("utf-8")
    head, mark, tail = doctrines.rpartition("[[doctrine.honest-broker.rule]]")
    (pack / "doctrines.toml").write_text(head, encoding="utf-8")
    assert mark
    assert tail
    ran = command("pack", "fuzz", pack, "--games", 3, "--seed", 5)
    assert ran.code == 1
    assert ran.out.startswith("dead end: isles has no open act. (first-season, seed 5, turn 1)\n")
    assert "FAILED 3 times: dead end: isles has no open act.\n" in ran.out
    assert "warning: isles had 0 or more moves open" in ran.out
    (record,) = saves.glob("*.jsonl")
    opened = command("resume", record, "--plain", typed="quit\n")
    assert opened.code == 0
    assert "March" in opened.out


def test_a_scenario_of_ones_own_is_found_by_its_name(command, pack, monkeypatch):
    monkeypatch.setenv("TABLETOP_PACKS", str(pack.parent))
    assert command("law", "first-season", "isles", "count-the-fish").code == 0
    assert "grey: ok, The Grey Bank" in command("pack", "check").out


def test_where_a_terminal_is_wanted_the_pack_is_not_forgotten(command, pack):
    ran = command("play", "first-season", "--as", "north", "--pack", pack)
    assert ran.code == 2
    assert ran.err.endswith(f"Type instead: tabletop play first-season --as north --pack {pack} --plain\n")
