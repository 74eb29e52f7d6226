"""A pack becomes plain functions once; they are readable, kept on disk, and the same on every machine."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from tabletop.rules.position import Column, Schema, digest
from tabletop.rules.rulebook import Rulebook

from .small_pack import MACHINE, SCENARIO, book_of, opening, played, sealed, value, with_

GAME = (
    MACHINE
    + """
[instrument.river]
title = "River treaty"
family = "water"
about = "No dams."
[instrument.river.provision.dam]
title = "No dams"
machine = "article"
says = "Nobody dams the river."
cite = "Art. 1"
catches = { moves = ["build"] }
[track.low]
name = "Low"
about = "It may be negative."
range = [-5, 5]
[move.build]
name = "Build"
about = "Stone by stone."
by = ["north"]
group = "press"
choices = ["small", "large"]
cost = "1 if choice == 'small' else 2"
effects = [
  { track = "tension", add = "5 if choice == 'small' else 60" },
  { track = "low", add = -4 },
  { track = "trust[north, south]", set = "0 - tension" },
]
[move.dream]
name = "Dream"
about = "Nobody can."
by = ["north", "south"]
group = "home"
needs = [{ when = "tension > 100", why = "Never." }]
[move.buy]
name = "Buy"
about = "Dear."
by = ["north", "south"]
group = "home"
cost = 5
"""
)


@pytest.fixture(scope="module")
def small() -> Rulebook:
    return book_of(GAME)


# ---- the generated text ----


def test_the_generated_text_is_one_python_module_of_functions_of_rows(small):
    tree = ast.parse(small.source())
    functions = [node for node in tree.body if isinstance(node, ast.FunctionDef)]
    assert functions
    given = {function.name: tuple(argument.arg for argument in function.args.args) for function in functions}
    breaches = {name for name in given if name.startswith("breach_")}
    assert {given[name] for name in breaches} == {("row", "law")}
    assert {given[name] for name in given if name not in breaches} == {("row",)}
    assert ast.get_docstring(tree) == "Rules of Three at a river, generated from its pack. Do not edit."


def test_functions_are_named_after_what_they_are_about(small):
    names = {node.name for node in ast.parse(small.source()).body if isinstance(node, ast.FunctionDef)}
    assert {"do_north_build_small", "do_north_build_large", "cost_north_buy", "levels_north", "ending_muddle"} <= names


@pytest.mark.parametrize("of", ["small", "book"])
def test_generated_functions_use_nothing_but_the_row_and_arithmetic(of, request):
    tree = ast.parse(request.getfixturevalue(of).source())
    called = {node.func.id for node in ast.walk(tree) if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)}
    assert called <= {"min", "max", "abs"} | {node.name for node in tree.body if isinstance(node, ast.FunctionDef)}
    assert not [
        node for node in ast.walk(tree) if isinstance(node, ast.Import | ast.ImportFrom | ast.Attribute | ast.Lambda)
    ]
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]


@pytest.mark.parametrize("of", ["small", "book"])
def test_no_function_is_defined_twice(of, request):
    names = re.findall(r"^def (\w+)", request.getfixturevalue(of).source(), re.MULTILINE)
    assert [name for name, times in Counter(names).items() if times > 1] == []


def test_ids_that_meet_once_their_hyphens_are_gone_keep_their_own_rules():
    book = book_of("""
[drift.rise]
name = "Rise"
per = "role"
effects = [{ track = "trust[north, south]", add = 1, when = "actor == 'north'" }]
says = "Water."
[drift.rise-north]
name = "Rise in the north"
effects = [{ track = "tension", add = 7 }]
says = "More water."
""")
    found = played(book, opening(book))
    assert value(book, found.row, "tension") == 17
    assert value(book, found.row, "trust[north, south]") == 1


# ---- positions ----


def test_an_opening_has_what_the_scenario_says_and_the_lowest_value_elsewhere(small):
    row = opening(small)
    labels = ("turn", "turns", "ending", "tension", "capital[north]", "last[north, build]")
    assert [value(small, row, label) for label in labels] == [1, 3, 0, 10, 3, 0]
    assert small.state(row, "river.dam") == "absent"


def test_a_track_that_may_be_negative_starts_at_nothing(small):
    assert value(small, opening(small), "low") == value(small, opening(small), "trust[north, south]") == 0


def test_no_two_columns_have_the_same_label():
    turn = Column("turn", "clock", 1, 99)
    with pytest.raises(ValueError, match="'turn'"):
        Schema((turn, Column("tension", "track", 0, 100), turn))


def test_a_sum_of_thousands_is_compiled_like_a_short_one():
    loops = " ".join(f"for v{number} in roles" for number in range(7))
    book = book_of(f"""
[track.long]
name = "Long"
about = "A sum of 2,187."
range = [0, 1000000]
derived = "sum(tension {loops})"
[track.counted]
name = "Counted"
about = "As many, counted."
range = [0, 1000000]
derived = "count(tension > 3 {loops})"
""")
    assert [value(book, opening(book), label) for label in ("long", "counted")] == [10 * 3**7, 3**7]


def test_effects_are_clamped_to_their_tracks(small):
    row = with_(small, opening(small), {"capital[north]": 6, "tension": 60})
    row = played(small, row, north=sealed(small, "north/build:large", "north/build:small")).row
    assert value(small, row, "tension") == 100
    assert value(small, row, "low") == -5
    assert value(small, row, "trust[north, south]") == -30


def test_each_choice_of_a_move_is_an_act_with_a_cost_of_its_own(small):
    row = opening(small)
    assert {act.key: small.cost(row, act) for act in small.by_role["north"] if act.move == "build"} == {
        "north/build:small": 1,
        "north/build:large": 2,
    }


def test_a_digest_is_thirty_two_digits_and_moves_with_every_column(small):
    row = opening(small)
    first = digest(row)
    assert re.fullmatch(r"[0-9a-f]{32}", first)
    others = {digest([*row[:place], row[place] + 1, *row[place + 1 :]]) for place in range(len(row))}
    assert len(others | {first}) == len(row) + 1


TELL = """
import hashlib, sys
from pathlib import Path
from tabletop.pack.load import load_pack
from tabletop.rules.position import digest
from tabletop.rules.resolve import resolve
from tabletop.rules.rulebook import Rulebook
book = Rulebook(load_pack(Path(sys.argv[1])))
row = book.opening("mar-a-lago-2017")
for seed in range(3):
    row = resolve(book, row, {}, seed).row
print(book.pack.digest, hashlib.sha256(book.source().encode()).hexdigest(), digest(row))
"""


def test_pack_rules_and_positions_are_the_same_whatever_the_order_of_hashes():
    korea = Path(__file__).parents[2] / "content" / "korea"
    told = {
        subprocess.run(
            [sys.executable, "-c", TELL, str(korea)],
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=Path(__file__).parents[2],
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for seed in ("0", "1953")
    }
    assert len(told) == 1
    assert re.fullmatch(r"[0-9a-f]{32} [0-9a-f]{64} [0-9a-f]{32}\n", told.pop())


# ---- the cache of compiled rules ----


def entries(cache: Path) -> list[Path]:
    return sorted(cache.glob("*.rules"))


def refusing_to_generate(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Rulebook) -> str:
        raise AssertionError("The rules were generated anew.")

    monkeypatch.setattr(Rulebook, "source", refuse)


def test_rules_once_compiled_are_read_from_the_cache(tmp_path, monkeypatch):
    first = book_of(GAME, cache=tmp_path)
    assert len(entries(tmp_path)) == 1
    refusing_to_generate(monkeypatch)
    again = book_of(GAME, cache=tmp_path)
    row = opening(first)
    assert [again.levels(row, role) for role in again.names.actors] == [
        first.levels(row, role) for role in first.names.actors
    ]


@pytest.mark.parametrize(
    "damage",
    [lambda data: data[:-1], lambda data: data[:20], lambda data: b"", lambda data: data[:-1] + bytes([data[-1] ^ 1]), lambda data: b"x" + data],
    ids=["cut short", "cut to its head", "empty", "one bit turned", "another head"],
)  # fmt: skip
def test_a_damaged_entry_is_rebuilt_without_a_word(tmp_path, damage):
    book_of(GAME, cache=tmp_path)
    (entry,) = entries(tmp_path)
    whole = entry.read_bytes()
    entry.write_bytes(damage(whole))
    book = book_of(GAME, cache=tmp_path)
    assert entry.read_bytes() == whole
    assert value(book, played(book, opening(book), north=sealed(book, "north/build:small")).row, "tension") == 15


def test_another_pack_has_another_entry(tmp_path):
    book_of(GAME, cache=tmp_path)
    book_of(GAME.replace("5 if choice", "6 if choice"), cache=tmp_path)
    assert len(entries(tmp_path)) == 2


def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    in_the_way = tmp_path / "file"
    in_the_way.write_text("not a folder")
    assert book_of(GAME, cache=in_the_way).opening(SCENARIO)


# ---- acts by lot ----


def test_a_sampled_act_is_always_open(book):
    row = book.opening("mar-a-lago-2017")
    for seed in range(60):
        for role in book.names.actors:
            act = book.sample(row, role, seed)
            assert act is not None
            assert act.role == role
            assert book.open_now(row, act)


def test_every_open_act_is_as_likely_as_any_other(small):
    row = with_(small, opening(small), {"capital[north]": 5})
    open_now = [act for act in small.by_role["north"] if small.open_now(row, act)]
    drawn = Counter(small.sample(row, "north", seed) for seed in range(400 * len(open_now)))
    assert set(drawn) == set(open_now)
    assert all(320 < times < 480 for times in drawn.values())


def test_the_same_seed_samples_the_same_act(small):
    row = opening(small)
    assert [small.sample(row, "north", seed) for seed in range(30)] == [
        small.sample(row, "north", seed) for seed in range(30)
    ]


def test_nothing_is_sampled_where_nothing_is_open():
    book = book_of("""
[move.dream]
name = "Dream"
about = "Nobody can."
by = ["north"]
group = "home"
needs = [{ when = "tension > 100", why = "Never." }]
""")
    poor = book_of(GAME)
    assert book.sample(opening(book), "north", 1) == book.by_key["north/wait"]
    row = with_(poor, opening(poor), {"capital[south]": 4})
    assert {poor.sample(row, "south", seed) for seed in range(50)} == {poor.by_key["south/wait"]}
