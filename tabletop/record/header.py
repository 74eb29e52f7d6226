"""The header of a new record: the pack it carries, and who plays."""

from __future__ import annotations

from collections.abc import Mapping

from tabletop import ENGINE
from tabletop.rules.rulebook import Rulebook

from .format import FORMAT, Header, PackCopy, Seat


def header_of(book: Rulebook, scenario: str, seed: int, seats: Mapping[str, Seat], *, dice: bool = False) -> Header:
    """The first line of a new record."""
    pack = book.pack
    return Header(
        format=FORMAT,
        engine=ENGINE,
        pack=PackCopy(
            id=pack.header.id,
            title=pack.header.title,
            version=pack.header.version,
            digest=pack.digest,
            files=dict(pack.files),
        ),
        scenario=scenario,
        scenario_title=pack.scenario[scenario].title,
        seed=seed,
        seats=dict(seats),
        columns=list(book.schema.labels),
        dice=dice,
    )
