import random
import re

import pytest

from tabletop.record.format import NotARecord, RecordError
from tabletop.record.reading import read_record


def test_a_whole_record(kept, tmp_path):
    record = read_record(kept.put(tmp_path))
    assert record == kept.record
    assert (record.length, record.torn, record.notice) == (len(kept.data), 0, None)
    assert [entry.number for entry in record.entries] == list(range(1, len(record.entries) + 1))


def test_a_record_cut_at_every_byte_of_its_last_line_opens(light, tmp_path):
    start = len(light.data) - len(light.lines()[-1])
    for end in range(start, len(light.data)):
        record = read_record(light.put(tmp_path, light.data[:end]))
        assert record.entries == light.record.entries[:-1]
        assert record.length == start
        assert (record.notice is None) == (end == start)
        if record.notice:
            assert f"from entry {len(record.entries)}" in record.notice


def test_a_changed_byte_is_named_with_its_entry(light, tmp_path):
    chance = random.Random(1)
    ends = [match.end() for match in re.finditer(rb"\n", light.data)]
    places = sorted(
        {*chance.sample(range(len(light.data)), 150), *(end - 1 for end in ends), *ends[:-1], 0, len(light.data) - 1}
    )
    for place in places:
        old = light.data[place]
        new = chance.choice([byte for byte in (0, 10, 32, 48, 49, 65, 97, 0x80, 0xFF, old ^ 1) if byte != old])
        entry = sum(end <= place for end in ends)
        altered = light.data[:place] + bytes([new]) + light.data[place + 1 :]
        with pytest.raises(RecordError) as found:
            read_record(light.put(tmp_path, altered))
        assert re.search(rf"[Ee]ntry {entry}\b", str(found.value)), (place, old, new, str(found.value))


@pytest.mark.parametrize("loss", ["missing", "doubled", "exchanged"])
def test_lines_that_do_not_follow_each_other_are_named(kept, tmp_path, loss):
    lines = kept.lines()
    changed = {
        "missing": [*lines[:3], *lines[4:]],
        "doubled": [*lines[:3], lines[2], *lines[3:]],
        "exchanged": [*lines[:3], lines[4], lines[3], *lines[5:]],
    }[loss]
    with pytest.raises(RecordError, match="Entry 3"):
        read_record(kept.put(tmp_path, b"".join(changed)))


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"hello\n", b"\x00" * 100, b"{}\n{}\n", b"PK\x03\x04\n\xff\xfe", b"no newline"]
)
def test_what_is_no_record_is_said(kept, tmp_path, data):
    with pytest.raises(NotARecord, match="is not a record"):
        read_record(kept.put(tmp_path, data))


def test_what_is_not_there_or_no_file_is_said(tmp_path):
    for path in (tmp_path / "none.jsonl", tmp_path, tmp_path / ("x" * 300)):
        with pytest.raises(NotARecord, match="cannot be read"):
            read_record(path)


def test_a_header_alone_is_a_game_not_begun(kept, tmp_path):
    assert read_record(kept.put(tmp_path, kept.lines()[0])).entries == ()
