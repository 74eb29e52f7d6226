"""Warnings: what loads and is probably not meant."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tabletop.pack.faults import Lint
from tabletop.pack.leaders import leaders_played
from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack

LAW, MOVES, FORA, SCENARIO = "law/river.toml", "moves/river.toml", "fora.toml", "scenarios/dry-summer.toml"


@pytest.fixture
def warning_when(tiny) -> Callable[[str, str, str], Lint]:
    def change(file, old, new):
        assert old in tiny[file]
        tiny[file] = tiny[file].replace(old, new, 1)
        warnings = lint(read_pack(tiny))
        assert len(warnings) == 1, "\n".join(map(str, warnings))
        return warnings[0]

    return change


def test_a_pack_as_it_should_be_has_no_warnings(tiny):
    assert lint(read_pack(tiny)) == ()


@pytest.mark.parametrize(
    ("file", "old", "place"),
    [
        ("tracks.toml", 'source = "design"\n\n[track.capital]', (1, 1)),
        (LAW, 'about = "Who may draw how much."\nsource = "treaty"\n', None),
        (MOVES, 'effects = [{ track = "capital[actor]", add = 1 }]\nsource = "design"', (16, 1)),
        ("events.toml", 'effects = [{ track = "tension", add = 5 }]\nsource = "design"', (1, 1)),
        (SCENARIO, 'effects = [{ track = "tension", add = -5 }]\nsource = "design"', (19, 1)),
    ],
)
def test_law_moves_events_and_numbers_name_a_source(tiny, file, old, place):
    tiny[file] = tiny[file].replace(old, "\n".join(line for line in old.split("\n") if not line.startswith("source")))
    warnings = lint(read_pack(tiny))
    assert all(warning.what.startswith("No source is named") for warning in warnings)
    if place is None:
        assert [warning.line for warning in warnings] == [13, 17, 30]
    else:
        assert [(warning.line, warning.column) for warning in warnings] == [place]


def test_start_values_name_a_source(warning_when):
    warning = warning_when(SCENARIO, 'hills = 50 }\nsource = "design"', "hills = 50 }\n")
    assert (warning.line, warning.what) == (12, "The start values name no source.")


def test_a_state_nothing_reaches_is_told(warning_when):
    warning = warning_when(LAW, '"lapsed"]', '"lapsed", "reborn"]')
    assert str(warning) == (
        'law/river.toml:2:43  machine.article.states[3]: Nothing ever reaches "reborn". '
        "Remedy: Add a transition to it from a state that is reached, or delete it."
    )


def test_a_state_a_scenario_starts_in_is_reached(tiny):
    tiny[LAW] = tiny[LAW].replace('"lapsed"]', '"lapsed", "reborn"]')
    tiny[SCENARIO] = tiny[SCENARIO].replace('"river.sluice" = "in-force"', '"river.sluice" = "reborn"')
    assert lint(read_pack(tiny)) == ()


def test_a_machine_nothing_uses_is_told(tiny):
    tiny["more.toml"] = '[machine.idle]\nstates = ["off"]\n'
    (warning,) = lint(read_pack(tiny))
    assert (warning.line, warning.what) == (1, "No provision uses this machine.")


def test_a_tag_no_move_has_is_told(warning_when):
    warning = warning_when(LAW, 'tags = ["closing"]', 'tags = ["closings"]')
    assert str(warning) == (
        "law/river.toml:23:21  instrument.river.provision.sluice.catches.tags[0]: "
        'No move has the tag "closings". Remedy: Did you mean `closing`?'
    )


@pytest.mark.parametrize(
    "law",
    [
        "bites = { hills = 4 }",
        'notes = { lapsed = "Nobody renewed it." }',
        'readings = [{ by = "north", says = "Rivers." }]',
    ],
)
def test_law_that_catches_nobody_may_still_bite_or_be_there_to_be_known(tiny, law):
    tiny[LAW] = tiny[LAW].replace('binds = ["north", "south"]', f'binds = ["hills"]\n{law}')
    assert lint(read_pack(tiny)) == ()


def test_law_that_catches_nobody_may_be_read_by_a_condition(tiny):
    tiny[LAW] = tiny[LAW].replace('binds = ["north", "south"]', 'binds = ["hills"]')
    tiny["endings.toml"] = tiny["endings.toml"].replace("tension == 100", "tension == 100 and binding(river.tolls)")
    assert lint(read_pack(tiny)) == ()


def test_one_strange_tag_among_known_ones_is_told_whatever_else_the_law_does(warning_when):
    warning = warning_when(LAW, 'tags = ["closing"]', 'tags = ["closing", "bridges"]')
    assert str(warning) == (
        "law/river.toml:23:32  instrument.river.provision.sluice.catches.tags[1]: "
        'No move has the tag "bridges". Remedy: Give it to a move, or name it in `unplayed_tags` of pack.toml.'
    )


def test_a_tag_may_be_left_out_of_the_game_on_purpose(tiny):
    tiny[LAW] = tiny[LAW].replace('catches = { moves = ["take-toll"] }', 'catches = { tags = ["bridges"] }')
    tiny["pack.toml"] = tiny["pack.toml"].replace("[play]", 'unplayed_tags = ["bridges"]\n[play]')
    assert lint(read_pack(tiny)) == ()


@pytest.mark.parametrize(
    ("tag", "told"),
    [
        ("closing", 'The move close-sluice has the tag "closing". Take it out of this list.'),
        ("bridges", 'No provision catches the tag "bridges". Take it out of this list.'),
    ],
)
def test_a_tag_left_out_of_the_game_is_in_law_and_in_no_move(warning_when, tag, told):
    warning = warning_when("pack.toml", "[play]", f'unplayed_tags = ["{tag}"]\n[play]')
    assert (warning.file, warning.line, warning.column) == ("pack.toml", 9, 18)
    assert f"{warning.what} {warning.remedy}" == told


def test_a_provision_that_binds_only_those_who_cannot_do_it_is_told(warning_when):
    warning = warning_when(LAW, 'binds = ["north", "south"]', 'binds = ["hills"]')
    assert (warning.line, warning.what) == (37, "No move that its roles can make meets this provision.")


def test_a_provision_that_does_nothing_at_all_is_told(tiny):
    tiny[LAW] += (
        '[instrument.river.provision.preamble]\ntitle = "Preamble"\nmachine = "article"\nsays = "Peace."\ncite = "1"\n'
    )
    (warning,) = lint(read_pack(tiny))
    assert warning.what == "This provision catches nothing, and nothing reads or changes it."


def test_a_consent_nobody_can_give_is_told(warning_when):
    warning = warning_when(LAW, 'keeper = "commission"\n', "")
    assert (warning.line, warning.column) == (24, 9)
    assert warning.what == "Nobody can give the consent this provision asks for."


def test_a_track_nothing_reads_or_changes_is_told(tiny):
    tiny["tracks.toml"] += '[track.fame]\nname = "Fame"\nabout = "Idle."\nsource = "design"\n'
    warnings = lint(read_pack(tiny))
    assert [(warning.line, warning.what) for warning in warnings] == [
        (28, "No condition, amount or score reads this track."),
        (28, "Nothing ever changes this track."),
    ]


def test_a_forum_competent_for_nothing_is_told(tiny):
    tiny["more.toml"] = '[forum.club]\nname = "Club"\nabout = "Tea."\nmembers = ["north"]\nrule = "consensus"\n'
    (warning,) = lint(read_pack(tiny))
    assert warning.what == "This forum is competent for nothing: nobody is ever sent to it."


def test_a_family_no_instrument_has_is_told(warning_when):
    warning = warning_when(FORA, 'competence = ["water"]', 'competence = ["waters"]')
    assert (warning.line, warning.column) == (6, 15)
    assert warning.remedy == "Did you mean `water`?"


def test_a_seat_no_delegation_can_fill_is_told(warning_when):
    warning = warning_when(SCENARIO, ', hills = "upstream"', "")
    assert (warning.line, warning.what) == (8, 'No AI delegation can play "hills".')


def test_a_name_wider_than_its_box_is_told(warning_when):
    warning = warning_when(MOVES, "Close the sluice", "Close the sluice for the whole of the summer")
    assert str(warning) == (
        "moves/river.toml:2:8  move.close-sluice.name: This is 44 cells wide; lists show 40. Remedy: Shorten it by 4."
    )


def test_width_is_counted_in_cells_not_in_letters(warning_when):
    assert warning_when(MOVES, "Close the sluice", "수문을" * 8).what == "This is 48 cells wide; lists show 40."


@pytest.mark.parametrize(
    ("file", "old", "new", "most"),
    [
        (SCENARIO, "Dry summer", "A dry summer on both banks of the long river", 40),
        (LAW, "The sluice stays open", "The sluice of the river shall stay wide open", 40),
        ("tracks.toml", '"angry"', '"as angry as can be"', 16),
    ],
)
def test_titles_and_the_names_of_bands_fit_into_their_rows(warning_when, file, old, new, most):
    assert f"lists show {most}" in warning_when(file, old, new).what


def test_a_short_name_is_short(warning_when):
    assert warning_when("roles.toml", 'short = "N"', 'short = "Northern"').line == 3


def test_a_brief_that_makes_its_reader_a_living_leader_is_told(warning_when):
    warning = warning_when("briefs/north.md", "You govern the North bank.", "You are Kim Jong Un.")
    assert str(warning) == (
        "briefs/north.md:7:9  The brief makes its reader Kim Jong Un. "
        "Remedy: Let the player be the government, not a living person."
    )


def test_a_role_of_which_nobody_is_told_anything_is_told(tiny):
    del tiny["briefs/hills.md"]
    (warning,) = lint(read_pack(tiny))
    assert str(warning) == (
        "roles.toml:18:1  role.hills: Nobody tells its player anything: there is no brief. "
        "Remedy: Write briefs/hills.md."
    )


@pytest.mark.parametrize(
    "text",
    [
        "You are President Trump.",
        "you play Xi Jinping",
        "Speak as Abe.",
        "As Kim Jong Un, you rule the North.",
        "You are Volodymyr Zelensky.",
        "You are Prime Minister Ishiba.",
        "Your name is Olaf Scholz.",
        "You, Jens Stoltenberg, decide.",
        "Today you are playing Emmanuel Macron.",
        "as Angela Merkel you wait",
        "YOU ARE TRUMP",
    ],
)
def test_a_leader_may_not_be_the_players_character(text):
    assert list(leaders_played(text))


@pytest.mark.parametrize(
    "text",
    [
        "You are the government of the DPRK. Kim Jong Un spoke on New Year's Day.",
        "President Trump meets you in Singapore.",
        "You are Moon Jae-in's foreign ministry.",
        "You are Angela Merkel’s negotiators.",
        "As Donald Trump said, you lose.",
        "You are the Prime Minister.",
        "You are the Harbour Master.",
        "As Supreme Leader, you wait.",
        "You are North Bank.",
    ],
)
def test_a_leader_may_be_spoken_of(text):
    assert not list(leaders_played(text, {"north", "bank"}))


def test_warnings_come_in_the_order_of_the_files(tiny):
    tiny[LAW] = tiny[LAW].replace('keeper = "commission"\n', "").replace('"lapsed"]', '"lapsed", "reborn"]')
    tiny[FORA] = tiny[FORA].replace('["water"]', '["waters"]')
    assert [(warning.file, warning.line) for warning in lint(read_pack(tiny))] == [
        (FORA, 6),
        (LAW, 2),
        (LAW, 24),
    ]
