"""A new pack is whole from the first moment, and nothing that stands in a folder is ever overwritten."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import PackError
from tabletop.pack.lint import lint
from tabletop.pack.load import load_pack
from tabletop.pack.scaffold import id_for, new_pack, starter_folder
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import start
from tabletop.shell.starting import seats_for
from tabletop.table.table import Phase


def refusal(folder, **options):
    with pytest.raises(PackError) as caught:
        new_pack(folder, **options)
    (fault,) = caught.value.faults
    return fault


def test_a_new_pack_is_sound_and_has_no_warnings(tmp_path):
    new_pack(tmp_path / "first")
    assert lint(load_pack(tmp_path / "first")) == ()


def test_a_new_pack_has_something_of_everything():
    pack = load_pack(starter_folder())
    assert (len(pack.role), len(pack.scenario), pack.scenario["first-season"].turns) == (3, 1, 6)
    assert 6 <= len(pack.move) <= 10
    assert (len(pack.event), len(pack.incident), len(pack.machine)) == (2, 1, 2)
    assert {provision.level for text in pack.instrument.values() for provision in text.provision.values()} == {
        "breach", "consent", "permitted",
    }  # fmt: skip
    assert all((pack.drift, pack.package, pack.forum, pack.doctrine, pack.ending, pack.aim, pack.brief, pack.source))
    assert {key.rpartition("/")[2] for key in pack.brief} == set(pack.role)
    assert all(brief.confidential for brief in pack.brief.values())


def test_every_file_of_the_starter_teaches_in_remarks():
    for path in starter_folder().rglob("*.toml"):
        assert path.read_text(encoding="utf-8").startswith("# "), path.name


def test_a_new_pack_can_be_watched_to_an_ending(tmp_path):
    new_pack(tmp_path / "first")
    book = Rulebook(load_pack(tmp_path / "first"))
    session = start(book, "first-season", 7, seats_for(book, "first-season", []), None)
    session.open()
    while session.table.phase is not Phase.OVER:
        session.next()
        session.open()
    assert book.ending(session.table.row) is not None


def test_it_takes_its_id_from_the_folder_and_a_title_if_one_is_given(tmp_path):
    pack = new_pack(tmp_path / "My first Pack", 'The "cold" summer')
    assert (pack.header.id, pack.header.title) == ("my-first-pack", 'The "cold" summer')
    assert load_pack(tmp_path / "My first Pack") == pack


def test_without_a_title_the_story_keeps_its_own(tmp_path):
    assert new_pack(tmp_path / "x").header.title == "The Grey Bank"


def test_remarks_are_kept(tmp_path):
    new_pack(tmp_path / "x")
    assert "# the format of these files, not of your story" in (tmp_path / "x" / "pack.toml").read_text("utf-8")


def test_another_pack_can_be_copied(tmp_path, korea):
    from_korea = new_pack(tmp_path / "mine", "Mine", origin=new_origin(korea, tmp_path / "korea"))
    assert from_korea.header.id == "mine"
    assert set(from_korea.files) == set(korea.files)
    assert from_korea.move == korea.move


def new_origin(pack, folder):
    for name, text in pack.files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def test_a_folder_in_use_is_refused(tmp_path):
    (tmp_path / "notes.txt").write_text("mine")
    assert refusal(tmp_path).what == "This folder is not empty."
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_an_empty_folder_is_used(tmp_path):
    (tmp_path / "empty").mkdir()
    assert new_pack(tmp_path / "empty").header.id == "empty"


def test_a_file_is_no_folder(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert refusal(tmp_path / "file").what == "This is a file, not a folder."
    assert (tmp_path / "file").read_text() == "mine"


def test_a_folder_that_cannot_be_made_is_told(tmp_path):
    (tmp_path / "file").write_text("mine")
    assert refusal(tmp_path / "file" / "below").what.startswith("The pack cannot be written here (")


@pytest.mark.parametrize("title", ["", "x" * 121])
def test_what_is_no_title_is_refused_and_nothing_is_written(tmp_path, title):
    assert refusal(tmp_path / "x", title=title).file == "pack.toml"
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize(
    ("name", "id_"), [("My Pack", "my-pack"), ("평화", "new-pack"), ("a" * 90, "a" * 60), ("-x-", "x")]
)
def test_an_id_is_made_from_any_name(name, id_):
    assert id_for(name) == id_
