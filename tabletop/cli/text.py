"""Text: what law and structure say of a text of the pack as a scenario opens, for a class or for a program."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from tabletop.pack.spelling import did_you_mean
from tabletop.plain.verdicts import finding_lines, keeper_words, level_words
from tabletop.rules.acts import Act
from tabletop.rules.agreements.lint import Note, notes
from tabletop.rules.agreements.ratifying import ratifiers
from tabletop.rules.agreements.telling import short
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.texts.draft import Draft, from_template
from tabletop.rules.texts.terms import Term, act_of
from tabletop.rules.verdict import Verdict
from tabletop.rules.views import view
from tabletop.shell.composing import verdict_of
from tabletop.shell.starting import Unknown
from tabletop.shell.text_telling import draft_steps, header, note_line

from .entry import OK
from .law import verdict_json
from .loading import book_for
from .output import page


def tell_text(scenario: str, template: str, *, pack: str | None, as_json: bool) -> int:
    """The linter's report on a text in the opening position, and the verdict on each step."""
    book = book_for(scenario, pack)
    row, draft = book.opening(scenario), _draft(book, template)
    found = notes(book, row, draft)
    if as_json:
        head = {"scenario": scenario, "template": template, "name": book.pack.template[template].name}
        print(json.dumps({**head, **_json(book, row, draft, found)}, ensure_ascii=False))
        return OK
    text = book.pack.template[template]
    page().say(f"{text.name} ({template}). {text.about}", *_lines(book, row, draft, found))
    return OK


def _draft(book: Rulebook, template: str) -> Draft:
    known = list(book.pack.template)
    if template not in known:
        listed = f"There are: {', '.join(known)}." if known else "Its pack has none."
        raise Unknown(f"There is no text {template!r}. {did_you_mean(template, known) or listed}")
    return from_template(book.pack.template[template])


def _verdict(book: Rulebook, row: Row, term: Term) -> tuple[Act, Verdict] | None:
    """The act that carries a step out, and how it stands for its owner; `None` if the text alone does."""
    act = act_of(term, book.names)
    return None if act is None else (act, verdict_of(book, view(book, row, term.role), act))


def _ratifiers(book: Rulebook, draft: Draft) -> list[tuple[str, str]]:
    """Each party whose ratification the text needs, and the body that gives it."""
    asked = ratifiers(book, draft.parties, (step.term for step in draft.steps))
    return [(role, str(book.pack.role[role].ratifies)) for role in asked]


def _lines(book: Rulebook, row: Row, draft: Draft, found: tuple[Note, ...]) -> Iterator[str]:
    yield from (f"  {word}: {value}" for word, value in header(book, draft))
    yield "Steps, and how the act that carries each out stands as the scenario opens:"
    for step, told in zip(draft.steps, draft_steps(book, draft), strict=True):
        yield f"  {told.line}"
        yield from (f"    {line}" for line in _verdict_lines(book, _verdict(book, row, step.term)))
    yield "The text as a whole:"
    yield from (f"  {note_line(note)}" for note in found)
    bodies = [f"{book.pack.forum[body].name} ({short(book, role)})" for role, body in _ratifiers(book, draft)]
    yield f"  Ratified by: {', '.join(bodies) or 'nobody; it binds when it is signed'}."


def _verdict_lines(book: Rulebook, judged: tuple[Act, Verdict] | None) -> Iterator[str]:
    if judged is None:
        yield "No act of the catalogue: the text alone does it."
        return
    act, verdict = judged
    yield f"{act_phrase(book, act)}: {level_words(verdict.level, contested=verdict.contested)}."
    yield from finding_lines(book, verdict.findings[:1])
    yield from (f"  Who could allow it: {keeper_words(book, keeper)}." for keeper in verdict.keepers)


def _json(book: Rulebook, row: Row, draft: Draft, found: tuple[Note, ...]) -> dict[str, Any]:
    steps = []
    for number, step in enumerate(draft.steps, start=1):
        judged = _verdict(book, row, step.term)
        act, verdict = (judged[0].key, verdict_json(judged[1])) if judged is not None else (None, None)
        steps.append({**asdict(step), "number": number, "term": step.term.key, "act": act, "verdict": verdict})
    ratified = [{"role": role, "body": body} for role, body in _ratifiers(book, draft)]
    return {**asdict(draft), "steps": steps, "notes": [asdict(note) for note in found], "ratified_by": ratified}
