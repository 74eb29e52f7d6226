"""Nothing that is told at an opening knows what comes after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import pytest

from tabletop.pack.model import Pack
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.lawbook import standing

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
DATES = re.compile(
    rf"(?<!resolution )(?<!resolutions )(?:(?P<day>\d{{1,2}}) )?(?:(?P<month>{'|'.join(MONTHS)}) )?(?P<year>(?:19|20)\d\d)\b"
)
"""A year with what is written before it of a day and a month. Resolution 2087 is none."""
SCENARIOS = ("mar-a-lago-2017", "hanoi-2019")


def dates(text: str) -> Iterator[date]:
    """The first day that each date in a text can mean: 29 June 2017, November 2018, 2019."""
    for found in DATES.finditer(text):
        month = MONTHS.index(found["month"]) + 1 if found["month"] else 1
        yield date(int(found["year"]), month, int(found["day"] or 1))


def told(book: Rulebook, pack: Pack, scenario: str) -> Iterator[tuple[str, str]]:
    """What a player may read of the law at an opening: every note, and what a provision says unless it is yet to come."""
    opening = book.opening(scenario)
    for label, provision in book.names.provisions.items():
        state = book.state(opening, label)
        if standing(book, label, state) != "silent":
            yield label, provision.says
        yield label, provision.notes.get(state, "")


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("It held from 29 June 2017 on.", date(2017, 6, 29)),
        ("Cleared in November 2018.", date(2018, 11, 1)),
        ("Law since 2019.", date(2019, 1, 1)),
    ],
)
def test_dates_are_read_however_much_of_them_is_written(text: str, first: date) -> None:
    assert list(dates(text)) == [first]


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_the_law_told_at_an_opening_names_no_later_date(book: Rulebook, korea: Pack, scenario: str) -> None:
    """A deadline that the text itself sets is law and no foreknowledge: workers are to be home by a day in December."""
    starts = korea.scenario[scenario].starts
    deadlines = {"un-2397.workers-home"}
    later = [
        (label, text)
        for label, text in told(book, korea, scenario)
        if label not in deadlines and any(day > starts for day in dates(text))
    ]
    assert later == []


@pytest.mark.parametrize("scenario", SCENARIOS)
def test_public_briefs_name_no_later_year(korea: Pack, scenario: str) -> None:
    starts = korea.scenario[scenario].starts
    for role in korea.role:
        brief = korea.brief[f"{scenario}/{role}"]
        assert [day for day in dates(brief.public) if day.year > starts.year] == [], role
