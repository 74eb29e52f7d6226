"""Commands: one typed line, from its words to a reply."""

from __future__ import annotations

from collections.abc import Callable

from tabletop.rules.orders import IllegalOrder
from tabletop.rules.telling import act_phrase
from tabletop.table.table import OutOfTurn, Phase

from . import acting, looking
from .naming import Several, Unclear, one_of
from .player import Player, Reply
from .verbs import BY_NAME, HELP

Command = Callable[[Player, list[str]], Reply]

COMMANDS: dict[str, Command] = {
    "moves": acting.moves, "why": acting.why, "ask": acting.ask, "draft": acting.draft, "undo": acting.undo,
    "inbox": acting.inbox, "yes": acting.answering(True), "no": acting.answering(False),
    "silent": acting.answering(None), "seal": acting.seal, "next": lambda *_: Reply((), "next"),
    "dispatch": looking.dispatch, "tracks": looking.tracks, "law": looking.law, "ledger": looking.ledger,
    "brief": looking.brief, "score": looking.score, "help": looking.help_, "quit": lambda *_: Reply((), "quit"),
}  # fmt: skip
"""All verbs but `do`, which alone can be confirmed with an exclamation mark."""


def obey(player: Player, line: str) -> Reply:
    """Carry out one typed line."""
    words = line.split()
    if player.doubtful is None:
        return _obeyed(player, words)
    order, player.doubtful = player.doubtful, None
    said = line.casefold()
    if said in ("yes", "y"):
        return acting.put_in_draft(player, order)
    left_out = f"Left out: {act_phrase(player.book, order.act)}."
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
        if knowing and name != "do":
            raise Unclear(f"Only `do` takes an exclamation mark. Type {name}.")
        return acting.do(player, words[1:], knowing=knowing) if name == "do" else COMMANDS[name](player, words[1:])
    except Several as several:
        return acting.offer_ways(player, several, name)
    except (Unclear, IllegalOrder, OutOfTurn) as refusal:
        return Reply([str(refusal)])


def _not_now(name: str, phase: Phase) -> str:
    if phase is Phase.OVER:
        return f"The game is over; {name} does nothing now. Type help for what can still be read, or quit."
    return f"{name.capitalize()} belongs to the talks. Type next to go on to them." if phase is Phase.LEDGER else (
        "The ledger opens when everybody has sealed. Type seal first."
    )  # fmt: skip
