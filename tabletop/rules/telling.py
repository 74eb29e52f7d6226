"""Telling: sentences about acts and decisions, from the pack's own names.

They are kept in records, so that an old game can be read without its rules.
"""

from __future__ import annotations

from collections.abc import Sequence

from .acts import Act
from .consents import Decision
from .rulebook import Rulebook
from .verdict import Finding


def sentence(text: str) -> str:
    """A text with its first letter large, and all others as they are: `the US signs` as `The US signs`."""
    return text[:1].upper() + text[1:]


def act_phrase(book: Rulebook, act: Act) -> str:
    """An act without its actor: `Secondary sanctions, PRC`."""
    move = book.pack.move[act.move]
    parts = [move.name]
    if act.target is not None:
        parts.append(book.pack.role[act.target].short)
    if act.choice is not None:
        parts.append(choice_name(book, act.choice))
    return ", ".join(parts)


def choice_name(book: Rulebook, choice: str) -> str:
    """What an act is about: a provision's or package's title, or the plain word as its label writes it."""
    if choice in book.names.provisions:
        return book.names.provisions[choice].title
    if choice in book.pack.package:
        return book.pack.package[choice].title
    return plain_word(book, choice)


def plain_word(book: Rulebook, word: str) -> str:
    """A choice, a topic or a reading as its label writes it, or else as its id says it: `inter-Korean`, `within caps`."""
    label = book.pack.label.get(word)
    return label.name if label is not None else word.replace("-", " ")


def done(book: Rulebook, act: Act, broken: Sequence[Finding]) -> str:
    """What is said when an act is carried out."""
    actor = book.pack.actors[act.role].short
    breach = f" It breaches {', '.join(str(finding.cite) for finding in broken[:3])}." if broken else ""
    more = f" and {len(broken) - 3} more" if len(broken) > 3 else ""
    return f"{actor}: {act_phrase(book, act)}.{breach.removesuffix('.') + more + '.' if breach else ''}"


def asked_for(book: Rulebook, act: Act, keepers: Sequence[str]) -> str:
    """What is said when consent is asked."""
    asked = " and ".join(_keeper_name(book, keeper) for keeper in keepers)
    return f"{book.pack.actors[act.role].short} asks {asked} to agree: {act_phrase(book, act)}."


def agreed_to(book: Rulebook, act: Act, decisions: Sequence[Decision]) -> str:
    """What is said when consent was given, or is needed no more since the law changed."""
    why = _reasons(decisions) or "It needs nobody's yes any more."
    return f"{book.pack.actors[act.role].short}: {act_phrase(book, act)} is agreed. {why}"


def refused(book: Rulebook, act: Act, decisions: Sequence[Decision]) -> str:
    """What is said when somebody said no."""
    actor = book.pack.actors[act.role].short
    against = [decision for decision in decisions if not decision.agreed]
    return f"{actor}: {act_phrase(book, act)} is refused. {_reasons(against)}"


def moved_on(book: Rulebook, provision: str, before: int, after: int) -> str:
    """What is said when a text changes its state by itself."""
    states = book.names.machine(provision).states
    title = book.names.provisions[provision].title
    return f"{title}: {states[before].replace('-', ' ')} becomes {states[after].replace('-', ' ')}."


def _reasons(decisions: Sequence[Decision]) -> str:
    return " ".join(f"{decision.name}: {decision.why}" for decision in decisions)


def _keeper_name(book: Rulebook, keeper: str) -> str:
    return book.pack.forum[keeper].name if keeper in book.pack.forum else book.pack.role[keeper].short
