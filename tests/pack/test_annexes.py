"""Texts of a pack with a sealed annex: what one may be, with each finding's mend, and how it stands on the page."""

from __future__ import annotations

import pytest

from tabletop.pack.catalogue import page
from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack

from .river_texts import TEXTED

TEMPLATES, FORA = "templates.toml", "fora.toml"
QUIET = """
[template.quiet-word]
name = "A quiet word"
about = "What is not said aloud."
forum = "commission"
parties = ["north", "south"]
duration = 4
broker = "hills"
[[template.quiet-word.step]]
by = "north"
clause = "open-gauges"
[[template.quiet-word.step]]
by = "south"
clause = "open-gauges"
[[template.quiet-word.step]]
by = "south"
clause = "waive"
choice = "river.tolls"
annex = true
[[template.quiet-word.step]]
by = "north"
clause = "drain"
together = 3
annex = true
"""
"""Two open steps, and two in the annex that are done in the same moment."""


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of the small pack, and one with an annex."""
    return {**TEXTED, TEMPLATES: TEXTED[TEMPLATES] + QUIET}


def test_an_open_text_may_have_an_annex(tiny):
    pack = read_pack(tiny)
    assert [step.annex for step in pack.template["quiet-word"].step] == [False, False, True, True]
    assert lint(pack) == ()


RATIFIED = 'by = "south"\nclause = "renew-article"\nchoice = "river.sluice"\n'
UNFIT = {
    "an open step after the annex": (
        [('"drain"\ntogether = 3\nannex = true\n', '"drain"\n')],
        "templates.toml:33:1  template.quiet-word.step: The steps of an annex stand after the open ones. "
        "Remedy: Put them last.",
    ),
    "nothing in the open": (
        [('clause = "open-gauges"\n', 'clause = "open-gauges"\nannex = true\n')],
        "templates.toml:33:1  template.quiet-word.step: An annex belongs to a text that says something in the open. "
        "Remedy: Seal the whole text instead.",
    ),
    "all of it sealed": (
        [("duration = 4\n", "duration = 4\nsealed = true\n")],
        "templates.toml:34:1  template.quiet-word.step: The whole text is sealed and has no annex besides. "
        "Remedy: Open the text, or take the steps out of the annex.",
    ),
    "one moment on both sides": (
        [("together = 3", "together = 1")],
        "templates.toml:47:12  template.quiet-word.step[3].together: Steps done in the same moment are both open, "
        "or both in the annex. Remedy: Move one of them.",
    ),
    "what must be ratified": (
        [('by = "south"\nclause = "waive"\nchoice = "river.tolls"\n', RATIFIED), ("together = 3\n", "")],
        "templates.toml:41:10  template.quiet-word.step[2].clause: renew-article must be ratified, and nobody ratifies "
        "what is not shown. Remedy: Let it stand in the open.",
    ),
}


@pytest.mark.parametrize("case", UNFIT.values(), ids=UNFIT)
def test_what_an_annex_may_not_be(case, tiny, faults_of):
    changes, told = case
    quiet = QUIET
    for old, new in changes:
        assert old in quiet
        quiet = quiet.replace(old, new)
    tiny[TEMPLATES] = TEXTED[TEMPLATES] + quiet
    assert [str(fault) for fault in faults_of(tiny)] == [told]


def test_a_forum_that_votes_takes_no_annex(tiny, faults_of):
    tiny[FORA] = tiny[FORA].replace('about = "Votes."', 'about = "Votes."\ntexts = "any"')
    tiny[TEMPLATES] = TEXTED[TEMPLATES] + QUIET.replace('"commission"', '"council"')
    told = [(fault.what, fault.remedy) for fault in faults_of(tiny) if fault.path[-1] == "step"]
    assert told == [
        ("A forum votes on what it has read, and an annex is not shown.", "Take the steps out of the annex.")
    ]


SECRET = """
[template.secret]
name = "A secret"
about = "Nobody else knows."
forum = "commission"
parties = ["north", "south"]
duration = 4
sealed = true
[[template.secret.step]]
by = "south"
clause = "renew-article"
choice = "river.tolls"
"""


def test_a_sealed_text_holds_nothing_that_must_be_ratified(tiny, faults_of):
    tiny[TEMPLATES] += SECRET
    (fault,) = faults_of(tiny)
    assert (fault.path, fault.what) == (
        ("template", "secret", "step", 0, "clause"),
        "renew-article must be ratified, and nobody ratifies what is not shown.",
    )


@pytest.mark.parametrize(
    "text", [SECRET, QUIET.replace("quiet-word", "ventured").replace('by = "south"\nclause = "waive"', 'by = "south"\nclause = "renew-article"')]
)  # fmt: skip
def test_where_all_is_denied_anything_can_be_sounded_out_in_secret(tiny, text):
    tiny["clauses.toml"] = tiny["clauses.toml"].replace('fora = ["commission"]\n', "")
    tiny[TEMPLATES] += text.replace('forum = "commission"', 'forum = "back-room"')
    assert len(read_pack(tiny).template) == 3


def test_the_page_says_which_steps_stand_in_the_annex(tiny):
    assert (
        "1. North bank: Open the gauges; due after 1.\n"
        "2. South bank: Open the gauges; due after 1.\n"
        "3. South bank: Waive an article, `river.tolls`; due after 1, in the sealed annex.\n"
        "4. North bank: Drain for repairs; due after 1, together with step 3, in the sealed annex.\n"
    ) in page(read_pack(tiny))


def test_a_pledge_is_made_in_public(tiny, faults_of):
    tiny[TEMPLATES] = (
        TEXTED[TEMPLATES]
        + """
[template.vow]
name = "A vow"
about = "To nobody."
forum = "square"
parties = ["north"]
sealed = true
[[template.vow.step]]
by = "north"
clause = "open-gauges"
"""
    )
    (fault,) = faults_of(tiny)
    assert (fault.path, fault.what) == (("template", "vow", "sealed"), "A pledge that nobody hears binds nobody.")
    assert fault.remedy == "Let all of it stand in the open."
