"""Clauses: terms that can be written into a text, words it may leave open, and texts to start from."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .effects import Effect
from .terms import Amount, Condition, Id, Many, Need, Prose, Reference, Sources, Table, Title

Points = Annotated[int, Field(ge=0, le=100)]
Turns = Annotated[int, Field(ge=1, le=60)]
Conduct = Literal["do", "withhold", "feign", "anyway"]
"""How a delegation treats a step it owes: `do` may come before it is due, `feign` reports it falsely, `anyway`
does it in knowing breach of some law. Whoever says nothing does what is due."""
Response = Literal["ratify", "query", "consult", "inspect", "suspend", "withdraw", "leak"]
"""What a party can do about a text as a whole; from `query` to `withdraw`, a ladder of answers to a wrong."""


class Agreements(Table):
    """How signed texts work in this pack: how many at once, and what keeping and breaking them is worth."""

    texts: Annotated[int, Field(ge=1, le=8)] = 4
    """How many signed texts can be alive at once."""
    steps: Annotated[int, Field(ge=1, le=12)] = 8
    """How many steps a text can have."""
    trust: Id | None = None
    """The track between two roles that kept and broken steps move."""
    alarm: Id | None = None
    """The track that a dispute or a withdrawal raises."""
    verification: Id | None = None
    """The track that says how well a false report would be seen: 0 not at all to 3 anywhere."""
    light: Id | None = None
    """The track of each role that doubles `audience` while it is above 0: the press looks at what was promised."""
    turnover: Id | None = None
    """The track of each role that holds the turn in which another administration last took over, 0 if none did: what its
    body at home has not passed ends then."""
    kept: Points = 4
    """Trust between the owner and each other party for a step done in time."""
    late: Points = 4
    missed: Points = 15
    skipped: Points = 5
    """Trust lost by answering a wrong without the milder answers before it."""
    left: Points = 10
    """Trust lost, and alarm raised, by leaving a text."""
    dispute: Points = 10
    """Alarm, and cost at home for each party, when a word turns out to mean two things."""
    premium: Points = 10
    """Cost at home of the first step towards the other side; returned if it is answered within two turns."""
    audience: Points = 10
    """Cost at home of missing one's own step in a text that everybody knows."""
    source: Sources = ()


class Clause(Table):
    """A term that can be written into a text. Who owes it, and about what, make it a step."""

    name: Title
    says: Prose
    type: Annotated[str, Field(max_length=40)]
    """The kind of term, in the field's words: `freeze.dprk`, `sanctions.suspend`, `inspect`."""
    by: Many[Id]
    """Roles that can owe it."""
    choices: Many[Reference] = ()
    """What it may be about: provisions or plain words, one kind only."""
    fora: Many[Id] = ()
    """The only fora in whose texts it may stand; any, if none is named."""
    topic: Id
    """The chapter of a negotiation it belongs to: `nuclear`, `peace`, `relief`."""
    move: Id | None = None
    """The move that carries it out, with its law, its cost and its effects; the clause's choice is the move's."""
    target: Id | None = None
    """Whom that move is aimed at."""
    needs: Many[Need] = ()
    """What must be so before it can be done, besides what its move needs."""
    cost: Amount = 0
    """Political capital when it is done, besides the move's."""
    home: Amount = 0
    """What doing it costs on the owner's home track."""
    done: Condition | None = None
    """When it counts as done already, whoever did it."""
    holds: Condition | None = None
    """What must stay so once it is done, while the text lives; if not, the step is broken."""
    effects: Many[Effect] = ()
    undo: Many[Effect] = ()
    """What taking it back does: suspension, snap-back, the end of the text. A clause without it cannot be undone."""
    broken: Many[Effect] = ()
    """What follows when it is proven broken or missed."""
    feign: bool = False
    """Whether it can be reported falsely: then all that others can see of it happens, and the rest does not."""
    word: Id | None = None
    """A word in it that may be left undefined."""
    ratify: bool | Many[Id] = False
    """Whether a text with it needs ratification: by all its parties, or by its owner if that is one of those named."""
    source: Sources = ()


class WordReading(Table):
    """One thing a word can mean."""

    id: Id
    says: Prose


class Word(Table):
    """A word that two sides can sign and understand differently."""

    name: Title
    about: Prose
    readings: Many[WordReading]
    prefers: dict[Id, Id] = {}
    """The reading each role takes unless it says otherwise."""
    source: Sources = ()


class TemplateStep(Table):
    """One step of a text to start from."""

    by: Id
    clause: Id
    choice: Reference | None = None
    due: Turns = 1
    """Turns after the signature."""
    after: Annotated[int, Field(ge=1, le=12)] | None = None
    """The number of the step that must be done first, from 1."""
    together: Annotated[int, Field(ge=1, le=12)] | None = None
    """The number of the step that is done in the same moment; a broker holds both ends."""
    verified: Annotated[int, Field(ge=0, le=3)] = 0
    """How well the step before it must be verified."""
    reading: Id | None = None
    """What the clause's word means; left open if not said."""
    annex: bool = False
    """Whether it stands in a sealed annex of a text that is open otherwise. Annexed steps come last."""


class Template(Table):
    """A text to start from: a draft that is ready to be circulated or changed."""

    name: Title
    about: Prose
    forum: Id
    parties: Many[Id]
    duration: Turns = 6
    notice: Annotated[int, Field(ge=0, le=12)] | None = None
    """Turns between notice and exit; none if the text has no way out."""
    sealed: bool = False
    snapback: bool = False
    linked: bool = True
    broker: Id | None = None
    step: Many[TemplateStep]
    source: Sources = ()
