"""Deals: signed texts, and the duties that their steps have become."""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from .draft import Draft
from .terms import Term


class Stage(IntEnum):
    """How far a text has come."""

    NONE = 0
    PROVISIONAL = 1
    """Signed, and still to be ratified."""
    IN_FORCE = 2


class DutyState(IntEnum):
    """How a step stands."""

    WAITING = 0
    LATE = 1
    DONE = 2
    FEIGNED = 3
    """Reported done, and not done."""
    STALLED = 4
    """Its word turned out to mean two things."""
    MISSED = 5
    """Not done, or broken after it was done."""
    SUSPENDED = 6
    """Undone by its owner or by snap-back, in answer to the other side."""
    LAPSED = 7
    """Nobody owes it any more."""
    ASKED = 8
    """It waits for a keeper's yes."""
    COUNTED = 9
    """It was so already, and is counted as kept."""

    @property
    def word(self) -> str:
        """As it is shown and told."""
        return self.name.lower()


OWED = (DutyState.WAITING, DutyState.LATE, DutyState.STALLED, DutyState.ASKED)
"""States in which a step is still owed."""
DONE = (DutyState.DONE, DutyState.COUNTED)
"""States in which what a step is about is so."""
KEPT = (*DONE, DutyState.FEIGNED)
"""States in which others take a step as done."""
GONE = (DutyState.MISSED, DutyState.SUSPENDED, DutyState.LAPSED)
"""States in which a step was owed and will not be kept any more."""


@dataclass(frozen=True, slots=True)
class Duty:
    """A step of a signed text."""

    slot: int
    number: int
    """From 1, as in the draft."""
    term: Term
    due: int
    """The turn in which it is due."""
    state: DutyState
    after: int | None
    together: int | None
    verified: int
    reading: str | None
    evidence: int
    """Points of evidence that it was falsely reported; 100 prove it."""
    since: int
    """The turn in which it entered its state."""
    annex: bool
    """Known to the signers alone, in a text that everybody knows otherwise."""

    @property
    def key(self) -> str:
        """How orders name it: `1.2`."""
        return f"{self.slot}.{self.number}"


@dataclass(frozen=True, slots=True)
class Deal:
    """A signed text."""

    slot: int
    """From 1."""
    stage: Stage
    forum: str
    parties: tuple[str, ...]
    broker: str | None
    signed: int
    ends: int
    notice: int | None
    sealed: bool
    snapback: bool
    linked: bool
    ratified: tuple[str, ...]
    leaving: int | None
    rungs: tuple[int, ...]
    """How far up the ladder of responses each party has gone, in their order."""
    answered: int
    """The turn in which a party last answered a wrong; 0 if none did."""
    first: str | None
    moved: int
    duties: tuple[Duty, ...]

    @property
    def key(self) -> str:
        """How orders name it: `1`."""
        return str(self.slot)

    def rung(self, role: str) -> int:
        """How far up the ladder of responses a party has gone; 0 for the foot of it."""
        return self.rungs[self.parties.index(role)]

    @property
    def knowers(self) -> tuple[str, ...] | None:
        """Who may know of it; `None` for everybody."""
        return self.signers if self.sealed else None

    def knowers_of(self, duty: Duty) -> tuple[str, ...] | None:
        """Who may know of one of its steps; `None` for everybody."""
        return self.signers if self.sealed or duty.annex else None

    @property
    def has_secrets(self) -> bool:
        """Whether any of it is known to its signers alone."""
        return self.sealed or any(duty.annex for duty in self.duties)

    @property
    def signers(self) -> tuple[str, ...]:
        """Who put a name to it: its parties, and its broker if it has one."""
        return self.parties if self.broker is None else (*self.parties, self.broker)


def signed(draft: Draft, slot: int, turn: int, stage: Stage) -> Deal:
    """A draft as the text it becomes when it is signed."""
    duties = tuple(
        Duty(
            slot=slot, number=number, term=step.term, due=turn + step.due, state=DutyState.WAITING, after=step.after,
            together=step.together, verified=step.verified, reading=step.reading, evidence=0, since=turn,
            annex=step.annex,
        )
        for number, step in enumerate(draft.steps, start=1)
    )  # fmt: skip
    return Deal(
        slot=slot, stage=stage, forum=draft.forum, parties=draft.parties, broker=draft.broker, signed=turn,
        ends=turn + draft.duration, notice=draft.notice, sealed=draft.sealed, snapback=draft.snapback,
        linked=draft.linked, ratified=(), leaving=None, rungs=(0,) * len(draft.parties), answered=0, first=None, moved=0, duties=duties,
    )  # fmt: skip
