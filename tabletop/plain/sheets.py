"""Sheets: what a player may read at any time — moves, tracks, law, inbox, draft, brief, score."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from tabletop.pack.dilemmas import Dilemma
from tabletop.pack.moves import GROUPS
from tabletop.pack.scenarios import Lesson
from tabletop.rules.acts import Act
from tabletop.rules.agreements.showing import COST
from tabletop.rules.consents import needed_keepers
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase, sentence
from tabletop.rules.verdict import Level
from tabletop.rules.views import View
from tabletop.shell.briefs import brief_parts
from tabletop.shell.coming import coming
from tabletop.shell.composing import MoveLine, Unsealed, way
from tabletop.shell.dilemmas import faced
from tabletop.shell.lawbook import InstrumentLines, ProvisionLine
from tabletop.shell.lessons import laid_before, tried_with
from tabletop.shell.purse import purse
from tabletop.shell.readings import Reading
from tabletop.shell.words import MARKS
from tabletop.table.drafts import Circulated

from .text_sheets import said_of_texts, unsaid_lines
from .verdicts import foreseen, level_words


def move_list(book: Rulebook, view: View, moves: Sequence[MoveLine]) -> list[str]:
    """Moves with numbers, under their groups."""
    lines, group, row = [], None, list(view.row)
    for number, line in enumerate(moves, start=1):
        if line.group != group:
            group = line.group
            lines.append(f"{GROUPS[group]}:")
        ways = f", {len(line.acts)} ways" if len(line.acts) > 1 else ""
        cost = book.cost(row, line.acts[0])
        lines.append(f"  {number}. {line.name} ({line.id}): {level_words(line.best)}, costs {cost}{ways}")
    return lines


def way_list(book: Rulebook, view: View, acts: Iterable[Act]) -> list[str]:
    """The ways to make one move, with numbers."""
    row = list(view.row)
    return [
        f"  {number}. {way(book, act)}: {level_words(book.level(row, act))}, costs {book.cost(row, act)}"
        for number, act in enumerate(acts, start=1)
    ]


def track_list(found: Iterable[Reading]) -> list[str]:
    """Tracks as numbers with the words for them."""
    return [_track_line(reading) for reading in found]


def instrument_list(texts: Sequence[InstrumentLines]) -> list[str]:
    """Instruments with numbers, and how many of their provisions stand how."""
    lines = []
    for number, text in enumerate(texts, start=1):
        states = Counter(provision.state for provision in text.provisions)
        counted = ", ".join(f"{count} {state}" for state, count in states.items())
        changed = [provision.title for provision in text.provisions if provision.changed]
        news = f" Changed: {', '.join(changed)}." if changed else ""
        lines.append(f"  {number}. {text.title} ({text.id}): {counted}.{news}")
    return lines


def provision_list(provisions: Iterable[ProvisionLine]) -> list[str]:
    """Provisions, each with its state, what it says and where."""
    lines = []
    for provision in provisions:
        marks = [provision.state]
        marks += ["changed since last turn"] if provision.changed else []
        marks += [] if provision.binds_you else ["does not bind you"]
        marks += [f"kept by {provision.keeper}"] if provision.keeper else []
        lines.append(f"  {provision.title} ({provision.label}): {', '.join(marks)}.")
        lines.append(f"    {provision.says} {provision.cite}.{f' {provision.note}' if provision.note else ''}")
    return lines


def question_list(book: Rulebook, view: View, draft: Unsealed) -> list[str]:
    """What is asked of the role, and what it means to answer."""
    said, lines = dict(draft.answers), []
    for number, act in enumerate(view.questions, start=1):
        answer = {True: "yes", False: "no", None: "none yet"}[said.get(act.key)]
        lines.append(
            f"  {number}. {book.pack.role[act.role].short} asks: {act_phrase(book, act)}. Your answer: {answer}."
        )
        lines.append(f"    {book.pack.move[act.move].about} It would change: {foreseen(book, view, act)}.")
        lines += [f"    {_silence(book, keeper)}" for keeper in needed_keepers(book, list(view.row), act)]
    return lines


def lesson_list(
    book: Rulebook, moves: Sequence[MoveLine], drafts: Sequence[Circulated], found: Iterable[Lesson]
) -> list[str]:
    """What is new this turn, each lesson with what to type to try it."""
    lines = []
    for lesson in found:
        lines += [f"What is new: {lesson.title}.", f"  {lesson.says}"]
        move = tried_with(lesson, moves)
        if move is not None:
            verb = "ask" if move.best is Level.CONSENT else "do"
            lines.append(f"  Try: why {move.id}, then {verb} {move.id} ({level_words(move.best)}).")
        text = laid_before(book, lesson, drafts)
        if text is not None:
            lines.append(f"  Try: draft {text.number}, then accept {text.number} and sign {text.number}.")
        elif lesson.write is not None:
            lines.append(f"  Try: write {lesson.write}, then circulate, then sign the number it is given.")
    return lines


def draft_list(book: Rulebook, view: View, draft: Unsealed, drafts: Sequence[Circulated]) -> list[str]:
    """What is drafted, and what it would cost; `drafts` are those on the table."""
    lines = []
    for number, order in enumerate(draft.orders, start=1):
        how = (
            "asking for a yes"
            if order.ask
            else "in breach, knowingly"
            if order.knowing
            else MARKS[book.level(list(view.row), order.act)].word
        )
        lines.append(f"  {number}. {act_phrase(book, order.act)}: {how}, costs {book.cost(list(view.row), order.act)}")
    for key, says in draft.answers:
        lines.append(
            f"  Answer {'yes' if says else 'no'} to {book.pack.role[book.by_key[key].role].short}: {act_phrase(book, book.by_key[key])}"
        )
    for said, price in said_of_texts(book, view, draft, drafts):
        lines.append(f"  {sentence(said)}{f'. Price: {price}' if price else ''}")
    lines += [
        f"  Shown already: how tight draft {each.number} is at your home. Price: {COST} capital"
        for each in drafts
        if each.draft in draft.shows
    ]
    lines += [f"  Done unless you say otherwise: {line}" for line in unsaid_lines(book, view, draft)]
    actions, lines = book.pack.header.play.actions, lines or ["  Nothing is drafted."]
    return [*lines, f"Acts: {len(draft.orders)} of {actions}. {purse(book, view, draft)}."]


def brief_lines(book: Rulebook, scenario: str, role: str) -> list[str]:
    """The role's brief, its confidential part marked, the dates everybody can see ahead, and the role's dilemmas."""
    lines: list[str] = []
    for part in brief_parts(book, scenario, role):
        lines += [part.heading] if part.heading else []
        for name, text in part.chapters:
            lines += ["", *([f"{name}:"] if name else []), *_unmarked(text)]
        lines += [""]
    lines = lines[:-1] or ["The pack has no brief for this role."]
    dates = [f"  {when}: {what}" for when, what in coming(book, scenario)]
    choices = [text for dilemma in faced(book, role) for text in _choice(dilemma)]
    for heading, found in (("What is coming:", dates), ("Choices you will face:", choices)):
        lines += ["", heading, *found] if found else []
    return lines


def _choice(dilemma: Dilemma) -> list[str]:
    """A dilemma, and its horns with their prices."""
    return [f"  {dilemma.title}. {dilemma.says}", *(f"    {horn.name}. {horn.price}" for horn in dilemma.horns)]


def _unmarked(markdown: str) -> list[str]:
    """A brief without the signs of its markup, which a screen reader would spell out."""
    return [re.sub(r"^#+ *|\*+", "", line) for line in markdown.strip().splitlines()]


def _track_line(reading: Reading) -> str:
    band = f", {reading.band}" if reading.band else ""
    moved = f", {'up' if reading.change > 0 else 'down'} {abs(reading.change)}" if reading.change else ""
    unit = f" {reading.unit}" if reading.unit else ""
    return f"  {reading.name}: {reading.value}{unit}, from {reading.low} to {reading.high}{band}{moved}"


def _silence(book: Rulebook, keeper: str) -> str:
    forum = book.pack.forum.get(keeper)
    if forum is None:
        return "Both sides must agree; silence is a no."
    meant = {"consensus": "silence is a yes", "agreement": "silence is a no", "vote": "silence abstains"}.get(
        forum.rule, ""
    )
    return f"Decided by {forum.name}{f'; {meant}' if meant else ''}."
