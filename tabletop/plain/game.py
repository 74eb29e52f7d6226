"""A game in line mode: turn by turn, one person after the other, to the end or until somebody leaves."""

from __future__ import annotations

from collections import deque

from tabletop.record.shelf import command_word
from tabletop.shell.result import closing
from tabletop.shell.session import Session
from tabletop.shell.turns import turn_shown
from tabletop.shell.unsealed_kept import unsealed_path
from tabletop.table.table import Phase

from .commands import obey
from .lines import EndOfInput, Lines
from .looking import lesson_lines, status_lines
from .player import Player
from .story import event_lines, turn_heading
from .verbs import HELP_TEXTS, help_lines, verbs_in

INTERRUPTED = 130
UNSAVED = 2


class Left(Exception):
    """Somebody wants to leave."""


def play(session: Session, lines: Lines) -> int:
    """Play on from wherever a session is; gives back what the process exits with."""
    code = 0
    try:
        _greet(session, lines)
        while session.table.phase is not Phase.OVER:
            _turn(session, lines)
        _end(session, lines)
    except (Left, EndOfInput):
        pass
    except KeyboardInterrupt:
        lines.say("")
        code = INTERRUPTED
    return _leave(session, lines) or code


def _turn(session: Session, lines: Lines) -> None:
    if session.table.phase is Phase.TALKS:
        _talks(session, lines)
        session.open()
        return
    for role in session.people:
        _hand_over(session, lines, role)
        turn = turn_shown(session)
        heading = turn_heading(session.book, session.table.scenario, turn)
        events = [event for event in session.seen(turn, role) if event.step != "dispatch"]
        lines.say("", f"{heading}: the seals are opened.", *event_lines(session.book, events), "Type next to go on.")
        _listen(Player(session, role), lines)
    session.next()


def _talks(session: Session, lines: Lines) -> None:
    """Each person in turn, until all have sealed; whoever passes comes back."""
    waiting, players = deque(session.to_seal), dict[str, Player]()
    while waiting:
        role = waiting.popleft()
        _hand_over(session, lines, role)
        if role in players:
            lines.say(*status_lines(players[role]))
        else:
            players[role] = Player(session, role)
            lines.say(*_opening(players[role]))
        if _listen(players[role], lines) == "passed":
            waiting.append(role)


def _end(session: Session, lines: Lines) -> None:
    scenario, row, turn = session.table.scenario, session.table.row, turn_shown(session)
    for role in session.people:
        _hand_over(session, lines, role)
        events = [event for event in session.seen(turn, role) if event.step != "dispatch"]
        lines.say(
            "", f"{turn_heading(session.book, scenario, turn)}: the last one.", *event_lines(session.book, events)
        )
        lines.say("", *closing(session.book, row, scenario, role))
        lines.say("The game is over. Read on with ledger, tracks, law or score; quit leaves.")
        _listen(Player(session, role), lines)


def _listen(player: Player, lines: Lines) -> str:
    """Take commands until the player has sealed, passed, closed the ledger or left; gives back which."""
    over = player.session.table.phase is Phase.OVER
    while True:
        line = lines.ask(_prompt(player))
        if not line:
            continue
        reply = obey(player, line)
        lines.say(*reply.lines)
        if player.session.unsaved:
            lines.say(f"Not saved yet: {player.session.unsaved}")
        if reply.then == "quit":
            if over and player.role != player.session.people[-1]:
                return reply.then
            raise Left
        if reply.then != "stay":
            return reply.then


def _hand_over(session: Session, lines: Lines, role: str) -> None:
    """Where several people share a keyboard: the next one sits down before anything of theirs is shown."""
    if len(session.people) < 2:
        return
    lines.scroll_away()
    line = lines.ask(f"{session.book.pack.actors[role].name} is next. Everybody else look away; press enter. ")
    if line:
        lines.hand_back(line)


def _greet(session: Session, lines: Lines) -> None:
    pack, scenario = session.book.pack, session.book.pack.scenario[session.table.scenario]
    lines.say(f"{scenario.title}. {scenario.about}")
    names = ", ".join(pack.actors[role].name for role in session.people)
    dice = ", with dice" if session.book.with_dice(session.table.row) else ""
    lines.say(f"You play {names}. Seed {session.table.seed}{dice}. Type help for what can be typed.")


def _opening(player: Player) -> list[str]:
    session, book = player.session, player.book
    turn = turn_shown(session)
    heading = turn_heading(book, session.table.scenario, turn)
    lines = ["", f"{heading}. Your seat: {book.pack.actors[player.role].name}."]
    lines += event_lines(book, session.seen(turn, player.role))
    lines += status_lines(player)
    if player.draft.pieces:
        lines.append("Your draft from before is still there: type draft.")
    if player.papers:
        lines.append("A text that you were writing is still in hand: type write.")
    if turn == 1:
        lines += ["What you can type:", *help_lines(verbs_in(Phase.TALKS))]
        lines += [HELP_TEXTS] if book.layout is not None else []
    return [*lines, *lesson_lines(player)]


def _prompt(player: Player) -> str:
    session = player.session
    word = {Phase.TALKS: "talks", Phase.LEDGER: "ledger"}.get(session.table.phase, "over")
    return f"{player.role} {word} {turn_shown(session)}> "


def _leave(session: Session, lines: Lines) -> int:
    """Say where the game is; a game that could not be saved is tried once more."""
    session.save_waiting()
    if session.writer is None:
        return 0
    path = session.writer.path
    word = command_word(path)
    if session.unsaved:
        lines.say(f"Not saved: {session.unsaved}")
        return UNSAVED
    if session.table.phase is Phase.OVER:
        lines.say(f"The game is kept in {path}. Look at it again with: tabletop replay {word}")
    else:
        kept = " So is the draft." if unsealed_path(path).exists() else ""
        lines.say(f"The game is saved in {path}.{kept} Go on with: tabletop resume {word} --plain")
    return 0
