"""Text naming: what a typed word means where texts are bargained over — drafts, steps, terms, fora, roles."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from tabletop.pack.spelling import did_you_mean
from tabletop.rules.agreements.bars import bad_step
from tabletop.rules.agreements.telling import owed
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.draft import Draft, Step
from tabletop.rules.texts.terms import Term, readings_of
from tabletop.rules.views import View
from tabletop.shell.meant import Unclear, one_of
from tabletop.shell.text_editing import fitting_terms, fora_for, matching_terms, templates_for
from tabletop.shell.text_telling import living
from tabletop.table.drafts import Circulated

from .naming import number_in

STEP_KEY = re.compile(r"[0-9]{1,2}\.[0-9]{1,2}", re.ASCII)
"""`1.2`: the second step of the first text."""
SETTINGS = ("due", "after", "together", "verified", "reading", "at")
"""What can be said of a step besides its term."""
NOTHING = ("none", "nothing", "open")


def whole(word: str, what: str) -> int:
    """A whole number from 0 to 99; raises `Unclear`."""
    if not (word.isascii() and word.isdigit() and len(word) <= 2):
        raise Unclear(f"{what} takes a whole number from 0 to 99; {word!r} is not that.")
    return int(word)


# ---- texts on the table and signed ----


def named_draft(drafts: Sequence[Circulated], words: Sequence[str]) -> Circulated:
    """The draft on the table that a number names, or the only one; raises `Unclear`."""
    if not drafts:
        raise Unclear("No draft lies before you. Type write to begin one.")
    if not words and len(drafts) == 1:
        return drafts[0]
    numbers = ", ".join(str(each.number) for each in drafts)
    if not words:
        raise Unclear(f"Which draft? Before you lie: {numbers}.")
    found = next((each for each in drafts if str(each.number) == words[0]), None)
    if found is None:
        raise Unclear(f"No draft {words[0]!r} lies before you. There are: {numbers}.")
    return found


def named_deal(book: Rulebook, view: View, words: Sequence[str]) -> Deal:
    """The signed text that a number names, or the only one; raises `Unclear`."""
    deals = living(book, view)
    if not deals:
        raise Unclear("No signed text is alive that you know of.")
    if not words and len(deals) == 1:
        return deals[0]
    keys = ", ".join(deal.key for deal in deals)
    if not words:
        raise Unclear(f"Which text? There are: {keys}.")
    found = next((deal for deal in deals if deal.key == words[0]), None)
    if found is None:
        raise Unclear(f"There is no signed text {words[0]!r}. There are: {keys}.")
    return found


def named_duty(book: Rulebook, view: View, words: Sequence[str]) -> tuple[Deal, Duty]:
    """The step of a signed text that `1.2` names; raises `Unclear`."""
    known = {duty.key: (deal, duty) for deal in living(book, view) for duty in deal.duties}
    if not known:
        raise Unclear("No signed text is alive that you know of.")
    if not words:
        raise Unclear(f"Which step? Name it as 1.2, the second step of text 1. There are: {', '.join(known)}.")
    if words[0] not in known:
        raise Unclear(f"There is no step {words[0]!r}. There are: {', '.join(known)}.")
    return known[words[0]]


# ---- what a text is made of ----


def named_role(book: Rulebook, word: str) -> str:
    """A role by its id, its short name or the beginning of one; raises `Unclear`."""
    by_name = {role.short.casefold(): id_ for id_, role in book.pack.role.items()}
    known = {**by_name, **{id_: id_ for id_ in book.names.roles}}
    return known[one_of("role", word, known, f"There are: {', '.join(book.names.roles)}.")]


def named_forum(book: Rulebook, role: str, word: str) -> str:
    """A forum in which a role can write, by its id or the beginning of it; raises `Unclear`."""
    known = [id_ for id_, _ in fora_for(book, role)]
    return one_of("forum to write in", word, known, f"There are: {', '.join(known)}.")


def named_template(book: Rulebook, role: str, words: Sequence[str]) -> str:
    """A text to start from, by its id, its name or the beginning of either; raises `Unclear`."""
    known = {id_: template.name for id_, template in templates_for(book, role)}
    plain = "-".join(words).casefold()
    begun = [id_ for id_, name in known.items() if name.casefold().replace(" ", "-").startswith(plain)]
    return begun[0] if len(begun) == 1 else one_of("text to start from", words[0], known, "Type templates.")


def named_term(book: Rulebook, draft: Draft, listed: Sequence[Term], words: Sequence[str]) -> tuple[Term, ...]:
    """The terms that words can mean in a draft: one, or several to choose from.

    Raises `Unclear` if none fits, with the reason if it is known to the pack.
    """
    if not words:
        raise Unclear("Which term? Name one, or a number from `terms`.")
    place = number_in(words[0], listed, "Type `terms` for a new one.") if len(words) == 1 else None
    known = (listed[place],) if place is not None else _meant(book, book.terms, words)
    if not known:
        clauses = list(book.pack.clause)
        remedy = did_you_mean(words[0].casefold(), clauses) or "Type terms for what can be written."
        raise Unclear(f"No term fits {' '.join(words)!r}. {remedy}")
    fitting = set(fitting_terms(book, draft))
    found = tuple(term for term in known if term in fitting)
    if not found:
        raise Unclear(f"It cannot stand here. {owed(book, known[0])}: {_why_not(book, draft, known[0])}")
    return found


def _meant(book: Rulebook, terms: Sequence[Term], words: Sequence[str]) -> tuple[Term, ...]:
    """Terms narrowed word by word: those that a word names exactly before those in which it occurs."""
    left = tuple(terms)
    for word in words:
        plain = word.casefold()
        exact = tuple(term for term in left if plain in (term.key, term.role, term.clause, term.choice))
        left = exact or matching_terms(book, left, plain)
    return left


def _why_not(book: Rulebook, draft: Draft, term: Term) -> str:
    return next(bad_step(book, draft, book.pack.forum[draft.forum], len(draft.steps) + 1, Step(term)), "")


def parted(words: Sequence[str]) -> tuple[Sequence[str], Sequence[str]]:
    """The words of a term, and those that set something about its step."""
    cut = next((place for place, word in enumerate(words) if word.casefold() in SETTINGS), len(words))
    return words[:cut], words[cut:]


def settings(book: Rulebook, term: Term, words: Sequence[str]) -> dict[str, Any]:
    """`due 2 after 1 reading stone` as fields of a step, and its place as `at`; raises `Unclear`."""
    found: dict[str, Any] = {}
    if len(words) % 2:
        raise Unclear(f"{words[-1]} takes a value, as in `due 2`. These can be set: {', '.join(SETTINGS)}.")
    for word, value in zip(words[::2], words[1::2], strict=True):
        name = one_of("setting", word, SETTINGS, f"There are: {', '.join(SETTINGS)}.")
        found[name] = _value(book, term, name, value.casefold())
    return found


def _value(book: Rulebook, term: Term, name: str, value: str) -> int | str | None:
    if value in NOTHING and name in ("after", "together", "reading"):
        return None
    if name != "reading":
        return whole(value, name)
    known = readings_of(book.names, term)
    if not known:
        raise Unclear(f"{owed(book, term)} has no word that could be read in several ways. Leave `reading` out.")
    return one_of("reading", value, known, f"There are: {', '.join(known)}; or `open` to leave it undefined.")


def step_number(draft: Draft, word: str) -> int:
    """A step of a draft by its number; raises `Unclear`."""
    numbers = [str(number) for number in range(1, len(draft.steps) + 1)]
    if word not in numbers:
        there = f"It has 1 to {len(numbers)}." if numbers else "It has none yet: type terms, then add."
        raise Unclear(f"The text in hand has no step {word!r}. {there}")
    return int(word)
