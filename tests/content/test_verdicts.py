"""Each ruling of the law tables: an act in the opening of 2017 or 2019, or after stated changes, and what the referee says."""

from __future__ import annotations

import pytest

from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook

from .rulings import TABLES, Ruling, position, table

RULINGS = [ruling for scenario in TABLES for ruling in table(scenario)]
in_each_scenario = pytest.mark.parametrize("scenario", TABLES)


def provisions_named(book: Rulebook, name: str) -> set[str]:
    """What a name in `absent` stands for: one provision, an instrument's, or a family's."""
    found = {
        label
        for label in book.names.provisions
        if name in (label, label.partition(".")[0], book.pack.instrument[label.partition(".")[0]].family)
    }
    assert found, f"{name} names no law"
    return found


@pytest.mark.parametrize("ruling", RULINGS, ids=lambda ruling: ruling.id)
def test_the_referee_rules(ruling: Ruling, book: Rulebook) -> None:
    if ruling.level == "absent":
        assert ruling.move in book.pack.move
        assert not [act for act in book.by_role[ruling.role] if act.move == ruling.move]
        return
    row = position(book, ruling.given, ruling.scenario)
    verdict = check(book, row, book.by_key[ruling.act.key])
    found = {f"{one.instrument}.{one.provision}": one for one in verdict.findings if one.provision}
    assert verdict.level.word == ruling.level
    assert verdict.contested == ruling.contested
    assert {label: found[label].kind for label in ruling.findings if label in found} == ruling.findings
    assert set(ruling.reasons) <= {one.kind for one in verdict.findings}
    for name in ruling.absent:
        assert not provisions_named(book, name) & set(found), name
    for words in ruling.says:
        assert any(words in one.reason for one in verdict.findings), words
    assert {keeper.id for keeper in verdict.keepers} == set(ruling.keepers)
    assert all(one.cite and one.reason for one in found.values())


@in_each_scenario
def test_the_table_is_large_and_every_row_names_its_ground(scenario: str) -> None:
    rulings = table(scenario)
    assert len(rulings) >= 60
    assert len({ruling.id for ruling in rulings}) == len(rulings)
    assert all(ruling.source for ruling in rulings)


@in_each_scenario
def test_every_role_and_every_level_is_ruled_on(scenario: str, book: Rulebook) -> None:
    rulings = table(scenario)
    assert {ruling.role for ruling in rulings} == set(book.names.roles)
    assert {ruling.level for ruling in rulings} == {"permitted", "consent", "breach", "barred", "absent"}


# ---- what a ruling comes to when the turn is worked out ----


def played(book: Rulebook, row: Row, role: str, key: str, **how: bool) -> Row:
    return resolve(book, row, {role: Orders((Order(book.by_key[key], **how),))}, seed=1).row


def states(book: Rulebook, row: Row, family: str) -> dict[str, str]:
    return {label: book.state(row, label) for label in book.names.families[family]}


def test_declaring_the_armistice_void_leaves_every_paragraph_as_it_was(book: Rulebook) -> None:
    """UN spokesman, 11 March 2013: neither Korea can dissolve it alone. Declared void before, and still in force."""
    before = position(book, {})
    after = played(book, before, "dprk", "dprk/declare-armistice-void")
    assert states(book, after, "armistice") == states(book, before, "armistice")
    assert book.state(after, "armistice.para-62") == "in-force"
    assert after[book.schema.index["nullity-claims"]] == before[book.schema.index["nullity-claims"]] + 1


def test_a_peace_treaty_in_force_replaces_the_armistice(book: Rulebook) -> None:
    """Paragraph 62: when both sides have made peace politically, that peace takes the armistice's place."""
    after = resolve(book, position(book, {"peace.treaty": "in-force"}), {}, seed=1).row
    assert set(states(book, after, "armistice").values()) == {"superseded"}


def test_a_signed_treaty_replaces_nothing_yet(book: Rulebook) -> None:
    """A treaty needs its ratifications; until then the armistice is all there is."""
    before = position(book, {"peace.treaty": "signed"})
    assert states(book, resolve(book, before, {}, seed=1).row, "armistice") == states(book, before, "armistice")


def test_an_end_of_war_declaration_replaces_nothing(book: Rulebook) -> None:
    """The declaration is political: the armistice and the UN Command stay until a treaty."""
    before = position(book, {"declarations.end-of-war": "signed"})
    assert states(book, resolve(book, before, {}, seed=1).row, "armistice") == states(book, before, "armistice")


@pytest.mark.parametrize(
    ("votes", "adopted"),
    [
        ({"us": True, "prc": True, "russia": True}, True),
        ({"us": True}, True),
        ({"prc": False}, False),
        ({"russia": False}, False),
    ],
    ids=["all in favour", "two abstain after a test", "China's veto", "Russia's veto"],
)
def test_a_resolution_needs_nine_votes_and_no_veto(book: Rulebook, votes: dict[str, bool], adopted: bool) -> None:
    """Nine of fifteen and no permanent member against: on 26 May 2022 two vetoes stopped thirteen votes."""
    key = "japan/table-council-resolution:un-2371"
    asked = played(book, position(book, {"last[dprk, nuclear-test]": 1}), "japan", key, ask=True)
    answers = {role: Orders(answers={key: says}) for role, says in votes.items()}
    after = resolve(book, asked, answers, seed=1).row
    assert book.state(after, "un-2371.coal") == ("in-force" if adopted else "absent")


@pytest.mark.parametrize(("support", "state"), [(35, "thinned"), (34, "capped")])
def test_below_the_floor_the_secretary_certifies_and_nobody_votes(book: Rulebook, support: int, state: str) -> None:
    """The defence act for 2019, section 1264: 22,000 at least, unless the Secretary of Defense certifies."""
    capped: dict[str, int | str] = {"forces.us-troops": "capped", "dismantled": 20, "us-home": support}
    key = "us/thin-out-troops:thin-out"
    asked = played(book, position(book, capped, "hanoi-2019"), "us", key, ask=True)
    asked[book.schema.index["us-home"]] = support
    after = resolve(book, asked, {"rok": Orders(answers={key: True})}, seed=1).row
    assert book.state(after, "forces.us-troops") == state


@pytest.mark.parametrize(("support", "state"), [(70, "lifted"), (69, "in-force")])
def test_the_act_of_2016_ends_in_congress(book: Rulebook, support: int, state: str) -> None:
    """Section 402 asks for far more than weapons; short of it a statute is repealed by those who made it."""
    progress: dict[str, int | str] = {
        "us-home": support, "dismantled": 30, "verification": 2, "last[dprk, goodwill-release]": 1,
    }  # fmt: skip
    asked = played(book, position(book, progress), "us", "us/end-us-measure:us-measures.nkspea", ask=True)
    asked[book.schema.index["us-home"]] = support
    assert book.state(resolve(book, asked, {}, seed=1).row, "us-measures.nkspea") == state


def test_a_suspension_of_the_act_runs_out_after_a_year(book: Rulebook) -> None:
    """Section 401: up to one year."""
    row = position(book, {"us-measures.nkspea": "waived", "turns": 20})
    found = []
    for _ in range(13):
        row = resolve(book, row, {}, seed=1).row
        found.append(book.state(row, "us-measures.nkspea"))
    assert found == ["waived"] * 12 + ["in-force"]


def test_the_list_of_terror_sponsors_is_left_two_turns_after_the_certification(book: Rulebook) -> None:
    """A certification to Congress and forty-five days, as in October 2008."""
    row = played(book, position(book, {}, "hanoi-2019"), "us", "us/end-us-measure:us-measures.terror-listing")
    found = [book.state(row, "us-measures.terror-listing")]
    for _ in range(2):
        row = resolve(book, row, {}, seed=1).row
        found.append(book.state(row, "us-measures.terror-listing"))
    assert found == ["notified", "notified", "lifted"]


def test_a_full_coal_ban_ends_the_cap(book: Rulebook) -> None:
    """2371 paragraph 8 replaces the yearly cap of 2321 paragraph 26."""
    after = resolve(book, position(book, {"un-2371": "in-force"}), {}, seed=1).row
    assert book.state(after, "un-2321.coal-cap") == "terminated"


def test_resolution_2356_comes_in_june_2017_whatever_is_played(book: Rulebook) -> None:
    """Adopted on 2 June 2017: fourteen persons and four bodies more, and no new kind of measure."""
    row = position(book, {})
    assert book.state(row, "un-2356.listings") == "absent"
    for _ in range(2):
        row = resolve(book, row, {}, seed=1).row
    assert book.state(row, "un-2356.listings") == "in-force"


def test_a_test_under_an_agreed_pause_breaks_it_and_frees_the_exercises(book: Rulebook) -> None:
    """Freeze rules: once one limb is broken, the other side may resume what it suspended."""
    agreed = position(book, {"freeze.nuclear-tests": "agreed", "freeze.large-exercises": "agreed"})
    before = check(book, agreed, book.by_key["us/large-exercise"])
    after = played(book, agreed, "dprk", "dprk/nuclear-test", knowing=True)
    assert book.state(after, "freeze.nuclear-tests") == "broken"
    assert before.level.word == "breach"
    assert check(book, after, book.by_key["us/large-exercise"]).level.word == "permitted"


def test_an_exercise_under_an_agreed_pause_breaks_it(book: Rulebook) -> None:
    """The allies' limb binds both allies once it is agreed."""
    agreed = position(book, {"freeze.nuclear-tests": "agreed", "freeze.large-exercises": "agreed"})
    after = played(book, agreed, "rok", "rok/large-exercise", knowing=True)
    assert book.state(after, "freeze.large-exercises") == "broken"
    assert book.state(after, "freeze.nuclear-tests") == "agreed"


@pytest.mark.parametrize(("evidence", "state"), [(0, "declared"), (90, "broken")], ids=["unseen", "proven"])
def test_secret_production_breaks_a_pause_only_once_it_is_proven(book: Rulebook, evidence: int, state: str) -> None:
    """Nobody could tell without inspectors: the pause falls when what was made in secret can be shown."""
    row = position(book, {"freeze.production": "declared", "evidence[dprk]": evidence})
    after = played(book, row, "dprk", "dprk/produce-material", knowing=True)
    assert book.state(after, "freeze.production") == state


def test_old_evidence_alone_breaks_no_pause_in_production(book: Rulebook) -> None:
    """Evidence of smuggling is no evidence of production."""
    row = position(book, {"freeze.production": "declared", "evidence[dprk]": 180})
    assert book.state(resolve(book, row, {}, seed=1).row, "freeze.production") == "declared"


def test_an_unanswered_pause_lapses(book: Rulebook) -> None:
    """A declared pause that nobody answers does not last for ever."""
    row = played(book, position(book, {}), "dprk", "dprk/declare-moratorium:freeze.nuclear-tests")
    for _ in range(4):
        row = resolve(book, row, {}, seed=1).row
    assert book.state(row, "freeze.nuclear-tests") == "lapsed"


def test_two_declared_pauses_become_reciprocal_and_fall_back_together(book: Rulebook) -> None:
    """The dual freeze of 2018 was practice: it held while the other limb held."""
    row = position(book, {"freeze.nuclear-tests": "declared", "freeze.large-exercises": "declared"})
    row = resolve(book, row, {}, seed=1).row
    assert book.state(row, "freeze.nuclear-tests") == book.state(row, "freeze.large-exercises") == "reciprocal"
    after = played(book, row, "us", "us/large-exercise")
    assert book.state(after, "freeze.large-exercises") == "none"
    assert book.state(after, "freeze.nuclear-tests") == "declared"


def test_no_verdict_reads_what_its_actor_may_not_see(book: Rulebook) -> None:
    """A player is told how an act stands from the player's own view; it must be what the table will say."""
    for role in book.names.roles:
        hidden = [place for place, column in enumerate(book.schema.columns) if not column.visible_to(role)]
        for scenario in book.pack.scenario:
            low, high = book.opening(scenario), book.opening(scenario)
            for place in hidden:
                low[place], high[place] = book.schema.columns[place].low, min(book.schema.columns[place].high, 120)
            assert book.levels(low, role) == book.levels(high, role)
