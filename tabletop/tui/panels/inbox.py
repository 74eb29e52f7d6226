"""The inbox: what is asked of a role and what it has answered so far, the drafts before it, the steps it owes."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence

from tabletop.pack.clauses import Conduct
from tabletop.rules.acts import Act
from tabletop.rules.agreements.telling import short, term_phrase
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.texts.deal import DutyState
from tabletop.rules.views import View
from tabletop.shell.falling_due import Due
from tabletop.shell.prices import expected
from tabletop.shell.text_choices import CONDUCT_WORDS
from tabletop.shell.text_marks import DUE_NOW, DUTIES
from tabletop.shell.text_telling import draft_steps, text_name, word_of
from tabletop.table.drafts import Circulated
from tabletop.tui.panels.papers import answers as answer_words
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

ANSWERS = {True: ("yes", "permitted"), False: ("no", "breach"), None: ("silent", "quiet")}


def inbox_rows(book: Rulebook, view: View, answers: Mapping[str, bool]) -> tuple[Row, ...]:
    """One row a question."""
    return tuple(
        Row(
            ((f"{book.pack.actors[act.role].short} ", "strong"), (act_phrase(book, act), "")),
            act.key,
            (ANSWERS[answers.get(act.key)],),
            wrap=True,
        )
        for act in view.questions
    )


def question_page(book: Rulebook, view: View, act: Act, answers: Mapping[str, bool]) -> Iterator[Par]:
    """One question, with what a yes would bring."""
    asker = book.pack.actors[act.role].name
    yield Par(((f"{asker} asks: ", ""), (act_phrase(book, act), "strong")), right=(ANSWERS[answers.get(act.key)],))
    yield par(book.pack.move[act.move].about)
    for keeper in book.keepers(act):
        forum = book.pack.forum.get(keeper)
        if forum is not None:
            yield par(f"{forum.name}. {_silence(forum.rule)}", hang=10, mark="asked in")
    changes = "; ".join(expected(book, view, act)) or "nothing that you can see at once"
    yield par(changes, hang=10, mark="if it is")
    yield Par(
        (
            ("y", "key"),
            (" yes · ", "quiet"),
            ("n", "key"),
            (" no · ", "quiet"),
            ("Enter", "key"),
            (" changes the answer", "quiet"),
        ),
        hang=10,
    )


def talk_rows(
    book: Rulebook,
    drafts: Sequence[Circulated],
    unread: Collection[int],
    due: Sequence[Due],
    conduct: Mapping[str, Conduct],
) -> Iterator[Row]:
    """Steps owed this turn, and drafts that wait to be read; Enter on either goes to the talks."""
    for each in due:
        treats = conduct.get(each.duty.key)
        asked = treats is None and each.duty.state is DutyState.ASKED
        does = DUTIES[each.duty.state].word if asked else CONDUCT_WORDS[treats or "do"]
        when = f", {each.when}" if each.when else ""
        spans = ((f"{DUE_NOW.sign} due ", DUE_NOW.tint), (term_phrase(book, each.duty.term), ""), (when, "quiet"))
        yield Row(spans, f"duty:{each.duty.key}", ((does, "quiet"),), wrap=True)
    for draft in drafts:
        if draft.number in unread:
            said = f"{short(book, draft.role)}: {text_name(book, draft.draft)}"
            yield Row(
                ((f"draft {draft.number} ", "note"), (said, "")), f"draft:{draft.number}", (("new", "note"),), wrap=True
            )


def talk_page(book: Rulebook, drafts: Sequence[Circulated], due: Sequence[Due], id_: str) -> Iterator[Par]:
    """A step that is owed, or a draft that waits to be read."""
    for owing in due:
        duty = owing.duty
        if id_ == f"duty:{duty.key}":
            yield par(f"You owe: {term_phrase(book, duty.term)}", "strong")
            yield par(book.pack.clause[duty.term.clause].says)
            word = word_of(book, duty.term, duty.reading)
            if word:
                yield par(word, "contested")
            when = f" {owing.when}" if owing.when else ""
            text = f"Text {owing.deal.slot}: {text_name(book, owing.deal)}"
            once = " once the yes is there" if duty.state is DutyState.ASKED else when
            yield par(f"{text}. It is done{once} unless you say otherwise.", "quiet")
    for each in drafts:
        if id_ == f"draft:{each.number}":
            yield Par(answer_words(book, each))
            for told, step in zip(draft_steps(book, each.draft), each.draft.steps, strict=True):
                annexed = " (in the sealed annex)" if step.annex else ""
                yield par(f"{told.owner}: {told.phrase}{annexed}", hang=3, mark=str(told.number), mark_tint="strong")
    yield Par((("Enter", "key"), (" goes to the talks", "quiet")))


def _silence(rule: str) -> str:
    match rule:
        case "consensus":
            return "Silence lets it pass; one no stops it."
        case "agreement":
            return "Silence counts as no."
        case "vote":
            return "Silence is an abstention."
    return ""
