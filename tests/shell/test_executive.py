"""Executive deals: told as what they are, and what a vote at home would bring."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack
from tabletop.rules.orders import Orders
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.composing import Unsealed
from tabletop.shell.starting import new_game
from tabletop.shell.text_choices import responses_to
from tabletop.shell.text_editing import begun_from
from tabletop.shell.text_orders import respond
from tabletop.shell.text_settings import turned
from tabletop.shell.text_telling import living, standing

from ..tui.bargain import BARGAINING, TURNING
from ..tui.river import SCENARIO

EXECUTIVE = (
    "It is an executive deal for NOR: nobody at home has passed it, and another administration need not keep it."
)


@pytest.fixture
def signed(tmp_path):
    """A text of both banks that waits for no ratification; only the north has a body that could pass it."""

    def signed(files=TURNING, *, sealed=False):
        book = Rulebook(read_pack(files, "river"))
        session = new_game(book, SCENARIO, ["north", "south"], folder=tmp_path, seed=7)
        text = begun_from(book, "water-for-grain", "north")
        text = turned(book, text, "sealed") if sealed else text
        session.circulate("north", text)
        for role in ("north", "south"):
            session.seal(role, Orders(signs=(text,)))
        session.open()
        session.next()
        return session

    return signed


def ratify(session, role="north"):
    view = session.view(role)
    (deal,) = living(session.book, view)
    return next(each for each in responses_to(session.book, view, deal) if each.id == "ratify")


def stands(session):
    (deal,) = living(session.book, session.view("south"))
    return standing(session.book, session.table.scenario, deal)


def test_a_text_says_for_whom_it_is_an_executive_deal(signed):
    assert EXECUTIVE in stands(signed())


def test_where_administrations_do_not_change_nothing_is_said_of_it(signed):
    session = signed(BARGAINING)
    assert EXECUTIVE not in stands(session)
    assert ratify(session).why_not == "It does not wait for your ratification."


def test_what_waits_for_no_vote_can_be_put_to_one_and_then_outlives_the_administration(signed):
    session = signed()
    choice = ratify(session)
    assert (choice.why_not, choice.price) == ("", "1 capital")
    assert choice.says.endswith("It runs without that; passed, it outlives a change of administration.")
    desk = respond(session.book, session.view("north"), Unsealed(), "1", "ratify")
    session.seal("north", desk.sealed())
    session.seal("south", Orders())
    session.open()
    assert EXECUTIVE not in stands(session)
    assert ratify(session).why_not == "It does not wait for your ratification."


def test_whoever_has_no_body_to_ask_asks_none(signed):
    assert ratify(signed(), "south").why_not == "It does not wait for your ratification."


def test_nobody_votes_on_what_is_sealed(signed):
    assert ratify(signed(sealed=True)).why_not == "It is sealed. Nobody votes on what is not shown."
