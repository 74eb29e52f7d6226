"""The word that was meant, if one is near."""

from __future__ import annotations

import pytest

from tabletop.pack.spelling import did_you_mean, nearest

KNOWN = ("nuclear-test", "long-range-test", "statement", "reopen-kaesong")


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("nuclear-tset", "nuclear-test"),
        ("nuclear_test", "nuclear-test"),
        ("Statement", "statement"),
        ("statment", "statement"),
        ("kaesong", "reopen-kaesong"),
    ],
)
def test_a_near_word_is_offered(word, meant):
    assert did_you_mean(word, KNOWN) == f"Did you mean `{meant}`?"


@pytest.mark.parametrize("word", ["zzz", "", "test", "x" * 100_000])
def test_nothing_is_offered_when_nothing_is_near(word):
    assert did_you_mean(word, KNOWN) == ""


def test_nothing_is_offered_when_nothing_is_known():
    assert nearest("statement", ()) is None
