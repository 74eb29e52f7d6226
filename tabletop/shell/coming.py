"""What is coming: the dates of the calendar that everybody can see ahead."""

from __future__ import annotations

from tabletop.rules.rulebook import Rulebook

from .looking_back import turn_name


def coming(book: Rulebook, scenario: str, turn: int = 0) -> tuple[tuple[str, str], ...]:
    """Dates after a turn, each with what stands in the calendar: `("mid-July 2017", "The hundred days end")`.

    What has no hint in the pack takes everybody by surprise and is left out.
    """
    return tuple(
        (turn_name(book, scenario, entry.turn), entry.name)
        for entry in book.pack.scenario[scenario].calendar
        if entry.hint is not None and entry.turn > turn
    )
