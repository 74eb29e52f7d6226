"""Offers: what can be done about a signed text, as the rows of a list and as pieces of the desk draft."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, cast

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.agreements.telling import owed
from tabletop.shell.text_choices import Choice, conducts, readings_for, responses_to
from tabletop.shell.text_orders import read, respond, treat
from tabletop.shell.text_telling import text_name

from .talks import Talks

Sort = Literal["duty", "reading", "response"]


@dataclass(frozen=True, slots=True)
class Offer:
    """A choice about a signed text, with what it is about."""

    sort: Sort
    key: str
    """Of the step or the text."""
    what: str
    choice: Choice
    chosen: bool

    @property
    def id(self) -> str:
        """The row it has in the list."""
        return f"{self.sort}:{self.key}:{self.choice.id}"


def offers(talks: Talks, number: int | None) -> tuple[Offer, ...]:
    """What can be done about the step under the cursor, and about the signed text as a whole."""
    deal, desk = talks.deal, talks.desk
    if deal is None:
        return ()
    said: dict[Sort, dict[str, str]] = {
        "duty": dict(desk.draft.duties), "reading": dict(desk.draft.readings), "response": dict(desk.draft.responses),
    }  # fmt: skip
    duty = talks.duty(number) if number is not None else None
    found: list[tuple[Sort, str, str, tuple[Choice, ...]]] = []
    if duty is not None:
        name = owed(talks.book, duty.term)
        found.append(("duty", duty.key, name, conducts(talks.book, desk.view, deal, duty)))
        found.append(("reading", duty.key, name, readings_for(talks.book, desk.view, deal, duty)))
    found.append(("response", deal.key, text_name(talks.book, deal), responses_to(talks.book, desk.view, deal)))
    return tuple(
        Offer(sort, key, what, choice, said[sort].get(key) == choice.id)
        for sort, key, what, choices in found
        for choice in choices
    )


def take(talks: Talks, offer: Offer) -> None:
    """Put a choice in the desk draft, or take it back if it stands there.

    Raises:
        IllegalOrder: if it could not be sealed so.
    """
    desk, says = talks.desk, None if offer.chosen else offer.choice.id
    match offer.sort:
        case "duty":
            desk.draft = treat(talks.book, desk.view, desk.draft, offer.key, cast("Conduct | None", says))
        case "response":
            desk.draft = respond(talks.book, desk.view, desk.draft, offer.key, cast("Response | None", says))
        case "reading":
            desk.draft = read(talks.book, desk.view, desk.draft, offer.key, says)


def offered(talks: Talks, id_: str) -> Offer | None:
    """The choice a row stands for, if it is one about a signed text."""
    kind, _, rest = id_.partition(":")
    if kind not in ("duty", "reading", "response"):
        return None
    _, _, number = rest.rpartition(":")[0].partition(".")
    return next((offer for offer in offers(talks, int(number) if number else None) if offer.id == id_), None)
