"""Carrying out: a step is done, by its own effects or by an act of the catalogue with the law that act meets."""

from __future__ import annotations

from collections.abc import Iterable

from tabletop.rules.asking import ask_for
from tabletop.rules.position import Row
from tabletop.rules.referee import asked, check
from tabletop.rules.texts.deal import Deal, Duty, DutyState
from tabletop.rules.verdict import Level

from .counting import only_counted
from .moment import Moment, about_duty
from .outcomes import credit
from .publicly import Missing, in_the_way
from .reputation import home, pay, rates
from .step_costs import act_cost, agreed_to, step_cost
from .telling import owed, short


def already_done(moment: Moment, duty: Duty) -> bool:
    """Whether what a step is about is so already, whoever did it: then it is only counted."""
    return bool(moment.book.term_deeds[duty.term].done(moment.row))


def obstacle(moment: Moment, deal: Deal, duty: Duty, due: Iterable[Duty], *, anyway: bool) -> Missing | None:
    """Why a step cannot be done now, if it cannot."""
    dear = too_dear(moment, deal, duty, due)
    if dear is not None:
        return dear
    if agreed_to(moment.book, moment.row, deal, duty):
        return None
    return in_the_way(moment.book, moment.row, duty.term, anyway=anyway)


def too_dear(moment: Moment, deal: Deal, duty: Duty, due: Iterable[Duty]) -> Missing | None:
    """Why a step cannot be paid for now, or reported done, if it cannot. Its owner pays for all that is due of it in the
    same moment.
    """
    cost, capital = _cost_now(moment, deal, duty), moment.book.capital(moment.row, duty.term.role)
    whole = sum(_cost_now(moment, deal, each) for each in due if each.term.role == duty.term.role)
    if whole > capital:
        costs = f"{cost}, and {whole} with what is done in the same moment" if whole > cost else str(cost)
        return Missing(f"It costs {costs}, and there is not that much political capital left.", public=False)
    return None


def must_ask(moment: Moment, deal: Deal, duty: Duty, *, anyway: bool) -> bool:
    """Whether a step can only be done once somebody else has said yes. What was asked for waits for its answer."""
    deed = moment.book.term_deeds[duty.term].deed
    if deed is None or already_done(moment, duty) or agreed_to(moment.book, moment.row, deal, duty):
        return False
    if asked(moment.book, moment.row, deed.act):
        return True
    if moment.book.level(moment.row, deed.act) != Level.CONSENT:
        return False
    return not (anyway and check(moment.book, moment.row, deed.act).may_do)


def by_vote(moment: Moment, duty: Duty) -> bool:
    """Whether a forum decides on a step's act: putting it to the forum is then the step."""
    deed = moment.book.term_deeds[duty.term].deed
    return deed is not None and moment.book.pack.move[deed.act.move].forum is not None


def wait_for_yes(moment: Moment, deal: Deal, duty: Duty) -> None:
    """The keepers are asked, and the step waits. What it costs besides its act is paid when it is done."""
    paid = act_cost(moment.book, moment.row, deal, duty)

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, paid)
        moment.enter(row, duty, DutyState.ASKED)

    says = f"{owed(moment.book, duty.term)}: waits for a yes."
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)
    _ask(moment, duty, paid)


def put_to_vote(moment: Moment, deal: Deal, duty: Duty) -> None:
    """The forum is asked, and with that the step is done."""
    deed = moment.book.term_deeds[duty.term]
    cost, paid = step_cost(moment.book, moment.row, deal, duty), act_cost(moment.book, moment.row, deal, duty)

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, cost)
        deed.effect(row)
        moment.enter(row, duty, DutyState.DONE)
        credit(moment, row, deal, duty)

    says = f"{owed(moment.book, duty.term)}: put to the vote."
    moment.chronicle.record(about_duty(moment, deal, duty, "steps", says), change)
    _ask(moment, duty, paid)


def do(moment: Moment, deal: Deal, duty: Duty) -> None:
    """A step is done: by its act, if that has not happened yet, and by its own effects. What is so already is counted."""
    deed, agreed = moment.book.term_deeds[duty.term], agreed_to(moment.book, moment.row, deal, duty)
    if not agreed and only_counted(moment.book, moment.row, duty.term):
        says = f"{owed(moment.book, duty.term)}: it is so already."
        event = about_duty(moment, deal, duty, "steps", says)
        moment.chronicle.record(event, lambda row: moment.enter(row, duty, DutyState.COUNTED))
        return
    act = None if agreed or already_done(moment, duty) else deed.deed
    breach = act is not None and moment.book.level(moment.row, act.act) > Level.PERMITTED
    cost = _cost_now(moment, deal, duty)
    broke = " It is done in knowing breach of other law." if breach else ""

    def change(row: Row) -> None:
        pay(moment.book, row, duty.term.role, cost)
        if act is not None:
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
    cost = step_cost(moment.book, moment.row, deal, duty)

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


def _cost_now(moment: Moment, deal: Deal, duty: Duty) -> int:
    """What a step takes from its owner as it is done now. What is so already is only counted; to report it falsely costs."""
    counted = moment.conduct(duty) != "feign" and already_done(moment, duty)
    return 0 if counted else step_cost(moment.book, moment.row, deal, duty)


def _ask(moment: Moment, duty: Duty, paid: int) -> None:
    """The act of a step is put to its keepers, unless it was already this turn."""
    deed = moment.book.term_deeds[duty.term].deed
    if deed is not None and not asked(moment.book, moment.row, deed.act):
        ask_for(moment.book, moment.chronicle, moment.turn, deed.act, paid)
