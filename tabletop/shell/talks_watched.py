"""Talks watched: the drafts that lay on the table at an entry of a record, and what was said of them there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.record.format import Entry
from tabletop.rules.agreements.telling import owed
from tabletop.rules.agreements.voting import may_veto
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals
from tabletop.table.commands import Answer, Circulate, Next, Open, Seal, Show
from tabletop.table.drafts import Circulated

from .text_choices import CONDUCT_WORDS, RESPONSE_WORDS
from .text_marks import ANSWERS
from .text_telling import text_name, word_of

Talk = Circulate | Answer | Show
"""What is said about drafts during talks."""


def drafts_at(book: Rulebook, entries: Sequence[Entry], number: int) -> tuple[Circulated, ...]:
    """The drafts on the table after an entry, with what had been answered to them by then."""
    drafts: list[Circulated] = []
    for entry in entries[:number]:
        match entry.command:
            case Circulate(role=role, draft=text, counters=counters):
                draft = text.draft(book, role)
                number_of = len(drafts) + 1
                voters = may_veto(book, draft)
                drafts.append(Circulated(number_of, draft, role, counters, {role: "accept"}, voters))
            case Answer(role=role, number=answered, says=says):
                drafts[answered - 1].answers[role] = says
            case Show(role=role, number=shown):
                drafts[shown - 1].show(role)
            case Open() | Next():
                drafts = []
    return tuple(drafts)


def talked_about(command: object, drafts: Sequence[Circulated]) -> Circulated | None:
    """The draft that an entry is about, if it is one of talks; `drafts` are those on the table after it."""
    match command:
        case Circulate():
            return drafts[-1]
        case Answer(number=number) | Show(number=number):
            return drafts[number - 1]
    return None


def heard_by(command: Talk, draft: Circulated) -> tuple[str, ...]:
    """Who hears what is said about a draft: all before whom it lies, but a home is shown to its signers alone."""
    return draft.draft.signers if isinstance(command, Show) else draft.readers


def said_in_talks(book: Rulebook, command: Talk, draft: Circulated) -> str:
    """What an entry of the talks is, in a sentence."""
    name = book.pack.actors[command.role].name
    if isinstance(command, Show):
        return (
            f"{name} shows, with proof, how tight it is at home: draft {draft.number} ({text_name(book, draft.draft)})."
        )
    if isinstance(command, Answer):
        return f"{name} {ANSWERS[command.says].word}: draft {draft.number} ({text_name(book, draft.draft)})."
    answers = f", in answer to draft {draft.counters}" if draft.counters is not None else ""
    return f"{name} circulates draft {draft.number}{answers}: {text_name(book, draft.draft)}."


def sealed_of_texts(book: Rulebook, row: Row, seal: Seal, drafts: Sequence[Circulated]) -> Iterator[tuple[str, bool]]:
    """What was sealed about texts, in words, each with whether it breaks faith knowingly."""
    living = {deal.key: deal for deal in deals(book.layout, row)}
    duties = {duty.key: duty for deal in living.values() for duty in deal.duties}
    for number in seal.signs:
        if number <= len(drafts):
            yield f"signs draft {number}: {text_name(book, drafts[number - 1].draft)}", False
    for number in seal.vetoes:
        if number <= len(drafts):
            yield f"vetoes draft {number}: {text_name(book, drafts[number - 1].draft)}", False
    for key, conduct in seal.duties.items():
        if key in duties:
            yield f"{CONDUCT_WORDS[conduct]}, step {key}: {owed(book, duties[key].term)}", conduct != "do"
    for key, response in seal.responses.items():
        if key in living:
            yield f"{RESPONSE_WORDS[response]}, text {key}: {text_name(book, living[key])}", False
    for key, reading in seal.readings.items():
        if key in duties:
            yield f"step {key}: {word_of(book, duties[key].term, reading)}", False
