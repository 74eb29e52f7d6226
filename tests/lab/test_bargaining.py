"""The bargaining range tells which doctrines have a deal to find, and which have none."""

from __future__ import annotations

from tabletop.lab.bargaining import bargaining_range

from ..rules.agreements.river_texts import AGREEMENTS, HOMES, TEXT
from ..rules.small_pack import SCENARIO, book_of

OPENING = 'tension = 10\n"standing[north]" = 50\n"standing[south]" = 60\n"standing[hills]" = 50'

MINDS = """
[template.gate-for-mill]
name = "Gate for mill"
about = "One for the other."
forum = "bank"
parties = ["north", "south"]
step = [{ by = "north", clause = "open-gate", choice = "river.gate" }, { by = "south", clause = "still-mill" }]
""" + "".join(
    f"""
[doctrine.{id_}]
role = "{role}"
name = "{id_}"
about = "It minds the river."
rule = []
reserve = "{reserve}"
worth = [
  {{ clause = "open-gate", worth = {gate}, because = "Of the gate." }},
  {{ clause = "still-mill", worth = {mill}, because = "Of the mill." }},
]
"""
    for id_, role, reserve, gate, mill in (
        ("thirsty", "south", 0, 60, -10),
        ("proud", "south", 0, 60, -90),
        ("patient", "south", "40 - 10 * turn", 40, -10),
        ("busy", "north", 0, -10, 60),
    )
)


def texts_signed(mine: str, theirs: str) -> tuple[str, ...]:
    """What two doctrines would sign."""
    book = book_of(TEXT + MINDS, header=AGREEMENTS, roles=HOMES, turns=8, tracks=OPENING)
    facing = {each.doctrines: each for each in bargaining_range(book, SCENARIO)}
    return facing[mine, theirs].texts


def test_two_who_gain_more_than_they_give_have_a_text() -> None:
    assert texts_signed("busy", "thirsty") == ("gate-for-mill",)


def test_a_doctrine_that_would_lose_by_every_text_is_a_table_without_a_deal() -> None:
    assert texts_signed("busy", "proud") == ()


def test_a_reserve_that_falls_in_time_opens_the_range() -> None:
    assert texts_signed("busy", "patient") == ("gate-for-mill",)


def test_roles_that_no_text_joins_do_not_face_each_other() -> None:
    book = book_of(TEXT + MINDS, header=AGREEMENTS, roles=HOMES, turns=8, tracks=OPENING)
    assert {each.roles for each in bargaining_range(book, SCENARIO)} == {("north", "south")}
