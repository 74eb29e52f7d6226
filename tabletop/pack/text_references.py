"""Text references: every id that agreements, clauses, templates and words mention is defined."""

from __future__ import annotations

from collections.abc import Iterator

from .clauses import Clause, Template
from .faults import Finding, KeyPath
from .names import Names
from .unknown import unknown_keys, unknown_one, unknown_some


def unknown_in_texts(names: Names) -> Iterator[Finding]:
    """Whatever the tables about texts mention and the pack does not have."""
    pack = names.pack
    if pack.header.agreements is not None:
        for key in ("trust", "alarm", "verification", "light", "turnover"):
            track = getattr(pack.header.agreements, key)
            yield from unknown_one(("header", "agreements", key), "track", track, pack.track)
    for id_, role in pack.role.items():
        # What stands in brackets is an expression's business.
        home = role.home.partition("[")[0].strip() if role.home is not None else None
        yield from unknown_one(("role", id_, "home"), "track", home, pack.track)
        yield from unknown_one(("role", id_, "ratifies"), "forum", role.ratifies, pack.forum)
    for id_, clause in pack.clause.items():
        yield from _in_clause(names, ("clause", id_), clause)
    for id_, template in pack.template.items():
        yield from unknown_in_template(names, ("template", id_), template)
    for id_, word in pack.word.items():
        prefers: KeyPath = ("word", id_, "prefers")
        readings = [reading.id for reading in word.readings]
        yield from unknown_keys(prefers, "role", word.prefers, pack.role)
        for role_id, reading_id in word.prefers.items():
            yield from unknown_one((*prefers, role_id), "reading", reading_id, readings)


def _in_clause(names: Names, path: KeyPath, clause: Clause) -> Iterator[Finding]:
    pack = names.pack
    yield from unknown_some((*path, "by"), "role", clause.by, pack.role)
    yield from unknown_some((*path, "fora"), "forum", clause.fora, pack.forum)
    yield from unknown_one((*path, "move"), "move", clause.move, pack.move)
    yield from unknown_one((*path, "target"), "role", clause.target, pack.role)
    yield from unknown_one((*path, "word"), "word", clause.word, pack.word)
    if isinstance(clause.ratify, tuple):
        yield from unknown_some((*path, "ratify"), "role", clause.ratify, pack.role)
    for index, choice in enumerate(clause.choices):
        if "." in choice:
            yield from unknown_one((*path, "choices", index), "provision", choice, names.provisions)


def unknown_in_template(names: Names, path: KeyPath, template: Template) -> Iterator[Finding]:
    """Whatever a text to start from mentions and the pack does not have."""
    pack = names.pack
    yield from unknown_one((*path, "forum"), "forum", template.forum, pack.forum)
    yield from unknown_some((*path, "parties"), "role", template.parties, pack.role)
    yield from unknown_one((*path, "broker"), "role", template.broker, names.brokers)
    for index, step in enumerate(template.step):
        yield from unknown_one((*path, "step", index, "by"), "role", step.by, pack.role)
        yield from unknown_one((*path, "step", index, "clause"), "clause", step.clause, pack.clause)
