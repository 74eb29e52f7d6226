"""Text telling: drafts and signed texts in words, with what the linter makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tabletop.rules.agreements.lint import Note
from tabletop.rules.agreements.proof import PROVEN
from tabletop.rules.agreements.ratifying import executive, to_ratify
from tabletop.rules.agreements.telling import short, shorts, term_phrase
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import plain_word, sentence
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import OWED, Deal, Duty, DutyState
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import View

from .falling_due import may_come, turn_of, waits_for
from .looking_back import turn_name
from .text_marks import DUE_NOW, DUTIES, NOTES, STAGES
from .words import Mark


@dataclass(frozen=True, slots=True)
class StepTold:
    """One step of a draft or a signed text."""

    number: int
    owner: str
    """The owner's short name."""
    phrase: str
    when: str
    """`1 turn after signing`, `due mid-July 2017`."""
    conditions: tuple[str, ...] = ()
    """What it waits for, what its word means, what speaks against it."""
    mark: Mark | None = None
    """How it stands; `None` in a draft."""

    @property
    def line(self) -> str:
        """The step on one line of plain text, without signs, which a screen reader would spell out."""
        stands = self.mark.word if self.mark is not None else ""
        told = [f"{self.number} {self.owner}: {self.phrase}", self.when, *self.conditions, stands]
        return "; ".join(part for part in told if part)


def living(book: Rulebook, view: View) -> tuple[Deal, ...]:
    """The signed texts that a role knows of."""
    return deals(book.layout, view.row)


def text_name(book: Rulebook, text: Draft | Deal) -> str:
    """A text in a few words: `US and DPRK, Working level`."""
    return f"{shorts(book, text.parties)}, {book.pack.forum[text.forum].name}"


# ---- the header ----


def header(book: Rulebook, text: Draft | Deal) -> tuple[tuple[str, str], ...]:
    """What a text says about itself, as pairs of a word and its value."""
    lasts = _turns(text.duration if isinstance(text, Draft) else text.ends - text.signed)
    notice = "none" if text.notice is None else "at once" if text.notice == 0 else f"notice of {_turns(text.notice)}"
    return (
        ("Forum", book.pack.forum[text.forum].name),
        ("Parties", shorts(book, text.parties)),
        ("Broker", short(book, text.broker) if text.broker is not None else "none"),
        ("Lasts", lasts),
        ("Way out", notice),
        ("Known to", _known_to(text)),
        ("Snap-back", "a missed step undoes the others'" if text.snapback else "no"),
        ("A breach", "touches all steps" if text.linked else "touches its own topic"),
    )


def _known_to(text: Draft | Deal) -> str:
    parts = text.steps if isinstance(text, Draft) else text.duties
    if text.sealed:
        return "its signers alone"
    return "everybody, but for its annex" if any(part.annex for part in parts) else "everybody"


# ---- drafts ----


def draft_steps(book: Rulebook, draft: Draft) -> tuple[StepTold, ...]:
    """The steps of a draft."""
    return tuple(
        StepTold(
            number, short(book, step.term.role), term_phrase(book, step.term), f"{_turns(step.due)} after signing",
            tuple(_conditions(book, step)),
        )
        for number, step in enumerate(draft.steps, start=1)
    )  # fmt: skip


def word_of(book: Rulebook, term: Term, reading: str | None) -> str:
    """What a term's word means: `“Gauge”: The mark on the stone.`; empty if it has none."""
    id_ = book.pack.clause[term.clause].word
    if id_ is None:
        return ""
    word = book.pack.word[id_]
    says = {each.id: each.says for each in word.readings}
    return f"“{word.name}” {'is left open' if reading is None else f'means: {says.get(reading, reading)}'}"


def reading_word(book: Rulebook, reading: str | None) -> str:
    """A reading in one or two words: `read as rockets too`."""
    return "left open" if reading is None else f"read as {plain_word(book, reading)}"


def note_line(note: Note) -> str:
    """A note of the linter as plain text."""
    mark = NOTES[note.kind]
    place = f"step {note.step}: " if note.step is not None else ""
    cite = f" ({note.cite})" if note.cite is not None else ""
    return f"{sentence(mark.word)}: {place}{note.says}{cite}"


def draft_lines(book: Rulebook, draft: Draft) -> tuple[str, ...]:
    """A whole draft as plain text."""
    return (*(f"{word}: {value}" for word, value in header(book, draft)), *_lines(draft_steps(book, draft)))


# ---- signed texts ----


def stage_of(deal: Deal) -> Mark:
    """How a text stands."""
    return STAGES["leaving" if deal.leaving is not None else deal.stage]


def standing(book: Rulebook, scenario: str, deal: Deal) -> tuple[str, ...]:
    """How a text stands, in sentences."""
    over = deal.ends > book.pack.scenario[scenario].turns
    until = "it lasts beyond this game" if over else f"it ends after {turn_name(book, scenario, deal.ends)}"
    lines = [f"Signed in {turn_name(book, scenario, deal.signed)}; {until}."]
    missing = to_ratify(book, deal)
    if missing:
        lines.append(f"It runs provisionally; {shorts(book, missing)} still to ratify.")
    alone = executive(book, deal)
    if alone:
        lines.append(
            f"It is an executive deal for {shorts(book, alone)}: nobody at home has passed it, and another administration "
            "need not keep it."
        )
    if deal.leaving is not None:
        lines.append(f"Notice is given; it ends after {turn_name(book, scenario, deal.leaving)}.")
    if deal.moved and deal.first is not None:
        lines.append(f"{short(book, deal.first)} moved first and waits for an answer.")
    return tuple(lines)


def deal_steps(book: Rulebook, scenario: str, view: View, deal: Deal) -> tuple[StepTold, ...]:
    """The steps of a signed text: how each stands, when it is due and what it waits for."""
    return tuple(
        StepTold(
            duty.number, short(book, duty.term.role), term_phrase(book, duty.term),
            f"due {turn_name(book, scenario, duty.due)}" if duty.state in OWED else "",
            tuple(_waits(book, view, deal, duty)), mark_of(book, view, deal, duty),
        )
        for duty in deal.duties
    )  # fmt: skip


def mark_of(book: Rulebook, view: View, deal: Deal, duty: Duty) -> Mark:
    """How a step stands; what falls due now is told apart from what is still to come."""
    due = duty.state is DutyState.WAITING and duty.due <= turn_of(book, view) and may_come(book, view, deal, duty)
    return DUE_NOW if due else DUTIES[duty.state]


def deal_lines(book: Rulebook, scenario: str, view: View, deal: Deal) -> tuple[str, ...]:
    """A whole signed text as plain text, as a role sees it."""
    mark = stage_of(deal)
    return (
        mark.word,
        *standing(book, scenario, deal),
        *(f"{word}: {value}" for word, value in header(book, deal)),
        *_lines(deal_steps(book, scenario, view, deal)),
    )


def _conditions(book: Rulebook, step: Step) -> Iterator[str]:
    if step.after is not None:
        verified = f", verified {step.verified} of 3" if step.verified else ""
        yield f"after step {step.after}{verified}"
    yield from _manner(book, step)


def _manner(book: Rulebook, step: Step | Duty) -> Iterator[str]:
    if step.annex:
        yield "in the sealed annex"
    if step.together is not None:
        yield f"together with step {step.together}"
    id_ = book.pack.clause[step.term.clause].word
    if id_ is not None:
        yield f"“{book.pack.word[id_].name}” {reading_word(book, step.reading)}"


def _waits(book: Rulebook, view: View, deal: Deal, duty: Duty) -> Iterator[str]:
    yield from _manner(book, duty)
    if duty.state in OWED:
        yield from waits_for(book, view, deal, duty)
    if duty.evidence:
        yield f"evidence against it: {duty.evidence} of {PROVEN}"


def _lines(steps: Iterable[StepTold]) -> tuple[str, ...]:
    return tuple(step.line for step in steps)


def _turns(turns: int) -> str:
    return "1 turn" if turns == 1 else f"{turns} turns"


def steps_counted(count: int) -> str:
    """How many steps a text has, in words."""
    return "1 step" if count == 1 else f"{count} steps"
