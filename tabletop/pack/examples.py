"""Examples: how an expression is written, shown with names that the pack has."""

from __future__ import annotations

from collections.abc import Iterable

from .names import Names


def owned(names: Names, track: str) -> str:
    """A track with its owners: `tension`, `capital[north]`, `trust[north, south]`."""
    owners = names.roles[: {"table": 0, "role": 1, "pair": 2}[names.track(track).per]]
    return f"{track}[{', '.join(owners)}]" if owners else track


def state(names: Names, provision: str) -> str:
    """A state of a provision, one in which it is law if there is any."""
    machine = names.machine(provision)
    return (*machine.binding, *machine.states)[0]


def states(names: Names, provision: str) -> str:
    """Two states of a provision in a list, or the only one."""
    return listed(names.machine(provision).states[:2])


def listed(words: Iterable[str]) -> str:
    """Words as a list: `['north', 'south']`."""
    return "[" + ", ".join(f"'{word}'" for word in words) + "]"


def provision(names: Names) -> str:
    """A provision."""
    return next(iter(names.provisions), "instrument.provision")


def usage(names: Names, function: str) -> str:
    """A call of one of the functions there are."""
    capital, role, move = names.pack.header.play.capital, names.roles[0], next(iter(names.pack.move))
    family = next(iter(names.families), None)
    each = f"binding(p) for p in {family}" if family is not None else f"{capital}[r] >= 2 for r in roles"
    given = {
        "min": "a, b",
        "max": "a, b",
        "abs": "a",
        "sum": f"{capital}[r] for r in roles",
        "count": f"{capital}[r] >= 2 for r in roles",
        "any": each,
        "all": each,
        "bite": f"{provision(names)}, {role}",
        "binding": provision(names),
        "last": f"'{move}'",
        "since": f"'{move}'",
        "texts": role,
    }[function]
    with_role = f" or {function}({given}, {names.pack.move[move].by[0]})" if function in ("last", "since") else ""
    return f"{function}({given}){with_role}"
