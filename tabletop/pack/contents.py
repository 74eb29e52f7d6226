"""Contents: a loaded pack's tables one by one, each with where it stands."""

from __future__ import annotations

from collections.abc import Iterator

from .faults import KeyPath
from .law import Provision
from .model import Pack
from .tracks import Effect


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
    for id_, move in pack.move.items():
        yield ("move", id_, "effects"), move.effects
        yield ("move", id_, "if_breach"), move.if_breach
        yield ("move", id_, "if_refused"), move.if_refused
    for id_, event in pack.event.items():
        yield ("event", id_, "effects"), event.effects
    for id_, incident in pack.incident.items():
        yield ("incident", id_, "effects"), incident.effects
    for id_, scenario in pack.scenario.items():
        for index, entry in enumerate(scenario.calendar):
            yield ("scenario", id_, "calendar", index, "effects"), entry.effects


def provisions(pack: Pack) -> Iterator[tuple[KeyPath, Provision]]:
    """Every provision, by where it stands."""
    for text, instrument in pack.instrument.items():
        for law, provision in instrument.provision.items():
            yield ("instrument", text, "provision", law), provision


def sourced(pack: Pack) -> Iterator[tuple[KeyPath, tuple[str, ...]]]:
    """Everything that can name its sources, with the sources it names."""
    for id_, role in pack.role.items():
        yield ("role", id_), role.source
        for hat_id, hat in role.hats.items():
            yield ("role", id_, "hats", hat_id), hat.source
    for table, entries in (
        ("track", pack.track),
        ("drift", pack.drift),
        ("instrument", pack.instrument),
        ("package", pack.package),
        ("forum", pack.forum),
        ("move", pack.move),
        ("event", pack.event),
        ("incident", pack.incident),
        ("ending", pack.ending),
        ("aim", pack.aim),
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
