"""Light: while the press looks at a role's promises, breaking one that everybody knows of costs double at home."""

from __future__ import annotations

from tabletop.rules.orders import Orders
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook

from ..small_pack import book_of, opening, value
from .river_texts import AGREEMENTS, HOMES, OPEN_GATE, STILL_MILL, TEXT, draft

TRACK = """
[track.light]
name = "Light"
about = "Turns for which people read of a role's promises."
per = "role"
range = [0, 9]
"""
AUDIENCE = 6
"""What the river's header takes for a missed step."""


def lit(light: str = 'light = "light"\n') -> Rulebook:
    return book_of(
        TEXT + TRACK, header=AGREEMENTS + light, roles=HOMES, turns=8,
        tracks='"standing[north]" = 50\n"standing[south]" = 60',
    )  # fmt: skip


def lost_by_the_north(book: Rulebook, *, sealed: bool = False, **light: int) -> int:
    """What the north's standing loses when it signs, holds its step back and so misses it."""
    text = draft(OPEN_GATE, STILL_MILL, sealed=sealed)
    row = opening(book, **{f"light[{role}]": turns for role, turns in light.items()})
    row = resolve(book, row, {role: Orders(signs=(text,)) for role in text.signers}, 1).row
    for _ in range(2):
        row = resolve(book, row, {"north": Orders(duties={"1.1": "withhold"})}, 1).row
    return 50 - value(book, row, "standing[north]")


def test_in_the_light_a_broken_promise_costs_double() -> None:
    assert lost_by_the_north(lit(), north=3) == 2 * AUDIENCE


def test_in_the_dark_it_costs_what_it_costs() -> None:
    assert lost_by_the_north(lit(), north=0) == AUDIENCE


def test_the_light_on_somebody_else_changes_nothing() -> None:
    assert lost_by_the_north(lit(), south=3, hills=3) == AUDIENCE


def test_no_light_falls_on_a_sealed_text() -> None:
    assert lost_by_the_north(lit(), sealed=True, north=3) == 0


def test_a_pack_that_names_no_light_has_none() -> None:
    assert lost_by_the_north(lit(light=""), north=3) == AUDIENCE
