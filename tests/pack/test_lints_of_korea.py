"""What an author can get wrong in a copy of the Korea pack, all of it told in one run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tabletop.pack.folder import read_folder
from tabletop.pack.lint import lint
from tabletop.pack.load import read_pack

KOREA = Path(__file__).parent.parent.parent / "content" / "korea"

OWN = """
[machine.own-measure]
states = ["absent", "in-force", "lost", "found"]
binding = ["in-force"]
[[machine.own-measure.transition]]
from = ["absent"]
to = "in-force"
forum = "security-council"
[[machine.own-measure.transition]]
from = ["lost"]
to = "found"
[[machine.own-measure.transition]]
from = ["found"]
to = "lost"

[instrument.own]
title = "A measure of our own"
family = "sanctions"
about = "Invented for a lesson."
source = "design"
[instrument.own.provision.textiles]
title = "No textiles and no toys from anywhere at all"
machine = "own-measure"
says = "Nobody buys textiles."
cite = "Invented"
catches = { tags = ["textile-trade", "textile-trad"] }
bites = { prc = 1 }

[move.own-embargo]
name = "An embargo of our own"
about = "It is announced, and nobody is asked."
by = ["us"]
group = "press"
needs = [{ when = "turn >= 2", why = "Not yet." }]
cost = 40
effects = [{ provision = "own.textiles", to = "in-force" }]
source = "design"

[role.swiss]
name = "Switzerland"
short = "CH"
adjective = "Swiss"
dilemma = "Watch, or speak."
powers = "It keeps the papers."
source = "design"

[doctrine.own]
role = "us"
name = "Our own"
about = "An embargo first."
[[doctrine.own.rule]]
when = "turn == 1"
move = "own-embargo"
because = "Now or never."
[[doctrine.own.rule]]
when = "turn == 2 and turn == 3"
move = "own-embargo"
because = "Twice."

[ending.own-second]
name = "Second"
says = "It comes too late."
when = "tension >= 0"
at = "close"
values = { us = 0, dprk = 0, rok = 0, prc = 0, japan = 0, russia = 0, swiss = 0 }
source = "design"
"""


@pytest.fixture(scope="module")
def told() -> set[str]:
    """What the check says of Korea with a file of somebody's own, without where in the file it stands."""
    files = read_folder(KOREA)
    files["own.toml"] = OWN
    files["sources.toml"] += (
        '\n[source.design]\ntitle = "Us"\nwhere = "Here."\nkind = "judgement"\nchecked = "judgement"\n'
    )
    files["endings.toml"] = re.sub(r"(?m)^(values = \{)", r"\1 swiss = 0,", files["endings.toml"])
    last = files["endings.toml"].rindex("[ending.")
    closing = files["endings.toml"][last:].partition("\n[aim")[0]
    files["endings.toml"] = files["endings.toml"].replace(closing, "")
    files["zz-last.toml"] = closing
    for file in [file for file in files if file.startswith("scenarios/")]:
        files[file] = re.sub(r"(?m)^(par = \{)", r"\1 swiss = 50,", files[file])
    files["briefs/us.md"] = files["briefs/us.md"].replace("\n+++\n", "\n+++\n\nYou are Volodymyr Zelensky.\n", 1)
    return {f"{found.file}: {found.what}" for found in lint(read_pack(files))}


@pytest.mark.parametrize(
    "what",
    [
        'own.toml: Nothing ever reaches "lost".',
        'own.toml: Nothing ever reaches "found".',
        'own.toml: No move has the tag "textile-trad".',
        "own.toml: This is 44 cells wide; lists show 40.",
        'own.toml: No transition leads own.textiles to "in-force" here, so this changes nothing.',
        "own.toml: Nobody tells its player anything: there is no brief.",
        "own.toml: In turn 1 of hanoi-2019 it can make no move.",
        "own.toml: This never holds.",
        "briefs/us.md: The brief makes its reader Volodymyr Zelensky.",
    ],
)
def test_every_slip_is_told(told, what):
    assert what in told


def test_what_can_never_be_paid_is_told_with_the_rule_that_counts_on_it(told):
    (cost,) = [line for line in told if line.startswith("own.toml: Nobody can ever pay this: it costs 40 or more")]
    assert cost.endswith("at most.")
    assert "own.toml: This rule never fires: us can never pay for own-embargo." in told


def test_an_ending_that_comes_too_late_is_told(told):
    assert [line for line in told if "No game ends like this" in line]
