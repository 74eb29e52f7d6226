"""Warnings: states that nothing gets into, and effects that lead along no transition."""

from __future__ import annotations

from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack

LAW, MOVES = "law/river.toml", "moves/river.toml"


def warnings(files):
    return [str(found) for found in lint(read_pack(files))]


def test_states_that_lead_only_to_each_other_are_told(tiny):
    tiny[LAW] = tiny[LAW].replace('"lapsed"]', '"lapsed", "lost", "found"]', 1)
    for one, other in (("lost", "found"), ("found", "lost")):
        tiny[LAW] += f'[[machine.article.transition]]\nfrom = ["{one}"]\nto = "{other}"\n'
    assert warnings(tiny) == [
        f'law/river.toml:2:{column}  machine.article.states[{index}]: Nothing ever reaches "{state}". '
        "Remedy: Add a transition to it from a state that is reached, or delete it."
        for index, column, state in ((3, 43, "lost"), (4, 51, "found"))
    ]


def test_a_change_that_only_a_forum_could_make_is_told(tiny):
    tiny[LAW] = tiny[LAW].partition('\n[[machine.article.transition]]\nfrom = ["lapsed"]')[0]
    assert warnings(tiny) == [
        'moves/river.toml:42:41  move.renew.effects[0].to: No transition leads river.sluice to "in-force" here, so this '
        "changes nothing. Remedy: Only an act decided by commission can do it."
    ]


def test_a_change_that_no_transition_makes_is_told(tiny):
    tiny["events.toml"] = tiny["events.toml"].replace(
        'effects = [{ track = "tension", add = 5 }]', 'effects = [{ provision = "river.tolls", to = "absent" }]'
    )
    assert warnings(tiny) == [
        'events.toml:5:46  event.flood.effects[0].to: No transition leads river.tolls to "absent" here, so this '
        "changes nothing. Remedy: Add a transition to it."
    ]


def test_a_change_that_happens_by_itself_alone_is_told(tiny):
    tiny["events.toml"] = tiny["events.toml"].replace(
        'effects = [{ track = "tension", add = 5 }]', 'effects = [{ provision = "river.tolls", to = "lapsed" }]'
    )
    assert warnings(tiny) == [
        'events.toml:5:46  event.flood.effects[0].to: No transition leads river.tolls to "lapsed" here, so this '
        "changes nothing. Remedy: Add a transition to it without `when` and `after`."
    ]


def test_one_choice_that_would_change_nothing_is_named(tiny):
    tiny[LAW] = tiny[LAW].partition('\n[[machine.article.transition]]\nfrom = ["lapsed"]')[0]
    tiny[LAW] = tiny[LAW].replace(
        'pair = "river.sluice"', 'pair = "river.sluice"\ntransition = [{ from = ["lapsed"], to = "in-force" }]'
    )
    (told,) = warnings(tiny)
    assert "so this changes nothing for river.sluice." in told


def test_a_choice_that_the_effect_itself_leaves_out_is_not_told(tiny):
    tiny[MOVES] = tiny[MOVES].replace(
        '{ provision = "choice", to = "in-force" }',
        '{ provision = "choice", to = "in-force", when = "choice == \'river.sluice\'" }, '
        '{ provision = "choice", to = "in-force", when = "choice == \'river.tolls\'" }',
    )
    assert warnings(tiny) == []


def test_a_forum_without_competence_is_barred_on_purpose(tiny):
    assert "council" not in tiny[LAW]
    assert 'forum = "council"' in tiny[MOVES]
    assert warnings(tiny) == []
