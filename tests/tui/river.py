"""A small steady pack for the screens: two banks and the hills above, one of each kind of verdict.

The shipped packs are still being written on; what these screens look like should not depend on them.
"""

from __future__ import annotations

from pathlib import Path

SCENARIO = "dry-summer"

FILES = {
    "pack.toml": """
id = "river"
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
exemption_turns = 2
""",
    "roles.toml": "".join(
        f"""
[role.{id_}]
name = "{name}"
short = "{short}"
adjective = "{name}"
dilemma = "Water for the fields now, or a treaty that holds when rain fails again."
powers = "Sluices, and the pride of old rights."
[role.{id_}.hats.guard]
name = "Guard of the treaty"
about = "It signed the river treaty and sits in its commission."
"""
        for id_, name, short in (
            ("north", "North bank", "NOR"),
            ("south", "South bank", "SOU"),
            ("hills", "Hill country", "HIL"),
        )
    ),
    "tracks.toml": """
[track.tension]
name = "Tension"
short = "tension"
about = "How near the banks are to blows. From 80 a shot can fall any day."
bands = [{ to = 39, name = "calm" }, { to = 79, name = "strained" }, { to = 100, name = "brink" }]
main = true
[track.harvest]
name = "Harvest outlook"
short = "harvest"
about = "What the fields will give."
main = true
[track.capital]
name = "Political capital"
about = "What can be spent."
per = "role"
seen_by = "own"
range = [0, 6]
[track.secret-well]
name = "Secret well"
about = "How deep the well nobody talks about is."
seen_by = ["south"]
[track.stores]
name = "Stores"
about = "Grain in the barns."
per = "role"
[track.trust]
name = "Trust"
about = "Between two governments."
per = "pair"
range = [-30, 30]
""",
    "law/treaty.toml": """
[machine.article]
states = ["absent", "in-force", "suspended"]
binding = ["in-force"]
dormant = ["suspended"]
[[machine.article.transition]]
from = ["in-force"]
to = "suspended"
[instrument.treaty]
title = "River treaty of 1921"
family = "river"
about = "Who may take water, and when."
[instrument.treaty.provision.flow]
title = "The river is not dammed"
machine = "article"
says = "Neither bank dams the river or turns it from its bed."
cite = "River treaty, article 4"
catches = { tags = ["dam"] }
level = "breach"
if_breached = [{ track = "tension", add = 6 }]
readings = [{ by = "north", says = "A weir is not a dam." }, { by = "south", says = "What holds water back is a dam." }]
[instrument.treaty.provision.sluices]
title = "Sluices open by consent"
machine = "article"
says = "A sluice is opened in a dry month only with the commission's consent."
cite = "River treaty, article 7(2)"
catches = { tags = ["sluice"] }
level = "consent"
keeper = "commission"
[instrument.treaty.provision.ferries]
title = "Ferries pass freely"
machine = "article"
says = "Ferries pass at all hours."
cite = "River treaty, article 9"
notes = { suspended = "Since the accident of 1950 nobody runs a ferry by night." }
""",
    "fora.toml": """
[forum.commission]
name = "River commission"
about = "The three governments by the river."
members = ["north", "south", "hills"]
rule = "consensus"
competence = []
public = true
refusal = "A member objected."
""",
    "moves/all.toml": """
[move.praise]
name = "Word of praise"
about = "Say something kind in public."
by = ["north", "south", "hills"]
group = "talk"
targets = ["north", "south", "hills"]
effects = [{ track = "trust[actor, target]", add = 2 }]
[move.rewrite]
name = "Rewrite the treaty alone"
about = "Strike an article without the others."
by = ["north", "south"]
group = "talk"
forum = "commission"
effects = [{ provision = "treaty.flow", to = "suspended" }]
[move.dam]
name = "Build a dam"
about = "Hold the river back above the fields of the other bank."
by = ["north", "south"]
group = "press"
tags = ["dam"]
cost = 2
effects = [{ track = "harvest", add = 8 }, { track = "tension", add = 10 }]
if_breach = [{ track = "trust[north, south]", add = -6 }]
price = "The hills will remember who began."
[move.dig]
name = "Dig deeper by night"
about = "Deepen the secret well."
by = ["south"]
group = "press"
visibility = "covert"
effects = [{ track = "secret-well", add = 20 }]
[move.sluice]
name = "Open a sluice"
about = "Let water on the fields in a dry month."
by = ["north", "south"]
group = "relieve"
tags = ["sluice"]
choices = ["upper", "lower"]
cost = 1
effects = [{ track = "harvest", add = 5 }]
if_breach = [{ track = "tension", add = 4 }]
[move.barter]
name = "Exchange: grain for salt"
about = "Both sides give."
by = ["north", "south"]
group = "relieve"
targets = ["north", "south"]
partner = true
effects = [{ track = "tension", add = -5 }]
""",
    "endings.toml": """
[ending.blows]
name = "Blows"
says = "The banks have come to blows."
when = "tension >= 100"
at = "any"
values = { north = 0, south = 0, hills = 0 }
void_aims = true
[ending.muddle]
name = "Muddling through"
says = "Nothing is settled, and the river flows as it did."
when = "True"
values = { north = 40, south = 50, hills = 60 }
[aim.fields]
role = "north"
name = "Green fields"
says = "A good harvest on the north bank."
points = "harvest"
[aim.quiet]
role = "north"
name = "A quiet river"
says = "Tension stays low, whatever is said in public."
public = false
points = "100 - tension"
""",
    "doctrines.toml": "".join(
        f"""
[doctrine.{role}-way]
role = "{role}"
name = "The {role} way"
about = "A word to a neighbour each month."
[[doctrine.{role}-way.rule]]
when = "True"
move = "praise"
target = "{target}"
because = "A word costs nothing."
"""
        for role, target in (("north", "hills"), ("hills", "south"))
    )
    + """
[doctrine.south-way]
role = "south"
name = "The south way"
about = "Asks for an exchange, and digs."
[[doctrine.south-way.rule]]
when = "turn == 1"
move = "barter"
target = "north"
because = "We have salt."
[[doctrine.south-way.rule]]
when = "True"
move = "dig"
because = "Nobody sees it."
""",
    f"scenarios/{SCENARIO}.toml": """
title = "Dry summer"
about = "No rain since May, and both banks count the days."
starts = 2017-06-15
turns = 3
turn_names = ["June", "July", "August"]
goals = ["See how consent is asked for, and what a breach costs.", "Compare what was said with what was done."]
doctrines = { north = "north-way", south = "south-way", hills = "hills-way" }
par = { north = 45, south = 45, hills = 45 }
[opening.tracks]
tension = 40
harvest = 30
secret-well = 10
"capital[north]" = 3
"capital[south]" = 3
"capital[hills]" = 3
"stores[north]" = 20
"stores[south]" = 25
"stores[hills]" = 5
"trust[north, south]" = -5
[opening.provisions]
"treaty.flow" = "in-force"
"treaty.sluices" = "in-force"
"treaty.ferries" = "suspended"
[[calendar]]
turn = 1
name = "The heat begins"
says = "Wells on both banks run low."
effects = [{ track = "harvest", add = -2 }]
""",
    "briefs/north.md": """+++
role = "north"
confidential_from = "For your eyes only"
+++
# What everybody knows

You farm the north bank. **Water** is what you live by.

1. Ask early: an answer takes a month.

# For your eyes only

Your barns are nearly empty, and nobody may know.
""",
    "briefs/south.md": """+++
role = "south"
confidential_from = "For your eyes only"
+++
# What everybody knows

You farm the south bank.

# For your eyes only

There is a well that nobody talks about.
""",
}


def write_pack(folder: Path) -> Path:
    """The pack as a folder, for what reads packs from disk."""
    for name, text in FILES.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder
