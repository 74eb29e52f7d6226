"""Derived tracks: worked out one after another, and never from themselves."""

from __future__ import annotations

import pytest

from tabletop.pack.derivation import derivation_order
from tabletop.pack.faults import PackError
from tabletop.pack.load import read_pack
from tabletop.pack.names import Names
from tabletop.rules.dispatch import dispatch
from tabletop.rules.rulebook import Rulebook

TRACK = '[track.{0}]\nname = "{0}"\nabout = "Worked out."\nrange = [0, 1000]\nderived = "{1}"\nsource = "design"\n'


def with_tracks(files, **derived):
    tracks = "".join(TRACK.format(id_, amount) for id_, amount in derived.items())
    return {**files, "tracks.toml": files["tracks.toml"] + tracks}


def refusals(files):
    with pytest.raises(PackError) as caught:
        read_pack(files)
    return [str(fault) for fault in caught.value.faults]


def test_a_track_is_not_worked_out_from_itself(tiny):
    tiny["tracks.toml"] = tiny["tracks.toml"].replace('"tension // 2"', '"alarm + 1"')
    assert refusals(tiny) == [
        "tracks.toml:26:11  track.alarm.derived: This track is worked out from itself. "
        "Remedy: Work it out from tracks that effects change, or let a drift change it."
    ]


def test_tracks_are_not_worked_out_in_a_circle(tiny):
    (told,) = refusals(with_tracks(tiny, fear="alarm + anger", anger="hope", hope="2 * fear"))
    assert (
        "track.fear.derived: This track is worked out from itself: fear from anger, anger from hope, hope from fear."
        in told
    )


def test_every_circle_is_told_at_once(tiny):
    assert len(refusals(with_tracks(tiny, one="one", two="three", three="two", four="alarm"))) == 2


def test_a_track_may_be_worked_out_from_one_that_stands_below_it(tiny):
    pack = read_pack(with_tracks(tiny, deepest="middle + 1", middle="first + 10", first="alarm + 100"))
    assert derivation_order(Names(pack))[-3:] == ("first", "middle", "deepest")
    book = Rulebook(pack)
    row = dispatch(book, book.opening("dry-summer"), "dry-summer", 1).row
    shown = {id_: row[book.schema.index[id_]] for id_ in ("tension", "alarm", "first", "middle", "deepest")}
    half = shown["tension"] // 2
    assert shown == {
        "tension": shown["tension"],
        "alarm": half,
        "first": half + 100,
        "middle": half + 110,
        "deepest": half + 111,
    }


def test_a_derived_track_is_one_number_for_the_table(tiny):
    tiny["tracks.toml"] = tiny["tracks.toml"].replace(
        'derived = "tension // 2"', 'derived = "tension // 2"\nper = "role"'
    )
    tiny["events.toml"] = tiny["events.toml"].replace("alarm // 10", "alarm[actor] // 10")
    (told,) = refusals(tiny)
    assert "track.alarm.per: A derived track is one number for the table. Remedy: Leave out `per`." in told
