"""A yes is one keeper's: it covers what that keeper was asked, for a while, and nobody who was not."""

from __future__ import annotations

from random import Random

import pytest

from tabletop.rules.consents import needed_keepers, open_questions
from tabletop.rules.happened import Event
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import Resolution
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.verdict import Verdict
from tabletop.rules.yeses import agreed, asked, asked_in, granted_in

from .small_pack import MACHINE, book_of, opening, played, sealed, value, with_

LAW = (
    MACHINE
    + "".join(
        f"""
[forum.{id_}]
name = "{name}"
about = "Silence is a yes."
members = ["{member}"]
rule = "consensus"
"""
        for id_, name, member in (("wardens", "Fish wardens", "south"), ("elders", "Hill elders", "hills"))
    )
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "Leave for the fish and leave for the grass."
"""
    + "".join(
        f"""
[instrument.river.provision.{id_}]
title = "{id_}"
machine = "article"
says = "{says}"
cite = "{cite}"
catches = {{ moves = ["fish"] }}
{level}
if_breached = [{{ track = "trust[{pair}]", add = -10 }}]
"""
        for id_, says, cite, level, pair in (
            ("nets", "Nets need leave.", "Art. 1", 'level = "consent"\nkeeper = "wardens"', "north, south"),
            ("boats", "Boats need leave.", "Art. 2", 'level = "consent"\nkeeper = "wardens"', "north, south"),
            ("banks", "Banks need leave.", "Art. 3", 'level = "consent"\nkeeper = "elders"', "north, hills"),
            ("night", "Nobody fishes at night.", "Art. 4", 'level = "breach"', "south, hills"),
        )
    )
    + """
[move.fish]
name = "Fish"
about = "From the bank, with nets."
by = ["north"]
group = "relieve"
effects = [{ track = "tension", add = 1 }]
"""
)
FISH = "north/fish"
IN_FORCE, ASLEEP = "in-force", "asleep"


@pytest.fixture(scope="module")
def river() -> Rulebook:
    return book_of(LAW, law='"river.nets" = "in-force"', turns=9)


def ask(book: Rulebook, row: Row) -> Resolution:
    return played(book, row, north=sealed(book, FISH, ask=True))


def answer(book: Rulebook, row: Row, **says: bool) -> Resolution:
    return played(book, row, **{role: Orders(answers={FISH: yes}) for role, yes in says.items()})


def leave(book: Rulebook, **changed: int | str) -> Row:
    """The position after the wardens agreed in turn 2, with the law changed since."""
    return with_(book, answer(book, ask(book, opening(book)).row).row, changed)


def verdict(book: Rulebook, row: Row) -> Verdict:
    found = check(book, row, book.by_key[FISH])
    assert found.level == book.level(row, book.by_key[FISH])
    return found


def kinds(found: Verdict) -> dict[str | None, str]:
    return {finding.provision: finding.kind for finding in found.findings}


def done(found: Resolution) -> Event:
    (one,) = [event for event in found.events if event.cause == "move:fish" and event.step == "overt"]
    return one


# ---- whom a yes covers ----


def test_a_yes_does_not_cover_a_keeper_whose_law_came_later(river):
    found = verdict(river, leave(river, **{"river.banks": IN_FORCE}))
    assert found.level.word == "consent"
    assert [keeper.name for keeper in found.keepers] == ["Hill elders"]
    assert kinds(found) == {"nets": "held", "banks": "consent"}


def test_a_yes_covers_all_that_its_keeper_keeps(river):
    found = verdict(river, leave(river, **{"river.boats": IN_FORCE}))
    assert found.level.word == "permitted"
    assert kinds(found) == {"nets": "held", "boats": "held"}


def test_a_yes_of_several_keepers_covers_each_of_them(river):
    row = with_(river, opening(river), {"river.banks": IN_FORCE})
    row = answer(river, ask(river, row).row).row
    assert verdict(river, row).level.word == "permitted"
    assert verdict(river, with_(river, row, {"river.nets": ASLEEP})).level.word == "permitted"


def test_a_keeper_whose_law_lapsed_before_the_answer_has_not_agreed(river):
    row = ask(river, with_(river, opening(river), {"river.banks": IN_FORCE})).row
    row = answer(river, with_(river, row, {"river.banks": ASLEEP})).row
    assert verdict(river, row).level.word == "permitted"
    assert verdict(river, with_(river, row, {"river.banks": IN_FORCE})).level.word == "consent"


def test_an_act_granted_without_a_yes_is_remembered_and_nobody_has_agreed_to_it(river):
    row = answer(river, with_(river, ask(river, opening(river)).row, {"river.nets": ASLEEP})).row
    kept = value(river, row, "consent[north/fish]")
    assert (asked_in(kept), granted_in(kept)) == (0, 2)
    back = with_(river, row, {"river.nets": IN_FORCE, "river.banks": IN_FORCE})
    assert kinds(verdict(river, back)) == {"nets": "consent", "banks": "consent"}
    assert kept <= river.schema.columns[river.schema.index["consent[north/fish]"]].high


def test_a_keeper_whose_law_comes_before_the_answer_is_asked_with_the_others(river):
    row = with_(river, ask(river, opening(river)).row, {"river.banks": IN_FORCE})
    assert open_questions(river, row, "hills") == [river.by_key[FISH]]
    assert verdict(river, answer(river, row, hills=False).row).level.word == "consent"
    assert verdict(river, answer(river, row, hills=True).row).level.word == "permitted"


# ---- asking those who are missing ----


def test_only_who_has_not_agreed_is_asked(river):
    row = leave(river, **{"river.banks": IN_FORCE})
    assert needed_keepers(river, row, river.by_key[FISH]) == ("elders",)
    found = ask(river, row)
    assert [event.says for event in found.events if event.cause == "ask:fish"] == ["N asks Hill elders to agree: Fish."]
    assert open_questions(river, found.row, "south") == []
    assert open_questions(river, found.row, "hills") == [river.by_key[FISH]]


def test_who_agreed_before_cannot_refuse_what_others_are_asked(river):
    row = ask(river, leave(river, **{"river.banks": IN_FORCE})).row
    assert done(answer(river, row, south=False)).level == "permitted"


def test_each_yes_lapses_in_its_own_time(river):
    row = answer(river, ask(river, leave(river, **{"river.banks": IN_FORCE})).row).row
    assert value(river, row, "turn") == 5
    found = verdict(river, row)
    assert kinds(found) == {"nets": "consent", "banks": "held"}
    assert [keeper.name for keeper in found.keepers] == ["Fish wardens"]
    assert verdict(river, with_(river, row, {"river.nets": ASLEEP, "turn": 6})).level.word == "permitted"
    assert verdict(river, with_(river, row, {"river.nets": ASLEEP, "turn": 7})).level.word == "consent"


def test_a_refusal_takes_nothing_from_what_others_agreed_to(river):
    row = ask(river, leave(river, **{"river.banks": IN_FORCE})).row
    row = answer(river, row, hills=False).row
    assert verdict(river, with_(river, row, {"river.banks": ASLEEP, "turn": 4})).level.word == "permitted"


def test_while_others_are_asked_a_yes_still_stands(river):
    row = ask(river, leave(river, **{"river.banks": IN_FORCE})).row
    assert kinds(verdict(river, row)) == {"nets": "held", "banks": "consent"}


# ---- what is broken ----


def test_whoever_has_one_yes_of_two_breaks_only_the_other_law(river):
    row = leave(river, **{"river.banks": IN_FORCE})
    found = played(river, row, north=sealed(river, FISH, knowing=True))
    assert done(found).cites == ("Art. 3",)
    assert value(river, found.row, "trust[north, hills]") == -10
    assert value(river, found.row, "trust[north, south]") == 0


def test_law_that_is_broken_besides_makes_no_breach_of_what_was_agreed(river):
    row = leave(river, **{"river.night": IN_FORCE})
    found = played(river, row, north=sealed(river, FISH, knowing=True))
    assert done(found).cites == ("Art. 4",)
    assert value(river, found.row, "trust[south, hills]") == -10
    assert value(river, found.row, "trust[north, south]") == 0


# ---- how it is kept ----


def test_fast_and_full_agree_whoever_agreed_and_whenever(river):
    dice = Random(1953)
    act, place = river.by_key[FISH], river.schema.index["consent[north/fish]"]
    found = set()
    for _ in range(2_000):
        row = [dice.randint(column.low, min(column.high, 9)) for column in river.schema.columns]
        for number in range(2):
            row[place] = agreed(row[place], number, dice.randint(0, 9))
        full = check(river, row, act)
        assert full.level == river.level(row, act) == river.levels(row, "north")[river.by_role["north"].index(act)]
        found.add((full.level, *sorted({finding.kind for finding in full.findings} & {"held", "consent"})))
    assert (1, "consent", "held") in found
    assert (0, "held") in found


def test_turns_stand_side_by_side_and_do_not_touch():
    kept = asked(agreed(agreed(0, 0, 1), 1, 3), 5)
    assert kept == 30_105
    assert asked_in(kept) == 5
    assert asked(kept, 0) == 30_100
    assert agreed(kept, 0, 59) == 35_905
    assert granted_in(agreed(kept, 0, 59)) == 59
    assert granted_in(5) == 0
