"""Verbs: what can be typed, when, and what it does in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tabletop.table.table import Phase


@dataclass(frozen=True, slots=True)
class Verb:
    """One command of the line mode."""

    name: str
    usage: str
    says: str
    phases: tuple[Phase, ...] = (Phase.TALKS, Phase.LEDGER, Phase.OVER)


HELP = "Type help for what can be typed."

_TALKS = (Phase.TALKS,)
_LEDGER = (Phase.LEDGER,)

VERBS = (
    Verb("moves", "moves [TEXT]", "List what you can do, or only what fits a text, a group or a level.", _TALKS),
    Verb(
        "why",
        "why MOVE [TARGET] [CHOICE]",
        "Say what law a move touches, who could allow it and what it costs.",
        _TALKS,
    ),
    Verb("do", "do MOVE [TARGET] [CHOICE]", "Draft a move. `do!` confirms a breach at once, knowingly.", _TALKS),
    Verb(
        "ask",
        "ask MOVE [TARGET] [CHOICE]",
        "Draft asking for the yes that a move needs; the answer comes next turn.",
        _TALKS,
    ),
    Verb("draft", "draft", "Show what is drafted and what it costs.", _TALKS),
    Verb("undo", "undo", "Take the last drafted thing back.", _TALKS),
    Verb("inbox", "inbox", "List what others ask of you.", _TALKS),
    Verb("yes", "yes N", "Agree to number N of the inbox.", _TALKS),
    Verb("no", "no N", "Refuse number N of the inbox.", _TALKS),
    Verb("silent", "silent N", "Leave number N of the inbox unanswered again.", _TALKS),
    Verb("seal", "seal", "Commit your draft. It cannot be taken back.", _TALKS),
    Verb("next", "next", "Close the ledger and go on to the next turn.", _LEDGER),
    Verb("dispatch", "dispatch", "Say again what happened in the world this turn.", _TALKS),
    Verb("tracks", "tracks [TEXT]", "Read the main numbers and your own; `tracks all` reads every one."),
    Verb("law", "law [TEXT]", "List the texts, or read one by its number or id, or search them."),
    Verb("ledger", "ledger [TURN]", "Read what a turn brought, with every change under its cause."),
    Verb("brief", "brief", "Read your brief, its confidential part too."),
    Verb("score", "score", "Say how you stand against your own par."),
    Verb("help", "help [VERB]", "List what can be typed now."),
    Verb("quit", "quit", "Leave. The game is saved."),
)

BY_NAME = {verb.name: verb for verb in VERBS}


def verbs_in(phase: Phase) -> list[Verb]:
    """The verbs that do something in a phase."""
    return [verb for verb in VERBS if phase in verb.phases]


def help_lines(verbs: Iterable[Verb]) -> list[str]:
    """One line a verb."""
    return [f"  {verb.usage}: {verb.says}" for verb in verbs]
