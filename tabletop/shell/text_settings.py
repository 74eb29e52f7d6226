"""Text settings: what can be set in a draft, step by step and as a whole, and the next value of each.

For shells in which a value is turned with a key; where values are named, `text_editing` does it directly.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from tabletop.rules.agreements.bars import LONGEST, LONGEST_NOTICE
from tabletop.rules.agreements.telling import short
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.terms import readings_of

from .text_editing import annexed, annexed_place, changed_step, could_broker, fora_for, known_to_signers, siblings
from .text_telling import header, reading_word

SAYS = {
    "due": "Turns after the signature. Whoever owes the step can do it earlier.",
    "after": "The step that must be done first. If that one never comes, nobody owes this one.",
    "together": "The step that is done in the same moment, or not at all. It takes a broker who holds both ends.",
    "verified": "How well things must be verified before this step is owed: 0 not at all to 3 anywhere.",
    "reading": "What the word means. Left open it is cheaper to sign, and on the day each side reads it alone.",
    "choice": "What the term is about.",
    "annex": "The signers alone can know of a step: it stands in a sealed annex behind the open ones, and any can leak it.",
    "forum": "Where it is written: who may sign, what may be changed, and what tabling costs.",
    "parties": "Who signs it. Only a party can owe a step.",
    "broker": "Who holds both ends of steps done together. A broker signs too and pays one of capital.",
    "duration": "Turns the text lives after its signature.",
    "notice": "Turns between notice and exit. Without a way out leaving is a breach of good faith.",
    "sealed": "Whether others know of it. Nobody at home punishes a secret promise broken, or praises one kept.",
    "snapback": "A step proven missed undoes the other side's steps at once. Nobody votes on it.",
    "linked": "Whether a breach in one topic touches the steps of all, or those of its own topic alone.",
}


@dataclass(frozen=True, slots=True)
class Setting:
    """One thing that can be set."""

    id: str
    """`due:2` in step 2, `notice` in the text as a whole."""
    word: str
    value: str
    says: str


def step_settings(book: Rulebook, draft: Draft, number: int) -> tuple[Setting, ...]:
    """What can be set in a step; what has one value only is left out."""
    step = draft.steps[number - 1]
    values = {
        "due": ("Due", f"in {step.due} turn{'s' if step.due > 1 else ''}"),
        "after": ("After", f"step {step.after}" if step.after is not None else "nothing"),
        "together": ("Together with", f"step {step.together}" if step.together is not None else "nothing"),
        "verified": ("Verified", f"{step.verified} of 3"),
        "reading": ("Its word", reading_word(book, step.reading)),
        "choice": ("About", choice_name(book, step.term.choice or "")),
        "annex": ("Known to", "the signers alone" if step.annex else "everybody"),
    }
    return tuple(
        Setting(f"{id_}:{number}", word, value, SAYS[id_])
        for id_, (word, value) in values.items()
        if len(_values(book, draft, f"{id_}:{number}")) > 1 and (id_ != "verified" or step.after is not None)
    )


def header_settings(book: Rulebook, draft: Draft) -> tuple[Setting, ...]:
    """What can be set in the text as a whole, in the order of its header."""
    ids = ("forum", "parties", "broker", "duration", "notice", "sealed", "snapback", "linked")
    return tuple(
        Setting(id_, word, value, SAYS[id_]) for id_, (word, value) in zip(ids, header(book, draft), strict=True)
    )


def turned(book: Rulebook, draft: Draft, setting: str, by: int = 1) -> Draft:
    """The draft with a setting on its next value, or the one before; numbers stop at their ends, the rest go round."""
    values = _values(book, draft, setting)
    now = _value(draft, setting)
    place = list(values).index(now) if now in values else 0
    if setting.startswith("due") or setting == "duration":
        place = min(len(values) - 1, max(0, place + by))
    else:
        place = (place + by) % len(values) if values else 0
    return _with(book, draft, setting, values[place]) if values else draft


def step_turned(draft: Draft, setting: str) -> int | None:
    """The number that the step of a setting has once it is turned: it moves when it goes into the annex or comes out of it.
    `None` for a setting of the whole text.
    """
    id_, _, number = setting.partition(":")
    if id_ != "annex":
        return int(number) if number else None
    return annexed_place(draft, int(number), annex=not draft.steps[int(number) - 1].annex)


def _values(book: Rulebook, draft: Draft, setting: str) -> Sequence[Any]:
    """Every value a setting can have."""
    id_, _, number = setting.partition(":")
    earlier = range(1, int(number)) if number else ()
    match id_:
        case "due":
            return range(1, draft.duration + 1)
        case "after":
            return (None, *earlier)
        case "together":
            here = draft.steps[int(number) - 1].annex
            return (None, *(other for other in earlier if draft.steps[other - 1].annex == here))
        case "annex":
            whole = draft.sealed or book.pack.forum[draft.forum].rule == "vote"
            return () if whole and not draft.steps[int(number) - 1].annex else (False, True)
        case "verified":
            return range(4)
        case "reading":
            return (None, *readings_of(book.names, draft.steps[int(number) - 1].term))
        case "choice":
            return siblings(book, draft.steps[int(number) - 1].term)
        case "forum":
            return [forum for forum, _ in fora_for(book, draft.by)]
        case "broker":
            return (None, *could_broker(book, draft))
        case "duration":
            return range(1, LONGEST + 1)
        case "notice":
            return (None, *range(LONGEST_NOTICE + 1))
        case "sealed" | "snapback" | "linked":
            return (False, True)
    return ()


def _value(draft: Draft, setting: str) -> object:
    id_, _, number = setting.partition(":")
    if number:
        step = draft.steps[int(number) - 1]
        return step.term if id_ == "choice" else getattr(step, id_)
    return getattr(draft, id_)


def _with(book: Rulebook, draft: Draft, setting: str, value: Any) -> Draft:  # noqa: ANN401 - a value of any setting
    id_, _, number = setting.partition(":")
    if id_ == "annex":
        return annexed(draft, int(number), annex=value)
    if id_ == "sealed":
        return known_to_signers(draft, sealed=value)
    if number:
        step = draft.steps[int(number) - 1]
        field = {"term" if id_ == "choice" else id_: value}
        return changed_step(draft, int(number), replace(step, **field))
    if id_ == "forum":
        return _in_forum(book, draft, value)
    return replace(draft, **{id_: value})


def _in_forum(book: Rulebook, draft: Draft, forum: str) -> Draft:
    """The same text in another forum, between those who can sign there."""
    rules = book.pack.forum[forum]
    match rules.texts:
        case "one":
            parties: tuple[str, ...] = (draft.by,)
        case "all":
            parties = tuple(rules.members)
        case _:
            kept = [role for role in draft.parties if role in rules.members]
            others = [role for role in rules.members if role not in kept]
            parties = (*kept, *others[: max(0, 2 - len(kept))])
    broker = None if draft.broker in parties else draft.broker
    return replace(draft, forum=forum, parties=parties, broker=broker)


def party_names(book: Rulebook, draft: Draft) -> tuple[tuple[str, str, bool], ...]:
    """Who could be a party in the draft's forum: role, short name, and whether it is; nobody where that is fixed."""
    forum = book.pack.forum[draft.forum]
    if forum.texts != "any":
        return ()
    return tuple((role, short(book, role), role in draft.parties) for role in forum.members)
