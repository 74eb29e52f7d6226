"""Packs that come with the program are found by name, others by path."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.shipped import find_pack, packs_folder, shipped_packs


def test_the_korean_pack_ships_with_the_program():
    assert shipped_packs()["korea"] == packs_folder() / "korea"


def test_a_shipped_pack_is_found_by_its_name():
    assert find_pack("korea") == packs_folder() / "korea"


def test_another_pack_is_found_by_its_folder_or_its_file(tmp_path):
    (tmp_path / "pack.toml").touch()
    assert find_pack(str(tmp_path)) == tmp_path
    assert find_pack(str(tmp_path / "pack.toml")) == tmp_path


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
