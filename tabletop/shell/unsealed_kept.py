"""Unsealed, kept: what was drafted and not sealed is on disk beside the record, so that a crash loses nothing.

A draft is a convenience: one that is foreign, old or cannot be read is passed over without a word. What a
delegation would seal belongs to its turn; texts half written are kept until they are circulated or thrown away.
"""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import Order
from tabletop.rules.texts.draft import Draft
from tabletop.table.commands import Circulate, Seal, circulate, seal

from .composing import Unsealed, add, answer
from .session import Session
from .text_orders import read, respond, sign, treat, veto


@dataclass(frozen=True, slots=True)
class Paper:
    """A text that is being written."""

    text: Draft
    counters: int | None = None
    """The number of the draft on the table that it answers."""


class Drafted(BaseModel):
    """What lies on the desks, each thing in the form in which it would be sealed or circulated."""

    model_config = ConfigDict(extra="forbid", strict=True)

    turn: int
    """What would be sealed belongs to this turn only."""
    drafts: list[Seal] = []
    papers: list[Circulate] = []


def unsealed_path(record: Path) -> Path:
    """Where what is unsealed of a record is kept."""
    return record.with_suffix(".drafts")


def keep_unsealed(session: Session, role: str, draft: Unsealed) -> None:
    """Put what a role would seal this turn on disk, in place of its last draft; an empty one is cleared away.

    What others at the same keyboard have drafted this turn and not sealed stays.
    """
    found = _read(session)
    others = [kept for kept in _of_this_turn(session, found) if kept.role != role]
    _write(session, [*others, *_seals(session, role, draft)], found.papers if found is not None else [])


def keep_papers(session: Session, role: str, papers: Sequence[Paper]) -> None:
    """Put a role's half-written texts on disk, in place of those that were there."""
    found = _read(session)
    others = [kept for kept in found.papers if kept.role != role] if found is not None else []
    own = [circulate(paper.text, role, paper.counters) for paper in papers]
    _write(session, _of_this_turn(session, found), [*others, *own])


def kept_unsealed(session: Session, role: str) -> Unsealed:
    """What a role had drafted when the game was left, as far as it can still be sealed, and what it has shown."""
    draft = Unsealed(shows=session.table.shown_by(role))
    for kept in _of_this_turn(session, _read(session)):
        if kept.role == role:
            draft = _restored(session, role, kept)
    return draft


def kept_papers(session: Session, role: str) -> tuple[Paper, ...]:
    """The texts a role was writing when the game was left."""
    found = _read(session)
    return tuple(
        Paper(kept.draft.draft(session.book, role), _countered(session, role, kept.counters))
        for kept in (found.papers if found is not None else ())
        if kept.role == role and _known(session, kept)
    )


def _known(session: Session, kept: Circulate) -> bool:
    """Whether a paper speaks only of what the pack has."""
    book, text = session.book, kept.draft
    return (
        text.forum in book.pack.forum
        and all(role in book.pack.role for role in text.parties)
        and (text.broker is None or text.broker in book.names.brokers)
        and all(step.term in book.term_by_key for step in text.steps)
    )


def _restored(session: Session, role: str, kept: Seal) -> Unsealed:
    """Every piece of a draft that could still be sealed, added one by one."""
    book, view, draft = session.book, session.view(role), Unsealed(shows=session.table.shown_by(role))
    for sealed in kept.acts:
        if sealed.act in book.by_key:
            with contextlib.suppress(IllegalOrder):
                draft = add(book, view, draft, Order(book.by_key[sealed.act], sealed.ask, sealed.knowing))
    for key, says in kept.answers.items():
        if key in book.by_key:
            with contextlib.suppress(IllegalOrder):
                draft = answer(book, view, draft, book.by_key[key], says)
    for each in session.table.drafts_before(role):
        for numbers, seal_so in ((kept.signs, sign), (kept.vetoes, veto)):
            if each.number in numbers:
                with contextlib.suppress(IllegalOrder):
                    draft = seal_so(book, view, draft, each.draft)
    for key, conduct in kept.duties.items():
        with contextlib.suppress(IllegalOrder):
            draft = treat(book, view, draft, key, conduct)
    for key, response in kept.responses.items():
        with contextlib.suppress(IllegalOrder):
            draft = respond(book, view, draft, key, response)
    for key, reading in kept.readings.items():
        with contextlib.suppress(IllegalOrder):
            draft = read(book, view, draft, key, reading)
    return draft


def _countered(session: Session, role: str, number: int | None) -> int | None:
    """The draft that a paper answers, while it lies on the table."""
    return number if number in [each.number for each in session.table.drafts_before(role)] else None


def _seals(session: Session, role: str, draft: Unsealed) -> list[Seal]:
    table = [each.draft for each in session.table.drafts]
    return [seal(role, draft.sealed(), drafts=table)] if draft.pieces else []


def _of_this_turn(session: Session, found: Drafted | None) -> list[Seal]:
    if found is None or found.turn != session.table.turn:
        return []
    return [kept for kept in found.drafts if kept.role in session.table.waiting_for]


def _write(session: Session, drafts: list[Seal], papers: list[Circulate]) -> None:
    if session.writer is None:
        return
    path = unsealed_path(session.writer.path)
    part = path.with_suffix(".drafts.part")
    with contextlib.suppress(OSError):  # a full disk is told of when sealing; a draft still lives in memory
        if not drafts and not papers:
            path.unlink(missing_ok=True)
            return
        part.write_text(
            Drafted(turn=session.table.turn, drafts=drafts, papers=papers).model_dump_json(), encoding="utf-8"
        )
        part.replace(path)


def _read(session: Session) -> Drafted | None:
    if session.writer is None:
        return None
    try:
        return Drafted.model_validate_json(unsealed_path(session.writer.path).read_bytes())
    except (OSError, ValidationError):
        return None
