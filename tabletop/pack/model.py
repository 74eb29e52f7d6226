"""A whole pack, as its files say it."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from .clauses import Agreements, Clause, Template, Word
from .dilemmas import Dilemma
from .doctrines import Doctrine
from .endings import Aim, Ending
from .fora import Forum
from .happenings import Event, Incident
from .law import Instrument, Machine, Package
from .moves import Label, Move
from .roles import Desk, Role
from .scenarios import Scenario
from .sources import Source
from .terms import LINE_PATTERN, Condition, Id, Many, Prose, Table, Title
from .tracks import Drift, Track

FORMAT = 1
"""The pack format this engine reads."""


class Play(Table):
    """The frame of a turn: how much one may do."""

    capital: Id
    """The per-role track that pays for moves."""
    income: Annotated[int, Field(strict=True, ge=0, le=100)] | Condition
    """What comes in each turn: a number from 0, or an expression that reads the role as `actor`."""
    bank: Annotated[int, Field(ge=0, le=100)]
    """Unspent capital that may be kept."""
    actions: Annotated[int, Field(ge=1, le=10)]
    exemption_turns: Annotated[int, Field(ge=1, le=60)] = 6
    """How long a consent once given can be used."""
    dice: bool = False
    """Whether games of this pack may be played with dice."""


class Header(Table):
    """What `pack.toml` says of the pack as a whole."""

    id: Id
    title: Title
    version: Annotated[str, Field(pattern=LINE_PATTERN, max_length=20)]
    format: Literal[1]
    licence: Title
    languages: Many[Id]
    about: Prose
    unplayed_tags: Many[Id] = ()
    """Tags that law catches and no move has, on purpose: acts that this game leaves out."""
    play: Play
    agreements: Agreements | None = None
    """How signed texts work; a pack without it has none."""


class Brief(Table):
    """What a role is told: a public part, and one for its own eyes."""

    public: Annotated[str, Field(max_length=20_000)]
    confidential: Annotated[str, Field(max_length=20_000)]


class Pack(Table):
    """One conflict: everything its folder defines, checked and unchanging."""

    header: Header
    role: dict[Id, Role]
    desk: dict[Id, Desk] = {}
    track: dict[Id, Track]
    drift: dict[Id, Drift] = {}
    machine: dict[Id, Machine] = {}
    instrument: dict[Id, Instrument] = {}
    package: dict[Id, Package] = {}
    forum: dict[Id, Forum] = {}
    move: dict[Id, Move]
    label: dict[Id, Label] = {}
    clause: dict[Id, Clause] = {}
    template: dict[Id, Template] = {}
    word: dict[Id, Word] = {}
    event: dict[Id, Event] = {}
    incident: dict[Id, Incident] = {}
    ending: dict[Id, Ending]
    aim: dict[Id, Aim] = {}
    dilemma: dict[Id, Dilemma] = {}
    doctrine: dict[Id, Doctrine] = {}
    scenario: dict[Id, Scenario]
    source: dict[Id, Source] = {}
    brief: dict[str, Brief] = {}
    """By role, or by `scenario/role` where a scenario has its own."""
    digest: Annotated[str, Field(pattern=r"^[0-9a-f]{32}$")]
    """Hash of all the pack's files: two packs with one digest are the same pack."""
    files: dict[str, str]
    """The text of every file, so that a record can carry its pack along."""

    @cached_property
    def actors(self) -> dict[str, Role | Desk]:
        """Whoever can act, by id: the roles, then the desks."""
        return {**self.role, **self.desk}
