"""Acting: the verbs that compose what a player will seal."""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.pack.moves import GROUPS
from tabletop.rules.orders import Order
from tabletop.rules.telling import act_phrase
from tabletop.rules.verdict import Level
from tabletop.shell.composing import MoveLine, Unsealed, add, answer, matching, take_back, verdict_of
from tabletop.shell.meant import Unclear
from tabletop.shell.words import MARKS

from . import sheets
from .naming import Several, number_in
from .player import Command, Doubt, Player, Reply
from .text_lists import waiting_lines
from .text_naming import named_draft
from .text_sheets import draft_sheet, homes_sheet, said_of_texts
from .verdicts import breach_question, verdict_lines


def moves(player: Player, words: list[str]) -> Reply:
    """The catalogue, or the part of it that fits a text, a group or a level."""
    found = _fitting(player.moves(), " ".join(words))
    if not found:
        return Reply([f"No move fits {' '.join(words)!r}. Type moves for all of them."])
    player.acts_listed = tuple(line.id for line in found)
    return Reply(
        [*sheets.move_list(player.book, player.view, found), "Type why and a number for what law a move touches."]
    )


def why(player: Player, words: list[str]) -> Reply:
    """The full verdict on an act."""
    act = player.act(words)
    return Reply(verdict_lines(player.book, player.view, act, drafted=act in player.draft.acts))


def do(player: Player, words: list[str], *, knowing: bool = False) -> Reply:
    """Draft an act; a breach asks once more unless it was confirmed with `do!`."""
    act = player.act(words)
    verdict = verdict_of(player.book, player.view, act)
    breach = verdict.level in (Level.CONSENT, Level.BREACH) and verdict.may_do
    order = Order(act, knowing=breach)
    if breach and not knowing:
        with_it = add(player.book, player.view, player.draft, order)  # what could not be sealed is not asked about
        player.doubtful = Doubt(act_phrase(player.book, act), with_it)
        return Reply(breach_question(player.book, player.view, act, verdict))
    return put_in_draft(player, order)


def ask(player: Player, words: list[str]) -> Reply:
    """Draft asking for consent."""
    return put_in_draft(player, Order(player.act(words), ask=True))


def draft(player: Player, words: list[str]) -> Reply:
    """What is drafted; with a number, a draft of a text that lies on the table."""
    if words:
        each = named_draft(player.drafts, words)
        sheet = draft_sheet(player.book, player.view, each, player.drafts)
        return Reply([*sheet, *homes_sheet(player.session, player.role, each, player.draft)])
    return drafted(player, "Drafted this turn:")


def undo(player: Player, _words: list[str]) -> Reply:
    """Take back the last act, or the last answer."""
    if not player.draft.pieces:
        text = "The text in hand is changed with add, change and drop."
        return Reply(["There is nothing to take back.", *([text] if player.papers else [])])
    player.redraft(take_back(player.draft))
    return drafted(player, "Taken back.")


def inbox(player: Player, _words: list[str]) -> Reply:
    """What others ask, and what else waits for the player: drafts, steps due, ratifications."""
    asked = sheets.question_list(player.book, player.view, player.draft)
    waiting = waiting_lines(player.book, player.view, player.drafts, player.draft)
    return Reply([*asked, *waiting] or ["Nobody asks anything of you this turn, and nothing is due."])


def answering(says: bool | None) -> Command:
    """The command that answers a number of the inbox."""

    def command(player: Player, words: list[str]) -> Reply:
        questions = player.view.questions
        if not questions:
            return Reply(["Nobody asks anything of you this turn."])
        place = (
            number_in(words[0], questions, "Type inbox for what is asked.")
            if words
            else 0
            if len(questions) == 1
            else None
        )
        if place is None:
            raise Unclear("Which question? Give its number in the inbox.")
        act = questions[place]
        player.redraft(answer(player.book, player.view, player.draft, act, says))
        word = {True: "yes", False: "no", None: "nothing"}[says]
        return Reply(
            [f"You will answer {word} to {player.book.pack.role[act.role].short}: {act_phrase(player.book, act)}."]
        )

    return command


def seal(player: Player, _words: list[str]) -> Reply:
    """Commit the draft."""
    sealed = player.draft
    about_texts = said_of_texts(player.book, player.view, sealed, player.drafts)
    player.session.seal(player.role, sealed.sealed())
    player.redraft(Unsealed())
    names = [act_phrase(player.book, order.act) for order in sealed.orders] + [says for says, _ in about_texts]
    return Reply([f"Sealed: {'; '.join(names) or 'no acts'}."], "sealed")


def put_in_draft(player: Player, order: Order) -> Reply:
    """Add an order to the draft, or say why it cannot be sealed so."""
    player.redraft(add(player.book, player.view, player.draft, order))
    return drafted(player)


def pass_on(player: Player, _words: list[str]) -> Reply:
    """Let the next person sit down; nothing is sealed."""
    if len(player.session.to_seal) < 2:
        raise Unclear("Nobody else has still to seal. Type seal when you are done.")
    return Reply(["Your draft is kept. You come back this turn."], "passed")


def drafted(player: Player, says: str = "Drafted.") -> Reply:
    """All that is drafted, below what was done to it."""
    return Reply([says, *sheets.draft_list(player.book, player.view, player.draft, player.drafts)])


def offer_ways(player: Player, several: Several, verb: str) -> Reply:
    """A move that can be made in several ways: list them, so that a number says which."""
    player.acts_listed = several.acts
    name = player.book.pack.move[several.move].name
    return Reply([
        f"{name} can be made in {len(several.acts)} ways. Say which, by name or as `{verb} N`:",
        *sheets.way_list(player.book, player.view, several.acts),
    ])  # fmt: skip


def _fitting(lines: Sequence[MoveLine], text: str) -> tuple[MoveLine, ...]:
    wanted = text.casefold()
    if wanted in GROUPS:
        return tuple(line for line in lines if line.group == wanted)
    for level, mark in MARKS.items():
        if wanted in (mark.word, level.word):
            return tuple(line for line in lines if level in line.levels)
    return matching(lines, text)
