from dataclasses import dataclass
from pathlib import Path

import pytest

from tabletop.record.reading import Record, read_record
from tabletop.record.writing import create
from tabletop.rules.orders import Orders
from tabletop.shell.starting import new_game

SCENARIO = "mar-a-lago-2017"


@dataclass(frozen=True)
class Kept:
    """A game of two turns, as it was left on disk."""

    data: bytes
    record: Record

    def lines(self):
        return self.data.splitlines(keepends=True)

    def put(self, folder: Path, data: bytes | None = None) -> Path:
        path = folder / "game.jsonl"
        path.write_bytes(self.data if data is None else data)
        return path


@pytest.fixture(scope="session")
def kept(book, tmp_path_factory):
    session = new_game(book, SCENARIO, ["rok"], folder=tmp_path_factory.mktemp("kept"), seed=7)
    session.seal("rok", Orders())
    session.open()
    session.next()
    path = session.writer.path
    return Kept(path.read_bytes(), read_record(path))


@pytest.fixture(scope="session")
def light(kept, tmp_path_factory):
    """The same game without the texts of its pack, for tests that read it a thousand times."""
    path = tmp_path_factory.mktemp("light") / "game.jsonl"
    pack = kept.record.header.pack.model_copy(update={"files": {}})
    writer = create(path, kept.record.header.model_copy(update={"pack": pack, "columns": []}))
    for entry in kept.record.entries:
        writer.append(entry)
    return Kept(path.read_bytes(), read_record(path))
