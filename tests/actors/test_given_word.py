"""Whoever signed a text does not refuse the act that carries it out."""

from __future__ import annotations

from tabletop.actors.delegation import choose
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.texts.draft import Draft
from tabletop.rules.views import view

from ..rules.agreements.river_texts import BARGES, OPEN_GATE, draft
from .river_minds import mind, river, row_of

BOOK = river(mind("hills", 'answer: moves = ["send-barges"]; says = false'))
THREE = draft(BARGES, OPEN_GATE, "hills/grain", forum="ford", parties=("north", "south", "hills"))
TWO = draft(BARGES, OPEN_GATE)


def asked(text: Draft) -> Row:
    """The position in which a signed text has made the south ask for leave to send its barges."""
    row = resolve(BOOK, row_of(BOOK), {role: Orders(signs=(text,)) for role in text.signers}, 1).row
    return resolve(BOOK, row, {}, 1).row


def test_a_delegation_says_yes_to_what_it_has_signed_whatever_its_doctrine_answers_otherwise() -> None:
    choice = choose(BOOK, "hills-mind", view(BOOK, asked(THREE), "hills"), 1)
    assert choice.orders.answers == {"south/send-barges": True}
    assert "we signed" in choice.because["south/send-barges"]


def test_to_what_others_have_signed_it_answers_as_ever() -> None:
    choice = choose(BOOK, "hills-mind", view(BOOK, asked(TWO), "hills"), 1)
    assert choice.orders.answers == {"south/send-barges": False}
