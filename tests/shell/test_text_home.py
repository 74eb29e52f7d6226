"""How a text would fare at home, when some of it or none of it is prepared."""

from __future__ import annotations

from tabletop.rules.views import view
from tabletop.shell.text_home import home_lines

from ..rules.agreements.river_texts import GRAIN, RIVER, STILL_MILL, draft, step
from ..rules.small_pack import opening, with_

AT_SUMMIT = draft(STILL_MILL, step(GRAIN, 2), forum="summit")


def at_home(role: str = "south", **changed: int) -> str:
    """The first sentence about a role's home."""
    return home_lines(RIVER, view(RIVER, with_(RIVER, opening(RIVER), changed), role), AT_SUMMIT)[0]


def test_only_what_would_be_left_counts_at_home() -> None:
    assert at_home(ready=2) == "Standing S: 60 now, 55 when all that you owe is done."
    assert at_home(ready=1) == "Standing S: 60 now, 60 when all that you owe of what is left is done."


def test_a_meeting_that_fails_costs_at_home() -> None:
    assert at_home() == "Standing S: 60 now, 54 once the meeting has failed."
    assert at_home("north") == "Standing N: 50 now, 44 once the meeting has failed."


def test_with_dice_all_of_it_may_stand() -> None:
    assert at_home(dice=1) == "Standing S: 60 now, 55 when all that you owe is done."
