"""Text lists: what is being written, what lies on the table, what is signed, and what could be written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.pack.clauses import Template
from tabletop.rules.agreements.ratifying import to_ratify
from tabletop.rules.agreements.responses import RUNGS
from tabletop.rules.agreements.telling import short, shorts
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name, plain_word
from tabletop.rules.texts.deal import DONE, Deal, DutyState
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import View
from tabletop.shell.composing import Unsealed
from tabletop.shell.falling_due import due_now
from tabletop.shell.text_choices import CONDUCT_WORDS, RESPONSE_WORDS
from tabletop.shell.text_editing import fora_for
from tabletop.shell.text_marks import DUTIES
from tabletop.shell.text_telling import deal_steps, living, stage_of, steps_counted, text_name
from tabletop.shell.unsealed_kept import Paper
from tabletop.table.drafts import Circulated

from .text_sheets import answers_line, due_line

SIGNS = {"all": "all its members sign", "any": "any two or more of its members sign", "one": "you pledge alone"}


def papers_list(book: Rulebook, papers: Sequence[Paper]) -> list[str]:
    """Texts half written, numbered, the one in hand first."""
    lines = []
    for number, paper in enumerate(papers, start=1):
        hand = ", in hand" if number == 1 else ""
        answers = f", in answer to draft {paper.counters}" if paper.counters is not None else ""
        lines.append(
            f"  {number}. {text_name(book, paper.text)}: {steps_counted(len(paper.text.steps))}{answers}{hand}"
        )
    return lines


def drafts_list(book: Rulebook, drafts: Iterable[Circulated]) -> list[str]:
    """The drafts on the table, each with what its signers have said."""
    lines = []
    for each in drafts:
        answers = f", in answer to draft {each.counters}" if each.counters is not None else ""
        lines.append(f"  Draft {each.number} by {short(book, each.role)}{answers}: {text_name(book, each.draft)}")
        lines.append(f"    {answers_line(book, each)}")
    return lines


def deals_list(book: Rulebook, scenario: str, view: View, deals: Iterable[Deal]) -> list[str]:
    """The signed texts, each with how far it has come, where it stands on the ladder, and what is due."""
    turn, lines = view.row[book.schema.index["turn"]], []
    for deal in deals:
        states = [duty.state for duty in deal.duties]
        counts = [f"{sum(state in DONE for state in states)} of {len(states)} steps done"]
        counts += [
            f"{states.count(state)} {DUTIES[state].word}"
            for state in (DutyState.LATE, DutyState.MISSED, DutyState.STALLED)
            if state in states
        ]
        words = {rung: RESPONSE_WORDS[id_] for id_, rung in RUNGS.items()}
        rung = "".join(
            f"; last answer of {short(book, role)} to a wrong: {words[rung]}"
            for role, rung in zip(deal.parties, deal.rungs, strict=True)
            if rung
        )
        lines.append(f"  {deal.key}. {text_name(book, deal)}: {stage_of(deal).word}; {', '.join(counts)}{rung}")
        due = [duty.due <= turn and duty.state in (DutyState.WAITING, DutyState.LATE) for duty in deal.duties]
        told = deal_steps(book, scenario, view, deal)
        lines += [f"    {deal.key}.{step.line}" for step, now in zip(told, due, strict=True) if now]
    return lines


def templates_list(book: Rulebook, role: str, templates: Iterable[tuple[str, Template]]) -> list[str]:
    """Texts to start from, numbered."""
    lines = []
    for number, (id_, text) in enumerate(templates, start=1):
        as_broker = "" if role in text.parties else ", which you could broker"
        where = f"{shorts(book, text.parties)}, {book.pack.forum[text.forum].name}"
        annexed = sum(step.annex for step in text.step)
        steps = f"{steps_counted(len(text.step))}{f', {annexed} in a sealed annex' if annexed else ''}"
        lines.append(f"  {number}. {text.name} ({id_}): {where}, {steps}{as_broker}")
        lines.append(f"    {text.about}")
    return lines


def fora_list(book: Rulebook, role: str) -> list[str]:
    """Where a role can write, and who signs there."""
    return [
        f"  {forum.name} ({id_}): {SIGNS[forum.texts]}; {shorts(book, forum.members)}. {forum.about}"
        for id_, forum in fora_for(book, role)
    ]


def terms_list(book: Rulebook, terms: Sequence[Term]) -> list[str]:
    """Terms, numbered, under their clauses."""
    lines, clause_id = [], None
    for number, term in enumerate(terms, start=1):
        if term.clause != clause_id:
            clause_id = term.clause
            clause = book.pack.clause[clause_id]
            lines.append(f"{clause.name} ({clause_id}), {plain_word(book, clause.topic)}: {clause.says}")
        about = f", {choice_name(book, term.choice)}" if term.choice is not None else ""
        lines.append(f"  {number}. {short(book, term.role)}{about} ({term.key})")
    return lines


def waiting_lines(book: Rulebook, view: View, drafts: Iterable[Circulated], desk: Unsealed) -> list[str]:
    """What waits for a role: drafts that it has not answered, steps that it owes this turn, ratifications.

    `desk` is what it has drafted: what it says of a step that is due is told with the step.
    """
    unread = [str(each.number) for each in drafts if view.role not in each.answers]
    lines = [f"Drafts that wait for your word: {', '.join(unread)}. Type draft and a number."] if unread else []
    said = dict(desk.duties)
    for due in due_now(book, view):
        conduct = said.get(due.duty.key)
        told = f" You have drafted: {CONDUCT_WORDS[conduct]}." if conduct is not None else ""
        lines.append(f"Due this turn: {due_line(book, view, due)}.{told}")
    lines += [
        f"Text {deal.key}, {text_name(book, deal)}, waits for your ratification: type ratify {deal.key}."
        for deal in living(book, view)
        if view.role in to_ratify(book, deal) and dict(desk.responses).get(deal.key) != "ratify"
    ]
    return lines
