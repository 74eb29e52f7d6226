"""Showing a tight home in line mode."""

import pytest

from tabletop.plain.story import Reasons
from tabletop.shell.session import resume
from tabletop.table.commands import Show

from .test_story import story
from .test_texts import after, sealed_by

HARD = "write in bank with north\nadd border\nadd flour\ncirculate\n"
"""The south's assembly would not pass it."""
TIGHT = (
    "Standing S: 60 now, 45 when all that it owes is done. It would move first: 8 less there until the other side answers. "
    "Southern assembly must ratify it and would not, once it has done what need not wait for that."
)


def shows(session):
    return [entry.command for entry in session.entries if isinstance(entry.command, Show)]


def test_a_home_is_shown_to_the_other_signers_and_paid_for_when_the_seals_open(at_river, told):
    session = at_river("north", "south")
    text, _ = told(session, f"\npass\n\n{HARD}draft 1\nshow home\ndraft\nseal\n\nstatus\ndraft 1\nrefuse 1\nseal\n")
    before, for_north = text.split("> draft 1\n")[1:]
    offer = "You could show the other signers, with proof, how tight it is at your home, for 1 of political capital"
    assert f"{offer}: type show home 1." in before.partition("> show")[0]
    assert "Capital 2 of 3 left." in after(text, "show home")
    assert "Shown already: how tight draft 1 is at your home. Price: 1 capital" in after(text, "draft")
    assert f"S shows how tight it is at home, with proof: {TIGHT}" in for_north
    assert offer not in for_north.partition("> refuse")[0]
    assert "S spends 1 on proof that the text of S and N in The bank is hard at home." in " ".join(
        event.says for event in session.events(1)
    )


def test_whoever_had_said_no_is_asked_again(at_river, told):
    session = at_river("north", "south")
    script = f"\npass\n\n{HARD}pass\n\nrefuse 1\nstatus\npass\n\nshow home\npass\n\nstatus\n"
    text, _ = told(session, script)
    refused, asked = text.split("> refuse 1")[1].split("> show home")
    waits = "Drafts that wait for your word: 1."
    assert (waits in refused, waits in asked) == (False, True)


def test_what_delegations_say_to_it_is_told_at_once(at_river, told):
    text, _ = told(at_river("south"), f"{HARD}show home 1\n")
    assert "North bank comes near: draft 1" in after(text, "circulate")
    assert "North bank would sign: draft 1" in after(text, "show home 1")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("show", "Show what? `show home 1` shows"),
        ("show 1", "Show what? `show home 1` shows"),
        ("show home 3", "No draft '3' lies before you."),
        ("show home 1\nshow home 1", "The home is shown on draft 1 already."),
        ("write open-river\ncirculate\nshow home 3", "It would fare well enough at home"),
    ],
)
def test_what_cannot_be_shown_is_a_sentence(at_river, told, line, says):
    session = at_river("south")
    text, _ = told(session, f"{HARD}{line}\n")
    assert says in text
    assert [command.number for command in shows(session)] == ([1] if "show home 1\n" in line else [])


def test_a_home_that_was_shown_is_still_counted_after_a_crash(at_river, told):
    session = at_river("south")
    told(session, f"{HARD}show home 1\n")
    again, _ = resume(session.writer.path)
    text, _ = told(again, "draft\nundo\nseal\n")
    assert "Shown already: how tight draft 1 is at your home." in after(text, "draft")
    assert "There is nothing to take back." in after(text, "undo")
    assert sealed_by(again, "south")


def test_those_who_may_know_everything_are_told_of_it(at_river, told):
    session = at_river("south")
    told(session, f"{HARD}show home 1\nseal\n")
    lines = story(session, 1, Reasons())
    place = lines.index("  South bank shows, with proof, how tight it is at home: draft 1 (S and N, The bank).")
    assert lines[place + 1] == f"    {TIGHT}"
