"""References: every id a pack mentions is defined in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from .coherence import check_coherence
from .contents import effect_lists, provisions, sourced
from .doctrines import Doctrine
from .faults import Finding, KeyPath, quoted
from .fitting import check_fitting
from .law import Provision, Transition
from .model import Pack
from .moves import Move
from .names import Names
from .scenarios import Scenario
from .spelling import did_you_mean
from .tracks import Effect

_LISTED = 12


def check_references(pack: Pack) -> Iterator[Finding]:
    """Whatever does not exist; if all exists, whatever does not fit together."""
    names = Names(pack)
    unknown = list(_unknown(names))
    yield from unknown
    if not unknown:
        yield from check_coherence(names)
        yield from check_fitting(names)


def unknown_one(path: KeyPath, kind: str, word: str | None, known: Iterable[str]) -> Iterator[Finding]:
    """A finding if a word names nothing."""
    if word is None or word in (words := known if isinstance(known, Mapping) else tuple(known)):
        return
    listed = f"There are: {', '.join(words)}." if 0 < len(words) <= _LISTED else "Define it, or name another."
    remedy = did_you_mean(word, words) or listed
    yield Finding(path, f"There is no {kind} {quoted(word)}.", remedy)


def unknown_some(path: KeyPath, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding for each word of a list that names nothing."""
    for index, word in enumerate(words):
        yield from unknown_one((*path, index), kind, word, known)


def unknown_keys(path: KeyPath, kind: str, words: Iterable[str], known: Iterable[str]) -> Iterator[Finding]:
    """A finding for each key of a table that names nothing."""
    for word in words:
        for finding in unknown_one((*path, word), kind, word, known):
            yield replace(finding, at="key")


def _unknown(names: Names) -> Iterator[Finding]:
    pack = names.pack
    for id_, track in pack.track.items():
        if not isinstance(track.seen_by, str):
            yield from unknown_some(("track", id_, "seen_by"), "role", track.seen_by, pack.role)
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
    for id_, move in pack.move.items():
        yield from _in_move(names, ("move", id_), move)
    for id_, ending in pack.ending.items():
        yield from unknown_keys(("ending", id_, "values"), "role", ending.values, pack.role)
    for id_, aim in pack.aim.items():
        yield from unknown_one(("aim", id_, "role"), "role", aim.role, pack.role)
    for id_, doctrine in pack.doctrine.items():
        yield from _in_doctrine(pack, ("doctrine", id_), doctrine)
    for id_, scenario in pack.scenario.items():
        yield from _in_scenario(names, ("scenario", id_), scenario)
    for key in pack.brief:
        scenario_id, _, role = key.rpartition("/")
        yield from unknown_one(("brief", key, "role"), "role", role, pack.role)
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
    yield from unknown_some((*path, "by"), "role", move.by, pack.role)
    yield from unknown_some((*path, "targets"), "role", move.targets, pack.role)
    yield from unknown_one((*path, "forum"), "forum", move.forum, pack.forum)
    for index, choice in enumerate(move.choices):
        if "." in choice:
            yield from unknown_one((*path, "choices", index), "provision", choice, names.provisions)


def _in_doctrine(pack: Pack, path: KeyPath, doctrine: Doctrine) -> Iterator[Finding]:
    yield from unknown_one((*path, "role"), "role", doctrine.role, pack.role)
    for index, rule in enumerate(doctrine.rule):
        yield from unknown_one((*path, "rule", index, "move"), "move", rule.move, pack.move)
        yield from unknown_one((*path, "rule", index, "target"), "role", rule.target, pack.role)
    for index, answer in enumerate(doctrine.answer):
        yield from unknown_some((*path, "answer", index, "moves"), "move", answer.moves, pack.move)


def _in_scenario(names: Names, path: KeyPath, scenario: Scenario) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_some((*path, "deck"), "event", scenario.deck, pack.event)
    yield from unknown_keys((*path, "par"), "role", scenario.par, pack.role)
    yield from unknown_keys((*path, "doctrines"), "role", scenario.doctrines, pack.role)
    for role, doctrine in scenario.doctrines.items():
        yield from unknown_one((*path, "doctrines", role), "doctrine", doctrine, pack.doctrine)
    tracks = (*path, "opening", "tracks")
    for label in scenario.opening.tracks:
        for finding in unknown_one((*tracks, label), "track", label.partition("[")[0].strip(), pack.track):
            yield replace(finding, at="key")
    laws = scenario.opening.provisions
    yield from unknown_keys((*path, "opening", "provisions"), "provision", laws, names.provisions)
