"""Schema: what the format wants at a key path, in plain words.

Everything is read off the JSON Schema of the models, so that a message and the model cannot differ.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any

from .faults import KeyPath
from .lines import Lines
from .model import Pack
from .terms import ID_PATTERN

Node = dict[str, Any]


class _Everything(Pack, Lines):
    """A pack, and beside it its lines of play."""


@cache
def pack_schema() -> Node:
    """The JSON Schema of a whole pack and its lines."""
    return _Everything.model_json_schema()


def wanted_at(path: KeyPath) -> tuple[Node, ...]:
    """What may stand at a path: one schema node for each alternative, none if nothing may."""
    nodes = tuple(_alternatives(pack_schema()))
    for part in path:
        nodes = tuple(inner for node in nodes for inner in _inside(node, part))
    return nodes


def keys_at(path: KeyPath) -> tuple[str, ...]:
    """The keys a table at this path may have."""
    return tuple(dict.fromkeys(key for node in wanted_at(path) for key in node.get("properties", ())))


def words_at(path: KeyPath) -> tuple[str, ...]:
    """The words a text at this path must be chosen from, if it must."""
    nodes = wanted_at(path)
    return tuple(str(word) for node in nodes if node.get("type") == "string" for word in _words(node))


def described(path: KeyPath) -> str:
    """What may stand at a path as a phrase: `a whole number or text in quotes`."""
    return either([phrase for node in wanted_at(path) for phrase in _phrases(node)]) or "nothing"


def either(phrases: Iterable[str]) -> str:
    """Alternatives as a phrase, each named once: `a, b or c`."""
    *most, last = dict.fromkeys(phrases) or ("",)
    return f"{', '.join(most)} or {last}" if most else last


def _inside(node: Node, part: str | int) -> Iterator[Node]:
    if isinstance(part, int):
        listed = node.get("prefixItems")
        inner = listed[part] if listed is not None and part < len(listed) else node.get("items")
    else:
        patterns = iter(node.get("patternProperties", {}).values())
        inner = node.get("properties", {}).get(part) or next(patterns, None) or node.get("additionalProperties")
    if isinstance(inner, dict):
        yield from _alternatives(inner)


def _alternatives(node: Node) -> Iterator[Node]:
    if "$ref" in node:
        yield from _alternatives(pack_schema()["$defs"][node["$ref"].rpartition("/")[2]])
    elif "anyOf" in node:
        for other in node["anyOf"]:
            yield from _alternatives(other)
    elif node.get("type") != "null":
        yield node


def _words(node: Node) -> tuple[str | int, ...]:
    return (node["const"],) if "const" in node else tuple(node.get("enum", ()))


def _phrases(node: Node) -> tuple[str, ...]:
    """One phrase for a node, or one for each word it allows."""
    words = _words(node)
    return tuple(f'"{word}"' if isinstance(word, str) else f"the number {word}" for word in words) or (_phrase(node),)


def _phrase(node: Node) -> str:
    match node.get("type"):
        case "integer":
            return "a whole number"
        case "boolean":
            return "true or false"
        case "array":
            return "a list [...]"
        case "object":
            return "a table"
        case "string" if node.get("format") == "date":
            return "a date such as 2017-05-15 without quotes"
        case "string" if node.get("pattern") == ID_PATTERN:
            return "an id in quotes"
        case _:
            return "text in quotes"
