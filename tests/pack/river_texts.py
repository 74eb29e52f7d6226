"""The small pack with texts: fora that sign, clauses, a text to start from, a word, and doctrines that mind them."""

from __future__ import annotations

from .conftest import TINY

TEXTED = {
    **TINY,
    "pack.toml": TINY["pack.toml"]
    + """
[agreements]
trust = "trust"
alarm = "tension"
verification = "watch"
source = "design"
""",
    "roles.toml": TINY["roles.toml"].replace(
        'powers = "It buys the grain."', 'powers = "It buys the grain."\nhome = "standing[south]"\nratifies = "assembly"'
    ),
    "tracks.toml": TINY["tracks.toml"]
    + """
[track.watch]
name = "Watch"
about = "Who would see a closed gate."
range = [0, 3]
source = "design"

[track.standing]
name = "Standing"
about = "What its own people think."
per = "role"
seen_by = "own"
source = "design"
""",
    "fora.toml": TINY["fora.toml"].replace(
        'competence = ["water"]', 'competence = ["water"]\ntexts = "any"\ncost = 1\nprepared = "2 if tension < 50 else 1"'
    )
    + """
[forum.square]
name = "Market square"
about = "A promise to everybody."
members = ["north", "south"]
rule = "agreement"
texts = "one"

[forum.back-room]
name = "Back room of the inn"
about = "Nobody was there."
members = ["north", "south", "hills"]
rule = "agreement"
texts = "any"
deniable = true
""",
    "law/river.toml": TINY["law/river.toml"]
    + """
[[machine.article.transition]]
from = ["in-force"]
to = "lapsed"
""",
    "clauses.toml": """\
[clause.open-gauges]
name = "Open the gauges"
says = "Whoever asks may read them."
type = "inspect"
by = ["north", "south"]
topic = "water"
cost = "1 if standing[actor] < 30 else 0"
home = 5
done = "watch >= 2"
holds = "watch >= 1"
effects = [{ track = "watch", set = 2 }]
undo = [{ track = "watch", set = 0 }]
broken = [{ track = "trust[actor, hills]", add = -2 }]
feign = true
word = "gauge"
source = "design"

[clause.renew-article]
name = "Renew an article"
says = "The article is law again."
type = "law"
by = ["north", "south"]
choices = ["river.sluice", "river.tolls"]
fora = ["commission"]
topic = "law"
move = "renew"
ratify = true
source = "design"

[clause.drain]
name = "Drain for repairs"
says = "The sluice is closed once, and everybody knows when."
type = "works"
by = ["north"]
topic = "water"
move = "close-sluice"
target = "south"
source = "design"

[clause.waive]
name = "Waive an article"
says = "Nobody is held to it."
type = "law"
by = ["south"]
choices = ["river.tolls"]
topic = "law"
effects = [{ provision = "choice", to = "lapsed" }]
source = "design"
""",
    "templates.toml": """\
[template.open-river]
name = "An open river"
about = "Gauges first, law after."
forum = "commission"
parties = ["north", "south"]
duration = 4
broker = "hills"
[[template.open-river.step]]
by = "north"
clause = "open-gauges"
reading = "stone"
[[template.open-river.step]]
by = "south"
clause = "renew-article"
choice = "river.tolls"
due = 2
after = 1
verified = 2
[[template.open-river.step]]
by = "north"
clause = "renew-article"
choice = "river.tolls"
due = 2
together = 2
""",
    "words.toml": """\
[word.gauge]
name = "Gauge"
about = "What is read when it is read."
readings = [
  { id = "stone", says = "The mark on the stone." },
  { id = "float", says = "What the float shows." },
]
prefers = { north = "stone", south = "float" }
""",
    "doctrines.toml": TINY["doctrines.toml"]
    + """
[[doctrine.upstream.tabling]]
template = "open-river"
when = "tension >= 20"
odds = 50
because = "Calm sells."
[doctrine.terse]
role = "south"
name = "Terse"
about = "Signs little."
rule = []
reserve = "5 if standing[south] < 50 else 2"
[[doctrine.terse.worth]]
clause = "renew-article"
by = "north"
choice = "river.tolls"
worth = "10 + tension // 10"
because = "Barges are theirs too."
[[doctrine.terse.conduct]]
clauses = ["open-gauges"]
when = "trust[north, south] < 0"
does = "feign"
because = "Let them guess."
""",
}  # fmt: skip
