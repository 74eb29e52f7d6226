"""Looking: the verbs that only read."""

from __future__ import annotations

from tabletop.shell.lawbook import lawbook
from tabletop.shell.lessons import lessons
from tabletop.shell.meant import Unclear, one_of
from tabletop.shell.purse import purse
from tabletop.shell.readings import readings
from tabletop.shell.result import closing
from tabletop.shell.turns import turn_shown
from tabletop.table.table import Phase

from . import sheets
from .naming import number_in
from .player import Player, Reply
from .story import event_lines, turn_heading
from .text_lists import waiting_lines
from .verbs import BY_NAME, HELP, HELP_TEXTS, help_lines, verbs_in

NAMES = "MOVE is a number of the last list, an id, or the beginning of one. So are TARGET and CHOICE."
NAMES_TEXTS = (
    "TEMPLATE and TERM are a number of the last list, an id, or the beginning of one; so are FORUM and ROLE. "
    "1.2 is the second step of the first signed text."
)


def dispatch(player: Player, _words: list[str]) -> Reply:
    """What happened in the world at the start of this turn."""
    turn = turn_shown(player.session)
    return Reply(event_lines(player.book, player.session.seen(turn, player.role)) or ["Nothing came in."])


def lesson(player: Player, _words: list[str]) -> Reply:
    """What is new this turn, in a scenario that teaches."""
    return Reply(lesson_lines(player) or ["Nothing new is taught this turn."])


def lesson_lines(player: Player) -> list[str]:
    """The lessons of this turn, each with what to type to try it; mostly none."""
    found = lessons(player.book, player.session.table.scenario, player.session.table.turn, player.role)
    return sheets.lesson_list(player.book, player.moves(), player.drafts, found)


def status(player: Player, _words: list[str]) -> Reply:
    """Where the player stands."""
    return Reply(status_lines(player))


def status_lines(player: Player) -> list[str]:
    """What can be spent, what is asked, which drafts wait for a word, and what is due."""
    book, view = player.book, player.view
    acts, pieces = book.pack.header.play.actions, player.draft.pieces
    lines = [f"{purse(book, view, player.draft)}. You can seal up to {acts} acts."]
    if pieces:
        lines.append(f"{'1 thing is' if pieces == 1 else f'{pieces} things are'} drafted: type draft.")
    if view.questions:
        lines.append(f"{len(view.questions)} asked of you: type inbox.")
    return [*lines, *waiting_lines(book, view, player.drafts, player.draft)]


def tracks(player: Player, words: list[str]) -> Reply:
    """Numbers: the main ones and one's own, all of them, or those whose name holds a text."""
    found, wanted = readings(player.book, player.view, player.before), " ".join(words).casefold()
    if not wanted:
        own = f"[{player.role}]"
        found = tuple(one for one in found if one.main or one.change or one.label.endswith(own))
    elif wanted != "all":
        found = tuple(one for one in found if wanted in one.name.casefold() or wanted in one.label)
    return Reply(sheets.track_list(found) or [f"No track has {wanted!r} in its name. Type tracks all."])


def law(player: Player, words: list[str]) -> Reply:
    """The texts; one of them; or provisions that hold a text."""
    texts = lawbook(player.book, player.view, player.before)
    if not words:
        player.texts_listed = tuple(text.id for text in texts)
        return Reply([*sheets.instrument_list(texts), "Type law and a number, an id or a word to read on."])
    place = number_in(words[0], player.texts_listed, "Type law for the list.")
    wanted = player.texts_listed[place] if place is not None else " ".join(words).casefold()
    ids = [text.id for text in texts]
    named = [wanted] if wanted in ids else [id_ for id_ in ids if id_.startswith(wanted)]
    if len(named) == 1:
        text = texts[ids.index(named[0])]
        return Reply([f"{text.title}. {text.about}", *sheets.provision_list(text.provisions)])
    found = [
        one
        for text in texts
        for one in text.provisions
        if wanted in f"{one.label} {one.title} {one.says} {one.cite}".casefold()
    ]
    return Reply(sheets.provision_list(found) or [f"No text holds {wanted!r}. Type law for the list."])


def ledger(player: Player, words: list[str]) -> Reply:
    """What a turn brought."""
    session, shown = player.session, turn_shown(player.session)
    last = shown if session.table.phase is not Phase.TALKS else shown - 1
    turn = last
    if words:
        if not (words[0].isascii() and words[0].isdigit() and len(words[0]) <= 4 and 1 <= int(words[0]) <= shown):
            raise Unclear(f"There is no turn {words[0]!r} to read. Turns 1 to {shown} have been begun.")
        turn = int(words[0])
    if turn < 1:
        return Reply(["No turn has been worked out yet. Type dispatch for what came in."])
    heading = turn_heading(session.book, session.table.scenario, turn)
    return Reply([heading, *event_lines(session.book, session.seen(turn, player.role))])


def brief(player: Player, _words: list[str]) -> Reply:
    """The role's brief."""
    return Reply(sheets.brief_lines(player.book, player.session.table.scenario, player.role))


def score(player: Player, _words: list[str]) -> Reply:
    """How the role stands."""
    return Reply(closing(player.book, list(player.view.row), player.session.table.scenario, player.role))


def help_(player: Player, words: list[str]) -> Reply:
    """What can be typed."""
    phase, signs_texts = player.session.table.phase, player.book.layout is not None
    if words and words[0].casefold() == "texts" and signs_texts:
        return Reply([*help_lines(verbs_in(phase, "texts")), NAMES_TEXTS])
    if words:
        return Reply(help_lines([BY_NAME[one_of("verb", words[0].removesuffix("!"), BY_NAME, HELP)]]))
    return Reply([*help_lines(verbs_in(phase)), NAMES, *([HELP_TEXTS] if signs_texts else [])])
