"""A doctrine reads only what its role may see; anything else is a fault, told at its place."""

from __future__ import annotations

from tabletop.pack.load import read_pack
from tabletop.pack.names import Names
from tabletop.pack.sight import seers

TRACKS, DOCTRINES, MOVES = "tracks.toml", "doctrines.toml", "moves/river.toml"


def test_a_number_is_known_to_everybody_unless_the_pack_says_otherwise(tiny):
    tiny[TRACKS] = (
        tiny[TRACKS]
        .replace('per = "role"', 'per = "role"\nseen_by = "own"')
        .replace('per = "pair"', 'per = "pair"\nseen_by = ["hills"]')
    )
    tiny[MOVES] = tiny[MOVES].replace('group = "press"', 'group = "press"\nvisibility = "covert"')
    names = Names(read_pack(tiny))
    assert {label: seers(label, names) for label in LABELS} == LABELS


LABELS = {
    "turn": None,
    "tension": None,
    "river.sluice": None,
    "last[north, take-toll]": None,
    "capital[south]": ("south",),
    "trust[north, south]": ("hills",),
    "last[north, close-sluice]": ("north",),
}


SPRING = """
[track.spring]
name = "Spring"
about = "How much water is left in the hills."
seen_by = ["hills"]
source = "design"

[track.level]
name = "Level"
about = "What everybody can see of it."
derived = "spring // 2"
source = "design"
"""


def test_a_condition_on_a_hidden_track_is_told_where_it_stands(tiny, faults_of):
    tiny[TRACKS] += SPRING
    tiny[DOCTRINES] = tiny[DOCTRINES].replace('when = "tension >= 50"', 'when = "spring >= 50"')
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "doctrines.toml:6:8  doctrine.proud.rule[0].when: The doctrine of north reads `spring`, which north may not "
        "see. Remedy: Read what north may see, or let north see it."
    )


def test_what_is_worked_out_from_a_hidden_track_may_be_read_by_whoever_sees_it(tiny):
    tiny[TRACKS] += SPRING
    tiny[DOCTRINES] = tiny[DOCTRINES].replace('when = "tension >= 50"', 'when = "level >= 25"')
    assert read_pack(tiny).doctrine["proud"].rule[0].when == "level >= 25"


def test_a_rule_says_whom_its_move_is_aimed_at(fault_when):
    assert str(fault_when(DOCTRINES, 'target = "south"\n', "")) == (
        "doctrines.toml:7:8  doctrine.proud.rule[0].move: The rule does not say which target of close-sluice it means. "
        "Remedy: Add `target = ...`, one of: south."
    )


def test_a_rule_says_what_its_move_is_about(fault_when):
    fault = fault_when(DOCTRINES, 'choice = "river.tolls"\n', "")
    assert fault.what == "The rule does not say which choice of renew it means."
    assert fault.remedy == "Add `choice = ...`, one of: river.sluice, river.tolls."


def test_what_a_role_may_do_must_follow_from_what_it_may_see(tiny, faults_of):
    tiny[TRACKS] = tiny[TRACKS].replace("main = true", 'main = true\nseen_by = ["hills"]')
    fault = next(fault for fault in faults_of(tiny) if fault.file == MOVES)
    assert fault.what == "Whether north may do this depends on `tension`, which north may not see."
    assert fault.path == ("move", "close-sluice", "needs", 0, "when")
