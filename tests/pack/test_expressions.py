"""The expression language: what it says, and what it refuses with a place and a remedy."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tabletop.pack import formula as f
from tabletop.pack.expressions import Scope, read
from tabletop.pack.load import read_pack
from tabletop.pack.names import Names
from tabletop.pack.syntax import ExpressionFault, parse
from tabletop.pack.uses import read_track

NOWHERE = Scope()
ACT = Scope(actor="north", target="south", choice="river.tolls", act=True)


@pytest.fixture
def names(tiny: dict[str, str]) -> Names:
    return Names(read_pack(tiny))


def number(text: str, names: Names, scope: Scope = NOWHERE) -> f.Formula:
    return read(text, names, scope, "number")


def truth(text: str, names: Names, scope: Scope = NOWHERE) -> f.Formula:
    return read(text, names, scope, "truth")


def test_arithmetic_on_written_numbers_is_done_at_once(names: Names) -> None:
    assert number("2 + 3 * 4 - 10 // 3 % 2", names) == f.Number(13)


def test_a_track_is_a_column(names: Names) -> None:
    assert number("tension", names) == f.Cell("tension")


def test_a_roles_track_names_its_owner(names: Names) -> None:
    assert number("capital[actor]", names, ACT) == f.Cell("capital[north]")


def test_a_relation_is_the_same_from_both_sides(names: Names) -> None:
    assert number("trust[south, north]", names) == number("trust[north, south]", names) == f.Cell("trust[north, south]")


def test_a_roles_relation_with_itself_is_nothing(names: Names) -> None:
    assert number("trust[north, north]", names) == f.Number(0)


def test_a_state_is_compared_with_its_names(names: Names) -> None:
    assert truth("river.sluice == 'in-force'", names) == f.StateIn("river.sluice", (1,))


def test_a_state_may_be_one_of_several(names: Names) -> None:
    either = truth("river.sluice in ['in-force', 'lapsed']", names)
    assert either == f.Either((f.StateIn("river.sluice", (1,)), f.StateIn("river.sluice", (2,))))


def test_binding_means_in_a_binding_state(names: Names) -> None:
    assert truth("binding(river.sluice)", names) == f.StateIn("river.sluice", (1,))


def test_what_is_known_of_an_act_is_decided_when_it_is_read(names: Names) -> None:
    assert truth("actor == 'north' and target in ['south', 'hills']", names, ACT) == f.TRUE
    assert truth("choice == 'tolls'", names, ACT) == f.FALSE


def test_loops_are_written_out(names: Names) -> None:
    assert number("sum(capital[r] for r in [north, south])", names) == f.Sum(
        "+", f.Cell("capital[north]"), f.Cell("capital[south]")
    )


def test_a_bite_is_its_weight_while_the_measure_binds(names: Names) -> None:
    bites = number("sum(bite(p, hills) for p in water)", names)
    assert bites == f.Pick(f.StateIn("river.sluice", (1,)), f.Number(4), f.Number(0))


def test_a_loop_over_a_family_reads_the_state_of_each_provision(names: Names) -> None:
    assert truth("any(p == 'in-force' for p in water)", names) == truth(
        "river.sluice == 'in-force' or river.tolls == 'in-force'", names
    )
    with pytest.raises(ExpressionFault, match="has no state"):
        truth("all(p == 'given' for p in water)", names)


def test_a_hyphen_inside_a_name_belongs_to_the_name_and_a_spaced_one_subtracts(names: Names) -> None:
    assert truth("river.sluice != 'in-force'", names) == f.Not(f.StateIn("river.sluice", (1,)))
    assert number("10-3", names) == f.Number(7)
    with pytest.raises(ExpressionFault, match="no track `tension-alarm`"):
        number("tension-alarm", names)


def test_a_move_never_made_was_long_ago(names: Names) -> None:
    since = number("since('close-sluice')", names)
    last = f.Cell("last[north, close-sluice]")
    assert since == f.Pick(f.Compare("==", last, f.Number(0)), f.Number(99), f.Sum("-", f.Cell("turn"), last))


@pytest.mark.parametrize(
    ("text", "what", "remedy"),
    [
        ("tensoin >= 1", "no track `tensoin`", "tension"),
        ("river.slice == 'in-force'", "no provision `river.slice`", "river.sluice"),
        ("river.sluice == 'in-forse'", "no state 'in-forse'", "in-force"),
        ("river.sluice >= 1", "is a state, not a number", "== 'in-force'"),
        ("river.sluice == 1", "is a state", "'absent'"),
        ("tension == 'high'", "word is compared with a number", "numbers with numbers"),
        ("tension", "a number, and a condition is wanted", "Compare it"),
        ("capital >= 1", "belongs to roles", "capital["),
        ("capital[nroth] >= 1", "no role `nroth`", "north"),
        ("trust[north] >= 1", "takes 2 role", "trust[us, dprk]"),
        ("target == 'south'", "means nothing here", "moves and doctrines"),
        ("tension / 2 >= 1", "Only + - * // %", "//"),
        ("tension // alarm >= 1", "Divide only by a whole number", "// 10"),
        ("tension // 0 >= 1", "Divide only by a whole number", "// 10"),
        ("tension >= 0.5", "Only whole numbers", "larger scale"),
        ("__import__('os') == 1", "cannot call `__import__`", "functions are"),
        ("tension.__class__ == 1", "no provision", ""),
        ("(lambda: 1)() == 1", "not part of the expression language", "docs/pack-format.md"),
        ("open('x') == 1", "cannot call `open`", "functions are"),
        ("any(tension for r in tension)", "loop runs over", "Families"),
        ("count(True for r in roles if True) > 1", "without `if`", "body"),
        ("last('close-slice') == 1", "no move 'close-slice'", "close-sluice"),
        ("tension >= ", "not an expression", "tension >= 80"),
        ("tension >= 99999999", "too large", "1000000"),
        ("north == 'north'", "no track `north`", "'north'"),
        ("river == 'in-force'", "no track `river`", "river.sluice"),
    ],
)
def test_a_fault_says_what_and_how_to_mend_it(names: Names, text: str, what: str, remedy: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        truth(text, names)
    assert what in caught.value.what
    assert remedy in caught.value.remedy


def test_a_fault_points_into_the_expression(names: Names) -> None:
    with pytest.raises(ExpressionFault) as caught:
        truth("tension >= 10 and alram == 3", names)
    assert caught.value.column == len("tension >= 10 and ")


@pytest.mark.parametrize(
    "text", ["(" * 300 + "1" + ")" * 300, "1 + " * 5_000 + "1", "not " * 400 + "True", "-" * 3_000 + "1"]
)
def test_expression_bombs_are_refused(text: str) -> None:
    with pytest.raises(ExpressionFault):
        parse(text)


def test_a_loop_that_would_grow_without_bound_is_refused(names: Names) -> None:
    nested = "sum(1 " + " ".join(f"for {name} in roles" for name in "abcdefghij") + ")"
    with pytest.raises(ExpressionFault, match="too long"):
        number(nested, names)


@given(st.text(alphabet="tensioalrmcp[]()<>=!+-*/%'., 0123456789\n\t\\\"", max_size=60))
def test_any_text_is_a_formula_or_a_fault(text: str) -> None:
    fault = fault_of(text)
    assert fault is None or (fault.what and fault.remedy)


def fault_of(text: str) -> ExpressionFault | None:
    try:
        parse(text)
    except ExpressionFault as fault:
        return fault
    return None


def test_dice_are_a_column_where_games_may_be_played_with_them(tiny: dict[str, str]) -> None:
    tiny["pack.toml"] += "dice = true\n"
    assert number("dice", Names(read_pack(tiny))) == f.Cell("dice")


def test_dice_are_nothing_where_no_game_has_them(names: Names) -> None:
    assert truth("dice == 1", names) == f.FALSE


def test_dice_cannot_be_changed(tiny: dict[str, str]) -> None:
    tiny["pack.toml"] += "dice = true\n"
    with pytest.raises(ExpressionFault):
        read_track("dice", Names(read_pack(tiny)), NOWHERE)
