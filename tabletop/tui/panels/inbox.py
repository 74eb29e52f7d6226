"""The inbox: what is asked of a role, and what it has answered so far."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tabletop.rules.acts import Act
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase
from tabletop.rules.views import View
from tabletop.shell.prices import expected
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par

ANSWERS = {True: ("yes", "permitted"), False: ("no", "breach"), None: ("silent", "quiet")}


def inbox_rows(book: Rulebook, view: View, answers: Mapping[str, bool]) -> tuple[Row, ...]:
    """One row a question."""
    return tuple(
        Row(
            ((f"{book.pack.role[act.role].short} ", "strong"), (act_phrase(book, act), "")),
            act.key,
            (ANSWERS[answers.get(act.key)],),
        )
        for act in view.questions
    )


def question_page(book: Rulebook, view: View, act: Act, answers: Mapping[str, bool]) -> Iterator[Par]:
    """One question, with what a yes would bring."""
    asker = book.pack.role[act.role].name
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


def _silence(rule: str) -> str:
    match rule:
        case "consensus":
            return "Silence lets it pass; one no stops it."
        case "agreement":
            return "Silence counts as no."
        case "vote":
            return "Silence is an abstention."
    return ""
