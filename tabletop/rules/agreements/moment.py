"""A moment: one turn of the signed texts — the rules, the position, and what everybody sealed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tabletop.pack.clauses import Conduct
from tabletop.rules.happened import Chronicle, Event, Step
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import Deal, Duty, DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.slots import Layout, Part

from .reputation import pay
from .telling import short


@dataclass(frozen=True, slots=True)
class Moment:
    """What every rule about texts needs to know."""

    book: Rulebook
    layout: Layout
    chronicle: Chronicle
    turn: int
    orders: Mapping[str, Orders]
    seed: int

    @property
    def row(self) -> Row:
        """The position now."""
        return self.chronicle.row

    def deal(self, slot: int) -> Deal:
        """The text in a slot as it stands now."""
        return deal_in(self.layout, self.row, slot)

    def conduct(self, duty: Duty) -> Conduct | None:
        """What the owner sealed about a step."""
        orders = self.orders.get(duty.term.role)
        return orders.duties.get(duty.key) if orders is not None else None

    def enter(self, row: Row, duty: Duty, state: DutyState) -> None:
        """A step enters a state."""
        row[self.layout.part(duty.slot, duty.number, Part.STATE)] = int(state)
        row[self.layout.part(duty.slot, duty.number, Part.SINCE)] = self.turn


def about_duty(moment: Moment, deal: Deal, duty: Duty, step: Step, says: str) -> Event:
    """An event about a step of a text, for those who may know the step."""
    return Event(
        moment.turn, step, f"step:{duty.key}", says, actor=duty.term.role, term=duty.term.key,
        seen_by=deal.knowers_of(duty),
    )  # fmt: skip


def about_deal(moment: Moment, deal: Deal, step: Step, says: str, actor: str | None = None) -> Event:
    """An event about a text as a whole, for those who may know it."""
    return Event(moment.turn, step, f"text:{deal.slot}", says, actor=actor, seen_by=deal.knowers)


def spend(moment: Moment, draft: Draft, role: str, cost: int, on: str) -> None:
    """A role pays political capital about a draft, and it alone is told for what."""
    says = f"{short(moment.book, role)} spends {cost} on {on}."
    event = Event(moment.turn, "signatures", f"forum:{draft.forum}", says, actor=role, seen_by=(role,))
    moment.chronicle.record(event, lambda row: pay(moment.book, row, role, cost))
