"""The list of texts: those that are being written, those on the table, those that are signed."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tabletop.rules.agreements.telling import short, shorts
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import DONE, Deal, DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.shell.text_marks import ANSWERS, DUE_NOW, DUTIES
from tabletop.shell.text_telling import stage_of, text_name
from tabletop.shell.unsealed_kept import Paper
from tabletop.table.drafts import Circulated
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

NEW = "new"
"""The row that begins a text."""


def paper_rows(book: Rulebook, papers: Sequence[Paper]) -> Iterator[Row]:
    """The texts a player is writing, and a way to begin one."""
    yield Row((("You write", "head"),))
    for place, paper in enumerate(papers):
        answers = f"answers draft {paper.counters} · " if paper.counters is not None else ""
        steps = len(paper.text.steps)
        more = par(f"{answers}{steps} step{'' if steps == 1 else 's'}", "quiet")
        yield Row((("… ", "note"), (text_name(book, paper.text), "")), f"paper:{place}", more=(more,), wrap=True)
    yield Row((("+ ", "key"), ("begin a text", "quiet")), NEW)


def draft_rows(
    book: Rulebook,
    drafts: Sequence[Circulated],
    signs: Collection[Draft] = (),
    vetoes: Collection[Draft] = (),
    unread: Collection[int] = (),
    *,
    eyes: str | None = None,
) -> Iterator[Row]:
    """The drafts on the table, each with what was said of it and whose homes were shown; `eyes` are a role's, or all."""
    if drafts:
        yield Row((("On the table", "head"),))
    for each in drafts:
        new: Line = (("new ", "note"),) if each.number in unread else ()
        does = "sign" if each.draft in signs else "veto" if each.draft in vetoes else ""
        marked = (par(f"● you {does} it", "note"),) if does else ()
        author = f"{short(book, each.role)}{f' answers {each.counters}' if each.counters is not None else ''}"
        spans = (*new, (f"{each.number} ", "strong"), (f"{author}: ", "strong"), (text_name(book, each.draft), ""))
        shown = (_shown(book, each),) if each.shown and eyes in (None, *each.draft.signers) else ()
        yield Row(spans, f"draft:{each.number}", more=(*marked, Par(answers(book, each)), *shown), wrap=True)


def answers(book: Rulebook, draft: Circulated) -> Line:
    """What everybody before whom it lies has said: `US ✓ would sign, DPRK ✗ would not sign`."""
    spans: list[tuple[str, str]] = []
    for role in draft.readers:
        mark = ANSWERS[draft.answers.get(role)]
        spans += [(", ", "quiet")] if spans else []
        spans += [(f"{short(book, role)} ", "quiet"), (f"{mark.sign} {mark.word}", mark.tint)]
    return tuple(spans)


def _shown(book: Rulebook, draft: Circulated) -> Par:
    return par(f"{shorts(book, draft.shown)} showed how tight it is at home", "note")


def deal_rows(book: Rulebook, deals: Sequence[Deal], due: Collection[str] = ()) -> Iterator[Row]:
    """The signed texts, each with how far it has come; `due` are the player's own steps that fall due."""
    if deals:
        yield Row((("Signed", "head"),))
    for deal in deals:
        mark = stage_of(deal)
        spans = ((f"{mark.sign} ", mark.tint), (f"{deal.slot} ", "strong"), (text_name(book, deal), ""))
        more = Par(((f"{mark.word}, ", mark.tint), *_progress(deal, due)))
        yield Row(spans, f"deal:{deal.slot}", more=(more,), wrap=True)


def _progress(deal: Deal, due: Collection[str]) -> Line:
    states = [duty.state for duty in deal.duties]
    spans: list[tuple[str, str]] = [(f"{sum(state in DONE for state in states)} of {len(states)} done", "quiet")]
    spans += [
        (f", {DUTIES[state].sign} {states.count(state)} {DUTIES[state].word}", DUTIES[state].tint)
        for state in (DutyState.LATE, DutyState.MISSED, DutyState.STALLED)
        if state in states
    ]
    own = len([duty for duty in deal.duties if duty.key in due])
    return (*spans, (f", {DUE_NOW.sign} {own} of yours due", DUE_NOW.tint)) if own else tuple(spans)
