"""Line marks: whether the hallmarks of a line held when a turn was over."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.pack.expressions import Scope, read
from tabletop.pack.lines import Hallmark
from tabletop.rules.happened import Event
from tabletop.rules.position import TURN, Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.texts.coding import deals


@dataclass(frozen=True, slots=True)
class Mark:
    """A hallmark, and whether it held."""

    hallmark: Hallmark
    held: bool


def holds(book: Rulebook, mark: Hallmark, row: Row, events: Iterable[Event]) -> bool:
    """Whether a hallmark holds in the position that a turn has left, with what happened in it."""
    if mark.when is not None:
        then = row[:]
        then[TURN] = mark.turn  # the clock may have moved on; the line speaks of the turn that is over
        return book.holds(read(mark.when, book.names, Scope(), "truth"), then)
    if mark.act is not None:
        return _act_is(book, mark.act, str(mark.is_), row, events)
    texts = deals(book.layout, row)
    if mark.duty is not None:
        return any(duty.key == mark.duty and duty.state.word == mark.is_ for text in texts for duty in text.duties)
    stages = {text.key: text.stage.name.lower().replace("_", "-") for text in texts}
    return stages.get(str(mark.text), "none") == mark.is_


def _act_is(book: Rulebook, key: str, outcome: str, row: Row, events: Iterable[Event]) -> bool:
    causes = {event.cause.partition(":")[0] for event in events if event.act == key and event.step != "costs"}
    match outcome:
        case "done":
            return "move" in causes
        case "refused":
            return "consent" in causes and "move" not in causes
        case level:
            return book.level(row, book.by_key[key]).word == level
