"""A pack's folder is read as far as it is safe: no links out of it, no strange files, no endless trees."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.folder import MAX_ENTRIES, read_folder
from tabletop.pack.load import load_pack


@pytest.fixture
def folder(tmp_path, tiny):
    home = tmp_path / "tiny"
    for name, text in tiny.items():
        path = home / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return home


def refusal(path):
    with pytest.raises(PackError) as caught:
        read_folder(path)
    (fault,) = caught.value.faults
    return fault


def test_toml_files_and_briefs_are_read_and_nothing_else(folder, tiny):
    (folder / "README.md").write_text("For people.")
    (folder / ".draft.toml").write_text("not yet")
    (folder / ".git").mkdir()
    (folder / ".git" / "config.toml").write_text("not ours")
    assert read_folder(folder) == tiny


def test_a_folder_that_does_not_exist_is_refused(tmp_path):
    fault = refusal(tmp_path / "nowhere")
    assert fault.what == "There is no folder here."
    assert fault.remedy == "Give the path of a folder that holds a pack.toml."


def test_a_file_is_no_folder(folder):
    assert refusal(folder / "roles.toml").what == "There is no folder here."


def test_an_impossible_path_is_refused(tmp_path):
    assert refusal(tmp_path / "a\0b").what == "There is no folder here."
    assert refusal(tmp_path / ("x" * 5_000)).what == "There is no folder here."


def test_a_folder_without_pack_toml_is_refused(folder):
    (folder / "pack.toml").unlink()
    assert str(refusal(folder)) == (
        "pack.toml  The folder has no pack.toml. Remedy: Add one; docs/pack-format.md says what stands in it."
    )


def test_a_link_out_of_the_folder_is_refused(folder, tmp_path):
    (tmp_path / "outside.toml").write_text("[role.x]")
    (folder / "inside.toml").symlink_to(tmp_path / "outside.toml")
    fault = refusal(folder)
    assert (fault.file, fault.what) == ("inside.toml", "This is a link that leads out of the pack's folder.")


def test_a_link_to_a_folder_outside_is_refused(folder, tmp_path):
    (folder / "more").symlink_to(tmp_path)
    assert refusal(folder).what == "This is a link that leads out of the pack's folder."


def test_a_link_round_in_a_circle_is_refused(folder):
    (folder / "more").symlink_to(folder)
    assert refusal(folder).what == "This is a link to a folder."


def test_a_link_to_nowhere_is_refused(folder):
    (folder / "gone.toml").symlink_to(folder / "never.toml")
    assert refusal(folder).what == "This link leads nowhere."


def test_a_link_to_itself_is_refused(folder):
    (folder / "self.toml").symlink_to(folder / "self.toml")
    assert refusal(folder).what == "This link leads nowhere."


def test_a_link_within_the_folder_is_followed(folder, tiny):
    (folder / "sources.toml").rename(folder / "sources.txt")
    (folder / "sources.toml").symlink_to(folder / "sources.txt")
    assert read_folder(folder) == tiny


def test_a_pipe_is_not_waited_for(folder):
    os.mkfifo(folder / "pipe.toml")
    assert refusal(folder).what == "This is not an ordinary file."


def test_a_folder_with_the_name_of_a_file_is_only_a_folder(folder, tiny):
    (folder / "old.toml").mkdir()
    assert read_folder(folder) == tiny


def test_a_file_that_is_no_text_is_refused(folder):
    (folder / "roles.toml").write_bytes(b"[role.us]\nname = \xff")
    fault = refusal(folder)
    assert (fault.file, fault.line, fault.column) == ("roles.toml", 2, 8)


def test_a_file_with_a_nul_is_refused(folder):
    (folder / "roles.toml").write_bytes(b"[role.us]\0")
    with pytest.raises(PackError) as caught:
        load_pack(folder)
    assert str(caught.value).startswith("roles.toml:1:10  A control character (U+0000) stands here.")


def test_a_file_too_large_is_refused_unread(folder):
    with (folder / "huge.toml").open("wb") as stream:
        stream.truncate(1 << 40)
    assert refusal(folder).what == "This file holds 1,099,511,627,776 bytes; at most 262,144 are read."


def test_folders_within_folders_end_somewhere(folder):
    (folder / "/".join("abcdefghij")).mkdir(parents=True)
    (folder / "/".join("abcdefghij") / "x.toml").write_text("")
    assert refusal(folder).what == "The folder holds too many files or folders within folders."


def test_a_folder_of_thousands_of_files_is_refused(folder):
    for number in range(MAX_ENTRIES + 1):
        (folder / f"{number}.txt").touch()
    assert refusal(folder).what == "The folder holds too many files or folders within folders."


def test_a_file_that_may_not_be_read_is_told(folder, monkeypatch):
    allowed = Path.open

    def refuse(path, *args, **options):
        if path.name == "roles.toml":
            raise PermissionError(errno.EACCES, "Permission denied")
        return allowed(path, *args, **options)

    monkeypatch.setattr(Path, "open", refuse)
    fault = refusal(folder)
    assert (fault.file, fault.what) == ("roles.toml", "The file cannot be read (Permission denied).")


def test_a_folder_that_may_not_be_read_is_told(folder, monkeypatch):
    allowed = os.scandir

    def refuse(path):
        if Path(path).name == "moves":
            raise PermissionError(errno.EACCES, "Permission denied")
        return allowed(path)

    monkeypatch.setattr(os, "scandir", refuse)
    fault = refusal(folder)
    assert (fault.file, fault.what) == ("moves/", "The folder cannot be read (Permission denied).")
