"""The course of a game: which screen comes next, and whose hands the keyboard is in."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from tabletop.shell.session import Session
from tabletop.shell.turns import turn_shown
from tabletop.table.table import Phase

if TYPE_CHECKING:
    from .desk import Desk
    from .stage import Stage


@dataclass
class Course:
    """One game from its first brief to its ending."""

    session: Session
    holder: str = ""
    """The role whose player has the keyboard; empty before the first hand-over."""
    read: set[tuple[str, str, int]] = field(default_factory=set)
    """Briefs and ledgers already read: kind, role, turn."""
    desks: dict[str, Desk] = field(default_factory=dict)
    """The desks of this turn at which somebody has sat, those left last at the end."""

    @property
    def hot_seat(self) -> bool:
        """Whether people take turns at one keyboard."""
        return len(self.session.people) > 1

    @property
    def onlooker(self) -> str:
        """Through whose eyes shared pages look: the holder's, or the first person's."""
        people = self.session.people
        return self.holder if self.holder in people else people[0] if people else self.session.book.names.roles[0]

    def screen(self) -> Stage:
        """The screen that is due. Opens the seals and goes on by itself where nobody need be asked."""
        session = self.session
        if session.table.phase is Phase.TALKS and not session.to_seal:
            session.open()
            self.desks.clear()
        if session.table.phase is Phase.LEDGER and self.hot_seat:
            session.next()
        match session.table.phase:
            case Phase.OVER:
                from .screens.ending import EndingScreen  # noqa: PLC0415 - each screen is read when it is due

                return EndingScreen(session, self.onlooker)
            case Phase.LEDGER:
                from .screens.ledger import LedgerScreen  # noqa: PLC0415

                return LedgerScreen(session, self.onlooker, turn_shown(session), session.next)
        return self._talks(self._next_to_sit())

    def sit(self, role: str) -> None:
        """Somebody has taken the keyboard."""
        self.holder = role

    def pass_on(self) -> None:
        """The keyboard goes to the next person who has not sealed; its holder comes back this turn, after the others."""
        self.desks[self.holder] = self.desks.pop(self.holder)
        self.holder = ""

    def _next_to_sit(self) -> str:
        """The first person who has not sat at a desk this turn, or else the one who left it longest ago."""
        left = list(self.desks)
        return min(self.session.to_seal, key=lambda role: left.index(role) if role in left else -1)

    def _talks(self, role: str) -> Stage:
        session, turn = self.session, self.session.table.turn
        if self.hot_seat and self.holder != role:
            from .screens.handover import HandOverScreen  # noqa: PLC0415

            return HandOverScreen(session.book, role, turn, partial(self.sit, role))
        self.holder = role
        if turn == 1 and ("brief", role, 0) not in self.read:
            from .screens.brief import BriefScreen  # noqa: PLC0415

            return BriefScreen(session, role, partial(self.read.add, ("brief", role, 0)))
        if self.hot_seat and turn > 1 and ("ledger", role, turn - 1) not in self.read:
            from .screens.ledger import LedgerScreen  # noqa: PLC0415

            return LedgerScreen(session, role, turn - 1, partial(self.read.add, ("ledger", role, turn - 1)))
        from .desk import Desk  # noqa: PLC0415
        from .screens.table import TableScreen  # noqa: PLC0415

        if role not in self.desks:
            self.desks[role] = Desk(session, role)
        return TableScreen(self.desks[role])
