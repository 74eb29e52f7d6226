"""Commands: what a table can be told. They are values, so that a record can hold them."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from tabletop.rules.acts import Order, Orders
from tabletop.rules.rulebook import Rulebook


class Command(BaseModel):
    """A command on its way in or out: unknown keys are refused, types are never converted."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True)


class SealedAct(Command):
    """One act as a record writes it."""

    act: Annotated[str, Field(max_length=300)]
    """The act's key: `rok/reopen-kaesong@dprk:inspected`."""
    ask: bool = False
    knowing: bool = False
    because: Annotated[str, Field(max_length=1_000)] = ""
    """Which rule of a doctrine chose it; empty for people."""


class Seal(Command):
    """A delegation commits its orders for the turn."""

    kind: Literal["seal"] = "seal"
    role: Annotated[str, Field(max_length=60)]
    acts: Annotated[tuple[SealedAct, ...], Field(strict=False, max_length=20)] = ()
    answers: Annotated[dict[str, bool], Field(max_length=400)] = {}
    because: Annotated[dict[str, str], Field(max_length=400)] = {}
    """Which rule of a doctrine gave each answer, by act key; empty for people."""

    def orders(self, book: Rulebook) -> Orders:
        """The orders as the rules read them.

        Raises:
            KeyError: if an act is not in this pack.
        """
        acts = tuple(Order(book.by_key[sealed.act], sealed.ask, sealed.knowing) for sealed in self.acts)
        return Orders(acts, dict(self.answers))


class Open(Command):
    """All seals open together and the turn is worked out."""

    kind: Literal["open"] = "open"


class Next(Command):
    """The ledger is closed; the next turn begins with its dispatch."""

    kind: Literal["next"] = "next"


AnyCommand = Annotated[Seal | Open | Next, Field(discriminator="kind")]


def seal(role: str, orders: Orders, because: dict[str, str] | None = None) -> Seal:
    """The command that seals these orders, with a delegation's reasons by act key."""
    reasons = because or {}
    acts = tuple(
        SealedAct(act=order.act.key, ask=order.ask, knowing=order.knowing, because=reasons.get(order.act.key, ""))
        for order in orders.acts
    )
    answered = {key: reasons[key] for key in orders.answers if key in reasons}
    return Seal(role=role, acts=acts, answers=dict(orders.answers), because=answered)
