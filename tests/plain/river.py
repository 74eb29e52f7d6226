"""The small pack with texts, a text to start from, and banks that bargain in known ways."""

from __future__ import annotations

from tabletop.rules.rulebook import Rulebook

from ..rules.agreements.river_texts import AGREEMENTS, HOMES, TEXT
from ..rules.small_pack import book_of

DOCTRINES = """
[template.open-river]
name = "An open river"
about = "The gate for the mill."
forum = "bank"
parties = ["north", "south"]
duration = 4
notice = 1
step = [
  { by = "north", clause = "open-gate", choice = "river.gate" },
  { by = "south", clause = "still-mill", after = 1 },
]
[template.wells-for-grain]
name = "Wells for grain"
about = "What nobody sees for what everybody eats."
forum = "bank"
parties = ["north", "south"]
step = [{ by = "north", clause = "fill-wells" }, { by = "south", clause = "grain", due = 3 }]

[doctrine.keen]
role = "south"
name = "Keen"
about = "An open gate is worth a lot."
rule = []
reserve = 2
worth = [
  { clause = "open-gate", worth = 40, because = "Water is life." },
  { clause = "fill-wells", worth = 40, because = "The wells take our water." },
  { clause = "nets", worth = -90, because = "Nets are not ours to set." },
]
[doctrine.proud]
role = "south"
name = "Proud"
about = "Signs nothing."
rule = []
reserve = 90
[doctrine.asking]
role = "south"
name = "Asking"
about = "Lays its own text on the table."
rule = []
reserve = 2
worth = [{ clause = "open-gate", worth = 40, because = "Water is life." }]
tabling = [{ template = "open-river", because = "Somebody must begin." }]
[doctrine.still]
role = "hills"
name = "Still"
about = "Looks on."
rule = []
[doctrine.there]
role = "north"
name = "There"
about = "Signs what is worth it."
rule = []
reserve = 1
worth = [{ clause = "still-mill", worth = 40, because = "It is quiet at night." }]
"""

RIVER: Rulebook = book_of(
    TEXT + DOCTRINES, header=AGREEMENTS, roles=HOMES, turns=8,
    tracks='tension = 10\nwater = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60\n"standing[hills]" = 50',
)  # fmt: skip

DRY_SUMMER = "dry-summer"
SITTING = {"north": "there", "south": "keen", "hills": "still"}
