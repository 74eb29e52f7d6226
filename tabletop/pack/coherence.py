"""Coherence: tracks, law and fora are each sound in themselves, once all their names exist."""

from __future__ import annotations

import keyword
from collections.abc import Iterable, Iterator
from dataclasses import replace

from .faults import Finding, KeyPath, quoted
from .fora import Forum
from .law import Machine, Provision, Transition
from .names import KEPT_BESIDES, Names
from .naming import WORDS
from .spelling import did_you_mean
from .tracks import Track

STANDINGS = ("binding", "political", "dormant", "disputed")
"""What a state can mean for a verdict: one of these, or nothing."""


def check_coherence(names: Names) -> Iterator[Finding]:
    """What contradicts itself in tracks, machines, provisions and fora."""
    pack = names.pack
    for id_, track in pack.track.items():
        yield from _track(("track", id_), track)
    for id_, machine in pack.machine.items():
        yield from _machine(("machine", id_), machine)
    for label, provision in names.provisions.items():
        text, _, law = label.partition(".")
        yield from _provision(("instrument", text, "provision", law), provision, names.machine(label))
    for id_, forum in pack.forum.items():
        yield from _forum(("forum", id_), forum)


def _track(path: KeyPath, track: Track) -> Iterator[Finding]:
    id_ = str(path[-1])
    if id_ in WORDS or id_ in KEPT_BESIDES or keyword.iskeyword(id_):
        what = f"{quoted(id_)} has a meaning of its own in every game, and cannot name a track."
        yield Finding(path, what, f"Give it another id, such as `{id_}-level`.", at="key")
    low, high = track.range
    if low >= high:
        yield Finding(
            (*path, "range"), "A range goes from a lower number to a higher one.", "Write `range = [0, 100]`."
        )
        return
    ends = [band.to for band in track.bands]
    for index in range(1, len(ends)):
        if ends[index] <= ends[index - 1]:
            yield Finding(
                (*path, "bands", index, "to"), "Bands run upwards.", f"Write a number above {ends[index - 1]}."
            )
            return
    if ends and ends[-1] != high:
        yield Finding(
            (*path, "bands", len(ends) - 1, "to"),
            f"The last band ends at {ends[-1]}, the track at {high}.",
            f"Write {high}.",
        )


def _machine(path: KeyPath, machine: Machine) -> Iterator[Finding]:
    if not machine.states:
        yield Finding((*path, "states"), "A machine needs a state.", "Name its states, the first to start in.")
        return
    for index, state in enumerate(machine.states):
        if state in machine.states[:index]:
            yield Finding(
                (*path, "states", index), f"The state {quoted(state)} is named twice.", "Keep one of the two."
            )
    for key in (*STANDINGS, "broken"):
        yield from _states((*path, key), getattr(machine, key), machine)
    meant: dict[str, str] = {}
    for key in STANDINGS:
        for index, state in enumerate(getattr(machine, key)):
            if meant.setdefault(state, key) != key:
                what = f"The state {quoted(state)} is already {meant[state]}; a verdict could not say which it is."
                yield Finding((*path, key, index), what, "Keep it in one of the lists.")
    yield from _transitions(path, machine.transition, machine)


def _provision(path: KeyPath, provision: Provision, machine: Machine) -> Iterator[Finding]:
    for state in provision.notes:
        for found in unknown_state((*path, "notes", state), state, machine.states, f"The machine {provision.machine}"):
            yield replace(found, at="key")
    yield from _transitions(path, provision.transition, machine)


def _transitions(path: KeyPath, transitions: Iterable[Transition], machine: Machine) -> Iterator[Finding]:
    for index, transition in enumerate(transitions):
        here = (*path, "transition", index)
        yield from _states((*here, "from"), transition.from_, machine)
        yield from unknown_state((*here, "to"), transition.to, machine.states, "The machine")


def _states(path: KeyPath, named: Iterable[str], machine: Machine) -> Iterator[Finding]:
    for index, state in enumerate(named):
        yield from unknown_state((*path, index), state, machine.states, "The machine")


def unknown_state(path: KeyPath, state: str, states: tuple[str, ...], owner: str) -> Iterator[Finding]:
    """A finding if a machine does not have a state. A machine with none at all is told of once, elsewhere."""
    if states and state not in states:
        remedy = did_you_mean(state, states) or f"Its states are: {', '.join(states)}."
        yield Finding(path, f"{owner} has no state {quoted(state)}.", remedy)


def _forum(path: KeyPath, forum: Forum) -> Iterator[Finding]:
    needed = {"vote": ("votes", "others"), "home": ("passes",)}.get(forum.rule, ())
    read = (*needed, "passes") if forum.rule == "consensus" else needed
    for key in needed:
        if getattr(forum, key) is None:
            yield Finding(path, f"The key `{key}` is missing: the rule is {quoted(forum.rule)}.", f"Add `{key} = ...`.")
    for key in ("votes", "others", "passes"):
        if key not in read and getattr(forum, key) is not None:
            yield Finding(
                (*path, key),
                f"The rule {quoted(forum.rule)} does not read `{key}`.",
                "Delete it, or change `rule`.",
                at="key",
            )
    for index, role in enumerate(forum.veto):
        if role not in forum.members:
            yield Finding((*path, "veto", index), f"{quoted(role)} is no member of this forum.", "Add it to `members`.")
