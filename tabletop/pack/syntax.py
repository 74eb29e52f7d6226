"""Syntax: an expression's text as a tree of allowed nodes, and nothing else.

Python's own `ast` parses it in eval mode; nothing is ever evaluated or compiled here.
"""

from __future__ import annotations

import ast
import re
from functools import lru_cache
from typing import NoReturn

MAX_NODES, MAX_DEPTH = 300, 30

_HYPHENATED = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(?:-[A-Za-z0-9_]+)+")
_QUOTED = re.compile(r"'[^']*'|\"[^\"]*\"")
_ALLOWED: tuple[type[ast.AST], ...] = (
    ast.Expression, ast.BoolOp, ast.And, ast.Or, ast.UnaryOp, ast.Not, ast.USub, ast.BinOp, ast.Add, ast.Sub, ast.Mult,
    ast.FloorDiv, ast.Mod, ast.Compare, ast.Lt, ast.LtE, ast.Eq, ast.NotEq, ast.GtE, ast.Gt, ast.In, ast.NotIn, ast.IfExp,
    ast.Call, ast.Name, ast.Load, ast.Store, ast.Attribute, ast.Subscript, ast.Tuple, ast.List, ast.Constant,
    ast.GeneratorExp, ast.comprehension,
)  # fmt: skip


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
        column = max(0, (getattr(error, "offset", None) or 1) - 1)
        raise ExpressionFault("This is not an expression.", "Write one line such as `tension >= 80`.", column) from None
    nodes = 0
    stack: list[tuple[ast.AST, int]] = [(tree, 0)]
    while stack:
        node, depth = stack.pop()
        nodes += 1
        if nodes > MAX_NODES or depth > MAX_DEPTH:
            raise ExpressionFault("This expression is too long.", "Split it into drifts or derived tracks.")
        if not isinstance(node, _ALLOWED):
            _refuse_syntax(node)
        stack.extend((child, depth + 1) for child in ast.iter_child_nodes(node))
    return tree.body


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


def _refuse_syntax(node: ast.AST) -> NoReturn:
    column = getattr(node, "col_offset", 0)
    if isinstance(node, ast.Div | ast.Pow):
        raise ExpressionFault("Only + - * // % are allowed.", "Whole numbers divide with //.", column)
    if isinstance(node, ast.keyword):
        raise ExpressionFault("Arguments have no names here.", "Write the values alone.", column)
    raise ExpressionFault(
        f"{type(node).__name__} is not part of the expression language.",
        "See docs/pack-format.md, Expressions.",
        column,
    )
