"""Markdown: texts of a pack on one line each, with nothing in them that Markdown would take for its own."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .model import Pack


def one_line(words: str) -> str:
    """Words as they are, whatever marks they hold."""
    return "".join(f"\\{mark}" if mark in "\\`*_[]<>#" else mark for mark in " ".join(words.split()))


def code(expression: str) -> str:
    """An expression or an id."""
    return f"`{' '.join(expression.split())}`"


def row(*cells: str) -> str:
    """One row of a table."""
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def section(title: str) -> tuple[str, str]:
    """A heading of the page, with the empty line below it."""
    return f"## {title}", ""


def entry(title: str, id_: str) -> tuple[str, str]:
    """A heading for one thing of the pack."""
    return f"### {one_line(title)} (`{id_}`)", ""


def items(lines: Iterable[str]) -> Iterator[str]:
    """Lines with an empty one after them, if there are any."""
    found = list(lines)
    if found:
        yield from (*found, "")


def role_names(pack: Pack, roles: Iterable[str]) -> str:
    """Roles and desks by their names."""
    return ", ".join(one_line(pack.actors[role].name) for role in roles)


def source_keys(sources: Iterable[str]) -> str:
    """Sources by their keys."""
    return ", ".join(f"`{key}`" for key in sources) or "none named"
