"""The river with texts: a commission that signs, terms, a text to start from, a word, and banks that bargain."""

from __future__ import annotations

from .river import FILES

BARGAINING = {
    **FILES,
    "pack.toml": FILES["pack.toml"]
    + """
[agreements]
texts = 2
steps = 5
trust = "trust"
alarm = "tension"
verification = "watch"
""",
    "roles.toml": FILES["roles.toml"]
    .replace('short = "NOR"', 'short = "NOR"\nhome = "standing[north]"\nratifies = "assembly"')
    .replace('short = "SOU"', 'short = "SOU"\nhome = "standing[south]"'),
    "tracks.toml": FILES["tracks.toml"]
    + """
[track.watch]
name = "Watch"
about = "How well a false report would be seen."
range = [0, 3]
[track.standing]
name = "Standing"
about = "What its own people think."
per = "role"
seen_by = "own"
""",
    "fora.toml": FILES["fora.toml"].replace("competence = []", 'competence = ["river"]\ntexts = "any"\ncost = 1')
    + """
[forum.assembly]
name = "Assembly of the north"
about = "It must agree to what changes the treaty."
members = ["north"]
rule = "home"
passes = "standing[north] >= 40"
refusal = "The assembly would not hear of it."
[forum.square]
name = "Market square"
about = "A promise to everybody."
members = ["north", "south"]
rule = "agreement"
texts = "one"
[forum.council]
name = "River council"
about = "It votes."
members = ["north", "south"]
rule = "vote"
votes = 1
veto = ["south"]
others = 0
competence = ["river"]
public = true
texts = "any"
""",
    "clauses.toml": """
[clause.gauges]
name = "Gauges open"
says = "Whoever asks may read them."
type = "inspect"
by = ["north", "south"]
topic = "water"
home = 5
effects = [{ track = "tension", add = -2 }]
undo = [{ track = "tension", add = 2 }]
feign = true
word = "gauge"
[clause.grain]
name = "Grain at cost"
says = "Grain is sold at what it costs."
type = "aid"
by = ["south", "hills"]
topic = "food"
home = 2
effects = [{ track = "harvest", add = 3 }]
[clause.sluice]
name = "A sluice opened"
says = "Water comes in a dry month."
type = "works"
by = ["north", "south"]
choices = ["upper", "lower"]
topic = "water"
move = "sluice"
[clause.ferries]
name = "Ferries renewed"
says = "The ferries run again, by night as well."
type = "law"
by = ["north"]
topic = "law"
effects = [{ provision = "treaty.ferries", to = "in-force" }]
ratify = true
""",
    "law/treaty.toml": FILES["law/treaty.toml"].replace(
        "[instrument.treaty]",
        '[[machine.article.transition]]\nfrom = ["suspended"]\nto = "in-force"\n[instrument.treaty]',
    ),
    "templates.toml": """
[template.water-for-grain]
name = "Water for grain"
about = "Gauges first, grain after."
forum = "commission"
parties = ["north", "south"]
duration = 3
step = [
  { by = "north", clause = "gauges" },
  { by = "south", clause = "grain", after = 1 },
]
[template.hill-grain]
name = "Grain from the hills"
about = "The south gives, and the hills give."
forum = "commission"
parties = ["south", "hills"]
duration = 3
step = [
  { by = "south", clause = "gauges", reading = "stone" },
  { by = "hills", clause = "grain" },
]
""",
    "words.toml": """
[word.gauge]
name = "Gauge"
about = "What is read when it is read."
readings = [
  { id = "stone", says = "The mark on the stone." },
  { id = "float", says = "What the float shows." },
]
prefers = { north = "stone", south = "float", hills = "stone" }
""",
    "doctrines.toml": FILES["doctrines.toml"].replace(
        'about = "Asks for an exchange, and digs."',
        'about = "Asks for an exchange, and digs."\nreserve = 3',
    )
    + """
[[doctrine.south-way.worth]]
clause = "gauges"
by = "north"
worth = 20
because = "We would know what they take."
[[doctrine.south-way.worth]]
clause = "grain"
by = "south"
worth = -2
because = "Grain is ours to give."
""",
}
for scenario in [name for name in BARGAINING if name.startswith("scenarios/")]:
    BARGAINING[scenario] = BARGAINING[scenario].replace(
        "[opening.tracks]",
        '[opening.tracks]\nwatch = 2\n"standing[north]" = 60\n"standing[south]" = 60\n"standing[hills]" = 60',
    )

STRAINED = {name: text.replace('"standing[north]" = 60', '"standing[north]" = 42') for name, text in BARGAINING.items()}
"""The same with a north whose people bear little more."""

TURNING = {
    **BARGAINING,
    "pack.toml": BARGAINING["pack.toml"] + 'turnover = "elected"\n',
    "roles.toml": BARGAINING["roles.toml"].replace('ratifies = "assembly"', 'ratifies = "assembly"\nelections = true'),
    "tracks.toml": BARGAINING["tracks.toml"]
    + """
[track.elected]
name = "Elected"
about = "The turn in which another council last came in."
per = "role"
range = [0, 100]
""",
}
"""The same with councils that come and go, and need not keep what no assembly has passed."""
