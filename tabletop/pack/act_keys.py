"""Act keys: an act in one word, as records and lines of play write it: `rok/reopen-kaesong@dprk:inspected`."""

from __future__ import annotations

from .names import Names
from .uses import act_scopes


def act_key(role: str, move: str, target: str | None, choice: str | None) -> str:
    """Who does what, against whom, about what."""
    against = f"@{target}" if target else ""
    about = f":{choice}" if choice else ""
    return f"{role}/{move}{against}{about}"


def role_and_move(key: str) -> tuple[str, str]:
    """Who acts and which move it is; either may name nothing."""
    role, _, rest = key.partition("/")
    return role, rest.partition("@")[0].partition(":")[0]


def keys_of(names: Names, move: str) -> tuple[str, ...]:
    """The key of every act a move can be."""
    scopes = act_scopes(names, names.pack.move[move])
    return tuple(act_key(str(scope.actor), move, scope.target, scope.choice) for scope in scopes)
