"""What exists must also fit: states, effects, fora, moves, doctrines, endings and scenarios."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack

LAW, MOVES, FORA, SCENARIO = "law/river.toml", "moves/river.toml", "fora.toml", "scenarios/dry-summer.toml"
TRACKS, DOCTRINES, ENDINGS = "tracks.toml", "doctrines.toml", "endings.toml"
EFFECT = '{ track = "tension", add = 10 }'

UNFIT = {
    "a range goes upwards": (
        TRACKS, "range = [0, 20]", "range = [20, 0]",
        "tracks.toml:13:9  track.capital.range: A range goes from a lower number to a higher one. "
        "Remedy: Write `range = [0, 100]`.",
    ),
    "a track is not called like a word of the language": (
        TRACKS, "[track.alarm]", "[track.turn]",
        'tracks.toml:23:1  track.turn: "turn" has a meaning of its own in every game, and cannot name a track. '
        "Remedy: Give it another id, such as `turn-level`.",
    ),
    "a track is not called like what is kept besides": (
        TRACKS, "[track.alarm]", "[track.ending]",
        'tracks.toml:23:1  track.ending: "ending" has a meaning of its own in every game, and cannot name a track. '
        "Remedy: Give it another id, such as `ending-level`.",
    ),
    "bands go upwards": (
        TRACKS, "to = 49", "to = 100",
        "tracks.toml:4:46  track.tension.bands[1].to: Bands run upwards. Remedy: Write a number above 100.",
    ),
    "the last band ends where the track does": (
        TRACKS, "to = 100", "to = 90",
        "tracks.toml:4:45  track.tension.bands[1].to: The last band ends at 90, the track at 100. Remedy: Write 100.",
    ),
    "a machine has a state": (
        LAW, 'states = ["absent", "in-force", "lapsed"]', "states = []",
        "law/river.toml:2:10  machine.article.states: A machine needs a state. "
        "Remedy: Name its states, the first to start in.",
    ),
    "a state is named once": (
        LAW, '"lapsed"]', '"lapsed", "absent"]',
        'law/river.toml:2:43  machine.article.states[3]: The state "absent" is named twice. Remedy: Keep one of the two.',
    ),
    "a binding state is one of the states": (
        LAW, 'binding = ["in-force"]', 'binding = ["inforce"]',
        'law/river.toml:3:12  machine.article.binding[0]: The machine has no state "inforce". '
        "Remedy: Did you mean `in-force`?",
    ),
    "a transition leaves a state there is": (
        LAW, 'from = ["absent"]', 'from = ["gone"]',
        'law/river.toml:5:9  machine.article.transition[0].from[0]: The machine has no state "gone". '
        "Remedy: Its states are: absent, in-force, lapsed.",
    ),
    "a transition leads to a state there is": (
        LAW, 'to = "lapsed"', 'to = "laspsed"',
        'law/river.toml:10:6  machine.article.transition[1].to: The machine has no state "laspsed". '
        "Remedy: Did you mean `lapsed`?",
    ),
    "a note is about a state there is": (
        LAW, "{ lapsed =", "{ laspsed =",
        "law/river.toml:30:11  instrument.river.provision.sluice.notes.laspsed: "
        'The machine article has no state "laspsed". Remedy: Did you mean `lapsed`?',
    ),
    "a vote needs a number of votes": (
        FORA, "votes = 4\n", "",
        'fora.toml:8:1  forum.council: The key `votes` is missing: the rule is "vote". Remedy: Add `votes = ...`.',
    ),
    "a vote needs the votes of the others": (
        FORA, 'others = "2"\n', "",
        'fora.toml:8:1  forum.council: The key `others` is missing: the rule is "vote". Remedy: Add `others = ...`.',
    ),
    "a body at home needs a condition": (
        FORA, 'passes = "tension < 50"\n', "",
        'fora.toml:17:1  forum.assembly: The key `passes` is missing: the rule is "home". Remedy: Add `passes = ...`.',
    ),
    "votes are for a vote": (
        FORA, 'rule = "agreement"', 'rule = "agreement"\nvotes = 3',
        'fora.toml:6:1  forum.commission.votes: The rule "agreement" does not read `votes`. '
        "Remedy: Delete it, or change `rule`.",
    ),
    "a veto belongs to a member": (
        FORA, '["north", "south", "hills"]', '["north", "south"]',
        'fora.toml:14:9  forum.council.veto[0]: "hills" is no member of this forum. Remedy: Add it to `members`.',
    ),
    "an effect changes something": (
        MOVES, EFFECT, "{ add = 10 }",
        "moves/river.toml:11:3  move.close-sluice.effects[0]: An effect changes one thing; this one has none of them. "
        "Remedy: Keep one of track, provision, package.",
    ),
    "an effect changes one thing": (
        MOVES, EFFECT, '{ track = "tension", package = "river", add = 10 }',
        "moves/river.toml:11:3  move.close-sluice.effects[0]: "
        "An effect changes one thing; this one has track and package. Remedy: Keep one of track, provision, package.",
    ),
    "a track is added to or set": (
        MOVES, EFFECT, '{ track = "tension" }',
        "moves/river.toml:11:3  move.close-sluice.effects[0]: This effect has neither `add` nor `set`. "
        "Remedy: Write one of them.",
    ),
    "a track is not both added to and set": (
        MOVES, EFFECT, '{ track = "tension", add = 10, set = 3 }',
        "moves/river.toml:11:3  move.close-sluice.effects[0]: This effect has both `add` and `set`. "
        "Remedy: Write one of them.",
    ),
    "a track has no state": (
        MOVES, EFFECT, '{ track = "tension", add = 1, to = "absent" }',
        "moves/river.toml:11:33  move.close-sluice.effects[0].to: `to` is for provisions. "
        "Remedy: Write `set = ...` for a track.",
    ),
    "a package goes to a state": (
        MOVES, '{ package = "choice", to = "in-force" }', '{ package = "choice" }',
        "moves/river.toml:33:12  move.adopt.effects[0]: The key `to` is missing. "
        'Remedy: Name the new state: `to = "..."`.',
    ),
    "a package goes to a state its provisions have": (
        MOVES, '{ package = "choice", to = "in-force" }', '{ package = "choice", to = "inforce" }',
        'moves/river.toml:33:39  move.adopt.effects[0].to: river.sluice has no state "inforce". '
        "Remedy: Did you mean `in-force`?",
    ),
    "a provision is not added to": (
        MOVES, '{ provision = "choice", to', '{ provision = "choice", add = 1, to',
        "moves/river.toml:42:36  move.renew.effects[0].add: `add` is for tracks. "
        'Remedy: Name the state with `to = "..."`.',
    ),
    "what is chosen must be among the choices": (
        MOVES, '{ provision = "choice"', '{ package = "choice"',
        "moves/river.toml:42:24  move.renew.effects[0].package: No package is among the choices of this act. "
        "Remedy: Name the package itself.",
    ),
    "choices are of one kind": (
        MOVES, '["river.sluice", "river.tolls"]', '["river.sluice", "river.tolls", "river"]',
        "moves/river.toml:41:11  move.renew.choices: The choices are of several kinds: packages and provisions. "
        "Remedy: Make a move for each kind.",
    ),
    "a partner is somebody": (
        MOVES, 'group = "home"', 'group = "home"\npartner = true',
        "moves/river.toml:21:1  move.take-toll.partner: This needs somebody it is aimed at. "
        "Remedy: Add `targets = [...]`.",
    ),
    "what only the target sees has a target": (
        MOVES, 'group = "home"', 'group = "home"\nvisibility = "known"',
        "moves/river.toml:21:1  move.take-toll.visibility: This needs somebody it is aimed at. "
        "Remedy: Add `targets = [...]`.",
    ),
    "a rule has a choice only if its move has": (
        DOCTRINES, 'move = "renew"\nchoice = "river.tolls"', 'move = "take-toll"\nchoice = "river.tolls"',
        'doctrines.toml:13:10  doctrine.proud.rule[1].choice: "river.tolls" is no choice of take-toll here. '
        "Remedy: The move has no choices: delete the key.",
    ),
    "a rule's target is one of the move's": (
        DOCTRINES, 'target = "south"', 'target = "hills"',
        'doctrines.toml:8:10  doctrine.proud.rule[0].target: "hills" is no target of close-sluice here. '
        "Remedy: Choose from: south.",
    ),
    "a rule's choice is one of the move's": (
        DOCTRINES, 'choice = "river.tolls"', 'choice = "river"',
        'doctrines.toml:13:10  doctrine.proud.rule[1].choice: "river" is no choice of renew here. '
        "Remedy: Choose from: river.sluice, river.tolls.",
    ),
    "an ending says something for every role": (
        ENDINGS, "south = 0, hills = 0", "south = 0",
        'endings.toml:6:10  ending.war.values: The ending says nothing for "hills". '
        "Remedy: Add `hills = ...`, from 0 to 100.",
    ),
    "the last ending always holds": (
        ENDINGS, 'when = "True"', 'when = "tension < 50"',
        "endings.toml:9:1  ending.muddle: The last ending does not always hold: a game could end with none. "
        'Remedy: Let it have `when = "True"` and `at = "close"`, or add such an ending after it.',
    ),
    "what pays for moves belongs to roles": (
        "pack.toml", 'capital = "capital"', 'capital = "tension"',
        "pack.toml:10:11  play.capital: What pays for moves must be counted for each role. "
        'Remedy: Give that track `per = "role"`.',
    ),
    "every turn has a name": (
        SCENARIO, "turns = 3", "turns = 4",
        "scenarios/dry-summer.toml:5:14  turn_names: 3 turns have names; the scenario has 4. "
        "Remedy: Name each turn once.",
    ),
    "the calendar ends with the game": (
        SCENARIO, "turn = 2", "turn = 9",
        "scenarios/dry-summer.toml:20:8  calendar[0].turn: Turn 9 is never played. Remedy: Write a turn from 1 to 3.",
    ),
    "a doctrine is for its role": (
        SCENARIO, 'north = "proud"', 'north = "patient"',
        'scenarios/dry-summer.toml:8:23  doctrines.north: "patient" is a doctrine for south. '
        "Remedy: Choose from: proud.",
    ),
    "every role has a par": (
        SCENARIO, "south = 45, hills = 50", "south = 45",
        'scenarios/dry-summer.toml:9:7  par: No par for "hills". Remedy: Add `hills = ...`, from 0 to 100.',
    ),
    "a start value is within its range": (
        SCENARIO, "tension = 60", "tension = 600",
        "scenarios/dry-summer.toml:13:11  opening.tracks.tension: 600 is outside the range of this track. "
        "Remedy: Write a number from 0 to 100.",
    ),
    "a role's track starts for a role": (
        SCENARIO, "tension = 60", "capital = 6",
        'scenarios/dry-summer.toml:13:1  opening.tracks.capital: "capital" is not written like this. '
        "Remedy: There is one for each role: write `capital[north]`.",
    ),
    "a relation starts between two roles": (
        SCENARIO, '"trust[north, south]"', '"trust[south]"',
        'scenarios/dry-summer.toml:15:1  opening.tracks."trust[south]": "trust" is not written like this. '
        "Remedy: There is one for each two roles: write `trust[north, south]`.",
    ),
    "a relation is with another": (
        SCENARIO, '"trust[north, south]"', '"trust[south, south]"',
        'scenarios/dry-summer.toml:15:1  opening.tracks."trust[south, south]": "trust" is not written like this. '
        "Remedy: There is one for each two roles: write `trust[north, south]`.",
    ),
    "the table's track starts once": (
        SCENARIO, "tension = 60", '"tension[north]" = 6',
        'scenarios/dry-summer.toml:13:1  opening.tracks."tension[north]": "tension" is not written like this. '
        "Remedy: The track is one number: write `tension`.",
    ),
    "a bracket is closed": (
        SCENARIO, '"capital[north]"', '"capital[north"',
        'scenarios/dry-summer.toml:14:1  opening.tracks."capital[north": "capital" is not written like this. '
        "Remedy: There is one for each role: write `capital[north]`.",
    ),
    "an owner is a role": (
        SCENARIO, '"capital[north]"', '"capital[nort]"',
        'scenarios/dry-summer.toml:14:1  opening.tracks."capital[nort]": There is no role "nort". '
        "Remedy: Did you mean `north`?",
    ),
    "a relation is the same both ways": (
        SCENARIO, '"capital[north]" = 5', '"trust[south, north]" = 5',
        'scenarios/dry-summer.toml:15:1  opening.tracks."trust[north, south]": '
        'This is the same number as "trust[south, north]". Remedy: Keep one of the two.',
    ),
    "a derived track does not start": (
        SCENARIO, "tension = 60", "alarm = 6",
        "scenarios/dry-summer.toml:13:1  opening.tracks.alarm: A derived track has no start value. "
        "Remedy: Delete the line; it is worked out.",
    ),
    "a provision starts in a state it has": (
        SCENARIO, '"river.sluice" = "in-force"', '"river.sluice" = "open"',
        'scenarios/dry-summer.toml:17:18  opening.provisions."river.sluice": river.sluice has no state "open". '
        "Remedy: Its states are: absent, in-force, lapsed.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", UNFIT.values(), ids=UNFIT)
def test_what_exists_must_fit(case, fault_when):
    file, old, new, told = case
    assert str(fault_when(file, old, new)) == told


def test_nobody_is_its_own_target(tiny, faults_of):
    tiny["more.toml"] = (
        '[move.sulk]\nname = "Sulk"\nabout = "Alone."\nby = ["north"]\ngroup = "home"\ntargets = ["north"]\n'
    )
    (fault,) = faults_of(tiny)
    assert str(fault) == (
        "more.toml:6:11  move.sulk.targets: Nobody who can make the move can aim it at these. "
        "Remedy: A role is never its own target: name another."
    )


def test_a_move_has_three_keepers_at_most(tiny, faults_of):
    tiny["more.toml"] = '[instrument.leave]\ntitle = "Leave"\nfamily = "water"\nabout = "Ask."\n' + "".join(
        f"""
[instrument.leave.provision.{keeper}]
title = "Leave"
machine = "article"
says = "Ask first."
cite = "Art. 9"
catches = {{ moves = ["close-sluice"] }}
level = "consent"
keeper = "{keeper}"
"""
        for keeper in ("south", "hills", "council")
    )
    (fault,) = faults_of(tiny)
    assert fault.what == 'When "north" makes it, 4 keepers can be asked: commission, south, hills, council.'
    assert fault.remedy == "Let the provisions that catch it have 3 keepers at most."
    tiny["more.toml"] = tiny["more.toml"].replace('keeper = "hills"', 'keeper = "commission"')
    assert read_pack(tiny, "tiny").digest


def test_a_rule_is_for_a_move_its_role_can_make(tiny, faults_of):
    tiny[DOCTRINES] = tiny[DOCTRINES].replace('about = "Sells to both."\nrule = []', 'about = "Sells to both."')
    tiny[DOCTRINES] += '[[doctrine.upstream.rule]]\nwhen = "True"\nmove = "take-toll"\nbecause = "Why not."\n'
    (fault,) = faults_of(tiny)
    assert (fault.line, fault.what) == (32, '"hills" cannot make this move.')
    assert fault.remedy == "It is made by: north, south."
