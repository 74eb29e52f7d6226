"""Commands: what a table can be told. They are values, so that a record can hold them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.orders import Order, Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, Step

from .drafts import MOST_DRAFTS, Says

MOST_STEPS = 20
"""Steps that a draft can be written with; a text that is signed has fewer."""


class Command(BaseModel):
    """A command on its way in or out: unknown keys are refused, types are never converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class SealedAct(Command):
    """One act as a record writes it."""

    act: Annotated[str, Field(max_length=300)]
    """The act's key: `rok/reopen-kaesong@dprk:inspected`."""
    ask: bool = False
    knowing: bool = False
    because: Annotated[str, Field(max_length=1_000)] = ""
    """Which rule of a doctrine chose it; empty for people."""


Name = Annotated[str, Field(max_length=60)]
Few = Annotated[int, Field(ge=0, le=100)]


class StepText(Command):
    """One step of a draft as a record writes it."""

    term: Annotated[str, Field(max_length=200)]
    """The term's key: `dprk/freeze-tests:freeze.nuclear-tests`."""
    due: Few = 1
    after: Few | None = None
    together: Few | None = None
    verified: Few = 0
    reading: Name | None = None
    annex: bool = False


class DraftText(Command):
    """A draft as a record writes it."""

    forum: Name
    parties: Annotated[tuple[Name, ...], Field(strict=False, max_length=20)]
    steps: Annotated[tuple[StepText, ...], Field(strict=False, max_length=MOST_STEPS)]
    duration: Few = 6
    notice: Few | None = None
    sealed: bool = False
    snapback: bool = False
    linked: bool = True
    broker: Name | None = None

    def draft(self, book: Rulebook, by: str) -> Draft:
        """The draft itself.

        Raises:
            KeyError: if a term is not in this pack.
        """
        steps = tuple(
            Step(
                book.term_by_key[step.term],
                step.due,
                step.after,
                step.together,
                step.verified,
                step.reading,
                step.annex,
            )
            for step in self.steps
        )
        return Draft(
            by, self.forum, self.parties, steps, self.duration, self.notice, self.sealed, self.snapback, self.linked,
            self.broker,
        )  # fmt: skip


class Circulate(Command):
    """A delegation lays a draft before those who would sign it."""

    kind: Literal["circulate"] = "circulate"
    role: Name
    draft: DraftText
    counters: Annotated[int, Field(ge=1, le=1_000)] | None = None
    """The number of the draft it answers."""
    because: Annotated[str, Field(max_length=1_000)] = ""


class Answer(Command):
    """A delegation says whether it would sign a draft. It binds nobody."""

    kind: Literal["answer"] = "answer"
    role: Name
    number: Annotated[int, Field(ge=1, le=1_000)]
    says: Says
    because: Annotated[str, Field(max_length=1_000)] = ""


class Show(Command):
    """A delegation shows the other signers of a draft, with proof, how tight it would be for it at home."""

    kind: Literal["show"] = "show"
    role: Name
    number: Annotated[int, Field(ge=1, le=1_000)]
    because: Annotated[str, Field(max_length=1_000)] = ""


class Seal(Command):
    """A delegation commits its orders for the turn."""

    kind: Literal["seal"] = "seal"
    role: Annotated[str, Field(max_length=60)]
    acts: Annotated[tuple[SealedAct, ...], Field(strict=False, max_length=20)] = ()
    answers: Annotated[dict[str, bool], Field(max_length=400)] = {}
    because: Annotated[dict[str, str], Field(max_length=400)] = {}
    """Why a doctrine gave each answer, by act key, and why it does what it does about texts, by `draft 2`, `duty 1.2`,
    `response 1` and `reading 1.2`; empty for people."""
    signs: Annotated[tuple[int, ...], Field(strict=False, max_length=MOST_DRAFTS)] = ()
    """Numbers of the drafts it puts its name to."""
    duties: Annotated[dict[str, Conduct], Field(max_length=200)] = {}
    responses: Annotated[dict[str, Response], Field(max_length=20)] = {}
    readings: Annotated[dict[str, Name], Field(max_length=200)] = {}
    vetoes: Annotated[tuple[int, ...], Field(strict=False, max_length=MOST_DRAFTS)] = ()
    """Numbers of the drafts it votes down."""

    def orders(self, book: Rulebook, drafts: Mapping[int, Draft] | None = None) -> Orders:
        """The orders as the rules read them; `drafts` are those on the table, by number.

        Raises:
            KeyError: if an act is not in this pack, or a draft not on the table.
        """
        acts = tuple(Order(book.by_key[sealed.act], sealed.ask, sealed.knowing) for sealed in self.acts)
        on_table = drafts or {}
        signs, vetoes = (tuple(on_table[number] for number in numbers) for numbers in (self.signs, self.vetoes))
        return Orders(
            acts, dict(self.answers), signs, dict(self.duties), dict(self.responses), dict(self.readings), vetoes
        )


class Open(Command):
    """All seals open together and the turn is worked out."""

    kind: Literal["open"] = "open"


class Next(Command):
    """The ledger is closed; the next turn begins with its dispatch."""

    kind: Literal["next"] = "next"


AnyCommand = Annotated[Seal | Circulate | Answer | Show | Open | Next, Field(discriminator="kind")]


def seal(role: str, orders: Orders, because: dict[str, str] | None = None, drafts: Sequence[Draft] = ()) -> Seal:
    """The command that seals these orders, with a delegation's reasons by what they are about.

    `drafts` are those on the table, in the order of their numbers.

    Raises:
        ValueError: if a signed text is not on the table.
    """
    reasons = because or {}
    acts = tuple(
        SealedAct(act=order.act.key, ask=order.ask, knowing=order.knowing, because=reasons.get(order.act.key, ""))
        for order in orders.acts
    )
    signs, vetoes = (tuple(drafts.index(draft) + 1 for draft in named) for named in (orders.signs, orders.vetoes))
    about = [
        *orders.answers,
        *(f"draft {number}" for number in (*signs, *vetoes)),
        *(f"duty {key}" for key in orders.duties),
    ]
    about += [*(f"response {key}" for key in orders.responses), *(f"reading {key}" for key in orders.readings)]
    return Seal(
        role=role, acts=acts, answers=dict(orders.answers), because={key: reasons[key] for key in about if key in reasons},
        signs=signs, duties=dict(orders.duties), responses=dict(orders.responses), readings=dict(orders.readings),
        vetoes=vetoes,
    )  # fmt: skip


def circulate(draft: Draft, role: str, counters: int | None = None, because: str = "") -> Circulate:
    """The command that lays a draft on the table."""
    steps = tuple(
        StepText(
            term=step.term.key, due=step.due, after=step.after, together=step.together, verified=step.verified,
            reading=step.reading, annex=step.annex,
        )
        for step in draft.steps
    )  # fmt: skip
    text = DraftText(
        forum=draft.forum, parties=draft.parties, steps=steps, duration=draft.duration, notice=draft.notice,
        sealed=draft.sealed, snapback=draft.snapback, linked=draft.linked, broker=draft.broker,
    )  # fmt: skip
    return Circulate(role=role, draft=text, counters=counters, because=because)
