"""Desk fitting: desks do no more than desks can."""

from __future__ import annotations

from collections.abc import Iterator

from .faults import Finding, quoted
from .model import Pack


def check_desks(pack: Pack) -> Iterator[Finding]:
    """Desks that share their id with a role, or make moves for which a government's hand is needed."""
    for id_ in pack.desk:
        if id_ in pack.role:
            yield Finding(("desk", id_), f"There is a role {quoted(id_)} too.", "Give the desk another id.", at="key")
    for id_, move in pack.move.items():
        asks = f"{move.forum} agrees" if move.forum is not None else "its partner agrees" if move.partner else None
        for index, actor in enumerate(move.by):
            if asks is not None and actor in pack.desk:
                what = f"This happens only when {asks}, and {quoted(actor)} is a desk: it asks nobody."
                yield Finding(("move", id_, "by", index), what, "Take it out, or write a move of its own.")
