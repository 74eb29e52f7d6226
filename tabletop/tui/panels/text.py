"""One text: its steps, its header, and the page about each of them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from tabletop.rules.agreements.lint import Note
from tabletop.rules.agreements.telling import owed, short, term_phrase
from tabletop.rules.agreements.winset import HomeView
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import plain_word, sentence
from tabletop.rules.texts.deal import Deal, DutyState
from tabletop.rules.texts.draft import Draft
from tabletop.rules.texts.terms import Term, act_of
from tabletop.rules.views import View
from tabletop.shell.text_editing import fora_for, templates_for
from tabletop.shell.text_home import home_lines, home_of, shown_lines
from tabletop.shell.text_marks import NOTES
from tabletop.shell.text_prices import change_at_home, listed_price
from tabletop.shell.text_settings import SAYS, header_settings
from tabletop.shell.text_telling import StepTold, deal_steps, draft_steps, header, steps_counted, word_of
from tabletop.shell.words import MARKS
from tabletop.tui.panels.tracks import filled
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

ADD = "add"
"""The row that adds a step."""
LABEL = 11
BAR = 16


# ---- rows ----


def start_rows(book: Rulebook, role: str, sought: str) -> Iterator[Row]:
    """What a text can begin from: texts of the pack, then fora for an empty one."""
    wanted = sought.strip().lower()
    titles = {True: "Begin from a text", False: "Broker a text of others"}
    title = ""
    for id_, text in templates_for(book, role):
        where = book.pack.forum[text.forum].name
        if wanted and wanted not in f"{text.name} {where} {text.about}".lower():
            continue
        if titles[role in text.parties] != title:
            title = titles[role in text.parties]
            yield Row(((title, "head"),))
        yield Row(((text.name, ""),), f"template:{id_}", ((steps_counted(len(text.step)), "quiet"),))
    fora = [(id_, forum) for id_, forum in fora_for(book, role) if not wanted or wanted in forum.name.lower()]
    if fora:
        yield Row((("Begin an empty text in", "head"),))
    for id_, forum in fora:
        yield Row(((forum.name, ""),), f"forum:{id_}")


def term_rows(book: Rulebook, view: View, terms: Sequence[Term]) -> Iterator[Row]:
    """Terms to choose from, by topic, each with how the act behind it stands in law today."""
    for topic in dict.fromkeys(book.pack.clause[term.clause].topic for term in terms):
        yield Row(((sentence(plain_word(book, topic)), "head"),))
        for term in terms:
            if book.pack.clause[term.clause].topic == topic:
                act = act_of(term, book.names)
                mark = MARKS[book.level(list(view.row), act)] if act is not None else None
                right = ((mark.sign, mark.tint),) if mark is not None else ()
                spans = ((f"{short(book, term.role)} ", "strong"), (term_phrase(book, term), ""))
                yield Row(spans, f"term:{term.key}", right)


def written_rows(book: Rulebook, text: Draft, notes: Sequence[Note], *, editable: bool) -> Iterator[Row]:
    """The steps and the header of a draft."""
    yield Row((("Steps", "head"),), right=(("turns after signing", "quiet"),))
    gravest = {note.step: NOTES[note.kind] for note in reversed(notes) if note.step is not None}
    rows = []
    for step, told in zip(text.steps, draft_steps(book, text), strict=True):
        mark = gravest.get(told.number)
        sign = ((f"{mark.sign} ", mark.tint),) if mark is not None and mark.tint != "quiet" else ()
        rows.append(_step_row(told, sign, f"+{step.due}"))
    open_ones = len(rows) - len(text.annexed)
    yield from rows[:open_ones]
    if editable:
        yield Row((("+ ", "key"), ("add a step", "quiet")), ADD)
    yield from _annex_rows(rows[open_ones:])
    yield Row((("The text", "head"),))
    for setting in header_settings(book, text):
        yield Row(((f"{setting.word:<{LABEL}}", "quiet"), (setting.value, "")), f"head:{setting.id}")


def signed_rows(book: Rulebook, scenario: str, view: View, deal: Deal) -> Iterator[Row]:
    """The steps and the header of a signed text."""
    yield Row((("Steps", "head"),))
    rows = []
    for told in deal_steps(book, scenario, view, deal):
        mark = told.mark
        sign = ((f"{mark.sign} ", mark.tint),) if mark is not None else ()
        rows.append(_step_row(told, sign, mark.word if mark is not None else "", (told.when,) if told.when else ()))
    open_ones = sum(not duty.annex for duty in deal.duties)
    yield from rows[:open_ones]
    yield from _annex_rows(rows[open_ones:])
    yield Row((("The text", "head"),))
    for number, (word, value) in enumerate(header(book, deal)):
        yield Row(((f"{word:<{LABEL}}", "quiet"), (value, "")), f"head:{number}")


def _annex_rows(steps: Sequence[Row]) -> Iterator[Row]:
    """The steps of a sealed annex, which come last."""
    if steps:
        yield Row((("Sealed annex", "head"),), right=(("known to the signers", "quiet"),))
    yield from steps


def _step_row(told: StepTold, sign: tuple[tuple[str, str], ...], right: str, before: tuple[str, ...] = ()) -> Row:
    more = "; ".join((*before, *told.conditions))
    return Row(
        ((f"{told.number} ", "strong"), *sign, (f"{told.owner} ", "strong"), (told.phrase, "")),
        f"step:{told.number}",
        ((right, told.mark.tint if told.mark is not None else "strong"),),
        more=(par(more, "quiet", hang=2),) if more else (),
        wrap=True,
    )


# ---- pages ----


def start_page(book: Rulebook, id_: str) -> Iterator[Par]:
    """What a text would begin from."""
    kind, _, name = id_.partition(":")
    if kind == "template":
        text = book.pack.template[name]
        yield par(text.name, "strong")
        yield par(text.about)
        yield par(
            f"{book.pack.forum[text.forum].name}: {', '.join(short(book, role) for role in text.parties)}", "quiet"
        )
        for number, step in enumerate(text.step, start=1):
            annexed = " (in the sealed annex)" if step.annex else ""
            term = owed(book, Term(step.by, step.clause, step.choice))
            yield par(f"{term}{annexed}", hang=3, mark=str(number), mark_tint="strong")
    elif kind == "forum":
        forum = book.pack.forum[name]
        yield par(forum.name, "strong")
        yield par(forum.about)
        yield par(", ".join(short(book, role) for role in forum.members), hang=LABEL, mark="members")


def term_page(book: Rulebook, view: View, term: Term) -> Iterator[Par]:
    """What a term binds its owner to, and what doing it costs at home."""
    clause = book.pack.clause[term.clause]
    yield par(owed(book, term), "strong")
    yield par(clause.says)
    kind = "can be taken back" if clause.undo else "for good once done"
    feign = ", can be reported falsely" if clause.feign else ""
    ratify = ", needs ratification" if clause.ratify else ""
    yield par(f"topic {clause.topic}; {kind}{feign}{ratify}", "quiet")
    if term.role == view.role:
        deed, row = book.term_deeds[term], list(view.row)
        capital = max(0, deed.cost(row)) + (max(0, deed.deed.cost(row)) if deed.deed is not None else 0)
        costs = listed_price(f"{capital} political capital" if capital else "", change_at_home(book, view, term))
        yield par(costs or "nothing", hang=LABEL, mark="costs you")


def word_page(book: Rulebook, term: Term, reading: str | None) -> Iterator[Par]:
    """The word of a term, and all that it can mean."""
    id_ = book.pack.clause[term.clause].word
    if id_ is None:
        return
    word = book.pack.word[id_]
    yield par(word_of(book, term, reading), "contested" if reading is None else "")
    if reading is None:
        yield par(word.about, "quiet")
        for each in word.readings:
            who = [short(book, role) for role, prefers in word.prefers.items() if prefers == each.id]
            yield par(each.says, hang=2, mark="≈", mark_tint="contested")
            if who:
                yield par(f"as {', '.join(who)} tend{'s' if len(who) == 1 else ''} to read it", "quiet", hang=2)


def evidence_page(duty_state: DutyState, evidence: int) -> Iterator[Par]:
    """What is known of a false report."""
    if duty_state is DutyState.FEIGNED:
        yield par("You reported it done. Others do not know that it is not.", "contested")
    if evidence:
        yield par(f"{evidence} points of evidence against it; 100 prove it.", "breach")


def header_page(id_: str) -> Iterator[Par]:
    """What a line of the header means."""
    if id_ in SAYS:
        yield par(SAYS[id_])


def note_pars(notes: Sequence[Note]) -> Iterator[Par]:
    """The linter's notes, the gravest first."""
    for note in notes:
        mark = NOTES[note.kind]
        place = ((f"step {note.step}: ", "strong"),) if note.step is not None else ()
        cite = ((f" {note.cite}", "quiet"),) if note.cite is not None else ()
        yield Par((*place, (note.says, ""), *cite), ((mark.sign, mark.tint),), 2)


def home_pars(book: Rulebook, view: View, text: Draft) -> Iterator[Par]:
    """How a draft would fare at home: a bar, and what it says in words. For one's own eyes."""
    found = home_of(book, view, text)
    if found is None:
        return
    yield _bar(book, view.role, found)
    for line in home_lines(book, view, text):
        yield par(line, "quiet")


def shown_pars(book: Rulebook, view: View, text: Draft, homes: Collection[tuple[str, HomeView]]) -> Iterator[Par]:
    """The homes that were shown about a draft, each as a bar and in words; one's own last, whose bar follows anyway."""
    ordered = sorted(homes, key=lambda each: each[0] == view.role)
    for (role, found), line in zip(ordered, shown_lines(book, view, text, ordered), strict=True):
        if role == view.role:
            yield par(line, "note")
        else:
            yield from (_bar(book, role, found), par(line, "note"), GAP)


def _bar(book: Rulebook, role: str, found: HomeView) -> Par:
    """What is left at a role's home, what a draft would take, what was not there; then the numbers."""
    column = book.schema.columns[book.homes[role]]
    before, after = (filled(value, column.low, column.high, BAR) for value in (found.before, found.after))
    left, gone = min(before, after), abs(before - after)
    bar = (("█" * left, "bar"), ("▒" * gone, "note"), ("░" * (BAR - left - gone), "bar"))
    return Par((*bar, (f" {found.before} → {found.after}", "strong")))
