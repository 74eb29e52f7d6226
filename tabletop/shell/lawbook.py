"""The law as a player reads it: instruments by family, each provision with its state."""

from __future__ import annotations

from dataclasses import dataclass

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.views import View

from .words import plain_state


@dataclass(frozen=True, slots=True)
class ProvisionLine:
    """One provision and the state it is in."""

    label: str
    title: str
    state: str
    standing: str
    """`law`, `promise`, `dormant`, `disputed`, `broken` or `silent`: what the state means."""
    says: str
    cite: str
    note: str
    keeper: str
    binds_you: bool
    changed: bool
    """Since the turn before."""


@dataclass(frozen=True, slots=True)
class InstrumentLines:
    """One instrument with its provisions."""

    id: str
    family: str
    title: str
    about: str
    provisions: tuple[ProvisionLine, ...]


def lawbook(book: Rulebook, view: View, before: tuple[int, ...] | None = None) -> tuple[InstrumentLines, ...]:
    """Every instrument of the pack, in the order of its law files."""
    return tuple(
        InstrumentLines(
            id_,
            text.family,
            text.title,
            text.about,
            tuple(provision_line(book, view, f"{id_}.{law}", before) for law in text.provision),
        )
        for id_, text in book.pack.instrument.items()
    )


def provision_line(book: Rulebook, view: View, label: str, before: tuple[int, ...] | None = None) -> ProvisionLine:
    """One provision as a role reads it."""
    provision = book.names.provisions[label]
    place = book.schema.index[label]
    state = book.names.machine(label).states[view.row[place]]
    keeper = provision.keeper or ""
    if keeper in book.pack.forum:
        keeper = book.pack.forum[keeper].name
    elif keeper:
        keeper = book.pack.role[keeper].name
    return ProvisionLine(
        label=label,
        title=provision.title,
        state=plain_state(state),
        standing=standing(book, label, state),
        says=provision.says,
        cite=provision.cite,
        note=provision.notes.get(state, ""),
        keeper=keeper,
        binds_you=provision.binds == "all" or view.role in provision.binds,
        changed=before is not None and before[place] != view.row[place],
    )


def standing(book: Rulebook, label: str, state: str) -> str:
    """What a state means for those it is addressed to."""
    machine = book.names.machine(label)
    for word, states in (
        ("law", machine.binding),
        ("promise", machine.political),
        ("dormant", machine.dormant),
        ("disputed", machine.disputed),
        ("broken", machine.broken),
    ):
        if state in states:
            return word
    return "silent"
