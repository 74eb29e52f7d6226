"""Talk told: the drafts of a turn, what was answered to them and who signed, for those who may know everything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tabletop.record.format import Entry
from tabletop.rules.agreements.telling import short
from tabletop.rules.rulebook import Rulebook
from tabletop.shell.talks_watched import Talk, drafts_at, said_in_talks, talked_about
from tabletop.shell.text_home import shown_home
from tabletop.shell.text_telling import draft_steps
from tabletop.table.commands import Circulate, Seal, Show
from tabletop.table.drafts import Circulated

from .text_sheets import differences


def talk_lines(book: Rulebook, entries: Sequence[Entry]) -> list[str]:
    """What was said about drafts in the entries of one turn, each with its reason; nothing if nobody spoke of any."""
    lines = [f"  {line}" for number in range(1, len(entries) + 1) for line in _told(book, entries[:number])]
    return ["Talks:", *lines] if lines else []


def _told(book: Rulebook, entries: Sequence[Entry]) -> Iterator[str]:
    """The last of these entries."""
    command = entries[-1].command
    if isinstance(command, Seal):
        for number in command.signs:
            yield f"{short(book, command.role)} signs draft {number}."
            yield from _because(command.because.get(f"draft {number}", ""))
        for number in command.vetoes:
            yield f"{short(book, command.role)} vetoes draft {number}."
            yield from _because(command.because.get(f"draft {number}", ""))
    if isinstance(command, Talk):
        drafts = drafts_at(book, entries, len(entries))
        each = talked_about(command, drafts)
        if each is not None:
            yield said_in_talks(book, command, each)
            yield from _contents(book, entries, each, drafts)
            yield from _because(command.because)


def _contents(
    book: Rulebook, entries: Sequence[Entry], each: Circulated, drafts: Sequence[Circulated]
) -> Iterator[str]:
    """The steps of a new draft; of one that answers another, what it changes; of a home that is shown, how it stands."""
    match entries[-1].command:
        case Circulate(counters=None):
            yield from (f"  {told.line}" for told in draft_steps(book, each.draft))
        case Circulate(counters=int(answered)):
            yield from (f"  {line}" for line in differences(book, drafts[answered - 1].draft, each.draft))
        case Show(role=role):
            row = next((entry.row for entry in reversed(entries) if entry.row is not None), None)
            yield from [] if row is None else [f"  {shown_home(book, row, each.draft, role)}"]


def _because(reason: str) -> Iterator[str]:
    if reason:
        yield f"  Why: {reason}"
