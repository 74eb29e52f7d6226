"""Written terms: what the generated rules hold about each concrete clause."""

from __future__ import annotations

from tabletop.pack import formula as f
from tabletop.pack.expressions import amount, read
from tabletop.pack.names import Names
from tabletop.rules.effects import effect_lines, seen_by_others
from tabletop.rules.position import Schema
from tabletop.rules.source import in_row, written
from tabletop.rules.writer import Writer

from .terms import Term, act_of


def write_term(writer: Writer, names: Names, schema: Schema, term: Term) -> None:
    """What doing a step, taking it back and breaking it does, and what it costs."""
    clause = names.pack.clause[term.clause]
    stem = f"{term.role}_{term.clause}" + (f"_{term.choice}" if term.choice else "")
    here = in_row(schema)
    own, taken_back = (
        tuple(effect for effect in effects if seen_by_others(effect, names, term.scope))
        for effects in (clause.effects, clause.undo)
    )
    act = act_of(term, names)
    moved = names.pack.move[act.move].effects if act is not None else ()
    shown = tuple(effect for effect in moved if act is not None and seen_by_others(effect, names, act.scope))
    for table, effects in (
        ("TERM_EFFECTS", effect_lines(clause.effects, names, schema, term.scope, clause.fora)),
        ("TERM_UNDOS", effect_lines(clause.undo, names, schema, term.scope, clause.fora)),
        ("TERM_BROKEN", effect_lines(clause.broken, names, schema, term.scope, clause.fora)),
        ("TERM_FEIGNED", [
            *effect_lines(shown, names, schema, act.scope if act is not None else term.scope),
            *effect_lines(own, names, schema, term.scope, clause.fora),
        ]),
        ("TERM_UNFEIGNED", effect_lines(taken_back, names, schema, term.scope, clause.fora)),
    ):  # fmt: skip
        writer.list_in(table, writer.function(f"{table.lower()}_{stem}", effects))
    done = read(clause.done, names, term.scope, "truth") if clause.done is not None else f.FALSE
    holds = read(clause.holds, names, term.scope, "truth") if clause.holds is not None else f.TRUE
    for table, formula in (
        ("TERM_COSTS", amount(clause.cost, names, term.scope)),
        ("TERM_HOMES", amount(clause.home, names, term.scope)),
        ("TERM_DONE", done),
        ("TERM_HOLDS", holds),
    ):
        writer.list_in(table, writer.function(f"{table.lower()}_{stem}", [f"return {written(formula, here)}"]))
