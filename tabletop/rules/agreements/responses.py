"""Responses: what follows when the other side broke its word — by the text itself, or step by step up a ladder."""

from __future__ import annotations

from tabletop.pack.clauses import Response
from tabletop.rules.happened import put
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import OWED, Deal, Duty, DutyState
from tabletop.rules.texts.slots import Head

from . import leaking, ratifying
from .counterparts import counterparts, reversible, suspension
from .moment import Moment, about_deal, about_duty
from .outcomes import lapse, miss
from .proof import add_evidence
from .reputation import alarm, pay, rates, trust
from .telling import deal_name, owed, short

RUNGS: dict[Response, int] = {"query": 1, "consult": 2, "inspect": 3, "suspend": 4, "withdraw": 5}
"""How high each response stands. Snap-back stands on no rung: nobody needs to call for it."""
COSTS: dict[Response, int] = {"ratify": ratifying.COST, "inspect": 1, "withdraw": 1, "leak": leaking.COST}
"""Political capital a response takes; the others are free."""
LIGHT: dict[Response, int] = {"query": 10, "consult": 20, "inspect": 60}
"""Points of evidence that asking brings up about each false report."""
QUIET = 4
"""Turns without a wrong and without an answer after which the ladder begins anew."""


def snap_back(moment: Moment) -> None:
    """Where the text says so, a step missed this turn undoes the other side's at once. Nobody votes on it."""
    for slot in moment.layout.taken(moment.row):
        deal = moment.deal(slot)
        if not deal.snapback:
            continue
        for broken in deal.duties:
            if broken.state is DutyState.MISSED and broken.since == moment.turn:
                _answer(moment, moment.deal(slot), broken)


def respond(moment: Moment) -> None:
    """What each party sealed about its texts, in the order of the roles, and after them what a broker did."""
    for slot in moment.layout.taken(moment.row):
        for role in moment.deal(slot).signers:
            orders = moment.orders.get(role)
            response = orders.responses.get(str(slot)) if orders is not None else None
            if response is not None and response != "ratify":
                _respond(moment, moment.deal(slot), role, response)


def calm(moment: Moment) -> None:
    """After some quiet turns all parties stand at the foot of the ladder again."""
    for slot in moment.layout.taken(moment.row):
        deal = moment.deal(slot)
        wrongs = [duty.since for duty in deal.duties if duty.state in (DutyState.LATE, DutyState.MISSED)]
        if any(deal.rungs) and moment.turn - max(deal.answered, *wrongs, 0) >= QUIET:
            says = f"{QUIET} quiet turns under {deal_name(moment.book, deal)}: the ladder of answers begins anew."
            event = about_deal(moment, deal, "responses", says)
            moment.chronicle.record(event, put, moment.layout.head(slot, Head.RUNG), 0)


def undo(moment: Moment, deal: Deal, duty: Duty, state: DutyState, why: str) -> None:
    """What a step did is taken back, as far as its clause says; of a false report, what others saw of it."""
    deed = moment.book.term_deeds[duty.term]
    back = deed.unfeigned if duty.state is DutyState.FEIGNED else deed.undo

    def change(row: Row) -> None:
        back(row)
        moment.enter(row, duty, state)

    says = f"{owed(moment.book, duty.term)} is undone. {why}"
    moment.chronicle.record(about_duty(moment, deal, duty, "responses", says), change)


def _answer(moment: Moment, deal: Deal, broken: Duty) -> None:
    """What others did for it is undone as far as it can be, and what they still owe for it lapses."""
    for duty in counterparts(moment.book, deal, broken):
        if reversible(moment.book, duty):
            told = duty.annex or not broken.annex
            cause = f": {owed(moment.book, broken.term)} was missed" if told else ""
            why = f"The text snaps back{cause}. Nobody votes on it."
            undo(moment, deal, duty, DutyState.SUSPENDED, why)
        elif duty.state in OWED:
            lapse(moment, deal, duty, "The text snaps back.")


def _respond(moment: Moment, deal: Deal, role: str, response: Response) -> None:
    if response == "leak":
        leaking.leak(moment, deal, role)
        return
    _climb_to(moment, deal, role, response)
    if response in LIGHT:
        for duty in deal.duties:
            if duty.state is DutyState.FEIGNED and duty.term.role != role:
                add_evidence(moment, moment.deal(deal.slot), duty, LIGHT[response])
    elif response == "suspend":
        _suspend(moment, deal, role)
    else:
        _withdraw(moment, deal, role)


def left_out(book: Rulebook, deal: Deal, role: str, response: Response) -> tuple[Response, ...]:
    """The milder answers that a party would leave out, of those it could still give: what it gave for nothing that was
    missed it cannot take back in answer.
    """
    between = [milder for milder, rung in RUNGS.items() if deal.rung(role) < rung < RUNGS.get(response, 0)]
    return tuple(each for each in between if each != "suspend" or suspension(book, deal, role).lawful)


def _climb_to(moment: Moment, deal: Deal, role: str, response: Response) -> None:
    """A party answers at some rung; leaving out milder answers of its own costs trust."""
    rung, before = RUNGS[response], deal.rung(role)
    skipped = left_out(moment.book, deal, role, response)
    more = " It left out the milder answers before it." if skipped else ""
    says = f"{short(moment.book, role)}: {response} under {deal_name(moment.book, deal)}.{more}"

    def change(row: Row) -> None:
        pay(moment.book, row, role, COSTS.get(response, 0))
        row[moment.layout.head(deal.slot, Head.RUNG)] += max(0, rung - before) * 10 ** deal.parties.index(role)
        row[moment.layout.head(deal.slot, Head.ANSWERED)] = moment.turn
        if skipped:
            trust(moment.book, row, role, deal.parties, -rates(moment.book).skipped)

    moment.chronicle.record(about_deal(moment, deal, "responses", says, role), change)


def _suspend(moment: Moment, deal: Deal, role: str) -> None:
    """A party takes back what it gave for a step that was missed. Without one it takes all back, and that is a breach."""
    taken = suspension(moment.book, deal, role)
    for duty in taken.duties:
        if taken.lawful:
            undo(moment, deal, duty, DutyState.SUSPENDED, "What it was given for was missed.")
        else:
            undo(moment, deal, duty, DutyState.SUSPENDED, "Nothing that it was given for had been missed.")
            miss(moment, deal, moment.deal(deal.slot).duties[duty.number - 1], "counts as broken.")


def _withdraw(moment: Moment, deal: Deal, role: str) -> None:
    """Notice is given; a text without a way out ends at once, and that is a breach of good faith."""
    notice = deal.notice
    when = f"The text ends {_in_turns(notice)}." if notice is not None else "The text has no way out; it is broken off."
    says = f"{short(moment.book, role)} withdraws from {deal_name(moment.book, deal)}. {when}"
    price = rates(moment.book).left * (1 if notice is not None else 2)

    def change(row: Row) -> None:
        row[moment.layout.head(deal.slot, Head.LEAVING)] = moment.turn + (notice or 0)
        trust(moment.book, row, role, deal.parties, -price)
        alarm(moment.book, row, rates(moment.book).left)

    moment.chronicle.record(about_deal(moment, deal, "responses", says, role), change)


def _in_turns(turns: int) -> str:
    return "at once" if turns == 0 else "after one turn" if turns == 1 else f"after {turns} turns"
