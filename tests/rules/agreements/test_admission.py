"""What a forum asks of a text, what meeting there brings, and whose house must pass what."""

from __future__ import annotations

from tabletop.pack.expressions import NOWHERE, read
from tabletop.rules.agreements.lint import notes
from tabletop.rules.agreements.ratifying import to_ratify
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import Stage
from tabletop.rules.texts.draft import Draft

from ..small_pack import book_of, opening, value
from .river_texts import AGREEMENTS, BORDER, FILL_WELLS, GRAIN, HOMES, OPEN_GATE, STILL_MILL, TEXT, draft

NEED = """
needs = [{ signers = ["north", "south"], when = "tension <= 50", clause = "fill-wells", why = "Fill the wells first." }]
effects = [{ track = "ready", add = -2 }]
[forum.ford]
"""


def river(text: str = TEXT) -> Rulebook:
    return book_of(
        text, header=AGREEMENTS, roles=HOMES, turns=8,
        tracks='tension = 10\nwater = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60',
    )  # fmt: skip


ASKING = river(TEXT.replace("\n[forum.ford]\n", NEED))
"""The bank asks something of a text of north and south, and meeting there takes time."""
COSTLY = river(TEXT.replace("ratify = true", 'ratify = ["south"]'))


def bars(row: Row, text: Draft) -> list[str]:
    return [note.says for note in notes(ASKING, row, text) if note.kind == "bars"]


def after(book: Rulebook, row: Row, *texts: Draft) -> Row:
    """The position after all have signed these texts."""
    signers = {role for text in texts for role in text.signers}
    sealed = {role: Orders(signs=tuple(text for text in texts if role in text.signers)) for role in signers}
    return resolve(book, row, sealed, 1).row


def names_of(book: Rulebook, row: Row, role: str) -> int:
    return book.value(read(f"texts({role})", book.names, NOWHERE, "number"), row)


def test_a_text_that_does_not_meet_what_its_forum_asks_is_stopped() -> None:
    assert bars(opening(ASKING, tension=51), draft(OPEN_GATE, STILL_MILL)) == ["Fill the wells first."]
    assert bars(opening(ASKING, tension=50), draft(OPEN_GATE, STILL_MILL)) == []


def test_a_text_with_the_clause_that_is_asked_for_is_not() -> None:
    assert bars(opening(ASKING, tension=51), draft(OPEN_GATE, FILL_WELLS)) == []


def test_a_text_that_others_sign_is_not_asked() -> None:
    assert bars(opening(ASKING, tension=51), draft(GRAIN, parties=("south", "hills"))) == []


def test_meeting_to_sign_brings_what_the_forum_says() -> None:
    row = after(ASKING, opening(ASKING, ready=3), draft(OPEN_GATE, STILL_MILL))
    assert value(ASKING, row, "ready") == 1


def test_nobody_has_met_where_a_signature_is_missing() -> None:
    row = resolve(ASKING, opening(ASKING, ready=3), {"north": Orders(signs=(draft(OPEN_GATE),))}, 1).row
    assert value(ASKING, row, "ready") == 3


def test_a_clause_can_ask_the_house_of_its_owner_alone() -> None:
    row = after(COSTLY, opening(COSTLY), draft(OPEN_GATE, BORDER))
    assert COSTLY.layout is not None
    deal = deal_in(COSTLY.layout, row, 1)
    assert deal.stage is Stage.PROVISIONAL
    assert to_ratify(COSTLY, deal) == ("south",)


def test_living_texts_are_counted_for_each_whose_name_they_bear() -> None:
    book = river()
    row = after(
        book,
        opening(book),
        draft(OPEN_GATE, STILL_MILL, duration=6),
        draft(GRAIN, parties=("south", "hills"), duration=6),
    )
    assert [names_of(book, row, role) for role in ("north", "south", "hills")] == [1, 2, 1]


def test_a_sealed_text_and_a_pledge_are_not_counted() -> None:
    book = river()
    row = after(
        book,
        opening(book),
        draft(OPEN_GATE, STILL_MILL, sealed=True),
        draft(OPEN_GATE, forum="square", parties=("north",)),
    )
    assert [names_of(book, row, role) for role in ("north", "south", "hills")] == [0, 0, 0]
