"""Drafts on disk: what was composed and not sealed, beside the record, so that a crash loses nothing.

A draft is a convenience: one that is foreign, old or cannot be read is passed over without a word.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tabletop.rules.acts import Order
from tabletop.rules.orders import IllegalOrder
from tabletop.table.commands import Seal, seal

from .composing import Draft, add, answer
from .session import Session


class Drafted(BaseModel):
    """The drafts of one turn, each in the form in which it would be sealed."""

    model_config = ConfigDict(extra="forbid", strict=True)

    turn: int
    entries: int
    """How many entries the record had: a draft belongs to that moment only."""
    drafts: list[Seal]


def drafts_path(record: Path) -> Path:
    """Where the drafts of a record are kept."""
    return record.with_suffix(".drafts")


def keep_drafts(session: Session, drafts: Mapping[str, Draft]) -> None:
    """Put the drafts of this turn on disk, or clear them away if there are none."""
    if session.writer is None:
        return
    path = drafts_path(session.writer.path)
    part = path.with_suffix(".drafts.part")
    kept = [seal(role, draft.sealed()) for role, draft in drafts.items() if draft != Draft()]
    with contextlib.suppress(OSError):  # a full disk is told of when sealing; a draft still lives in memory
        if not kept:
            path.unlink(missing_ok=True)
            return
        drafted = Drafted(turn=session.table.turn, entries=len(session.entries), drafts=kept)
        part.write_text(drafted.model_dump_json(), encoding="utf-8")
        part.replace(path)


def kept_draft(session: Session, role: str) -> Draft:
    """What a role had drafted when the game was left, as far as it can still be sealed."""
    found = _read(session)
    draft, book, view = Draft(), session.book, session.view(role)
    for kept in found.drafts if found is not None else ():
        if kept.role != role:
            continue
        for sealed in kept.acts:
            if sealed.act in book.by_key:
                with contextlib.suppress(IllegalOrder):
                    draft = add(book, view, draft, Order(book.by_key[sealed.act], sealed.ask, sealed.knowing))
        for key, says in kept.answers.items():
            if key in book.by_key:
                with contextlib.suppress(IllegalOrder):
                    draft = answer(book, view, draft, book.by_key[key], says)
    return draft


def _read(session: Session) -> Drafted | None:
    if session.writer is None:
        return None
    try:
        found = Drafted.model_validate_json(drafts_path(session.writer.path).read_bytes())
    except (OSError, ValidationError):
        return None
    return found if (found.turn, found.entries) == (session.table.turn, len(session.entries)) else None
