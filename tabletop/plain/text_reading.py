"""Text reading: the verbs that look at signed texts, drafts, and what could be written."""

from __future__ import annotations

from dataclasses import replace

from tabletop.rules.texts.draft import Draft
from tabletop.shell.meant import Unclear
from tabletop.shell.text_editing import empty_draft, fitting_terms, fora_for, matching_terms, templates_for
from tabletop.shell.text_telling import living

from . import text_lists, text_sheets
from .player import Player, Reply
from .text_naming import named_deal, named_forum


def texts(player: Player, _words: list[str]) -> Reply:
    """Everything that is written: signed, on the table, in hand."""
    book, view = player.book, player.view
    lines = []
    for heading, found in (
        ("Signed texts:", text_lists.deals_list(book, player.session.table.scenario, view, living(book, view))),
        ("Drafts on the table:", text_lists.drafts_list(book, player.drafts)),
        ("You are writing:", text_lists.papers_list(book, player.papers)),
    ):
        lines += [heading, *found] if found else []
    return Reply(lines or ["Nothing is signed and nothing lies before you. Type templates for texts to start from."])


def text(player: Player, words: list[str]) -> Reply:
    """A signed text, with what can be done about it."""
    deal = named_deal(player.book, player.view, words)
    return Reply(text_sheets.deal_sheet(player.book, player.session.table.scenario, player.view, deal))


def templates(player: Player, words: list[str]) -> Reply:
    """Texts of the pack to start from, of all fora or of one."""
    found = templates_for(player.book, player.role)
    if words:
        forum = named_forum(player.book, player.role, words[0])
        found = tuple((id_, one) for id_, one in found if one.forum == forum)
    if not found:
        return Reply(["The pack has no such text for you. Type terms for what can be written freely."])
    player.beginnings_listed = tuple(id_ for id_, _ in found)
    return Reply([*text_lists.templates_list(player.book, player.role, found), "Type write and a number to begin."])


def terms(player: Player, words: list[str]) -> Reply:
    """What could be written: in the text in hand, or in a forum; without either, the fora themselves."""
    book = player.book
    forum = _forum_meant(player, words)
    if forum is not None:
        members = tuple(book.pack.forum[forum].members)
        alone = book.pack.forum[forum].texts == "one"
        draft = empty_draft(book, forum, player.role)
        draft, sought = draft if alone else replace(draft, parties=members), words[1:]
    elif player.papers:
        draft, sought = player.papers[0].text, words
    elif words:
        raise Unclear(f"Name a forum first. There are: {', '.join(id_ for id_, _ in fora_for(book, player.role))}.")
    else:
        return Reply(
            [*text_lists.fora_list(book, player.role), "Type terms and a forum for what can be written there."]
        )
    return _listed(player, draft, " ".join(sought))


def _forum_meant(player: Player, words: list[str]) -> str | None:
    if not words:
        return None
    try:
        return named_forum(player.book, player.role, words[0])
    except Unclear:
        if player.papers:
            return None  # then it is a word to look for
        raise


def _listed(player: Player, draft: Draft, sought: str) -> Reply:
    found = matching_terms(player.book, fitting_terms(player.book, draft), sought)
    if not found:
        return Reply([f"Nothing of that can be written here: {sought!r}. Type terms for all of it."])
    player.terms_listed = found
    close = "Type add and a number." if player.papers else "Type write to begin a text, then add and a number."
    return Reply([*text_lists.terms_list(player.book, found), close])
