"""Unmet: provisions that no act can meet, and tags of law that no move has."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import choices_at, effect_lists, provisions
from .faults import Finding, KeyPath, quoted
from .law import Provision
from .names import Names
from .spelling import did_you_mean
from .uses import bound


def unmet(names: Names, read: set[str]) -> Iterator[Finding]:
    """Law that catches nothing. `read` are the provisions that some expression reads."""
    changed = set(_changed(names))
    for path, provision in provisions(names.pack):
        label = f"{path[1]}.{path[3]}"
        # Law may bite, be read by a condition or be there to be known, and still catch no act.
        matters = bool(provision.bites or provision.notes or provision.readings) or label in read
        catches = provision.catches.tags or provision.catches.moves
        unknown = [tag for tag in provision.catches.tags if tag not in names.tagged]
        yield from _tags(names, (*path, "catches", "tags"), provision)
        if catches and not unknown and not matters and not _met(names, provision):
            what = "No move that its roles can make meets this provision."
            remedy = "Give a move one of its tags, name the move, or say in `notes` what to know of it."
            yield Finding((*path, "catches"), what, remedy, at="key")
        elif not catches and not matters and label not in changed:
            remedy = "Say what it `catches`, or in `notes` what a player should know of it."
            yield Finding(path, "This provision catches nothing, and nothing reads or changes it.", remedy)
    yield from _unplayed(names)


def _tags(names: Names, path: KeyPath, provision: Provision) -> Iterator[Finding]:
    for index, tag in enumerate(provision.catches.tags):
        if tag not in names.tagged and tag not in names.pack.header.unplayed_tags:
            otherwise = "Give it to a move, or name it in `unplayed_tags` of pack.toml."
            remedy = did_you_mean(tag, names.tagged) or otherwise
            yield Finding((*path, index), f"No move has the tag {quoted(tag)}.", remedy)


def _unplayed(names: Names) -> Iterator[Finding]:
    """Tags that are said to be on no move, and are on one, or in no law."""
    caught = {tag for provision in names.provisions.values() for tag in provision.catches.tags}
    for index, tag in enumerate(names.pack.header.unplayed_tags):
        path: KeyPath = ("header", "unplayed_tags", index)
        if tag in names.tagged:
            what = f"The move {names.tagged[tag][0]} has the tag {quoted(tag)}."
            yield Finding(path, what, "Take it out of this list.")
        elif tag not in caught:
            remedy = did_you_mean(tag, caught - set(names.tagged)) or "Take it out of this list."
            yield Finding(path, f"No provision catches the tag {quoted(tag)}.", remedy)


def _met(names: Names, provision: Provision) -> bool:
    return any(bound(names, provision, role) for id_ in names.caught(provision) for role in names.pack.move[id_].by)


def _changed(names: Names) -> Iterator[str]:
    """Provisions an act, event or clock can change."""
    packages = names.pack.package
    for path, effects in effect_lists(names.pack):
        choices = choices_at(names.pack, path)
        for effect in effects:
            for named in (
                choices if "choice" in (effect.provision, effect.package) else (effect.provision, effect.package)
            ):
                if named in packages:
                    yield from packages[named].provisions
                elif named is not None:
                    yield named
