"""The draft: what a role will seal, what it costs, and what is left."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.agreements.telling import term_phrase
from tabletop.rules.orders import Order
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase, plain_word
from tabletop.rules.texts.coding import deals
from tabletop.rules.verdict import Level
from tabletop.rules.views import View
from tabletop.shell.composing import Unsealed
from tabletop.shell.falling_due import Due
from tabletop.shell.purse import purse
from tabletop.shell.text_choices import CONDUCT_WORDS, RESPONSE_WORDS
from tabletop.shell.text_marks import DUE_NOW
from tabletop.shell.text_telling import text_name
from tabletop.shell.words import MARKS
from tabletop.tui.widgets.bar import Word
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.wrapping import Par, par


def draft_page(book: Rulebook, view: View, draft: Unsealed, due: Sequence[Due] = ()) -> list[Par]:
    """The draft as a short page, with the steps that fall due and are done if nothing is said."""
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
    pars += [Par(line) for line in text_spans(book, view, draft, due)]
    if not pars:
        pars = [par("Nothing yet. Enter on a move drafts it; s seals the turn.", "quiet")]
    return [*pars, par(budget(book, view, draft), "quiet")]


def draft_words(book: Rulebook, draft: Unsealed) -> tuple[Word, ...]:
    """The draft on one line."""
    allowed = book.pack.header.play.actions
    found = [Word(((f"Draft {len(draft.orders)}/{allowed}", "strong"),))]
    found += [Word(order_spans(book, order)) for order in draft.orders]
    found += [Word(((f"{len(draft.answers)} answered", ""),))] if draft.answers else []
    found += [Word(((f"{len(draft.signs)} to sign", "note"),))] if draft.signs else []
    found += [Word(((f"{len(draft.vetoes)} to veto", "note"),))] if draft.vetoes else []
    found += [Word(((f"{len(draft.shows)} shown", "note"),))] if draft.shows else []
    said = len(draft.duties) + len(draft.responses) + len(draft.readings)
    found += [Word(((f"{said} on texts", ""),))] if said else []
    return tuple(found)


def text_spans(book: Rulebook, view: View, draft: Unsealed, due: Sequence[Due]) -> Iterator[Line]:
    """What the draft says of texts: signatures, homes shown, steps, responses, readings; and steps it says nothing of."""
    living = {deal.key: deal for deal in deals(book.layout, view.row)}
    duties = {duty.key: duty for deal in living.values() for duty in deal.duties}
    said = dict(draft.duties)
    for text in draft.signs:
        yield (("● sign ", "note"), (text_name(book, text), ""))
    for text in draft.vetoes:
        yield (("✗ veto ", "note"), (text_name(book, text), ""))
    for text in draft.shows:
        yield (("● home shown ", "note"), (text_name(book, text), ""))
    for key, conduct in said.items():
        tint = "note" if conduct == "do" else "breach"
        yield ((f"{CONDUCT_WORDS[conduct]}: ", tint), (term_phrase(book, duties[key].term), ""))
    for each in due:
        if each.duty.key not in said:
            when = f", {each.when}" if each.when else ""
            yield ((f"{DUE_NOW.sign} due: ", DUE_NOW.tint), (term_phrase(book, each.duty.term), ""), (when, "quiet"))
    for key, response in draft.responses:
        yield ((f"{RESPONSE_WORDS[response]}: ", "note"), (text_name(book, living[key]), ""))
    for key, reading in draft.readings:
        yield ((f"step {key} read as ", "note"), (plain_word(book, reading), ""))


def budget(book: Rulebook, view: View, draft: Unsealed) -> str:
    """Capital left and acts drafted."""
    return f"{purse(book, view, draft)} · acts {len(draft.orders)} of {book.pack.header.play.actions}"


def order_spans(book: Rulebook, order: Order) -> Line:
    """An order with the sign of how it will be sealed."""
    level = Level.BREACH if order.knowing else Level.CONSENT if order.ask else Level.PERMITTED
    mark = MARKS[level]
    word = "ask: " if order.ask else ""
    return ((f"{mark.sign} ", mark.tint), (f"{word}{act_phrase(book, order.act)}", ""))
