"""Text choices: what a role can do about each signed text now, what it costs, and why some of it cannot be done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.agreements.counterparts import suspension
from tabletop.rules.agreements.proof import POINTS, PROVEN
from tabletop.rules.agreements.publicly import missing
from tabletop.rules.agreements.ratifying import executive, may_ratify, passes, to_ratify
from tabletop.rules.agreements.reputation import rates, verification
from tabletop.rules.agreements.responses import COSTS, LIGHT, left_out
from tabletop.rules.agreements.step_costs import agreed_to
from tabletop.rules.agreements.telling import term_phrase
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import plain_word, sentence
from tabletop.rules.texts.deal import OWED, Deal, Duty, DutyState
from tabletop.rules.texts.terms import readings_of
from tabletop.rules.verdict import Level
from tabletop.rules.views import View

from .falling_due import may_come, turn_of, waits_for
from .readings import label_name
from .text_prices import listed_price, loss, step_price, trust_with


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a role can do about a step, a text or a word."""

    id: str
    """As orders say it: `withhold`, `suspend`, or a reading."""
    word: str
    says: str
    price: str = ""
    why_not: str = ""
    """Empty if it can be done."""
    breach: str = ""
    """What it would break, if it is a breach of faith or law; it is asked about once more."""
    default: bool = False
    """Whether it is what happens if nothing is said."""


SO_ALREADY = "It is so already, and counts as done."

CONDUCT_WORDS: dict[Conduct, str] = {
    "do": "do it",
    "withhold": "hold it back",
    "feign": "report it falsely",
    "anyway": "do it anyway",
}
RESPONSE_WORDS: dict[Response, str] = {
    "ratify": "ratify",
    "query": "ask for an explanation",
    "consult": "call for consultations",
    "inspect": "ask for an inspection",
    "suspend": "suspend your own steps",
    "withdraw": "withdraw",
    "leak": "leak it to the press",
}


def conducts(book: Rulebook, view: View, deal: Deal, duty: Duty) -> tuple[Choice, ...]:
    """How the owner can treat a step this turn; nothing for somebody else's, or one no longer owed."""
    if duty.term.role != view.role or duty.state not in OWED:
        return ()
    waits, due = waits_for(book, view, deal, duty), duty.due <= turn_of(book, view)
    not_yet = f"It {'; '.join(waits)}." if waits and not (due and may_come(book, view, deal, duty)) else ""
    missed = duty.state is DutyState.LATE
    early = "It is done before its day." if not due else "What is due is done unless you say otherwise."
    early += f" It {'; '.join(waits)}, which may come this turn." if waits and not not_yet else ""
    counted = SO_ALREADY if book.term_deeds[duty.term].done(list(view.row)) else ""
    stops = counted or _obstacle(book, view, deal, duty)
    return (
        Choice("do", CONDUCT_WORDS["do"], f"{early} {stops}".rstrip(), step_price(book, view, deal, duty), not_yet, default=due),
        Choice(
            "withhold", CONDUCT_WORDS["withhold"],
            "It is missed then." if missed else "It is late then, and missed if it is still not done a turn later.",
            loss(book, view, deal, duty, missed=missed), not_yet or (counted if due else "It is not due yet."),
            breach="You gave your word for this turn.", default=not due,
        ),
        Choice(
            "feign", CONDUCT_WORDS["feign"],
            f"Others are told, and see, what they would of the truth. Evidence grows by "
            f"{POINTS[verification(book, list(view.row))]} a turn as things are verified now; at {PROVEN} it is proven.",
            step_price(book, view, deal, duty),
            not_yet or ("" if book.pack.clause[duty.term.clause].feign else "Everybody would see that it is not so."),
            breach=f"A false report. Once it is proven the step is missed: {loss(book, view, deal, duty, missed=True)}.",
        ),
        _anyway(book, view, deal, duty, not_yet),
    )  # fmt: skip


def responses_to(book: Rulebook, view: View, deal: Deal) -> tuple[Choice, ...]:
    """What a party can do about a whole text; its broker can only leak it, and others nothing."""
    if view.role == deal.broker:
        told = _leak(book, view, deal)
        return (replace(told, price=listed_price(_capital("leak"), told.price)),)
    if view.role not in deal.parties:
        return ()
    return tuple(
        replace(choice, price=listed_price(_capital(response), choice.price, _skipped(book, view, deal, response)))
        for response, choice in zip(RESPONSE_WORDS, _responses(book, view, deal), strict=True)
    )


def readings_for(book: Rulebook, view: View, deal: Deal, duty: Duty) -> tuple[Choice, ...]:
    """What a party can take an open word to mean, its own preference marked; nothing where none is open."""
    if view.role not in deal.parties or duty.reading is not None or duty.state not in OWED:
        return ()
    known = readings_of(book.names, duty.term)
    if not known:
        return ()
    word = book.pack.word[str(book.pack.clause[duty.term.clause].word)]
    prefers = word.prefers.get(view.role, known[0])
    return tuple(
        Choice(each.id, plain_word(book, each.id), each.says, default=each.id == prefers) for each in word.readings
    )


def _responses(book: Rulebook, view: View, deal: Deal) -> Iterator[Choice]:
    alone = "You gave it alone; there is nobody to ask." if len(deal.parties) == 1 else ""
    yield _ratify(book, view, deal)
    for response, what in (("query", "a question"), ("consult", "a meeting"), ("inspect", "a visit")):
        says = f"{sentence(what)}, on the record: {LIGHT[response]} points of evidence about each false report."  # type: ignore[index]
        yield Choice(response, RESPONSE_WORDS[response], says, why_not=alone)  # type: ignore[index]
    yield _suspend(book, view, deal)
    yield _withdraw(book, view, deal)
    yield _leak(book, view, deal)


def _ratify(book: Rulebook, view: View, deal: Deal) -> Choice:
    body = book.pack.role[view.role].ratifies
    if view.role not in may_ratify(book, deal) or body is None:
        secret = view.role in executive(book, deal)
        why_not = (
            "It is sealed. Nobody votes on what is not shown." if secret else "It does not wait for your ratification."
        )
        return Choice("ratify", RESPONSE_WORDS["ratify"], "", why_not=why_not)
    forum = book.pack.forum[body]
    agrees = passes(book, list(view.row), view.role)
    says = f"{forum.name} {'would pass it today.' if agrees else f'would not pass it today. {forum.refusal}'}"
    if view.role not in to_ratify(book, deal):
        says += " It runs without that; passed, it outlives a change of administration."
    return Choice("ratify", RESPONSE_WORDS["ratify"], says)


def _suspend(book: Rulebook, view: View, deal: Deal) -> Choice:
    taken = suspension(book, deal, view.role)
    names = "; ".join(term_phrase(book, duty.term) for duty in taken.duties)
    return Choice(
        "suspend", RESPONSE_WORDS["suspend"],
        f"You take back what you did: {names}. " + ("What they were given for was missed." if taken.lawful else ""),
        "" if taken.lawful else loss(book, view, deal, *taken.duties, missed=True),
        "" if taken.duties else "You have done nothing under it that can be taken back.",
        "" if taken.lawful else "Nothing they were given for was missed: each step you take back counts as broken.",
    )  # fmt: skip


def _withdraw(book: Rulebook, view: View, deal: Deal) -> Choice:
    price = rates(book).left * (1 if deal.notice is not None else 2)
    when = "at once" if not deal.notice else f"after {deal.notice} turn{'s' if deal.notice > 1 else ''}"
    way = f"The text ends {when}." if deal.notice is not None else "It has no way out; it is broken off at once."
    alarm = rates(book).alarm
    raised = f"{label_name(book, alarm)} {rates(book).left:+d}" if alarm is not None else ""
    return Choice(
        "withdraw", RESPONSE_WORDS["withdraw"], f"{way} What can be undone is undone then.",
        listed_price(trust_with(book, view, deal, price), raised),
        "Notice is given already." if deal.leaving is not None else "",
        "You leave a text that you signed." if deal.notice is not None else "You break off a text that has no way out.",
    )  # fmt: skip


def _leak(book: Rulebook, view: View, deal: Deal) -> Choice:
    lost = trust_with(book, view, deal, rates(book).missed)
    what = "it" if deal.sealed else "its annex"
    return Choice(
        "leak", RESPONSE_WORDS["leak"],
        f"Everybody knows of {what} from then on, and each other party loses {rates(book).audience} at home.", lost,
        "" if deal.has_secrets else "Everybody knows of it already.", "You signed that it stays between you.",
    )  # fmt: skip


def _skipped(book: Rulebook, view: View, deal: Deal, response: Response) -> str:
    milder = [RESPONSE_WORDS[other] for other in left_out(book, deal, view.role, response)]
    if not milder or len(deal.parties) == 1:
        return ""
    lost = trust_with(book, view, deal, rates(book).skipped)
    return f"{lost} because milder answers are left out ({', '.join(milder)})" if lost else ""


def _anyway(book: Rulebook, view: View, deal: Deal, duty: Duty, not_yet: str) -> Choice:
    deed = book.term_deeds[duty.term].deed
    word = CONDUCT_WORDS["anyway"]
    if deed is None:
        return Choice("anyway", word, "", why_not="No law stands in its way.")
    lacking = missing(book, list(view.row), duty.term)
    if lacking is not None:
        return Choice("anyway", word, "", why_not=f"It is not possible: {lacking.why}")
    verdict = check(book, list(view.row), deed.act)
    if verdict.level == Level.PERMITTED:
        return Choice("anyway", word, "", why_not="No law stands in its way.")
    finding = verdict.findings[0]
    possible = verdict.level == Level.BREACH or (verdict.level == Level.CONSENT and verdict.may_do)
    where = f" ({finding.cite})" if finding.cite else ""
    return Choice(
        "anyway", word, "It is done in knowing breach of other law.", step_price(book, view, deal, duty),
        not_yet or ("" if possible else f"It is not possible: {finding.reason}"), f"{finding.reason}{where}",
    )  # fmt: skip


def _obstacle(book: Rulebook, view: View, deal: Deal, duty: Duty) -> str:
    """What stands in the way of a step: what its clause needs, or the law that the act which carries it out meets."""
    row, deed = list(view.row), book.term_deeds[duty.term].deed
    if agreed_to(book, row, deal, duty):
        return ""
    lacking = missing(book, row, duty.term)
    if lacking is not None:
        return f"As things stand it will be {'missed' if duty.state is DutyState.LATE else 'late'}: {lacking.why}"
    if deed is None:
        return ""
    verdict = check(book, row, deed.act)
    if verdict.level == Level.PERMITTED:
        return ""
    if verdict.level == Level.CONSENT:
        return f"{' and '.join(keeper.name for keeper in verdict.keepers)} is asked first."
    return f"As the law stands it will be late: {verdict.findings[0].reason}"


def _capital(response: Response) -> str:
    return f"{COSTS[response]} capital" if response in COSTS else ""
