"""A pack is read from a folder or from texts, and refused with every fault at once."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.load import digest, load_pack, read_pack


def write(folder, files):
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_a_sound_pack_is_loaded_with_everything_its_files_define(tiny):
    pack = read_pack(tiny)
    assert list(pack.role) == ["north", "south", "hills"]
    assert set(pack.scenario) == {"dry-summer"}
    assert pack.scenario["dry-summer"].opening.tracks["trust[north, south]"] == -10
    assert pack.instrument["river"].provision["sluice"].keeper == "commission"


def test_a_folder_and_the_texts_of_its_files_give_the_same_pack(tmp_path, tiny):
    assert load_pack(write(tmp_path, tiny)) == read_pack(tiny)


def test_a_loaded_pack_carries_its_texts_and_loads_from_them_again(tiny):
    pack = read_pack(tiny)
    assert read_pack(pack.files) == pack


def test_the_digest_depends_on_names_and_texts_and_on_nothing_else(tiny):
    assert digest(tiny) == digest(dict(reversed(tiny.items())))
    assert digest({"a": "bc"}) != digest({"ab": "c"})
    assert digest(tiny) != digest(tiny | {"roles.toml": tiny["roles.toml"] + "\n"})
    assert len(digest({})) == 32


def test_line_ends_and_byte_order_marks_of_other_systems_change_nothing(tiny):
    foreign = {name: "\ufeff" + text.replace("\n", "\r\n") for name, text in tiny.items()}
    assert read_pack(foreign) == read_pack(tiny)


def test_one_source_may_stand_without_brackets(tiny):
    tracks = read_pack(tiny).track
    assert tracks["tension"].source == ("design",)
    assert tracks["trust"].source == ("design", "treaty")


def test_a_table_may_stand_in_any_file_even_in_the_packs_own(tiny):
    tiny["pack.toml"] += tiny.pop("roles.toml")
    assert list(read_pack(tiny).role) == ["north", "south", "hills"]


def test_endings_keep_the_order_of_their_file(tiny):
    assert list(read_pack(tiny).ending) == ["war", "muddle"]


def test_faults_of_several_files_are_told_in_one_run_by_file_and_line(tiny, faults_of):
    tiny["roles.toml"] = tiny["roles.toml"].replace('short = "S"', "short = 1").replace('short = "N"', "short = 2")
    tiny["events.toml"] = tiny["events.toml"].replace('hint = "Rain in the hills."', "hint = 3")
    places = [(fault.file, fault.line, fault.column) for fault in faults_of(tiny)]
    assert places == [("events.toml", 4, 8), ("roles.toml", 3, 9), ("roles.toml", 13, 9)]


def test_a_file_that_cannot_be_parsed_does_not_hide_the_faults_of_others(tiny, faults_of):
    tiny["roles.toml"] = "[role.north\n"
    tiny["events.toml"] = tiny["events.toml"].replace('hint = "Rain in the hills."', "hint = 3")
    assert [(fault.file, fault.line) for fault in faults_of(tiny)] == [("events.toml", 4), ("roles.toml", 1)]


def test_another_format_is_told_alone(tiny, faults_of):
    tiny["pack.toml"] = tiny["pack.toml"].replace("format = 1", "format = 2").replace("income = 3", "incomes = 3")
    tiny["roles.toml"] = "[["
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "pack.toml:4:10  format: The pack is written in format 2; this version of the game reads format 1. "
        "Remedy: Use a newer version of the game, or set `format = 1` if the pack keeps to it."
    )


def test_an_id_defined_in_two_files_is_told_with_both_places(tiny, faults_of):
    tiny["later.toml"] = tiny["sources.toml"].partition("\n\n")[0]
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "sources.toml:1:1  source.design: `source.design` is already defined at later.toml:1. "
        "Remedy: Give one of the two another id, or delete it."
    )


def test_a_pack_without_its_own_file_is_refused(tiny, faults_of):
    del tiny["pack.toml"]
    (fault,) = faults_of(tiny)
    assert str(fault) == "pack.toml  The pack has no pack.toml. Remedy: Add one with the pack's id and title."


def test_a_pack_without_a_scenario_is_refused(tiny, faults_of):
    del tiny["scenarios/dry-summer.toml"]
    del tiny["briefs/dry-summer/south.md"]
    (fault,) = faults_of(tiny)
    assert (fault.what, fault.remedy) == ("The pack has no scenario.", "Add a file scenarios/some-id.toml.")


def test_a_pack_without_roles_is_told_how_to_write_one(tiny, faults_of):
    del tiny["roles.toml"]
    (fault,) = faults_of(tiny)
    assert (fault.what, fault.remedy) == ("The pack has no role.", "Add at least one table `[role.some-id]`.")


def test_the_error_names_the_pack_and_reads_as_one_line_a_fault(tiny):
    tiny["roles.toml"] = tiny["roles.toml"].replace('short = "S"', "short = 1")
    with pytest.raises(PackError) as caught:
        read_pack(tiny, "content/tiny")
    assert caught.value.origin == "content/tiny"
    assert str(caught.value).count("\n") == 0


def test_no_message_shows_the_machinery_behind_it(tiny, faults_of):
    tiny["roles.toml"] = 'role = { north = 3, south = { short = [], hats = 1, a = 1 }, Hills = { name = "" } }'
    for fault in faults_of(tiny):
        said = str(fault).casefold()
        assert not any(word in said for word in ("pydantic", "http", "input should", "tuple", "dict", "str]"))
