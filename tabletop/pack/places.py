"""Places: the line and column at which a key path stands in a TOML text.

Only read when something is wrong, so that a sound pack loads without the parser that keeps positions.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import tomli

from .faults import KeyPath

if TYPE_CHECKING:
    from tree_sitter import Node

_KEYS = ("bare_key", "quoted_key", "dotted_key")


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a key and its value begin, as offsets into the text in bytes."""

    key: int
    value: int
    literal: str = ""
    """The value as written, when it is a text."""


@dataclass(frozen=True)
class Places:
    """Every key path of one TOML text and where it stands."""

    text: bytes
    spots: dict[KeyPath, Spot]

    def written(self, path: KeyPath) -> KeyPath:
        """The path as its author wrote it: a single text may stand where the format has a list of one."""
        parent = self.spots.get(path[:-1])
        return path[:-1] if path[-1:] == (0,) and parent is not None and parent.literal else path

    def find(self, path: KeyPath, at: Literal["key", "value"] = "value", offset: int | None = None) -> tuple[int, int]:
        """Line and column, from 1, of a key or its value, or of the nearest table above it that exists.

        `offset` counts characters of the text that stands there, as an author reads it.
        """
        spot = self.spots.get(path)
        if spot is None:
            while path and path not in self.spots:
                path = path[:-1]
            return self._line_and_column(self.spots[path].key if path else 0)
        if at == "key":
            return self._line_and_column(spot.key)
        if offset is None or not spot.literal:
            return self._line_and_column(spot.value)
        before = spot.literal[: _position(spot.literal, offset)]
        return self._line_and_column(spot.value + len(before.encode()))

    def _line_and_column(self, position: int) -> tuple[int, int]:
        start = self.text.rfind(b"\n", 0, position) + 1
        return self.text.count(b"\n", 0, position) + 1, len(self.text[start:position].decode()) + 1


def places(text: str) -> Places:
    """Find every key of a TOML text. Damaged text gives the places that can still be made out."""
    import tree_sitter  # noqa: PLC0415
    import tree_sitter_toml  # noqa: PLC0415

    source = text.encode()
    parser = tree_sitter.Parser(tree_sitter.Language(tree_sitter_toml.language()))
    spots: dict[KeyPath, Spot] = {}
    lengths: dict[KeyPath, int] = {}
    for node in parser.parse(source).root_node.named_children:
        if node.type == "pair":
            _collect_pair(node, (), spots)
        elif node.type in ("table", "table_array_element"):
            path = _header(node, spots, lengths)
            for child in node.named_children:
                if child.type == "pair":
                    _collect_pair(child, path, spots)
    return Places(source, spots)


def _header(node: Node, spots: dict[KeyPath, Spot], lengths: dict[KeyPath, int]) -> KeyPath:
    """The path a `[table]` or `[[list]]` header opens, counting the entries of lists."""
    here = Spot(node.start_byte, node.start_byte)
    keys = [part for child in node.named_children if child.type in _KEYS for part in _key_parts(child)]
    path: KeyPath = ()
    for depth, (key, _) in enumerate(keys, start=1):
        path = (*path, key)
        spots.setdefault(path, here)
        if depth == len(keys) and node.type == "table_array_element":
            lengths[path] = lengths.get(path, 0) + 1
        if path in lengths:
            path = (*path, lengths[path] - 1)
            spots.setdefault(path, here)
    return path


def _collect_pair(pair: Node, parent: KeyPath, spots: dict[KeyPath, Spot]) -> None:
    """Record `key = value` and everything inside the value. Nesting is walked without recursion."""
    waiting: list[tuple[Node, KeyPath]] = [(pair, parent)]
    while waiting:
        node, path = waiting.pop()
        children = [child for child in node.named_children if child.type not in ("comment", "ERROR")]
        if node.type == "pair":
            if len(children) < 2 or children[0].type not in _KEYS:
                continue
            value = children[1]
            for key, start in _key_parts(children[0]):
                path = (*path, key)
                spots.setdefault(path, Spot(start, value.start_byte, _literal(value)))
            waiting.append((value, path))
        elif node.type == "inline_table":
            waiting.extend((child, path) for child in children if child.type == "pair")
        elif node.type == "array":
            for index, child in enumerate(children):
                here = (*path, index)
                spots[here] = Spot(child.start_byte, child.start_byte, _literal(child))
                waiting.append((child, here))


def _key_parts(node: Node) -> Iterator[tuple[str, int]]:
    """The parts of a key from left to right, each with where it starts."""
    waiting = [node]
    while waiting:
        part = waiting.pop()
        if part.type == "dotted_key":
            waiting.extend(child for child in reversed(part.named_children) if child.type in _KEYS)
        else:
            text = _text(part)
            yield text if part.type == "bare_key" else _unquoted(text), part.start_byte


def _unquoted(key: str) -> str:
    try:
        return next(iter(tomli.loads(f"{key} = 0")))
    except ValueError:
        return key


def _text(node: Node) -> str:
    return (node.text or b"").decode()


def _literal(node: Node) -> str:
    return _text(node) if node.type == "string" else ""


def _position(literal: str, offset: int) -> int:
    """Where the character number `offset` of a text stands in its source, quotes and escapes counted."""
    opening = literal[:3] if literal[:3] in ('"""', "'''") else literal[:1]
    position = len(opening)
    if len(opening) == 3 and literal.startswith("\n", position):
        position += 1
    while position < len(literal):
        escape = literal[position + 1 : position + 2] if literal[position] == "\\" and opening[0] == '"' else ""
        if escape.isspace():
            # A backslash at the end of a line takes away all white space up to the next word.
            rest = literal[position + 1 :]
            position += 1 + len(rest) - len(rest.lstrip())
            continue
        if offset <= 0:
            break
        position += {"": 1, "u": 6, "U": 10, "x": 4}.get(escape, 2)
        offset -= 1
    return min(position, len(literal))
