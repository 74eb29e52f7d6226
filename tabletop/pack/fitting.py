"""Fitting: moves, doctrines, endings and scenarios agree with the tables they lean on."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import choices_at, effect_lists, kinds_of_choices
from .desk_fitting import check_desks
from .doctrines import Doctrine, DoctrineRule
from .effect_fitting import check_effect
from .faults import Finding, KeyPath, quoted
from .model import Pack
from .moves import Move
from .names import Names
from .openings import check_opening
from .scenarios import Lesson, Scenario
from .spelling import did_you_mean
from .uses import bound

MOST_KEEPERS = 3
"""How many keepers' yeses a position can tell apart for one act."""


def check_fitting(names: Names) -> Iterator[Finding]:
    """What exists and still does not fit."""
    pack = names.pack
    if pack.track[pack.header.play.capital].per != "role":
        remedy = 'Give that track `per = "role"`.'
        yield Finding(("header", "play", "capital"), "What pays for moves must be counted for each role.", remedy)
    for path, effects in effect_lists(pack):
        choices = choices_at(pack, path)
        for index, effect in enumerate(effects):
            yield from check_effect(names, (*path, index), effect, choices)
    yield from check_desks(pack)
    for id_, move in pack.move.items():
        yield from _move(names, ("move", id_), move)
        yield from _keepers(names, id_, move)
    yield from _labels(names)
    for id_, doctrine in pack.doctrine.items():
        yield from _doctrine(pack, ("doctrine", id_), doctrine)
    yield from _endings(pack)
    for id_, scenario in pack.scenario.items():
        yield from _scenario(pack, ("scenario", id_), scenario)
        yield from check_opening(names, ("scenario", id_, "opening"), scenario.opening)


def _move(names: Names, path: KeyPath, move: Move) -> Iterator[Finding]:
    kinds = kinds_of_choices(names, move.choices)
    if len(kinds) > 1:
        found = " and ".join(kinds)
        yield Finding((*path, "choices"), f"The choices are of several kinds: {found}.", "Make a move for each kind.")
    if not move.targets:
        for key, needs_target in (("partner", move.partner), ("visibility", move.visibility == "known")):
            if needs_target:
                yield Finding((*path, key), "This needs somebody it is aimed at.", "Add `targets = [...]`.", at="key")
    elif all(target == actor for target in move.targets for actor in move.by):
        remedy = "A role is never its own target: name another."
        yield Finding((*path, "targets"), "Nobody who can make the move can aim it at these.", remedy)


def _labels(names: Names) -> Iterator[Finding]:
    """Labels are for plain words, of choices, topics and readings: provisions and packages have titles."""
    pack = names.pack
    found = dict.fromkeys(
        choice for table in (pack.move, pack.clause) for each in table.values() for choice in each.choices
    )
    words = [choice for choice in found if choice not in names.provisions and choice not in pack.package]
    words += [clause.topic for clause in pack.clause.values()]
    words += [reading.id for word in pack.word.values() for reading in word.readings]
    for id_ in pack.label:
        if id_ not in words:
            remedy = did_you_mean(id_, words) or "Name a plain word, or delete it."
            yield Finding(
                ("label", id_), f"No choice, topic or reading is the plain word {quoted(id_)}.", remedy, at="key"
            )


def _keepers(names: Names, id_: str, move: Move) -> Iterator[Finding]:
    law = [names.provisions[label] for label in names.catching[id_] if names.provisions[label].level == "consent"]
    for actor in move.by:
        keepers = dict.fromkeys(str(each.keeper) for each in law if bound(names, each, actor))
        if len(keepers) > MOST_KEEPERS:
            what = f"When {quoted(actor)} makes it, {len(keepers)} keepers can be asked: {', '.join(keepers)}."
            remedy = f"Let the provisions that catch it have {MOST_KEEPERS} keepers at most."
            yield Finding(("move", id_), what, remedy)


def _doctrine(pack: Pack, path: KeyPath, doctrine: Doctrine) -> Iterator[Finding]:
    for index, rule in enumerate(doctrine.rule):
        yield from _rule(pack, (*path, "rule", index), doctrine.role, rule)


def _rule(pack: Pack, path: KeyPath, role: str, rule: DoctrineRule) -> Iterator[Finding]:
    move = pack.move[rule.move]
    if role not in move.by:
        able = ", ".join(move.by)
        yield Finding((*path, "move"), f"{quoted(role)} cannot make this move.", f"It is made by: {able}.")
    for key, chosen, offered in (("target", rule.target, move.targets), ("choice", rule.choice, move.choices)):
        if chosen is not None and (chosen not in offered or (key == "target" and chosen == role)):
            remedy = f"Choose from: {', '.join(offered)}." if offered else f"The move has no {key}s: delete the key."
            yield Finding((*path, key), f"{quoted(chosen)} is no {key} of {rule.move} here.", remedy)
        elif chosen is None and offered:
            remedy = f"Add `{key} = ...`, one of: {', '.join(offered)}."
            yield Finding((*path, "move"), f"The rule does not say which {key} of {rule.move} it means.", remedy)


def _endings(pack: Pack) -> Iterator[Finding]:
    for id_, ending in pack.ending.items():
        for role in pack.role:
            if role not in ending.values:
                remedy = f"Add `{role} = ...`, from 0 to 100."
                yield Finding(("ending", id_, "values"), f"The ending says nothing for {quoted(role)}.", remedy)
    if not pack.ending:
        return
    id_, last = list(pack.ending.items())[-1]
    if last.at != "close" or last.when.strip().casefold() != "true":
        remedy = 'Let it have `when = "True"` and `at = "close"`, or add such an ending after it.'
        yield Finding(("ending", id_), "The last ending does not always hold: a game could end with none.", remedy)


def _scenario(pack: Pack, path: KeyPath, scenario: Scenario) -> Iterator[Finding]:
    named = len(scenario.turn_names)
    if named != scenario.turns:
        what = f"{named} turns have names; the scenario has {scenario.turns}."
        yield Finding((*path, "turn_names"), what, "Name each turn once.")
    for index, entry in enumerate(scenario.calendar):
        if entry.turn > scenario.turns:
            what = f"Turn {entry.turn} is never played."
            yield Finding((*path, "calendar", index, "turn"), what, f"Write a turn from 1 to {scenario.turns}.")
    for index, lesson in enumerate(scenario.lesson):
        yield from _lesson(pack, (*path, "lesson", index), lesson, scenario.turns)
    for role, doctrine in scenario.doctrines.items():
        fits = pack.doctrine[doctrine].role
        if fits != role:
            likely = ", ".join(id_ for id_, other in pack.doctrine.items() if other.role == role)
            remedy = f"Choose from: {likely}." if likely else f"Write a doctrine for {role}."
            yield Finding((*path, "doctrines", role), f"{quoted(doctrine)} is a doctrine for {fits}.", remedy)
    for role in pack.role:
        if role not in scenario.par:
            yield Finding((*path, "par"), f"No par for {quoted(role)}.", f"Add `{role} = ...`, from 0 to 100.")


def _lesson(pack: Pack, path: KeyPath, lesson: Lesson, turns: int) -> Iterator[Finding]:
    if lesson.turn > turns:
        yield Finding((*path, "turn"), f"Turn {lesson.turn} is never played.", f"Write a turn from 1 to {turns}.")
    if lesson.try_ is None:
        return
    told = (lesson.role,) if lesson.role is not None else tuple(pack.role)
    unable = [role for role in told if role not in pack.move[lesson.try_].by]
    if unable:
        what = f"{', '.join(unable)} cannot make the move that this lesson asks for."
        yield Finding((*path, "try"), what, "Write one lesson for each role, or name a move that all of them have.")
