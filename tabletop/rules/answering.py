"""Answering: what was asked a turn ago is granted, refused, or granted too late."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from .acts import Act
from .charges import keepers_by_law
from .consents import decide, pending
from .happened import Chronicle, Event
from .orders import Orders
from .position import Row, consent_label
from .rulebook import Rulebook
from .telling import agreed_to, refused
from .verdict import Level
from .yeses import agreed, asked

TOO_LATE = "The yes comes too late: the act is no longer open, or a yes no longer makes it lawful."


def answer_asked(book: Rulebook, chronicle: Chronicle, turn: int, orders: Mapping[str, Orders]) -> list[Act]:
    """Answers what was asked a turn ago; the acts that were granted and can still be done."""
    granted = []
    for act in pending(book, chronicle.row):
        decisions = decide(book, chronicle.row, act, orders)
        yes = all(decision.agreed for decision in decisions)
        possible = book.level(chronicle.row, act) <= Level.CONSENT
        if yes and not possible:
            says = f"{agreed_to(book, act, decisions)} {TOO_LATE}"
            change = partial(_take_back, book=book, act=act)
        elif yes:
            says = agreed_to(book, act, decisions)
            keepers = [decision.keeper for decision in decisions]
            change = partial(_grant, book=book, act=act, keepers=keepers, turn=turn)
        else:
            says = refused(book, act, decisions)
            change = partial(_refuse, book=book, act=act)
        event = Event(
            turn, "consents", f"consent:{act.move}", says, actor=act.role, act=act.key,
            seen_by=book.schema.columns[book.schema.index[consent_label(act)]].seen_by,
        )  # fmt: skip
        chronicle.record(event, change)
        if yes and possible:
            granted.append(act)
    return granted


def _grant(row: Row, book: Rulebook, act: Act, keepers: Sequence[str], turn: int) -> None:
    """A forum's or partner's yes is for one occasion; an exemption can be used again for a while.

    Where the law changed and nobody's yes is needed any more, that the act was granted is kept, and no yes with it.
    """
    _settle(row, book, act)
    move = book.pack.move[act.move]
    if move.forum is not None or move.partner:
        return
    place, numbered = book.schema.index[consent_label(act)], keepers_by_law(act, book.names)
    for number in [numbered.index(keeper) for keeper in keepers] or [len(numbered)]:
        row[place] = agreed(row[place], number, turn)


def _refuse(row: Row, book: Rulebook, act: Act) -> None:
    _take_back(row, book, act)
    book.functions.refusals[book.place[act]](row)


def _take_back(row: Row, book: Rulebook, act: Act) -> None:
    """What was asked for does not happen, and what was paid for it is returned."""
    paid = row[book.paid[act]] if act in book.paid else book.cost(row, act)
    purse = book.deeds[act].capital
    if purse is not None:
        row[purse] = min(book.schema.columns[purse].high, row[purse] + paid)
    _settle(row, book, act)


def _settle(row: Row, book: Rulebook, act: Act) -> None:
    """The act waits no longer. Yeses that keepers gave before stay as they are."""
    place = book.schema.index[consent_label(act)]
    row[place] = asked(row[place], 0)
    if act in book.paid:
        row[book.paid[act]] = 0
