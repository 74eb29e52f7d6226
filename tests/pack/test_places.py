"""Where a key path stands in a TOML text."""

from __future__ import annotations

import pytest

from tabletop.pack.places import places

TEXT = """\
title = "One"
plain.dotted.key = 1
"quoted key".'literal key' = 2

[table.sub]  # a remark
value = "text"
list = [10, [20, 21], { a = 1, b.c = [2] }]

[[entry]]
name = "first"
[entry.inner]
deep = 1
[[entry]]
name = "second"
[[entry.line]]
x = 1
[[entry.line]]
x = 2

["äöü"]
"ßß" = { "ü" = "é", z = 9 }
"""

KEYS = {
    ("title",): (1, 1),
    ("plain",): (2, 1),
    ("plain", "dotted"): (2, 7),
    ("plain", "dotted", "key"): (2, 14),
    ("quoted key", "literal key"): (3, 14),
    ("table",): (5, 1),
    ("table", "sub"): (5, 1),
    ("table", "sub", "list"): (7, 1),
    ("table", "sub", "list", 2, "b", "c"): (7, 34),
    ("entry", 0, "name"): (10, 1),
    ("entry", 0, "inner"): (11, 1),
    ("entry", 0, "inner", "deep"): (12, 1),
    ("entry", 1): (13, 1),
    ("entry", 1, "line", 1, "x"): (18, 1),
    ("äöü", "ßß", "z"): (21, 21),
}
VALUES = {
    ("title",): (1, 9),
    ("plain", "dotted", "key"): (2, 20),
    ("table", "sub", "list", 0): (7, 9),
    ("table", "sub", "list", 1, 1): (7, 18),
    ("table", "sub", "list", 2): (7, 23),
    ("table", "sub", "list", 2, "b", "c", 0): (7, 39),
    ("entry", 1, "name"): (14, 8),
    ("entry", 1, "line", 0, "x"): (16, 5),
    ("äöü", "ßß", "ü"): (21, 16),
}


@pytest.mark.parametrize("path", KEYS, ids=str)
def test_a_key_stands_where_it_is_written(path):
    assert places(TEXT).find(path, "key") == KEYS[path]


@pytest.mark.parametrize("path", VALUES, ids=str)
def test_a_value_stands_where_it_begins(path):
    assert places(TEXT).find(path) == VALUES[path]


def test_what_is_missing_stands_at_the_nearest_table_there_is():
    found = places(TEXT)
    assert found.find(("entry", 1, "line", 0, "gone", "further")) == (15, 1)
    assert found.find(("table", "sub", "gone")) == (5, 1)
    assert found.find(("table", "sub", "list", 2, "gone")) == (7, 23)
    assert found.find(("gone",)) == (1, 1)


def test_a_column_within_a_text_counts_from_its_first_character():
    assert places('a = "one two"').find(("a",), offset=4) == (1, 10)


def test_a_column_within_a_text_counts_escapes_as_one_character():
    assert places(r'a = "\t\u00e9\"two"').find(("a",), offset=3) == (1, 16)


def test_a_column_within_a_long_text_finds_its_line():
    text = 'a = """\none\ntwo three"""'
    assert places(text).find(("a",), offset=8) == (3, 5)


def test_a_line_end_behind_a_backslash_is_no_character():
    text = 'a = """one \\\n    two"""'
    assert places(text).find(("a",), offset=4) == (2, 5)


def test_a_column_within_a_literal_text_takes_backslashes_as_they_are():
    assert places(r"a = '\t two'").find(("a",), offset=3) == (1, 9)


def test_a_column_beyond_the_text_is_its_end():
    assert places('a = "one"').find(("a",), offset=500) == (1, 10)


def test_braces_over_several_lines_keep_their_places():
    text = "a = {\n  x = 1,\n  y = [\n    { z = 2 },\n  ],\n}\nb = 3\n"
    found = places(text)
    assert found.find(("a", "x"), "key") == (2, 3)
    assert found.find(("a", "y", 0, "z")) == (4, 11)
    assert found.find(("b",)) == (7, 5)


def test_a_single_text_stands_for_a_list_of_one():
    found = places('source = "design"\nlist = ["design"]\n')
    assert found.written(("source", 0)) == ("source",)
    assert found.written(("list", 0)) == ("list", 0)


def test_a_damaged_text_still_gives_the_places_before_the_damage():
    assert places("a = 1\n[b\nc = = 2").find(("a",)) == (1, 5)
