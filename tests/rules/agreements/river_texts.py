"""The small pack with fora that sign, a clause of every kind, and shorthand for drafts and turns."""

from __future__ import annotations

from tabletop.rules.happened import Event
from tabletop.rules.orders import Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.texts.coding import deal_in
from tabletop.rules.texts.deal import Deal, Duty
from tabletop.rules.texts.draft import Draft, Step

from ..small_pack import ROLES, book_of, opening

AGREEMENTS = """dice = true
[agreements]
texts = 2
steps = 4
trust = "trust"
alarm = "tension"
verification = "watch"
kept = 4
late = 3
missed = 15
skipped = 5
left = 10
dispute = 10
premium = 8
audience = 6
"""

HOMES = ROLES
for _role in ("north", "south", "hills"):
    HOMES = HOMES.replace(f"[role.{_role}]", f'[role.{_role}]\nhome = "standing[{_role}]"')
HOMES = HOMES.replace("[role.south]", '[role.south]\nratifies = "assembly"')

TEXT = """
[track.watch]
name = "Watch"
about = "How well the banks are watched."
range = [0, 3]
[track.standing]
name = "Standing"
about = "What its own people think."
per = "role"
[track.water]
name = "Water"
about = "What runs down."
[track.wells]
name = "Wells"
about = "What the north really pumps."
seen_by = ["north"]
[track.ready]
name = "Ready"
about = "Topics that were prepared."
range = [0, 4]

[machine.gate]
states = ["free", "agreed", "broken"]
binding = ["agreed"]
broken = ["broken"]
[[machine.gate.transition]]
from = ["free", "broken"]
to = "agreed"
[[machine.gate.transition]]
from = ["agreed", "broken"]
to = "free"
[[machine.gate.transition]]
from = ["agreed"]
to = "broken"
[machine.duty]
states = ["in-force", "asleep"]
binding = ["in-force"]

[instrument.river]
title = "Law of the river"
family = "river"
about = "What may be done with the gates."
[instrument.river.provision.gate]
title = "The gate stays open"
machine = "gate"
says = "The north does not close the gate."
cite = "River law 1"
binds = ["north"]
catches = { moves = ["close-gate"] }
if_breached = [{ provision = "river.gate", to = "broken" }]
[instrument.river.provision.mill]
title = "The mill stands still"
machine = "gate"
says = "The south does not mill."
cite = "River law 2"
binds = ["south"]
[instrument.river.provision.barges]
title = "Barges need leave"
machine = "duty"
says = "Nobody sends barges without the hills' leave."
cite = "River law 3"
catches = { moves = ["send-barges"] }
level = "consent"
keeper = "hills"
[instrument.river.provision.nets]
title = "No nets"
machine = "duty"
says = "Nobody sets nets."
cite = "River law 4"
catches = { moves = ["set-nets"] }
[instrument.charter]
title = "Charter"
family = "charter"
about = "Who may change what."
[instrument.charter.provision.seat]
title = "A seat"
machine = "gate"
says = "The hills have a seat."
cite = "Charter 1"

[forum.bank]
name = "The bank"
about = "Any two."
members = ["north", "south", "hills"]
rule = "agreement"
competence = ["river"]
texts = "any"
cost = 1
[forum.ford]
name = "The ford"
about = "All three."
members = ["north", "south", "hills"]
rule = "agreement"
competence = ["river"]
texts = "all"
[forum.summit]
name = "The summit"
about = "Only what is prepared."
members = ["north", "south"]
rule = "agreement"
competence = ["river"]
texts = "all"
prepared = "ready"
[forum.council]
name = "The council"
about = "It votes."
members = ["north", "south", "hills"]
rule = "vote"
votes = 4
veto = ["hills"]
others = "2"
competence = ["river"]
texts = "any"
[forum.square]
name = "Market square"
about = "A promise to all."
members = ["north", "south", "hills"]
rule = "agreement"
competence = ["river"]
texts = "one"
[forum.inn]
name = "The inn"
about = "Nobody was there."
members = ["north", "south", "hills"]
rule = "agreement"
competence = ["river"]
texts = "any"
deniable = true
[forum.assembly]
name = "Southern assembly"
about = "It follows the mood."
members = ["south"]
rule = "home"
passes = "standing[south] >= 50"
refusal = "The mood is against it."

[move.close-gate]
name = "Close the gate"
about = "The north shuts it."
by = ["north"]
group = "press"
effects = [{ track = "water", add = -10 }]
[move.send-barges]
name = "Send barges"
about = "Grain goes down."
by = ["south"]
group = "relieve"
cost = 1
effects = [{ track = "water", add = 7 }]
[move.set-nets]
name = "Set nets"
about = "Fish for all."
by = ["south"]
group = "relieve"
effects = [{ track = "water", add = 1 }]
if_breach = [{ track = "tension", add = 9 }]
[move.share-flour]
name = "Share flour"
about = "Less bread at home."
by = ["south"]
group = "relieve"
cost = 1
effects = [{ track = "standing[actor]", add = -12 }]

[move.call-council]
name = "Call the council"
about = "It votes on the tolls."
by = ["south"]
group = "talk"
cost = 1
forum = "council"

[clause.open-gate]
name = "Open gate"
says = "The gate stays open."
type = "freeze"
by = ["north"]
choices = ["river.gate"]
topic = "gates"
holds = "binding(choice)"
effects = [{ provision = "choice", to = "agreed" }]
undo = [{ provision = "choice", to = "free" }]
broken = [{ provision = "choice", to = "broken" }]
[clause.still-mill]
name = "Still mill"
says = "The mill stands."
type = "freeze"
by = ["south"]
topic = "mills"
done = "river.mill == 'agreed'"
effects = [{ provision = "river.mill", to = "agreed" }]
undo = [{ provision = "river.mill", to = "free" }]
[clause.grain]
name = "Grain"
says = "Grain for the north."
type = "aid"
by = ["south", "hills"]
topic = "grain"
cost = 1
home = 5
effects = [{ track = "water", add = 3 }]
[clause.fill-wells]
name = "Fill the wells"
says = "The wells are filled."
type = "dismantle"
by = ["north"]
topic = "wells"
effects = [{ track = "wells", add = -20 }, { track = "water", add = 2 }]
feign = true
[clause.ration]
name = "Ration the wells"
says = "Less is pumped for a while."
type = "freeze"
by = ["north"]
topic = "wells"
effects = [{ track = "wells", add = -20 }, { track = "water", add = 2 }]
undo = [{ track = "wells", add = 20 }, { track = "water", add = -2 }]
feign = true
[clause.guard-wells]
name = "Guard the wells"
says = "The wells are guarded."
type = "assurance"
by = ["south"]
topic = "wells"
effects = [{ track = "water", add = 1 }]
undo = [{ track = "water", add = -1 }]
[clause.wardens]
name = "Wardens"
says = "Wardens walk the bank."
type = "inspect"
by = ["north"]
topic = "gates"
effects = [{ track = "watch", set = 2 }]
undo = [{ track = "watch", set = 0 }]
[clause.flour]
name = "Flour"
says = "Flour is shared."
type = "aid"
by = ["south"]
topic = "grain"
home = 3
move = "share-flour"
[clause.barges]
name = "Barges"
says = "Barges go down."
type = "exempt"
by = ["south"]
topic = "grain"
move = "send-barges"
[clause.convoy]
name = "Convoy"
says = "Barges go down under guard."
type = "exempt"
by = ["south"]
topic = "grain"
cost = 2
move = "send-barges"
[clause.council]
name = "Council"
says = "The council is called."
type = "assurance"
by = ["south"]
topic = "tolls"
cost = 1
move = "call-council"
[clause.nets]
name = "Nets"
says = "Nets are set."
type = "aid"
by = ["south"]
topic = "grain"
move = "set-nets"
[clause.seat]
name = "A seat"
says = "The hills have a seat."
type = "recognise"
by = ["north"]
topic = "charter"
effects = [{ provision = "charter.seat", to = "agreed" }]
[clause.border]
name = "Border"
says = "The river is the border."
type = "treaty.chapter"
by = ["south"]
topic = "border"
ratify = true
effects = [{ track = "water", add = 20 }]
[clause.peace]
name = "Peace"
says = "There is peace on the river."
type = "assurance"
by = ["north"]
topic = "peace"
word = "peace"
effects = [{ track = "water", add = 30 }]
[word.peace]
name = "peace"
about = "It was never said what it is."
readings = [{ id = "quiet", says = "Nobody shoots." }, { id = "union", says = "One bank rules." }]
prefers = { north = "union", south = "quiet" }
"""

RIVER = book_of(
    TEXT, header=AGREEMENTS, roles=HOMES, turns=8,
    tracks='tension = 10\nwater = 50\nwells = 50\n"standing[north]" = 50\n"standing[south]" = 60\n"standing[hills]" = 50',
)  # fmt: skip
"""The rules of the river."""

OPEN_GATE, STILL_MILL, GRAIN = "north/open-gate:river.gate", "south/still-mill", "south/grain"
FILL_WELLS, PEACE, BARGES, NETS, BORDER = (
    "north/fill-wells", "north/peace", "south/barges", "south/nets", "south/border",
)  # fmt: skip
RATION, CONVOY, COUNCIL, GUARD, FLOUR, WARDENS = (
    "north/ration", "south/convoy", "south/council", "south/guard-wells", "south/flour", "north/wardens",
)  # fmt: skip


def step(key: str, due: int = 1, after: int | None = None, **more: object) -> Step:
    """A step by its term's key."""
    return Step(RIVER.term_by_key[key], due, after, **more)  # type: ignore[arg-type]


def draft(
    *steps: Step | str, forum: str = "bank", parties: tuple[str, ...] = ("north", "south"), **more: object
) -> Draft:
    """A text of the north and the south, written by the first of its parties."""
    found = tuple(step(each) if isinstance(each, str) else each for each in steps)
    settled = {"by": parties[0], **more}
    return Draft(forum=forum, parties=parties, steps=found, **settled)  # type: ignore[arg-type]


def signed(text: Draft, row: Row | None = None, seed: int = 1) -> Row:
    """The position after all have signed a text."""
    return turn(
        opening(RIVER) if row is None else row, seed, **{role: Orders(signs=(text,)) for role in text.signers}
    ).row


def turn(row: Row, seed: int = 1, **orders: Orders) -> Resolution:
    """A turn of the river with these orders."""
    return resolve(RIVER, row, orders, seed)


def text_in(row: Row, slot: int = 1) -> Deal:
    """The text in a slot."""
    assert RIVER.layout is not None
    return deal_in(RIVER.layout, row, slot)


def duty_in(row: Row, number: int, slot: int = 1) -> Duty:
    """A step of the text in a slot."""
    return text_in(row, slot).duties[number - 1]


def texts_alive(row: Row) -> int:
    """How many texts live."""
    assert RIVER.layout is not None
    return len(RIVER.layout.taken(row))


def told(events: tuple[Event, ...], *words: str) -> list[Event]:
    """Events whose sentence has all these words."""
    return [event for event in events if all(word in event.says for word in words)]
