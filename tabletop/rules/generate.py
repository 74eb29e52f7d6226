"""Generate: the text of a rulebook, as readable Python.

One function a level, one function an act's effects, one listing a role, and the standing rules.
Functions with the same body are written once. `tabletop pack compile` prints this text.
"""

from __future__ import annotations

from collections import Counter

from tabletop.pack import formula as f
from tabletop.pack.derivation import derivation_order
from tabletop.pack.expressions import NOWHERE, Scope, amount, read
from tabletop.pack.formula import Formula, cells
from tabletop.pack.names import Names

from .acts import Act
from .charges import Case, case_of, level
from .effects import INDENT, Lines, effect_lines, transition_lines, transitions
from .position import FAR, Schema, in_range, since_label
from .source import in_row, written
from .texts.terms import Term
from .texts.written_terms import write_term
from .writer import Writer


def module_text(names: Names, schema: Schema, acts: tuple[Act, ...], terms: tuple[Term, ...] = ()) -> str:
    """The generated module of a pack."""
    writer = Writer()
    here = in_row(schema)
    levels = _acts(writer, names, schema, acts)
    for actor in names.actors:
        own = [formula for act, formula in zip(acts, levels, strict=True) if act.role == actor]
        writer.list_in("LISTINGS", writer.function(f"levels_{actor}", _listing(own, schema)))
    for term in terms:
        write_term(writer, names, schema, term)
    _standing_rules(writer, names, schema)
    _happenings(writer, names, schema)
    for role in names.roles:
        income = amount(names.pack.header.play.income, names, Scope(actor=role))
        writer.list_in("INCOMES", writer.function(f"income_{role}", [f"return {written(income, here)}"]))
    for id_, forum in names.pack.forum.items():
        votes = amount(forum.others if forum.others is not None else 0, names)
        passes = read(forum.passes, names, NOWHERE, "truth") if forum.passes else f.TRUE
        writer.list_in("VOTES", writer.function(f"votes_{id_}", [f"return {written(votes, here)}"]))
        writer.list_in("PASSES", writer.function(f"passes_{id_}", [f"return {written(passes, here)}"]))
        cost = amount(forum.cost, names)
        prepared = amount(forum.prepared if forum.prepared is not None else FAR, names)
        writer.list_in("TABLING", writer.function(f"tabling_{id_}", [f"return {written(cost, here)}"]))
        held = effect_lines(forum.effects, names, schema, NOWHERE, (id_,))
        writer.list_in("MEETINGS", writer.function(f"held_{id_}", held))
        writer.list_in("PREPARED", writer.function(f"prepared_{id_}", [f"return {written(prepared, here)}"]))
    for id_, ending in names.pack.ending.items():
        holds = read(ending.when, names, NOWHERE, "truth")
        writer.list_in("ENDINGS", writer.function(f"ending_{id_}", [f"return {written(holds, here)}"]))
    for id_, aim in names.pack.aim.items():
        points = amount(aim.points, names)
        writer.list_in("AIMS", writer.function(f"aim_{id_}", [f"return {written(points, here)}"]))
    return writer.text(names.pack.header.title)


def _acts(writer: Writer, names: Names, schema: Schema, acts: tuple[Act, ...]) -> list[Formula]:
    here = in_row(schema)
    levels = []
    for act in acts:
        move = names.pack.move[act.move]
        stem = f"{act.role}_{act.move}" + "".join(f"_{part}" for part in (act.target, act.choice) if part)
        case = case_of(act, names)
        formula = level(case)
        levels.append(formula)
        writer.list_in("LEVELS", writer.function(f"level_{stem}", [f"return {written(formula, here)}"]))
        done = (
            []
            if case.outside
            else effect_lines(move.effects, names, schema, act.scope, (move.forum,) if move.forum else ())
        )
        writer.list_in("EFFECTS", writer.function(f"do_{stem}", done))
        writer.list_in("BREACHES", writer.function(f"breach_{stem}", _breach(act, case, names, schema), "row, law"))
        refused = effect_lines(move.if_refused, names, schema, act.scope)
        writer.list_in("REFUSALS", writer.function(f"refused_{stem}", refused))
        cost = f.Number(0) if act.role in names.pack.desk else amount(move.cost, names, act.scope)
        writer.list_in("COSTS", writer.function(f"cost_{stem}", [f"return {written(cost, here)}"]))
    return levels


def _breach(act: Act, case: Case, names: Names, schema: Schema) -> Lines:
    """What follows from breaking each provision that binds, then from the move's own breach.

    Whether one binds is read from `law`, the position in which the act was judged: what somebody else broke in
    the same turn releases nobody yet.
    """
    lines: Lines = []
    judged = in_row(schema, "law")
    for charge in case.charges:
        if charge.provision.level not in ("breach", "consent") or charge.stands == f.FALSE:
            continue
        follows = effect_lines(charge.provision.if_breached, names, schema, act.scope)
        if follows:
            lines.append(f"if {written(charge.stands, judged)}:")
            lines += [INDENT + line for line in follows]
    return lines + effect_lines(names.pack.move[act.move].if_breach, names, schema, act.scope)


def _listing(levels: list[Formula], schema: Schema) -> Lines:
    """All levels of one role in one list, with columns that are read often kept in locals."""
    often = Counter(label for formula in levels for label in cells(formula))
    kept = {label: f"c{schema.index[label]}" for label, times in often.items() if times > 1}
    in_place = in_row(schema)

    def cell(label: str) -> str:
        return kept.get(label) or in_place(label)

    loads = [f"{name} = {in_place(label)}" for label, name in kept.items()]
    return [*loads, "return [", *(f"{INDENT}{written(formula, cell)}," for formula in levels), "]"]


def _standing_rules(writer: Writer, names: Names, schema: Schema) -> None:
    for id_, drift in names.pack.drift.items():
        for role in names.roles if drift.per == "role" else (None,):
            scope = Scope(actor=role) if role else NOWHERE
            body = _when(
                read(drift.when, names, scope, "truth"), effect_lines(drift.effects, names, schema, scope), schema
            )
            stem = f"drift_{id_}" + (f"_{role}" if role else "")
            writer.list_in("DRIFTS", writer.function(stem, body))
    for label in names.provisions:
        lines: Lines = []
        for transition in transitions(label, names):
            if transition.when is None and transition.after is None:
                continue
            parts: list[Formula] = []
            if transition.when is not None:
                scope = Scope(pair=names.provisions[label].pair)
                parts.append(read(transition.when, names, scope, "truth"))
            if transition.after is not None:
                since = f.Sum("-", f.Cell("turn"), f.Cell(since_label(label)))
                parts.append(f.Compare(">=", since, f.Number(transition.after)))
            body = transition_lines(label, transition, names, schema)
            lines += _when(f.both(parts), [*body, INDENT + "return"], schema)
        if lines:
            writer.list_in("MOVES_ON", writer.function(f"moves_on_{label}", lines))
            writer.list_in("MOVES_ON_LABELS", repr(label))
    derived = [
        line
        for id_ in derivation_order(names)
        for line in _derived(id_, amount(names.track(id_).derived or 0, names), schema)
    ]
    derive = writer.function("derive", derived)
    writer.list_in("DERIVE", derive)
    _in_one_go(writer, names, derive)
    writer.tables.setdefault("MOVES_ON", [])
    writer.tables.setdefault("MOVES_ON_LABELS", [])


def _in_one_go(writer: Writer, names: Names, derive: str) -> None:
    """The standing rules before and after the incidents as one function each, for turns nobody reads."""
    roles = len(names.roles)
    phases = [drift.phase for drift in names.pack.drift.values() for _ in range(roles if drift.per == "role" else 1)]
    drifts = list(zip(phases, writer.tables.get("DRIFTS", []), strict=True))

    def phase(wanted: str) -> Lines:
        return [f"{name}(row)" for found, name in drifts if found == wanted]

    moves_on = [f"{name}(row)" for name in writer.tables.get("MOVES_ON", [])]
    before = [*phase("evidence"), *moves_on, *phase("world"), f"{derive}(row)", *phase("home")]
    writer.list_in("BEFORE_INCIDENTS", writer.function("before_incidents", before))
    writer.list_in("AFTER_INCIDENTS", writer.function("after_incidents", [*phase("clock"), f"{derive}(row)"]))


def _happenings(writer: Writer, names: Names, schema: Schema) -> None:
    here = in_row(schema)
    for id_, event in names.pack.event.items():
        when = read(event.when, names, NOWHERE, "truth")
        writer.list_in("CARDS", writer.function(f"card_{id_}", [f"return {written(when, here)}"]))
        writer.list_in(
            "CARD_EFFECTS", writer.function(f"play_{id_}", effect_lines(event.effects, names, schema, NOWHERE))
        )
    for id_, incident in names.pack.incident.items():
        odds = f.pick(read(incident.when, names, NOWHERE, "truth"), amount(incident.odds, names), f.Number(0))
        writer.list_in("ODDS", writer.function(f"odds_{id_}", [f"return {written(odds, here)}"]))
        writer.list_in(
            "INCIDENTS", writer.function(f"incident_{id_}", effect_lines(incident.effects, names, schema, NOWHERE))
        )
    for id_, scenario in names.pack.scenario.items():
        table = f"CALENDAR_{id_.replace('-', '_')}"
        writer.tables[table] = []
        for index, entry in enumerate(scenario.calendar):
            when = read(entry.when, names, NOWHERE, "truth")
            body = [f"if not ({written(when, here)}):", INDENT + "return False"]
            body += [*effect_lines(entry.effects, names, schema, NOWHERE), "return True"]
            writer.list_in(table, writer.function(f"calendar_{id_}_{index}", body))


def _derived(id_: str, formula: Formula, schema: Schema) -> Lines:
    place = schema.index[id_]
    column = schema.columns[place]
    if isinstance(formula, f.Number):
        return [f"row[{place}] = {in_range(formula.value, column)}"]
    value = written(formula, in_row(schema))
    return [
        f"v = {value}",
        f"row[{place}] = {column.low} if v < {column.low} else {column.high} if v > {column.high} else v",
    ]


def _when(test: Formula, body: Lines, schema: Schema) -> Lines:
    if test == f.FALSE or not body:
        return []
    if test == f.TRUE:
        return body
    return [f"if {written(test, in_row(schema))}:", *(INDENT + line for line in body)]
