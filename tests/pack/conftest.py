"""A small sound pack as its author would write it, and ways to break one thing in it at a time."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tabletop.pack.faults import Fault, PackError
from tabletop.pack.load import read_pack

TINY = {
    "pack.toml": """\
id = "tiny"
title = "Three at a river"
version = "1.0.0"
format = 1
licence = "CC-BY-4.0"
languages = ["en"]
about = "Two banks and a neighbour upstream."

[play]
capital = "capital"
income = 3
bank = 2
actions = 2
""",
    "roles.toml": """\
[role.north]
name = "North bank"
short = "N"
adjective = "Northern"
dilemma = "Water or pride."
powers = "It holds the sluice."
[role.north.hats.warden]
name = "Warden of the sluice"
about = "Signs for the river commission."

[role.south]
name = "South bank"
short = "S"
adjective = "Southern"
dilemma = "Fields or friends."
powers = "It buys the grain."

[role.hills]
name = "Hill country"
short = "H"
adjective = "Hill"
dilemma = "Both banks are customers."
powers = "It holds the spring."
""",
    "tracks.toml": """\
[track.tension]
name = "Tension"
about = "How near to blows."
bands = [{ to = 49, name = "calm" }, { to = 100, name = "angry" }]
main = true
good = "down"
source = "design"

[track.capital]
name = "Capital"
about = "What a government can still spend."
per = "role"
range = [0, 20]
source = "design"

[track.trust]
name = "Trust"
about = "Between two governments."
per = "pair"
range = [-30, 30]
source = ["design", "treaty"]

[track.alarm]
name = "Alarm"
about = "Worked out from tension."
derived = "tension // 2"
source = "design"
""",
    "law/river.toml": """\
[machine.article]
states = ["absent", "in-force", "lapsed"]
binding = ["in-force"]
[[machine.article.transition]]
from = ["absent"]
to = "in-force"
forum = "commission"
[[machine.article.transition]]
from = ["in-force"]
to = "lapsed"
after = 3

[instrument.river]
title = "River treaty"
family = "water"
about = "Who may draw how much."
source = "treaty"
[instrument.river.provision.sluice]
title = "The sluice stays open"
machine = "article"
says = "Nobody closes the sluice."
cite = "Art. 3"
catches = { tags = ["closing"] }
level = "consent"
keeper = "commission"
except = [{ when = "tension >= 80", cite = "Art. 3(2)", why = "An emergency." }]
readings = [{ by = "north", says = "Repairs are no closing." }]
bites = { hills = 4 }
if_breached = [{ track = "trust[actor, south]", add = -5 }]
notes = { lapsed = "Nobody renewed it." }
[instrument.river.provision.tolls]
title = "No tolls"
machine = "article"
says = "Nobody takes a toll."
cite = "Art. 4"
binds = ["north", "south"]
catches = { moves = ["take-toll"] }
pair = "river.sluice"

[package.river]
title = "The whole treaty"
about = "Both articles."
provisions = ["river.sluice", "river.tolls"]

[[machine.article.transition]]
from = ["lapsed"]
to = "in-force"
""",
    "fora.toml": """\
[forum.commission]
name = "River commission"
about = "Meets at the bridge."
members = ["north", "south"]
rule = "agreement"
competence = ["water"]

[forum.council]
name = "Council of the valley"
about = "Votes."
members = ["north", "south", "hills"]
rule = "vote"
votes = 4
veto = ["hills"]
others = "2"

[forum.assembly]
name = "Southern assembly"
about = "Decides at home."
members = ["south"]
rule = "home"
passes = "tension < 50"
""",
    "moves/river.toml": """\
[move.close-sluice]
name = "Close the sluice"
about = "The fields below run dry."
by = ["north"]
group = "press"
tags = ["closing"]
targets = ["south"]
needs = [{ when = "tension >= 1", why = "There is no quarrel." }]
cost = 2
effects = [
  { track = "tension", add = 10 },
  { track = "trust[actor, target]", add = -5, when = "turn > 1" },
]
source = "design"

[move.take-toll]
name = "Take a toll"
about = "Barges pay."
by = ["north", "south"]
group = "home"
cost = "1 + tension // 50"
forum = "assembly"
effects = [{ track = "capital[actor]", add = 1 }]
source = "design"

[move.adopt]
name = "Adopt articles"
about = "The treaty, or a part of it."
by = ["north", "south", "hills"]
group = "talk"
choices = ["river"]
forum = "council"
effects = [{ package = "choice", to = "in-force" }]
source = "design"

[move.renew]
name = "Renew one article"
about = "One article at a time."
by = ["north", "south", "hills"]
group = "talk"
choices = ["river.sluice", "river.tolls"]
effects = [{ provision = "choice", to = "in-force" }]
source = "design"
""",
    "events.toml": """\
[event.flood]
name = "Flood"
says = "The river rises."
hint = "Rain in the hills."
effects = [{ track = "tension", add = 5 }]
source = "design"

[incident.brawl]
name = "Brawl at the bridge"
says = "Stones fly."
when = "tension >= 80"
odds = "tension - 70"
source = "design"

[drift.cooling]
name = "Tempers cool"
per = "role"
effects = [{ track = "tension", add = "0 - alarm // 10" }, { track = "capital[actor]", add = 0 }]
says = "Nothing happened this month."
source = "design"
""",
    "endings.toml": """\
[ending.war]
name = "War"
says = "Blows."
when = "tension == 100"
at = "any"
values = { north = 0, south = 0, hills = 0 }
source = "design"

[ending.muddle]
name = "Muddling through"
says = "Nothing is settled."
when = "True"
values = { north = 40, south = 40, hills = 50 }
source = "design"

[aim.dry]
role = "north"
name = "Make them ask"
says = "The South asks for water."
points = "100 if last('close-sluice') > 0 and trust[north, south] > -30 else 20"
source = "design"
""",
    "doctrines.toml": """\
[doctrine.proud]
role = "north"
name = "Proud"
about = "Closes first, talks later."
[[doctrine.proud.rule]]
when = "tension >= 50"
move = "close-sluice"
target = "south"
because = "They must learn."
[[doctrine.proud.rule]]
when = "True"
move = "renew"
choice = "river.tolls"
because = "Tolls pay."
[[doctrine.proud.answer]]
moves = ["renew"]
says = true
because = "It costs nothing."

[doctrine.patient]
role = "south"
name = "Patient"
about = "Waits."
rule = []

[doctrine.upstream]
role = "hills"
name = "Upstream"
about = "Sells to both."
rule = []
""",
    "sources.toml": """\
[source.design]
title = "The designer's judgement"
where = "No document."
kind = "judgement"
checked = "judgement"

[source.treaty]
title = "River treaty"
where = "Articles 3 and 4."
kind = "law"
checked = "primary"
""",
    "scenarios/dry-summer.toml": """\
title = "Dry summer"
about = "No rain since May."
starts = 2017-05-15
turns = 3
turn_names = ["June", "July", "August"]
goals = ["See what a keeper is."]
deck = ["flood"]
doctrines = { north = "proud", south = "patient", hills = "upstream" }
par = { north = 45, south = 45, hills = 50 }
source = "design"

[opening.tracks]
tension = 60
"capital[north]" = 5
"trust[north, south]" = -10
[opening.provisions]
"river.sluice" = "in-force"

[[calendar]]
turn = 2
name = "Harvest"
says = "The wheat is cut."
effects = [{ track = "tension", add = -5 }]
source = "design"
""",
    "briefs/north.md": """\
+++
role = "north"
confidential_from = "For your eyes only"
+++
# What everybody knows

You govern the North bank.

# For your eyes only

The sluice leaks.
""",
    "briefs/hills.md": """\
+++
role = "hills"
+++
# What everybody knows

You hold the spring.
""",
    "briefs/dry-summer/south.md": """\
+++
role = "south"
+++
# What everybody knows

No rain.
""",
}


@pytest.fixture
def tiny() -> dict[str, str]:
    """The texts of a sound pack."""
    return dict(TINY)


@pytest.fixture
def faults_of() -> Callable[[dict[str, str]], tuple[Fault, ...]]:
    """All faults of a pack that must have some."""

    def read(files: dict[str, str]) -> tuple[Fault, ...]:
        with pytest.raises(PackError) as caught:
            read_pack(files, "tiny")
        return caught.value.faults

    return read


@pytest.fixture
def fault_when(tiny, faults_of) -> Callable[[str, str, str], Fault]:
    """The one fault of the pack after one piece of one file was replaced."""

    def change(file: str, old: str, new: str) -> Fault:
        assert tiny[file].count(old) >= 1, f"{old!r} does not stand in {file}"
        tiny[file] = tiny[file].replace(old, new, 1)
        faults = faults_of(tiny)
        assert len(faults) == 1, "\n".join(map(str, faults))
        return faults[0]

    return change
