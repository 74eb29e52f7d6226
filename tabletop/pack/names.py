"""Names: everything an expression may mention, looked up by how authors write it.

Ids are kebab-case, Python's grammar is not: an expression is read with its hyphens as underscores
(`freeze.long-range-tests` as `freeze.long_range_tests`), so every lookup here is by that spelling.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from .formula import Formula
from .law import Machine, Provision
from .model import Pack
from .moves import Move
from .tracks import Track

KEPT_BESIDES = ("ending", "foreshadowed", "last", "since", "drawn", "consent", "paid", "text", "step")
"""First words of the columns that a position has besides the clock, tracks and provisions."""


def spelled(name: str) -> str:
    """An id as it stands in a parsed expression."""
    return name.replace("-", "_")


def track_label(track: str, owners: tuple[str, ...], roles: tuple[str, ...]) -> str:
    """The column of a track: `tension`, `capital[us]`, `trust[us, dprk]` (roles in the pack's order)."""
    if not owners:
        return track
    return f"{track}[{', '.join(sorted(owners, key=roles.index))}]"


def last_label(move: str, role: str) -> str:
    """The column that holds the turn in which a role last made a move."""
    return f"last[{role}, {move}]"


def text_label(slot: int, column: str) -> str:
    """A column of the signed text in a slot: `text[1].parties`."""
    return f"text[{slot}].{column}"


def failed_label(forum: str) -> str:
    """The turn in which a meeting in a forum last failed: `failed[summit]`."""
    return f"failed[{forum}]"


@dataclass(frozen=True)
class Names:
    """The vocabulary of one pack."""

    pack: Pack

    @cached_property
    def roles(self) -> tuple[str, ...]:
        """Role ids in the pack's order."""
        return tuple(self.pack.role)

    @cached_property
    def actors(self) -> tuple[str, ...]:
        """Ids of whoever can act: the roles, then the desks."""
        return tuple(self.pack.actors)

    @cached_property
    def brokers(self) -> tuple[str, ...]:
        """Whoever can hold both ends of steps done together: every role, and the desks that do so."""
        return (*self.pack.role, *(id_ for id_, desk in self.pack.desk.items() if desk.brokers))

    @cached_property
    def provisions(self) -> dict[str, Provision]:
        """Every provision by `instrument.provision`."""
        return {
            f"{instrument}.{provision}": law
            for instrument, text in self.pack.instrument.items()
            for provision, law in text.provision.items()
        }

    @cached_property
    def families(self) -> dict[str, tuple[str, ...]]:
        """Provisions by the family of their instrument."""
        found: dict[str, tuple[str, ...]] = {}
        for instrument, text in self.pack.instrument.items():
            labels = tuple(f"{instrument}.{provision}" for provision in text.provision)
            found[text.family] = found.get(text.family, ()) + labels
        return found

    @cached_property
    def spelled_tracks(self) -> dict[str, str]:
        """Track ids by spelling."""
        return _by_spelling(self.pack.track)

    @cached_property
    def spelled_provisions(self) -> dict[tuple[str, str], str]:
        """`instrument.provision` by the two spellings."""
        return {(spelled(text), spelled(law)): f"{text}.{law}" for text, law in map(_halves, self.provisions)}

    @cached_property
    def spelled_families(self) -> dict[str, str]:
        """Family names by spelling."""
        return _by_spelling(self.families)

    @cached_property
    def spelled_roles(self) -> dict[str, str]:
        """Role ids by spelling."""
        return _by_spelling(self.pack.role)

    @cached_property
    def read_before(self) -> dict[tuple[str | None, ...], Formula]:
        """Formulas already read, by text, what was wanted, and what of the moment the text mentions."""
        return {}

    @cached_property
    def catching(self) -> dict[str, tuple[str, ...]]:
        """Provisions that are about each move, whoever makes it, in the order of the law files."""
        found: dict[str, list[str]] = {id_: [] for id_ in self.pack.move}
        for label, law in self.provisions.items():
            for id_ in self.caught(law):
                found[id_].append(label)
        return {id_: tuple(labels) for id_, labels in found.items()}

    @cached_property
    def tagged(self) -> dict[str, tuple[str, ...]]:
        """Moves by their tags."""
        found: dict[str, tuple[str, ...]] = {}
        for id_, move in self.pack.move.items():
            for tag in move.tags:
                found[tag] = (*found.get(tag, ()), id_)
        return found

    def caught(self, provision: Provision) -> tuple[str, ...]:
        """Moves that a provision is about, whoever makes them; each once."""
        named = [id_ for id_ in provision.catches.moves if id_ in self.pack.move]
        tagged = [id_ for tag in provision.catches.tags for id_ in self.tagged.get(tag, ())]
        return tuple(dict.fromkeys([*named, *tagged]))

    def track(self, name: str) -> Track:
        """A track by id."""
        return self.pack.track[name]

    def machine(self, provision: str) -> Machine:
        """The machine that gives a provision its state."""
        return self.pack.machine[self.provisions[provision].machine]

    def move(self, name: str) -> Move | None:
        """A move by id, if there is one."""
        return self.pack.move.get(name)


def _by_spelling(ids: Iterable[str]) -> dict[str, str]:
    return {spelled(name): name for name in ids}


def _halves(reference: str) -> tuple[str, str]:
    text, _, law = reference.partition(".")
    return text, law
