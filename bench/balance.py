"""Balance: games between doctrines, measured against the bands the model has to meet.

    python bench/balance.py --games 500 --mixes historical
    python bench/balance.py --games 3 --mixes all
    python bench/balance.py --games 2 --mixes sample

`--games` counts games for `historical` and games for each mix otherwise. A mix gives every role one doctrine;
desks play what the scenario names. `sample` takes every seventh mix. The bands are for the historical mix and are judged only there.
"""

from __future__ import annotations

import argparse
import itertools
import math
import multiprocessing
import statistics
import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from random import Random

from tabletop.actors.delegation import order_for
from tabletop.actors.sealing import sealed_by
from tabletop.actors.talking import next_word
from tabletop.pack.load import load_pack
from tabletop.rules.happened import Event
from tabletop.rules.orders import Order, Orders
from tabletop.rules.position import Row
from tabletop.rules.rulebook import Rulebook
from tabletop.rules.scoring import score
from tabletop.rules.texts.coding import deals
from tabletop.rules.texts.deal import KEPT, Deal, DutyState
from tabletop.rules.texts.terms import Term
from tabletop.rules.views import view
from tabletop.table.commands import Next, Open, Seal, seal
from tabletop.table.table import Phase, Table

PACK = Path(__file__).parent.parent / "content" / "korea"
IDLE, RANDOM = "idle", "random"
"""Stand-ins for a doctrine: seals nothing; seals anything lawful."""

Mix = tuple[tuple[str, str], ...]
"""A doctrine for each role, in the pack's order of roles."""


@dataclass(frozen=True, slots=True)
class Job:
    """One game to play."""

    scenario: str
    seed: int
    mix: Mix


@dataclass(slots=True)
class Game:
    """What one game came to."""

    mix: Mix
    ending: str = ""
    scores: dict[str, int] = field(default_factory=dict)
    aims: dict[str, int] = field(default_factory=dict)
    close: dict[str, int] = field(default_factory=dict)
    highest_tension: int = 0
    played: Counter[tuple[str, str]] = field(default_factory=Counter)
    """How often each doctrine sealed each move."""
    done: Counter[str] = field(default_factory=Counter)
    """How often each move took effect."""
    adopted: int = 0
    """Turns in which the Council adopted measures."""
    fired: set[str] = field(default_factory=set)
    """Rules and answers that were followed, as `doctrine rule 3`."""
    silent: Counter[str] = field(default_factory=Counter)
    """Turns without any act, by role."""
    signed: Counter[str] = field(default_factory=Counter)
    """Texts signed, by template or else by parties."""
    kept: Counter[str] = field(default_factory=Counter)
    """Steps of signed texts that were done, by who signed."""
    missed: Counter[str] = field(default_factory=Counter)
    """Steps of signed texts that were missed or broken, by clause and owner."""
    turns: int = 0


@dataclass(frozen=True, slots=True)
class Band:
    """A measure and where it has to lie."""

    name: str
    measure: Callable[[Sequence[Game]], float]
    least: float
    most: float


def share(games: Iterable[Game], holds: Callable[[Game], object]) -> float:
    """Percent of games in which something holds."""
    found = [bool(holds(game)) for game in games]
    return 100 * sum(found) / len(found)


def nuclear(game: Game) -> int:
    return game.done["nuclear-test"]


def long_range(game: Game) -> int:
    return game.done["long-range-test"]


def treaty(game: Game) -> bool:
    return game.ending in ("comprehensive-settlement", "peace-with-a-capped-arsenal")


def war(game: Game) -> bool:
    return game.ending == "war"


BANDS = {
    "mar-a-lago-2017": (
        Band("games with a nuclear test, %", lambda games: share(games, nuclear), 50, 80),
        Band("long-range tests, median", lambda games: statistics.median(map(long_range, games)), 1, 4),
        Band(
            "Council measures in two sessions or more, %", lambda games: share(games, lambda g: g.adopted >= 2), 65, 95
        ),
        Band("four-party treaty signed, %", lambda games: share(games, treaty), 0, 2),
        Band("war, %", lambda games: share(games, war), 0, 5),
        Band("games that reach the brink, %", lambda games: share(games, lambda g: g.close["brink"]), 0, 12),
    ),
    "hanoi-2019": (
        Band("long-range or nuclear test, %", lambda games: share(games, lambda g: nuclear(g) + long_range(g)), 5, 20),
        Band("UN relief adopted, %", lambda games: share(games, lambda g: g.done["table-relief"]), 0, 8),
        Band("war, %", lambda games: share(games, war), 0, 2),
    ),
}


@cache
def rulebook() -> Rulebook:
    """The pack, loaded once in each process."""
    return Rulebook(load_pack(PACK))


def play(job: Job) -> Game:
    """One game from the opening to its ending."""
    book = rulebook()
    index = book.schema.index
    game = Game(job.mix)
    dice = Random(job.seed)
    table = Table(book, job.scenario, job.seed)
    desks = {desk: book.pack.scenario[job.scenario].doctrines[desk] for desk in book.pack.desk}
    doctrines = desks | {role: hand for role, hand in job.mix if hand not in (IDLE, RANDOM)}
    while table.phase is not Phase.OVER:
        table.send(Next())
        while (word := next_word(table, doctrines)) is not None:
            table.send(word)
        for role in book.names.roles:
            table.send(_sealed(table, role, dice, game))
        for desk, doctrine in desks.items():
            table.send(sealed_by(table, desk, doctrine))
        before = {deal.slot: deal for deal in deals(book.layout, table.row)}
        events = table.send(Open()).events
        game.turns += 1
        _note(game, events)
        _note_texts(book, game, before, table.row)
        game.highest_tension = max(game.highest_tension, table.row[index["tension"]])
    row = table.row
    game.ending = str(book.ending(row))
    for role in book.names.roles:
        result_of = score(book, row, job.scenario, role)
        game.scores[role] = result_of.total
        game.aims.update((aim.id, aim.points) for aim in result_of.aims)
    game.close = {
        column.label: value
        for value, column in zip(row, book.schema.columns, strict=True)
        if column.kind == "track" and "[" not in column.label
    }
    return game


def _note(game: Game, events: Sequence[Event]) -> None:
    """Acts that took effect."""
    causes = [event.cause for event in events if event.step in ("overt", "covert")]
    game.done.update(cause.removeprefix("move:") for cause in causes if cause.startswith("move:"))
    game.adopted += "move:table-council-resolution" in causes


def _note_texts(book: Rulebook, game: Game, before: Mapping[int, Deal], row: Row) -> None:
    """Texts signed in a turn, and what became of the steps of those that stood."""
    for deal in deals(book.layout, row):
        old = before.get(deal.slot)
        if old is None or old.signed != deal.signed:
            game.signed[_name(book, deal)] += 1
        for duty in deal.duties:
            was = old.duties[duty.number - 1].state if old is not None and old.signed == deal.signed else None
            if duty.state in KEPT and was not in KEPT:
                game.kept[" ".join(deal.parties)] += 1
            if duty.state is DutyState.MISSED and was is not DutyState.MISSED:
                game.missed[f"{duty.term.role}/{duty.term.clause}"] += 1


def _name(book: Rulebook, deal: Deal) -> str:
    """The template that a text follows, perhaps with a step more or less, or its parties."""
    terms = {duty.term for duty in deal.duties}
    for id_, template in book.pack.template.items():
        written = {Term(step.by, step.clause, step.choice) for step in template.step}
        if set(template.parties) == set(deal.parties) and len(terms ^ written) <= 2:
            return f"{id_} ({' '.join(deal.parties)})"
    return f"own text ({' '.join(deal.parties)})"


def _sealed(table: Table, role: str, dice: Random, game: Game) -> Seal:
    doctrine = dict(game.mix)[role]
    if doctrine == IDLE:
        game.silent[role] += 1
        return seal(role, Orders())
    if doctrine == RANDOM:
        return seal(role, _anything(table.book, table.row, role, dice))
    sealed = sealed_by(table, role, doctrine)
    reasons = [*(act.because for act in sealed.acts), *sealed.because.values()]
    game.fired.update(f"{doctrine} {reason.partition(':')[0]}" for reason in reasons)
    game.played.update((doctrine, table.book.by_key[act.act].move) for act in sealed.acts)
    game.silent[role] += not (sealed.acts or sealed.signs)
    return sealed


def _anything(book: Rulebook, row: Row, role: str, dice: Random) -> Orders:
    """Up to two lawful acts and an answer to every question, by lot."""
    acts: list[Order] = []
    left = book.capital(row, role)
    for _ in range(6):
        act = dice.choice(book.by_role[role])
        order = order_for(book, row, act, breach=False)
        cost = book.cost(row, act)
        if order is None or cost > left or any(other.act == act for other in acts):
            continue
        acts.append(order)
        left -= cost
        if len(acts) == book.pack.header.play.actions:
            break
    return Orders(tuple(acts), {act.key: dice.random() < 0.5 for act in view(book, row, role).questions})


# ---- which games ----


def historical(scenario: str) -> Mix:
    """The mix a scenario names as closest to what happened."""
    book = rulebook()
    named = book.pack.scenario[scenario].doctrines
    return tuple((role, named[role]) for role in book.names.roles)


def every_mix() -> list[Mix]:
    """Every way to give each role one of its doctrines."""
    book = rulebook()
    of = {
        role: [id_ for id_, doctrine in book.pack.doctrine.items() if doctrine.role == role]
        for role in book.names.roles
    }
    return [tuple(zip(of, chosen, strict=True)) for chosen in itertools.product(*of.values())]


def with_role(mix: Mix, role: str, doctrine: str) -> Mix:
    """The same mix with another hand for one role."""
    return tuple((other, doctrine if other == role else held) for other, held in mix)


def played(jobs: Sequence[Job], cores: int) -> list[Game]:
    """The games, in the order of the jobs."""
    if cores == 1:
        return [play(job) for job in jobs]
    with multiprocessing.Pool(cores) as pool:
        return pool.map(play, jobs, chunksize=8)


# ---- what is printed ----


def say(text: str = "") -> None:
    sys.stdout.write(text + "\n")


def heading(text: str) -> None:
    say(f"\n{text}\n{'-' * len(text)}")


def bands(games: Sequence[Game], scenario: str) -> bool:
    """Prints each band and whether it holds; true if all do."""
    heading(f"Bands for {scenario}, {len(games)} games with the historical mix")
    held = []
    for band in BANDS.get(scenario, ()):
        value = band.measure(games)
        held.append(band.least <= value <= band.most)
        say(f"{'pass' if held[-1] else 'FAIL'}  {band.name:<46} {value:>6.1f}   [{band.least:g} .. {band.most:g}]")
    spread = Counter(long_range(game) for game in games)
    say(f"      long-range tests by game: {', '.join(f'{n}: {spread[n]}' for n in sorted(spread))}")
    say(f"      Council sessions, mean {statistics.mean(game.adopted for game in games):.2f}")
    return all(held)


def endings(games: Sequence[Game]) -> None:
    heading("Endings, % of games")
    counted = Counter(game.ending for game in games)
    for id_ in rulebook().pack.ending:
        say(f"{100 * counted[id_] / len(games):>6.1f}  {id_}")
    say(f"{share(games, lambda g: g.close['brink']):>6.1f}  reached the brink")
    say(f"{share(games, lambda g: g.highest_tension >= 80):>6.1f}  reached a crisis (tension 80)")


def scores(games: Sequence[Game], scenario: str) -> None:
    heading("Scores by role: median, quartiles, par, share above par")
    par = rulebook().pack.scenario[scenario].par
    for role in rulebook().names.roles:
        values = [game.scores[role] for game in games]
        low, middle, high = statistics.quantiles(values, n=4) if len(values) > 1 else (values[0],) * 3
        above = 100 * sum(value > par[role] for value in values) / len(values)
        say(f"{role:<8} {middle:>5.1f}  [{low:.1f} .. {high:.1f}]  par {par[role]}  above par {above:.0f} %")
    aims = defaultdict(list)
    for game in games:
        for id_, points in game.aims.items():
            aims[id_].append(points)
    say("aims, mean points: " + ", ".join(f"{id_} {statistics.mean(points):.0f}" for id_, points in aims.items()))


def tracks(games: Sequence[Game]) -> None:
    heading("Tracks at the close: mean (least .. most)")
    parts = []
    for label in games[0].close:
        values = [game.close[label] for game in games]
        parts.append(f"{label} {statistics.mean(values):.0f} ({min(values)}..{max(values)})")
    say("; ".join(parts))


def texts(games: Sequence[Game]) -> None:
    """What was signed, and what became of it."""
    heading("Texts: signed in % of games; steps kept and missed, times a game")
    signed = Counter(name for game in games for name in game.signed)
    say(", ".join(f"{name} {100 * n / len(games):.1f}" for name, n in signed.most_common()) or "none signed")
    for title, counted in (("kept", [game.kept for game in games]), ("missed", [game.missed for game in games])):
        total: Counter[str] = sum(counted, Counter())
        say(f"{title}: " + (", ".join(f"{name} {n / len(games):.2f}" for name, n in total.most_common()) or "none"))


def silence(games: Sequence[Game]) -> None:
    heading("Turns without any act, %")
    turns = sum(game.turns for game in games)
    say(", ".join(f"{role} {100 * sum(g.silent[role] for g in games) / turns:.1f}" for role in rulebook().names.roles))


def moves(games: Sequence[Game]) -> None:
    """How often each doctrine plays each move, in times a game it takes part in."""
    heading("Moves sealed by doctrine, times a game")
    seen = Counter(doctrine for game in games for _, doctrine in game.mix)
    total: Counter[tuple[str, str]] = Counter()
    for game in games:
        total.update(game.played)
    for id_ in rulebook().pack.doctrine:
        if seen[id_]:
            found = sorted(((n / seen[id_], move) for (who, move), n in total.items() if who == id_), reverse=True)
            say(f"{id_}: " + ", ".join(f"{move} {often:.2f}" for often, move in found))
    unused = set(rulebook().pack.move) - {move for _, move in total}
    say(f"never sealed by any of these doctrines: {', '.join(sorted(unused)) or 'none'}")


def never_fired(games: Sequence[Game]) -> None:
    heading("Rules and answers of these doctrines that never fired")
    fired = set().union(*(game.fired for game in games))
    for id_ in dict.fromkeys(doctrine for game in games for _, doctrine in game.mix):
        doctrine = rulebook().pack.doctrine.get(id_)
        if doctrine is None:
            continue
        all_ = [f"rule {n}" for n in range(1, len(doctrine.rule) + 1)]
        all_ += [f"answer {n}" for n in range(1, len(doctrine.answer) + 1)]
        idle = [name for name in all_ if f"{id_} {name}" not in fired]
        if idle:
            say(f"{id_}: {', '.join(idle)}")


def luck(games: Sequence[Game]) -> None:
    """The part of each role's score variance that seeds explain when the mix is held fixed."""
    heading("Luck: variance within mixes as a share of all variance, %")
    by_mix = defaultdict(list)
    for game in games:
        by_mix[game.mix].append(game)
    groups = [group for group in by_mix.values() if len(group) > 1]
    if len(groups) < 2:
        say("needs several mixes with several games each")
        return
    parts = []
    for role in rulebook().names.roles:
        within = statistics.mean(statistics.variance([g.scores[role] for g in group]) for group in groups)
        middles = [statistics.mean(g.scores[role] for g in group) for group in groups]
        size = statistics.mean(len(group) for group in groups)
        between = max(0.0, statistics.variance(middles) - within / size)
        spread = math.sqrt(within)
        parts.append(f"{role} {100 * within / max(0.001, within + between):.0f} (one deviation {spread:.1f})")
    say(", ".join(parts))


def best_doctrines(games: Sequence[Game]) -> None:
    heading("Mean score of a role by its own doctrine")
    for role in rulebook().names.roles:
        of = defaultdict(list)
        for game in games:
            of[dict(game.mix)[role]].append(game.scores[role])
        say(f"{role:<8} " + ", ".join(f"{id_} {statistics.mean(values):.1f}" for id_, values in of.items()))


def best_replies(games: Sequence[Game]) -> None:
    """How often each doctrine earns its role the most, given what the others play. The gate is 1 to 60 percent.

    A table is what everybody else plays. With one game for each mix much of this is luck, so few games tell little.
    """
    heading("Best replies: tables in which a doctrine earns its role the most, %")
    for role in rulebook().names.roles:
        of: defaultdict[Mix, defaultdict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for game in games:
            others = tuple(pair for pair in game.mix if pair[0] != role)
            of[others][dict(game.mix)[role]].append(game.scores[role])
        tables = [{own: statistics.mean(values) for own, values in table.items()} for table in of.values()]
        best = Counter(max(table, key=table.__getitem__) for table in tables if len(table) > 1)
        if not best:
            say(f"{role:<8} needs tables that differ in this role alone: --mixes all")
            continue
        played_by = dict.fromkeys(dict(game.mix)[role] for game in games)
        say(f"{role:<8} " + ", ".join(f"{own} {100 * best[own] / best.total():.0f}" for own in played_by))


def stand_ins(scenario: str, games: int, cores: int) -> None:
    """What becomes of a delegation that seals nothing, or anything, at the historical table."""
    heading(f"One delegation idle or random, the others historical, {games} games each")
    par = rulebook().pack.scenario[scenario].par
    table = historical(scenario)
    usual = played([Job(scenario, seed, table) for seed in range(games)], cores)
    for role in rulebook().names.roles:
        line = f"{role:<8} par {par[role]}  doctrine {statistics.mean(g.scores[role] for g in usual):.1f}"
        for hand in (IDLE, RANDOM):
            other = played([Job(scenario, seed, with_role(table, role, hand)) for seed in range(games)], cores)
            mean = statistics.mean(game.scores[role] for game in other)
            line += f"  {hand} {mean:.1f} ({'below par' if mean < par[role] else 'NOT BELOW PAR'})"
        say(line)
    for hand in (IDLE, RANDOM):
        all_ = tuple((role, hand) for role, _ in table)
        other = played([Job(scenario, seed, all_) for seed in range(games)], cores)
        means = ", ".join(f"{role} {statistics.mean(g.scores[role] for g in other):.1f}" for role, _ in table)
        say(f"everybody {hand}: {means}; endings {dict(Counter(g.ending for g in other).most_common(5))}")


def main() -> int:
    """Plays, prints, and says by its exit code whether the bands held."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=100)
    parser.add_argument("--scenario", default="mar-a-lago-2017")
    parser.add_argument("--mixes", choices=("historical", "all", "sample"), default="historical")
    parser.add_argument(
        "--stand-ins", type=int, default=40, help="games for each idle or random delegation; 0 for none"
    )
    parser.add_argument("--cores", type=int, default=2)
    asked = parser.parse_args()
    if asked.mixes == "historical":
        mixes = [historical(asked.scenario)]
    else:
        mixes = every_mix()[:: 1 if asked.mixes == "all" else 7]
    jobs = [
        Job(asked.scenario, place * asked.games + n, mix) for place, mix in enumerate(mixes) for n in range(asked.games)
    ]
    games = played(jobs, asked.cores)
    say(f"{asked.scenario}: {len(mixes)} mix{'es' if len(mixes) > 1 else ''}, {len(games)} games")
    held = bands(games, asked.scenario) if asked.mixes == "historical" else True
    endings(games)
    scores(games, asked.scenario)
    tracks(games)
    texts(games)
    silence(games)
    if asked.mixes != "historical":
        luck(games)
        best_doctrines(games)
        best_replies(games)
    moves(games)
    never_fired(games)
    if asked.stand_ins:
        stand_ins(asked.scenario, asked.stand_ins, asked.cores)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
