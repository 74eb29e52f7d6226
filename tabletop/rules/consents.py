"""Consents: what was asked of whom, and how fora decide."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .acts import Act
from .charges import members
from .orders import Orders
from .position import Row
from .rulebook import Rulebook
from .yeses import asked_in


@dataclass(frozen=True, slots=True)
class Decision:
    """How one keeper answered."""

    keeper: str
    name: str
    agreed: bool
    why: str
    """Who stood in the way, or how the vote went."""
    public: bool


def pending(book: Rulebook, row: Row) -> list[Act]:
    """Acts that wait for an answer in this turn, in the pack's order."""
    return [act for act, place in book.askable if asked_in(row[place])]


def needed_keepers(book: Rulebook, row: Row, act: Act) -> tuple[str, ...]:
    """Whose yes an act needs as the law stands now, of those whose yes is not held."""
    case = book.case(act)
    asked = [question.keeper for question in case.questions]
    asked += [
        str(charge.provision.keeper)
        for charge in case.charges
        if charge.provision.makes == "consent" and book.holds(charge.stands, row)
    ]
    return tuple(dict.fromkeys(asked))


def open_questions(book: Rulebook, row: Row, role: str) -> list[Act]:
    """What is asked of a role this turn."""
    return [
        act
        for act in pending(book, row)
        if act.role != role
        if any(role in members(keeper, book.names) for keeper in needed_keepers(book, row, act))
    ]


def decide(book: Rulebook, row: Row, act: Act, orders: Mapping[str, Orders]) -> list[Decision]:
    """What each keeper of an asked act says, from the sealed answers."""
    return [_decision(book, row, act, keeper, orders) for keeper in needed_keepers(book, row, act)]


def _decision(book: Rulebook, row: Row, act: Act, keeper: str, orders: Mapping[str, Orders]) -> Decision:
    said = {
        role: True if role == act.role else orders[role].answers.get(act.key) if role in orders else None
        for role in members(keeper, book.names)
    }
    short = {role: book.pack.role[role].short for role in said}
    forum = book.pack.forum.get(keeper)
    if forum is None:
        agreed = said[keeper] is True
        why = "agreed" if agreed else "did not agree"
        return Decision(keeper, book.pack.role[keeper].name, agreed, f"{short[keeper]} {why}.", False)
    objectors = [short[role] for role, answer in said.items() if answer is False]
    match forum.rule:
        case "consensus":
            open_to_it = _passes(book, row, keeper)
            agreed = not objectors and open_to_it
            why = "No member objected." if agreed else forum.refusal
            why = f"{' and '.join(objectors)} objected." if objectors else why
        case "agreement":
            silent = [short[role] for role, answer in said.items() if answer is not True]
            agreed = not silent
            why = "Every member agreed." if agreed else f"{' and '.join(silent)} did not agree."
        case "vote":
            agreed, why = _vote(book, row, keeper, said)
        case "home":
            agreed = _passes(book, row, keeper)
            why = "It has the numbers at home." if agreed else forum.refusal
    return Decision(keeper, forum.name, agreed, why, forum.public)


def _passes(book: Rulebook, row: Row, keeper: str) -> bool:
    return bool(book.fora[keeper].passes(row))


def _vote(book: Rulebook, row: Row, keeper: str, said: Mapping[str, bool | None]) -> tuple[bool, str]:
    forum = book.pack.forum[keeper]
    vetoes = [book.pack.role[role].short for role in forum.veto if said.get(role) is False]
    others = max(0, book.fora[keeper].votes(row))
    votes = others + sum(answer is True for answer in said.values())
    if vetoes:
        return False, f"{votes} votes in favour; {' and '.join(vetoes)} cast a veto."
    passed = votes >= (forum.votes or 0)
    return passed, f"{votes} votes in favour, {forum.votes} needed, no veto."
