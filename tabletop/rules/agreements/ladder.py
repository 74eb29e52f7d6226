"""The ladder: steps of signed texts as they fall due — what they wait for, and whether they are done."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tabletop.rules.happened import nothing
from tabletop.rules.texts.deal import GONE, KEPT, OWED, Deal, Duty, DutyState, Stage

from . import carrying_out
from .moment import Moment, about_duty
from .outcomes import count_first_steps, lapse, late, miss
from .publicly import Missing
from .reputation import verification
from .step_costs import agreed_to
from .telling import owed
from .words import understood

HELD_BACK = Missing("Its owner holds it back.", public=True)
UNEXPLAINED = "Its owner does not say why."


def climb(moment: Moment) -> None:
    """Every step that is due, text by text, in the order in which it was written."""
    for slot in moment.layout.taken(moment.row):
        for number in range(1, len(moment.deal(slot).duties) + 1):
            _step(moment, moment.deal(slot), number)
        count_first_steps(moment, moment.deal(slot))


def _step(moment: Moment, deal: Deal, number: int) -> None:
    duty = deal.duties[number - 1]
    pair = _pair(deal, duty)
    owed = [each for each in pair if each.state in OWED]
    if not owed or number != pair[0].number:
        return  # nothing is owed, or it is done with its twin
    if any(_released(deal, each) for each in pair):
        for each in owed:
            lapse(moment, deal, each, "What it was to follow will not come.")
        return
    if not all(_ready(moment, deal, each) for each in owed):
        return
    meant = all(moment.conduct(each) == "withhold" or understood(moment, deal, each) for each in owed)
    if not meant:
        return
    able = [_able(moment, deal, each, owed) for each in owed]
    if not all(able):
        return
    for each in owed:
        _do(moment, deal.slot, each.number)
    if len(pair) > 1:
        carrying_out.thank_broker(moment, deal, duty)


def _pair(deal: Deal, duty: Duty) -> tuple[Duty, ...]:
    """A step with all that happen in the same moment."""
    if duty.together is None:
        held = tuple(each for each in deal.duties if each.together == duty.number)
        return (duty, *held)
    return _pair(deal, deal.duties[duty.together - 1])


def _released(deal: Deal, duty: Duty) -> bool:
    """Nobody owes what was to follow a step that will not come, or to meet one that is gone."""
    first = deal.duties[duty.after - 1] if duty.after is not None else duty
    return first.state in GONE or duty.state in GONE


def _ready(moment: Moment, deal: Deal, duty: Duty) -> bool:
    """Whether a step is due, or its owner does it early, and what it waits for has happened."""
    if duty.due > moment.turn and moment.conduct(duty) in (None, "withhold"):
        return False
    if deal.stage is Stage.PROVISIONAL and moment.book.pack.clause[duty.term.clause].ratify:
        return False
    if duty.after is None:
        return True
    return deal.duties[duty.after - 1].state in KEPT and verification(moment.book, moment.row) >= duty.verified


def _able(moment: Moment, deal: Deal, duty: Duty, due: Sequence[Duty]) -> bool:
    """Whether a step can be done now, with all that are due in the same moment; if not, it is late, missed, waits for a yes, or lapses for want of one.

    A step that is put to the vote can be done as soon as it can be put: with its twin, not before it.
    """
    conduct = moment.conduct(duty)
    if conduct != "feign" and carrying_out.already_done(moment, duty):
        return True
    if conduct == "withhold" and not agreed_to(moment.book, moment.row, deal, duty):
        _not_done(moment, deal, duty, HELD_BACK)
        return False
    if conduct == "feign":
        dear = carrying_out.too_dear(moment, deal, duty, due)
        if dear is not None:
            _not_done(moment, deal, duty, dear)
        return dear is None
    anyway = conduct == "anyway"
    must_ask = carrying_out.must_ask(moment, deal, duty, anyway=anyway)
    if must_ask and duty.state is DutyState.ASKED:
        lapse(moment, deal, duty, "The yes it needed was refused.")
        return False
    why = carrying_out.obstacle(moment, deal, duty, due, anyway=anyway)
    if why is not None:
        _not_done(moment, deal, duty, why)
        return False
    if must_ask and not carrying_out.by_vote(moment, duty):
        carrying_out.wait_for_yes(moment, deal, duty)
        return False
    return True


def _not_done(moment: Moment, deal: Deal, duty: Duty, why: Missing) -> None:
    """Late the first time; missed when it is still not done a turn later. What its owner alone can see it alone is told."""
    if duty.due > moment.turn:
        return
    if not why.public:
        event = about_duty(moment, deal, duty, "steps", f"{owed(moment.book, duty.term)} cannot be done. {why.why}")
        moment.chronicle.record(replace(event, seen_by=(duty.term.role,)), nothing)
    told = why.why if why.public else UNEXPLAINED
    if duty.state is DutyState.LATE:
        miss(moment, deal, duty, f"is missed. {told}")
    else:
        late(moment, deal, duty, told)


def _do(moment: Moment, slot: int, number: int) -> None:
    deal = moment.deal(slot)
    duty = deal.duties[number - 1]
    conduct = moment.conduct(duty)
    if conduct == "feign":
        carrying_out.feign(moment, deal, duty)
    elif carrying_out.by_vote(moment, duty) and carrying_out.must_ask(moment, deal, duty, anyway=False):
        carrying_out.put_to_vote(moment, deal, duty)
    else:
        carrying_out.do(moment, deal, duty)
