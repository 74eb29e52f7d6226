"""Carrying out: a step is done, by its own effects or by an act of the catalogue with the law that act meets."""

from __future__ import annotations

from tabletop.rules.acts import Act
from tabletop.rules.asking import ask_for
from tabletop.rules.position import Row, consent_label
from tabletop.rules.referee import check
from tabletop.rules.verdict import Level
from tabletop.rules.yeses import last_yes

from .deal import Deal, Duty, DutyState
from .doing import TermDeed
from .moment import Moment, about_duty
from .outcomes import credit
from .reputation import home, pay, rates
from .telling import owed, short


def cost_of(moment: Moment, deed: TermDeed) -> int:
    """What a step costs its owner now, in political capital."""
    own = max(0, deed.cost(moment.row))
    return own + (max(0, deed.deed.cost(moment.row)) if deed.deed is not None else 0)


def already_done(moment: Moment, deal: Deal, duty: Duty) -> bool:
    """Whether a step is so without its owner doing anything now: by its condition, or by a yes that came meanwhile."""
    deed = moment.book.term_deeds[duty.term]
    if deed.done(moment.row):
        return True
    return deed.deed is not None and _granted_since(moment, deed.deed.act, deal.signed)


def obstacle(moment: Moment, duty: Duty, *, anyway: bool) -> str | None:
    """Why a step cannot be done now, if it cannot."""
    deed = moment.book.term_deeds[duty.term]
    cost, capital = cost_of(moment, deed), moment.book.capital(moment.row, duty.term.role)
    if cost > capital:
        return f"It costs {cost}, and there is not that much political capital left."
    if deed.deed is None:
        return None
    level = moment.book.level(moment.row, deed.deed.act)
    if level == Level.BARRED or (level == Level.BREACH and not anyway):
        return check(moment.book, moment.row, deed.deed.act).findings[0].reason
    return None


def must_ask(moment: Moment, duty: Duty, *, anyway: bool) -> bool:
    """Whether a step can only be done once somebody else has said yes."""
    deed = moment.book.term_deeds[duty.term].deed
    if deed is None or moment.book.level(moment.row, deed.act) != Level.CONSENT:
        return False
    return not (anyway and check(moment.book, moment.row, deed.act).may_do)


def ask(moment: Moment, deal: Deal, duty: Duty) -> None:
    """The keepers are asked. Where a forum decides, putting it to the forum is the step; else the step waits."""
    deed = moment.book.term_deeds[duty.term]
    assert deed.deed is not None  # only an act can need a yes
    act, cost, paid = deed.deed.act, cost_of(moment, deed), deed.deed.cost(moment.row)
    decided = moment.book.pack.move[act.move].forum is not None
    state = DutyState.DONE if decided else DutyState.ASKED
    says = f"{owed(moment.book, duty.term)}: {'put to the vote' if decided else 'waits for a yes'}."

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, cost)
        moment.enter(row, duty, state)
        if decided:
            deed.effect(row)
            credit(moment, row, deal, duty)

    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)
    ask_for(moment.book, moment.chronicle, moment.turn, act, paid)


def do(moment: Moment, deal: Deal, duty: Duty, *, for_free: bool = False) -> None:
    """A step is done. `for_free`: it is so already, and only counted."""
    deed = moment.book.term_deeds[duty.term]
    act = deed.deed
    breach = not for_free and act is not None and moment.book.level(moment.row, act.act) > Level.PERMITTED
    cost = 0 if for_free else cost_of(moment, deed)
    broke = " It is done in knowing breach of other law." if breach else ""

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, cost)
        if act is not None and not for_free:
            if breach:
                act.breach(row, row[:])
            act.effect(row)
            row[act.last] = moment.turn
        deed.effect(row)
        moment.enter(row, duty, DutyState.DONE)
        credit(moment, row, deal, duty)

    says = f"{owed(moment.book, duty.term)}: done.{broke}"
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)


def feign(moment: Moment, deal: Deal, duty: Duty) -> None:
    """A step is reported done and is not. Others are told, and see, exactly what they would of the truth.

    It costs as much as the truth: keeping up appearances is work.
    """
    deed = moment.book.term_deeds[duty.term]
    cost = cost_of(moment, deed)

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, cost)
        deed.feigned(row)
        if deed.deed is not None and moment.book.pack.move[deed.deed.act.move].visibility == "open":
            row[deed.deed.last] = moment.turn
        moment.enter(row, duty, DutyState.FEIGNED)
        credit(moment, row, deal, duty)

    says = f"{owed(moment.book, duty.term)}: done."
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)


def thank_broker(moment: Moment, deal: Deal, duty: Duty) -> None:
    """Two steps held by a broker came off together."""
    broker = deal.broker
    if broker is None:
        return
    says = f"{short(moment.book, broker)} held both ends, and it worked."
    event = about_duty(moment, deal, duty, "steps", says)
    moment.chronicle.record(event, lambda row: home(moment.book, row, broker, rates(moment.book).premium // 2))


def _granted_since(moment: Moment, act: Act, turn: int) -> bool:
    place = moment.book.schema.index.get(consent_label(act))
    return place is not None and last_yes(moment.row[place]) > turn
