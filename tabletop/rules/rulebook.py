"""The rulebook: a pack compiled. Everything a game may ask of the rules goes through here."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from tabletop.pack.expressions import Scope
from tabletop.pack.formula import Formula, Number, Truth
from tabletop.pack.model import Pack
from tabletop.pack.names import Names
from tabletop.pack.sight import Seers, odds_seers
from tabletop.pack.tracks import Drift
from tabletop.pack.uses import read_track

from .acts import Act, concrete_acts
from .answers import Hearing, publicly, reader
from .chance import roll
from .charges import Case, case_of, keepers_by_law, keepers_of, members
from .compiled import Functions, Reading, cached
from .deeds import Deed, deeds_of
from .fora import ForumDeed, forum_deeds
from .position import ENDING, Row, Schema, consent_label, in_range, paid_label, schema_of, since_label
from .source import closure, in_row, written
from .texts.doing import TermDeed, term_deeds
from .texts.slots import Layout, text_columns
from .texts.terms import Term, concrete_terms
from .verdict import Level
from .yeses import consent_columns


class Rulebook:
    """The rules of one pack: its columns, its acts and the functions generated from it.

    Pure apart from the optional cache of compiled code: same inputs, same answers, on every machine.
    """

    def __init__(self, pack: Pack, cache: Path | None = None) -> None:
        self.pack = pack
        self.names = Names(pack)
        self.acts = concrete_acts(self.names)
        self.terms = concrete_terms(self.names) if pack.header.agreements is not None else ()
        self.functions: Functions = cached(cache, pack.digest, self.source)
        self._cases: dict[Act, Case] = {}
        self._hearings: dict[Act, Hearing] = {}
        self._public_hearings: dict[Act, Hearing] = {}
        self._tests: dict[int, tuple[Formula, Callable[[Row], int]]] = {}

    def source(self) -> str:
        """The generated Python, as `tabletop pack compile` prints it."""
        from .generate import module_text  # noqa: PLC0415  a rulebook from the cache need not wait for it

        return module_text(self.names, self.schema, self.acts, self.terms)

    @cached_property
    def schema(self) -> Schema:
        """Every column of a position."""
        agreements = self.pack.header.agreements
        texts = text_columns(agreements, self.names) if agreements is not None else ()
        consents = [
            column
            for act in self.acts
            if self.keepers(act)
            for column in consent_columns(act, len(keepers_by_law(act, self.names)), self.names, self._who_knows(act))
        ]
        return schema_of(self.names, consents, texts)

    @cached_property
    def layout(self) -> Layout | None:
        """Where signed texts stand in a row; `None` if the pack has none."""
        agreements = self.pack.header.agreements
        if agreements is None:
            return None
        start = next(place for place, column in enumerate(self.schema.columns) if column.kind == "text")
        return Layout(start, agreements, self.names, self.terms)

    @cached_property
    def place(self) -> dict[Act, int]:
        """Where each act stands in the tables of functions."""
        return {act: place for place, act in enumerate(self.acts)}

    @cached_property
    def deeds(self) -> dict[Act, Deed]:
        """Each act with what carrying it out takes."""
        return deeds_of(self.names, self.schema, self.functions, self.acts, self.purse)

    @cached_property
    def term_deeds(self) -> dict[Term, TermDeed]:
        """Each term with what doing it takes."""
        return term_deeds(self.names, self.functions, self.deeds, self.terms)

    @cached_property
    def fora(self) -> dict[str, ForumDeed]:
        """Each forum with what its votes, sessions and meetings come to."""
        return forum_deeds(self.functions, self.pack.forum)

    @cached_property
    def term_by_key(self) -> dict[str, Term]:
        """Terms by their key."""
        return {term.key: term for term in self.terms}

    @cached_property
    def homes(self) -> dict[str, int]:
        """The column of each role's standing at home, where it has one."""
        homes = {role: self.pack.role[role].home for role in self.names.roles}
        return {role: self.schema.index[home] for role, home in homes.items() if home is not None}

    @cached_property
    def by_key(self) -> dict[str, Act]:
        """Acts by their key."""
        return {act.key: act for act in self.acts}

    @cached_property
    def by_role(self) -> dict[str, tuple[Act, ...]]:
        """Acts of each role and desk, in the order in which `levels` lists them."""
        return {actor: tuple(act for act in self.acts if act.role == actor) for actor in self.names.actors}

    @cached_property
    def drifts(self) -> tuple[tuple[str, Drift, str | None], ...]:
        """Standing rules in the order of their generated functions: id, rule, and the role it runs for."""
        return tuple(
            (id_, drift, role)
            for id_, drift in self.pack.drift.items()
            for role in (self.names.roles if drift.per == "role" else (None,))
        )

    @cached_property
    def odds_told_to(self) -> dict[str, Seers]:
        """Who may be told the odds of each incident; `None` for everybody."""
        return {id_: odds_seers(incident, self.names) for id_, incident in self.pack.incident.items()}

    @cached_property
    def endings_at_close(self) -> tuple[tuple[int, Reading], ...]:
        """The endings that are tried after the last turn, each with what it writes into the column `ending`."""
        return tuple(enumerate(self.functions.endings, start=1))

    @cached_property
    def endings_at_any(self) -> tuple[tuple[int, Reading], ...]:
        """Those of them that are tried after every turn."""
        at = [ending.at for ending in self.pack.ending.values()]
        return tuple((number, holds) for number, holds in self.endings_at_close if at[number - 1] == "any")

    @cached_property
    def purse(self) -> dict[str, int]:
        """The column of each role's capital; a desk has none, and pays nothing."""
        capital = self.pack.header.play.capital
        return {role: self.schema.index[f"{capital}[{role}]"] for role in self.names.roles}

    @cached_property
    def purses(self) -> tuple[tuple[str, int, Reading], ...]:
        """Each role with its column of capital and what comes in; none where the clock leaves capital alone."""
        play = self.pack.header.play
        return tuple(
            (role, place, income)
            for (role, place), income in zip(self.purse.items(), self.functions.incomes, strict=True)
            if play.income != 0 or play.bank < self.schema.columns[place].high
        )

    @cached_property
    def unseen(self) -> dict[str, tuple[int, ...]]:
        """The columns that each role and desk may not see."""
        return {
            actor: tuple(place for place, column in enumerate(self.schema.columns) if not column.visible_to(actor))
            for actor in self.names.actors
        }

    @cached_property
    def _keepers(self) -> dict[Act, tuple[str, ...]]:
        return {act: keepers_of(act, self.names) for act in self.acts}

    def keepers(self, act: Act) -> tuple[str, ...]:
        """Fora and roles whose yes an act may need."""
        return self._keepers[act]

    @cached_property
    def askable(self) -> tuple[tuple[Act, int], ...]:
        """Acts somebody may have to agree to, and the column that says how that stands."""
        return tuple((act, self.schema.index[consent_label(act)]) for act in self.acts if self._keepers[act])

    @cached_property
    def paid(self) -> dict[Act, int]:
        """The column that says what was paid for an act that waits for an answer, where its cost can change meanwhile."""
        index = self.schema.index
        return {act: index[paid_label(act)] for act, _ in self.askable if paid_label(act) in index}

    def case(self, act: Act) -> Case:
        """What the law has to say about an act, worked out on first use."""
        case = self._cases.get(act)
        if case is None:
            case = self._cases[act] = case_of(act, self.names)
        return case

    def hearing(self, act: Act) -> Hearing:
        """What a full verdict on an act needs, put together on first use."""
        hearing = self._hearings.get(act)
        if hearing is None:
            hearing = self._hearings[act] = self._hearing_of(act, self.case(act))
        return hearing

    def public_hearing(self, act: Act) -> Hearing:
        """The same as far as everybody may know it, put together on first use."""
        hearing = self._public_hearings.get(act)
        if hearing is None:
            hearing = self._public_hearings[act] = self._hearing_of(act, publicly(self.case(act), self.schema))
        return hearing

    def _hearing_of(self, act: Act, case: Case) -> Hearing:
        cost = self.functions.costs[self.place[act]]
        return Hearing(case, reader(case, self.schema), cost, self.purse.get(act.role))

    def holds(self, formula: Formula, row: Row) -> bool:
        """Whether a condition is true in a position."""
        return bool(self.value(formula, row))

    def value(self, formula: Formula, row: Row) -> int:
        """What a formula comes to in a position; a condition is 0 or 1."""
        match formula:
            case Truth(value) | Number(value):
                return int(value)
            case _:
                test = self._tests.get(id(formula))
                if test is None:
                    test = self._tests[id(formula)] = (formula, closure(written(formula, in_row(self.schema))))
                return int(test[1](row))

    def opening(self, scenario: str, *, dice: bool = False) -> Row:
        """The position a scenario starts from, before the first dispatch; with dice, if the pack allows them.

        Raises:
            KeyError: if the pack has no such scenario.
        """
        start = self.pack.scenario[scenario]
        row = [column.low for column in self.schema.columns]
        index = self.schema.index
        row[index["turn"]], row[index["turns"]] = 1, start.turns
        if "dice" in index:
            row[index["dice"]] = int(dice)
        for place, column in enumerate(self.schema.columns):
            if column.kind == "track" and column.low < 0:
                row[place] = in_range(0, column)
        for owned, value in start.opening.tracks.items():
            label = read_track(owned, self.names, Scope())
            if label is not None:
                row[index[label]] = in_range(value, self.schema.columns[index[label]])
        for label, state in start.opening.provisions.items():
            row[index[label]] = self.names.machine(label).states.index(state)
            if since_label(label) in index:
                row[index[since_label(label)]] = 1
        self.functions.derive(row)
        return row

    @cached_property
    def _listed(self) -> dict[str, int]:
        return {actor: place for place, actor in enumerate(self.names.actors)}

    def levels(self, row: Row, role: str) -> list[int]:
        """The level of every act of a role, in the order of `by_role`; fast."""
        return self.functions.listings[self._listed[role]](row)

    def options(self, row: Row, role: str) -> list[tuple[Act, Level]]:
        """Every concrete act of a role with its level."""
        return [(act, Level(level)) for act, level in zip(self.by_role[role], self.levels(row, role), strict=True)]

    def level(self, row: Row, act: Act) -> Level:
        """The level of one act; fast."""
        return Level(self.functions.levels[self.place[act]](row))

    def cost(self, row: Row, act: Act) -> int:
        """What an act costs its role now, in political capital."""
        return max(0, self.functions.costs[self.place[act]](row))

    def capital(self, row: Row, role: str) -> int:
        """What a role can spend now; a desk has nothing, and pays for nothing."""
        place = self.purse.get(role)
        return row[place] if place is not None else 0

    def open_now(self, row: Row, act: Act) -> bool:
        """Whether a role may seal this act: not barred, and affordable."""
        return self.level(row, act) < Level.BARRED and self.cost(row, act) <= self.capital(row, act.role)

    def sample(self, row: Row, role: str, seed: int) -> Act | None:
        """One open act, each as likely as any other, without listing them; `None` if there is none."""
        own = self.by_role[role]
        turn = row[0]
        for attempt in range(4 * len(own)):
            act = own[roll(seed, turn, f"sample/{role}/{attempt}", len(own))]
            if self.open_now(row, act):
                return act
        found = [act for act in own if self.open_now(row, act)]
        return found[roll(seed, turn, f"sample/{role}", len(found))] if found else None

    def state(self, row: Row, provision: str) -> str:
        """The state a provision is in."""
        return self.names.machine(provision).states[row[self.schema.index[provision]]]

    def with_dice(self, row: Row) -> bool:
        """Whether the game is played with dice; fairly, without, is the default."""
        place = self.schema.index.get("dice")
        return place is not None and bool(row[place])

    def over(self, row: Row) -> bool:
        """Whether the game has ended."""
        return row[ENDING] > 0

    def ending(self, row: Row) -> str | None:
        """The id of the ending reached, if any."""
        place = row[ENDING]
        return list(self.pack.ending)[place - 1] if place else None

    def _who_knows(self, act: Act) -> tuple[str, ...] | None:
        keepers = self.keepers(act)
        public = [self.pack.forum[keeper].public for keeper in keepers if keeper in self.pack.forum]
        if self.pack.move[act.move].visibility == "open" and public and all(public):
            return None
        know = {act.role, *(role for keeper in keepers for role in members(keeper, self.names))}
        return tuple(actor for actor in self.names.actors if actor in know)
