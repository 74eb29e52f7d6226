"""What a player is told of an act before it is sealed, besides its verdict."""

from __future__ import annotations

import pytest

from tabletop.rules.rulebook import Rulebook
from tabletop.shell.prices import seen_by

HIDDEN = "alone; others see what it changes, and what comes to light"


@pytest.mark.parametrize(
    ("act", "told"),
    [
        ("dprk/evade-sanctions", f"you {HIDDEN}"),
        ("rok/ask-postpone-exercises@us", f"you and US {HIDDEN}"),
        ("dprk/nuclear-test", ""),
    ],
    ids=["covert", "known to its target", "open"],
)
def test_what_is_not_done_openly_says_who_will_know_of_it(book: Rulebook, act: str, told: str) -> None:
    assert seen_by(book, book.by_key[act]) == told
