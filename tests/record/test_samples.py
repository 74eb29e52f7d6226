"""The sample games that ship in `saves/` are golden: they replay to the same rows, bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.record.reading import read_record
from tabletop.record.replaying import last_digest, rulebook_of, table_of

SAVES = Path(__file__).parent.parent.parent / "saves"
SAMPLES = {
    "hanoi-2019-sample.jsonl": "8bca56bfe22712da1a8501197c0339a4",
    "mar-a-lago-2017-sample.jsonl": "b5fea2f66d4f2676b776f05bef74a1ed",
}


def test_every_sample_is_listed() -> None:
    assert {path.name for path in SAVES.glob("*-sample.jsonl")} == set(SAMPLES)


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_replays_to_the_same_rows(name: str) -> None:
    record = read_record(SAVES / name)
    book = rulebook_of(record.header)
    table, parting = table_of(record, book)
    assert parting is None
    assert table.phase.value == "over"
    assert last_digest(record, book) == SAMPLES[name]
