"""The widgets' own rules: wrapping, cutting, and the cursor of a list."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.app import App

from tabletop.tui.widgets.lines import Lines
from tabletop.tui.widgets.painted import fitted, printable, spread, width_of
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par, wrapped

texts = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs", "Mn", "Me", "Cf")), max_size=120)


@given(texts, st.integers(10, 60), st.integers(0, 6))
def test_no_wrapped_line_is_wider_than_its_page(text, width, hang):
    for line in wrapped(par(text, hang=hang), width):
        assert width_of(line) <= max(width, hang + 8)


@given(texts, st.integers(10, 60))
def test_wrapping_loses_no_letter(text, width):
    kept = "".join(text for line in wrapped(par(text), width) for text, _ in line)
    assert "".join(kept.split()) == "".join(text.split())


@given(texts, texts, st.integers(4, 60))
def test_a_spread_line_is_as_wide_as_it_is_told(left, right, width):
    assert width_of(spread(((left, ""),), ((right, ""),), width)) <= max(width, cell_len(right))


def test_spans_of_one_word_are_not_torn_apart():
    (line,) = wrapped(Par((("Nuclear", "strong"), (".", ""), (" Then", ""))), 40)
    assert "".join(text for text, _ in line) == "Nuclear. Then"


def test_a_long_line_is_cut_with_an_ellipsis():
    assert fitted([("한국어 문장", "")], 6) == [("한국…", "")]


def test_what_a_terminal_could_obey_is_not_printed():
    assert printable("a\x1b[2Jb\x07") == "a [2Jb "


class Listing(App[None]):
    def compose(self):
        yield Lines("Things")


async def test_the_cursor_steps_over_headings_and_stays_on_its_row_when_rows_change():
    rows = [Row((("Group", "head"),)), *(Row(((f"row {n}", ""),), f"r{n}") for n in range(30))]
    async with Listing().run_test(size=(40, 12)) as pilot:
        lines = pilot.app.query_one(Lines)
        lines.show(rows)
        assert lines.pointed == "r0"
        await pilot.press("down", "down", "up")
        assert lines.pointed == "r1"
        lines.show([*rows[:2], Row((("new", ""),), "new"), *rows[2:]])
        assert lines.pointed == "r1"
        await pilot.press("end")
        assert lines.pointed == "r29"
        await pilot.press("pageup")
        assert lines.pointed < "r29"
        lines.show([])
        assert lines.pointed == ""
        await pilot.press("down", "enter", "home")
        lines.show(rows)
        assert lines.pointed == "r0"
