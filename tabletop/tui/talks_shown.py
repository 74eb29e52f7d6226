"""Talks shown: the rows of each list and the page about each row, for what one player looks at. No widgets."""

from __future__ import annotations

from collections.abc import Iterator

from tabletop.rules.agreements.signing import signing_cost
from tabletop.rules.texts.draft import Draft
from tabletop.shell.text_differences import differences
from tabletop.shell.text_home import price_line
from tabletop.shell.text_marks import NOTES
from tabletop.shell.text_settings import SAYS
from tabletop.shell.text_telling import stage_of, standing
from tabletop.tui.panels import doing as doing_panel
from tabletop.tui.panels import papers as papers_panel
from tabletop.tui.panels import text as text_panel
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

from .offers import offered, offers
from .talks import Talks

# ---- rows ----


def paper_rows(talks: Talks) -> Iterator[Row]:
    """Every text there is."""
    desk = talks.desk
    yield from papers_panel.draft_rows(
        talks.book, desk.drafts, desk.draft.signs, desk.draft.vetoes, desk.unread, eyes=desk.role
    )
    yield from papers_panel.deal_rows(talks.book, desk.deals, [due.duty.key for due in desk.due])
    yield from papers_panel.paper_rows(talks.book, desk.papers)


def text_rows(talks: Talks) -> Iterator[Row]:
    """The text that is looked at, or what can be added to it, or what a text can begin from."""
    desk, book = talks.desk, talks.book
    if talks.adding:
        yield from text_panel.term_rows(book, desk.view, talks.terms())
    elif talks.deal is not None:
        yield from text_panel.signed_rows(book, desk.session.table.scenario, desk.view, talks.deal)
    elif talks.text is not None:
        yield from text_panel.written_rows(book, talks.text, talks.notes(), editable=talks.paper is not None)
    else:
        yield from text_panel.start_rows(book, desk.role, talks.sought)


def doing_rows(talks: Talks, here: str) -> Iterator[Row]:
    """What can be done; `here` is the row of the text with the cursor."""
    number = step_of(here)
    if talks.paper is not None and not talks.adding:
        text = talks.paper.text
        if number is not None and number <= len(text.steps):
            yield from doing_panel.step_rows(talks.book, text, number)
        elif here == "head:parties":
            yield from doing_panel.party_rows(talks.book, text)
        yield from doing_panel.paper_rows(_stops(talks))
    elif talks.draft is not None:
        each, desk = talks.draft, talks.desk
        cost = signing_cost(talks.book, list(desk.view.row), each.draft, desk.role)
        deniable = talks.book.pack.forum[each.draft.forum].deniable
        sealed = "sign" if each.draft in desk.draft.signs else "veto" if each.draft in desk.draft.vetoes else None
        yield from doing_panel.table_rows(
            each, desk.role, sealed=sealed, deniable=deniable, cost=cost, unshowable=talks.unshowable
        )
    elif talks.deal is not None:
        titles = {
            "duty": f"Step {number}, yours",
            "reading": f"The word in step {number}",
            "response": "The whole text",
        }
        found = offers(talks, number)
        for sort, title in titles.items():
            own = [offer for offer in found if offer.sort == sort]
            chosen = next((offer.choice.id for offer in own if offer.chosen), None)
            prefix = f"{sort}:{own[0].key}" if own else sort
            yield from doing_panel.choice_rows(title, prefix, [offer.choice for offer in own], chosen)


def step_of(id_: str) -> int | None:
    """The number of the step that a row stands for, if it stands for one."""
    kind, _, number = id_.partition(":")
    return int(number) if kind == "step" and number.isdigit() else None


def _stops(talks: Talks) -> str:
    kinds = [note.kind for note in talks.notes()]
    return "  ".join(
        f"{mark.sign} {kinds.count(kind)}" for kind, mark in NOTES.items() if kind in kinds and kind != "notes"
    )


# ---- pages ----


def notes_page(talks: Talks) -> Iterator[Par]:
    """What law and structure say of the text that is looked at, and how it would fare at home."""
    desk = talks.desk
    if talks.deal is not None:
        mark = stage_of(talks.deal)
        yield Par(((f"{mark.sign} {mark.word}", mark.tint),))
        for line in standing(talks.book, desk.session.table.scenario, talks.deal):
            yield par(line)
    elif talks.text is not None:
        if talks.draft is not None:
            homes = desk.session.homes_shown(talks.draft, desk.role)
            yield from text_panel.shown_pars(talks.book, desk.view, talks.text, homes)
        if talks.text.steps:
            yield from text_panel.home_pars(talks.book, desk.view, talks.text)
        yield from text_panel.note_pars(talks.notes())


def page(talks: Talks, panel: str, id_: str) -> Iterator[Par]:
    """About the row under the cursor."""
    if panel == "papers":
        yield from _whole_page(talks)
    elif panel == "text":
        yield from _row_page(talks, id_)
    else:
        yield from _doing_page(talks, id_)


def _whole_page(talks: Talks) -> Iterator[Par]:
    """A text in short: who said what, and what one can do first."""
    match talks.kind:
        case "new":
            yield par("Begin a text from one that was proposed or tried before, or from nothing.")
            yield _keys(("Enter", "shows them"))
        case "paper" if talks.paper is not None:
            yield par("Nobody else has seen it yet.")
            yield from _answered(talks, talks.paper.counters, talks.paper.text)
            yield _keys(("Enter", "goes to its steps"), ("o", "circulates it"), ("-", "throws it away"))
        case "draft" if talks.draft is not None:
            yield Par(papers_panel.answers(talks.book, talks.draft))
            yield from _answered(talks, talks.draft.counters, talks.draft.draft)
            yield _keys(("space", "signs with your orders"), ("e", "writes an answer"))
        case "deal":
            yield _keys(("Enter", "goes to its steps, and from there to what you can do about each"))


def _answered(talks: Talks, number: int | None, text: Draft) -> Iterator[Par]:
    """What an answer changes in the draft it answers."""
    for each in talks.desk.drafts:
        if each.number == number:
            told = "; ".join(differences(talks.book, each.draft, text)) or "nothing is changed yet"
            yield Par(((f"Answers draft {number}: ", "strong"), (f"{told}.", "")))


def _keys(*pairs: tuple[str, str]) -> Par:
    spans: list[tuple[str, str]] = []
    for key, does in pairs:
        spans += [*([(" · ", "quiet")] if spans else []), (key, "key"), (f" {does}", "quiet")]
    return Par(tuple(spans))


def _row_page(talks: Talks, id_: str) -> Iterator[Par]:
    book, view = talks.book, talks.desk.view
    number = step_of(id_)
    if talks.kind == "new":
        yield from text_panel.start_page(book, id_)
    elif id_.startswith("term:"):
        term = book.term_by_key[id_.removeprefix("term:")]
        yield from text_panel.term_page(book, view, term)
        yield from text_panel.word_page(book, term, None)
    elif number is not None and talks.text is not None and number <= len(talks.text.steps):
        step = talks.text.steps[number - 1]
        yield from text_panel.note_pars([note for note in talks.notes() if note.step == number])
        yield from text_panel.term_page(book, view, step.term)
        yield from text_panel.word_page(book, step.term, step.reading)
    elif number is not None and (duty := talks.duty(number)) is not None:
        yield from text_panel.evidence_page(duty.state, duty.evidence)
        yield from text_panel.term_page(book, view, duty.term)
        yield from text_panel.word_page(book, duty.term, duty.reading)
    elif id_ == text_panel.ADD:
        yield par("A step: somebody owes a term by a day. Enter shows the terms that this forum may settle.")
    else:
        yield from text_panel.header_page(id_.removeprefix("head:"))


def _doing_page(talks: Talks, id_: str) -> Iterator[Par]:
    kind, _, rest = id_.partition(":")
    offer = offered(talks, id_)
    if offer is not None:
        yield from doing_panel.choice_page(offer.choice)
    elif kind == "set":
        yield par(SAYS[rest.partition(":")[0]])
    elif kind == "sign" and talks.draft is not None:
        yield par(doing_panel.TABLE_WORDS["sign"])
        yield par(price_line(talks.book, talks.desk.view, talks.draft.draft))
    elif kind == "show":
        yield from doing_panel.show_page(talks.unshowable)
    elif kind == "answer":
        yield par(doing_panel.TABLE_WORDS[rest])
    else:
        yield par(doing_panel.TABLE_WORDS.get(kind) or doing_panel.PAPER_WORDS.get(kind, ""))
