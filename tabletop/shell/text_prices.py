"""Text prices: what keeping or breaking a signed text costs a party, in words."""

from __future__ import annotations

from tabletop.pack.names import track_label
from tabletop.rules.agreements.reputation import audience, rates
from tabletop.rules.agreements.step_costs import agreed_to
from tabletop.rules.agreements.winset import kept
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import View

from .falling_due import capital_due
from .readings import label_name


def step_price(book: Rulebook, view: View, deal: Deal, duty: Duty) -> str:
    """What doing a step takes: `2 capital, Standing -5`; empty if it takes nothing."""
    capital = capital_due(book, view, deal, duty)
    acted = agreed_to(book, list(view.row), deal, duty)
    return listed_price(f"{capital} capital" if capital else "", change_at_home(book, view, duty.term, acted=acted))


def change_at_home(book: Rulebook, view: View, term: Term, *, acted: bool = False) -> str:
    """What carrying out a term today would change at its owner's home, its act included unless it has `acted` already;
    empty if nothing.
    """
    place, home = book.homes.get(term.role), book.pack.role[term.role].home
    if place is None or home is None:
        return ""
    row = list(view.row)
    change = -book.term_deeds[term].home(row) if acted else kept(book, row, [term])[place] - row[place]
    return f"{label_name(book, home)} {change:+d}" if change else ""


def loss(book: Rulebook, view: View, deal: Deal, *duties: Duty, missed: bool) -> str:
    """What steps that are late or missed cost their owner; at home nobody hears of secret ones."""
    worth = rates(book)
    home = book.pack.role[view.role].home
    public = missed and any(deal.knowers_of(duty) is None for duty in duties)
    return listed_price(
        trust_with(book, view, deal, worth.missed if missed else worth.late),
        f"{label_name(book, home)} {-audience(book, view.row, view.role):+d}" if public and home is not None else "",
    )


def trust_with(book: Rulebook, view: View, deal: Deal, amount: int) -> str:
    """A loss of trust with each other party: `Trust US-DPRK -3`; empty where there is nobody or no such track."""
    track = rates(book).trust
    others = [role for role in deal.parties if role != view.role]
    if track is None or not others or not amount:
        return ""
    labels = [track_label(track, (view.role, other), book.names.roles) for other in others]
    return ", ".join(f"{label_name(book, label)} {-amount:+d}" for label in labels)


def listed_price(*parts: str) -> str:
    """Parts of a price on one line, without those that are empty."""
    return ", ".join(part for part in parts if part)
