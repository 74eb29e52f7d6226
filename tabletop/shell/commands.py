"""Commands: everything a player can tell the program, declared once.

The footer, the palette, the help page and the key bindings are all made from this list. A command that
cannot be given now is not hidden: it says in one sentence why not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from tabletop.rules.verdict import Level, Verdict


@dataclass(frozen=True, slots=True)
class Moment:
    """What is going on when a command is given."""

    place: str
    """The screen: `table`, `ledger`, `replay` ..."""
    panel: str = ""
    """The panel with the cursor: `moves`, `law`, `tracks`, `ledger`, `inbox`."""
    row: bool = False
    """Whether the cursor is on something."""
    ways: int = 0
    """How many ways there are to make the move under the cursor; 0 if it is one act already."""
    verdict: Verdict | None = None
    """The answer about the act under the cursor."""
    drafted: int = 0
    """Acts and answers drafted this turn."""
    why: bool = False
    """Whether the whole verdict lies open."""
    saved: bool = True
    """Whether there is a record of this game."""
    readable: bool = True
    """Whether the saved game under the cursor can be opened."""


Refusal = Callable[[Moment], str]


def _never(_: Moment) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class Command:
    """One thing a player can say."""

    id: str
    word: str
    """For the footer."""
    sentence: str
    """For help and palette."""
    keys: tuple[str, ...]
    places: tuple[str, ...]
    """Screens that know it; `*` for all."""
    why_not: Refusal = _never
    """Empty if it can be given, otherwise the reason why not."""
    shown: bool = True
    """Whether the footer names it."""

    def knows(self, place: str) -> bool:
        """Whether a screen has this command."""
        return "*" in self.places or place in self.places


def _choose(moment: Moment) -> str:
    return "" if moment.row else "There is nothing under the cursor."


def _choose_at_table(moment: Moment) -> str:
    if not moment.row:
        return "There is nothing under the cursor."
    if moment.panel == "moves" and moment.verdict is not None and not moment.ways:
        verdict = moment.verdict
        if verdict.level == Level.BARRED:
            return f"It is barred: {verdict.findings[0].reason}"
        if not verdict.may_do and not verdict.may_ask:
            return "It is already asked for, or costs more than you have."
    return ""


def _anyway(moment: Moment) -> str:
    if moment.panel != "moves" or moment.verdict is None or moment.ways:
        return "Put the cursor on one act in the list of moves first."
    if moment.verdict.level != Level.CONSENT:
        return "Only an act that needs consent can be done without it."
    if not moment.verdict.may_do:
        return "It cannot happen without that consent, or costs more than you have."
    return ""


def _answer(moment: Moment) -> str:
    return "" if moment.panel == "inbox" and moment.row else "Go to a question in your inbox first."


def _why(moment: Moment) -> str:
    return "" if moment.row else "Put the cursor on something first."


def _undo(moment: Moment) -> str:
    return "" if moment.drafted else "Nothing is drafted this turn."


def _readable(moment: Moment) -> str:
    if not moment.row:
        return "There is no saved game here yet."
    return "" if moment.readable else "This record cannot be opened; the page says why."


def _level_asked(moment: Moment) -> str:
    return "" if moment.panel == "levels" else "The level is answered; Enter takes what is under the cursor."


def _replay(moment: Moment) -> str:
    return "" if moment.saved else "This game is not kept, so there is nothing to replay."


_TABLE = ("table",)
_PANELS = ("table", "replay")

COMMANDS: tuple[Command, ...] = (
    Command("choose", "choose", "Draft the act under the cursor, open its ways, or answer a question.", ("enter",), _TABLE, _choose_at_table),
    Command("choose", "choose", "Choose what is under the cursor.", ("enter",), ("menu", "setup"), _choose),
    Command("choose", "continue", "Go on with the saved game under the cursor.", ("enter",), ("saves",), _readable),
    Command("choose", "go on", "Go on.", ("enter",), ("brief", "handover")),
    Command("choose", "next turn", "Close the ledger and begin the next turn.", ("enter",), ("ledger",)),
    Command("choose", "choose", "Answer with what is under the cursor, or go on.", ("enter",), ("clinic",), _choose),
    Command("permitted", "permitted", "Answer that the act is permitted.", ("p",), ("clinic",), _level_asked),
    Command("consent", "needs consent", "Answer that the act needs consent.", ("c",), ("clinic",), _level_asked),
    Command("in-breach", "breach", "Answer that the act is a breach.", ("b",), ("clinic",), _level_asked),
    Command("barred", "barred", "Answer that the act is barred.", ("x",), ("clinic",), _level_asked),
    Command("mark", "mark", "Mark the role under the cursor, so that several people play at one keyboard.", ("space",), ("setup",), _choose),
    Command("anyway", "anyway", "Do the act under the cursor without the consent it needs: a breach, confirmed once more.", ("d",), _TABLE, _anyway),
    Command("why", "why", "Open or close the whole verdict: every finding, keeper, cost and effect.", ("w", "f2"), _PANELS, _why),
    Command("yes", "yes", "Answer yes to the question under the cursor.", ("y",), _TABLE, _answer),
    Command("no", "no", "Answer no to the question under the cursor.", ("n",), _TABLE, _answer),
    Command("undo", "undo", "Take back the last thing you drafted this turn.", ("u",), _TABLE, _undo),
    Command("seal", "seal", "Seal your orders for this turn.", ("s", "f10"), _TABLE),
    Command("find", "find", "Find by typing; Enter keeps what is found, Esc clears it.", ("slash",), ("table", "replay", "ledger")),
    Command("filter", "filter", "Show moves of one level only: permitted, needs consent, breach, barred, all.", ("f",), _TABLE),
    Command("moves", "moves", "Go to your moves.", ("m", "1"), _TABLE, shown=False),
    Command("law", "law", "Go to the instruments and the state of each provision.", ("i", "2"), _PANELS, shown=False),
    Command("tracks", "tracks", "Go to the tracks and relations.", ("3",), _PANELS, shown=False),
    Command("ledger", "ledger", "Go to the ledger: what happened, and what each thing changed.", ("l", "4"), _PANELS, shown=False),
    Command("inbox", "inbox", "Go to the inbox: what is asked of you.", ("5",), _TABLE, shown=False),
    Command("aims", "aims", "Read your brief and your aims again.", ("a",), _TABLE),
    Command("jump", "jump", "Show a letter on every panel; type it to go there.", ("j",), _PANELS, shown=False),
    Command("onward", "next", "Go to the next entry.", ("right",), ("replay",)),
    Command("backward", "before", "Go to the entry before.", ("left",), ("replay",)),
    Command("turn-onward", "turn", "Go to the next turn.", ("pagedown",), ("replay",)),
    Command("turn-backward", "turn back", "Go to the turn before.", ("pageup",), ("replay",), shown=False),
    Command("first", "first", "Go to the opening.", ("home",), ("replay",), shown=False),
    Command("last", "last", "Go to the last entry.", ("end",), ("replay",), shown=False),
    Command("eyes", "eyes", "Look through another role's eyes.", ("v",), ("replay",)),
    Command("branch", "branch", "Begin a new game that leaves this one at the turn under the cursor: what if?", ("b",), ("replay",)),
    Command("replay", "replay", "Watch the saved game under the cursor, turn by turn.", ("r",), ("saves",), _readable),
    Command("replay", "replay", "Watch this game again, turn by turn.", ("r",), ("ending",), _replay),
    Command("new", "new game", "Choose a scenario and a role.", ("n",), ("menu",), shown=False),
    Command("back", "back", "Close what lies open, or go back to the first panel.", ("escape",), ("table", "ledger", "handover", "menu"), shown=False),
    Command("back", "back", "Go back, or close what lies open.", ("escape",), ("*",)),
    Command("next-panel", "panels", "Go to the next panel.", ("tab",), ("table", "replay"), shown=False),
    Command("next-panel", "panels", "Go to the next panel.", ("tab",), ("ledger", "ending", "setup", "saves", "clinic")),
    Command("previous-panel", "panel before", "Go to the panel before.", ("shift+tab",), ("table", "replay", "ledger", "ending", "setup", "saves", "clinic"), shown=False),
    Command("colours", "colours", "Change the colours: night, day, high contrast.", ("f9",), ("*",), shown=False),
    Command("save-as", "keep a copy", "Keep a copy of this game as it stands, under a name of its own.", ("f6",), ("table", "ledger", "ending"), _replay, shown=False),
    Command("menu", "menu", "Leave this game for the menu; it is saved.", ("f4",), ("table", "ledger", "ending", "brief", "handover"), shown=False),
    Command("help", "help", "Show all keys of this screen.", ("question_mark", "f1"), ("*",)),
    Command("palette", "more", "Type part of any command or move.", ("ctrl+p",), ("*",)),
    Command("leave", "leave", "Leave the program; the game is saved.", ("ctrl+c", "ctrl+q"), ("*",), shown=False),
)  # fmt: skip

KEY_NAMES = {
    "escape": "esc", "slash": "/", "question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp", "left": "←",
    "right": "→", "ctrl+p": "^p", "ctrl+c": "^c", "ctrl+q": "^q", "shift+tab": "⇧tab", "home": "Home", "end": "End",
}  # fmt: skip


def key_name(key: str) -> str:
    """A key as it is printed on the screen."""
    return KEY_NAMES.get(key, key)


def commands_of(place: str) -> tuple[Command, ...]:
    """The commands a screen knows."""
    found: dict[str, Command] = {}
    for command in COMMANDS:
        if command.knows(place):
            found.setdefault(command.id, command)
    return tuple(found.values())


def command_named(id_: str, place: str) -> Command | None:
    """A command of a screen by its id."""
    return next((command for command in commands_of(place) if command.id == id_), None)


def available(moment: Moment) -> tuple[Command, ...]:
    """What can be said now, in the order of the footer."""
    return tuple(command for command in commands_of(moment.place) if not command.why_not(moment))
