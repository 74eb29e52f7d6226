"""Verbs: what can be typed, when, and what it does in one sentence."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from tabletop.table.table import Phase

Chapter = Literal["game", "texts"]
"""Verbs of every game, and those of games in which texts made of clauses are signed."""


@dataclass(frozen=True, slots=True)
class Verb:
    """One command of the line mode."""

    name: str
    usage: str
    says: str
    phases: tuple[Phase, ...] = (Phase.TALKS, Phase.LEDGER, Phase.OVER)
    chapter: Chapter = "game"


HELP = "Type help for what can be typed."
HELP_TEXTS = "Texts made of clauses have verbs of their own: type help texts."

_TALKS = (Phase.TALKS,)
_LEDGER = (Phase.LEDGER,)

_GAME = (
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
    Verb(
        "draft", "draft [N]", "Show what is drafted and what it costs; with a number, read a draft of a text.", _TALKS
    ),
    Verb("undo", "undo", "Take the last drafted thing back.", _TALKS),
    Verb("inbox", "inbox", "List what others ask of you.", _TALKS),
    Verb("yes", "yes N", "Agree to number N of the inbox.", _TALKS),
    Verb("no", "no N", "Refuse number N of the inbox.", _TALKS),
    Verb("silent", "silent N", "Leave number N of the inbox unanswered again.", _TALKS),
    Verb("seal", "seal", "Commit your draft. It cannot be taken back.", _TALKS),
    Verb("pass", "pass", "Let the next person sit down before you seal; you come back this turn.", _TALKS),
    Verb("next", "next", "Close the ledger and go on to the next turn.", _LEDGER),
    Verb("dispatch", "dispatch", "Say again what happened in the world this turn.", _TALKS),
    Verb("lesson", "lesson", "Say again what is new this turn, in a scenario that teaches.", _TALKS),
    Verb("status", "status", "Say what you can spend, what is asked of you, which drafts are new and what is due."),
    Verb("tracks", "tracks [TEXT]", "Read the main numbers and your own; `tracks all` reads every one."),
    Verb("law", "law [TEXT]", "List the texts, or read one by its number or id, or search them."),
    Verb("ledger", "ledger [TURN]", "Read what a turn brought, with every change under its cause."),
    Verb("brief", "brief", "Read your brief, its confidential part too."),
    Verb("score", "score", "Say how you stand against your own par."),
    Verb("help", "help [VERB]", "List what can be typed now."),
    Verb("quit", "quit", "Leave. The game is saved."),
)


def _text_verb(usage: str, says: str, phases: tuple[Phase, ...] = _TALKS) -> Verb:
    return Verb(usage.partition(" ")[0], usage, says, phases, "texts")


_EVER = (Phase.TALKS, Phase.LEDGER, Phase.OVER)

_TEXTS = (
    _text_verb("texts", "List signed texts with what is due, drafts on the table, and what you are writing.", _EVER),
    _text_verb("text N", "Read signed text N, with all that you can do about it.", _EVER),
    _text_verb("templates [FORUM]", "List texts to start from.", _EVER),
    _text_verb("terms [FORUM] [TEXT]", "List what could be written in the text in hand, or in a forum.", _EVER),
    _text_verb("write TEMPLATE", "Take a text in hand: one of the pack, an empty one with `write in FORUM with ROLE`, or, without a word, see what is in hand."),
    _text_verb("add TERM [due N] [after N] [together N] [verified N] [reading WORD] [at N]", "Add a step to the text in hand."),
    _text_verb("drop N", "Take step N out of the text in hand."),
    _text_verb("change N due 2 ...", "Change step N: due, after, together, verified, reading, at; `none` and `open` clear."),
    _text_verb("annex N", "Put step N into the sealed annex, which its signers alone know of; `annex N off` takes it out."),
    _text_verb("with ROLE ...", "Say who signs the text in hand besides you."),
    _text_verb("broker ROLE", "Say who holds both ends of steps done together; `broker none` for nobody."),
    _text_verb("lasting N", "Let the text in hand live N turns."),
    _text_verb("notice N", "Let a party leave after N turns' notice; `notice none` leaves no way out."),
    _text_verb("sealed", "Let nobody but its signers know of the text in hand; it has no annex then."),
    _text_verb("open", "Let everybody know of it."),
    _text_verb("snapback on", "Let a missed step undo the other side's at once; `snapback off` does not."),
    _text_verb("linked", "Let a breach touch all its steps."),
    _text_verb("split", "Let a breach touch its own topic alone."),
    _text_verb("lint", "Say what law, structure and your home make of the text in hand."),
    _text_verb("discard", "Throw the text in hand away."),
    _text_verb("circulate", "Lay the text in hand before all who would sign it; delegations answer at once."),
    _text_verb("counter N", "Take a copy of draft N in hand, to circulate it changed."),
    _text_verb("accept N", "Say that you would sign draft N. It binds nobody."),
    _text_verb("near N", "Say that draft N comes near."),
    _text_verb("refuse N", "Say that you would not sign draft N."),
    _text_verb("show home N", "Show the other signers of draft N, with proof, how tight it is at your home; it costs capital, and they answer anew."),
    _text_verb("sign N", "Put your name to draft N when you seal."),
    _text_verb("veto N", "Vote draft N down when you seal, as a permanent member of a forum that votes. Silence abstains."),
    _text_verb("unsign N", "Take your signature or veto back, while it is not sealed."),
    _text_verb("withhold 1.2", "Do not do step 1.2 this turn. `do 1.2` does it, even before its day."),
    _text_verb("feign 1.2", "Report step 1.2 as done and do not do it."),
    _text_verb("anyway 1.2", "Do step 1.2 in knowing breach of other law."),
    _text_verb("mean 1.2 WORD", "Say what you take the open word of step 1.2 to mean; without a word, list what it can mean."),
    _text_verb("ratify N", "Put text N to the vote at home."),
    _text_verb("query N", "Ask for an explanation under text N."),
    _text_verb("consult N", "Call for consultations under text N."),
    _text_verb("inspect N", "Ask for an inspection under text N."),
    _text_verb("suspend N", "Take back what you did under text N."),
    _text_verb("withdraw N", "Leave text N."),
    _text_verb("leak N", "Pass sealed text N, or the sealed annex of text N, to the press: everybody knows of it then."),
    _text_verb("as usual 1.2", "Say nothing more about step 1.2, or text 1: what is due is done."),
)  # fmt: skip

VERBS = (*_GAME, *_TEXTS)
BY_NAME = {verb.name: verb for verb in VERBS}


def verbs_in(phase: Phase, chapter: Chapter = "game") -> list[Verb]:
    """The verbs of a chapter that do something in a phase."""
    return [verb for verb in VERBS if phase in verb.phases and verb.chapter == chapter]


def help_lines(verbs: Iterable[Verb]) -> list[str]:
    """One line a verb."""
    return [f"  {verb.usage}: {verb.says}" for verb in verbs]
