"""The track that tells when an administration took over: what it must be, and what the page says of it."""

from __future__ import annotations

import pytest

from tabletop.pack.catalogue import page
from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack

from .river_texts import TEXTED

HEADER, TRACKS, EVENTS = "pack.toml", "tracks.toml", "events.toml"
TURNOVER = """
[track.turnover]
name = "Turnover"
about = "The turn in which another administration took over."
per = "role"
range = [0, 100]
source = "design"
"""


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of the small pack, in which administrations change."""
    header = TEXTED[HEADER].replace('trust = "trust"\n', 'trust = "trust"\nturnover = "turnover"\n')
    return {**TEXTED, HEADER: header, TRACKS: TEXTED[TRACKS] + TURNOVER}


def test_a_track_of_each_role_holds_the_turn(tiny):
    agreements = read_pack(tiny).header.agreements
    assert agreements is not None
    assert agreements.turnover == "turnover"


def test_it_is_read_by_that_and_by_nothing_else(tiny):
    moved = '[event.vote]\nname = "Vote"\nsays = "They vote."\nhint = "They will."\nsource = "design"\n'
    moved += 'effects = [{ track = "turnover[south]", set = "turn" }]\n'
    scenario = "scenarios/dry-summer.toml"
    tiny[scenario] = tiny[scenario].replace('deck = ["flood"', 'deck = ["vote", "flood"')
    tiny["more.toml"] = moved
    assert lint(read_pack(tiny)) == ()
    tiny[HEADER] = TEXTED[HEADER]
    assert [warning.path for warning in lint(read_pack(tiny))] == [("track", "turnover")]


@pytest.mark.parametrize(
    ("old", "new", "what", "remedy"),
    [
        ('per = "role"', 'per = "table"', "What is named here must be counted for each role.", 'Name a track with `per = "role"`.'),
        ("[0, 100]", "[0, 60]", "What is named here holds the number of a turn, or 0.", "Name a track with `range = [0, 100]`."),
        ("[0, 100]", "[1, 100]", "What is named here holds the number of a turn, or 0.", "Name a track with `range = [0, 100]`."),
        ("[track.turnover]", "[track.turnovers]", 'There is no track "turnover".', "Did you mean `turnovers`?"),
    ],
    ids=["for the table", "too short", "no nought", "unknown"],
)  # fmt: skip
def test_what_it_must_be(tiny, faults_of, old, new, what, remedy):
    tiny[TRACKS] = TEXTED[TRACKS] + TURNOVER.replace(old, new)
    (fault,) = faults_of(tiny)
    assert (fault.file, fault.path) == (HEADER, ("agreements", "turnover"))
    assert (fault.what, fault.remedy) == (what, remedy)


def test_where_administrations_change_a_body_passes_what_shall_last(tiny, faults_of):
    tiny["roles.toml"] = tiny["roles.toml"].replace('ratifies = "assembly"', "elections = true")
    (fault,) = faults_of(tiny)
    assert fault.path == ("role", "south", "elections")
    assert fault.what == "Nobody passes texts here, so none could outlast an administration."


def test_a_longer_range_will_do(tiny):
    tiny[TRACKS] = TEXTED[TRACKS] + TURNOVER.replace("[0, 100]", "[-5, 200]")
    read_pack(tiny)


def test_the_page_says_what_it_does(tiny):
    assert (
        "- Turnover: in the turn that it names for a role, texts end that its body at home has not passed.\n"
        in page(read_pack(tiny))
    )
