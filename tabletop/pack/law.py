"""Law: instruments, their provisions, and the machines that give provisions a state."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .effects import Effect
from .terms import Condition, Id, Many, Prose, Reference, Sources, Table, Title


class Transition(Table):
    """One way from state to state. With `when` or `after` it happens by itself; otherwise an act does it."""

    from_: Annotated[Many[Id], Field(alias="from")]
    to: Id
    forum: Id | None = None
    """Only an act decided by this forum may make this change."""
    when: Condition | None = None
    """May name `pair`, the state of the provision's counterpart."""
    after: Annotated[int, Field(ge=1, le=100)] | None = None
    """Turns spent in the state before it moves on by itself."""
    effects: Many[Effect] = ()
    says: Prose | None = None


class Machine(Table):
    """The states a kind of provision can be in, written once and used by many provisions."""

    states: Many[Id]
    binding: Many[Id] = ()
    """States in which the provision is law."""
    political: Many[Id] = ()
    """States in which it is a promise, not law: dropping it costs trust and breaches nothing."""
    dormant: Many[Id] = ()
    """States in which it is on the books and not applied; a verdict mentions it and lets the act pass."""
    broken: Many[Id] = ()
    """States of proven breach: the counterpart named as its `pair` is released."""
    disputed: Many[Id] = ()
    """States in which good-faith readings differ; a verdict is marked contested."""
    transition: Many[Transition] = ()


class ExpressException(Table):
    """An express exception: when it holds, the provision does not catch the act."""

    when: Condition
    cite: Prose
    why: Prose


class Reading(Table):
    """How one side reads an ambiguous provision."""

    by: Id
    says: Prose


class Catches(Table):
    """Which acts a provision is about: by the tags of a move, or by its name."""

    tags: Many[Id] = ()
    moves: Many[Id] = ()


class Provision(Table):
    """One numbered duty, ban or permission, with the state it is in."""

    title: Title
    machine: Id
    says: Prose
    """Its content in the pack's own words."""
    cite: Prose
    binds: Many[Id] | Literal["all"] = "all"
    catches: Catches = Catches()
    level: Literal["breach", "consent", "contested", "permitted"] = "breach"
    """What a caught act becomes while the provision binds; `permitted` is an express right."""
    keeper: Id | None = None
    """The forum or role that can exempt, consent or lift."""
    when: Condition = "True"
    """A further test of the act or the moment, for example `choice == 'cash'`."""
    except_: Annotated[Many[ExpressException], Field(alias="except")] = ()
    pair: Reference | None = None
    """Its counterpart: when that one is broken, this one no longer binds."""
    readings: Many[Reading] = ()
    bites: dict[Id, Annotated[int, Field(ge=0, le=100)]] = {}
    """How much pressure each enforcing role carries through it while it binds (0-100)."""
    if_breached: Many[Effect] = ()
    notes: dict[Id, Prose] = {}
    """State by state, what a player should know: `suspended = "since 21 June 1957 ..."`."""
    transition: Many[Transition] = ()
    """Ways of its own, besides its machine's."""
    source: Sources = ()

    @property
    def makes(self) -> Literal["breach", "consent", "contested", "permitted"]:
        """What a caught act becomes in play: where nobody can give the consent that is asked for, a breach."""
        return "breach" if self.level == "consent" and self.keeper is None else self.level


class Instrument(Table):
    """A legal or political text."""

    title: Title
    family: Id
    """`armistice`, `sanctions`, `freeze`, `inter-korean`, `peace`: what a forum may be competent for."""
    about: Prose
    provision: dict[Id, Provision]
    source: Sources = ()


class Package(Table):
    """Provisions that are adopted, suspended or lifted together, as by one resolution."""

    title: Title
    about: Prose
    provisions: Many[Reference]
    source: Sources = ()
