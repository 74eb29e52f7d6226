"""A mistake in TOML itself is told in plain words, with line and column."""

from __future__ import annotations

import pytest

from tabletop.pack.faults import Fault
from tabletop.pack.toml_text import parse_toml

MISTAKES = {
    "a word without quotes": ("a = 1\nb = absent\n", 2, 5, "The value here cannot be read."),
    "a capital True": ("a = True", 1, 5, "The value here cannot be read."),
    "no equals sign": ("name North", 1, 6, "A key is written here without `=`."),
    "two keys on a line": ("a = 1 b = 2", 1, 7, "Something stands after the end of the value."),
    "a key set twice": ("a = 1\na = 2\n", 2, 6, "This key is set twice in one table."),
    "a table defined twice": ("[role.us]\n[role.us]\n", 2, 9, "This table is defined twice."),
    "a key twice in braces": ("a = { x = 1, x = 2 }", 1, 19, "A key is set twice between the braces."),
    "an inline table reopened": ("a = { x = 1 }\n[a.b]\n", 2, 5, "This table is defined twice."),
    "a text that runs over its line": ('a = "one\ntwo"', 1, 9, "The text is not closed on its line."),
    "a text that never ends": ('a = """one', 1, 11, "The text is not closed."),
    "a literal text that never ends": ("a = 'one", 1, 9, "The text is not closed."),
    "a backslash": (r'a = "C:\quick"', 1, 10, "A backslash in a text means something else in TOML."),
    "half a character": (r'a = "\ud800"', 1, 12, "This \\u code is no character."),
    "a comma left out of a list": ("a = [1 2]", 1, 8, "The list is not closed, or a comma is missing."),
    "a comma left out of braces": ("a = { x = 1 y = 2 }", 1, 13, "The braces are not closed, or a comma is missing."),
    "a header not closed": ("[role.us\nname = 1", 1, 9, "The table's name is not closed."),
    "a header closed once": ("[[calendar]\n", 1, 11, "The table's name is not closed."),
    "no key before the equals sign": ("= 1", 1, 1, "This is neither a key nor a table."),
    "no key after the dot": ("a. = 1", 1, 4, "A key must stand here."),
}


@pytest.mark.parametrize("case", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_is_told_where_it_stands(case):
    text, line, column, what = case
    fault = parse_toml("roles.toml", text)
    assert isinstance(fault, Fault)
    assert (fault.file, fault.line, fault.column, fault.what) == ("roles.toml", line, column, what)
    assert fault.remedy


def test_lists_nested_without_end_are_refused_at_the_innermost_bracket():
    fault = parse_toml("a.toml", 'a = "[["\nb = ' + "[" * 5_000)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column, fault.what) == (2, 5_004, "Lists or braces are nested far too deeply here.")


def test_braces_nested_without_end_are_refused():
    fault = parse_toml("a.toml", "a = " + "{ a = " * 5_000)
    assert isinstance(fault, Fault)
    assert fault.what == "Lists or braces are nested far too deeply here."


def test_a_number_of_thousands_of_digits_is_refused_where_it_stands():
    fault = parse_toml("a.toml", "a = 1\nb = " + "9" * 5_000)
    assert isinstance(fault, Fault)
    assert (fault.line, fault.column, fault.what) == (2, 5, "This number is far too long.")


def test_braces_may_go_over_several_lines():
    assert parse_toml("a.toml", "a = {\n  x = 1,\n}\n") == {"a": {"x": 1}}
