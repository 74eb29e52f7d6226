import pytest

from tabletop.pack.faults import PackError
from tabletop.record.branching import branch
from tabletop.record.format import Parent, RecordError, Seat
from tabletop.record.reading import Record, read_record
from tabletop.record.replaying import last_digest, rulebook_of, table_of
from tabletop.record.writing import create
from tabletop.rules.orders import Orders
from tabletop.rules.position import digest
from tabletop.shell.session import branch_off, resume
from tabletop.table.commands import Next
from tabletop.table.table import Phase


def changed(record, **fields):
    return Record(record.header.model_copy(update=fields), record.entries, record.tip, record.length)


def with_entry(record, number, **fields):
    entries = list(record.entries)
    entries[number - 1] = entries[number - 1].model_copy(update=fields)
    return Record(record.header, tuple(entries), record.tip, record.length)


def go_on(session):
    """As the kept game went on, to the talks of its second turn."""
    if session.table.turn == 1 and session.to_seal:
        session.seal("rok", Orders())
    if session.table.turn == 1:
        session.open()
    if session.table.phase is Phase.LEDGER:
        session.next()


def test_the_pack_in_a_record_is_enough(kept):
    book = rulebook_of(kept.record.header)
    table, parting = table_of(kept.record, book)
    assert parting is None
    assert (table.phase, table.turn) == (Phase.TALKS, 2)
    assert last_digest(kept.record, book) == digest(table.row)


def test_a_row_that_todays_rules_do_not_make_is_named(kept, book):
    number = next(entry.number for entry in kept.record.entries if entry.row is not None)
    row = list(kept.record.entries[number - 1].row)
    row[book.schema.index["tension"]] += 1
    _, parting = table_of(with_entry(kept.record, number, row=row), book)
    assert parting.entry == number
    assert "tension" in parting.why


@pytest.mark.parametrize("row", [[], [1, 2, 3], None])
def test_a_row_that_is_missing_or_short_is_named(kept, book, row):
    number = next(entry.number for entry in kept.record.entries if entry.row is not None)
    _, parting = table_of(with_entry(kept.record, number, row=row), book)
    assert parting.entry == number


def test_a_command_that_todays_rules_refuse_is_named(kept, book):
    _, parting = table_of(with_entry(kept.record, 2, command=Next()), book)
    assert parting.entry == 2
    assert parting.why == "today's rules refuse it: The turn is not over yet"


def test_a_phase_that_does_not_follow_is_named(kept, book):
    _, parting = table_of(with_entry(kept.record, 1, phase="over"), book)
    assert parting.entry == 1


@pytest.mark.parametrize(
    "fields",
    [
        {"scenario": "nowhere"},
        {"seats": {}},
        {"seats": {"us": Seat(kind="person")}},
    ],
)
def test_a_header_that_does_not_fit_its_pack(kept, book, fields):
    with pytest.raises(RecordError, match="Entry 0"):
        table_of(changed(kept.record, **fields), book)


def test_a_doctrine_that_is_not_in_the_pack(kept, book):
    seats = kept.record.header.seats | {"us": Seat(kind="doctrine", doctrine="broker")}
    with pytest.raises(RecordError, match="us is played by a doctrine"):
        table_of(changed(kept.record, seats=seats), book)


def test_another_pack_than_the_header_names(kept):
    pack = kept.record.header.pack
    with pytest.raises(RecordError, match="not the one its header names"):
        rulebook_of(changed(kept.record, pack=pack.model_copy(update={"digest": "0" * 32})).header)
    files = {name: text for name, text in pack.files.items() if name != "roles.toml"}
    with pytest.raises(PackError):
        rulebook_of(changed(kept.record, pack=pack.model_copy(update={"files": files})).header)


def test_a_branch_names_where_it_left(kept, tmp_path):
    origin = kept.put(tmp_path)
    branch(kept.record, origin, 4, tmp_path / "if.jsonl")
    found = read_record(tmp_path / "if.jsonl")
    assert found.header.parent == Parent(record="game.jsonl", entry=4)
    assert found.entries == kept.record.entries[:4]
    assert origin.read_bytes() == kept.data


@pytest.mark.parametrize("entry", [-1, 10_000])
def test_a_branch_from_nowhere(kept, tmp_path, entry):
    with pytest.raises(RecordError, match="is not one of them"):
        branch(kept.record, kept.put(tmp_path), entry, tmp_path / "if.jsonl")
    assert not (tmp_path / "if.jsonl").exists()


@pytest.mark.parametrize("entry", [0, 1, 3, -3])
def test_a_branch_can_be_played_on(kept, tmp_path, entry):
    entry %= len(kept.record.entries)
    session = branch_off(kept.put(tmp_path), entry, tmp_path / "if.jsonl")
    assert resume(tmp_path / "if.jsonl")[0].table.row == session.table.row
    go_on(session)
    assert (session.table.phase, session.table.turn) == (Phase.TALKS, 2)


def test_a_game_by_other_rules_is_not_gone_on_with(kept, book, tmp_path):
    path = tmp_path / "game.jsonl"
    writer = create(path, kept.record.header)
    row = list(kept.record.entries[0].row)
    row[book.schema.index["tension"]] += 1
    for entry in with_entry(kept.record, 1, row=row).entries:
        writer.append(entry)
    with pytest.raises(RecordError, match="at entry 1"):
        resume(path)


@pytest.mark.parametrize("lost", [0, 1, 3, 5])
@pytest.mark.parametrize("torn", [1, -1])
def test_a_crash_while_delegations_talk_or_seal_leaves_no_trace(kept, tmp_path, lost, torn):
    """They say and seal again what they had, and the record is the same to the byte."""
    lines = kept.lines()
    whole = len(lines) - 1 - lost
    path = kept.put(tmp_path, b"".join(lines[:whole]) + lines[whole][:torn])
    session, notice = resume(path)
    assert f"from entry {whole - 1}" in notice
    go_on(session)
    assert path.read_bytes() == kept.data
