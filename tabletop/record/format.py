"""The record format: one file a game, one JSON object a line, each line sealed to the one before.

A line holds a command, what it brought about and the row it left. `before` is the digest of the line
before, `own` the digest of this one, so a change anywhere is found in the line where it was made.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tabletop.rules.happened import Change, Event
from tabletop.table.commands import AnyCommand

FORMAT = 1
ORIGIN = "0" * 32
"""What the first line has before it."""


class RecordError(Exception):
    """A record that cannot be read, written or gone on with, as a sentence with a place and a mend."""


class NotARecord(RecordError):
    """A file that is missing, unreadable, foreign, or of a format that this program does not know."""


class Part(BaseModel):
    """A piece of a record: read strictly, unknown keys refused."""

    # Built when first used: most parts are read and written inside a header or an entry.
    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


class Seat(Part):
    """Who plays a role."""

    kind: Literal["person", "doctrine", "script"]
    """A script has every order written beforehand: it is how a line of play is watched."""
    doctrine: Annotated[str, Field(max_length=60)] | None = None
    """How it thinks; of a script, the doctrine that takes the seat where a branch leaves it."""


class Parent(Part):
    """Where a branch left another game."""

    record: Annotated[str, Field(max_length=400)]
    entry: int


class PackCopy(Part):
    """The pack as it was, so that a game can be replayed when the pack has moved on."""

    id: str
    title: str
    version: str
    digest: str
    files: dict[str, str]


class Header(Part):
    """The first line of a record."""

    kind: Literal["header"] = "header"
    format: int
    engine: str
    pack: PackCopy
    scenario: str
    scenario_title: str
    seed: int
    seats: dict[str, Seat]
    columns: list[str]
    dice: bool = False
    """Whether it is played with dice."""
    parent: Parent | None = None

    @property
    def people(self) -> tuple[str, ...]:
        """Roles that people play."""
        return tuple(role for role, seat in self.seats.items() if seat.kind == "person")

    @property
    def watched_line(self) -> bool:
        """Whether it is a line of play, every order in it written beforehand."""
        return all(seat.kind == "script" for seat in self.seats.values())


class Told(Part):
    """An event as a record keeps it."""

    turn: int
    step: str
    cause: str
    says: str
    changes: list[tuple[str, int, int]] = []
    actor: str | None = None
    act: str | None = None
    term: str | None = None
    level: str | None = None
    cites: list[str] = []
    seen_by: list[str] | None = None

    def event(self) -> Event:
        """The event itself."""
        return Event(
            turn=self.turn, step=self.step, cause=self.cause, says=self.says,  # type: ignore[arg-type]
            changes=tuple(Change(*change) for change in self.changes), actor=self.actor, act=self.act, term=self.term,
            level=self.level, cites=tuple(self.cites), seen_by=None if self.seen_by is None else tuple(self.seen_by),
        )  # fmt: skip


class Entry(Part):
    """One command and what came of it."""

    kind: Literal["entry"] = "entry"
    number: int
    """From 1; the header is entry 0."""
    turn: int
    phase: str
    """The phase after the command."""
    command: AnyCommand
    events: list[Told] = []
    row: list[int] | None = None
    """The whole position, when it changed."""


def told(event: Event) -> Told:
    """An event in the record's form."""
    return Told(
        turn=event.turn, step=event.step, cause=event.cause, says=event.says,
        changes=[(change.column, change.before, change.after) for change in event.changes], actor=event.actor,
        act=event.act, term=event.term, level=event.level, cites=list(event.cites),
        seen_by=None if event.seen_by is None else list(event.seen_by),
    )  # fmt: skip


def line_of(part: Header | Entry, before: str) -> tuple[str, str]:
    """A part as a line of text, without its newline, and the line's own digest."""
    body: dict[str, Any] = part.model_dump(mode="json", exclude_defaults=False)
    body["before"] = before
    own = _digest(body)
    return _json({**body, "own": own}), own


def part_of(text: str, before: str, number: int) -> tuple[Header | Entry, str]:
    """A line read back, and its digest.

    Raises:
        RecordError: if the line is not what was written, naming the entry.
    """
    try:
        body = json.loads(text)
    except (ValueError, RecursionError):
        raise RecordError(f"Entry {number} is not readable: it is not a line of JSON.") from None
    if not isinstance(body, dict) or "own" not in body or "before" not in body:
        raise RecordError(f"Entry {number} is not a line of a record.")
    own = body.pop("own")
    if _digest(body) != own or _json({**body, "own": own}) != text:
        raise RecordError(f"Entry {number} was altered: its digest does not fit its text.")
    if body.pop("before") != before:
        raise RecordError(f"Entry {number} does not follow the entry before it: something is missing or was exchanged.")
    if number == 0 and isinstance(body.get("format"), int) and body["format"] != FORMAT:
        raise NotARecord(
            f"Entry 0 says format {body['format']:d}; this program reads format {FORMAT}. Use a newer version of the program."
        )
    model = Header if number == 0 else Entry
    try:
        return model.model_validate_json(_json(body)), own
    except ValidationError as error:
        place = ".".join(str(step) for step in error.errors()[0]["loc"])
        raise RecordError(f"Entry {number} has an unexpected value at {place or 'its top'}.") from None


def _digest(body: dict[str, Any]) -> str:
    return hashlib.blake2b(_json(body).encode(errors="surrogatepass"), digest_size=16).hexdigest()


def _json(body: dict[str, Any]) -> str:
    return json.dumps(body, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
