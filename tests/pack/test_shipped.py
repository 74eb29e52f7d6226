"""Packs that come with the program are found by name, others by path."""

from __future__ import annotations

import os

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.shipped import find_pack, known_packs, own_packs, packs_folder, shipped_packs


def test_the_korean_pack_ships_with_the_program():
    assert shipped_packs()["korea"] == packs_folder() / "korea"


def test_a_shipped_pack_is_found_by_its_name():
    assert find_pack("korea") == packs_folder() / "korea"


def test_another_pack_is_found_by_its_folder_or_its_file(tmp_path):
    (tmp_path / "pack.toml").touch()
    assert find_pack(str(tmp_path)) == tmp_path
    assert find_pack(str(tmp_path / "pack.toml")) == tmp_path


@pytest.fixture
def own(tmp_path, monkeypatch):
    """A folder with two packs, and a third beside it, all named in the environment."""
    for name in ("shelf/alps", "shelf/danube", "harbour"):
        (tmp_path / name).mkdir(parents=True)
        (tmp_path / name / "pack.toml").touch()
    (tmp_path / "shelf" / "notes").mkdir()
    places = [tmp_path / "shelf", tmp_path / "harbour", tmp_path / "nowhere"]
    monkeypatch.setenv("TABLETOP_PACKS", os.pathsep.join(map(str, places)))
    return tmp_path


def test_packs_of_ones_own_are_found_in_the_folders_that_the_environment_names(own):
    assert own_packs() == {
        "alps": own / "shelf" / "alps",
        "danube": own / "shelf" / "danube",
        "harbour": own / "harbour",
    }


def test_packs_of_ones_own_come_before_the_shipped_ones(own):
    assert known_packs() == (*own_packs().values(), *shipped_packs().values())


def test_a_pack_of_ones_own_is_found_by_name_and_does_not_hide_a_shipped_one(own):
    (own / "shelf" / "korea").mkdir()
    (own / "shelf" / "korea" / "pack.toml").touch()
    assert find_pack("alps") == own / "shelf" / "alps"
    assert find_pack("korea") == packs_folder() / "korea"


def test_without_the_variable_there_are_only_the_shipped_packs(monkeypatch):
    monkeypatch.delenv("TABLETOP_PACKS", raising=False)
    assert known_packs() == tuple(shipped_packs().values())


def test_a_name_that_is_nearly_right_is_mended():
    with pytest.raises(PackError) as caught:
        find_pack("koera")
    assert str(caught.value) == (
        '"koera"  There is no pack of this name and no such folder. Remedy: Did you mean `korea`?'
    )


@pytest.mark.parametrize("name", ["", "no-such-pack-anywhere", "a\0b", "x" * 5_000, "~nobody-of-this-name/pack"])
def test_a_name_that_means_nothing_is_refused(name):
    with pytest.raises(PackError):
        find_pack(name)
