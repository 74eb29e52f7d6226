"""The referee in full: why an act stands as it does, which paragraph, and who could change that."""

from __future__ import annotations

from operator import attrgetter

from .acts import Act
from .answers import Answers, ChargeAnswers
from .charges import Case, Charge, changed_provisions
from .position import Row, consent_label
from .rulebook import Rulebook
from .verdict import Finding, FindingKind, Keeper, Level, Verdict
from .yeses import asked_in


def check(book: Rulebook, row: Row, act: Act) -> Verdict:
    """The whole verdict on an act in a position.

    Order of the check: power, competence of the forum, provisions in force that bind this role, express
    exceptions, consents held, reciprocity after a proven breach, dormant or contested provisions.
    """
    hearing = book.hearing(act)
    findings = findings_of(book, row, act, hearing.case, hearing.read(row))
    cost = max(0, hearing.cost(row))
    affordable = hearing.capital is None or cost <= row[hearing.capital]
    level, contested, decided, needed = Level.PERMITTED, False, False, dict[str, None]()
    for finding in findings:
        level = max(level, finding.level)
        contested = contested or finding.kind == "contested"
        decided = decided or finding.kind in ("forum", "partner")
        if finding.level == Level.CONSENT and finding.keeper:
            needed[finding.keeper] = None
    needed |= dict.fromkeys(competent(book, hearing.case))
    return Verdict(
        level=level,
        contested=contested,
        findings=tuple(sorted(findings, key=attrgetter("level"), reverse=True))
        if len(findings) > 1
        else tuple(findings),
        keepers=tuple(keeper_named(book, keeper) for keeper in needed),
        cost=cost,
        may_ask=level == Level.CONSENT and not asked(book, row, act),
        may_do=level != Level.BARRED and not decided and affordable,
    )


def findings_of(book: Rulebook, row: Row, act: Act, case: Case, answers: Answers) -> list[Finding]:
    """Everything a case says of an act in a position, in the order of the check; `answers` are its conditions there."""
    missing, charges = answers
    found = _outside(book, act, case) if case.outside else _questions(book, case)
    if True in missing:
        needs = zip(case.missing, missing, strict=True)
        found = [Finding("need", Level.BARRED, why) for (_, why), lacking in needs if lacking] + found
    for charge, answer in zip(case.charges, charges, strict=True):
        finding = _finding(book, row, charge, answer)
        if finding is not None:
            found.append(finding)
    return found


def asked(book: Rulebook, row: Row, act: Act) -> bool:
    """Whether an act is waiting for an answer."""
    place = book.schema.index.get(consent_label(act))
    return place is not None and asked_in(row[place]) > 0


def keeper_named(book: Rulebook, keeper: str) -> Keeper:
    """A forum or a role as somebody whose yes is needed."""
    forum = book.pack.forum.get(keeper)
    if forum is not None:
        return Keeper(keeper, forum.name, forum.rule, forum.members)
    return Keeper(keeper, book.pack.role[keeper].name, "agreement", (keeper,))


def _outside(book: Rulebook, act: Act, case: Case) -> list[Finding]:
    """A forum that may not do it is not asked."""
    forum = book.pack.forum[str(book.pack.move[act.move].forum)]
    able = [book.pack.forum[id_].name for id_ in competent(book, case)]
    could = f" {_listed(able)} could." if able else ""
    family = " and ".join(_family(book, act, name) for name in case.outside)
    reason = f"{forum.name} has no competence to change {family}.{could}"
    return [Finding("competence", Level.BARRED, reason)]


def competent(book: Rulebook, case: Case) -> tuple[str, ...]:
    """Fora that could do what the act's own forum may not; none if it may."""
    if not case.outside:
        return ()
    return tuple(id_ for id_, forum in book.pack.forum.items() if set(case.outside) <= set(forum.competence))


def _questions(book: Rulebook, case: Case) -> list[Finding]:
    found = []
    for question in case.questions:
        keeper = keeper_named(book, question.keeper)
        reason = (
            f"{keeper.name} decides this: {_rule_in_words(book, question.keeper)}."
            if question.kind == "forum"
            else f"Both sides act together, so {keeper.name} must agree first."
        )
        found.append(Finding(question.kind, Level.CONSENT, reason, keeper=question.keeper))
    return found


def _finding(book: Rulebook, row: Row, charge: Charge, answer: ChargeAnswers) -> Finding | None:
    applies, excepted, held, released = answer
    if not applies:
        return None
    provision, machine = charge.provision, charge.machine
    state = machine.states[row[book.schema.index[charge.label]]]
    instrument, _, name = charge.label.partition(".")

    def finding(kind: FindingKind, level: Level, reason: str, cite: str = provision.cite) -> Finding:
        note = provision.notes.get(state)
        return Finding(
            kind=kind,
            level=level,
            reason=f"{reason} {note}" if note else reason,
            instrument=instrument,
            provision=name,
            state=state,
            cite=cite,
            keeper=provision.keeper,
            readings=tuple((reading.by, reading.says) for reading in provision.readings),
        )

    if state in machine.dormant:
        return finding("dormant", Level.PERMITTED, f"{provision.title} is {_plain(state)} and does not bind.")
    if state in machine.political:
        return finding("promise", Level.PERMITTED, f"This drops a promise, not a law: {provision.says}")
    if state in machine.disputed:
        return finding("contested", Level.PERMITTED, f"Whether this binds is disputed: {provision.says}")
    if state not in machine.binding:
        return None
    for exception, holds in zip(provision.except_, excepted, strict=True):
        if holds:
            return finding("exception", Level.PERMITTED, exception.why, exception.cite)
    if held:
        return finding("held", Level.PERMITTED, f"The consent this needs was given: {provision.says}")
    if released:
        return finding(
            "released", Level.PERMITTED, f"The other side broke its part, so this no longer binds: {provision.says}"
        )
    match provision.makes:
        case "permitted":
            return finding("right", Level.PERMITTED, f"An express right: {provision.says}")
        case "contested":
            return finding("contested", Level.PERMITTED, f"Good-faith readings differ: {provision.says}")
        case "consent":
            return finding("consent", Level.CONSENT, provision.says)
        case _:
            return finding("breach", Level.BREACH, provision.says)


def _rule_in_words(book: Rulebook, keeper: str) -> str:
    forum = book.pack.forum[keeper]
    match forum.rule:
        case "consensus":
            return "it passes unless a member objects"
        case "agreement":
            return "every member must say yes"
        case "vote":
            return f"{forum.votes} votes and no veto"
        case "home":
            return forum.about
    raise AssertionError(forum.rule)


def _family(book: Rulebook, act: Act, family: str) -> str:
    """The texts of a family an act would change, by title."""
    titles = dict.fromkeys(
        book.pack.instrument[label.partition(".")[0]].title
        for label in changed_provisions(act, book.names)
        if book.pack.instrument[label.partition(".")[0]].family == family
    )
    return _listed(list(titles)[:2])


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} or {names[-1]}"


def _plain(state: str) -> str:
    return state.replace("-", " ")
