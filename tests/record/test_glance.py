"""A glance at a record: quick, and never a refusal."""

import pytest

from tabletop.record.glance import Glance, glance_at


def test_a_glance_at_a_game_in_talks(kept, tmp_path):
    assert glance_at(kept.put(tmp_path)) == Glance("Mar-a-Lago 2017", ("rok",), 2)


def test_a_torn_last_line_is_passed_over(kept, tmp_path):
    assert glance_at(kept.put(tmp_path, kept.data + b'{"before":"half')) == glance_at(kept.put(tmp_path))


@pytest.mark.parametrize(
    "data",
    [
        b"", b"\n", b"no record\n", b"\xff\xfe\n\xff\n", b"[]\n[]\n", b'{"a":1,"scenario":"x"}\n{"phase":"talks"}\n',
        b"[" * 100_000 + b"\n" + b"[" * 100_000 + b"\n",
    ],
)  # fmt: skip
def test_what_is_no_record_shows_nothing(tmp_path, data):
    path = tmp_path / "game.jsonl"
    path.write_bytes(data)
    assert glance_at(path) is None


def test_a_game_that_is_between_turns_shows_nothing(kept, tmp_path):
    header, *entries = kept.lines()
    until_the_ledger = entries[: next(n for n, line in enumerate(entries) if b'"phase":"ledger"' in line) + 1]
    assert glance_at(kept.put(tmp_path, b"".join([header, *until_the_ledger]))) is None


def test_what_is_not_there_shows_nothing(tmp_path):
    assert glance_at(tmp_path / "none.jsonl") is None
