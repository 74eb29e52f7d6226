"""Text writing: the verbs that begin a text, change it step by step, and throw it away."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tabletop.rules.texts.draft import Draft, Step
from tabletop.shell.meant import Unclear, one_of
from tabletop.shell.text_differences import loosened_line
from tabletop.shell.text_editing import (
    annexed,
    begun_from,
    changed_step,
    empty_draft,
    known_to_signers,
    last_place,
    moved_step,
    with_party,
    with_step,
    without_step,
)
from tabletop.shell.text_telling import draft_steps, header, text_name
from tabletop.shell.unsealed_kept import Paper

from . import text_lists, text_sheets
from .naming import number_in
from .player import Command, Player, Reply
from .text_naming import (
    NOTHING,
    named_draft,
    named_forum,
    named_role,
    named_template,
    named_term,
    parted,
    settings,
    step_number,
    whole,
)

EMPTY_HAND = "You have no text in hand. Type write TEMPLATE, or write in FORUM with ROLE."


def write(player: Player, words: list[str]) -> Reply:
    """Begin a text, or take one in hand that was begun before; without a word, show what is in hand."""
    if not words:
        if not player.papers:
            raise Unclear(EMPTY_HAND)
        player.beginnings_listed = player.papers
        return Reply([*text_lists.papers_list(player.book, player.papers), *_sheet(player)])
    if words[0].casefold() == "in":
        return _in_hand(player, Paper(_empty(player, words[1:])))
    place = number_in(words[0], player.beginnings_listed, "Type templates for texts to start from.")
    if place is not None:
        chosen = player.beginnings_listed[place]
        return _in_hand(player, chosen if isinstance(chosen, Paper) else _begun(player, chosen))
    return _in_hand(player, _begun(player, named_template(player.book, player.role, words)))


def counter(player: Player, words: list[str]) -> Reply:
    """Take a copy of a draft in hand, to circulate it changed."""
    each = named_draft(player.drafts, words)
    return _in_hand(player, Paper(replace(each.draft, by=player.role), each.number))


def discard(player: Player, _words: list[str]) -> Reply:
    """Throw the text in hand away."""
    gone = paper_in_hand(player)
    player.rewrite(player.papers[1:])
    lines = [f"Thrown away: {text_name(player.book, gone.text)}."]
    return Reply([*lines, *(["Now in hand:", *_sheet(player)] if player.papers else [])])


def lint(player: Player, _words: list[str]) -> Reply:
    """What law, structure and home make of the text in hand."""
    return Reply(_sheet(player))


# ---- steps ----


def add(player: Player, words: list[str]) -> Reply:
    """One more step."""
    draft = paper_in_hand(player).text
    named, rest = parted(words)
    found = named_term(player.book, draft, player.terms_listed, named)
    if len(found) > 1:
        player.terms_listed = found
        how = " ".join(["add N", *rest])
        return Reply(
            [f"That could be {len(found)} terms. Say which, as `{how}`:", *text_lists.terms_list(player.book, found)]
        )
    said = settings(player.book, found[0], rest)
    at = said.pop("at", last_place(draft))
    if not 1 <= at <= len(draft.steps) + 1:
        raise Unclear(f"A step can stand at 1 to {len(draft.steps) + 1}.")
    return _changed(player, with_step(draft, Step(found[0], **said), at), at)


def drop(player: Player, words: list[str]) -> Reply:
    """A step taken out."""
    draft = paper_in_hand(player).text
    number = step_number(draft, words[0] if words else "")
    line = draft_steps(player.book, draft)[number - 1].line
    text = without_step(draft, number)
    return _rewritten(player, text, f"Taken out: {line}.", *filter(None, [loosened_line(draft, text)]))


def change(player: Player, words: list[str]) -> Reply:
    """A step changed: its day, its conditions, its word, its place."""
    draft = paper_in_hand(player).text
    number = step_number(draft, words[0] if words else "")
    step = draft.steps[number - 1]
    said = settings(player.book, step.term, words[1:])
    if not said:
        raise Unclear("Change what? For example `change 1 due 2`, `change 2 after 1`, `change 3 reading open`.")
    at = said.pop("at", number)
    if not 1 <= at <= len(draft.steps):
        raise Unclear(f"A step can stand at 1 to {len(draft.steps)}.")
    if draft.steps[at - 1].annex != step.annex:
        raise Unclear(f"The annex comes after the open steps. Type annex {number}{' off' if step.annex else ''} first.")
    changed = changed_step(draft, number, replace(step, **said))
    while number != at:
        by = 1 if at > number else -1
        changed, number = moved_step(changed, number, by), number + by
    return _changed(player, changed, at)


def annex(player: Player, words: list[str]) -> Reply:
    """A step put into the sealed annex or taken out of it; all steps are told, since others may have moved."""
    draft = paper_in_hand(player).text
    number = step_number(draft, words[0] if words else "")
    word = one_of("way to say it", words[1] if words[1:] else "on", ("on", "off"), "Type annex 2, or annex 2 off.")
    if draft.sealed:
        raise Unclear("The whole text is sealed and has no annex besides. Type open first.")
    if draft.steps[number - 1].annex == (word == "on"):
        raise Unclear(f"Step {number} stands {'in the annex' if word == 'on' else 'in the open'} already.")
    text = annexed(draft, number, annex=word == "on")
    told = (f"{each.line}." for each in draft_steps(player.book, text))
    return _rewritten(player, text, *told, *filter(None, [loosened_line(draft, text)]))


# ---- the text as a whole ----


def lasting(player: Player, words: list[str]) -> Reply:
    """How many turns it lives."""
    turns = whole(words[0] if words else "", "lasting")
    return _headed(player, replace(paper_in_hand(player).text, duration=turns), "Lasts")


def notice(player: Player, words: list[str]) -> Reply:
    """How many turns lie between notice and exit, or no way out."""
    word = words[0].casefold() if words else ""
    turns = None if word in NOTHING else whole(word, "notice, if it is not none,")
    return _headed(player, replace(paper_in_hand(player).text, notice=turns), "Way out")


def snapback(player: Player, words: list[str]) -> Reply:
    """Whether a missed step undoes the other side's at once."""
    word = one_of("way to say it", words[0] if words else "on", ("on", "off"), "Type snapback on, or snapback off.")
    return _headed(player, replace(paper_in_hand(player).text, snapback=word == "on"), "Snap-back")


def known_to(*, everybody: bool) -> Command:
    """The command that says whether others know of it."""
    return lambda player, _: _headed(
        player, known_to_signers(paper_in_hand(player).text, sealed=not everybody), "Known to"
    )


def touching(*, all_steps: bool) -> Command:
    """The command that says how far a breach reaches."""
    return lambda player, _: _headed(player, replace(paper_in_hand(player).text, linked=all_steps), "A breach")


def parties(player: Player, words: list[str]) -> Reply:
    """Who signs besides the player."""
    if not words:
        raise Unclear(f"With whom? For example `with {player.book.names.roles[0]}`.")
    return _headed(player, _between(player, paper_in_hand(player).text, words), "Parties")


def broker(player: Player, words: list[str]) -> Reply:
    """Who holds both ends of steps that are done together; a party that becomes the broker is a party no longer."""
    draft = paper_in_hand(player).text
    role = named_role(player.book, words[0]) if words and words[0].casefold() not in NOTHING else None
    if role in draft.parties:
        draft = with_party(player.book, draft, role)
    return _headed(player, replace(draft, broker=role), "Broker")


# ---- in hand ----


def paper_in_hand(player: Player) -> Paper:
    """The text that is being written; raises `Unclear` if there is none."""
    if not player.papers:
        raise Unclear(EMPTY_HAND)
    return player.papers[0]


def _begun(player: Player, template: str) -> Paper:
    return Paper(begun_from(player.book, template, player.role))


def _empty(player: Player, words: Sequence[str]) -> Draft:
    """An empty text in a forum, between the player and those who were named."""
    if not words:
        raise Unclear("In which forum? Type terms for where you can write.")
    forum = named_forum(player.book, player.role, words[0])
    draft, others = empty_draft(player.book, forum, player.role), [word for word in words[1:] if word != "with"]
    if player.book.pack.forum[forum].texts != "any":
        return draft
    if not others:
        raise Unclear(f"With whom? For example `write in {forum} with {draft.parties[-1]}`.")
    return _between(player, draft, others)


def _between(player: Player, draft: Draft, words: Sequence[str]) -> Draft:
    wanted = {player.role, *(named_role(player.book, word) for word in words)}
    for role in wanted ^ set(draft.parties):
        draft = with_party(player.book, draft, role)
    return draft


def _in_hand(player: Player, paper: Paper) -> Reply:
    player.rewrite((paper, *(other for other in player.papers if other is not paper)))
    name = text_name(player.book, paper.text)
    answers = f", in answer to draft {paper.counters}" if paper.counters is not None else ""
    return Reply([f"In hand: {name}{answers}.", *_sheet(player)])


def _headed(player: Player, text: Draft, heading: str) -> Reply:
    return _rewritten(player, text, f"{heading}: {dict(header(player.book, text))[heading]}.")


def _changed(player: Player, text: Draft, number: int) -> Reply:
    return _rewritten(player, text, f"{draft_steps(player.book, text)[number - 1].line}.")


def _rewritten(player: Player, text: Draft, *says: str) -> Reply:
    paper = replace(paper_in_hand(player), text=text)
    player.rewrite((paper, *player.papers[1:]))
    return Reply([*says, *text_sheets.gravest_lines(player.book, player.view, text)])


def _sheet(player: Player) -> list[str]:
    return text_sheets.text_sheet(player.book, player.view, paper_in_hand(player).text)
