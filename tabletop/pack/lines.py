"""Lines of play: a strategy as the orders that play it, turn by turn, and what must come of them.

A line changes no rule. It stands in the pack's folder `lines`, is no part of the pack's digest or of a record,
and is read when somebody asks for it.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .clauses import Conduct, Response, Template
from .terms import ActKey, Code, Condition, Id, Many, Prose, Sources, Table, Title

Turn = Annotated[int, Field(ge=1, le=1_000)]
DutyKey = Annotated[str, Field(pattern=r"^[1-8]\.[0-9]{1,2}$")]
"""A step of a signed text: `1.2` is the second of the first text."""
TextKey = Annotated[str, Field(pattern=r"^[1-8]$")]

ActOutcome = Literal["done", "refused", "permitted", "consent", "breach", "barred"]
"""What became of an act in a turn, or how it stands in law when the turn is over."""
DutyOutcome = Literal["waiting", "late", "done", "feigned", "stalled", "missed", "suspended", "lapsed", "asked"]
"""How a step stands when the turn is over."""
TextOutcome = Literal["none", "provisional", "in-force"]
"""How far a text has come; `none` if nobody signed it or it has ended."""


class LineOrder(Table):
    """An act that is sealed."""

    act: ActKey
    ask: bool = False
    """Ask the keepers first: the act happens next turn if they agree."""
    knowing: bool = False
    """Do it knowing that it is a breach."""


class LineAnswer(Table):
    """What a role says to what was asked of it the turn before."""

    role: Id
    act: ActKey
    says: bool


class LineDraft(Table):
    """A text that is laid on the table, and who signs it."""

    template: Id | None = None
    """A text of the pack."""
    text: Template | None = None
    """Or a text of its own."""
    by: Id | None = None
    """Who lays it there and pays; its first party if not said."""
    signs: Many[Id]


class LineDuty(Table):
    """How a role treats a step that it owes."""

    role: Id
    duty: DutyKey
    does: Conduct


class LineResponse(Table):
    """What a party does about a text."""

    role: Id
    text: TextKey
    does: Response


class LineReading(Table):
    """What a party takes an undefined word to mean."""

    role: Id
    duty: DutyKey
    reading: Id


class LineTurn(Table):
    """What is sealed in one turn, and why."""

    turn: Turn
    says: Prose
    """What a reader should know about this turn."""
    orders: Many[LineOrder] = ()
    answers: Many[LineAnswer] = ()
    drafts: Many[LineDraft] = ()
    duties: Many[LineDuty] = ()
    responses: Many[LineResponse] = ()
    readings: Many[LineReading] = ()


class Hallmark(Table):
    """What must hold when a turn is over: a condition, or what became of an act, a step or a text."""

    turn: Turn
    says: Prose
    when: Condition | None = None
    act: ActKey | None = None
    duty: DutyKey | None = None
    text: TextKey | None = None
    is_: Annotated[ActOutcome | DutyOutcome | TextOutcome | None, Field(alias="is")] = None


class Refusal(Table):
    """A yes of the line that is a no."""

    turn: Turn
    role: Id
    act: ActKey


class Withheld(Table):
    """An order of the line that is not given."""

    turn: Turn
    act: ActKey


class Unsigned(Table):
    """A turn in which a role signs nothing."""

    turn: Turn
    role: Id


class Betrayed(LineDuty):
    """A step of the line that is treated otherwise."""

    turn: Turn


class Denied(Table):
    """The same line with a consent refused. What can no longer be done is left out and said."""

    says: Prose
    refuses: Many[Refusal] = ()
    withholds: Many[Withheld] = ()
    unsigned: Many[Unsigned] = ()
    betrays: Many[Betrayed] = ()
    hallmark: Many[Hallmark]


class Line(Table):
    """One strategy, played."""

    code: Code
    """What it is called for short; the name of its file begins with it."""
    title: Title
    idea: Prose
    """The strategy in the pack's own words."""
    source: Sources
    """Where the idea is found."""
    scenario: Id
    seed: Annotated[int, Field(ge=0, le=2**62)] = 1
    """What chance depends on."""
    brings: Prose
    """What it should bring."""
    undermined: Prose
    """What works against it."""
    others: Literal["idle", "doctrine"] = "idle"
    """What a role does in a turn for which the line has no orders of its own."""
    turn: Many[LineTurn]
    hallmark: Many[Hallmark]
    denied: Denied | None = None

    @property
    def length(self) -> int:
        """The last turn that the line speaks of."""
        denied = self.denied.hallmark if self.denied else ()
        marks = [mark.turn for mark in (*self.hallmark, *denied)]
        return max([*marks, *(turn.turn for turn in self.turn)], default=0)


class Lines(Table):
    """Every line of a pack by the name of its file, without the ending."""

    line: dict[str, Line]
