"""Syntax: an expression's text as a tree of allowed nodes, and nothing else.

Python's own `ast` parses it in eval mode; nothing is ever evaluated or compiled here.
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import NoReturn

from .slips import slips_in, without

MAX_NODES, MAX_DEPTH = 300, 30
MAX_SHOWN = 80
"""Characters of an expression that a remedy shows mended."""

_HYPHENATED = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)+")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_ALLOWED: tuple[type[ast.AST], ...] = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult,
    ast.FloorDiv, ast.Mod, ast.Compare, ast.Lt, ast.LtE, ast.Eq, ast.NotEq, ast.GtE, ast.Gt, ast.In, ast.NotIn, ast.IfExp,
    ast.Call, ast.Name, ast.Load, ast.Store, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant,
    ast.GeneratorExp, ast.comprehension,
)  # fmt: skip
_MISTAKES = (
    ("never closed", "This bracket is never closed.", "Close it where its part ends."),
    ("unmatched", "This bracket closes nothing.", "Delete it, or open it before."),
    ("does not match", "This bracket closes another kind.", "Close each with its own: ( ) and [ ]."),
    ("unterminated", "This word is never closed.", "Close it with the quote it began with."),
    ("leading zeros", "A number does not begin with a zero.", "Leave the zeros out."),
)
_FALLBACK = ("This is not an expression.", "Write one line such as `turn >= 3`.")
_MEANT: dict[type[ast.AST], tuple[str, str]] = {
    ast.Div: ("Only + - * // % are allowed.", "Whole numbers divide with //."),
    ast.Pow: ("Only + - * // % are allowed.", "Whole numbers divide with //."),
    ast.keyword: ("Arguments have no names here.", "Write the values alone."),
    ast.BitAnd: ("`&` means nothing here.", "Write `and`."),
    ast.BitOr: ("`|` means nothing here.", "Write `or`."),
    ast.Invert: ("`~` means nothing here.", "Write `not`."),
    ast.Is: ("`is` means nothing here.", "Write `==`."),
    ast.IsNot: ("`is not` means nothing here.", "Write `!=`."),
}
"""What stands for something else, or for something that packs do without."""


class ExpressionFault(Exception):
    """What is wrong with an expression, where in its text (from 0), and what would be right."""

    def __init__(self, what: str, remedy: str, column: int = 0) -> None:
        super().__init__(f"{what} {remedy}")
        self.what, self.remedy, self.column = what, remedy, column


@lru_cache(maxsize=20_000)
def parse(text: str) -> ast.expr:
    """The syntax tree of an expression, or the first thing in it that is not allowed."""
    python = _hyphens_joined(text)
    try:
        tree = ast.parse(python, mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
        raise _unreadable(text, error) from None
    nodes = 0
    stack: list[tuple[ast.AST, int, int]] = [(tree, 0, 0)]
    while stack:
        node, depth, column = stack.pop()
        column = getattr(node, "col_offset", column)
        nodes += 1
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            raise ExpressionFault("This expression is too long.", "Split it into drifts or derived tracks.")
        if not isinstance(node, _ALLOWED):
            _refuse_syntax(node, column)
        stack.extend((child, depth + 1, column) for child in ast.iter_child_nodes(node))
    return tree.body


def _unreadable(text: str, error: Exception) -> ExpressionFault:
    """What keeps a text from being an expression: a mark from elsewhere, an open bracket, or nothing one could name."""
    slips = slips_in(_QUOTED.sub(lambda word: "_" * len(word.group()), text))
    if slips:
        meant = without(text, slips)
        whole = f": `{meant}`" if len(meant) <= MAX_SHOWN and meant.isprintable() and _is_read(meant) else ""
        return ExpressionFault(slips[0].what, f"{slips[0].remedy}{whole}.", slips[0].start)
    column = max(0, (getattr(error, "offset", None) or 1) - 1)
    said = str(getattr(error, "msg", ""))
    what, remedy = next(((what, remedy) for part, what, remedy in _MISTAKES if part in said), _FALLBACK)
    return ExpressionFault(what, remedy, column)


def _is_read(text: str) -> bool:
    try:
        parse(text)
    except ExpressionFault:
        return False
    return True


def refuse(node: ast.AST, what: str, remedy: str) -> NoReturn:
    """Stop reading at a node.

    Raises:
        ExpressionFault: always.
    """
    raise ExpressionFault(what, remedy, getattr(node, "col_offset", 0))


@lru_cache(maxsize=20_000)
def mentions(text: str) -> frozenset[str]:
    """The plain names an expression uses, so that readings that cannot differ are made once."""
    return frozenset(node.id for node in ast.walk(parse(text)) if isinstance(node, ast.Name))


def _hyphens_joined(text: str) -> str:
    """Hyphens inside names become underscores; quoted words and lengths stay as they are."""
    pieces: list[str] = []
    end = 0
    for quoted in _QUOTED.finditer(text):
        pieces += [_joined(text[end : quoted.start()]), quoted.group()]
        end = quoted.end()
    return "".join(pieces) + _joined(text[end:])


def _joined(text: str) -> str:
    return _HYPHENATED.sub(lambda name: name.group().replace("-", "_"), text)


def _refuse_syntax(node: ast.AST, column: int) -> NoReturn:
    what, remedy = _MEANT.get(
        type(node), ("This is not part of the expression language.", "See docs/pack-format.md, Expressions.")
    )
    raise ExpressionFault(what, remedy, column)
