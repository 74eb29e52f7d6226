"""The game of `content/freeze-for-freeze` written by hand in plain Python: what no engine at all would cost.

Its state is the list of fifteen numbers that every engine writes for this game, in the same order.
"""

from __future__ import annotations

HOLD, ADVANCE, FREEZE, RESUME, SANCTION, RELIEF, OFFER = range(7)
NONE, OFFERED, IN_FORCE, COLLAPSED = range(4)
ROUND, SEALED, TREATY, OFFERER, TRUST = range(5)
PROGRAMME, PRESSURE, BUDGET, FROZEN, COOLING = 5, 7, 9, 11, 13
"""Where each pair of numbers begins: one for each side."""
LAST_ROUND, FULL_PROGRAMME, FULL_PRESSURE = 12, 20, 10


class ByHand:
    """A game."""

    __slots__ = ("numbers",)

    def __init__(self) -> None:
        self.numbers = [0, -1, NONE, -1, 4, 5, 5, 4, 4, 8, 8, 0, 0, 0, 0]

    def over(self) -> bool:
        """Whether the game has ended."""
        n = self.numbers
        return n[ROUND] == LAST_ROUND or n[PROGRAMME] == FULL_PROGRAMME or n[PROGRAMME + 1] == FULL_PROGRAMME

    def legal(self) -> list[int]:
        """Numbers of the open actions, upwards."""
        n = self.numbers
        side = 1 if n[SEALED] >= 0 else 0
        other = 1 - side
        open_ = [HOLD]
        if not n[FROZEN + side]:
            if n[BUDGET + side] >= 2:
                open_.append(ADVANCE)
            open_.append(FREEZE)
        elif not n[COOLING + side]:
            open_.append(RESUME)
        if n[TREATY] != IN_FORCE and n[BUDGET + side] and n[PRESSURE + other] < FULL_PRESSURE:
            open_.append(SANCTION)
        if n[PRESSURE + other] and n[TREATY] != COLLAPSED:
            open_.append(RELIEF)
        answers = n[TREATY] == OFFERED and n[OFFERER] == other
        if n[FROZEN + side] and (n[TREATY] == NONE or answers):
            open_.append(OFFER)
        return open_

    def apply(self, action: int) -> None:
        """One decision; the second of a round plays it."""
        n = self.numbers
        if n[SEALED] < 0:
            n[SEALED] = action
            return
        hostile = self._act(0, n[SEALED]) + self._act(1, action)
        trust = n[TRUST] + (1 if not hostile else -2 if hostile == 1 else -1)
        n[TRUST] = 0 if trust < 0 else 10 if trust > 10 else trust
        if n[TREATY] == IN_FORCE and hostile:
            n[TREATY], n[TRUST] = COLLAPSED, 0
        elif n[TREATY] == OFFERED and not n[TRUST]:
            n[TREATY], n[OFFERER] = NONE, -1
        for side in (0, 1):
            budget = n[BUDGET + side] + 2 - (n[PRESSURE + side] + 2) // 3
            n[BUDGET + side] = 0 if budget < 0 else 20 if budget > 20 else budget
            if n[COOLING + side]:
                n[COOLING + side] -= 1
        n[ROUND] += 1
        n[SEALED] = -1

    def _act(self, side: int, action: int) -> bool:
        """What one side's action does by itself; whether it was hostile."""
        n, other = self.numbers, 1 - side
        if action == ADVANCE:
            n[PROGRAMME + side] = min(FULL_PROGRAMME, n[PROGRAMME + side] + 2)
            n[BUDGET + side] -= 2
        elif action == FREEZE:
            n[FROZEN + side], n[COOLING + side] = 1, 3
        elif action == RESUME:
            n[FROZEN + side] = 0
        elif action == SANCTION:
            n[PRESSURE + other] = min(FULL_PRESSURE, n[PRESSURE + other] + 2)
            n[BUDGET + side] -= 1
        elif action == RELIEF:
            n[PRESSURE + other] = max(0, n[PRESSURE + other] - 2)
        elif action == OFFER and n[TREATY] == OFFERED and n[OFFERER] == other:
            n[TREATY] = IN_FORCE
        elif action == OFFER and n[TREATY] == NONE:
            n[TREATY], n[OFFERER] = OFFERED, side
        return action in (ADVANCE, RESUME, SANCTION)

    def scores(self) -> list[int]:
        """What each side has."""
        n = self.numbers
        shared = n[TRUST] + (8 if n[TREATY] == IN_FORCE else 0)
        return [n[PROGRAMME + side] + n[BUDGET + side] - n[PRESSURE + side] + shared for side in (0, 1)]

    def key(self) -> str:
        """The state as text."""
        return ",".join(map(str, self.numbers))
