"""Dispatch: the world moves at the start of a turn — the calendar, then a card from the deck."""

from __future__ import annotations

from functools import partial

from .chance import roll
from .happened import Chronicle, Event, nothing
from .position import Row, drawn_label
from .resolve import Resolution
from .rulebook import Rulebook


def dispatch(book: Rulebook, row: Row, scenario: str, seed: int) -> Resolution:
    """What happens before anybody acts this turn, and the rumour of what may come next."""
    chronicle = Chronicle(row, book.schema)
    turn = row[book.schema.index["turn"]]
    _calendar(book, chronicle, scenario, turn)
    _foreshadowed(book, chronicle, turn)
    _expected(book, chronicle, scenario, turn)
    _foreshadow(book, chronicle, scenario, turn, seed)
    derived = Event(turn, "dispatch", "derived", "Worked out anew after the dispatch.")
    chronicle.record(derived, book.functions.derive, always=False)
    return Resolution(chronicle.row, tuple(chronicle.events))


def _calendar(book: Rulebook, chronicle: Chronicle, scenario: str, turn: int) -> None:
    entries = book.pack.scenario[scenario].calendar
    functions = book.functions.calendars[scenario.replace("-", "_")]
    for place, (entry, effect) in enumerate(zip(entries, functions, strict=True)):
        if entry.turn != turn:
            continue
        trial = chronicle.row[:]
        if effect(trial):
            chronicle.record(Event(turn, "dispatch", f"calendar:{place}", f"{entry.name}. {entry.says}"), effect)


def _expected(book: Rulebook, chronicle: Chronicle, scenario: str, turn: int) -> None:
    """What stands in the calendar for next turn; it changes nothing yet."""
    for place, entry in enumerate(book.pack.scenario[scenario].calendar):
        if entry.turn == turn + 1 and entry.hint is not None:
            chronicle.record(Event(turn, "dispatch", f"expected:{place}", f"Expected: {entry.hint}"), nothing)


def _foreshadowed(book: Rulebook, chronicle: Chronicle, turn: int) -> None:
    """The card hinted at a turn ago is played, if it still fits."""
    hinted = book.schema.index["foreshadowed"]
    place = chronicle.row[hinted] - 1
    if place < 0:
        return
    id_, card = list(book.pack.event.items())[place]
    if not book.functions.cards[place](chronicle.row):
        gone = Event(turn, "dispatch", f"event:{id_}", f"A rumour came to nothing: {card.hint}")
        chronicle.record(gone, partial(_clear, hinted=hinted))
        return

    def change(row: Row) -> None:
        _clear(row, hinted)
        book.functions.card_effects[place](row)

    chronicle.record(Event(turn, "dispatch", f"event:{id_}", f"{card.name}. {card.says}"), change)


def _foreshadow(book: Rulebook, chronicle: Chronicle, scenario: str, turn: int, seed: int) -> None:
    """Chooses next turn's card: each that fits draws a keyed lot, heavier cards more lots."""
    row, index = chronicle.row, book.schema.index
    deck = set(book.pack.scenario[scenario].deck)
    best: tuple[int, int, str] | None = None
    for place, (id_, card) in enumerate(book.pack.event.items()):
        if id_ not in deck or row[index[drawn_label(id_)]] or not book.functions.cards[place](row):
            continue
        lot = max(roll(seed, turn, f"deck/{id_}/{lot}", 1_000_000) for lot in range(card.weight))
        if best is None or lot > best[0]:
            best = (lot, place, id_)
    if best is None:
        return
    _, place, id_ = best
    event = Event(turn, "dispatch", f"rumour:{id_}", f"Rumour: {book.pack.event[id_].hint}")

    def change(row: Row) -> None:
        row[index["foreshadowed"]] = place + 1
        row[index[drawn_label(id_)]] = turn

    chronicle.record(event, change)


def _clear(row: Row, hinted: int) -> None:
    row[hinted] = 0
