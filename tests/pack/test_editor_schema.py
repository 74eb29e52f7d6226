"""The schema for editors agrees with the loader: what loads is valid, and what is mutated is refused by both."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
import tomli
from jsonschema import Draft202012Validator, FormatChecker

from tabletop.pack.editor_schema import editor_schema
from tabletop.pack.faults import PackError
from tabletop.pack.folder import read_folder, read_lines_folder
from tabletop.pack.load import read_pack
from tabletop.pack.scaffold import starter_folder
from tabletop.pack.shipped import shipped_packs

PACKS = {**shipped_packs(), "starter": starter_folder()}
SCHEMA = Draft202012Validator(editor_schema(), format_checker=FormatChecker())

MUTATIONS = [
    ("pack.toml", 'title = "The Grey Bank"\n', ""),
    ("pack.toml", "format = 1 ", "format = 2 "),
    ("pack.toml", "income = 3 ", "income = 300 "),
    ("pack.toml", 'id = "grey-bank"', 'id = "Grey Bank"'),
    ("pack.toml", 'languages = ["en"]', 'languages = "en"'),
    ("pack.toml", "[play]", "[plays]"),
    ("pack.toml", "[play]", 'deck = ["storm"]\n[play]'),
    ("roles.toml", 'short = "North"', "short = 5"),
    ("roles.toml", "[role.north]", "[roles.north]"),
    ("roles.toml", "[role.north]", '[role."North Shore"]'),
    ("roles.toml", 'powers = "It has the larger fleet."\n', ""),
    ("tracks.toml", "range = [-30, 30]", "range = [-30]"),
    ("tracks.toml", "range = [-30, 30]", "range = [-30, 30, 40]"),
    ("tracks.toml", 'per = "pair"', 'per = "couple"'),
    ("tracks.toml", "{ to = 39,", '{ to = "39",'),
    ("tracks.toml", 'seen_by = "own"', 'seen_by = "mine"'),
    ("drifts.toml", 'phase = "home"', 'phase = "night"'),
    ("law/truce.toml", 'to = "suspended" ', 'too = "suspended" '),
    ("law/truce.toml", "after = 3 ", "after = 0 "),
    ("law/truce.toml", 'level = "consent" ', 'level = "asks" '),
    ("law/truce.toml", 'keeper = "commission"', "keeper = 1"),
    ("law/truce.toml", "bites = { south = 6,", "bites = { south = 600,"),
    ("law/truce.toml", 'family = "truce" ', 'family = "" '),
    ("law/truce.toml", 'catches = { tags = ["line-crossing"] }', 'catches = ["line-crossing"]'),
    ("fora.toml", 'rule = "agreement" ', 'rule = "majority" '),
    ("moves/moves.toml", 'group = "press" ', 'group = "war" '),
    ("moves/moves.toml", "once = false", 'once = "no"'),
    ("moves/moves.toml", "cost = 1\n", "cost = 0.5\n"),
    ("moves/moves.toml", 'add = "-5 if fish >= 40 else 5"', "add = [5]"),
    ("moves/moves.toml", 'about = "Longer nets for one season."\n', ""),
    ("events.toml", "weight = 10", "weight = 0"),
    ("events.toml", 'hint = "The glass is falling."\n', ""),
    ("endings.toml", 'at = "any" ', 'at = "once" '),
    ("endings.toml", "values = { north = 5,", "values = { north = 105,"),
    ("doctrines.toml", "odds = 40 ", "odds = 0 "),
    ("doctrines.toml", "says = true\n", 'says = "yes"\n'),
    ("doctrines.toml", "[[doctrine.harbours-first.answer]]", "[doctrine.harbours-first.answer]"),
    ("sources.toml", 'kind = "law"', 'kind = "hearsay"'),
    ("scenarios/first-season.toml", "starts = 2031-03-01 ", 'starts = "spring" '),
    ("scenarios/first-season.toml", 'title = "First season"\n', ""),
    ("scenarios/first-season.toml", "turns = 6\n", ""),
    ("scenarios/first-season.toml", 'goals = ["See', 'goal = ["See'),
    ("scenarios/first-season.toml", "tension = 45", "tension = 4.5"),
    ("scenarios/first-season.toml", "turn = 3\n", 'turn = "three"\n'),
    ("scenarios/first-season.toml", "[opening]", "[track.storms]\n[opening]"),
    ("scenarios/first-season.toml", 'source = "design"\n\n[opening]', "[source.own]\n[opening]"),
]


def plain(value: Any) -> Any:
    """Values from TOML as JSON has them: a date is text."""
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [plain(inner) for inner in value]
    return value.isoformat() if isinstance(value, date) else value


def complaints(texts: dict[str, str]) -> Iterator[str]:
    for file, text in texts.items():
        if file.endswith(".toml"):
            yield from (f"{file} {error.json_path}" for error in SCHEMA.iter_errors(plain(tomli.loads(text))))


@pytest.fixture(scope="module")
def starter() -> dict[str, str]:
    return read_folder(starter_folder())


@pytest.fixture
def mutated(starter) -> Callable[[str, str, str], dict[str, str]]:
    def change(file, old, new):
        assert old in starter[file]
        return {**starter, file: starter[file].replace(old, new, 1)}

    return change


def test_the_schema_is_a_schema():
    Draft202012Validator.check_schema(editor_schema())


@pytest.mark.parametrize("name", PACKS)
def test_every_file_of_a_sound_pack_is_valid(name):
    assert list(complaints(read_folder(PACKS[name]))) == []


def test_every_line_of_a_sound_pack_is_valid():
    lines = read_lines_folder(PACKS["korea"])
    assert lines
    assert list(complaints(lines)) == []


@pytest.mark.parametrize(
    ("old", "new"),
    [('code = "S7"\n', ""), ('scenario = "mar', 'scenarios = "mar'), ("seed = 7", 'seed = "7"'), ("turn = 2", 'turn = "2"'),
     ("[[hallmark]]", "[[hallmarks]]"), ('is = "done"', 'is = "sone"'), ("[denied]", "[role.north]\n[denied]")],
)  # fmt: skip
def test_a_line_that_is_mutated_is_refused(old, new):
    lines = read_lines_folder(PACKS["korea"])
    file = "lines/S7-trade-for-pressure.toml"
    assert old in lines[file]
    assert list(complaints({file: lines[file].replace(old, new, 1)}))


@pytest.mark.parametrize(("file", "old", "new"), MUTATIONS)
def test_what_is_mutated_is_refused_by_the_loader_and_by_the_schema(mutated, file, old, new):
    texts = mutated(file, old, new)
    with pytest.raises(PackError) as caught:
        read_pack(texts)
    assert {fault.file for fault in caught.value.faults} == {file}
    found = list(complaints(texts))
    assert found
    assert all(complaint.startswith(f"{file} ") for complaint in found)


def test_a_complaint_points_at_the_key(mutated):
    texts = mutated("moves/moves.toml", 'group = "press" ', 'group = "war" ')
    assert list(complaints(texts)) == ["moves/moves.toml $.move['cross-the-line'].group"]


def test_keys_say_what_they_are_for():
    schema = editor_schema()
    move = schema["$defs"]["Move"]["properties"]
    assert move["cost"]["description"] == "Political capital."
    assert schema["properties"]["move"]["description"].startswith("An entry in the catalogue.")
    assert schema["properties"]["play"]["$ref"] == "#/$defs/Play"


def test_keys_are_named_as_an_author_writes_them():
    transition = editor_schema()["$defs"]["Transition"]
    assert "from" in transition["properties"]
    assert "from_" not in transition["properties"]


def test_nothing_is_offered_that_toml_does_not_have():
    assert '"null"' not in str(editor_schema()).replace("'", '"')
