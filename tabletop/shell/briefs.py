"""Briefs: what a role is told of itself and of its scenario, as one public part and one for its own eyes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tabletop.pack.model import Brief
from tabletop.rules.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class BriefPart:
    """One part of a brief."""

    heading: str
    """As its author wrote it: `What everybody knows`, `For your eyes only`."""
    chapters: tuple[tuple[str, str], ...]
    """Markdown, each under a small heading; that is empty where there is one chapter only."""


def brief_parts(book: Rulebook, scenario: str, role: str) -> tuple[BriefPart, ...]:
    """The brief of a role in a scenario: the public part, then the confidential one; nothing if the pack has none.

    In each, first what is always so, under the role's name, then this moment, under the scenario's title.
    """
    names = {role: book.pack.actors[role].name, f"{scenario}/{role}": book.pack.scenario[scenario].title}
    briefs = [(name, book.pack.brief[key]) for key, name in names.items() if key in book.pack.brief]
    return tuple(_parts(briefs))


def _parts(briefs: list[tuple[str, Brief]]) -> Iterator[BriefPart]:
    for texts in ([(name, each.public) for name, each in briefs], [(name, each.confidential) for name, each in briefs]):
        written = [(name, *_headed(text)) for name, text in texts if text]
        if written:
            heading = written[0][1]
            chapters = [
                (name if len(written) > 1 else "", text if own in ("", heading) else f"# {own}\n\n{text}")
                for name, own, text in written
            ]
            yield BriefPart(heading, tuple(chapters))


def _headed(text: str) -> tuple[str, str]:
    """The heading with which a text begins, and the rest; no heading if it begins otherwise."""
    first, _, rest = text.strip().partition("\n")
    return (first.strip("# "), rest.strip()) if first.startswith("#") else ("", text.strip())
