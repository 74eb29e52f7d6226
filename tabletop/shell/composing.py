"""Composing: from the catalogue to one concrete act, with its verdict and what it would change.

Pure, on views only: the same for every shell.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tabletop.pack.clauses import Conduct, Response
from tabletop.pack.moves import GROUPS, Group
from tabletop.rules.acts import Act
from tabletop.rules.consents import open_questions
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.judging import judge, judge_one
from tabletop.rules.orders import Order, Orders
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase, choice_name
from tabletop.rules.texts.draft import Draft
from tabletop.rules.verdict import Level, Verdict
from tabletop.rules.views import View

from .meant import one_of


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One move of the catalogue as a role sees it now."""

    id: str
    name: str
    group: Group
    about: str
    acts: tuple[Act, ...]
    levels: tuple[Level, ...]
    """Of each act, in the same order."""
    tags: tuple[str, ...] = ()
    """What law may say of it, in single words: they find it too."""

    @property
    def best(self) -> Level:
        """The most lawful way to make this move."""
        return min(self.levels)


@dataclass(frozen=True, slots=True)
class Unsealed:
    """What a role has drafted this turn and not sealed."""

    orders: tuple[Order, ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    signs: tuple[Draft, ...] = ()
    """Texts on the table that it will put its name to."""
    duties: tuple[tuple[str, Conduct], ...] = ()
    responses: tuple[tuple[str, Response], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()
    vetoes: tuple[Draft, ...] = ()
    """Texts on the table that it will vote down."""
    shows: tuple[Draft, ...] = ()
    """Texts on the table about which it has shown its home: done already, and paid for with the rest."""

    def sealed(self) -> Orders:
        """The draft as orders."""
        return Orders(
            self.orders, dict(self.answers), self.signs, dict(self.duties), dict(self.responses), dict(self.readings),
            self.vetoes, self.shows,
        )  # fmt: skip

    @property
    def acts(self) -> tuple[Act, ...]:
        """The acts, in the order in which they were drafted."""
        return tuple(order.act for order in self.orders)

    @property
    def pieces(self) -> int:
        """How many things are drafted; what was shown is not, since it cannot be taken back."""
        said = (self.answers, self.signs, self.duties, self.responses, self.readings, self.vetoes)
        return len(self.orders) + sum(map(len, said))


def move_lines(book: Rulebook, view: View) -> tuple[MoveLine, ...]:
    """A role's moves, grouped, with the level of each way to make them."""
    row = list(view.row)
    by_move: dict[str, list[tuple[Act, Level]]] = {}
    for act, level in book.options(row, view.role):
        by_move.setdefault(act.move, []).append((act, level))
    lines = [
        MoveLine(
            id_, book.pack.move[id_].name, book.pack.move[id_].group, book.pack.move[id_].about,
            tuple(act for act, _ in ways), tuple(level for _, level in ways), tuple(book.pack.move[id_].tags),
        )
        for id_, ways in by_move.items()
    ]  # fmt: skip
    order = list(GROUPS)
    return tuple(sorted(lines, key=lambda line: order.index(line.group)))


def matching(lines: Sequence[MoveLine], text: str) -> tuple[MoveLine, ...]:
    """Moves in whose name or id stands what was typed; without one, those that speak of it, then those named nearly so.
    All of them for nothing typed.
    """
    wanted = text.strip().lower()
    if not wanted:
        return tuple(lines)
    plain = [line for line in lines if wanted in line.name.lower() or wanted in line.id]
    plain = plain or [line for line in lines if wanted in line.about.lower() or wanted in line.tags]
    if plain:
        return tuple(plain)
    from rapidfuzz import fuzz, process  # noqa: PLC0415  imported when somebody searches, not before the first paint

    scored = process.extract(
        wanted, [f"{line.name} {line.id}".lower() for line in lines], scorer=fuzz.partial_ratio, score_cutoff=70
    )
    return tuple(lines[place] for _, _, place in scored)


def verdict_of(book: Rulebook, view: View, act: Act) -> Verdict:
    """The full answer about an act, as its role can know it."""
    return check(book, list(view.row), act)


def add(book: Rulebook, view: View, draft: Unsealed, order: Order) -> Unsealed:
    """The draft with one more act.

    Raises:
        IllegalOrder: if it could not be sealed so, with what would mend it.
    """
    if order.act in draft.acts:
        raise IllegalOrder("This act is already drafted; undo takes acts back, the last one first.")
    judge_one(book, list(view.row), view.role, order)
    longer = replace(draft, orders=(*draft.orders, order))
    judge(book, list(view.row), view.role, longer.sealed())
    return longer


def take_back(draft: Unsealed, act: Act | None = None) -> Unsealed:
    """The draft without this act; without one named or drafted, without its last act; without acts, its last answer,
    and so on through what it says of texts.
    """
    if act in draft.acts:
        return replace(draft, orders=tuple(order for order in draft.orders if order.act != act))
    if draft.orders:
        return replace(draft, orders=draft.orders[:-1])
    if draft.answers:
        return replace(draft, answers=draft.answers[:-1])
    if draft.responses:
        return replace(draft, responses=draft.responses[:-1])
    if draft.duties:
        return replace(draft, duties=draft.duties[:-1])
    if draft.readings:
        return replace(draft, readings=draft.readings[:-1])
    if draft.vetoes:
        return replace(draft, vetoes=draft.vetoes[:-1])
    return replace(draft, signs=draft.signs[:-1])


def answer(book: Rulebook, view: View, draft: Unsealed, act: Act, says: bool | None) -> Unsealed:
    """The draft with a yes or no to what was asked; `None` keeps silent.

    Raises:
        IllegalOrder: if this was not asked of the role.
    """
    if act not in open_questions(book, list(view.row), view.role):
        raise IllegalOrder(f"{act_phrase(book, act)} was not asked of you.")
    kept = tuple(pair for pair in draft.answers if pair[0] != act.key)
    return replace(draft, answers=kept if says is None else (*kept, (act.key, says)))


def act_named(book: Rulebook, role: str, move: str, target: str | None, choice: str | None) -> Act:
    """The act that these words name; the beginning of a word is enough where only one begins so.

    Raises:
        Unclear: naming the word that does not fit, and the words that do.
        IllegalOrder: if the move is not this role's, or takes no such word.
    """
    role = one_of("role", role, book.names.actors)
    moves = {act.move for act in book.by_role[role]}
    if move not in moves and move in book.pack.move:
        by = ", ".join(book.pack.move[move].by)
        raise IllegalOrder(f"{book.pack.move[move].name} is not a move of {role}. It belongs to {by}.")
    move = one_of("move", move, (act.move for act in book.by_role[role]))
    own = [act for act in book.by_role[role] if act.move == move]
    for word, given, name in (("target", target, "target"), ("choice", choice, "choice")):
        known = list(dict.fromkeys(str(getattr(act, name)) for act in own if getattr(act, name) is not None))
        if given is not None and not known:
            raise IllegalOrder(f"{book.pack.move[move].name} takes no {word}. Leave it out.")
        if given is not None:
            meant = one_of(word, given, known)
            own = [act for act in own if getattr(act, name) == meant]
    return own[0]


def way(book: Rulebook, act: Act) -> str:
    """What tells one way of making a move from another: `PRC, Joint ventures`."""
    parts = [book.pack.role[act.target].short] if act.target else []
    parts += [choice_name(book, act.choice)] if act.choice else []
    return ", ".join(parts)
