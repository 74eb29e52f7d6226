"""The expression language: what it says, and what it refuses with a place and a remedy."""

from __future__ import annotations

import functools
import re

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
LOOPS = " ".join(f"for v{number} in roles" for number in range(7))
"""Loops that write their body out 2,187 times."""
TENSION = f.Cell("tension")
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
    assert number("sum(capital[r] for r in [north, south])", names) == f.Total(
        (f.Cell("capital[north]"), f.Cell("capital[south]"))
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
        ("river.sluice == 1", "is a state", "'in-force'"),
        ("tension == 'high'", "word is compared with a number", "numbers with numbers"),
        ("tension", "a number, and a condition is wanted", "Compare it"),
        ("capital >= 1", "belongs to roles", "capital[north]"),
        ("trust >= 1", "belongs to roles", "trust[north, south]"),
        ("capital[nroth] >= 1", "no role `nroth`", "north"),
        ("trust[north] >= 1", "takes 2 role", "trust[north, south]"),
        ("capital[north, south] >= 1", "takes 1 role", "capital[north]"),
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
        ("tension >= ", "not an expression", "turn >= 3"),
        ("tension >= 99999999", "too large", "1000000"),
        ("north == 'north'", "no track `north`", "'north'"),
        ("river == 'in-force'", "no track `river`", "river.sluice"),
        ("river.sluice == in-force", "no track `in-force`: it is a state", "in quotes: 'in-force'"),
        ("turn == river.tolls", "is a state", "'in-force'"),
        ("'north' == south", "no track `south`: it is a role", "in quotes: 'south'"),
        ("'tension' >= 80", "'tension' is a word", "quotes: tension"),
        ("'capital' >= 80", "'capital' is a word", "quotes: capital[north]"),
        ("river.sluice in 'in-force'", "a list is wanted", "in ['absent', 'in-force']"),
        ("1,500 >= tension", "A comma means nothing", "without it"),
        ("tension >= 3, turn >= 2", "A comma means nothing", "`and`"),
        ("any(capital >= 2)", "`any` is not used like this", "any(binding(p) for p in water)"),
        ("sum(capital) >= 2", "`sum` is not used like this", "sum(capital[r] for r in roles)"),
        ("bite(river.sluice) >= 2", "`bite` is not used like this", "bite(river.sluice, north)"),
        ("last(tension) >= 2", "`last` is not used like this", "last('close-sluice') or last('close-sluice', north)"),
        ("binding(tension)", "A provision is wanted", "binding(river.sluice)"),
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


@pytest.mark.parametrize(
    "text",
    [
        f"sum(sum(1 {LOOPS.replace('v', 'w')}) {LOOPS})",
        f"sum(1 if any(tension > 1 {LOOPS.replace('v', 'w')}) else 0 {LOOPS})",
        functools.reduce(lambda inner, _: f"(1 if {inner} in [1, 2, 3, 4, 5] else 0)", range(10), "tension"),
    ],
    ids=["sums of sums", "sums of conditions", "lists of lists"],
)
def test_what_grows_inside_itself_is_refused(names: Names, text: str) -> None:
    with pytest.raises(ExpressionFault, match="too long"):
        number(text, names)


def test_a_long_sum_is_as_flat_as_a_short_one(names: Names) -> None:
    assert number(f"sum(tension {LOOPS})", names) == f.Total(
        tuple(f.Total((TENSION,) * n) for n in (500, 500, 500, 500, 187))
    )


def test_what_is_known_of_a_sum_is_added_at_once(names: Names) -> None:
    assert number("sum(2 + trust[r, north] for r in roles)", names) == f.Total(
        (*(f.Sum("+", f.Number(2), f.Cell(f"trust[north, {r}]")) for r in ("south", "hills")), f.Number(2))
    )
    assert number("count(r == 'north' for r in roles)", names) == f.Number(1)


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


@pytest.mark.parametrize(
    ("text", "column", "told"),
    [
        ("tension = 0", 8, "A single `=` does not compare. Write `==`: `tension == 0`."),
        ("tension >= 1 && turn < 3", 13, "`&&` means nothing here. Write `and`: `tension >= 1 and turn < 3`."),
        ("turn < 3 || turn > 4", 9, "`||` means nothing here. Write `or`: `turn < 3 or turn > 4`."),
        ("turn < 3 AND turn > 4", 9, "`AND` is not read in capitals. Write `and`: `turn < 3 and turn > 4`."),
        ("tension => 80", 8, "`=>` means nothing here. Write `>=`: `tension >= 80`."),
        ("tension =< 80", 8, "`=<` means nothing here. Write `<=`: `tension <= 80`."),
        ("tension ≥ 80", 8, "`≥` means nothing here. Write `>=`: `tension >= 80`."),
        ("tension <> 80", 8, "`<>` means nothing here. Write `!=`: `tension != 80`."),
        ("tension >= 50%", 11, "`50%` is no number. Write `50`: `tension >= 50`."),
        ("!binding(river.tolls)", 0, "`!` means nothing here. Write `not`: `not binding(river.tolls)`."),
        (
            "river.sluice == ‘in-force’",
            16,
            "‘ is no straight quote. Use straight quotes: `river.sluice == 'in-force'`.",
        ),
        ("turn = 3 && tension => 50%", 5, "A single `=` does not compare. Write `==`: `turn == 3 and tension >= 50`."),
        ("turn & tension", 0, "`&` means nothing here. Write `and`."),
        ("(turn >= 3", 0, "This bracket is never closed. Close it where its part ends."),
        ("turn >= 3)", 9, "This bracket closes nothing. Delete it, or open it before."),
        ("choice == 'tolls", 10, "This word is never closed. Close it with the quote it began with."),
    ],
)
def test_a_mark_from_elsewhere_is_named_with_what_is_written_instead(text: str, column: int, told: str) -> None:
    with pytest.raises(ExpressionFault) as caught:
        parse(text)
    assert str(caught.value) == told
    assert caught.value.column == column


@pytest.mark.parametrize("text", ["turn % 50 == 0", "50 % 7 == turn", "choice == 'a=b && c'"])
def test_what_is_an_expression_is_taken_for_no_slip(text: str) -> None:
    parse(text)


def test_no_remedy_names_a_role_of_another_pack(names: Names) -> None:
    for text in ("capital >= 1", "trust >= 1", "trust[north] >= 1", "any(1)", "since(2) > 1", "binding(3)", "bite(4)"):
        with pytest.raises(ExpressionFault) as caught:
            truth(text, names)
        assert not {"us", "dprk", "prc"} & set(re.findall(r"[a-z]+", caught.value.remedy))
