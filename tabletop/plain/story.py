"""Story: a turn as it is told in lines, to those who play and to those who only watch or read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from tabletop.record.format import Entry
from tabletop.rules.happened import Event
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.ledger import LedgerPart, ledger
from tabletop.shell.result import result
from tabletop.table.commands import Seal

from .talk_told import talk_lines

UNTOLD = ("costs", "clocks")
"""Steps that a reader of the story does not need: what acts cost, and what the new turn pays in."""
ABOUT = {"step": "duty", "text": "response"}
"""What a reason is about, by the kind of cause of the event that it explains."""


@dataclass
class Reasons:
    """Why delegations acted and answered as they did, collected from what they sealed."""

    acts: dict[str, str] = field(default_factory=dict)
    answers: dict[str, list[str]] = field(default_factory=dict)
    promises: dict[tuple[str, str], str] = field(default_factory=dict)
    """About signed texts, by role and `duty 1.2` or `response 1`; they hold for one turn."""

    def learn(self, book: Rulebook, sealed: Seal) -> None:
        """Take in the reasons of one seal."""
        short = book.pack.actors[sealed.role].short
        self.acts |= {act.act: f"Why: {act.because}" for act in sealed.acts if act.because}
        for key, says in sealed.answers.items():
            reason = sealed.because.get(key)
            word = "yes" if says else "no"
            self.answers.setdefault(key, []).append(f"{short} says {word}{f': {reason}' if reason else '.'}")
        self.promises |= {
            (sealed.role, about): f"Why: {reason}"
            for about, reason in sealed.because.items()
            if about.startswith(("duty ", "response "))
        }

    def of(self, event: Event) -> list[str]:
        """The reasons behind an event; an answer is told once."""
        if event.step == "consents":
            return self.answers.pop(event.act or "", [])
        kind, _, key = event.cause.partition(":")
        if kind in ABOUT:
            reason = self.promises.pop((event.actor or "", f"{ABOUT[kind]} {key}"), None)
        else:
            reason = self.acts.get(event.act or "") if event.step in ("overt", "covert") else None
        return [reason] if reason else []


def turn_heading(book: Rulebook, scenario: str, turn: int) -> str:
    """`Turn 3 of 10, mid-July 2017`."""
    names, turns = book.pack.scenario[scenario].turn_names, book.pack.scenario[scenario].turns
    name = f", {names[turn - 1]}" if 0 < turn <= len(names) else ""
    return f"Turn {turn} of {turns}{name}"


def turn_lines(book: Rulebook, entries: Sequence[Entry], reasons: Reasons) -> list[str]:
    """A whole turn for those who may know everything: the dispatch, what was said in talks, and what came of it."""
    reasons.promises.clear()
    for entry in entries:
        if isinstance(entry.command, Seal):
            reasons.learn(book, entry.command)
    events = [kept.event() for entry in entries for kept in entry.events]
    return [
        *event_lines(book, (event for event in events if event.step == "dispatch")),
        *talk_lines(book, entries),
        *event_lines(book, events, untold=("dispatch", *UNTOLD), because=reasons),
    ]


def event_lines(
    book: Rulebook,
    events: Iterable[Event],
    *,
    untold: Iterable[str] = (),
    because: Reasons | None = None,
) -> list[str]:
    """Events by step, every change below its cause; `because` says why."""
    reasons, left_out, lines = because or Reasons(), set(untold), []
    for part in ledger(book, (event for event in events if event.step not in left_out)):
        lines += [f"{part.title}:", *_part_lines(part, reasons)]
    return lines


def changes_line(texts: Iterable[str]) -> str:
    """Changes as words to be read aloud: `Tension +5 to 65; Textiles: absent to in force`."""
    return "; ".join(text.replace(" → ", " to ") for text in texts)


def result_lines(book: Rulebook, row: list[int], scenario: str, roles: Iterable[str]) -> list[str]:
    """The ending, and each role's score against its own par."""
    played = list(roles)
    found = {role: result(book, row, scenario, role) for role in played}
    if not found:
        return []
    first = found[played[0]]
    lines = [f"Ending: {first.ending}. {first.says}".strip(), "Scores, each against its own par:"]
    return [*lines, *(f"  {book.pack.role[role].name}: {one.headline}" for role, one in found.items())]


def _part_lines(part: LedgerPart, because: Reasons) -> list[str]:
    lines = []
    for line in part.lines:
        lines.append(f"  {line.says}")
        lines += [f"    {reason}" for reason in because.of(line.event)]
        if line.changes:
            lines.append(f"    {changes_line(line.changes)}.")
    return lines
