"""Commands: everything a player can tell the program, declared once.

The footer, the palette, the help page and the key bindings are all made from this list. A command that
cannot be given now is not hidden: it says in one sentence why not.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from . import not_now
from .moment import Moment

Refusal = Callable[[Moment], str]


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
    why_not: Refusal = not_now.never
    """Empty if it can be given, otherwise the reason why not."""
    shown: bool = True
    """Whether the footer names it."""

    def knows(self, place: str) -> bool:
        """Whether a screen has this command."""
        return "*" in self.places or place in self.places


_TABLE = ("table",)
_TALKS = ("talks",)
_PANELS = ("table", "replay")

COMMANDS: tuple[Command, ...] = (
    Command("choose", "choose", "Draft the act under the cursor, open its ways, or answer a question.", ("enter",), _TABLE, not_now.choose_at_table),
    Command("choose", "choose", "Choose what is under the cursor.", ("enter",), ("menu", "setup"), not_now.choose),
    Command("choose", "continue", "Go on with the saved game under the cursor.", ("enter",), ("saves",), not_now.readable),
    Command("choose", "go on", "Go on.", ("enter",), ("brief", "handover")),
    Command("choose", "next turn", "Close the ledger and begin the next turn.", ("enter",), ("ledger",)),
    Command("choose", "choose", "Answer with what is under the cursor, or go on.", ("enter",), ("clinic",), not_now.choose),
    Command("permitted", "permitted", "Answer that the act is permitted.", ("p",), ("clinic",), not_now.level_asked),
    Command("consent", "consent", "Answer that the act needs consent.", ("c",), ("clinic",), not_now.level_asked),
    Command("in-breach", "breach", "Answer that the act is a breach.", ("b",), ("clinic",), not_now.level_asked),
    Command("barred", "barred", "Answer that the act is barred.", ("x",), ("clinic",), not_now.level_asked),
    Command("mark", "mark", "Mark the role under the cursor, so that several people play at one keyboard.", ("space",), ("setup",), not_now.mark_role),
    Command("dice", "dice", "Play with dice, or fairly again: with dice, luck decides what evidence and preparation do otherwise.", ("k",), ("setup",), not_now.throw_dice),
    Command("talks", "talks", "Go to the talks: drafts on the table, signed texts, and texts you are writing.", ("t",), _TABLE, not_now.talks),
    Command("choose", "choose", "Take what is under the cursor: open a text, change a value, do what is listed.", ("enter",), _TALKS, not_now.choose),
    Command("circulate", "circulate", "Lay the text that you are writing before all who would sign it.", ("o",), _TALKS, not_now.written),
    Command("mark", "sign", "Mark the draft for your signature, which is sealed with your orders, or take the mark back.", ("space",), _TALKS, not_now.on_table),
    Command("counter", "counter", "Write an answer to the draft: a copy of it that you can change.", ("e",), _TALKS, not_now.on_table),
    Command("add", "add", "Begin a text; in a text that you are writing, add a step.", ("plus",), _TALKS, not_now.can_add),
    Command("more", "change", "The next value: a step's due turn, or what the cursor is on.", ("right",), _TALKS, not_now.value),
    Command("undo", "undo", "Take back the last change of a text that you are writing.", ("u",), _TALKS, not_now.undo_writing),
    Command("yes", "would sign", "Say that you would sign the draft. It binds nobody.", ("y",), _TALKS, not_now.on_table, shown=False),
    Command("no", "would not", "Say that you would not sign the draft.", ("n",), _TALKS, not_now.on_table, shown=False),
    Command("show", "show your home", "Show the other signers, with proof, how tight the draft would be at your home; it costs capital, and they answer anew.", ("H",), _TALKS, not_now.show, shown=False),
    Command("remove", "remove", "Take the step under the cursor out of the text that you are writing, or throw the text away.", ("minus", "delete"), _TALKS, not_now.written, shown=False),
    Command("less", "value before", "The value before.", ("left",), _TALKS, not_now.value, shown=False),
    Command("step-up", "earlier", "Move the step under the cursor up.", ("shift+up",), _TALKS, not_now.written, shown=False),
    Command("step-down", "later", "Move the step under the cursor down.", ("shift+down",), _TALKS, not_now.written, shown=False),
    Command("papers", "texts", "Go to the list of texts.", ("1",), _TALKS, shown=False),
    Command("text", "text", "Go to the text.", ("2",), _TALKS, shown=False),
    Command("doing", "what to do", "Go to what can be done about it.", ("3",), _TALKS, shown=False),
    Command("talks", "table", "Back to the table.", ("t",), _TALKS),
    Command("anyway", "anyway", "Do the act under the cursor without the consent it needs: a breach, confirmed once more.", ("d",), _TABLE, not_now.anyway),
    Command("why", "why", "Open or close the whole verdict: every finding, keeper, cost and effect.", ("w", "f2"), (*_PANELS, "talks"), not_now.why),
    Command("yes", "yes", "Answer yes to the question under the cursor.", ("y",), _TABLE, not_now.answer),
    Command("no", "no", "Answer no to the question under the cursor.", ("n",), _TABLE, not_now.answer),
    Command("undo", "undo", "Take back the act under the cursor if it is drafted, or else the last thing you drafted this turn.", ("u",), _TABLE, not_now.undo),
    Command("seal", "seal", "Seal your orders for this turn.", ("s", "f10"), _TABLE),
    Command("pass", "pass", "Hand the keyboard to the next person who has not sealed; you come back this turn.", ("f5",), (*_TABLE, *_TALKS), not_now.pass_on),
    Command("find", "find", "Find by typing; Enter keeps what is found, Esc clears it.", ("slash",), ("table", "replay", "ledger")),
    Command("find", "find", "Find by typing among what can be begun from or added; Enter keeps what is found, Esc clears it.", ("slash",), _TALKS, not_now.findable),
    Command("filter", "filter", "Show moves of one level only: permitted, needs consent, breach, barred, all.", ("f",), _TABLE),
    Command("moves", "moves", "Go to your moves.", ("m", "1"), _TABLE, shown=False),
    Command("law", "law", "Go to the instruments and the state of each provision.", ("i", "2"), _PANELS, shown=False),
    Command("tracks", "tracks", "Go to the tracks and relations.", ("3",), _PANELS, shown=False),
    Command("ledger", "ledger", "Go to the ledger: what happened, and what each thing changed.", ("l", "4"), _TABLE, shown=False),
    Command("ledger", "entry", "Go to the entry: what happened, and what each thing changed.", ("l", "1"), ("replay",), shown=False),
    Command("inbox", "inbox", "Go to the inbox: what is asked of you.", ("5",), _TABLE, shown=False),
    Command("aims", "aims", "Read your brief and your aims again.", ("a",), _TABLE),
    Command("lesson", "lesson", "Show what is new this turn, lesson by lesson, or put it away.", ("h",), _TABLE, not_now.lesson, shown=False),
    Command("try", "try", "Put the cursor on the move that the lesson asks for.", ("g",), _TABLE, not_now.try_move, shown=False),
    Command("texts", "texts", "Go to the drafts and signed texts.", ("4",), ("replay",), shown=False),
    Command("jump", "jump", "Show a letter on every panel; type it to go there.", ("j",), (*_PANELS, "talks"), shown=False),
    Command("onward", "next", "Go to the next entry.", ("right",), ("replay",), not_now.onward),
    Command("backward", "before", "Go to the entry before.", ("left",), ("replay",), not_now.backward),
    Command("turn-onward", "turn", "Go to the next turn.", ("pagedown",), ("replay",), not_now.onward),
    Command("turn-backward", "turn back", "Go to the turn before.", ("pageup",), ("replay",), not_now.backward, shown=False),
    Command("first", "first", "Go to the opening.", ("home",), ("replay",), shown=False),
    Command("last", "last", "Go to the last entry.", ("end",), ("replay",), shown=False),
    Command("eyes", "eyes", "Look through another role's eyes.", ("v",), ("replay",), not_now.eyes),
    Command("branch", "branch", "Begin a new game that leaves this one at the turn under the cursor: what if?", ("b",), ("replay",), not_now.branch),
    Command("replay", "replay", "Watch the saved game under the cursor, turn by turn.", ("r",), ("saves",), not_now.watchable),
    Command("replay", "replay", "Watch this game again, turn by turn.", ("r",), ("ending",), not_now.replay),
    Command("new", "new game", "Choose a scenario and a role.", ("n",), ("menu",), shown=False),
    Command("back", "back", "Close what lies open, or go back to the first panel.", ("escape",), ("table", "talks", "ledger", "handover", "menu"), shown=False),
    Command("back", "back", "Go back, or close what lies open.", ("escape",), ("*",)),
    Command("next-panel", "panels", "Go to the next panel.", ("tab",), ("table", "talks", "replay"), shown=False),
    Command("next-panel", "panels", "Go to the next panel.", ("tab",), ("ledger", "ending", "setup", "saves", "clinic")),
    Command("previous-panel", "panel before", "Go to the panel before.", ("shift+tab",), ("table", "talks", "replay", "ledger", "ending", "setup", "saves", "clinic"), shown=False),
    Command("colours", "colours", "Change the colours: night, day, high contrast.", ("f9",), ("*",), shown=False),
    Command("save-as", "keep a copy", "Keep a copy of this game as it stands, under a name of its own.", ("f6",), ("table", "talks", "ledger", "ending"), not_now.replay, shown=False),
    Command("menu", "menu", "Leave this game for the menu; it is saved.", ("f4",), ("table", "talks", "ledger", "ending", "brief", "handover"), shown=False),
    Command("help", "help", "Show all keys of this screen.", ("question_mark", "f1"), ("*",)),
    Command("palette", "more", "Type part of any command or move.", ("ctrl+p",), ("*",)),
    Command("leave", "leave", "Leave the program; the game is saved.", ("ctrl+c", "ctrl+q"), ("*",), shown=False),
)  # fmt: skip

KEY_NAMES = {
    "escape": "esc", "slash": "/", "question_mark": "?", "pagedown": "PgDn", "pageup": "PgUp", "left": "←",
    "right": "→", "plus": "+", "minus": "-", "delete": "Del", "shift+up": "⇧↑", "shift+down": "⇧↓", "ctrl+p": "^p", "ctrl+c": "^c", "ctrl+q": "^q", "shift+tab": "⇧tab", "home": "Home", "end": "End",
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
