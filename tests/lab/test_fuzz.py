"""Fuzzing: what is planted into the rules is found, told, and saved as a game that opens."""

from __future__ import annotations

from dataclasses import replace

import pytest

import tabletop.table.table as playing
from tabletop.lab.fuzz import fuzz, keep
from tabletop.lab.reached import Reached, shares
from tabletop.pack.load import load_pack
from tabletop.pack.scaffold import starter_folder
from tabletop.record.reading import read_record
from tabletop.record.replaying import table_of
from tabletop.rules.resolve import Resolution
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.session import resume
from tabletop.table.table import Phase


@pytest.fixture(scope="module")
def starter() -> Rulebook:
    return Rulebook(load_pack(starter_folder()))


@pytest.fixture(scope="module")
def reached(starter) -> Reached:
    """What sixty games of a sound pack came to."""
    found = Reached()
    assert list(fuzz(starter, range(60), found)) == []
    return found


@pytest.fixture
def tampered(monkeypatch):
    """Let every turn be worked out wrongly from a certain turn on."""

    def tamper(turn, change):
        honest = playing.resolve

        def dishonest(book, row, orders, seed):
            result = honest(book, row, orders, seed)
            return change(book, result) if row[0] >= turn else result

        monkeypatch.setattr(playing, "resolve", dishonest)

    return tamper


def first_failure(book):
    return next(fuzz(book, range(5), Reached()))


def test_a_sound_pack_has_no_failures_and_every_game_ends(reached):
    assert reached.games == sum(reached.endings.values()) == 60


def test_an_exception_is_found_with_its_place(starter, tampered):
    def crash(_book, _result):
        raise ZeroDivisionError("no fish")

    tampered(2, crash)
    failure = first_failure(starter)
    assert (failure.kind, failure.turn) == ("exception", 2)
    assert failure.says.startswith("ZeroDivisionError: no fish (test_fuzz.py:")


def test_a_change_without_an_event_is_found(starter, tampered):
    def silent(book, result):
        row = result.row[:]
        row[book.schema.index["turns"]] = 7
        return Resolution(row, result.events)

    tampered(1, silent)
    failure = first_failure(starter)
    assert (failure.kind, failure.says) == ("broken invariant", "turns changed from 6 to 7 and no event says why.")


def test_an_event_that_tells_another_number_is_found(starter, tampered):
    def wrong(_book, result):
        last = next(event for event in reversed(result.events) if event.changes)
        lie = replace(last, changes=(replace(last.changes[0], after=last.changes[0].after + 1), *last.changes[1:]))
        return Resolution(result.row, tuple(lie if event is last else event for event in result.events))

    tampered(1, wrong)
    assert "became" in first_failure(starter).says


def test_a_number_out_of_its_bounds_is_found(starter, tampered):
    def high(book, result):
        row = result.row[:]
        row[book.schema.index["tension"]] = 101
        return Resolution(row, result.events)

    tampered(1, high)
    assert first_failure(starter).says == "tension is 101; its bounds are 0 and 100."


def test_an_event_without_words_is_found(starter, tampered):
    tampered(1, lambda _book, result: Resolution(result.row, (replace(result.events[0], says=""), *result.events[1:])))
    assert first_failure(starter).says == "An event of the step costs has no words or no cause."


def test_a_game_without_an_end_is_found(starter, monkeypatch):
    monkeypatch.setattr(starter, "over", lambda _row: False)
    failure = first_failure(starter)
    assert (failure.kind, failure.says) == ("endless game", "The scenario has 6 turns, and the game goes on.")


def test_a_role_with_nothing_to_do_is_a_dead_end():
    pack = load_pack(starter_folder())
    moves = {id_: move for id_, move in pack.move.items() if "isles" not in move.by}
    dear = pack.move["host-a-dinner"].model_copy(update={"cost": 21})
    book = Rulebook(pack.model_copy(update={"move": {**moves, "host-a-dinner": dear}, "doctrine": {}, "aim": {}}))
    failure = first_failure(book)
    assert (failure.kind, failure.says, failure.turn) == ("dead end", "isles has no open act.", 1)


def test_a_failed_game_is_saved_as_a_game_that_opens(starter, tampered, monkeypatch, tmp_path):
    def crash(_book, _result):
        raise ZeroDivisionError

    with monkeypatch.context():
        tampered(2, crash)
        failure = first_failure(starter)
    monkeypatch.undo()
    path = tmp_path / "failed.jsonl"
    keep(starter, failure, path)
    record = read_record(path)
    table, parting = table_of(record, starter)
    assert parting is None
    assert (table.turn, table.phase, table.waiting_for) == (2, Phase.TALKS, ())
    session, _ = resume(path)
    session.open()
    assert session.table.turn == 3


def test_what_was_reached_is_counted_and_what_never_was_is_named(starter, reached):
    found = {share.kind: share for share in shares(starter, reached)}
    assert (found["moves made"].reached, found["moves made"].never) == (10, ())
    assert (found["cards"].reached, found["incidents"].reached, found["drifts"].reached) == (2, 1, 3)
    assert "truce.survey (absent, suspended)" in found["states of provisions"].never
    assert found["endings"].of == 4


def test_an_ending_a_card_and_a_rule_that_nothing_reaches_are_named(starter):
    pack = starter.pack
    never = {"when": "tension < 0"}
    rule = pack.doctrine["honest-broker"].rule[0].model_copy(update=never)
    broker = pack.doctrine["honest-broker"].model_copy(
        update={"rule": (rule, *pack.doctrine["honest-broker"].rule[1:])}
    )
    changed = {
        "ending": {**pack.ending, "blows": pack.ending["blows"].model_copy(update=never)},
        "event": {**pack.event, "storm": pack.event["storm"].model_copy(update=never)},
        "doctrine": {**pack.doctrine, "honest-broker": broker},
    }
    book, found = Rulebook(pack.model_copy(update=changed)), Reached()
    assert list(fuzz(book, range(40), found)) == []
    never_reached = {share.kind: share.never for share in shares(book, found)}
    assert never_reached["endings"][0] == "blows"
    assert never_reached["cards"] == ("storm",)
    assert any(name.startswith("honest-broker (rule 1") for name in never_reached["lines of doctrines"])


def test_the_fewest_moves_a_role_had_open_are_known(reached):
    assert {role: scarcity.moves for role, scarcity in reached.fewest.items()} == {"north": 4, "south": 6, "isles": 3}


def test_the_same_seeds_reach_the_same(starter, reached):
    again = Reached()
    list(fuzz(starter, range(60), again))
    assert again == reached
