"""Template fitting: a text to start from can be signed where it is written, by those who owe its steps."""

from __future__ import annotations

from collections.abc import Iterator

from .annexes import bad_annex, torn_apart, unratified
from .clause_fitting import choice_of, not_offered
from .clauses import Agreements, Template, TemplateStep
from .faults import Finding, KeyPath, quoted
from .names import Names
from .step_order import never_together


def check_template(names: Names, path: KeyPath, template: Template, agreements: Agreements) -> Iterator[Finding]:
    """What of a template exists and does not fit."""
    yield from _parties(names, path, template)
    if not template.step:
        yield Finding((*path, "step"), "A text needs a step.", f"Add `[[template.{path[-1]}.step]]`.")
    if len(template.step) > agreements.steps:
        what = f"A text has at most {agreements.steps} steps; this one has {len(template.step)}."
        yield Finding((*path, "step", agreements.steps), what, "Take some out, or raise `steps` in `[agreements]`.")
    voted = names.pack.forum[template.forum].rule == "vote"
    annex = bad_annex(template.step, sealed=template.sealed, voted=voted)
    if annex is not None:
        yield Finding((*path, "step"), *annex)
    for index, step in enumerate(template.step):
        here = (*path, "step", index)
        yield from _term(names, here, template, step)
        yield from _timing(here, template, index + 1, step)
    terms = [(step.by, step.clause, step.choice, step.due) for step in template.step]
    for index, term in enumerate(terms):
        if term in terms[:index]:
            what = f"This is step {terms.index(term) + 1} once more, due in the same turn."
            yield Finding((*path, "step", index), what, "Keep one of the two, or let it fall due later.")


def _parties(names: Names, path: KeyPath, template: Template) -> Iterator[Finding]:
    forum, parties = names.pack.forum[template.forum], template.parties
    if forum.texts == "none":
        remedy = f"Give {template.forum} `texts`, or name another forum."
        yield Finding((*path, "forum"), f"No texts are written in {template.forum}.", remedy)
        return
    for index, role in enumerate(parties):
        if role not in forum.members:
            remedy = f"Its members are: {', '.join(forum.members)}."
            yield Finding((*path, "parties", index), f"{quoted(role)} is no member of {template.forum}.", remedy)
        elif role in parties[:index]:
            yield Finding((*path, "parties", index), f"{quoted(role)} is named twice.", "Keep one of the two.")
    missing = [role for role in forum.members if role not in parties]
    if forum.texts == "all" and missing:
        what = f"All members of {template.forum} sign its texts; {', '.join(missing)} would not."
        yield Finding((*path, "parties"), what, "Add them to `parties`.")
    if forum.texts == "any" and len(parties) < 2:
        yield Finding((*path, "parties"), f"A text in {template.forum} takes two parties.", "Add one to `parties`.")
    if forum.texts == "one" and len(parties) != 1:
        what = f"A text in {template.forum} is one member's own; this one has {len(parties)} parties."
        yield Finding((*path, "parties"), what, "Name one party.")
    if forum.texts == "one" and (template.sealed or any(step.annex for step in template.step)):
        key = "sealed" if template.sealed else "step"
        yield Finding((*path, key), "A pledge that nobody hears binds nobody.", "Let all of it stand in the open.")


def _term(names: Names, path: KeyPath, template: Template, step: TemplateStep) -> Iterator[Finding]:
    clause = names.pack.clause[step.clause]
    if step.by not in template.parties:
        yield Finding((*path, "by"), f"{quoted(step.by)} is no party to this text.", "Add it to `parties`.")
    elif step.by not in clause.by:
        remedy = f"It is owed by: {', '.join(clause.by)}."
        yield Finding((*path, "by"), f"{quoted(step.by)} cannot owe {step.clause}.", remedy)
    if clause.fora and template.forum not in clause.fora:
        what = f"{step.clause} does not stand in texts of {template.forum}."
        yield Finding((*path, "clause"), what, f"It can stand in those of: {', '.join(clause.fora)}.")
    secret = step.annex or template.sealed
    if clause.ratify and secret and not names.pack.forum[template.forum].deniable:
        yield Finding((*path, "clause"), *unratified(step.clause))
    yield from choice_of(path, step.choice, step.clause, clause)
    if step.reading is not None:
        readings = () if clause.word is None else (reading.id for reading in names.pack.word[clause.word].readings)
        owner = clause.word if clause.word is not None else step.clause
        yield from not_offered((*path, "reading"), "reading", step.reading, readings, owner)


def _timing(path: KeyPath, template: Template, number: int, step: TemplateStep) -> Iterator[Finding]:
    if step.due > template.duration:
        what = f"This would fall due in turn {step.due} of a text that lives for {template.duration}."
        yield Finding((*path, "due"), what, "Let it fall due sooner, or the text live longer.")
    if step.after is not None:
        if step.after >= number:
            what = f"Step {number} can only wait for a step before it."
            yield Finding((*path, "after"), what, "Name an earlier step, or put this one after the other.")
        elif step.due < template.step[step.after - 1].due:
            due = template.step[step.after - 1].due
            what = f"It would be due before step {step.after}, for which it waits."
            yield Finding((*path, "due"), what, f"Write `due = {due}` or more.")
    elif step.verified:
        what = "What is verified is the step that this one waits for, and it waits for none."
        yield Finding((*path, "verified"), what, "Add `after = ...`, or delete it.", at="key")
    if step.together is not None:
        yield from _together(path, template, number, step, step.together)


def _together(path: KeyPath, template: Template, number: int, step: TemplateStep, other: int) -> Iterator[Finding]:
    here = (*path, "together")
    if other >= number:
        what = f"Step {number} cannot be done together with step {other}."
        yield Finding(here, what, "Name a step before it.")
        return
    if template.broker is None:
        what = "Steps are done in one moment only where somebody holds both ends."
        yield Finding(here, what, "Add `broker = ...` to the text, or delete it.", at="key")
    before = template.step[: number - 1]
    tangle = never_together(before, step) or torn_apart(before, step)
    if tangle is not None:
        yield Finding(here, *tangle)
    elif template.step[other - 1].due != step.due:
        yield Finding(here, f"Steps {number} and {other} fall due in different turns.", "Give both the same `due`.")
