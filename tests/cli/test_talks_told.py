"""Homes that are shown in talks, told by the commands that tell a game nobody plays."""

import json

from tabletop.cli.replaying import record_story
from tabletop.cli.telling import TurnTold, json_turn
from tabletop.record.format import Seat
from tabletop.record.reading import read_record
from tabletop.rules.orders import Orders
from tabletop.shell.session import start

from ..rules.agreements.river_texts import BORDER, FLOUR, GRAIN, RIVER, draft, step
from ..rules.small_pack import SCENARIO


def shown(path):
    """A turn in which the south showed its home about a text with an annex."""
    session = start(RIVER, SCENARIO, 1, {role: Seat(kind="person") for role in RIVER.names.actors}, path)
    session.circulate("south", draft(FLOUR, BORDER, step(GRAIN, 2, annex=True), by="south"))
    session.show("south", 1)
    for role in RIVER.names.actors:
        session.seal(role, Orders())
    session.open()
    return session


def test_programs_are_told_which_home_was_shown_about_which_draft(tmp_path):
    session = shown(tmp_path / "game.jsonl")
    turn = TurnTold(RIVER, SCENARIO, 1, tuple(session.entries), session.table.row, over=False)
    lines = [json.loads(line) for line in json_turn(turn)]
    (line,) = [line for line in lines if line["kind"] == "show"]
    assert line == {"kind": "show", "turn": 1, "role": "south", "number": 1, "because": ""}
    (line,) = [line for line in lines if line["kind"] == "circulate"]
    assert [each["annex"] for each in line["draft"]["steps"]] == [False, False, True]


def test_a_record_that_is_read_as_a_story_tells_how_tight_it_was(tmp_path):
    shown(tmp_path / "game.jsonl")
    story = record_story(read_record(tmp_path / "game.jsonl"), RIVER)
    place = story.index("  South bank shows, with proof, how tight it is at home: draft 1 (N and S, The bank).")
    assert story[place + 1].startswith("    Standing S: 60 now, 40 when all that it owes is done.")
    assert "    3 S: Grain; 2 turns after signing; in the sealed annex" in story
