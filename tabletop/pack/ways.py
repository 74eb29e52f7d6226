"""Ways: states that no provision gets into, and effects that lead along no transition."""

from __future__ import annotations

from collections.abc import Iterator

from .contents import effect_lists
from .effects import Effect
from .expressions import read
from .extents import Known, can_hold
from .faults import Finding, KeyPath, quoted
from .names import Names
from .uses import act_scopes, clause_scopes


def ways(names: Names, possible: Known) -> Iterator[Finding]:
    """Machines nothing uses, states nothing reaches, and effects that could never change a state."""
    for id_, machine in names.pack.machine.items():
        held = [label for label, provision in names.provisions.items() if provision.machine == id_]
        if not held:
            yield Finding(("machine", id_), "No provision uses this machine.", "Name it in a provision, or delete it.")
            continue
        reached = {0}.union(*(possible.states[label] for label in held))
        for index, state in enumerate(machine.states):
            if index not in reached:
                remedy = "Add a transition to it from a state that is reached, or delete it."
                yield Finding(("machine", id_, "states", index), f"Nothing ever reaches {quoted(state)}.", remedy)
    for path, effects in effect_lists(names.pack):
        for index, effect in enumerate(effects):
            if effect.to is not None:
                yield from _effect(names, possible, (*path, index), effect)


def _effect(names: Names, possible: Known, path: KeyPath, effect: Effect) -> Iterator[Finding]:
    """What a change of state could never change, for what the act is about if that makes a difference."""
    named = effect.provision if effect.provision is not None else effect.package
    meant = _choices(names, possible, path, effect) if named == "choice" else (str(named),)
    law = {one: _law(names, path, one) for one in meant}
    shut = [one for one in meant if law[one] and not any(_opens(names, possible, path, to, effect) for to in law[one])]
    if shut:
        label, to = law[shut[0]][0], quoted(str(effect.to))
        about = f" for {', '.join(shut)}" if len(shut) < len(meant) else ""
        what = f"No transition leads {label} to {to} here, so this changes nothing{about}."
        yield Finding((*path, "to"), what, _remedy(names, label, str(effect.to)))


def _choices(names: Names, possible: Known, path: KeyPath, effect: Effect) -> tuple[str, ...]:
    """What the act can be about when the effect's own condition holds."""
    match path:
        case ("move", str(id_), *_):
            scopes = act_scopes(names, names.pack.move[id_])
        case ("clause", str(id_), *_):
            scopes = clause_scopes(names, names.pack.clause[id_])
        case _:
            scopes = ()
    held = [scope for scope in scopes if can_hold(read(effect.when, names, scope, "truth"), possible)]
    return tuple(dict.fromkeys(scope.choice for scope in held if scope.choice is not None))


def _law(names: Names, path: KeyPath, named: str) -> tuple[str, ...]:
    """The provisions that a name stands for, one or those of a package.

    None if the forum of the move has no competence for them: that bars the act, and its verdict teaches who could.
    """
    packages = names.pack.package
    law = packages[named].provisions if named in packages else tuple({named} & names.provisions.keys())
    if path[0] == "move" and (forum := names.pack.move[str(path[1])].forum) is not None:
        families = {names.pack.instrument[label.partition(".")[0]].family for label in law}
        return law if families <= set(names.pack.forum[forum].competence) else ()
    return law


def _fora(names: Names, path: KeyPath) -> tuple[str, ...]:
    """Bodies that can have decided what happens here."""
    match path:
        case ("move", str(id_), "effects", *_):
            forum = names.pack.move[id_].forum
            return (forum,) if forum is not None else ()
        case ("clause", str(id_), *_):
            return names.pack.clause[id_].fora
        case _:
            return ()


def _opens(names: Names, possible: Known, path: KeyPath, law: str, effect: Effect) -> bool:
    fora, states = _fora(names, path), names.machine(law).states
    reached = {states[index] for index in possible.states[law]}
    return any(
        way.to == effect.to
        and way.when is None
        and way.after is None
        and (way.forum is None or way.forum in fora)
        and reached.intersection(way.from_)
        for way in (*names.provisions[law].transition, *names.machine(law).transition)
    )


def _remedy(names: Names, law: str, to: str) -> str:
    found = [way for way in (*names.provisions[law].transition, *names.machine(law).transition) if way.to == to]
    fora = dict.fromkeys(way.forum for way in found if way.forum is not None)
    if fora:
        return f"Only an act decided by {' or '.join(fora)} can do it."
    if any(way.when is None and way.after is None for way in found):
        return "Add a transition to it from a state that is reached."
    return "Add a transition to it without `when` and `after`." if found else "Add a transition to it."
