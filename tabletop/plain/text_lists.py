"""Text lists: what is being written, what lies on the table, what is signed, and what could be written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.pack.clauses import Template
from tabletop.rules.agreements.deal import Deal, DutyState
from tabletop.rules.agreements.ratifying import to_ratify
from tabletop.rules.agreements.responses import RUNGS
from tabletop.rules.agreements.telling import short, shorts, term_phrase
from tabletop.rules.agreements.terms import Term
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import choice_name
from tabletop.rules.views import View
from tabletop.shell.drafts import Paper
from tabletop.shell.text_choices import RESPONSE_WORDS
from tabletop.shell.text_editing import fora_for
from tabletop.shell.text_marks import DUTIES
from tabletop.shell.text_telling import deal_steps, due_now, living, stage_of, steps_counted, text_name
from tabletop.table.drafts import Circulated

from .text_sheets import answers_line

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
        counts = [f"{states.count(DutyState.DONE)} of {len(states)} steps done"]
        counts += [
            f"{states.count(state)} {DUTIES[state].word}"
            for state in (DutyState.LATE, DutyState.MISSED, DutyState.STALLED)
            if state in states
        ]
        rung = next(
            (f"; the last answer to a wrong: {RESPONSE_WORDS[id_]}" for id_ in RUNGS if RUNGS[id_] == deal.rung), ""
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
        lines.append(f"  {number}. {text.name} ({id_}): {where}, {steps_counted(len(text.step))}{as_broker}")
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
            lines.append(f"{clause.name} ({clause_id}), {clause.topic.replace('-', ' ')}: {clause.says}")
        about = f", {choice_name(book, term.choice)}" if term.choice is not None else ""
        lines.append(f"  {number}. {short(book, term.role)}{about} ({term.key})")
    return lines


def waiting_lines(book: Rulebook, view: View, drafts: Iterable[Circulated]) -> list[str]:
    """What waits for a role: drafts that it has not answered, steps that it owes this turn, ratifications."""
    unread = [str(each.number) for each in drafts if view.role not in each.answers]
    lines = [f"Drafts that wait for your word: {', '.join(unread)}. Type draft and a number."] if unread else []
    lines += [f"Due this turn: step {duty.key}, {term_phrase(book, duty.term)}." for _, duty in due_now(book, view)]
    for deal in living(book, view):
        if view.role in to_ratify(book, deal):
            lines.append(
                f"Text {deal.key}, {text_name(book, deal)}, waits for your ratification: type ratify {deal.key}."
            )
    return lines
