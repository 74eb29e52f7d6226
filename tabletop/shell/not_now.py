"""Not now: why a command cannot be given at this moment, in a sentence with what to do first; empty if it can be."""

from __future__ import annotations

from tabletop.rules.verdict import Level

from .moment import Moment

TAKEN = "This act is already drafted; u takes it back."
TOGETHER = (
    "Several people play this game at one keyboard; it can be watched when it is over, so that seals stay secret."
)


def never(_: Moment) -> str:
    """It can always be given."""
    return ""


def choose(moment: Moment) -> str:
    """Enter, where a row is all it takes."""
    return "" if moment.row else "There is nothing under the cursor."


def choose_at_table(moment: Moment) -> str:
    """Enter, at the table."""
    if not moment.row:
        return "There is nothing under the cursor."
    if moment.taken:
        return TAKEN
    if moment.panel == "moves" and moment.verdict is not None and not moment.ways:
        verdict = moment.verdict
        if verdict.level == Level.BARRED:
            return f"It is barred: {verdict.findings[0].reason}"
        if not verdict.may_do and not verdict.may_ask:
            return "It is already asked for, or costs more than you have."
    return ""


def anyway(moment: Moment) -> str:
    """Doing without consent."""
    if moment.panel != "moves" or moment.verdict is None or moment.ways:
        return "Put the cursor on one act in the list of moves first."
    if moment.taken:
        return TAKEN
    if moment.verdict.level != Level.CONSENT:
        return "Only an act that needs consent can be done without it."
    if not moment.verdict.may_do:
        return "It cannot happen without that consent, or costs more than you have."
    return ""


def answer(moment: Moment) -> str:
    """Yes or no to a question."""
    asked = moment.panel == "inbox" and moment.row and not moment.text
    return "" if asked else "Go to a question in your inbox first."


def talks(moment: Moment) -> str:
    """The talks."""
    return "" if moment.texts else "No texts are signed in this game."


def on_table(moment: Moment) -> str:
    """What is done with a draft on the table."""
    return "" if moment.text == "draft" else "Choose a draft on the table first."


def show(moment: Moment) -> str:
    """Showing a tight home."""
    return on_table(moment) or moment.unshowable


def written(moment: Moment) -> str:
    """What is done with a text that one writes."""
    return "" if moment.text == "paper" else "Choose a text that you are writing first; + begins one."


def value(moment: Moment) -> str:
    """Another value."""
    return written(moment) or ("" if moment.value else "Put the cursor on a step or a value first.")


def findable(moment: Moment) -> str:
    """Finding in the talks."""
    return "" if moment.text == "new" else "Texts and terms to choose from are searched; + shows them."


def can_add(moment: Moment) -> str:
    """Adding a step."""
    if moment.panel == "papers" or moment.text in ("new", "paper"):
        return ""
    return "A step is added to a text that you are writing; e writes an answer to a draft."


def undo_writing(moment: Moment) -> str:
    """Taking back in the talks."""
    return "" if moment.changed else "Nothing was changed."


def why(moment: Moment) -> str:
    """The whole answer."""
    return "" if moment.row else "Put the cursor on something first."


def undo(moment: Moment) -> str:
    """Taking back at the table."""
    return "" if moment.drafted else "Nothing is drafted this turn."


def lesson(moment: Moment) -> str:
    """The lessons of the turn."""
    return "" if moment.lessons else "Nothing new is taught this turn."


def try_move(moment: Moment) -> str:
    """The move a lesson asks for."""
    return "" if moment.tries else "No lesson lies open that asks for a move."


def readable(moment: Moment) -> str:
    """Going on with a record."""
    if not moment.row:
        return "There is no saved game here yet."
    return "" if moment.readable else "This record cannot be opened; the page says why."


def watchable(moment: Moment) -> str:
    """Watching a record."""
    return readable(moment) or (TOGETHER if moment.secret else "")


def mark_role(moment: Moment) -> str:
    """Marking a role for a person."""
    return choose(moment) if moment.roles else "Choose a scenario first."


def throw_dice(moment: Moment) -> str:
    """Dice."""
    if not moment.roles:
        return "Choose a scenario first."
    return "" if moment.dice else "This game is not played with dice."


def pass_on(moment: Moment) -> str:
    """Passing the keyboard on."""
    return "" if moment.others else "Nobody else at this keyboard has still to seal."


def onward(moment: Moment) -> str:
    """Going on in a replay."""
    return "" if moment.later else "This is the last entry."


def backward(moment: Moment) -> str:
    """Going back in a replay."""
    return "" if moment.earlier else "This is the opening."


def eyes(moment: Moment) -> str:
    """Other eyes."""
    return "" if moment.eyes else "Until the game is over you see it through your own eyes."


def branch(moment: Moment) -> str:
    """A branch."""
    return "" if moment.seat else "Nobody played this game: choose with v through whose eyes, and that seat is yours."


def level_asked(moment: Moment) -> str:
    """A level as the answer."""
    return "" if moment.panel == "levels" else "No verdict is asked for here; Enter takes what is under the cursor."


def replay(moment: Moment) -> str:
    """Watching the game one is in."""
    return "" if moment.saved else "This game is not kept, so there is nothing to replay."
