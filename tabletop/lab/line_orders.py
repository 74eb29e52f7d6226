"""Line orders: what a line of play has each role lay on the table and seal in a turn."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tabletop.actors.sealing import sealed_by
from tabletop.pack.lines import Denied, Line, LineDraft, LineTurn
from tabletop.rules.consents import open_questions
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge
from tabletop.rules.orders import Order, Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.table.commands import Seal, seal
from tabletop.table.table import Table

_NOTHING = Denied(says="-", hallmark=())


@dataclass(frozen=True, slots=True)
class Sealing:
    """What a role seals, and what of the line it had to leave out, as sentences."""

    command: Seal
    left_out: tuple[str, ...] = ()


def draft_of(book: Rulebook, written: LineDraft) -> Draft:
    """A draft of a line as a text that can be circulated."""
    template = book.pack.template[str(written.template)] if written.text is None else written.text
    return from_template(template, written.by)


def sealing(table: Table, line: Line, turn: LineTurn, role: str, denied: Denied | None) -> Sealing:
    """What a role seals in a turn of the line, with what is denied to it taken away."""
    told = _told(table, turn, role, denied)
    if line.others == "doctrine" and told == Orders((), told.answers):
        doctrine = table.book.pack.scenario[line.scenario].doctrines[role]
        by_itself = sealed_by(table, role, doctrine)
        asked = _asked(table, role) if denied is not None else set(told.answers)
        answers = {key: says for key, says in told.answers.items() if key in asked}
        return Sealing(by_itself.model_copy(update={"answers": {**by_itself.answers, **answers}}))
    if denied is None:
        return Sealing(_command(table, role, told))
    possible, left_out = _possible(table, role, told)
    return Sealing(_command(table, role, possible), left_out)


def _told(table: Table, turn: LineTurn, role: str, denied: Denied | None) -> Orders:
    """What the line tells a role to seal."""
    book, now = table.book, table.turn
    changed = denied if denied is not None else _NOTHING
    withheld = {one.act for one in changed.withholds if one.turn == now}
    refused = {no.act: False for no in changed.refuses if (no.turn, no.role) == (now, role)}
    signs_nothing = any((one.turn, one.role) == (now, role) for one in changed.unsigned)
    own = [order for order in turn.orders if book.by_key[order.act].role == role and order.act not in withheld]
    on_table = {circulated.draft for circulated in table.drafts}
    signed = [draft_of(book, written) for written in turn.drafts if role in written.signs and not signs_nothing]
    betrayed = {one.duty: one.does for one in changed.betrays if (one.turn, one.role) == (now, role)}
    return Orders(
        acts=tuple(Order(book.by_key[order.act], order.ask, order.knowing) for order in own),
        answers={answer.act: answer.says for answer in turn.answers if answer.role == role} | refused,
        signs=tuple(draft for draft in signed if draft in on_table),
        duties={one.duty: one.does for one in turn.duties if one.role == role} | betrayed,
        responses={one.text: one.does for one in turn.responses if one.role == role},
        readings={one.duty: one.reading for one in turn.readings if one.role == role},
    )


def _possible(table: Table, role: str, told: Orders) -> tuple[Orders, tuple[str, ...]]:
    """As much of these orders as the table takes, and why it does not take the rest."""
    asked = _asked(table, role)
    taken = Orders(answers={key: says for key, says in told.answers.items() if key in asked})
    left_out: list[str] = []
    pieces = [
        *(Orders(signs=(draft,)) for draft in told.signs),
        *(Orders(duties={key: does}) for key, does in told.duties.items()),
        *(Orders(responses={key: does}) for key, does in told.responses.items()),
        *(Orders(readings={key: reading}) for key, reading in told.readings.items()),
        *(Orders(acts=(order,)) for order in told.acts),
    ]
    for piece in pieces:
        longer = _joined(taken, piece)
        try:
            judge(table.book, table.row, role, longer)
        except IllegalOrder as refusal:
            left_out.append(str(refusal))
        else:
            taken = longer
    return taken, tuple(left_out)


def _joined(orders: Orders, more: Orders) -> Orders:
    return replace(
        orders,
        acts=(*orders.acts, *more.acts),
        signs=(*orders.signs, *more.signs),
        duties={**orders.duties, **more.duties},
        responses={**orders.responses, **more.responses},
        readings={**orders.readings, **more.readings},
        vetoes=(*orders.vetoes, *more.vetoes),
    )


def _asked(table: Table, role: str) -> set[str]:
    return {act.key for act in open_questions(table.book, table.row, role)}


def _command(table: Table, role: str, orders: Orders) -> Seal:
    return seal(role, orders, None, [circulated.draft for circulated in table.drafts])
