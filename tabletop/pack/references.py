"""References: every id a pack mentions is defined in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from .coherence import check_coherence
from .contents import effect_lists, provisions, sourced
from .dilemmas import Dilemma
from .doctrines import Doctrine
from .effects import Effect
from .faults import Finding, KeyPath
from .fitting import check_fitting
from .law import Provision, Transition
from .model import Pack
from .moves import Move
from .names import Names
from .scenarios import Scenario
from .text_fitting import check_texts
from .text_references import unknown_in_texts
from .unknown import unknown_act, unknown_keys, unknown_one, unknown_some


def check_references(names: Names) -> Iterator[Finding]:
    """Whatever does not exist; if all exists, whatever does not fit together."""
    unknown = list(_unknown(names))
    yield from unknown
    if not unknown:
        yield from check_coherence(names)
        yield from check_fitting(names)
        yield from check_texts(names)


def _unknown(names: Names) -> Iterator[Finding]:
    pack = names.pack
    for id_, track in pack.track.items():
        if not isinstance(track.seen_by, str):
            yield from unknown_some(("track", id_, "seen_by"), "role", track.seen_by, names.actors)
    yield from unknown_one(("header", "play", "capital"), "track", pack.header.play.capital, pack.track)
    for path, effects in effect_lists(pack):
        yield from _in_effects(names, path, effects)
    for id_, machine in pack.machine.items():
        yield from _in_transitions(pack, ("machine", id_), machine.transition)
    for path, provision in provisions(pack):
        yield from _in_provision(names, path, provision)
    for id_, package in pack.package.items():
        yield from unknown_some(("package", id_, "provisions"), "provision", package.provisions, names.provisions)
    for id_, forum in pack.forum.items():
        yield from unknown_some(("forum", id_, "members"), "role", forum.members, pack.role)
        yield from unknown_some(("forum", id_, "veto"), "role", forum.veto, pack.role)
        for index, need in enumerate(forum.needs):
            yield from unknown_some(("forum", id_, "needs", index, "signers"), "role", need.signers, pack.role)
            yield from unknown_one(("forum", id_, "needs", index, "clause"), "clause", need.clause, pack.clause)
    for id_, move in pack.move.items():
        yield from _in_move(names, ("move", id_), move)
    yield from unknown_in_texts(names)
    for id_, ending in pack.ending.items():
        yield from unknown_keys(("ending", id_, "values"), "role", ending.values, pack.role)
    for id_, aim in pack.aim.items():
        yield from unknown_one(("aim", id_, "role"), "role", aim.role, pack.role)
    for id_, dilemma in pack.dilemma.items():
        yield from _in_dilemma(names, ("dilemma", id_), dilemma)
    for id_, doctrine in pack.doctrine.items():
        yield from _in_doctrine(names, ("doctrine", id_), doctrine)
    for id_, scenario in pack.scenario.items():
        yield from _in_scenario(names, ("scenario", id_), scenario)
    for key in pack.brief:
        scenario_id, _, role = key.rpartition("/")
        yield from unknown_one(("brief", key, "role"), "role", role, names.actors)
        yield from unknown_one(("brief", key), "scenario", scenario_id or None, pack.scenario)
    for path, sources in sourced(pack):
        yield from unknown_some((*path, "source"), "source", sources, pack.source)


def _in_effects(names: Names, path: KeyPath, effects: Iterable[Effect]) -> Iterator[Finding]:
    pack = names.pack
    for index, effect in enumerate(effects):
        here = (*path, index)
        if effect.track is not None:
            # What stands in brackets is an expression's business.
            track = effect.track.partition("[")[0].strip()
            yield from unknown_one((*here, "track"), "track", track, pack.track)
        if effect.provision != "choice":
            yield from unknown_one((*here, "provision"), "provision", effect.provision, names.provisions)
        if effect.package != "choice":
            yield from unknown_one((*here, "package"), "package", effect.package, pack.package)


def _in_transitions(pack: Pack, path: KeyPath, transitions: Iterable[Transition]) -> Iterator[Finding]:
    for index, transition in enumerate(transitions):
        yield from unknown_one((*path, "transition", index, "forum"), "forum", transition.forum, pack.forum)


def _in_provision(names: Names, path: KeyPath, provision: Provision) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_one((*path, "machine"), "machine", provision.machine, pack.machine)
    yield from unknown_one((*path, "keeper"), "forum or role", provision.keeper, (*pack.forum, *pack.role))
    if not isinstance(provision.binds, str):
        yield from unknown_some((*path, "binds"), "role", provision.binds, pack.role)
    yield from unknown_some((*path, "catches", "moves"), "move", provision.catches.moves, pack.move)
    yield from unknown_one((*path, "pair"), "provision", provision.pair, names.provisions)
    for index, reading in enumerate(provision.readings):
        yield from unknown_one((*path, "readings", index, "by"), "role", reading.by, pack.role)
    yield from unknown_keys((*path, "bites"), "role", provision.bites, pack.role)
    yield from _in_transitions(pack, path, provision.transition)


def _in_move(names: Names, path: KeyPath, move: Move) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_some((*path, "by"), "role", move.by, names.actors)
    yield from unknown_some((*path, "targets"), "role", move.targets, pack.role)
    yield from unknown_one((*path, "forum"), "forum", move.forum, pack.forum)
    for index, choice in enumerate(move.choices):
        if "." in choice:
            yield from unknown_one((*path, "choices", index), "provision", choice, names.provisions)


def _in_dilemma(names: Names, path: KeyPath, dilemma: Dilemma) -> Iterator[Finding]:
    yield from unknown_some((*path, "roles"), "role", dilemma.roles, names.roles)
    for index, horn in enumerate(dilemma.horns):
        here = (*path, "horns", index)
        for place, key in enumerate(horn.acts):
            yield from unknown_act((*here, "acts", place), key, names)
        yield from unknown_some((*here, "clauses"), "clause", horn.clauses, names.pack.clause)


def _in_doctrine(names: Names, path: KeyPath, doctrine: Doctrine) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_one((*path, "role"), "role", doctrine.role, names.actors)
    for index, rule in enumerate(doctrine.rule):
        yield from unknown_one((*path, "rule", index, "move"), "move", rule.move, pack.move)
        yield from unknown_one((*path, "rule", index, "target"), "role", rule.target, pack.role)
    for index, answer in enumerate(doctrine.answer):
        yield from unknown_some((*path, "answer", index, "moves"), "move", answer.moves, pack.move)
    for index, worth in enumerate(doctrine.worth):
        yield from unknown_one((*path, "worth", index, "clause"), "clause", worth.clause, pack.clause)
        yield from unknown_one((*path, "worth", index, "by"), "role", worth.by, pack.role)
    for index, tabling in enumerate(doctrine.tabling):
        yield from unknown_one((*path, "tabling", index, "template"), "template", tabling.template, pack.template)
    for index, conduct in enumerate(doctrine.conduct):
        yield from unknown_some((*path, "conduct", index, "clauses"), "clause", conduct.clauses, pack.clause)


def _in_scenario(names: Names, path: KeyPath, scenario: Scenario) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_some((*path, "deck"), "event", scenario.deck, pack.event)
    yield from unknown_keys((*path, "par"), "role", scenario.par, pack.role)
    yield from unknown_keys((*path, "doctrines"), "role", scenario.doctrines, names.actors)
    for role, doctrine in scenario.doctrines.items():
        yield from unknown_one((*path, "doctrines", role), "doctrine", doctrine, pack.doctrine)
    for index, lesson in enumerate(scenario.lesson):
        yield from unknown_one((*path, "lesson", index, "role"), "role", lesson.role, names.actors)
        yield from unknown_one((*path, "lesson", index, "try"), "move", lesson.try_, pack.move)
        yield from unknown_one((*path, "lesson", index, "write"), "template", lesson.write, pack.template)
    tracks = (*path, "opening", "tracks")
    for label in scenario.opening.tracks:
        for finding in unknown_one((*tracks, label), "track", label.partition("[")[0].strip(), pack.track):
            yield replace(finding, at="key")
    laws = scenario.opening.provisions
    yield from unknown_keys((*path, "opening", "provisions"), "provision", laws, names.provisions)
