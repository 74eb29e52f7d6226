"""The sample games that ship in `saves/` are golden: they replay to the same rows, bit for bit."""

from __future__ import annotations

from pathlib import Path

import pytest

from tabletop.record.reading import read_record
from tabletop.record.replaying import last_digest, rulebook_of, table_of
from tabletop.shell.watching import Reel

SAVES = Path(__file__).parent.parent.parent / "saves"
FIRST_TABLE = Path(__file__).parent / "first-table.jsonl"
"""A game of the first playable table, before there were texts: its pack has other columns than today's."""
SAMPLES = {
    "hanoi-2019-sample.jsonl": "1f9be744dadacc70648a5e04bc05dec4",
    "mar-a-lago-2017-sample.jsonl": "7ddb0dac619032dea4a79f3cd9b6f07a",
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


def test_a_game_of_the_first_table_still_replays_to_the_same_rows() -> None:
    record = read_record(FIRST_TABLE)
    table, parting = table_of(record, rulebook_of(record.header))
    assert parting is None
    assert table.phase.value == "over"
    assert last_digest(record, table.book) == "b5fea2f66d4f2676b776f05bef74a1ed"


def test_a_game_of_the_first_table_can_still_be_watched() -> None:
    record = read_record(FIRST_TABLE)
    reel = Reel(rulebook_of(record.header), record, "us", everything=True)
    reel.at = len(record.entries)
    assert reel.turn == 10
    assert not any(label.startswith("text[") for label in record.header.columns)


def test_the_samples_hold_signed_texts() -> None:
    for name in SAMPLES:
        record = read_record(SAVES / name)
        assert any(event.step == "signatures" for entry in record.entries for event in entry.events), name
