"""Coding: a signed text as whole numbers of a row, and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.position import Row

from .deal import Deal, Duty, DutyState, Stage
from .slots import Head, Layout, Part
from .terms import readings_of

MOST_KEPT = 20_000
"""Texts that are kept as read."""


def deals(layout: Layout | None, row: Sequence[int]) -> tuple[Deal, ...]:
    """Every text that lives in a row, as far as the row tells: a view names no parties of what is sealed to others."""
    if layout is None:
        return ()
    return tuple(deal_in(layout, row, slot) for slot in layout.taken(row) if row[layout.head(slot, Head.PARTIES)])


def deal_in(layout: Layout, row: Sequence[int], slot: int) -> Deal:
    """The text in a slot that is taken; read once for the same numbers, since a turn asks for it again and again."""
    at = layout.head(slot)
    numbers = slot, tuple(row[at : at + layout.width])
    deal = layout.read_before.get(numbers)
    if deal is None:
        if len(layout.read_before) >= MOST_KEPT:
            layout.read_before.clear()
        deal = layout.read_before[numbers] = _read(layout, row, slot)
    return deal


def _read(layout: Layout, row: Sequence[int], slot: int) -> Deal:
    at = layout.head(slot)
    roles = layout.names.roles
    parties = _roles_of(row[at + Head.PARTIES], roles)
    return Deal(
        slot=slot,
        stage=Stage(row[at + Head.STAGE]),
        forum=tuple(layout.names.pack.forum)[row[at + Head.FORUM]],
        parties=parties,
        broker=_one_of(layout.names.actors, row[at + Head.BROKER]),
        signed=row[at + Head.SIGNED],
        ends=row[at + Head.ENDS],
        notice=row[at + Head.NOTICE] - 1 if row[at + Head.NOTICE] else None,
        sealed=bool(row[at + Head.SEALED]),
        snapback=bool(row[at + Head.SNAPBACK]),
        linked=bool(row[at + Head.LINKED]),
        ratified=_roles_of(row[at + Head.RATIFIED], roles),
        leaving=row[at + Head.LEAVING] or None,
        rungs=tuple(row[at + Head.RUNG] // 10**place % 10 for place in range(len(parties))),
        answered=row[at + Head.ANSWERED],
        first=_one_of(roles, row[at + Head.FIRST]),
        moved=row[at + Head.MOVED],
        duties=tuple(_duties(layout, row, slot)),
    )


def write(layout: Layout, row: Row, deal: Deal) -> None:
    """Put a text into its slot, which is free."""
    pack, roles = layout.names.pack, layout.names.roles
    at = layout.head(deal.slot)
    row[at + Head.STAGE] = int(deal.stage)
    row[at + Head.FORUM] = tuple(pack.forum).index(deal.forum)
    row[at + Head.PARTIES] = mask(deal.parties, roles)
    row[at + Head.BROKER] = _number_of(layout.names.actors, deal.broker)
    row[at + Head.SIGNED] = deal.signed
    row[at + Head.ENDS] = deal.ends
    row[at + Head.NOTICE] = deal.notice + 1 if deal.notice is not None else 0
    row[at + Head.SEALED] = int(deal.sealed)
    row[at + Head.SNAPBACK] = int(deal.snapback)
    row[at + Head.LINKED] = int(deal.linked)
    row[at + Head.RATIFIED] = mask(deal.ratified, roles)
    row[at + Head.LEAVING] = deal.leaving or 0
    row[at + Head.RUNG] = sum(rung * 10**place for place, rung in enumerate(deal.rungs))
    row[at + Head.ANSWERED] = deal.answered
    row[at + Head.FIRST] = _number_of(roles, deal.first)
    row[at + Head.MOVED] = deal.moved
    for duty in deal.duties:
        _write_duty(layout, row, duty)


def clear(layout: Layout, row: Row, slot: int) -> None:
    """Nothing is left of a text."""
    for place in layout.span(slot):
        row[place] = 0


def mask(roles: Sequence[str], all_roles: Sequence[str]) -> int:
    """Roles as one number, a bit for each."""
    return sum(1 << place for place, role in enumerate(all_roles) if role in roles)


def _write_duty(layout: Layout, row: Row, duty: Duty) -> None:
    at = layout.part(duty.slot, duty.number, Part.TERM)
    row[at + Part.TERM] = layout.terms.index(duty.term) + 1
    row[at + Part.DUE] = duty.due
    row[at + Part.STATE] = int(duty.state)
    row[at + Part.AFTER] = duty.after or 0
    row[at + Part.TOGETHER] = duty.together or 0
    row[at + Part.VERIFIED] = duty.verified
    row[at + Part.READING] = _number_of(readings_of(layout.names, duty.term), duty.reading)
    row[at + Part.EVIDENCE] = duty.evidence
    row[at + Part.SINCE] = duty.since
    row[at + Part.ANNEX] = int(duty.annex)


def _duties(layout: Layout, row: Sequence[int], slot: int) -> Iterator[Duty]:
    for number in range(1, layout.agreements.steps + 1):
        at = layout.part(slot, number, Part.TERM)
        if not row[at + Part.TERM]:
            return
        term = layout.terms[row[at + Part.TERM] - 1]
        yield Duty(
            slot=slot,
            number=number,
            term=term,
            due=row[at + Part.DUE],
            state=DutyState(row[at + Part.STATE]),
            after=row[at + Part.AFTER] or None,
            together=row[at + Part.TOGETHER] or None,
            verified=row[at + Part.VERIFIED],
            reading=_one_of(readings_of(layout.names, term), row[at + Part.READING]),
            evidence=row[at + Part.EVIDENCE],
            since=row[at + Part.SINCE],
            annex=bool(row[at + Part.ANNEX]),
        )


def _roles_of(bits: int, roles: Sequence[str]) -> tuple[str, ...]:
    return tuple(role for place, role in enumerate(roles) if bits >> place & 1)


def _one_of(words: Sequence[str], number: int) -> str | None:
    return words[number - 1] if number else None


def _number_of(words: Sequence[str], word: str | None) -> int:
    return words.index(word) + 1 if word is not None else 0
