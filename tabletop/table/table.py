"""The table: a game being played. It takes commands and returns what happened.

It never sleeps, prints, opens a file or a socket; every shell is a thin case around it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from tabletop.rules.agreements import showing
from tabletop.rules.agreements.bars import barred
from tabletop.rules.agreements.voting import may_veto
from tabletop.rules.agreements.winset import HomeView, fare
from tabletop.rules.dispatch import dispatch
from tabletop.rules.happened import Event
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import view

from .commands import Answer, Circulate, Command, Next, Open, Seal, Show
from .drafts import MOST_DRAFTS, Circulated, seen_by


class Phase(StrEnum):
    """Where in a turn the table is."""

    SETTING = "setting"
    """Before the first dispatch."""
    TALKS = "talks"
    """Delegations talk, draft and seal."""
    LEDGER = "ledger"
    """The turn is worked out and lies open."""
    OVER = "over"


class OutOfTurn(Exception):
    """A command that does not fit the phase, as a sentence."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a command brought about."""

    events: tuple[Event, ...]
    moved: bool
    """Whether the position changed."""


class Table:
    """One game of one scenario, from opening to ending."""

    def __init__(self, book: Rulebook, scenario: str, seed: int, *, dice: bool = False) -> None:
        if scenario not in book.pack.scenario:
            raise OutOfTurn(f"There is no scenario {scenario!r} in {book.pack.header.title}.")
        if dice and not book.pack.header.play.dice:
            raise OutOfTurn(f"{book.pack.header.title} is not played with dice. Leave them out.")
        self.book, self.scenario, self.seed = book, scenario, seed
        self.row: Row = book.opening(scenario, dice=dice)
        self.phase = Phase.SETTING
        self.sealed: dict[str, Orders] = {}
        self.drafts: list[Circulated] = []
        """What lies on the table this turn, until the seals open."""
        self.unsigned: dict[Draft, int] = {}
        """The turn in which a text was last on the table and was not signed by all."""

    @property
    def turn(self) -> int:
        """The turn being played, from 1."""
        return self.row[self.book.schema.index["turn"]]

    @property
    def waiting_for(self) -> tuple[str, ...]:
        """Roles and desks that have not sealed yet this turn."""
        if self.phase is not Phase.TALKS:
            return ()
        return tuple(actor for actor in self.book.names.actors if actor not in self.sealed)

    def drafts_before(self, role: str) -> tuple[Circulated, ...]:
        """The drafts a role may know of."""
        return seen_by(self.drafts, role)

    def shown_by(self, role: str) -> tuple[Draft, ...]:
        """The drafts about which a role has shown its home this turn."""
        return tuple(each.draft for each in self.drafts if role in each.shown)

    def homes_shown(self, draft: Circulated, role: str) -> tuple[tuple[str, HomeView], ...]:
        """How a draft would fare at the homes that were shown about it, to the eyes of one of its signers."""
        if role not in draft.draft.signers:
            return ()
        found = ((party, fare(self.book, self._sight(party), party, draft.draft)) for party in draft.shown)
        return tuple((party, home) for party, home in found if home is not None)

    def why_not_show(self, role: str, each: Circulated) -> str | None:
        """Why a role cannot show its home on a draft before it, as a sentence; `None` if it can."""
        if role not in each.draft.parties:
            return f"Draft {each.number} is between others. A home is shown on it by those who would owe something."
        if role in each.shown:
            return f"The home is shown on draft {each.number} already. Once is enough."
        why = showing.unshowable(self.book, self._sight(role), role, each.draft)
        if why is None and showing.COST * (len(self.shown_by(role)) + 1) > self.book.capital(self.row, role):
            return f"The proof takes {showing.COST} of political capital, and there is none left for it."
        return why

    def send(self, command: Command) -> Outcome:
        """Carry out a command, or refuse it and change nothing.

        Raises:
            IllegalOrder: if orders cannot be sealed as they are.
            OutOfTurn: if the command does not fit the phase.
        """
        match command:
            case Seal():
                return self._seal(command)
            case Circulate():
                return self._circulate(command)
            case Answer():
                return self._answer(command)
            case Show():
                return self._show(command)
            case Open():
                return self._open()
            case Next():
                return self._next()
        raise OutOfTurn(f"The table does not know the command {type(command).__name__}.")

    def _seal(self, command: Seal) -> Outcome:
        if self.phase is not Phase.TALKS:
            raise OutOfTurn("Orders are sealed during talks. Close the ledger first.")
        if command.role not in self.book.names.actors:
            raise OutOfTurn(f"There is no role {command.role!r} at this table.")
        if command.role in self.sealed:
            raise OutOfTurn(f"{command.role} has already sealed this turn. Wait for the seals to open.")
        unknown = [sealed.act for sealed in command.acts if sealed.act not in self.book.by_key]
        if unknown:
            raise IllegalOrder(f"There is no act {unknown[0]!r} in this pack. Choose one from the list.")
        named = (*command.signs, *command.vetoes)
        missing = [number for number in named if not 1 <= number <= len(self.drafts)]
        if missing:
            raise IllegalOrder(f"There is no draft {missing[0]} on the table. Name one that is, or leave it out.")
        orders = command.orders(self.book, {each.number: each.draft for each in self.drafts})
        orders = replace(orders, shows=self.shown_by(command.role))
        judge(self.book, self.row, command.role, orders)
        self.sealed[command.role] = orders
        return Outcome((), False)

    def _circulate(self, command: Circulate) -> Outcome:
        self._in_talks(command.role)
        if len(self.drafts) == MOST_DRAFTS:
            raise IllegalOrder(f"{MOST_DRAFTS} drafts lie on the table already. Answer those first.")
        unknown = [step.term for step in command.draft.steps if step.term not in self.book.term_by_key]
        if unknown:
            raise IllegalOrder(f"There is no term {unknown[0]!r} in this pack. Choose one from the list.")
        draft = command.draft.draft(self.book, command.role)
        bar = barred(self.book, self.row, draft)
        if bar is not None:
            place = f"Step {bar.step}: " if bar.step is not None else ""
            raise IllegalOrder(f"The draft cannot be circulated. {place}{bar.says}")
        if any(each.draft == draft for each in self.drafts):
            raise IllegalOrder("The same draft lies on the table already. Sign it, or change something.")
        known = [each.number for each in self.drafts_before(command.role)]
        if command.counters is not None and command.counters not in known:
            raise IllegalOrder(f"There is no draft {command.counters} to counter.")
        number = len(self.drafts) + 1
        voters = may_veto(self.book, draft)
        self.drafts.append(Circulated(number, draft, command.role, command.counters, {command.role: "accept"}, voters))
        return Outcome((), False)

    def _answer(self, command: Answer) -> Outcome:
        self._in_talks(command.role)
        mine = seen_by(self.drafts, command.role)
        asked = next((each for each in mine if each.number == command.number), None)
        if asked is None:
            raise IllegalOrder(f"No draft {command.number} lies before {command.role}. Answer one that does.")
        asked.answers[command.role] = command.says
        return Outcome((), False)

    def _show(self, command: Show) -> Outcome:
        role = command.role
        self._in_talks(role)
        each = next((each for each in seen_by(self.drafts, role) if each.number == command.number), None)
        if each is None:
            raise IllegalOrder(f"No draft {command.number} lies before {role}. Show its home on one that does.")
        why = self.why_not_show(role, each)
        if why is not None:
            raise IllegalOrder(why)
        each.show(role)
        return Outcome((), False)

    def _sight(self, role: str) -> Row:
        """The position as a role sees it: nobody proves what it cannot know."""
        return list(view(self.book, self.row, role).row)

    def _in_talks(self, role: str) -> None:
        if self.phase is not Phase.TALKS:
            raise OutOfTurn("Drafts are circulated and answered during talks. Close the ledger first.")
        if role not in self.book.names.actors:
            raise OutOfTurn(f"There is no role {role!r} at this table.")
        if role in self.sealed:
            raise OutOfTurn(f"{role} has sealed and talks no more this turn. Wait for the seals to open.")

    def _open(self) -> Outcome:
        if self.phase is not Phase.TALKS:
            raise OutOfTurn("There are no seals to open now.")
        if self.waiting_for:
            raise OutOfTurn(f"Still to seal: {', '.join(self.waiting_for)}.")
        turn = self.turn
        result = resolve(self.book, self.row, self.sealed, self.seed)
        for each in self.drafts:
            if not all(role in self.sealed and each.draft in self.sealed[role].signs for role in each.draft.signers):
                self.unsigned[each.draft] = turn
        self.sealed, self.drafts = {}, []
        self.phase = Phase.OVER if self.book.over(result.row) else Phase.LEDGER
        return self._moved(result)

    def _next(self) -> Outcome:
        if self.phase not in (Phase.SETTING, Phase.LEDGER):
            raise OutOfTurn("The turn is not over yet." if self.phase is Phase.TALKS else "The game is over.")
        self.phase = Phase.TALKS
        return self._moved(dispatch(self.book, self.row, self.scenario, self.seed))

    def _moved(self, result: Resolution) -> Outcome:
        self.row = result.row
        return Outcome(result.events, True)
