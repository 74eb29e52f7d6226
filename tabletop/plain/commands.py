"""Commands: one typed line, from its words to a reply."""

from __future__ import annotations

from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.telling import sentence
from tabletop.shell.meant import Unclear, one_of
from tabletop.table.table import OutOfTurn, Phase

from . import acting, looking, text_keeping, text_reading, text_talking, text_writing
from .naming import Several
from .player import Command, Player, Reply
from .text_naming import STEP_KEY
from .verbs import BY_NAME, HELP

_GAME: dict[str, Command] = {
    "moves": acting.moves, "why": acting.why, "ask": acting.ask, "draft": acting.draft, "undo": acting.undo,
    "inbox": acting.inbox, "yes": acting.answering(True), "no": acting.answering(False),
    "silent": acting.answering(None), "seal": acting.seal, "pass": acting.pass_on, "next": lambda *_: Reply((), "next"),
    "dispatch": looking.dispatch, "lesson": looking.lesson, "status": looking.status, "tracks": looking.tracks, "law": looking.law,
    "ledger": looking.ledger, "brief": looking.brief, "score": looking.score, "help": looking.help_, "quit": lambda *_: Reply((), "quit"),
}  # fmt: skip
_TEXTS: dict[str, Command] = {
    "texts": text_reading.texts, "text": text_reading.text, "templates": text_reading.templates,
    "terms": text_reading.terms, "write": text_writing.write, "add": text_writing.add, "drop": text_writing.drop,
    "change": text_writing.change, "annex": text_writing.annex, "with": text_writing.parties, "broker": text_writing.broker,
    "lasting": text_writing.lasting, "notice": text_writing.notice,
    "sealed": text_writing.known_to(everybody=False),
    "open": text_writing.known_to(everybody=True), "snapback": text_writing.snapback,
    "linked": text_writing.touching(all_steps=True),
    "split": text_writing.touching(all_steps=False), "lint": text_writing.lint,
    "discard": text_writing.discard, "circulate": text_talking.circulate, "counter": text_writing.counter,
    "accept": text_talking.answering("accept"), "near": text_talking.answering("near"),
    "refuse": text_talking.answering("refuse"), "sign": text_talking.sign, "unsign": text_talking.unsign,
    "veto": text_talking.veto, "show": text_talking.show,
    "withhold": text_keeping.treating("withhold"), "feign": text_keeping.treating("feign"),
    "anyway": text_keeping.treating("anyway"), "mean": text_keeping.mean,
    "ratify": text_keeping.answering_with("ratify"), "query": text_keeping.answering_with("query"),
    "consult": text_keeping.answering_with("consult"), "inspect": text_keeping.answering_with("inspect"),
    "suspend": text_keeping.answering_with("suspend"), "withdraw": text_keeping.answering_with("withdraw"),
    "leak": text_keeping.answering_with("leak"),
    "as": text_keeping.as_usual,
}  # fmt: skip
COMMANDS = {**_GAME, **_TEXTS}
"""All verbs but `do`, which alone can be confirmed with an exclamation mark."""


def obey(player: Player, line: str) -> Reply:
    """Carry out one typed line."""
    words = line.split()
    if player.doubtful is None:
        return _obeyed(player, words)
    doubt, player.doubtful = player.doubtful, None
    said = line.casefold()
    if said in ("yes", "y"):
        player.redraft(doubt.draft)
        return acting.drafted(player)
    left_out = f"Left out: {doubt.says}."
    if said in ("no", "n"):
        return Reply([left_out])
    reply = _obeyed(player, words)
    return Reply([left_out, *reply.lines], reply.then)


def _obeyed(player: Player, words: list[str]) -> Reply:
    verb, knowing = words[0].removesuffix("!"), words[0].endswith("!")
    try:
        name = one_of("verb", verb, BY_NAME, HELP)
        phase = player.session.table.phase
        if phase not in BY_NAME[name].phases:
            return Reply([_not_now(name, phase)])
        if BY_NAME[name].chapter == "texts" and player.book.layout is None:
            raise Unclear("No texts are signed in this game.")
        if knowing and name != "do":
            raise Unclear(f"Only `do` takes an exclamation mark. Type {name}.")
        return _done(player, words[1:], knowing=knowing) if name == "do" else COMMANDS[name](player, words[1:])
    except Several as several:
        return acting.offer_ways(player, several, name)
    except (Unclear, IllegalOrder, OutOfTurn) as refusal:
        return Reply([str(refusal)])


def _done(player: Player, words: list[str], *, knowing: bool) -> Reply:
    """`do` makes a move, or a step of a signed text."""
    if words and STEP_KEY.fullmatch(words[0]):
        return text_keeping.treating("do")(player, words)
    return acting.do(player, words, knowing=knowing)


def _not_now(name: str, phase: Phase) -> str:
    if phase is Phase.OVER:
        return f"The game is over; {name} does nothing now. Type help for what can still be read, or quit."
    return f"{sentence(name)} belongs to the talks. Type next to go on to them." if phase is Phase.LEDGER else (
        "The ledger opens when everybody has sealed. Type seal first."
    )  # fmt: skip
