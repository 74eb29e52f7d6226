import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.record.format import ORIGIN, Entry, NotARecord, RecordError, Told, line_of, part_of, told
from tabletop.rules.happened import Change, Event
from tabletop.table.commands import Next, Seal, SealedAct

text = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
entries = st.builds(
    Entry,
    number=st.integers(1, 1000),
    turn=st.integers(1, 40),
    phase=st.sampled_from(["talks", "ledger", "over"]),
    command=st.one_of(
        st.just(Next()),
        st.builds(
            Seal,
            role=text,
            acts=st.lists(
                st.builds(SealedAct, act=text, ask=st.booleans(), knowing=st.booleans(), because=text), max_size=2
            ).map(tuple),
            answers=st.dictionaries(text, st.booleans(), max_size=2),
            because=st.dictionaries(text, text, max_size=2),
        ),
    ),
    events=st.lists(st.builds(Told, turn=st.integers(1, 40), step=st.just("overt"), cause=text, says=text), max_size=2),
    row=st.none() | st.lists(st.integers(-(2**70), 2**70), max_size=5),
)


@given(entries)
def test_what_is_written_is_read_back(entry):
    line, own = line_of(entry, ORIGIN)
    assert "\n" not in line
    assert part_of(line, ORIGIN, entry.number) == (entry, own)


@given(
    st.lists(st.tuples(st.integers(-100, 100), st.integers(-100, 100)), max_size=3), st.none() | st.just(("us", "rok"))
)
def test_events_survive_a_record(changes, seen_by):
    event = Event(
        3,
        "overt",
        "move:x",
        "It happened.",
        tuple(Change("tension", *change) for change in changes),
        "us",
        "us/x",
        "breach",
        ("¶ 1",),
        seen_by,
    )
    assert told(event).event() == event


def test_an_older_line_without_newer_fields_is_read():
    line, _ = line_of(Entry(number=1, turn=1, phase="talks", command=Seal(role="us")), ORIGIN)
    assert part_of(line, ORIGIN, 1)[0].command.because == {}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("", "not a line of JSON"),
        ("{", "not a line of JSON"),
        ("[" * 100_000, "not a line of JSON"),
        ("9" * 10_000, "not a line of JSON"),
        ("null", "not a line of a record"),
        ("[]", "not a line of a record"),
        ("{}", "not a line of a record"),
        ('{"own":1,"before":2}', "was altered"),
        ('{"own":"\\ud800","before":"\\ud800","x":"\\ud800"}', "was altered"),
    ],
)
def test_what_is_no_line_is_named(line, says):
    with pytest.raises(RecordError, match="Entry 5") as found:
        part_of(line, ORIGIN, 5)
    assert says in str(found.value)


def resealed(line, **changes):
    """A line forged with its digest worked out anew."""
    from tabletop.record.format import _digest, _json  # noqa: PLC0415  a forger would have to copy them

    body = {**json.loads(line), **changes}
    body.pop("own")
    return _json({**body, "own": _digest(body)})


def test_a_forged_line_breaks_the_chain(kept):
    first, second = (line.decode().rstrip("\n") for line in kept.lines()[:2])
    forged = resealed(first, seed=8)
    _, tip = part_of(forged, ORIGIN, 0)
    with pytest.raises(RecordError, match="Entry 1 does not follow"):
        part_of(second, tip, 1)


def test_a_value_of_the_wrong_kind_is_named(kept):
    with pytest.raises(RecordError, match=r"Entry 0 has an unexpected value at seed"):
        part_of(resealed(kept.lines()[0].decode(), seed="7"), ORIGIN, 0)


@pytest.mark.parametrize("future", [2, 10**400], ids=["the next", "one without end"])
def test_a_format_of_the_future_is_not_guessed_at(kept, future):
    with pytest.raises(NotARecord, match=rf"format {future}; this program reads format 1\. Use a newer version"):
        part_of(resealed(kept.lines()[0].decode(), format=future), ORIGIN, 0)
