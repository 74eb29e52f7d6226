"""Tracks as lines: name, number, band, and where it is going since the turn before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import sentence
from tabletop.shell.readings import Reading
from tabletop.shell.words import trend_sign
from tabletop.tui.widgets.bar import BarLine, Word
from tabletop.tui.widgets.painted import Line
from tabletop.tui.widgets.rows import Row
from tabletop.tui.widgets.wrapping import Par, par


def track_rows(found: Sequence[Reading]) -> tuple[Row, ...]:
    """Tracks by section: always in view, relations, the rest; a number for each role stands in one row."""
    rows: list[Row] = []
    values, trends = (max(map(len, words), default=0) for words in (map(number, found), map(trend, found)))
    sections = {
        "In view": [reading for reading in found if reading.main],
        "Relations": [reading for reading in found if not reading.main and reading.low < 0],
        "More": [reading for reading in found if not reading.main and reading.low >= 0],
    }
    for title, readings in sections.items():
        if not readings:
            continue
        rows.append(Row(((title, "head"),)))
        groups: dict[str, list[Reading]] = {}
        for reading in readings:
            groups.setdefault(reading.label if reading.low < 0 else reading.label.partition("[")[0], []).append(reading)
        rows += [_row(group[0], values, trends) if len(group) == 1 else _group_row(group) for group in groups.values()]
    return tuple(rows)


def _group_row(group: Sequence[Reading]) -> Row:
    """One row for a track every role has."""
    spans: list[tuple[str, str]] = []
    for reading in group:
        spans += [(f"{owner(reading)} ", "quiet"), (str(reading.value), "strong")]
        spans += [(trend(reading), "note")] if reading.change else []
        spans.append(("  ", ""))
    return Row(((group_name(group), ""),), group[0].label, more=(Par(tuple(spans)),))


def group_name(group: Sequence[Reading]) -> str:
    """What the names of a group have in common: the track."""
    return group[0].name.removesuffix(owner(group[0])).strip()


def owner(reading: Reading) -> str:
    """Whose number it is, by the last word of its name."""
    return reading.name.rpartition(" ")[2]


def meters(book: Rulebook, found: Sequence[Reading]) -> BarLine:
    """The tracks that are always in view, on one line."""
    return BarLine(
        tuple(
            Word(
                (
                    (f"{short_name(book, reading)} ", "quiet"),
                    (str(reading.value), "strong"),
                    (f" {trend(reading)}", "note"),
                )
            )
            for reading in found
            if reading.main
        ),
        gap=2,
    )


def short_name(book: Rulebook, reading: Reading) -> str:
    """A name for narrow places, from the pack if it has one, with the owner where there are several."""
    track = book.pack.track[reading.label.partition("[")[0]]
    name = sentence(track.short or track.name)
    return f"{name} {owner(reading)}" if track.per == "role" and track.seen_by != "own" else name


def track_page(found: Sequence[Reading], label: str) -> Iterator[Par]:
    """The track of a row, explained; for one that every role has, all of them."""
    reading = next(each for each in found if each.label == label)
    track = label.partition("[")[0]
    group = [each for each in found if each.label.partition("[")[0] == track] if reading.low >= 0 else [reading]
    limits = ((f"{reading.low} to {reading.high}", "quiet"),)
    if len(group) > 1:
        yield Par(((group_name(group), "strong"),), right=limits)
        yield par(reading.about)
        for each in group:
            yield Par(((meter(each, 20), "bar"), (f" {each.value} {trend(each)}", "")), ((owner(each), "quiet"),), 7)
        return
    band = f" {reading.band}" if reading.band else ""
    value = f"  {reading.value:+d}" if reading.low < 0 else f"  {reading.value}{reading.unit}"
    yield Par(((reading.name, "strong"), (value, "strong"), (band, "")), right=limits)
    yield Par(((meter(reading, 40), "bar"),))
    yield par(reading.about)
    if reading.change:
        way = "rose" if reading.change > 0 else "fell"
        yield par(f"It {way} by {abs(reading.change)} since the turn before.", "quiet")
    else:
        yield par("It has not moved since the turn before.", "quiet")


def trend(reading: Reading) -> str:
    """`▲+3`, `▼-2`, `·`."""
    return f"{trend_sign(reading.change)}{reading.change:+d}" if reading.change else trend_sign(0)


def meter(reading: Reading, width: int) -> str:
    """A bar from the lowest to the highest value."""
    full = filled(reading.value, reading.low, reading.high, width)
    return "█" * full + "░" * (width - full)


def filled(value: int, low: int, high: int, width: int) -> int:
    """How many cells of a bar a value fills."""
    return (value - low) * width // (high - low or 1)


def number(reading: Reading) -> str:
    """`+8`, `60%`: a value with its sign or unit."""
    return f"{reading.value:+d}" if reading.low < 0 else f"{reading.value}{reading.unit}"


def _row(reading: Reading, values: int, trends: int) -> Row:
    """One track; numbers and trends of all rows stand below one another, as wide as the widest."""
    right: Line = ((f"{number(reading):>{values}} ", "strong"), (f"{trend(reading):<{trends}}", "note"))
    wide: Line = ((f"{reading.band} ", "quiet"), (f"{meter(reading, 12)} ", "bar"), *right)
    return Row(((reading.name, ""),), reading.label, right, wide, wrap=True)
