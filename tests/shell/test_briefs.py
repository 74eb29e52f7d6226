"""A brief: one public part and one confidential one, what is always so before what is so now."""

from __future__ import annotations

import pytest

from tabletop.pack.load import read_pack
from tabletop.plain.sheets import brief_lines
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.briefs import BriefPart, brief_parts
from tabletop.tui.panels.brief import brief_page

from ..tui.bargain import BARGAINING
from ..tui.river import SCENARIO

FRONT = '+++\nrole = "north"\nconfidential_from = "For your eyes only"\n+++\n'
ALWAYS = f"{FRONT}# What everybody knows\n\nYou farm.\n\n# For your eyes only\n\nYour barns are empty.\n"
NOW = f"{FRONT}# What everybody knows\n\nIt has not rained.\n\n# For your eyes only\n\n1. Ask early.\n"


def book(**briefs: str) -> Rulebook:
    files = {name: text for name, text in BARGAINING.items() if not name.startswith("briefs/")}
    paths = {"always": "briefs/north.md", "now": f"briefs/{SCENARIO}/north.md"}
    return Rulebook(read_pack({**files, **{paths[key]: text for key, text in briefs.items()}}, "river"))


def parts(**briefs: str) -> tuple[BriefPart, ...]:
    return brief_parts(book(**briefs), SCENARIO, "north")


@pytest.mark.parametrize("briefs", [{"always": ALWAYS}, {"now": NOW}])
def test_one_brief_keeps_its_two_headings(briefs: dict[str, str]) -> None:
    assert [part.heading for part in parts(**briefs)] == ["What everybody knows", "For your eyes only"]
    assert [name for part in parts(**briefs) for name, _ in part.chapters] == ["", ""]


def test_what_is_always_so_and_what_is_so_now_stand_in_one_part_each() -> None:
    public, confidential = parts(always=ALWAYS, now=NOW)
    assert public == BriefPart(
        "What everybody knows", (("North bank", "You farm."), ("Dry summer", "It has not rained."))
    )
    assert confidential == BriefPart(
        "For your eyes only", (("North bank", "Your barns are empty."), ("Dry summer", "1. Ask early."))
    )


def test_another_heading_is_kept_below() -> None:
    public, _ = parts(always=ALWAYS, now=NOW.replace("What everybody knows", "This summer"))
    assert public.chapters[1] == ("Dry summer", "# This summer\n\nIt has not rained.")


def test_both_shells_tell_a_brief_in_the_same_order() -> None:
    rules = book(always=ALWAYS, now=NOW)
    wanted = ["What everybody knows", "You farm.", "It has not rained.", "For your eyes only", "Your barns are empty."]
    lines = brief_lines(rules, SCENARIO, "north")
    page = ["".join(text for text, _ in par.spans) for par in brief_page(rules, SCENARIO, "north")]
    for told in (lines, page):
        assert [line for line in told if line in wanted] == wanted
