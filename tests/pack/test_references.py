"""Every id a pack mentions is defined in it; the nearest one is offered, at the place of the wrong one."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack

LAW, MOVES, FORA, SCENARIO = "law/river.toml", "moves/river.toml", "fora.toml", "scenarios/dry-summer.toml"
TRACKS, DOCTRINES, ENDINGS, EVENTS = "tracks.toml", "doctrines.toml", "endings.toml", "events.toml"

UNKNOWN = {
    "a source": (TRACKS, 'source = "design"', 'source = "desing"', 7, 10, "source", "desing", "design"),
    "one source of several": (TRACKS, '"treaty"]', '"traety"]', 21, 21, "source", "traety", "treaty"),
    "who may see a track": (TRACKS, "main = true", 'seen_by = ["noth"]', 5, 12, "role", "noth", "north"),
    "the track that pays": ("pack.toml", '"capital"', '"capitol"', 10, 11, "track", "capitol", "capital"),
    "a provision's machine": (LAW, 'machine = "article"', 'machine = "articel"', 20, 11, "machine", "articel", "article"),
    "a provision's keeper": (LAW, 'keeper = "commission"', 'keeper = "comision"', 25, 10, "forum or role", "comision", "commission"),
    "whom a provision binds": (LAW, '["north", "south"]', '["north", "soth"]', 36, 19, "role", "soth", "south"),
    "a move a provision catches": (LAW, '["take-toll"]', '["take-tolls"]', 37, 22, "move", "take-tolls", "take-toll"),
    "a counterpart": (LAW, 'pair = "river.sluice"', 'pair = "river.slice"', 38, 8, "provision", "river.slice", "river.sluice"),
    "who reads a provision so": (LAW, 'by = "north"', 'by = "noth"', 27, 20, "role", "noth", "north"),
    "where a measure bites": (LAW, "{ hills = 4 }", "{ hill = 4 }", 28, 11, "role", "hill", "hills"),
    "the forum of a transition": (LAW, 'forum = "commission"', 'forum = "comission"', 7, 9, "forum", "comission", "commission"),
    "a provision in a package": (LAW, '"river.tolls"]', '"river.toll"]', 43, 31, "provision", "river.toll", "river.tolls"),
    "a member": (FORA, '["north", "south"]', '["north", "soth"]', 4, 21, "role", "soth", "south"),
    "a veto": (FORA, 'veto = ["hills"]', 'veto = ["hill"]', 14, 9, "role", "hill", "hills"),
    "who makes a move": (MOVES, 'by = ["north"]', 'by = ["nort"]', 4, 7, "role", "nort", "north"),
    "whom it is aimed at": (MOVES, 'targets = ["south"]', 'targets = ["sooth"]', 7, 12, "role", "sooth", "south"),
    "the forum of a move": (MOVES, 'forum = "assembly"', 'forum = "assmbly"', 22, 9, "forum", "assmbly", "assembly"),
    "a provision to choose": (MOVES, '"river.tolls"]', '"river.tols"]', 41, 28, "provision", "river.tols", "river.tolls"),
    "the track of an effect": (MOVES, 'track = "tension"', 'track = "tensoin"', 11, 13, "track", "tensoin", "tension"),
    "the track of a pair": (MOVES, '"trust[actor, target]"', '"turst[actor, target]"', 12, 13, "track", "turst", "trust"),
    "the package of an effect": (MOVES, 'package = "choice"', 'package = "rivr"', 33, 24, "package", "rivr", "river"),
    "the provision of an effect": (MOVES, 'provision = "choice"', 'provision = "river.toll"', 42, 26, "provision", "river.toll", "river.tolls"),
    "an effect of a drift": (EVENTS, '"capital[actor]"', '"capitol[actor]"', 18, 70, "track", "capitol", "capital"),
    "whose a doctrine is": (DOCTRINES, 'role = "hills"', 'role = "hill"', 27, 8, "role", "hill", "hills"),
    "the move of a rule": (DOCTRINES, 'move = "renew"', 'move = "renw"', 12, 8, "move", "renw", "renew"),
    "the target of a rule": (DOCTRINES, 'target = "south"', 'target = "soth"', 8, 10, "role", "soth", "south"),
    "a move to answer": (DOCTRINES, 'moves = ["renew"]', 'moves = ["renw"]', 16, 10, "move", "renw", "renew"),
    "whose an aim is": (ENDINGS, 'role = "north"', 'role = "noth"', 17, 8, "role", "noth", "north"),
    "for whom an ending counts": (ENDINGS, "hills = 0", "hill = 0", 6, 34, "role", "hill", "hills"),
    "a card of the deck": (SCENARIO, '["flood"]', '["floods"]', 7, 9, "event", "floods", "flood"),
    "a doctrine of a scenario": (SCENARIO, '"proud"', '"prod"', 8, 23, "doctrine", "prod", "proud"),
    "a role that has a doctrine": (SCENARIO, 'hills = "upstream"', 'hill = "upstream"', 8, 51, "role", "hill", "hills"),
    "a role that has a par": (SCENARIO, "hills = 50", "hill = 50", 9, 33, "role", "hill", "hills"),
    "a track that starts": (SCENARIO, "tension = 60", "tenson = 60", 13, 1, "track", "tenson", "tension"),
    "a provision that starts": (SCENARIO, '"river.sluice"', '"river.slice"', 17, 1, "provision", "river.slice", "river.sluice"),
    "an effect of the calendar": (SCENARIO, 'track = "tension"', 'track = "tensio"', 23, 22, "track", "tensio", "tension"),
}  # fmt: skip


@pytest.mark.parametrize("case", UNKNOWN.values(), ids=UNKNOWN)
def test_what_is_mentioned_must_exist(case, fault_when):
    file, old, new, line, column, kind, word, meant = case
    fault = fault_when(file, old, new)
    assert (fault.file, fault.line, fault.column) == (file, line, column)
    assert fault.what == f'There is no {kind} "{word}".'
    assert fault.remedy == f"Did you mean `{meant}`?"


def test_where_nothing_is_near_the_few_there_are_get_listed(fault_when):
    fault = fault_when(LAW, 'keeper = "commission"', 'keeper = "bank"')
    assert fault.remedy == "There are: commission, council, assembly, north, south, hills."


def test_a_role_may_be_a_keeper(tiny):
    tiny[LAW] = tiny[LAW].replace('keeper = "commission"', 'keeper = "hills"')
    assert read_pack(tiny).instrument["river"].provision["sluice"].keeper == "hills"


def test_a_brief_is_for_a_role_there_is(tiny, faults_of):
    tiny["briefs/nort.md"] = '+++\nrole = "nort"\n+++\n'
    (fault,) = faults_of(tiny)
    assert str(fault) == 'briefs/nort.md:2:8  role: There is no role "nort". Remedy: Did you mean `north`?'


def test_a_brief_is_for_a_scenario_there_is(tiny, faults_of):
    tiny["briefs/dry-sumer/north.md"] = '+++\nrole = "north"\n+++\n'
    (fault,) = faults_of(tiny)
    assert (fault.file, fault.line, fault.remedy) == ("briefs/dry-sumer/north.md", 1, "Did you mean `dry-summer`?")
