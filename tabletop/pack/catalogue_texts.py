"""Catalogue of texts: clauses, texts to start from and the words they may leave open, for the page of a pack."""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Agreements, Clause, Template, TemplateStep
from .doctrines import Doctrine
from .markdown import code, entry, items, one_line, role_names, section, source_keys
from .model import Pack


def text_parts(pack: Pack) -> Iterator[str]:
    """How texts work, then every clause, text and word."""
    if pack.header.agreements is not None:
        yield from section("Agreements")
        yield from items(_agreements(pack, pack.header.agreements))
    if pack.clause:
        yield from section("Clauses")
    for id_, clause in pack.clause.items():
        yield f"- **{one_line(clause.name)}** (`{id_}`, {one_line(clause.type)}). {one_line(clause.says)}"
        yield from _clause(pack, clause)
    yield ""
    if pack.template:
        yield from section("Texts to start from")
    for id_, template in pack.template.items():
        yield from entry(template.name, id_)
        yield from (one_line(template.about), "", _terms(pack, template), "")
        yield from items(_step(pack, number, step) for number, step in enumerate(template.step, start=1))
    if pack.word:
        yield from section("Words that can be left open")
    for id_, word in pack.word.items():
        yield f"- **{one_line(word.name)}** (`{id_}`). {one_line(word.about)}"
        for reading in word.readings:
            takers = [role for role, preferred in word.prefers.items() if preferred == reading.id]
            taken = f" Taken by {role_names(pack, takers)}." if takers else ""
            yield f"  - `{reading.id}`: {one_line(reading.says)}{taken}"
    yield ""


def text_rules(pack: Pack, doctrine: Doctrine) -> Iterator[str]:
    """What a doctrine thinks of texts: what it tables, what a step is worth, what it does not keep."""
    for tabling in doctrine.tabling:
        odds = f", {tabling.odds} times in 100" if tabling.odds < 100 else ""
        named = one_line(pack.template[tabling.template].name)
        yield f"- Tables {named} when {code(tabling.when)}{odds}. {one_line(tabling.because)}"
    if doctrine.worth:
        yield f"- Signs what is worth {code(str(doctrine.reserve))} or more."
    for worth in doctrine.worth:
        owner = f" of {role_names(pack, [worth.by])}" if worth.by is not None else ""
        about = f", `{worth.choice}`," if worth.choice is not None else ""
        named = one_line(pack.clause[worth.clause].name)
        yield f"- {named}{owner}{about} is worth {code(str(worth.worth))}. {one_line(worth.because)}"
    for conduct in doctrine.conduct:
        named = ", ".join(one_line(pack.clause[clause].name) for clause in conduct.clauses)
        yield f"- When {code(conduct.when)}: {conduct.does}s {named}. {one_line(conduct.because)}"


def _agreements(pack: Pack, agreements: Agreements) -> Iterator[str]:
    yield f"- Up to {agreements.texts} texts at once, of up to {agreements.steps} steps each."
    if agreements.trust is not None:
        trust = one_line(pack.track[agreements.trust].name)
        yield (
            f"- {trust}: a step done in time +{agreements.kept}, late -{agreements.late}, missed -{agreements.missed}; "
            f"a milder answer skipped -{agreements.skipped}; a text left -{agreements.left}."
        )
    if agreements.alarm is not None:
        alarm = one_line(pack.track[agreements.alarm].name)
        yield f"- {alarm}: a word disputed +{agreements.dispute}, a text left +{agreements.left}."
    yield (
        f"- At home: the first step towards the other side -{agreements.premium}, a word disputed -{agreements.dispute}, "
        f"a step missed that everybody knows of -{agreements.audience}."
    )
    if agreements.light is not None:
        light = one_line(pack.track[agreements.light].name)
        yield f"- {light}: while a role's is above 0, a missed step that everybody knows of costs it double."
    if agreements.turnover is not None:
        turnover = one_line(pack.track[agreements.turnover].name)
        yield f"- {turnover}: in the turn that it names for a role, texts end that its body at home has not passed."
    for role_id, role in pack.role.items():
        if role.home is not None:
            ratifying = f"; {one_line(pack.forum[role.ratifies].name)} ratifies" if role.ratifies is not None else ""
            ratifying += "; administrations change" if role.elections else ""
            yield f"- {role_names(pack, [role_id])} stands or falls with {code(role.home)}{ratifying}."


def _clause(pack: Pack, clause: Clause) -> Iterator[str]:
    parts = [f"Owed by {role_names(pack, clause.by) or 'nobody'}"]
    if clause.choices:
        parts.append(f"about {', '.join(f'`{choice}`' for choice in clause.choices)}")
    parts.append(f"topic {clause.topic}")
    if clause.fora:
        parts.append(f"in texts of {', '.join(one_line(pack.forum[forum].name) for forum in clause.fora)}")
    if clause.move is not None:
        towards = f" towards {role_names(pack, [clause.target])}" if clause.target is not None else ""
        parts.append(f"done by the move {one_line(pack.move[clause.move].name)}{towards}")
    for key, amount in (("cost", clause.cost), ("cost at home", clause.home)):
        if amount != 0:
            parts.append(f"{key} {code(str(amount))}")
    parts.append("can be undone" if clause.undo else "cannot be undone")
    if clause.feign:
        parts.append("can be feigned")
    if clause.ratify:
        by = f" by {role_names(pack, clause.ratify)}" if isinstance(clause.ratify, tuple) else ""
        parts.append(f"needs ratification{by}")
    yield f"  - {'; '.join(parts)}."
    yield from (f"  - Needs {code(need.when)}; otherwise: {one_line(need.why)}" for need in clause.needs)
    if clause.done is not None:
        yield f"  - Done when {code(clause.done)}"
    if clause.holds is not None:
        yield f"  - Broken unless {code(clause.holds)}"
    if clause.word is not None:
        yield f"  - May leave open: {one_line(pack.word[clause.word].name)}"
    yield f"  - Source: {source_keys(clause.source)}"


def _terms(pack: Pack, template: Template) -> str:
    parts = [f"{one_line(pack.forum[template.forum].name)}: {role_names(pack, template.parties)}"]
    parts.append(f"{template.duration} turns")
    parts.append("no way out" if template.notice is None else f"notice of {template.notice} turns")
    parts += ["sealed"] if template.sealed else []
    parts += ["snap-back"] if template.snapback else []
    parts += [] if template.linked else ["topics stand alone"]
    if template.broker is not None:
        parts.append(f"{role_names(pack, [template.broker])} holds both ends")
    return "; ".join(parts) + "."


def _step(pack: Pack, number: int, step: TemplateStep) -> str:
    about = f", `{step.choice}`" if step.choice is not None else ""
    parts = [f"due after {step.due}"]
    if step.after is not None:
        parts.append(f"once step {step.after} is done" + (f" and verified at {step.verified}" if step.verified else ""))
    if step.together is not None:
        parts.append(f"together with step {step.together}")
    if step.reading is not None:
        parts.append(f"read as `{step.reading}`")
    parts += ["in the sealed annex"] if step.annex else []
    named = one_line(pack.clause[step.clause].name)
    return f"{number}. {role_names(pack, [step.by])}: {named}{about}; {', '.join(parts)}."
