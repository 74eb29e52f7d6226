"""Effect fitting: each effect changes one thing, in a way that fits it."""

from __future__ import annotations

from collections.abc import Iterator

from .coherence import unknown_state
from .effects import Effect
from .faults import Finding, KeyPath
from .names import Names


def check_effect(names: Names, path: KeyPath, effect: Effect, choices: tuple[str, ...]) -> Iterator[Finding]:
    """What an effect lacks or has too much of. `choices` is what the act it belongs to may be about."""
    subjects = [key for key in ("track", "provision", "package") if getattr(effect, key) is not None]
    if len(subjects) != 1:
        found = " and ".join(subjects) or "none of them"
        yield Finding(
            path, f"An effect changes one thing; this one has {found}.", "Keep one of track, provision, package."
        )
        return
    if subjects == ["track"]:
        yield from _track_effect(path, effect)
        return
    for key in ("add", "set"):
        if getattr(effect, key) is not None:
            yield Finding((*path, key), f"`{key}` is for tracks.", 'Name the state with `to = "..."`.', at="key")
    if effect.to is None:
        yield Finding(path, "The key `to` is missing.", 'Name the new state: `to = "..."`.')
        return
    changed = _provisions_changed(names, effect, choices)
    if "choice" in (effect.provision, effect.package) and not changed:
        kind = subjects[0]
        yield Finding((*path, kind), f"No {kind} is among the choices of this act.", f"Name the {kind} itself.")
    for provision in changed:
        states = names.machine(provision).states
        if effect.to not in states:
            yield from unknown_state((*path, "to"), effect.to, states, provision)
            return


def _track_effect(path: KeyPath, effect: Effect) -> Iterator[Finding]:
    if effect.to is not None:
        yield Finding((*path, "to"), "`to` is for provisions.", "Write `set = ...` for a track.", at="key")
    if (effect.add is None) == (effect.set is None):
        found = "neither `add` nor `set`" if effect.add is None else "both `add` and `set`"
        yield Finding(path, f"This effect has {found}.", "Write one of them.")


def _provisions_changed(names: Names, effect: Effect, choices: tuple[str, ...]) -> list[str]:
    if effect.provision is not None:
        named = choices if effect.provision == "choice" else (effect.provision,)
        return [provision for provision in named if provision in names.provisions]
    packages = names.pack.package
    named = choices if effect.package == "choice" else (str(effect.package),)
    return [provision for package in named if package in packages for provision in packages[package].provisions]
