"""What a table must hold: each fault says where, what is wrong and what would be right."""

from __future__ import annotations

import pytest

ROLES, TRACKS, LAW = "roles.toml", "tracks.toml", "law/river.toml"
MOVES, FORA, HEADER = "moves/river.toml", "fora.toml", "pack.toml"
SCENARIO = "scenarios/dry-summer.toml"

TOLD = {
    "an unknown key names the one that was meant": (
        ROLES, 'dilemma = "Water', 'dilema = "Water',
        'roles.toml:5:1  role.north.dilema: There is no key "dilema" here. Remedy: Did you mean `dilemma`?',
    ),
    "an unknown key like no other lists those there are": (
        ROLES, 'name = "Warden', 'rank = 3\nname = "Warden',
        'roles.toml:8:1  role.north.hats.warden.rank: There is no key "rank" here. '
        "Remedy: The keys are: name, about, source.",
    ),
    "an unknown key in braces is told at the key": (
        LAW, 'catches = { tags = ["closing"] }', 'catches = { tag = ["closing"] }',
        'law/river.toml:23:13  instrument.river.provision.sluice.catches.tag: There is no key "tag" here. '
        "Remedy: Did you mean `tags`?",
    ),
    "an unknown key of the pack": (
        HEADER, "format = 1", 'format = 1\nauthor = "me"',
        'pack.toml:5:1  author: There is no key "author" here. '
        "Remedy: The keys are: id, title, version, format, licence, languages, about, unplayed_tags, play, agreements.",
    ),
    "an unknown table names the one that was meant": (
        "events.toml", "[event.flood]", "[events.flood]",
        'events.toml:1:1  events: There is no table "events" in a pack. Remedy: Did you mean `event`?',
    ),
    "a missing key is told at its table": (
        ROLES, 'short = "H"\n', "",
        "roles.toml:18:1  role.hills.short: The key `short` is missing. Remedy: Add `short = ...`: text in quotes.",
    ),
    "a missing key in braces is told at the brace": (
        LAW, 'cite = "Art. 3(2)", ', "",
        "law/river.toml:26:11  instrument.river.provision.sluice.except[0].cite: The key `cite` is missing. "
        "Remedy: Add `cite = ...`: text in quotes.",
    ),
    "a missing format": (
        HEADER, "format = 1\n", "",
        "pack.toml:1:1  format: The key `format` is missing. Remedy: Add `format = ...`: the number 1.",
    ),
    "a number where text is wanted": (
        ROLES, 'short = "N"', "short = 5",
        "roles.toml:3:9  role.north.short: This is the number 5; text in quotes is wanted. "
        "Remedy: Put quotes around it.",
    ),
    "an empty text": (
        ROLES, 'short = "N"', 'short = ""',
        "roles.toml:3:9  role.north.short: This text is empty. Remedy: Write something, or leave the key out.",
    ),
    "a text too long": (
        ROLES, "North bank", "x" * 130,
        "roles.toml:2:8  role.north.name: This text has 130 characters; 120 are allowed. Remedy: Shorten it by 10.",
    ),
    "an id in capitals": (
        "events.toml", "[incident.brawl]", "[incident.Bridge_Brawl]",
        'events.toml:8:1  incident.Bridge_Brawl: "Bridge_Brawl" is not an id. '
        "Remedy: Write small letters, digits and single hyphens: `bridge-brawl`.",
    ),
    "an id of nothing that could be one": (
        TRACKS, "main = true", 'seen_by = ["…"]',
        'tracks.toml:5:12  track.tension.seen_by[0]: "…" is not an id. '
        "Remedy: Write small letters, digits and single hyphens: `nuclear-test`.",
    ),
    "a name that is no reference": (
        LAW, 'pair = "river.sluice"', 'pair = "River"',
        'law/river.toml:38:8  instrument.river.provision.tolls.pair: "River" is not a name of the pack. '
        "Remedy: Write an id, or `instrument.provision`.",
    ),
    "a fraction": (
        HEADER, "bank = 2", "bank = 3.5",
        "pack.toml:12:8  play.bank: This is the number 3.5; a whole number is wanted. "
        "Remedy: Round it: packs hold whole numbers only.",
    ),
    "a number in quotes": (
        HEADER, "bank = 2", 'bank = "3"',
        'pack.toml:12:8  play.bank: This is the text "3"; a whole number is wanted. '
        "Remedy: Write it without quotes: 3.",
    ),
    "a number out of range": (
        HEADER, "bank = 2", "bank = 300",
        "pack.toml:12:8  play.bank: The number 300 is out of range. "
        "Remedy: Write a whole number from 0 to 100.",
    ),
    "a number too low": (
        LAW, "after = 3", "after = 0",
        "law/river.toml:11:9  machine.article.transition[1].after: The number 0 is out of range. "
        "Remedy: Write a whole number from 1 to 100.",
    ),
    "a number nobody can read": (
        TRACKS, "range = [0, 20]", f"range = [0, 0x{'f' * 9000}]",
        "tracks.toml:13:13  track.capital.range[1]: A number of more than twelve digits is out of range. "
        "Remedy: Write a whole number from -1000000 to 1000000.",
    ),
    "yes or no where a number is wanted": (
        HEADER, "actions = 2", "actions = true",
        "pack.toml:13:11  play.actions: This is true; a whole number is wanted. Remedy: Write a whole number.",
    ),
    "a yes in quotes": (
        TRACKS, "main = true", 'main = "yes"',
        'tracks.toml:5:8  track.tension.main: This is the text "yes"; true or false is wanted. '
        "Remedy: Write true or false without quotes.",
    ),
    "a text where a list is wanted": (
        HEADER, 'languages = ["en"]', 'languages = "en"',
        'pack.toml:6:13  languages: This is the text "en"; a list [...] is wanted. Remedy: Put it in brackets: ["en"].',
    ),
    "a table where a list of tables is wanted": (
        SCENARIO, "[[calendar]]", "[calendar]",
        "scenarios/dry-summer.toml:19:1  calendar: This is a table; a list [...] is wanted. "
        "Remedy: Write double brackets, as in `[[calendar]]`, or a list of braces.",
    ),
    "a list where a table is wanted": (
        LAW, "bites = { hills = 4 }", "bites = [4]",
        "law/river.toml:28:9  instrument.river.provision.sluice.bites: This is a list; a table is wanted. "
        "Remedy: Write one table: in braces, or under a header in single brackets.",
    ),
    "a text where a table is wanted": (
        MOVES, '{ track = "tension", add = 10 }', '"tension"',
        'moves/river.toml:11:3  move.close-sluice.effects[0]: This is the text "tension"; a table is wanted. '
        "Remedy: Write a table.",
    ),
    "a list too short": (
        TRACKS, "range = [0, 20]", "range = [0]",
        "tracks.toml:13:9  track.capital.range: This list is too short. Remedy: Write 2 entries, a whole number each.",
    ),
    "a list too long": (
        TRACKS, "range = [0, 20]", "range = [0, 20, 30]",
        "tracks.toml:13:9  track.capital.range: This list has 3 entries; 2 are allowed. "
        "Remedy: Leave out what is too many.",
    ),
    "a word that is nearly right": (
        TRACKS, 'per = "role"', 'per = "rolle"',
        'tracks.toml:12:7  track.capital.per: "rolle" is not one of the words for this key. '
        "Remedy: Did you mean `role`?",
    ),
    "a word of one's own": (
        LAW, 'level = "consent"', 'level = "ask"',
        'law/river.toml:24:9  instrument.river.provision.sluice.level: "ask" is not one of the words for this key. '
        'Remedy: Write "breach", "consent", "contested" or "permitted".',
    ),
    "neither a list nor one of the words": (
        TRACKS, "main = true", 'seen_by = "everybody"',
        'tracks.toml:5:11  track.tension.seen_by: "everybody" is not one of the words for this key. '
        'Remedy: Write a list [...], "all" or "own".',
    ),
    "a wrong entry where a list or a word may stand": (
        LAW, 'binds = ["north", "south"]', 'binds = ["north", 3]',
        "law/river.toml:36:19  instrument.river.provision.tolls.binds[1]: This is the number 3; an id in quotes is wanted. "
        "Remedy: Put quotes around it.",
    ),
    "neither a number nor an expression": (
        FORA, 'others = "2"', "others = true",
        "fora.toml:15:10  forum.council.others: This is true; a whole number or text in quotes is wanted. "
        "Remedy: Write a whole number or text in quotes.",
    ),
    "a table where a number or an expression is wanted": (
        MOVES, "cost = 2", "cost = { int = 2 }",
        "moves/river.toml:9:8  move.close-sluice.cost: This is a table; a whole number or text in quotes is wanted. "
        "Remedy: Write a whole number or text in quotes.",
    ),
    "a source that is neither an id nor a list": (
        TRACKS, 'source = ["design", "treaty"]', "source = 5",
        "tracks.toml:21:10  track.trust.source: This is the number 5; an id in quotes or a list [...] is wanted. "
        "Remedy: Put quotes around it.",
    ),
    "a date in quotes": (
        SCENARIO, "starts = 2017-05-15", 'starts = "2017-05-15"',
        'scenarios/dry-summer.toml:3:10  starts: This is the text "2017-05-15"; '
        "a date such as 2017-05-15 without quotes is wanted. Remedy: Write a date such as 2017-05-15 without quotes.",
    ),
    "a date with a time of day": (
        SCENARIO, "starts = 2017-05-15", "starts = 2017-05-15T10:00:00",
        "scenarios/dry-summer.toml:3:10  starts: This is the date or time 2017-05-15 10:00:00; "
        "a date such as 2017-05-15 without quotes is wanted. Remedy: Write a date such as 2017-05-15 without quotes.",
    ),
    "a format in quotes": (
        HEADER, "format = 1", 'format = "1"',
        'pack.toml:4:10  format: This is the text "1"; the number 1 is wanted. Remedy: Write the number 1.',
    ),
    "another table in a scenario": (
        SCENARIO, "[opening.tracks]", "[role.x]\n[opening.tracks]",
        'scenarios/dry-summer.toml:12:1  role: There is no key "role" here. '
        "Remedy: A scenario's file holds nothing else: put other tables into a file outside scenarios/.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", TOLD.values(), ids=TOLD)
def test_a_table_that_is_not_as_the_format_wants_it(case, fault_when):
    file, old, new, told = case
    assert str(fault_when(file, old, new)) == told


def test_a_key_of_the_pack_in_another_file_is_sent_home(tiny, faults_of):
    tiny["more.toml"] = 'licence = "CC0"\n'
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "more.toml:1:1  licence: The key `licence` belongs to the pack as a whole. Remedy: Move it to pack.toml."
    )


def test_a_scenario_in_another_file_is_sent_to_its_own(tiny, faults_of):
    tiny["more.toml"] = '[scenario.wet]\ntitle = "Wet"\n'
    (fault,) = faults_of(tiny)
    assert (fault.line, fault.remedy) == (1, "Move it to scenarios/ID.toml, without `[scenario.ID]`.")


def test_a_scenarios_file_name_is_its_id_and_must_be_one(tiny, faults_of):
    tiny["scenarios/Wet_Year.toml"] = tiny["scenarios/dry-summer.toml"]
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        'scenarios/Wet_Year.toml:1:1  "Wet_Year" is not an id. '
        "Remedy: Write small letters, digits and single hyphens: `wet-year`."
    )


def test_a_scenario_in_a_folder_below_is_refused(tiny, faults_of):
    tiny["scenarios/old/wet.toml"] = tiny["scenarios/dry-summer.toml"]
    (fault,) = faults_of(tiny)
    assert (fault.file, fault.what) == (
        "scenarios/old/wet.toml",
        "A scenario's file stands in the folder scenarios itself.",
    )


def test_a_table_that_is_a_number_or_a_list_is_refused(tiny, faults_of):
    tiny["more.toml"] = "role = 3\n[[move]]\n"
    assert [(fault.line, fault.what) for fault in faults_of(tiny)] == [
        (1, "`role` must be a table here."),
        (2, "`move` must be a table here."),
    ]


def test_endless_faults_are_cut_off(tiny, faults_of):
    tiny["more.toml"] = "".join(f"[role.r{number}]\n" for number in range(3_000))
    assert 0 < len(faults_of(tiny)) <= 500
