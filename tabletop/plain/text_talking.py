"""Text talking: the verbs that lay a text on the table, answer those that lie there, and sign."""

from __future__ import annotations

from tabletop.rules.agreements.telling import short
from tabletop.rules.agreements.voting import missing_signers
from tabletop.shell.meant import Unclear
from tabletop.shell.purse import purse
from tabletop.shell.talks_watched import Talk, drafts_at, heard_by, said_in_talks, talked_about
from tabletop.shell.text_home import show_home, shown_home
from tabletop.shell.text_marks import ANSWERS
from tabletop.shell.text_orders import sign as with_signature
from tabletop.shell.text_orders import unsign as without_signature
from tabletop.shell.text_orders import unveto as without_veto
from tabletop.shell.text_orders import veto as with_veto
from tabletop.shell.text_telling import text_name
from tabletop.table.commands import Circulate, Show
from tabletop.table.drafts import Says

from .acting import drafted
from .player import Command, Player, Reply
from .text_naming import named_draft
from .text_sheets import differences, failing_lines
from .text_writing import paper_in_hand


def circulate(player: Player, _words: list[str]) -> Reply:
    """Lay the text in hand before all who would sign it; what the delegations say to it comes at once."""
    paper, session = paper_in_hand(player), player.session
    said, number = len(session.entries), len(session.table.drafts) + 1
    session.circulate(player.role, paper.text, paper.counters)
    player.rewrite(player.papers[1:])
    lines = [f"Circulated as draft {number}: {text_name(player.book, paper.text)}.", *_said_since(player, said + 1)]
    return Reply([*lines, _what_now(player, number), *_still_in_hand(player)])


def answering(says: Says) -> Command:
    """The command that answers a draft on the table."""

    def command(player: Player, words: list[str]) -> Reply:
        each, said = named_draft(player.drafts, words), len(player.session.entries)
        player.session.answer(player.role, each.number, says)
        name = short(player.book, each.role)
        told = f"You tell {name if each.role != player.role else 'the others'} about draft {each.number}: {ANSWERS[says].word}."
        bound = [f"It binds nobody; sign {each.number} does."] if says == "accept" else []
        return Reply([told, *bound, *_said_since(player, said + 1)])

    return command


def show(player: Player, words: list[str]) -> Reply:
    """Show the other signers of a draft, with proof, how tight it is at the player's home; they answer anew at once."""
    if not words or words[0].casefold() != "home":
        raise Unclear(
            "Show what? `show home 1` shows the other signers of draft 1 how tight it is at your home; `draft 1` reads it."
        )
    each, said = named_draft(player.drafts, words[1:]), len(player.session.entries)
    player.redraft(show_home(player.session, player.role, player.draft, each))
    told = f"You show the other signers of draft {each.number}, with proof, how tight it is at your home."
    return Reply([told, f"{purse(player.book, player.view, player.draft)}.", *_said_since(player, said + 1)])


def sign(player: Player, words: list[str]) -> Reply:
    """Put a signature to a draft; it is sealed with the orders."""
    each = named_draft(player.drafts, words)
    player.redraft(with_signature(player.book, player.view, player.draft, each.draft))
    said = [role for role in each.draft.signers if each.answers.get(role) == "accept" or role == player.role]
    missing = ", ".join(short(player.book, role) for role in missing_signers(player.book, each.draft, said))
    doubt = [f"Not yet said to sign: {missing}. Without their signatures there is no text."] if missing else []
    return Reply([*drafted(player).lines, *failing_lines(player.book, player.view, each.draft), *doubt])


def veto(player: Player, words: list[str]) -> Reply:
    """Vote a draft down in a forum that votes; it is sealed with the orders."""
    each = named_draft(player.drafts, words)
    player.redraft(with_veto(player.book, player.view, player.draft, each.draft))
    return drafted(player)


def unsign(player: Player, words: list[str]) -> Reply:
    """Take a signature or a veto back, while it is not sealed."""
    each = named_draft(player.drafts, words)
    if each.draft not in (*player.draft.signs, *player.draft.vetoes):
        raise Unclear(f"You have not signed draft {each.number}.")
    player.redraft(without_veto(without_signature(player.draft, each.draft), each.draft))
    return drafted(player, "Taken back.")


def _what_now(player: Player, number: int) -> str:
    each = next(each for each in player.drafts if each.number == number)
    if player.book.pack.forum[each.draft.forum].deniable:
        return "Nothing is signed here: the answers tell how near it comes."
    if each.accepted:
        return f"All would sign. Type sign {number} to put your name to it when you seal."
    counters = [str(other.number) for other in player.drafts if other.counters == number]
    read = f" Type draft {counters[0]} to read the counter." if counters else ""
    return f"Not all have said that they would sign.{read} `sign {number}` puts your name to it all the same."


def _still_in_hand(player: Player) -> list[str]:
    return [f"Now in hand: {text_name(player.book, player.papers[0].text)}."] if player.papers else []


def _said_since(player: Player, said: int) -> list[str]:
    """What the delegations said after so many entries, as far as the player may hear it."""
    book, lines = player.book, []
    talk = [entry for entry in player.session.entries if entry.turn == player.session.table.turn]
    first = len(talk) - (len(player.session.entries) - said)
    for number, entry in enumerate(talk[first:], start=first + 1):
        command, drafts = entry.command, drafts_at(book, talk, number)
        each = talked_about(command, drafts)
        if each is None or not isinstance(command, Talk) or player.role not in heard_by(command, each):
            continue
        lines.append(said_in_talks(book, command, each))
        if isinstance(command, Show):
            lines.append(f"  {shown_home(book, player.session.table.row, each.draft, command.role)}")
        if isinstance(command, Circulate) and each.counters is not None:
            lines += [f"  {line}" for line in differences(book, drafts[each.counters - 1].draft, each.draft)]
    return lines
