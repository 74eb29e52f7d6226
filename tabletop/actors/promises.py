"""Promises: what a delegation does about the texts that live — its own steps, the others' wrongs, words left open."""

from __future__ import annotations

from dataclasses import dataclass, field

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.agreements.counterparts import suspension
from tabletop.rules.agreements.proof import SUSPECTED
from tabletop.rules.agreements.ratifying import may_ratify, passes, to_ratify
from tabletop.rules.agreements.responses import COSTS, RUNGS
from tabletop.rules.chance import happens
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import OWED, Deal, Duty, DutyState

from .reading import holds
from .valuation import worth_left

LASTING = 10
"""What a text must still be worth to be put to the vote at home though it does not wait for that: it outlives us then."""
CONCEDES = 50
"""Chance in a hundred, each turn, that a side for which a stalled step is worth it takes the other's reading."""


@dataclass(slots=True)
class Promises:
    """What a delegation seals about living texts, with its reasons by what they are about."""

    duties: dict[str, Conduct] = field(default_factory=dict)
    responses: dict[str, Response] = field(default_factory=dict)
    readings: dict[str, str] = field(default_factory=dict)
    because: dict[str, str] = field(default_factory=dict)
    paid: int = 0
    """Political capital that the responses take when they are sealed."""
    due: int = 0
    """Political capital that the steps due this turn will take."""


def kept_by(book: Rulebook, doctrine_id: str, row: Row, seed: int) -> Promises:
    """What a doctrine makes of the texts of its role, in a row that holds no more than that role may see.

    Texts that are worth it are ratified; after the other side's wrong it climbs the ladder, and it leaves what has
    become worth less than nothing.
    """
    role = book.pack.doctrine[doctrine_id].role
    found = Promises()
    for deal in deals(book.layout, row):
        if role not in deal.parties:
            continue
        for duty in deal.duties:
            if duty.term.role == role and duty.state in OWED and duty.due <= row[0]:
                _conduct(book, doctrine_id, row, duty, found)
        left = worth_left(book, doctrine_id, row, deal)
        answer = _ratification(book, role, row, deal, left) or _climb(book, role, deal, left)
        if answer is not None and found.paid + COSTS.get(answer[0], 0) <= book.capital(row, role):
            found.responses[deal.key], found.because[f"response {deal.key}"] = answer
            found.paid += COSTS.get(answer[0], 0)
        for duty in deal.duties:
            stalled = duty.state is DutyState.STALLED and duty.reading is None and left > 0
            if stalled and happens(seed, row[0], f"concede/{role}/{duty.key}/{duty.term.key}", CONCEDES):
                found.readings[duty.key] = _their_reading(book, role, deal, duty)
                found.because[f"reading {duty.key}"] = "The step is worth more to us than what we mean by the word."
    return found


def _conduct(book: Rulebook, doctrine_id: str, row: Row, duty: Duty, found: Promises) -> None:
    """Without a rule against it, what is due is done, and its cost is kept ready."""
    doctrine = book.pack.doctrine[doctrine_id]
    for number, rule in enumerate(doctrine.conduct, start=1):
        if duty.term.clause in rule.clauses and holds(book, rule.when, doctrine.role, row):
            found.duties[duty.key] = rule.does
            found.because[f"duty {duty.key}"] = f"conduct {number}: {rule.because}"
            if rule.does == "withhold":
                return
            break
    deed = book.term_deeds[duty.term]
    found.due += max(0, deed.cost(row)) + (max(0, deed.deed.cost(row)) if deed.deed is not None else 0)


def _ratification(book: Rulebook, role: str, row: Row, deal: Deal, left: int) -> tuple[Response, str] | None:
    waited_for = role in to_ratify(book, deal)
    if role not in may_ratify(book, deal) or left < (0 if waited_for else LASTING) or not passes(book, row, role):
        return None
    return "ratify", f"It would pass at home, and what is left of it is worth {left} to us."


def _climb(book: Rulebook, role: str, deal: Deal, left: int) -> tuple[Response, str] | None:
    """The next rung that the wrong done to a role carries; a late step is asked about, a missed one answered."""
    if deal.leaving is not None:
        return None
    theirs = [duty for duty in deal.duties if duty.term.role != role and _unanswered(deal, duty)]
    missed = any(duty.state is DutyState.MISSED for duty in theirs)
    doubted = any(duty.evidence >= SUSPECTED for duty in theirs)
    late = any(duty.state is DutyState.LATE for duty in theirs)
    to_take_back = suspension(book, deal, role).lawful
    highest = RUNGS["suspend" if missed else "inspect" if doubted else "query"] if missed or doubted or late else 0
    for response, rung in RUNGS.items():
        if deal.rung(role) < rung <= highest and (response != "suspend" or to_take_back):
            why = "missed" if missed else "doubted" if doubted else "late"
            return response, f"A step owed to us is {why}; this is the next answer."
    if missed and left < 0 and deal.rung(role) >= RUNGS["inspect"]:
        return "withdraw", f"A step owed to us is missed, and what is left of the text is worth {left} to us."
    return None


def _unanswered(deal: Deal, duty: Duty) -> bool:
    """Whether a wrong is still being answered, is in doubt, or is newer than the last answer; an old one is let rest."""
    return any(deal.rungs) or duty.evidence >= SUSPECTED or duty.since > deal.answered


def _their_reading(book: Rulebook, role: str, deal: Deal, duty: Duty) -> str:
    """What the other side takes a word to mean: for its owner the first other party, for the others its owner."""
    word = book.pack.word[str(book.pack.clause[duty.term.clause].word)]
    other = duty.term.role if role != duty.term.role else next(each for each in deal.parties if each != role)
    return word.prefers.get(other, word.readings[0].id)
