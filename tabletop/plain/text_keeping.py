"""Text keeping: the verbs that keep or break what was signed, answer those who broke it, and read open words."""

from __future__ import annotations

from collections.abc import Sequence

from tabletop.pack.clauses import Conduct, Response
from tabletop.rules.agreements.telling import owed
from tabletop.rules.telling import sentence
from tabletop.shell.composing import Unsealed
from tabletop.shell.meant import Unclear, one_of
from tabletop.shell.text_choices import Choice, conducts, readings_for, responses_to
from tabletop.shell.text_orders import read, respond, treat
from tabletop.shell.text_telling import text_name

from .acting import drafted
from .player import Command, Doubt, Player, Reply
from .text_naming import STEP_KEY, named_deal, named_duty
from .text_sheets import faith_question, reading_lines


def treating(conduct: Conduct) -> Command:
    """The command that says how a step of one's own is treated."""

    def command(player: Player, words: list[str]) -> Reply:
        deal, duty = named_duty(player.book, player.view, words)
        choices = conducts(player.book, player.view, deal, duty)
        what = f"step {duty.key}, {owed(player.book, duty.term)}"
        if not choices:
            raise Unclear(f"{sentence(what)}, is not yours to keep, or no longer owed. Type text {deal.key}.")
        choice = _possible(choices, conduct)
        return _chosen(player, what, choice, treat(player.book, player.view, player.draft, duty.key, conduct))

    return command


def answering_with(response: Response) -> Command:
    """The command that does something about a whole text."""

    def command(player: Player, words: list[str]) -> Reply:
        deal = named_deal(player.book, player.view, words)
        choices = responses_to(player.book, player.view, deal)
        what = f"text {deal.key}, {text_name(player.book, deal)}"
        if not choices:
            raise Unclear(f"You are no party to {what}.")
        choice = _possible(choices, response)
        return _chosen(player, what, choice, respond(player.book, player.view, player.draft, deal.key, response))

    return command


def as_usual(player: Player, words: list[str]) -> Reply:
    """Take back what was said about a step, a word or a text."""
    said = words[1:] if words and words[0].casefold() == "usual" else words
    if not said:
        raise Unclear("Which step or text? For example `as usual 1.2`, or `as usual 1`.")
    if STEP_KEY.fullmatch(said[0]):
        _, duty = named_duty(player.book, player.view, said)
        draft = treat(player.book, player.view, player.draft, duty.key, None)
        draft = read(player.book, player.view, draft, duty.key, None)
    else:
        deal = named_deal(player.book, player.view, said)
        draft = respond(player.book, player.view, player.draft, deal.key, None)
    if draft == player.draft:
        raise Unclear(f"Nothing is drafted about {said[0]}.")
    player.redraft(draft)
    return drafted(player, "Taken back.")


def mean(player: Player, words: list[str]) -> Reply:
    """Say what an open word is taken to mean; without a reading, list them."""
    deal, duty = named_duty(player.book, player.view, words)
    known = readings_for(player.book, player.view, deal, duty)
    if not known:
        raise Unclear(f"Step {duty.key} has no open word for you to read.")
    if len(words) < 2:
        return Reply(reading_lines(known, duty.key))
    ids = [choice.id for choice in known]
    reading = one_of("reading", "-".join(words[1:]), ids, f"There are: {', '.join(ids)}.")
    player.redraft(read(player.book, player.view, player.draft, duty.key, reading))
    return drafted(player)


def _possible(choices: Sequence[Choice], id_: str) -> Choice:
    choice = next(choice for choice in choices if choice.id == id_)
    if choice.why_not:
        raise Unclear(choice.why_not)
    return choice


def _chosen(player: Player, what: str, choice: Choice, draft: Unsealed) -> Reply:
    """Draft a choice; one that breaks faith asks once more."""
    if choice.breach:
        player.doubtful = Doubt(f"{choice.word}, {what}", draft)
        return Reply(faith_question(what, choice))
    player.redraft(draft)
    return drafted(player)
