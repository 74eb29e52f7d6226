"""Text sheets: drafts, signed texts and what they are made of, as lines to be read aloud."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tabletop.rules.agreements.lint import Kind, Note, notes
from tabletop.rules.agreements.showing import COST
from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.agreements.telling import owed, short, term_phrase
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import sentence
from tabletop.rules.texts.deal import Deal
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import View
from tabletop.shell.composing import Unsealed
from tabletop.shell.falling_due import Due, capital_due, due_now
from tabletop.shell.session import Session
from tabletop.shell.text_choices import Choice, conducts, readings_for, responses_to
from tabletop.shell.text_home import home_lines, price_line, shown_lines, why_not_show
from tabletop.shell.text_marks import ANSWERS, NOTES
from tabletop.shell.text_telling import (
    deal_steps,
    draft_lines,
    draft_steps,
    header,
    living,
    note_line,
    stage_of,
    standing,
    text_name,
    word_of,
)
from tabletop.table.drafts import Circulated

# ---- drafts ----


def draft_sheet(book: Rulebook, view: View, each: Circulated, drafts: Iterable[Circulated]) -> list[str]:
    """A draft on the table: what it changes in the one of `drafts` that it answers, its text, what the others say of
    it, and what law, structure and home make of it.
    """
    answered = next((other for other in drafts if other.number == each.counters), None)
    answers = f", in answer to draft {each.counters}" if each.counters is not None else ""
    changed = differences(book, answered.draft, each.draft) if answered is not None else []
    return [
        f"Draft {each.number}, circulated by {short(book, each.role)}{answers}.",
        f"  {answers_line(book, each)}",
        *([f"  What it changes in draft {each.counters}:", *(f"    {line}" for line in changed)] if changed else []),
        *text_sheet(book, view, each.draft),
        f"  {price_line(book, view, each.draft)}",
    ]


def homes_sheet(session: Session, role: str, each: Circulated, desk: Unsealed) -> list[str]:
    """The homes that were shown about a draft on the table, and that the role could show its own, if so.

    `desk` is what it has drafted, which must still be paid for.
    """
    shown = shown_lines(session.book, session.view(role), each.draft, session.homes_shown(each, role))
    lines = [f"  {line}" for line in shown]
    if why_not_show(session, role, desk, each) is None:
        price = f"for {COST} of political capital: type show home {each.number}"
        lines.append(f"  You could show the other signers, with proof, how tight it is at your home, {price}.")
    return lines


def text_sheet(book: Rulebook, view: View, draft: Draft) -> list[str]:
    """The words of a draft, and what law, structure and home make of it."""
    lines = [*draft_lines(book, draft), *lint_lines(book, view, draft), *home_lines(book, view, draft)]
    return [f"  {line}" for line in lines]


def lint_lines(book: Rulebook, view: View, draft: Draft) -> list[str]:
    """Everything the linter says, what stops the draft first."""
    found = notes(book, list(view.row), draft)
    return [note_line(note) for note in found] or ["Nothing in law or structure speaks against it."]


def gravest_lines(book: Rulebook, view: View, draft: Draft) -> list[str]:
    """What stops a draft or leaves nothing of it, in full, and how much else there is to read."""
    found = notes(book, list(view.row), draft)
    lines = [note_line(note) for note in found if note.kind in ("bars", "fails")]
    rest = [_counted(found, kind) for kind in ("asks", "warns", "notes")]
    told = ", ".join(part for part in rest if part)
    return [*lines, f"It also {told}: type lint."] if told else lines


def failing_lines(book: Rulebook, view: View, draft: Draft) -> list[str]:
    """That nothing would be left of a draft, if so."""
    return [note_line(note) for note in notes(book, list(view.row), draft) if note.kind == "fails"]


def answers_line(book: Rulebook, each: Circulated) -> str:
    """What everybody before whom it lies has said: `US would sign; DPRK has not answered`."""
    said = (f"{short(book, role)} {ANSWERS[each.answers.get(role)].word}" for role in each.readers)
    return f"{'; '.join(said)}."


def differences(book: Rulebook, old: Draft, new: Draft) -> list[str]:
    """What a draft changes in the one that it answers."""
    lines = [
        f"{word}: {now}, was {before}"
        for (word, before), (_, now) in zip(header(book, old), header(book, new), strict=True)
        if now != before
    ]
    before, now = ([told.line for told in draft_steps(book, draft)] for draft in (old, new))
    lines += [f"No longer in it: {line}" for line in before if line not in now]
    lines += [f"New in it: {line}" for line in now if line not in before]
    return lines


# ---- signed texts ----


def deal_sheet(book: Rulebook, scenario: str, view: View, deal: Deal) -> list[str]:
    """A signed text: how it stands, its steps, and what the role can do about each and about the whole."""
    lines = [f"Text {deal.key}: {text_name(book, deal)}, {stage_of(deal).word}.", *standing(book, scenario, deal)]
    lines += [f"{word}: {value}" for word, value in header(book, deal)]
    for duty, told in zip(deal.duties, deal_steps(book, scenario, view, deal), strict=True):
        lines.append(f"{deal.key}.{told.line}")
        lines += [f"  {line}" for line in choice_lines(conducts(book, view, deal, duty), duty.key)]
        lines += [f"  {line}" for line in reading_lines(readings_for(book, view, deal, duty), duty.key)]
    answers = choice_lines(responses_to(book, view, deal), deal.key)
    lines += ["You can answer with:", *(f"  {line}" for line in answers)] if answers else []
    return [lines[0], *(f"  {line}" for line in lines[1:])]


def choice_lines(choices: Sequence[Choice], key: str) -> list[str]:
    """What can be done, each as the words that do it; what cannot be done now only by its name."""
    lines = []
    for choice in choices:
        if not choice.why_not:
            price = f" Price: {choice.price}." if choice.price else ""
            usual = " This is what happens if you say nothing." if choice.default else ""
            lines.append(f"{choice.id} {key}: {choice.word}. {choice.says}{price}{usual}")
    barred = ", ".join(choice.id for choice in choices if choice.why_not)
    return [*lines, *([f"Not now: {barred}. Type one to hear why."] if barred else [])]


def reading_lines(choices: Iterable[Choice], key: str) -> list[str]:
    """What an open word can be taken to mean, each as the words that say so."""
    return [
        f"mean {key} {choice.id}: {choice.says}{' You take it so if you say nothing.' if choice.default else ''}"
        for choice in choices
    ]


def faith_question(what: str, choice: Choice) -> list[str]:
    """What a player reads before breaking its word: what it breaks, and the price."""
    lines = [f"{sentence(choice.word)}, {what}: this would be a breach of faith.", f"  {choice.breach}"]
    lines += [f"  {choice.says}"] if choice.says else []
    lines += [f"  Price: {choice.price}."] if choice.price else []
    return [*lines, "Type yes to do it knowingly. Anything else leaves it out."]


def said_of_texts(book: Rulebook, view: View, desk: Unsealed, drafts: Iterable[Circulated]) -> list[tuple[str, str]]:
    """What a role has drafted about texts, each with its price, which may be empty."""
    row, said = list(view.row), []
    numbers = {each.draft: each.number for each in drafts}
    deals = {deal.key: deal for deal in living(book, view)}
    duties = {duty.key: (deal, duty) for deal in deals.values() for duty in deal.duties}
    for text in desk.signs:
        cost = signing_cost(book, row, text, view.role)
        said.append((f"sign draft {numbers[text]}, {text_name(book, text)}", f"{cost} capital"))
    said += [(f"veto draft {numbers[text]}, {text_name(book, text)}", "") for text in desk.vetoes]
    for key, conduct in desk.duties:
        deal, duty = duties[key]
        choice = _chosen(conducts(book, view, deal, duty), conduct)
        said.append((f"step {key}, {owed(book, duty.term)}: {choice.word}", choice.price))
    for key, response in desk.responses:
        choice = _chosen(responses_to(book, view, deals[key]), response)
        said.append((f"text {key}, {text_name(book, deals[key])}: {choice.word}", choice.price))
    for key, reading in desk.readings:
        said.append((f"step {key}: {word_of(book, duties[key][1].term, reading)}", ""))
    return said


def unsaid_lines(book: Rulebook, view: View, desk: Unsealed) -> list[str]:
    """The steps due of which a role has drafted nothing: they are done."""
    said = dict(desk.duties)
    return [due_line(book, view, due) for due in due_now(book, view) if due.duty.key not in said]


def due_line(book: Rulebook, view: View, due: Due) -> str:
    """A step that is due: `step 1.3, Grain by sea, when step 1 is done; 1 capital`."""
    when = f", {due.when}" if due.when else ""
    cost = capital_due(book, view, due.deal, due.duty)
    return f"step {due.duty.key}, {term_phrase(book, due.duty.term)}{when}{f'; {cost} capital' if cost else ''}"


def _chosen(choices: Iterable[Choice], id_: str) -> Choice:
    return next(choice for choice in choices if choice.id == id_)


def _counted(found: Sequence[Note], kind: Kind) -> str:
    count = sum(note.kind == kind for note in found)
    return f"{NOTES[kind].word} ({count})" if count else ""
