"""The pack `content/freeze-for-freeze` behind the methods every engine gives this game.

Two decisions, one for each side, make a round. All this module keeps besides the engine's row is the first
side's action while it waits for the second. Which actions are open is read from the rulebook's listing of the
position at the start of the round; the round is played by the engine.
"""

from __future__ import annotations

from pathlib import Path

from tabletop.pack.load import load_pack
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import advance
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Level

NAMES = ("hold", "advance", "freeze", "resume", "sanction", "relief", "offer")
ACTIONS, ROUNDS, MIN_SCORE, MAX_SCORE = 7, 12, -10, 58
SCENARIO = "freeze-for-freeze"
AIM_RAISED = 10
"""The pack's aims are the game's scores, raised so that they start at nought."""

BOOK = Rulebook(load_pack(Path(__file__).parent.parent / "content" / "freeze-for-freeze"))
SIDES = BOOK.names.roles
START = BOOK.opening(SCENARIO)
LISTINGS = BOOK.functions.listings
PRICED = tuple(
    tuple((action, BOOK.cost(START, act)) for action, act in enumerate(BOOK.by_role[side])) for side in SIDES
)
"""Each action with what it costs; in this pack that never changes."""
SEALED = tuple(tuple(Orders((Order(act, knowing=True),)) for act in BOOK.by_role[side]) for side in SIDES)
"""Each action as the orders of its side; a breach of the freeze is done knowingly."""

PLACE = BOOK.schema.index
TURN, ENDING, TREATY, TRUST = PLACE["turn"], PLACE["ending"], PLACE["freeze.pause"], PLACE["trust"]
BUDGET = tuple(PLACE[f"budget[{side}]"] for side in SIDES)
OFFERED = tuple(PLACE[f"offered[{side}]"] for side in SIDES)
OWNED = tuple(
    PLACE[f"{track}[{side}]"] for track in ("programme", "pressure", "budget", "frozen", "cooling") for side in SIDES
)


class OnTheEngine:
    """A game on the shipped engine."""

    __slots__ = ("pending", "row")

    def __init__(self) -> None:
        self.row: Row = START
        self.pending = -1

    def copy(self) -> OnTheEngine:
        """A game that goes its own way from here."""
        twin = type(self)()
        twin.row, twin.pending = self.row, self.pending  # a row is never changed, only followed by another
        return twin

    def over(self) -> bool:
        """Whether the game has ended."""
        return self.row[ENDING] > 0

    def to_move(self) -> int:
        """The side whose decision is next."""
        return 0 if self.pending < 0 else 1

    def legal(self) -> list[int]:
        """Numbers of the open actions, upwards: not barred, and affordable."""
        side = 0 if self.pending < 0 else 1
        levels, budget, priced = LISTINGS[side](self.row), self.row[BUDGET[side]], PRICED[side]
        return [action for action, price in priced if price <= budget and levels[action] < BARRED]

    def apply(self, action: int) -> None:
        """One decision; the second of a round plays it."""
        if self.pending < 0:
            self.pending = action
            return
        north, south = SIDES
        orders = {north: SEALED[0][self.pending], south: SEALED[1][action]}
        self.row = advance(BOOK, self.row, orders, seed=0)
        self.pending = -1

    def scores(self) -> list[int]:
        """What each side has, as the pack's aims count it."""
        return [points(self.row) - AIM_RAISED for points in BOOK.functions.aims]

    def state(self) -> list[int]:
        """The fifteen numbers of the game, in the order in which all engines write them."""
        row = self.row
        played = row[TURN] - (row[ENDING] == 0)  # the engine leaves the last turn's number standing
        offerer = 0 if row[OFFERED[0]] else 1 if row[OFFERED[1]] else -1
        return [played, self.pending, row[TREATY], offerer, row[TRUST], *(row[place] for place in OWNED)]

    def key(self) -> str:
        """The state as text."""
        return ",".join(map(str, self.state()))


BARRED = int(Level.BARRED)
