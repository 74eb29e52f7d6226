"""Composing: from the catalogue to one concrete act, with its verdict and what it would change.

Pure, on views only: the same for every shell.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from tabletop.pack.spelling import did_you_mean
from tabletop.rules.acts import Act, Conduct, Order, Orders, Response
from tabletop.rules.agreements import draft as text_drafts
from tabletop.rules.agreements.judging import texts_cost
from tabletop.rules.consents import open_questions
from tabletop.rules.happened import Change, changes_between
from tabletop.rules.illegal import IllegalOrder
from tabletop.rules.orders import judge, judge_one
from tabletop.rules.position import Row
from tabletop.rules.referee import check
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.telling import act_phrase, choice_name
from tabletop.rules.verdict import Level, Verdict
from tabletop.rules.views import View

GROUPS = {"talk": "Talk", "press": "Press", "relieve": "Relieve", "secure": "Secure", "home": "Home"}


@dataclass(frozen=True, slots=True)
class MoveLine:
    """One move of the catalogue as a role sees it now."""

    id: str
    name: str
    group: str
    about: str
    acts: tuple[Act, ...]
    levels: tuple[Level, ...]
    """Of each act, in the same order."""

    @property
    def best(self) -> Level:
        """The most lawful way to make this move."""
        return min(self.levels)


@dataclass(frozen=True, slots=True)
class Draft:
    """What a role has drafted this turn and not sealed."""

    orders: tuple[Order, ...] = ()
    answers: tuple[tuple[str, bool], ...] = ()
    signs: tuple[text_drafts.Draft, ...] = ()
    """Texts on the table that it will put its name to."""
    duties: tuple[tuple[str, Conduct], ...] = ()
    responses: tuple[tuple[str, Response], ...] = ()
    readings: tuple[tuple[str, str], ...] = ()

    def sealed(self) -> Orders:
        """The draft as orders."""
        return Orders(
            self.orders, dict(self.answers), self.signs, dict(self.duties), dict(self.responses), dict(self.readings)
        )

    @property
    def pieces(self) -> int:
        """How many things are drafted."""
        return sum(map(len, (self.orders, self.answers, self.signs, self.duties, self.responses, self.readings)))


def move_lines(book: Rulebook, view: View) -> tuple[MoveLine, ...]:
    """A role's moves, grouped, with the level of each way to make them."""
    row = list(view.row)
    by_move: dict[str, list[tuple[Act, Level]]] = {}
    for act, level in book.options(row, view.role):
        by_move.setdefault(act.move, []).append((act, level))
    lines = [
        MoveLine(
            id_, book.pack.move[id_].name, book.pack.move[id_].group, book.pack.move[id_].about,
            tuple(act for act, _ in ways), tuple(level for _, level in ways),
        )
        for id_, ways in by_move.items()
    ]  # fmt: skip
    order = list(GROUPS)
    return tuple(sorted(lines, key=lambda line: order.index(line.group)))


def matching(lines: Sequence[MoveLine], text: str) -> tuple[MoveLine, ...]:
    """Moves whose name or id is near what was typed; all of them for nothing typed."""
    wanted = text.strip().lower()
    if not wanted:
        return tuple(lines)
    plain = [line for line in lines if wanted in line.name.lower() or wanted in line.id]
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


def forecast(book: Rulebook, view: View, act: Act, *, breach: bool = False) -> tuple[Change, ...]:
    """What the act itself would change, of what its role may see; the turn adds its own."""
    before: Row = list(view.row)
    after = before[:]
    place = book.place[act]
    book.functions.effects[place](after)
    if breach:
        book.functions.breaches[place](after, list(view.row))
    return tuple(change for change in changes_between(before, after, book.schema) if change.column not in view.hidden)


def add(book: Rulebook, view: View, draft: Draft, order: Order) -> Draft:
    """The draft with one more act.

    Raises:
        IllegalOrder: if it could not be sealed so, with what would mend it.
    """
    judge_one(book, list(view.row), view.role, order)
    longer = replace(draft, orders=(*draft.orders, order))
    judge(book, list(view.row), view.role, longer.sealed())
    return longer


def take_back(draft: Draft) -> Draft:
    """The draft without its last act; without acts, its last answer, and so on through what it says of texts."""
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
    return replace(draft, signs=draft.signs[:-1])


def answer(book: Rulebook, view: View, draft: Draft, act: Act, says: bool | None) -> Draft:
    """The draft with a yes or no to what was asked; `None` keeps silent.

    Raises:
        IllegalOrder: if this was not asked of the role.
    """
    if act not in open_questions(book, list(view.row), view.role):
        raise IllegalOrder(f"{act_phrase(book, act)} was not asked of you.")
    kept = tuple(pair for pair in draft.answers if pair[0] != act.key)
    return replace(draft, answers=kept if says is None else (*kept, (act.key, says)))


def spent(book: Rulebook, view: View, draft: Draft) -> int:
    """Political capital the draft would cost."""
    row = list(view.row)
    texts = texts_cost(book, row, view.role, draft.sealed())
    return sum(book.cost(row, order.act) for order in draft.orders) + texts


def act_named(book: Rulebook, role: str, move: str, target: str | None, choice: str | None) -> Act:
    """The act that these words name.

    Raises:
        IllegalOrder: naming the word that does not fit, and the words that do.
    """
    if role not in book.names.roles:
        raise IllegalOrder(_no_such("role", role, book.names.roles))
    own = [act for act in book.by_role[role] if act.move == move]
    if not own:
        if move in book.pack.move:
            by = ", ".join(book.pack.move[move].by)
            raise IllegalOrder(f"{book.pack.move[move].name} is not a move of {role}. It belongs to {by}.")
        raise IllegalOrder(_no_such("move", move, dict.fromkeys(act.move for act in book.by_role[role])))
    for word, given, name in (("target", target, "target"), ("choice", choice, "choice")):
        known = list(dict.fromkeys(str(getattr(act, name)) for act in own if getattr(act, name) is not None))
        if given is not None and given not in known:
            raise IllegalOrder(
                _no_such(word, given, known) if known else f"{book.pack.move[move].name} takes no {word}. Leave it out."
            )
        if given is not None:
            own = [act for act in own if getattr(act, name) == given]
    return own[0]


def way(book: Rulebook, act: Act) -> str:
    """What tells one way of making a move from another: `PRC, Joint ventures`."""
    parts = [book.pack.role[act.target].short] if act.target else []
    parts += [choice_name(book, act.choice)] if act.choice else []
    return ", ".join(parts)


def _no_such(kind: str, word: str, known: Iterable[str]) -> str:
    words = list(known)
    remedy = did_you_mean(word, words) or f"There are: {', '.join(words[:12])}."
    return f"There is no {kind} {word!r}. {remedy}"
