"""Contents: a loaded pack's tables one by one, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .effects import Effect
from .faults import KeyPath
from .law import Provision
from .model import Pack
from .names import Names


def effect_lists(pack: Pack) -> Iterator[tuple[KeyPath, tuple[Effect, ...]]]:
    """Every list of effects in the pack, by where it stands."""
    for id_, drift in pack.drift.items():
        yield ("drift", id_, "effects"), drift.effects
    for id_, machine in pack.machine.items():
        for index, transition in enumerate(machine.transition):
            yield ("machine", id_, "transition", index, "effects"), transition.effects
    for path, provision in provisions(pack):
        yield (*path, "if_breached"), provision.if_breached
        for index, transition in enumerate(provision.transition):
            yield (*path, "transition", index, "effects"), transition.effects
    for id_, forum in pack.forum.items():
        yield ("forum", id_, "effects"), forum.effects
    for id_, move in pack.move.items():
        yield ("move", id_, "effects"), move.effects
        yield ("move", id_, "if_breach"), move.if_breach
        yield ("move", id_, "if_refused"), move.if_refused
    for id_, clause in pack.clause.items():
        yield ("clause", id_, "effects"), clause.effects
        yield ("clause", id_, "undo"), clause.undo
        yield ("clause", id_, "broken"), clause.broken
    for id_, event in pack.event.items():
        yield ("event", id_, "effects"), event.effects
    for id_, incident in pack.incident.items():
        yield ("incident", id_, "effects"), incident.effects
    for id_, scenario in pack.scenario.items():
        for index, entry in enumerate(scenario.calendar):
            yield ("scenario", id_, "calendar", index, "effects"), entry.effects


def choices_at(pack: Pack, path: KeyPath) -> tuple[str, ...]:
    """What `choice` can stand for in the effects at a path: what their move or clause may be about."""
    match path:
        case ("move", str(id_), *_):
            return pack.move[id_].choices
        case ("clause", str(id_), *_):
            return pack.clause[id_].choices
        case _:
            return ()


def kinds_of_choices(names: Names, choices: Iterable[str]) -> list[str]:
    """What choices are, each kind once and by its letter: packages, plain words, provisions."""
    return sorted(
        {
            "provisions"
            if choice in names.provisions
            else "packages"
            if choice in names.pack.package
            else "plain words"
            for choice in choices
        }
    )


def provisions(pack: Pack) -> Iterator[tuple[KeyPath, Provision]]:
    """Every provision, by where it stands."""
    for text, instrument in pack.instrument.items():
        for law, provision in instrument.provision.items():
            yield ("instrument", text, "provision", law), provision


def sourced(pack: Pack) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """Everything that can name its sources, with the sources it names."""
    if pack.header.agreements is not None:
        yield ("header", "agreements"), pack.header.agreements.source
    for table, actors in (("role", pack.role), ("desk", pack.desk)):
        for id_, actor in actors.items():
            yield (table, id_), actor.source
            for hat_id, hat in actor.hats.items():
                yield (table, id_, "hats", hat_id), hat.source
    for table, entries in (
        ("track", pack.track),
        ("drift", pack.drift),
        ("instrument", pack.instrument),
        ("package", pack.package),
        ("forum", pack.forum),
        ("move", pack.move),
        ("clause", pack.clause),
        ("template", pack.template),
        ("word", pack.word),
        ("event", pack.event),
        ("incident", pack.incident),
        ("ending", pack.ending),
        ("aim", pack.aim),
        ("dilemma", pack.dilemma),
        ("doctrine", pack.doctrine),
        ("scenario", pack.scenario),
    ):
        for id_, entry in entries.items():
            yield (table, id_), entry.source
    for path, provision in provisions(pack):
        yield path, provision.source
    for id_, scenario in pack.scenario.items():
        yield ("scenario", id_, "opening"), scenario.opening.source
        for index, dated in enumerate(scenario.calendar):
            yield ("scenario", id_, "calendar", index), dated.source
