"""A brief as a page: its Markdown made plain, then the aims by which the role is scored."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import ENDING_SHARE, PRIVATE_SHARE, PUBLIC_SHARE
from tabletop.shell.briefs import brief_parts
from tabletop.shell.coming import coming
from tabletop.shell.dilemmas import faced
from tabletop.tui.widgets.wrapping import GAP, Par, par

_MARKED = re.compile(r"\*\*(.+?)\*\*|\*(.+?)\*|`(.+?)`")
_ITEM = re.compile(r"(\d+\.|[-*])\s+(.*)")


def brief_page(book: Rulebook, scenario: str, role: str) -> Iterator[Par]:
    """Everything a role should know before the first turn."""
    own = book.pack.actors[role]
    yield par(own.name.upper(), "head")
    yield par(own.dilemma, "strong")
    yield par(own.powers, "quiet", hang=8, mark="powers")
    for hat in own.hats.values():
        yield par(f"{hat.name}. {hat.about}", "quiet", hang=8, mark="hat")
    for part in brief_parts(book, scenario, role):
        yield GAP
        yield par(part.heading, "head")
        for name, text in part.chapters:
            yield GAP
            if name:
                yield par(name, "strong")
            yield from markdown(text)
    yield GAP
    dates = coming(book, scenario)
    if dates:
        yield par("What is coming", "head")
        for when, what in dates:
            yield par(what, hang=17, mark=when)
        yield GAP
    choices = faced(book, role)
    if choices:
        yield par("Choices you will face", "head")
        for dilemma in choices:
            yield Par(((f"{dilemma.title}. ", "strong"), (dilemma.says, "")))
            for horn in dilemma.horns:
                yield Par(((f"{horn.name}. ", ""), (horn.price, "quiet")), (("·", "key"),), 3)
        yield GAP
    yield from aims_page(book, role)


def aims_page(book: Rulebook, role: str) -> Iterator[Par]:
    """What the role is scored by."""
    if role in book.pack.desk:
        yield par("A desk has no aims and is not scored.", "quiet")
        return
    yield par(
        f"How you are scored: the ending {ENDING_SHARE} %, public aims {PUBLIC_SHARE} %, private aims {PRIVATE_SHARE} %",
        "head",
    )
    for aim in book.pack.aim.values():
        if aim.role == role:
            yield Par(
                ((f"{aim.name}. ", "strong"), (aim.says, "")), (("public" if aim.public else "private", "quiet"),), 9
            )


def markdown(text: str) -> Iterator[Par]:
    """The Markdown of briefs: headings, paragraphs, lists, bold and italics."""
    block: list[str] = []
    for line in [*text.split("\n"), ""]:
        item = _ITEM.match(line)
        if line.startswith("#") or item or not line.strip():
            if block:
                yield Par(_spans(" ".join(block)))
                block = []
            if line.startswith("#"):
                yield par(line.lstrip("# ").strip(), "head")
            elif item:
                yield Par(_spans(item.group(2)), ((item.group(1) if item.group(1)[0].isdigit() else "·", "key"),), 3)
            elif not line.strip():
                yield GAP
        else:
            block.append(line.strip())


def _spans(text: str) -> tuple[tuple[str, str], ...]:
    spans: list[tuple[str, str]] = []
    place = 0
    for found in _MARKED.finditer(text):
        spans.append((text[place : found.start()], ""))
        spans.append((next(part for part in found.groups() if part), "strong"))
        place = found.end()
    return tuple(span for span in (*spans, (text[place:], "")) if span[0])
