"""A pack of three roles at a river, to which a test adds the law and the moves it is about."""

from __future__ import annotations

from pathlib import Path

from tabletop.pack.load import read_pack
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.resolve import Resolution, resolve
from tabletop.rules.rulebook import Rulebook

SCENARIO = "dry-summer"

PACK = """
id = "small"
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
"""

ROLES = "".join(
    f"""
[role.{id_}]
name = "{name}"
short = "{short}"
adjective = "{name}"
dilemma = "Water or pride."
powers = "None that others lack."
"""
    for id_, name, short in (("north", "North bank", "N"), ("south", "South bank", "S"), ("hills", "Hill country", "H"))
)

TRACKS = """
[track.tension]
name = "Tension"
about = "How near to blows."
[track.capital]
name = "Capital"
about = "What can be spent."
per = "role"
seen_by = "own"
range = [0, 6]
[track.trust]
name = "Trust"
about = "Between two governments."
per = "pair"
range = [-30, 30]
"""

REST = """
[move.wait]
name = "Wait"
about = "A while."
by = ["north", "south", "hills"]
group = "talk"
[ending.muddle]
name = "Muddling through"
says = "Nothing is settled."
when = "True"
values = { north = 40, south = 50, hills = 60 }
"""

MACHINE = """
[machine.article]
states = ["absent", "in-force", "asleep", "doubted", "promised", "broken"]
binding = ["in-force"]
dormant = ["asleep"]
disputed = ["doubted"]
political = ["promised"]
broken = ["broken"]
"""
"""A machine with a state of every standing and no way between them."""


def book_of(
    text: str,
    *,
    tracks: str = "tension = 10",
    law: str = "",
    calendar: str = "",
    deck: str = "[]",
    turns: int = 3,
    bank: int = 2,
    header: str = "",
    roles: str = ROLES,
    cache: Path | None = None,
) -> Rulebook:
    """The rules of the small pack with a test's own tables; `tracks` and `law` are the opening."""
    names = ", ".join(f'"month {turn}"' for turn in range(1, turns + 1))
    scenario = f"""
title = "Dry summer"
about = "No rain since May."
starts = 2017-05-15
turns = {turns}
turn_names = [{names}]
goals = ["See one rule at a time."]
deck = {deck}
doctrines = {{}}
par = {{ north = 45, south = 45, hills = 45 }}
[opening.tracks]
"capital[north]" = 3
"capital[south]" = 3
"capital[hills]" = 3
{tracks}
[opening.provisions]
{law}
{calendar}
"""
    files = {
        "pack.toml": PACK.replace("bank = 2", f"bank = {bank}") + header,
        "roles.toml": roles,
        "tracks.toml": TRACKS,
        "game.toml": text,
        "rest.toml": REST,
        f"scenarios/{SCENARIO}.toml": scenario,
    }
    return Rulebook(read_pack(files, "small"), cache)


def opening(book: Rulebook, **changed: int | str) -> Row:
    """The opening, with columns or provisions changed: `tension=90`; other labels as a mapping in `with_`."""
    return with_(book, book.opening(SCENARIO), changed)


def with_(book: Rulebook, row: Row, changed: dict[str, int | str]) -> Row:
    """A row with columns and provisions changed, by label; provisions by the name of their state."""
    row = row[:]
    for label, value in changed.items():
        place = book.schema.index[label]
        row[place] = value if isinstance(value, int) else book.names.machine(label).states.index(value)
    return row


def value(book: Rulebook, row: Row, label: str) -> int:
    """One column of a row."""
    return row[book.schema.index[label]]


def sealed(book: Rulebook, *keys: str, ask: bool = False, knowing: bool = False) -> Orders:
    """Orders for these acts."""
    return Orders(tuple(Order(book.by_key[key], ask, knowing) for key in keys))


def played(book: Rulebook, row: Row, seed: int = 1, **orders: Orders) -> Resolution:
    """A turn worked out with these roles' orders."""
    return resolve(book, row, orders, seed)
