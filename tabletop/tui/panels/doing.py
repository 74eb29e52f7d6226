"""What to do: everything that can be done about a text now, with its price."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.agreements.showing import COST
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import sentence
from tabletop.rules.texts.draft import Draft
from tabletop.shell.text_choices import Choice
from tabletop.shell.text_marks import ANSWERS
from tabletop.shell.text_settings import party_names, step_settings
from tabletop.table.drafts import Circulated
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import GAP, Par, par

LABEL = 10
TABLE_WORDS = {
    "sign": "Your name is put to it with your orders. In force once all its signers have sealed theirs to the same text.",
    "veto": "You vote it down with your orders, and everybody learns of it where the forum is public. Silence only abstains.",
    "accept": "You tell the others that you would sign it. That binds nobody.",
    "near": "You tell the others that something is missing.",
    "refuse": "You tell the others that you would not sign it.",
    "counter": "A copy of it that you can change and circulate as your answer.",
    "show": "The other signers see, with proof, what it would leave you at home, and whoever did not say that it would sign is "
    "asked again. That cannot be taken back.",
}
PAPER_WORDS = {
    "circulate": "It is laid before all who would sign it. What it is worth to them they say at once, and nothing binds anybody.",
    "step-up": "The step comes before the one above it.",
    "step-down": "The step comes after the one below it.",
    "remove": "The step is taken out; what waited for it waits for nothing.",
    "put-away": "The text you are writing is thrown away.",
}


def step_rows(book: Rulebook, text: Draft, number: int) -> Iterator[Row]:
    """What can be set in a step that is being written."""
    yield Row(((f"Step {number}", "head"),), right=(("← → change", "quiet"),))
    for setting in step_settings(book, text, number):
        yield Row(((f"{setting.word:<14}", "quiet"), (setting.value, "")), f"set:{setting.id}")
    yield Row((("earlier", ""),), f"step-up:{number}", (("⇧↑", "key"),))
    yield Row((("later", ""),), f"step-down:{number}", (("⇧↓", "key"),))
    yield Row((("take it out", ""),), f"remove:{number}", (("-", "key"),))


def party_rows(book: Rulebook, text: Draft) -> Iterator[Row]:
    """Who could be a party to a text that is being written."""
    names = party_names(book, text)
    if names:
        yield Row((("Parties", "head"),), right=(("Enter changes", "quiet"),))
    for role, name, is_party in names:
        yield Row((("● " if is_party else "○ ", "note"), (name, "")), f"party:{role}")


def paper_rows(says: str) -> Iterator[Row]:
    """What can be done with a text that is being written."""
    yield Row((("The text", "head"),), right=((says, "quiet"),))
    yield Row((("circulate it", ""),), "circulate", (("o", "key"),))
    yield Row((("throw it away", ""),), "put-away")


def table_rows(
    each: Circulated, role: str, *, sealed: str | None, deniable: bool, cost: int, unshowable: str
) -> Iterator[Row]:
    """What can be done about a draft on the table; `sealed` is what is drafted about it, `sign` or `veto`, and `unshowable`
    why a party's home cannot be shown.
    """
    yield Row((("Your word", "head"),))
    if not deniable and role in each.draft.signers:
        price: Line = ((f"costs {cost} " if cost else "", "quiet"), ("space", "key"))
        yield Row((*_dot(sealed == "sign"), ("sign it", "")), "sign", price)
    if role in each.voters:
        yield Row((*_dot(sealed == "veto"), ("veto it", "")), "veto")
    for says, key in (("accept", "y"), ("near", ""), ("refuse", "n")):
        mark = ANSWERS[says]  # type: ignore[index]
        spans = (*_dot(each.answers.get(role) == says), (f"{mark.sign} ", mark.tint), (f"say: {mark.word}", ""))
        yield Row(spans, f"answer:{says}", ((key, "key"),))
    yield Row((("  write an answer", ""),), "counter", (("e", "key"),))
    if role in each.draft.parties:
        yield _show_row(shown=role in each.shown, unshowable=unshowable)


def _show_row(*, shown: bool, unshowable: str) -> Row:
    right: Line = ((f"costs {COST} ", "quiet"), ("H", "key"))
    if unshowable:
        right = (("shown", "quiet"),) if shown else (("not now", "barred"),)
    says = ("show how tight it is at home", "barred" if unshowable and not shown else "")
    return Row((says,), "show", right, wrap=True, mark=_dot(shown))


def choice_rows(title: str, prefix: str, choices: Sequence[Choice], chosen: str | None) -> Iterator[Row]:
    """Choices of one kind, the chosen one marked; what cannot be done stands there too, and its page says why."""
    if choices:
        yield Row(((title, "head"),))
    for choice in choices:
        default = chosen is None and choice.default
        sign = ("● " if choice.id == chosen else "· " if default else "○ ", "note")
        tint = "barred" if choice.why_not else ""
        right: Line = (("not now", "barred"),) if choice.why_not else (("unless said", "quiet"),) if default else ()
        breach = (("✗ ", "breach"),) if choice.breach and not choice.why_not else ()
        yield Row((sign, *breach, (choice.word, tint)), f"{prefix}:{choice.id}", right)


def choice_page(choice: Choice) -> Iterator[Par]:
    """One choice: what it does, what it costs, why it cannot be."""
    yield par(sentence(choice.word), "strong")
    if choice.says:
        yield par(choice.says)
    if choice.price:
        yield par(choice.price, hang=LABEL, mark="price")
    if choice.why_not:
        yield par(choice.why_not, hang=LABEL, mark="not now")
    elif choice.breach:
        yield par(choice.breach, "breach", hang=LABEL, mark="breach")
        yield par("It is asked about once more.", "quiet", hang=LABEL)
    if choice.default:
        yield par("This is what happens unless you say otherwise.", "quiet", hang=LABEL)


def show_page(unshowable: str) -> Iterator[Par]:
    """Showing one's home: what it does, what it costs, why it cannot be."""
    price = f"{COST} capital"
    yield from choice_page(Choice("show", "show how tight it is at home", TABLE_WORDS["show"], price, unshowable))


def faith_page(what: str, choice: Choice) -> Iterator[Par]:
    """The question asked once more before faith is broken: what was promised, and the price."""
    yield Par((("This would be a breach. ", "breach"), (f"{sentence(choice.word)}: {what}", "strong")))
    yield GAP
    yield Par(((choice.breach, ""),), (("✗", "breach"),), 2)
    yield GAP
    yield par(choice.says)
    if choice.price:
        yield par(choice.price, hang=LABEL, mark="price")


def _dot(chosen: bool) -> Line:
    return (("● " if chosen else "○ ", "note"),)
