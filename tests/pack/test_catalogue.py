"""The catalogue: everything an author wrote stands on the page, in a form that can be read and printed."""

from __future__ import annotations

import pytest

from tabletop.pack.catalogue import page
from tabletop.pack.load import load_pack, read_pack
from tabletop.pack.scaffold import starter_folder


@pytest.fixture(scope="module")
def starter():
    return load_pack(starter_folder())


def test_every_id_of_a_pack_stands_on_its_page(korea, starter):
    for pack in (korea, starter):
        text = page(pack)
        ids = [
            *pack.role, *pack.scenario, *pack.move, *pack.instrument, *pack.package, *pack.forum, *pack.track, *pack.drift,
            *pack.event, *pack.incident, *pack.doctrine, *pack.ending, *pack.source,
        ]  # fmt: skip
        ids += [f"{text}.{law}" for text, instrument in pack.instrument.items() for law in instrument.provision]
        assert [id_ for id_ in ids if f"`{id_}`" not in text] == []


def test_law_stands_with_its_states_citation_keeper_and_start(starter):
    text = page(starter)
    assert (
        "- **The catch stays within the limit** (`truce.catch`). Neither side raises its catch above last year's.\n"
        "  - Cited as: Truce, article 2\n"
        "  - Forbids without consent. Binds North Shore, South Shore. Kept by Joint fishing commission.\n"
        "  - Catches: `raise-the-catch`\n"
        "  - States (law in the bold ones): absent, **in-force**, suspended, broken\n"
        "  - Opens in-force in `first-season`\n"
        "  - Source: `truce-text`\n"
    ) in text


def test_readings_exceptions_and_notes_stand_below_their_provision(starter):
    text = page(starter)
    assert "  - Except: A ship may cross to rescue a crew in danger. (Truce, article 1(2))\n" in text
    assert "  - South Shore reads: A grey hull is a patrol, whatever it tows.\n" in text
    assert "  - While suspended: Put aside, not ended" in text


def test_a_move_says_who_needs_what_and_what_it_costs(starter):
    assert ("By South Shore; towards North Shore; cost `1`; if the other side agrees.\n  - Source: `design`\n") in page(
        starter
    )


def test_doctrines_say_their_rules_in_order(starter):
    text = page(starter)
    assert "1. When `support[north] < 36`: Raise the catch, in breach if need be. Hungry harbours" in text
    assert "- Asked about Renew the truce, Buy Northern fish when `True`: yes. Paper and contracts do no harm." in text


def test_texts_cannot_become_markdown(tiny):
    tiny["roles.toml"] = tiny["roles.toml"].replace("Water or pride.", "Water *or* <b>pride</b> [here](x).")
    assert "Water \\*or\\* \\<b\\>pride\\</b\\> \\[here\\](x)." in page(read_pack(tiny))


def test_a_small_pack_without_law_or_events_has_no_empty_sections(tiny):
    small = {name: text for name, text in tiny.items() if name in ("pack.toml", "roles.toml", "sources.toml")}
    small["tracks.toml"] = tiny["tracks.toml"].partition("[track.alarm]")[0]
    small["moves.toml"] = '[move.wait]\nname = "Wait"\nabout = "Wait."\nby = ["north"]\ngroup = "home"\n'
    small["endings.toml"] = tiny["endings.toml"].partition("[aim.dry]")[0]
    scenario = tiny["scenarios/dry-summer.toml"].partition("[opening.provisions]")[0]
    scenario = scenario.replace('deck = ["flood"]\n', "")
    small["scenarios/dry-summer.toml"] = scenario.replace(
        'doctrines = { north = "proud", south = "patient", hills = "upstream" }', "doctrines = {}"
    )
    text = page(read_pack(small))
    headings = [line for line in text.split("\n") if line.startswith("## ")]
    assert headings == ["## Roles", "## Scenarios", "## Moves", "## Tracks", "## Endings", "## Sources"]
    assert "\n\n\n" not in text
