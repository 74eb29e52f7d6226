"""The draft: what a role will seal, what it costs, and what is left."""

from __future__ import annotations

from tabletop.rules.acts import Order
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.verdict import Level
from tabletop.rules.views import View
from tabletop.shell.composing import Draft, spent
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.bar import Word
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.wrapping import Par, par


def draft_page(book: Rulebook, view: View, draft: Draft) -> list[Par]:
    """The draft as a short page."""
    pars = [Par(order_spans(book, order)) for order in draft.orders]
    pars += [
        Par(
            (
                (f"{'yes' if says else 'no'} ", "permitted" if says else "breach"),
                (act_phrase(book, book.by_key[key]), ""),
            )
        )
        for key, says in draft.answers
    ]
    if not pars:
        pars = [par("Nothing yet. Enter on a move drafts it; s seals the turn.", "quiet")]
    return [*pars, par(budget(book, view, draft), "quiet")]


def draft_words(book: Rulebook, draft: Draft) -> tuple[Word, ...]:
    """The draft on one line."""
    allowed = book.pack.header.play.actions
    found = [Word(((f"Draft {len(draft.orders)}/{allowed}", "strong"),))]
    found += [Word(order_spans(book, order)) for order in draft.orders]
    found += [Word(((f"{len(draft.answers)} answered", ""),))] if draft.answers else []
    return tuple(found)


def budget(book: Rulebook, view: View, draft: Draft) -> str:
    """Capital left and acts left."""
    have = book.capital(list(view.row), view.role)
    used = spent(book, view, draft)
    allowed = book.pack.header.play.actions
    return f"Capital {have - used} of {have} · acts {len(draft.orders)} of {allowed}"


def order_spans(book: Rulebook, order: Order) -> Line:
    """An order with the sign of how it will be sealed."""
    level = Level.BREACH if order.knowing else Level.CONSENT if order.ask else Level.PERMITTED
    mark = MARKS[level]
    word = "ask: " if order.ask else ""
    return ((f"{mark.sign} ", mark.tint), (f"{word}{act_phrase(book, order.act)}", ""))
