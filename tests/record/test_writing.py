import errno
import os
import subprocess

import pytest

from tabletop.record.format import RecordError
from tabletop.record.reading import read_record
from tabletop.record.writing import create, go_on


@pytest.fixture
def short(kept, tmp_path):
    """A record without its last entry, that entry, and a writer."""
    path = kept.put(tmp_path, b"".join(kept.lines()[:-1]))
    return path, kept.record.entries[-1], go_on(path, read_record(path))


def test_written_again_it_is_the_same_bytes(kept, tmp_path):
    path = tmp_path / "deep" / "down" / "copy.jsonl"
    writer = create(path, kept.record.header)
    for entry in kept.record.entries:
        writer.append(entry)
    assert path.read_bytes() == kept.data


def test_a_torn_line_is_cut_away_by_the_next(kept, tmp_path):
    path = kept.put(tmp_path, kept.data[:-7])
    record = read_record(path)
    go_on(path, record).append(kept.record.entries[-1])
    assert path.read_bytes() == kept.data


def test_nothing_is_overwritten(kept, tmp_path):
    path = kept.put(tmp_path)
    with pytest.raises(RecordError, match="never overwritten"):
        create(path, kept.record.header)
    assert path.read_bytes() == kept.data


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EDQUOT])
def test_what_a_full_disk_refused_is_written_later(short, kept, monkeypatch, code):
    path, entry, writer = short
    before = path.read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError(code, os.strerror(code))))
        with pytest.raises(RecordError, match=r"Nothing is lost yet: make room"):
            writer.append(entry)
    assert path.read_bytes() == before
    writer.flush()
    assert path.read_bytes() == kept.data
    assert writer.waiting == []


def test_a_disk_with_room_for_half_a_line(short, kept, monkeypatch):
    """The system may take some bytes before it refuses; none of them may stay."""
    path, entry, writer = short
    before = path.read_bytes()

    def half(file, data):
        file.write(data[: len(data) // 2])
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patch:
        patch.setattr("tabletop.record.writing._write_all", half)
        for _ in range(2):
            with pytest.raises(RecordError, match="No space left"):
                writer.append(entry) if not writer.waiting else writer.flush()
            assert path.read_bytes() == before
    writer.flush()
    assert path.read_bytes() == kept.data


@pytest.mark.skipif(os.name != "posix", reason="mounts a small disk")
def test_a_disk_that_is_really_full(kept, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    size = len(kept.lines()[0]) // 1024 + 8
    if subprocess.run(
        ["mount", "-t", "tmpfs", "-o", f"size={size}k", "none", disk], capture_output=True, check=False
    ).returncode:
        pytest.skip("only root may mount")
    try:
        path = disk / "game.jsonl"
        writer = create(path, kept.record.header)
        refused = []
        for entry in kept.record.entries:
            try:
                writer.append(entry)
            except RecordError as error:
                refused.append(str(error))
        assert refused
        assert all("No space left on device" in sentence for sentence in refused)
        assert read_record(path).torn == 0
        with pytest.raises(RecordError, match="disk may be full"):
            create(disk / "other.jsonl", kept.record.header)
        assert not (disk / "other.jsonl").exists()
        subprocess.run(["mount", "-o", "remount,size=20m", disk], check=True)
        writer.flush()
        assert path.read_bytes() == kept.data
    finally:
        subprocess.run(["umount", disk], check=True)


def test_two_programs_do_not_cut_away_each_others_entries(short):
    path, entry, writer = short
    other = go_on(path, read_record(path))
    other.append(entry)
    after = path.read_bytes()
    with pytest.raises(RecordError, match="another program"):
        writer.append(entry)
    assert path.read_bytes() == after


def test_a_record_that_was_deleted_meanwhile(short):
    path, entry, writer = short
    path.unlink()
    with pytest.raises(RecordError, match="cannot be written"):
        writer.append(entry)


@pytest.mark.parametrize("name", ["\x00", "x" * 300])
def test_a_name_no_file_can_have(kept, tmp_path, name):
    with pytest.raises(RecordError, match="cannot be written"):
        create(tmp_path / f"{name}.jsonl", kept.record.header)


def test_a_folder_that_is_a_file(kept, tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(RecordError, match="cannot be made"):
        create(tmp_path / "file" / "game.jsonl", kept.record.header)
