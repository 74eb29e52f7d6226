"""Graph: the machines of a pack as diagrams — as text, for Graphviz, or for Mermaid.

Every way from state to state says what does it: nobody, when it happens by itself; otherwise the moves and
clauses that can, and the forum that has to agree.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from .coherence import STANDINGS
from .contents import effect_lists
from .effects import Effect
from .law import Machine, Transition
from .model import Pack
from .names import Names


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow of a diagram."""

    start: str
    end: str
    by_itself: str | None
    """When it happens by itself, in words; `None` if an act does it."""
    forum: str | None
    causes: tuple[str, ...]
    """Moves and clauses, with the roles that do them, and events that can bring it about."""
    only: tuple[str, ...]
    """The provisions that have this way of their own; none if all do."""

    @property
    def says(self) -> str:
        """What brings it about: `by itself: after 3 turns`, `commission: renew-truce (north, south)`."""
        text = f"by itself: {self.by_itself}" if self.by_itself is not None else ", ".join(self.causes) or "nothing"
        text = f"{self.forum}: {text}" if self.forum is not None else text
        return f"{text} (only {', '.join(self.only)})" if self.only else text


@dataclass(frozen=True, slots=True)
class Diagram:
    """One machine, ready to be drawn."""

    machine: str
    states: tuple[tuple[str, tuple[str, ...]], ...]
    """Each state with what it means: `starts`, `binding`, `dormant`."""
    ways: tuple[Way, ...]
    used_by: tuple[str, ...]


def diagram(names: Names, id_: str) -> Diagram:
    """The diagram of a machine."""
    machine = names.pack.machine[id_]
    used_by = tuple(label for label, provision in names.provisions.items() if provision.machine == id_)
    ways = [way for transition in machine.transition for way in _ways(names, transition, used_by, ())]
    for label in used_by:
        for transition in names.provisions[label].transition:
            ways += _ways(names, transition, (label,), (label,))
    return Diagram(id_, tuple((state, _meaning(machine, state)) for state in machine.states), tuple(ways), used_by)


def as_text(drawn: Diagram) -> str:
    """A diagram for a terminal, one arrow a line."""
    lines = [f"{drawn.machine}: {len(drawn.used_by)} provision{'' if len(drawn.used_by) == 1 else 's'}"]
    for state, meaning in drawn.states:
        lines.append(f"  {state} ({', '.join(meaning)})" if meaning else f"  {state}")
        ways = [way for way in drawn.ways if way.start == state]
        width = max((len(way.end) for way in ways), default=0)
        lines += [f"    → {way.end:<{width}}  {way.says}" for way in ways]
    return "\n".join(lines)


def as_dot(drawn: Diagram) -> str:
    """A diagram for Graphviz."""
    lines = [f"digraph {_dotted(drawn.machine)} {{", "  rankdir=LR;", "  node [shape=box, style=rounded];"]
    for state, meaning in drawn.states:
        pen = ", penwidth=2" if "binding" in meaning else ""
        label = "\\n".join([state, *meaning])
        lines.append(f'  {_dotted(state)} [label="{label}"{pen}];')
    for way in drawn.ways:
        dashed = ", style=dashed" if way.by_itself is not None else ""
        says = way.says.replace("\\", "\\\\").replace('"', '\\"')
        lines.append(f'  {_dotted(way.start)} -> {_dotted(way.end)} [label="{says}"{dashed}];')
    return "\n".join([*lines, "}"])


def as_mermaid(drawn: Diagram) -> str:
    """A diagram for Mermaid."""
    ids = {state: state.replace("-", "_") for state, _ in drawn.states}
    lines = ["---", f"title: {drawn.machine}", "---", "stateDiagram-v2"]
    for state, meaning in drawn.states:
        text = f"{state} ({', '.join(meaning)})" if meaning else state
        lines.append(f'  state "{text}" as {ids[state]}')
    lines.append(f"  [*] --> {ids[drawn.states[0][0]]}")
    for way in drawn.ways:
        # A colon would end the label; Mermaid takes signs by their number.
        says = way.says.replace(":", "#58;")
        lines.append(f"  {ids[way.start]} --> {ids[way.end]} : {says}")
    return "\n".join(lines)


def _meaning(machine: Machine, state: str) -> tuple[str, ...]:
    found = ["starts"] if state == machine.states[0] else []
    found += [standing for standing in (*STANDINGS, "broken") if state in getattr(machine, standing)]
    return tuple(word for place, word in enumerate(found) if word not in (state, *found[:place]))


def _ways(names: Names, transition: Transition, labels: tuple[str, ...], only: tuple[str, ...]) -> Iterator[Way]:
    by_itself = _by_itself(transition)
    causes: tuple[str, ...] = ()
    if by_itself is None:
        found = (
            cause.name
            for cause in _causes(names.pack)
            if (transition.forum is None or transition.forum in cause.fora)
            and _puts(names.pack, cause, labels, transition.to)
        )
        causes = tuple(dict.fromkeys(found))
    for start in transition.from_:
        yield Way(start, transition.to, by_itself, transition.forum, causes, only)


@dataclass(frozen=True, slots=True)
class _Cause:
    """Something with effects, as a diagram names it."""

    name: str
    fora: tuple[str, ...]
    effects: tuple[Effect, ...]
    choices: tuple[str, ...] = ()


def _causes(pack: Pack) -> Iterator[_Cause]:
    """Moves and clauses with the roles that do them, and whatever else has effects."""
    for path, effects in effect_lists(pack):
        match path:
            case ("move", str(id_), _):
                move = pack.move[id_]
                fora = (move.forum,) if move.forum is not None else ()
                yield _Cause(f"{id_} ({', '.join(move.by)})", fora, effects, move.choices)
            case ("clause", str(id_), str(key)):
                clause, how = pack.clause[id_], {"effects": "", "undo": " undone", "broken": " broken"}[key]
                yield _Cause(f"clause {id_}{how} ({', '.join(clause.by)})", clause.fora, effects, clause.choices)
            case ("instrument", str(text), "provision", str(law), "if_breached"):
                yield _Cause(f"a breach of {text}.{law}", (), effects)
            case ("scenario", str(id_), "calendar", int(place), _):
                yield _Cause(f"calendar of {id_}: {pack.scenario[id_].calendar[place].name}", (), effects)
            case (str(table), str(id_), *_):
                yield _Cause(f"{table} {id_}", (), effects)


def _by_itself(transition: Transition) -> str | None:
    parts = [] if transition.when is None else [f"when {transition.when}"]
    if transition.after is not None:
        parts.append(f"after {transition.after} turn{'' if transition.after == 1 else 's'}")
    return " and ".join(parts) or None


def _puts(pack: Pack, cause: _Cause, labels: tuple[str, ...], state: str) -> bool:
    """Whether a cause can put one of these provisions into a state."""
    for effect in cause.effects:
        if effect.to != state:
            continue
        named = effect.provision if effect.provision is not None else effect.package
        for thing in cause.choices if named == "choice" else (named,):
            changed = pack.package[thing].provisions if thing in pack.package else (thing,)
            if any(label in changed for label in labels):
                return True
    return False


def _dotted(id_: str) -> str:
    return f'"{id_}"'
